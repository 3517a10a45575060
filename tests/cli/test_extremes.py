"""The edges: ends of the calendar, texts that are none, names that nothing is near. An answer or clear words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.cli.who import who
from pledgekit.errors import UsageError
from tests.cli.small import make
from tests.cli.test_recording import recorded, refused

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


def test_commands_refuse_them(program: Program) -> None:
    """Typed text, whoever's name it is; a title or note of blanks is missing."""
    assert "text: the control character U+001B" in refused(program, 1, "note", "Oslo", "a\x1b[2J")
    assert "recorded_by: the control" in refused(program, 1, "note", "Oslo", "a", "--recorded-by", "\a")
    assert "--title is missing" in refused(program, 2, "record", "Oslo", "--title", "  ")
    assert '"title" is missing' in refused(program, 2, "add", "action", "oslo-no", "title=  ")
    assert '"text" is missing' in refused(program, 1, "note", "Oslo", " \t ")


def test_addresses_that_are_none_are_told_at_once(program: Program) -> None:
    """What looks like an address and is kept as words, and an address that leads nowhere; words alone are fine."""
    _, ran = recorded(program, "record", "Oslo", "--title", "T", "--evidence", "javascript:alert(1)")
    assert "javascript:alert(1) is kept as words: the address of a page begins with https://" in ran.err
    _, ran = recorded(program, "add", "action", "Oslo", "title=U", 'evidence=[{url="javascript:x"}]')
    assert "javascript:x is not the address of a page" in ran.err
    _, ran = recorded(program, "record", "Oslo", "--title", "V", "--evidence", "https://example.org/a A letter: of May")
    assert "address" not in ran.err


def test_only_what_is_near_is_suggested(program: Program) -> None:
    """Of a short word most letters must be there, or it begins a name; a code that is like none has no nearest."""
    make(program.root, commitments__columbus_us__x='[[officials]]\nid = "ginther"\nname = "G"\noffice = "Mayor"\n')
    assert "did you mean" not in refused(program, 1, "show", "the")
    assert "did you mean oslo-no?" in refused(program, 1, "show", "osl")
    assert "foo is not a code of a problem; check names" in refused(program, 2, "check", "--only", "foo")
    assert "nearest: bad-id" in refused(program, 2, "check", "--only", "bad-idd")


@pytest.mark.parametrize("audience", ["public", "city", "network"])
def test_check_is_for_staff(program: Program, audience: str) -> None:
    """Its lines name what others do not see."""
    assert "check is for staff; leave out --audience" in refused(program, 2, "--audience", audience, "check")
    assert 0 == program("--audience", "internal", "check").code


def test_a_ref_is_taken_as_it_stands_in_markdown(program: Program) -> None:
    """Copied from the raw text, @ has a backslash before it."""
    _, ran = recorded(program, "review", "oslo-no/days", "--verdict", "approved", "--by", "B")
    content = next(each for each in ran.err.splitlines() if "content = " in each).partition("sha256:")[2][:8]
    recorded(program, "review", rf"oslo-no/days\@{content}", "--verdict", "may-publish", "--by", "B")
