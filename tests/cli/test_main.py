"""The program as a whole: exit codes, one line for whatever goes wrong, help, starts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.cli import console, main
from pledgekit.cli.commands import COMMANDS, named
from pledgekit.errors import DiskError
from pledgekit.version import __version__
from tests.cli.small import FILES, make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

SUB = [["new", "city"], ["new", "declaration"], ["report", "annual"], ["report", "city"]]


def one_line(text: str) -> bool:
    """Whether this is one line of talk and no traceback."""
    return text.startswith("pledgekit: ") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("command", [*([each] for each in COMMANDS), *SUB], ids=" ".join)
def test_every_command_has_help(program: Program, command: list[str]) -> None:
    """--help and -h explain every command and its options, on stdout."""
    ran = program.bare(*command, "--help")
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith(f"Usage: pledgekit {' '.join(command)} ")
    assert ran == program.bare(*command, "-h")


def test_help_lists_every_command(program: Program) -> None:
    """Without arguments and with --help, all commands are listed with a line of help."""
    ran = program.bare("--help")
    listed = ran.out.partition("Commands:\n")[2].splitlines()
    assert sorted(COMMANDS) == sorted(line.split()[0] for line in listed)
    assert all(len(line.split()) > 2 for line in listed)
    assert ran == program.bare()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["status"], "status"),
        (["--root", "check", "status"], "status"),
        (["--root=check", "--as-of", "2024-01-01", "list", "status"], "list"),
        (["--help"], ""),
        (["stat"], ""),
        (["--root"], ""),
        ([], ""),
    ],
)
def test_which_command_is_meant(arguments: list[str], expected: str) -> None:
    """The first word that is no global option and not its value names the command."""
    assert expected == named(arguments)


@pytest.mark.parametrize("arguments", [["--version"], ["--root", ".", "--version"]])
def test_version(program: Program, arguments: list[str]) -> None:
    """The version is one line, with or without other options."""
    ran = program.bare(*arguments, *(["status"] if len(arguments) > 1 else []))
    assert (0, f"pledgekit {__version__}\n", "") == ran


@pytest.mark.parametrize(
    ("code", "said", "arguments"),
    [
        (2, "Did you mean 'list'?", ["lst"]),
        (2, "No such option: --rot", ["--rot", "x", "status"]),
        (2, "Missing command", ["report"]),
        (2, "is not a day", ["--as-of", "tomorrow", "status"]),
        (2, "is not a day", ["--known-on", "2024", "status"]),
        (2, "nearest: network", ["--audience", "netwrok", "status"]),
        (2, "that of a city's own report", ["--audience", "city", "list", "cities"]),
        (2, "is not a period", ["status", "--period", "2024-03"]),
        (1, "no register at /nowhere", ["--root", "/nowhere", "status"]),
        (1, "no register at /nowhere", ["--root", "/nowhere", "record", "oslo-no", "--title", "T"]),
    ],
)
def test_wrong_usage_is_one_line(program: Program, code: int, said: str, arguments: list[str]) -> None:
    """Whatever is wrong with the words is said in one line, with exit 2; without a register it is 1."""
    ran = program.bare(*arguments)
    assert (code, "", True) == (ran.code, ran.out, one_line(ran.err))
    assert said in ran.err


def test_the_register_is_found_upwards(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without --root the nearest folder upwards is taken, before it PLEDGEKIT_ROOT; without any, it says what to do."""
    monkeypatch.chdir(program.root / "commitments" / "oslo-no")
    assert "Oslo" in program.bare("list", "cities").out
    monkeypatch.chdir(tmp_path)
    ran = program.bare("list", "cities")
    assert (1, "", True) == (ran.code, ran.out, one_line(ran.err))
    assert "pledgekit init" in ran.err
    monkeypatch.setenv("PLEDGEKIT_ROOT", f"{program.root}")
    assert "Oslo" in program.bare("list", "cities").out


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (DiskError("cannot be read", file="x"), 1, "pledgekit: x: cannot be read; nothing was changed\n"),
        (KeyboardInterrupt(), 130, ""),
        (OSError(28, "No space"), 1, "pledgekit: the output cannot be written: the disk is full"),
        (RuntimeError("odd"), 1, "pledgekit: a fault of pledgekit, please report: RuntimeError: odd\n"),
        (BrokenPipeError(), 1, ""),
    ],
)
def test_what_is_raised_becomes_an_exit_code(
    program: Program, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, said: str
) -> None:
    """Our errors, the system's, an interruption and a fault of ours: each its code, at most one line, no traceback."""

    def fail(_: object) -> int:
        raise raised

    monkeypatch.setattr(main, "_command", fail)
    monkeypatch.setattr(main, "_close", lambda: None)
    ran = program.bare("status")
    assert (code, "") == (ran.code, ran.out)
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == bool(said)


