"""`erase`: for good, with a reason, and with what it could not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.cli import erase
from tests.cli.small import make
from tests.cli.test_recording import recorded, refused
from tests.test_history import git

if TYPE_CHECKING:
    from tests.cli.small import Program

PATH = "commitments/oslo-no/2023.toml"


def test_erase(program: Program) -> None:
    """The paths on stdout; the tombstone, who cites it and what still holds it on stderr; nothing of it is left."""
    recorded(program, "record", "munich-de", "--title", "Like it", "--inspired-by", "oslo-no/days")
    recorded(program, "correct", "oslo-no/days", "title=Other words")
    ran = program("erase", "oslo-no/days", "--reason", "privacy", "--yes", "--despite-references")
    assert (0, PATH) == (ran.code, ran.out.splitlines()[0])
    assert 2 == len(ran.out.splitlines())
    assert 'record = "oslo-no/days"' in ran.err
    assert "1 record still names oslo-no/days" in ran.err
    assert "backups" in ran.err
    assert "git's history" not in ran.err
    files = program.files()
    assert not [path for path, data in files.items() if b"Days of dialogue" in data or b"Other words" in data]
    assert b"u-2024-c1" in files[PATH]
    assert 0 == program("check").code
    assert "is no record" in refused(program, 1, "erase", "oslo-no/days", "--reason", "privacy")


def test_what_was_retracted_can_be_erased(program: Program) -> None:
    """A retraction for safety is tombstone enough; only the file of the record changes."""
    _, ran = recorded(program, "retract", "oslo-no/days", "--reason", "safety")
    tomb = program.files()[ran.out.strip()]
    ran = program("erase", "oslo-no/days", "--reason", "safety", "--yes")
    assert (0, f"{PATH}\n") == (ran.code, ran.out)
    assert "[[retractions]]" not in ran.err
    assert [tomb] == [data for data in program.files().values() if b"[[retractions]]" in data]


@pytest.mark.parametrize("form", ["folder", "file"])
def test_git_that_cannot_be_asked_is_named(program: Program, form: str) -> None:
    """Where git seems to keep a history and cannot be asked, it may still hold the record; so in a broken worktree."""
    if form == "folder":
        (program.root.parent / ".git").mkdir()
    else:
        (program.root / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    ran = program("erase", "oslo-no/days", "--reason", "safety", "--yes")
    assert "git could not be asked" in ran.err
    assert f"its history may still hold {PATH}" in ran.err


def test_what_git_holds_is_said(program: Program) -> None:
    """Never committed, staged, or committed and last in which revision."""
    git(program.root, "init", "-q", "-b", "main")
    asked = ("erase", "oslo-no/days", "--reason", "safety", "--dry-run")
    assert "git never had it: no commit holds it" in program(*asked).err
    git(program.root, "add", ".")
    assert f"git never committed it, but it is staged: {PATH};" in program(*asked).err
    git(program.root, "commit", "-q", "-m", "One")
    commit = git(program.root, "rev-parse", "HEAD")[:10]
    held = f"git's history still holds it, here and in every clone: {PATH}, last in revision {commit} of "
    assert held in program(*asked).err
    assert held in program(*asked[:-1], "--yes").err


def test_what_speaks_of_it_is_named(program: Program) -> None:
    """Reviews, notes, replies and comments that name the record, at the lines they have afterwards."""
    recorded(program, "review", "oslo-no/days", "--verdict", "approved", "--by", "A. Boss")
    _, noted = recorded(program, "note", "munich-de", "They ask about oslo-no/days again")
    _, ran = recorded(program, "record", "munich-de", "--title", "Like it", "--inspired-by", "oslo-no/days")
    own = program.root / PATH
    own.write_text(own.read_text("utf-8") + "\n# see oslo-no/days and oslo-no/days-2\n", "utf-8")
    ran = program("erase", "oslo-no/days", "--reason", "privacy", "--yes", "--despite-references")
    lines = own.read_text("utf-8").splitlines()
    assert f"{PATH}:{lines.index('# see oslo-no/days and oslo-no/days-2') + 1}: comment\n" in ran.err
    assert f"{noted.out.strip()}:" in ran.err
    assert ": note\n" in ran.err
    assert ": review\n" in ran.err
    assert "3 more places speak of oslo-no/days" in ran.err
    assert "1 record still names oslo-no/days" in ran.err


def test_a_dry_run_erases_nothing(program: Program) -> None:
    """It says which files would change, and which could not be read."""
    make(program.root, commitments__oslo_no__bad="x = [")
    before = program.files()
    ran = program("erase", "oslo-no/days", "--reason", "privacy", "--dry-run")
    assert (0, "", before) == (ran.code, ran.out, program.files())
    assert f"1 file would have been changed: {PATH}" in ran.err
    assert "may hold more of it: commitments/oslo-no/bad.toml" in ran.err


def test_at_a_terminal_it_asks(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """No means no; --yes asks nothing."""
    before = program.files()
    monkeypatch.setattr(erase, "can_ask", lambda: True)
    monkeypatch.setattr(erase, "confirm", lambda _: False)
    ran = program("erase", "oslo-no/days", "--reason", "privacy")
    assert (1, "", before) == (ran.code, ran.out, program.files())
    assert "nothing was changed" in ran.err
    assert 0 == program("erase", "oslo-no/days", "--reason", "privacy", "--yes").code


def test_doubt_is_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the folder cannot be flushed a power cut may undo it."""
    monkeypatch.setattr("pledgekit.disk.replacing.flush", lambda _: False)
    assert "not yet confirmed on disk" in program("erase", "oslo-no/days", "--reason", "privacy", "--yes").err


