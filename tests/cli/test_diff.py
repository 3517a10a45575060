"""`diff`: between revisions, days and folders; as text, Markdown and JSON; and what is refused."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from pledgekit.cli.diff import sides
from pledgekit.errors import UsageError
from tests.test_history import commit, git

if TYPE_CHECKING:
    from tests.cli.small import Program

MORE = """\
[[updates]]
id = "u-2024-again"
commitment = "d-2020/c1"
period = "2024"
completion = "substantial"
date = 2025-02-10
recorded = 2025-02-10

[[notes]]
id = "n"
text = "Rang."
date = 2025-02-11
recorded = 2025-02-11
"""
MOVED = "- Oslo: c1: limited → substantial (2024): date 10 January 2025 → 10 February 2025"


def later(program: Program) -> None:
    """Put the small register under git, then record more."""
    git(program.root, "init", "-q", "-b", "main")
    commit(program.root, "Begin")
    path = program.root / "commitments/oslo-no/internal/2025.toml"
    path.parent.mkdir()
    path.write_text(MORE, "utf-8")


def unwrapped(text: str) -> list[str]:
    """Give printed lines with those that were wrapped put together."""
    return text.replace("\n  ", " ").splitlines()


def test_a_revision_against_the_folder(program: Program) -> None:
    """What was done since a commit, in the domain's words."""
    later(program)
    ran = program("diff", "HEAD..")
    assert (0, "") == (ran.code, ran.err)
    assert MOVED in unwrapped(ran.out)
    assert "- Oslo: new: “Rang.”" in unwrapped(ran.out)
    assert "from HEAD to the folder as it is" in ran.out
    assert "INTERNAL" not in ran.out


def test_two_revisions(program: Program) -> None:
    """Both are read out of git; what lies uncommitted is in neither."""
    later(program)
    commit(program.root, "More")
    (program.root / "commitments/bergen-no/city.toml").unlink()
    ran = program("diff", "HEAD~1..main")
    assert MOVED in unwrapped(ran.out)
    assert "Bergen" not in ran.out


def test_two_days_of_knowing(program: Program) -> None:
    """What became known in between; a day stands for what was known at its end."""
    later(program)
    ran = program("diff", "2025-01-31..2025-02-10")
    assert MOVED in unwrapped(ran.out)
    assert "Rang" not in ran.out
    assert "from what was known on 31 January 2025 to what was known on 10 February 2025" in ran.out


def test_two_folders(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of a register are compared without git, whatever stands in their names."""
    shutil.copytree(program.root, program.root.parent / "old")
    later(program)
    monkeypatch.chdir(program.root)
    for between in ("../old/..../register/", "../old..", f"{program.root.parent}/old..{program.root}"):
        assert MOVED in unwrapped(program("diff", between).out)
    monkeypatch.chdir(program.root.parent)
    assert MOVED in unwrapped(program("diff", "old/..register/").out)
    assert MOVED in unwrapped(program("diff", "old..register").out)


def test_nothing_changed(program: Program) -> None:
    """Said in so many words; that is no failure."""
    ran = program("diff", "2025-06-01..")
    assert (0, 1) == (ran.code, ran.out.count("Nothing changed.\n"))


def test_markdown_and_json_tell_the_same(program: Program) -> None:
    """The three forms name the same records in the same order."""
    later(program)
    value = json.loads(program("diff", "HEAD..", "--json").out)
    assert ("pledgekit/diff", 1, ["HEAD", ""], "internal") == (
        value["format"],
        value["format_version"],
        value["between"],
        value["audience"],
    )
    expected = [("updates", "changed", "oslo-no/u-2024-again", "Oslo"), ("notes", "new", "oslo-no/n", "Oslo")]
    assert expected == [(each["kind"], each["what"], each["ref"], each["name"]) for each in value["changes"]]
    keys = [{"key": "completion", "before": "limited", "after": "substantial"}]
    assert keys == [each for each in value["changes"][0]["keys"] if each["key"] == "completion"]
    assert None is value["changes"][1]["before"]
    markdown = program("diff", "HEAD..", "--format", "md").out
    assert "INTERNAL" in markdown
    assert markdown.index("## Updates (1)") < markdown.index("limited → substantial") < markdown.index("## Notes (1)")


def test_an_audience_sees_its_changes_alone(program: Program) -> None:
    """What is for staff is told to staff."""
    later(program)
    ran = program("--audience", "public", "diff", "HEAD..")
    assert "Nothing changed." in ran.out
    assert "INTERNAL" not in program("--audience", "public", "diff", "HEAD..", "--format", "md").out


def test_what_could_not_be_read_is_said(program: Program) -> None:
    """A side with broken files is compared without them, and that is said."""
    later(program)
    (program.root / "commitments/oslo-no/broken.toml").write_text("[[", "utf-8")
    ran = program("diff", "HEAD..")
    expected = "pledgekit: 1 file at the folder as it is has errors; what it held is not compared\n"
    assert (0, expected) == (ran.code, ran.err)


@pytest.mark.parametrize(
    ("between", "code", "message"),
    [
        ("mian..", 1, "git knows no revision 'mian'; did you mean main?"),
        ("HEAD..nothing/", 1, "no register at nothing: it has no declarations/ folder; name the folder with --root"),
        ("2025-02-30..", 2, "'2025-02-30' is not a day; write it as 2024-06-30"),
        ("HEAD", 2, "'HEAD' does not name two states of the register; write A..B, each"),
        ("HEAD...main", 2, "'HEAD...main' does not name two states of the register"),
        ("..HEAD", 2, "'..HEAD' does not name two states of the register"),
        ("--..HEAD", 2, "No such option"),
    ],
)
def test_what_cannot_be_compared_is_told(program: Program, between: str, code: int, message: str) -> None:
    """In one line; nothing is printed."""
    later(program)
    ran = program("diff", between)
    assert (code, "") == (ran.code, ran.out)
    assert message in ran.err
    assert 1 == ran.err.count("\n")


def test_without_a_repository_it_is_told(program: Program) -> None:
    """Days and folders are named as the way out."""
    ran = program("diff", "HEAD..")
    assert (1, "") == (ran.code, ran.out)
    assert "is not in a git repository; name days or folders instead" in ran.err


def test_an_unknown_format_is_refused(program: Program) -> None:
    """The known ones are named."""
    ran = program("diff", "2025-01-01..", "--format", "pdf")
    assert (2, "", "pledgekit: no format 'pdf'; one of txt, md, html\n") == ran


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("A..B", ("A", "B")),
        ("A..", ("A", "")),
        ("v1.2..v1.3", ("v1.2", "v1.3")),
        ("HEAD~2..origin/main", ("HEAD~2", "origin/main")),
        ("2024-01-01..2024-06-01", ("2024-01-01", "2024-06-01")),
        ("../a/..../b/", ("../a/", "../b/")),
        ("a/..../b/", ("a/", "../b/")),
        ("~/a..~/b", ("~/a", "~/b")),
    ],
)
def test_two_sides_are_found(between: str, expected: tuple[str, str]) -> None:
    """Also where names have dots of their own."""
    assert expected == sides(between)


@pytest.mark.parametrize("between", ["", "..", "A", "A...B", "..B", "A..-b", "A..b.", "/.../."])
def test_no_pair_is_told(between: str) -> None:
    """What names no two states is a slip in the command."""
    with pytest.raises(UsageError):
        sides(between)
