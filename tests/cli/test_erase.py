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
    ran = program("erase", "oslo-no/days", "--reason", "privacy")
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
    ran = program("erase", "oslo-no/days", "--reason", "safety")
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
    ran = program("erase", "oslo-no/days", "--reason", "safety")
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
    assert held in program(*asked[:-1]).err


def test_what_speaks_of_it_is_named(program: Program) -> None:
    """Reviews, notes, replies and comments that name the record, at the lines they have afterwards."""
    recorded(program, "review", "oslo-no/days", "--verdict", "approved", "--by", "A. Boss")
    _, noted = recorded(program, "note", "munich-de", "They ask about oslo-no/days again")
    _, ran = recorded(program, "record", "munich-de", "--title", "Like it", "--inspired-by", "oslo-no/days")
    own = program.root / PATH
    own.write_text(own.read_text("utf-8") + "\n# see oslo-no/days and oslo-no/days-2\n", "utf-8")
    ran = program("erase", "oslo-no/days", "--reason", "privacy")
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
    assert "not yet confirmed on disk" in program("erase", "oslo-no/days", "--reason", "privacy").err


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
