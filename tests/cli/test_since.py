"""`check --since`: no record is changed where it stands or taken away, against a revision of git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_history import commit, git

if TYPE_CHECKING:
    from tests.cli.small import Program

DAYS = "commitments/oslo-no/2023.toml"
RETRACTION = """
[[retractions]]
id = "gone"
record = "oslo-no/days"
reason = "privacy"
recorded = 2025-01-01
"""


def begun(program: Program) -> None:
    """Put the small register under git."""
    git(program.root, "init", "-q", "-b", "main")
    commit(program.root, "Begin")


def since(program: Program) -> list[str]:
    """Name what a check since the last commit finds that was changed."""
    ran = program("check", "--since", "HEAD", "--only", "changed-in-place", "--only", "record-gone")
    assert ("", ran.code) == (ran.err, int("error[" in ran.out))
    return [each for each in ran.out.splitlines() if "error[" in each]


def test_nothing_changed(program: Program) -> None:
    """A register as it was, and one with more records and moved files, is fine."""
    begun(program)
    assert [] == since(program)
    (program.root / DAYS).rename(program.root / "commitments/oslo-no/moved.toml")
    assert 0 == program("correct", "oslo-no/days", "title=Other days").code
    assert [] == since(program)


def test_a_change_in_place_is_found(program: Program) -> None:
    """A record that says something else is named with its line and the keys."""
    begun(program)
    path = program.root / DAYS
    path.write_text(path.read_text("utf-8").replace("Days of dialogue", "Days"), "utf-8")
    expected = f'{DAYS}:1: error[changed-in-place]: revision 1 of oslo-no/days says something else than before: "title"'
    assert [expected] == since(program)


def test_other_ways_of_writing_are_no_change(program: Program) -> None:
    """Order, spaces and comments are not content."""
    begun(program)
    path = program.root / DAYS
    path.write_text(
        "# a comment\n" + path.read_text("utf-8").replace("date = 2023-06-15", "date   =  2023-06-15"), "utf-8"
    )
    assert [] == since(program)


def test_what_is_gone_is_found_unless_a_retraction_tells(program: Program) -> None:
    """A record that was taken away is named; with a tombstone in its place it is not."""
    begun(program)
    path = program.root / DAYS
    text = path.read_text("utf-8")
    path.write_text(text[text.index("[[updates]]") :], "utf-8")
    assert [f"{DAYS}: error[record-gone]: revision 1 of oslo-no/days (actions) was here and is gone"] == since(program)
    path.write_text(path.read_text("utf-8") + RETRACTION, "utf-8")
    assert [] == since(program)


def test_a_file_that_cannot_be_read_now_hides_nothing_else(program: Program) -> None:
    """What it may still hold is not called gone; its own error stands."""
    begun(program)
    (program.root / DAYS).write_text("[[actions", "utf-8")
    assert [] == since(program)
    assert 1 == program("check", "--since", "HEAD").code


def test_what_could_not_be_read_then_is_said(program: Program) -> None:
    """Files with errors at the revision are counted on stderr; nothing of them is compared."""
    path = program.root / DAYS
    text = path.read_text("utf-8")
    path.write_text("[[actions", "utf-8")
    begun(program)
    path.write_text(text, "utf-8")
    ran = program("check", "--since", "HEAD")
    assert (0, "pledgekit: 1 file at HEAD has errors; what it held is not compared\n") == (ran.code, ran.err)


def test_an_unknown_revision_is_told(program: Program) -> None:
    """In one line, with the nearest; nothing is listed."""
    begun(program)
    assert (1, "", "pledgekit: git knows no revision 'mian'; did you mean main?\n") == program(
        "check", "--since", "mian"
    )