@pytest.mark.parametrize(
    ("code", "said", "arguments"),
    [
        (2, "--reason is missing: one of privacy, safety", ["oslo-no/days"]),
        (2, "is no reason to erase", ["oslo-no/days", "--reason", "error"]),
        (1, "did you mean oslo-no/days", ["oslo-no/day", "--reason", "privacy"]),
        (1, "with records of its own", ["Oslo", "--reason", "privacy"]),
    ],
)
def test_what_is_not_erased(program: Program, code: int, said: str, arguments: list[str]) -> None:
    """Without a reason, for a wrong one, for what is not there and for owners: nothing is changed."""
    assert said in refused(program, code, "erase", *arguments)


def test_what_others_cite_is_erased_on_request_only(program: Program) -> None:
    """The records that cite it are named by line, tried or not; one option more erases it, and check warns."""
    _, ran = recorded(program, "record", "munich-de", "--title", "Like it", "--inspired-by", "oslo-no/days")
    citing = ran.out.strip()
    line = (program.root / citing).read_text("utf-8").splitlines().index('inspired_by = ["oslo-no/days"]') + 1
    asked = ("erase", "oslo-no/days", "--reason", "safety")
    for more in ([], ["--yes"], ["--dry-run"]):
        said = refused(program, 1, *asked, *more)
        assert f"1 record cites oslo-no/days: {citing}:{line}; " in said
        assert "--despite-references" in said
    assert 0 == program(*asked, "--yes", "--despite-references").code
    checked = program("check")
    assert (0, True) == (checked.code, "warning[retracted-ref]" in checked.out)


def test_without_a_terminal_it_wants_a_yes(program: Program) -> None:
    """It cannot be undone: where nobody can be asked, nothing goes without --yes."""
    said = refused(program, 2, "erase", "oslo-no/days", "--reason", "safety")
    assert "cannot be undone" in said
    assert "--dry-run, then give --yes" in said


def test_where_its_words_still_stand_is_named(program: Program) -> None:
    """Names, however short, and texts of eight letters or more: in other records, comments and other files."""
    make(
        program.root,
        commitments__bergen_no__x='# Rang A. MAYOR of Oslo\n[[notes]]\nid = "n"\ntext = "A. Mayors met"\n',
        commitments__munich_de__y='[[notes]]\nid = "n"\ntext = """\nThen A.\nMayor rang.\n"""\n',
    )
    ran = program("erase", "oslo-no/mayor", "--reason", "privacy", "--yes")
    assert (
        "2 places have words of oslo-no/mayor still; look whether they have to go, too:\n"
        "  commitments/bergen-no/x.toml:1: name\n"
        "  commitments/munich-de/y.toml:4: name\n"
    ) in ran.err


@pytest.mark.parametrize("keeps", ["git", "nobody"])
def test_a_name_of_a_file_is_told_with_the_way_to_change_it(program: Program, keeps: str) -> None:
    """The command is ready to run in the register's folder, and gives a name that says nothing."""
    _, ran = recorded(program, "record", "Oslo", "--title", "Help for R. Jansen")
    path = ran.out.strip()
    if keeps == "git":
        git(program.root, "init", "-q", "-b", "main")
        git(program.root, "add", ".")
    ref = f"oslo-no/{path.rpartition('/')[2].removesuffix('.toml')}"
    err = program("erase", ref, "--reason", "privacy", "--yes").err
    folder = path.rpartition("/")[0]
    (line,) = [each for each in err.splitlines() if each.startswith(f"  {path}: the file's name; to change it: ")]
    words = line.partition("change it: ")[2].split()
    assert (["git"] if keeps == "git" else []) + ["mv", path] == words[:-1]
    assert words[-1].startswith(f"{folder}/records-")
    (program.root / path).rename(program.root / words[-1])
    assert 0 == program("check").code
