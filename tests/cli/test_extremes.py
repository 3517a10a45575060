"""The ends of the calendar, and bytes that are no text: clear words or an answer, never a fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.cli.who import who
from pledgekit.errors import UsageError
from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program

COMMANDS = [
    "todo",
    "check --strict",
    "status --period 2024",
    "show oslo-no",
    "count",
    "list actions",
    "explain actions",
    "report annual",
    "report city Oslo",
    "report spotlight Oslo",
    "report findings",
    "report corrections",
    "round status --period 2024",
    "record Oslo --title x --dry-run",
    "note Oslo x --dry-run",
]
BAD = "bad \udcff bytes"  # as Python gives the byte 0xFF of an argument


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_ends_of_the_calendar(program: Program, command: str, day: str) -> None:
    """Any day may be asked about."""
    ran = program("--as-of", day, *command.split())
    assert ran.code in (0, 1)
    assert "fault of pledgekit" not in ran.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_rounds_at_the_ends_of_the_calendar(program: Program, day: str) -> None:
    """So may any day stand in a file."""
    path = program.root / "declarations" / "d-2020" / "declaration.toml"
    path.write_text(path.read_text("utf-8").replace("due = 2025-01-31", f"due = {day}"), "utf-8")
    ran = program("todo")
    assert (0, False) == (ran.code, "fault of pledgekit" in ran.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["note", "Oslo", BAD],
        ["count", "--search", BAD],
        ["show", BAD],
        ["list", BAD],
        ["--root", BAD, "status"],
        ["export", "json", "--out", BAD],
        [BAD],
        ["record", "Oslo", f"--title={BAD}"],
    ],
)
def test_arguments_that_are_no_text(program: Program, arguments: list[str]) -> None:
    """One line that shows the bytes, exit 2, and nothing is written."""
    before = program.files()
    ran = program(*arguments)
    assert (2, "", before) == (ran.code, ran.out, program.files())
    assert 1 == ran.err.count("\n")
    assert r"bad \xff bytes' is not UTF-8" in ran.err


@pytest.mark.parametrize("name", ["PLEDGEKIT_USER", "PLEDGEKIT_ROOT"])
def test_an_environment_that_is_no_text(program: Program, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, for any command, with the variable's name."""
    monkeypatch.setenv(name, "J\udcffrg")
    for command in (["note", "Oslo", "x"], ["status"]):
        ran = program(*command)
        assert (2, "") == (ran.code, ran.out)
        assert rf"pledgekit: {name}: 'J\xffrg' is not UTF-8" in ran.err


def test_a_login_that_is_no_text(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is named where it would be recorded; other commands go on."""
    monkeypatch.delenv("PLEDGEKIT_USER")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "nowhere")
    monkeypatch.setenv("LOGNAME", "J\udcffrg")
    with pytest.raises(UsageError, match=r"LOGNAME: .* is not UTF-8; set PLEDGEKIT_USER"):
        who(make(program.root.parent / "other"))
    assert 0 == program("status").code
