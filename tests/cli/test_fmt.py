"""`fmt` at the command line: paths on stdout, the rest on stderr, and exit codes that a server can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.disk import Created
from pledgekit.errors import Refused

if TYPE_CHECKING:
    from tests.cli.small import Program

LOOSE = b"\xef\xbb\xbf[[actions]]\r\ntitle = 'Loose' # as typed\r\nid = 'loose'\r\n"
TIDY = b'[[actions]]\nid = "loose"\ntitle = "Loose"  # as typed\n'
FILE = "commitments/oslo-no/loose.toml"


def test_a_register_in_canonical_form(program: Program) -> None:
    """What `init` and recording write does not change."""
    before = program.files()
    assert (0, "", "nothing would change\n") == program("fmt", "--check")
    assert (0, "", "nothing had to change\n") == program("fmt")
    assert before == program.files()


def test_a_loose_file_is_named_and_then_rewritten(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """--check writes nothing, shows a difference and exits 1; without it the file changes, and no other."""
    (program.root / FILE).write_bytes(LOOSE)
    before = program.files()
    code, out, err = program("fmt", "--check")
    assert (1, f"{FILE}\n") == (code, out)
    assert '+title = "Loose"  # as typed' in err
    assert err.endswith("1 file would change; to do it: pledgekit fmt\n")
    assert before == program.files()
    monkeypatch.chdir(program.root / "commitments" / "oslo-no")
    assert (0, f"{FILE}\n", "1 file was put into canonical form\n") == program("fmt", "loose.toml")
    assert {**before, FILE: TIDY} == program.files()
    assert (0, "", "nothing would change\n") == program("fmt", "--check", FILE)
    assert (0, "", "nothing would change\n") == program("fmt", "--check", str(program.root))


def test_long_differences_are_cut(program: Program) -> None:
    """Of a file that changes all over, a few lines are shown."""
    (program.root / FILE).write_bytes(b"".join(b"[[actions]]\nid='a%d'\n" % each for each in range(9)))
    code, _, err = program("fmt", "--check")
    assert 1 == code
    assert "… and " in err
    assert len(err.splitlines()) < 20


def test_what_cannot_be_kept_does_not_stop_the_others(program: Program) -> None:
    """A file that is no TOML is named with its line; the others are rewritten; the exit code says that not all were."""
    (program.root / FILE).write_bytes(LOOSE)
    (program.root / "commitments/oslo-no/bad.toml").write_bytes(b"[[actions]]\ntitle\n")
    code, out, err = program("fmt")
    assert (1, f"{FILE}\n") == (code, out)
    assert "commitments/oslo-no/bad.toml:2: " in err
    assert err.endswith("1 file was put into canonical form\n1 file was left as it is\n")
    assert TIDY == (program.root / FILE).read_bytes()


def test_a_file_changed_meanwhile_is_left(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's change stands, and is said."""

    def changed(*_: object, **__: object) -> Created:
        raise Refused("the file was changed meanwhile", file=FILE)

    (program.root / FILE).write_bytes(LOOSE)
    monkeypatch.setattr("pledgekit.disk.replace", changed)
    code, out, err = program("fmt")
    assert (1, "") == (code, out)
    assert f"{FILE}: the file was changed meanwhile\nnothing had to change\n1 file was left as it is\n" in err


def test_what_the_disk_did_not_confirm_is_said(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A replaced file that a power cut could still undo is named."""
    (program.root / FILE).write_bytes(LOOSE)
    monkeypatch.setattr("pledgekit.disk.replace", lambda *_, **__: Created(FILE, confirmed=False))
    code, out, err = program("fmt")
    assert (0, f"{FILE}\n") == (code, out)
    assert f"{FILE} was replaced, not yet confirmed on disk" in err


@pytest.mark.parametrize("path", ["/", "nowhere.toml", "commitments/oslo-no/nothing"])
def test_a_path_that_leads_nowhere(program: Program, path: str) -> None:
    """A path that names no file of the register is an error; nothing is written."""
    code, out, err = program("fmt", path)
    assert (1, "") == (code, out)
    assert "no TOML file of the register" in err


def test_what_erase_sends_here_can_then_be_erased(program: Program) -> None:
    """A record of an inline array cannot be cut out; fmt gives it a header, and then it can."""
    (program.root / FILE).write_text('actions = [{ id = "in", title = "T" }, { id = "two", title = "U" }]\n', "utf-8")
    ran = program("erase", "oslo-no/in", "--reason", "privacy")
    assert (1, True) == (ran.code, f"pledgekit fmt {FILE}" in ran.err)
    assert (0, f"{FILE}\n") == program("fmt", FILE)[:2]
    assert (0, f"{FILE}\n") == program("erase", "oslo-no/in", "--reason", "privacy", "--yes")[:2]
    left = (program.root / FILE).read_text("utf-8")
    assert (True, False) == ('id = "two"' in left, 'id = "in"' in left)