def test_a_fault_can_be_traced(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """With PLEDGEKIT_DEBUG=1 a fault is raised."""

    def fail(_: object) -> int:
        raise RuntimeError("odd")

    monkeypatch.setattr(main, "_command", fail)
    monkeypatch.setenv("PLEDGEKIT_DEBUG", "1")
    with pytest.raises(RuntimeError, match="odd"):
        program.bare("status")


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt(), 130), (EOFError(), 130)])
def test_an_interrupted_question_ends_the_program(
    program: Program, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    """Ctrl-C and the end of the input end a command with 130; that nothing was written is said."""

    def interrupted(*_: object, **__: object) -> str:
        raise raised

    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", interrupted)
    before = program.files()
    assert (code, "", "\nended: nothing was written\n") == program("record", "oslo-no")
    monkeypatch.setattr("pledgekit.cli.retract.can_ask", lambda: True)
    monkeypatch.setattr("typer.confirm", interrupted)
    ran = program("retract", "oslo-no", "--reason", "error")
    assert (code, "", "\nended: nothing was written\n") == ran
    assert before == program.files()


def test_streams_that_cannot_be_changed_are_left(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    """A stream of somebody else's making, as in a test, is written to as it is."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert 0 == program("list", "cities").code


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """FORCE_COLOR colours, NO_COLOR and a dumb terminal do not, nor does a file."""
    cases: list[tuple[dict[str, str], bool, bool]] = [
        ({}, False, False),
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ]
    for settings, terminal, expected in cases:
        for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys.stderr, "isatty", lambda terminal=terminal: terminal)
        console.warn("words\x1b[2J")
        said = capsys.readouterr().err
        assert ["words␛[2J", expected] == [said.split()[-1], "\x1b" in said]


def test_questions_need_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody can be asked only when both the input and stderr are a terminal."""
    monkeypatch.setattr(sys, "stdin", None)
    assert not console.can_ask()
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not console.can_ask()


def test_a_question_is_asked_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    """A yes-or-no question leaves stdout to data."""
    asked: list[Any] = []

    def confirm(text: str, *, err: bool) -> bool:
        asked.append((text, err))
        return True

    monkeypatch.setattr("typer.confirm", confirm)
    assert console.confirm("Really?")
    assert [("Really?", True)] == asked


# the program in a process of its own


def run(*arguments: str, cwd: Path, env: dict[str, str], **streams: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401  as subprocess has them
    """Run the program as people do."""
    streams = streams or {"capture_output": True}
    command = [sys.executable, "-m", "pledgekit", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, text=True, check=False, timeout=60, **streams)


def test_the_program_runs(program: Program) -> None:
    """`python -m pledgekit` reads, fails and records as the functions do."""
    env = {**os.environ, "PLEDGEKIT_USER": "T"}
    listed = run("list", "cities", cwd=program.root, env=env)
    assert (0, "") == (listed.returncode, listed.stderr)
    assert listed.stdout.endswith("3 cities\n")
    wrong = run("lst", cwd=program.root, env=env)
    assert (2, "", True) == (wrong.returncode, wrong.stdout, one_line(wrong.stderr))
    made = run("record", "oslo-no", "--title", "T", cwd=program.root, env=env)
    assert (program.root / made.stdout.strip()).is_file()


def test_an_output_that_is_closed_or_full_is_no_fault(program: Program) -> None:
    """A reader that left is passed over in silence; a full disk is one line. Both exit 1."""
    env = dict(os.environ)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        left = run("list", "cities", cwd=program.root, env=env, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (1, "") == (left.returncode, left.stderr)
    if os.path.exists("/dev/full"):  # noqa: PTH110  Linux has it
        with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123  a device, no path
            ran = run("list", "cities", cwd=program.root, env=env, stdout=full, stderr=subprocess.PIPE)
        assert (1, True) == (ran.returncode, one_line(ran.stderr))
        assert "the disk is full" in ran.stderr
        with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123  a device, no path
            ran = run("--version", cwd=program.root, env=env, stdout=full, stderr=subprocess.PIPE)
        assert (1, True) == (ran.returncode, one_line(ran.stderr))


def test_without_an_output_nothing_is_done(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    """A standard output that is closed is one line, and nothing is recorded whose path could not be told."""
    before = program.files()
    monkeypatch.setattr(sys, "stdout", None)
    code = main.main(["--root", f"{program.root}", "record", "oslo-no", "--title", "T"])
    monkeypatch.undo()
    assert (1, before) == (code, program.files())


UNWANTED = {"rich", "jinja2", "cattrs", "pydantic", "json", "subprocess", "importlib.metadata", "attr.validators"}


@pytest.mark.parametrize(
    "arguments",
    [["status"], ["check"], ["record", "oslo-no", "--title", "T", "--dry-run"]],
    ids=lambda each: each[0],
)
def test_a_start_reads_only_what_it_uses(
    program: Program, bare_environment: dict[str, str], arguments: list[str]
) -> None:
    """What the most common commands do not use is not read: rich, jinja2 and the like."""
    code = f"import sys; sys.argv[1:] = {arguments!r}\nfrom pledgekit.cli.main import run\ntry:\n    run()\nfinally:\n"
    code += "    from types import ModuleType\n"
    code += "    print(*(n for n, m in sys.modules.items() if type(m) is ModuleType), file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=program.root,
        env={**bare_environment, "PLEDGEKIT_USER": "T"},
        capture_output=True,
        text=True,
        check=True,
    )
    unwanted = UNWANTED - ({"cattrs", "json"} if arguments[0] == "record" else set())
    assert set() == unwanted & set(ran.stderr.splitlines()[-1].split())


def test_the_version_reads_no_typer(bare_environment: dict[str, str]) -> None:
    """--version is answered before the libraries are read."""
    code = "import sys; sys.argv[1:] = ['--version']\nfrom pledgekit.cli.main import run\ntry:\n    run()\nfinally:\n"
    code += "    assert not {'typer', 'attr', 'tomllib'} & set(sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], env=bare_environment, capture_output=True, text=True, check=True)
    assert f"pledgekit {__version__}\n" == ran.stdout


# registers that are not as they should be


def test_bad_files_are_problems_of_the_register(program: Program) -> None:
    """A pipe, bytes that are no UTF-8, a link out: each is named by check, and nothing hangs."""
    folder = program.root / "commitments/oslo-no"
    os.mkfifo(folder / "pipe.toml")
    (folder / "latin.toml").write_bytes(b'[[notes]]\nid = "\xe9"\n')
    (folder / "out.toml").symlink_to("/etc/hostname")
    ran = program("check")
    assert 1 == ran.code
    found = {line.partition(":")[0].rpartition("/")[2]: line for line in ran.out.splitlines() if ": error[" in line}
    assert {"pipe.toml": "unreadable", "latin.toml": "not-utf-8", "out.toml": "outside-link"} == {
        name: line.partition("[")[2].partition("]")[0] for name, line in found.items()
    }


def test_a_link_in_place_of_a_citys_folder_is_not_written_through(program: Program, tmp_path: Path) -> None:
    """A folder that leads out of the register takes no record."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (program.root / "commitments/away-no").symlink_to(elsewhere)
    ran = program("record", "away-no", "--title", "T")
    assert (1, "", []) == (ran.code, ran.out, list(elsewhere.iterdir()))


def test_a_full_disk_leaves_nothing(program: Program, tmp_path: Path) -> None:
    """When no byte can be written, the record is not there, not even in part, and the message says so."""
    before = program.files()
    code = "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    code += "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
    code += "from pledgekit.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    env = {**os.environ, "PLEDGEKIT_USER": "T", "PYTHONDONTWRITEBYTECODE": "1"}
    env = {name: value for name, value in env.items() if not name.startswith("COVERAGE_")}  # it would write files too
    words = ["--root", f"{program.root}", "record", "oslo-no", "--title", "T"]
    ran = subprocess.run(
        [sys.executable, "-c", code, *words], env=env, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (1, "") == (ran.returncode, ran.stdout)
    assert ran.stderr.splitlines()[-1].startswith("pledgekit: commitments/oslo-no/")
    assert "nothing was recorded" in ran.stderr
    assert before == program.files()


def test_the_small_register_is_right(program: Program) -> None:
    """The register of these tests has no problem itself, and is written as it is told."""
    ran = program("check", "--strict")
    assert (0, f"1 info in {len(FILES)} files", "") == (ran.code, ran.out.splitlines()[-1], ran.err)
    assert make(program.root) == program.root
