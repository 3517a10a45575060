"""Examples of the documentation, run: blocks of a page, and terminal sessions with the real program.

What a command prints, on both streams, has to be what the page shows. Four things may differ: the eight letters and
digits at the end of a made id, the moment of recording, the day as known on (that of the last recording), and what a
line with nothing but `…` stands for. An id that a page shows is replaced by the one that was made wherever a later
command of the page names it.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PAGES", "ROOT", "Block", "Session", "blocks", "lay_example", "run_python", "text_of"]

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs"

_BLOCK = re.compile(r"^```(\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"(?:(?<![\w-])\d{4}-\d\d-\d\d-|(?<=-))[a-z2-7]{8}(?=-r\d|[^-\w]|$)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z|\+00:00)")
_KNOWN = re.compile(r"(?:(?<=, as known on )|(?<=; the newest record used here is of ))\d{1,2} [A-Z][a-z]+ \d{4}")
_LEFT_OUT = "…"
_HOME = "/desk"  # the folder in which a session begins, as pages show it


class Block(NamedTuple):
    """One fenced block of a page: its language, its text, the line on which it begins."""

    language: str
    text: str
    line: int


def text_of(page: Path) -> str:
    """Give the text of a page."""
    return page.read_text("utf-8")


def blocks(page: Path, language: str) -> list[Block]:
    """Give the blocks of one language, in order; fails when there is none, since then nothing would be tested."""
    text = text_of(page)
    found = [
        Block(each[1], each[2], text.count("\n", 0, each.start()) + 1)
        for each in _BLOCK.finditer(text)
        if each[1] == language
    ]
    assert found, f"{page.name} has no block of {language}"
    return found


def run_python(page: Path) -> None:
    """Run the Python examples of a page, in order and with the names of those before; fails where one gives another."""
    said: list[str] = []
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(verbose=False)
    for block in blocks(page, "python"):
        test = doctest.DocTestParser().get_doctest(block.text, names, page.name, str(page), block.line)
        assert test.examples, f"line {block.line}: no example"
        runner.run(test, out=said.append, clear_globs=False)
        names = test.globs
    assert not said, "".join(said)


def lay_example(root: Path) -> None:
    """Lay out the small register that the page on numbers shows, file by file."""
    for block in blocks(PAGES / "numbers.md", "toml"):
        name, _, text = block.text.partition("\n")
        path = root / name.removeprefix("# ")
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")


class Session:
    """A terminal in a folder of its own: runs what a page shows, in order, and compares what is printed."""

    def __init__(self, folder: Path) -> None:
        """Begin in a folder, as a user without git's settings."""
        self.folder = folder.resolve()
        self._home = f"{self.folder}"
        self._marks: dict[str, str] = {}
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PLEDGEKIT_")}
        path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
        empty = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        self._environment = {**kept, "PATH": path, "PLEDGEKIT_USER": "Ada", "NO_COLOR": "1", **empty}

    def run(self, block: Block) -> None:
        """Run every command of a console block and compare; fails at the first that prints something else."""
        for command, expected in _commands(block.text):
            shown = command
            for mark, made in self._marks.items():
                shown = shown.replace(mark, made)
            actual = self._run(shown)
            assert _like(expected, actual, self._marks), (
                f"line {block.line}: $ {command}\nthe page shows:\n{expected}\nthe program prints:\n{actual}"
            )

    def succeed(self, block: Block) -> None:
        """Run every command of a block that shows no outputs; fails at the first that does not exit with 0."""
        for command, expected in _commands(block.text):
            assert not expected
            done = self._start(command)
            assert done.returncode == 0, f"$ {command}\n{done.stdout}"

    def type(self, block: Block, answers: Iterable[str]) -> None:
        """Run the one command of a block on a terminal, answer its questions, and compare what the screen shows.

        A question ends with a colon and a blank. Blanks at the ends of lines do not count.
        """
        import pty

        ((command, expected),) = _commands(block.text)
        left = list(answers)
        screen = b""
        ours, its = pty.openpty()
        environment = {**self._environment, "TERM": "dumb"}
        with subprocess.Popen(
            ["sh", "-c", command], cwd=self.folder, env=environment, stdin=its, stdout=its, stderr=its
        ) as process:
            os.close(its)
            while said := _read(ours):
                screen += said
                if screen.endswith(b": "):
                    if not left:  # it asks more than the page shows, and would wait for ever
                        process.kill()
                        break
                    os.write(ours, f"{left.pop(0)}\n".encode())
            os.close(ours)
        lines = screen.decode().replace("\r\n", "\n").splitlines()
        actual = "".join(f"{each.rstrip()}\n" for each in lines)
        assert _like(expected, actual, self._marks), f"line {block.line}:\n{expected}\nthe screen shows:\n{actual}"
        assert [] == left

    def exit_code(self, command: str) -> int:
        """Give the exit code of a command."""
        return self._start(command).returncode

    def _run(self, command: str) -> str:
        words = command.split()
        if words[0] == "cd":
            self.folder = (self.folder / words[1]).resolve()
            return ""
        return self._start(command).stdout.replace(self._home, _HOME)

    def _start(self, command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )


def _read(terminal: int) -> bytes:
    """Give what is said next; nothing at the end, which Linux tells by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def _commands(text: str) -> list[tuple[str, str]]:
    """Split a session into commands, each with what is shown below it. A backslash at the end continues a command."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        elif found and found[-1][0].endswith("\\") and not found[-1][1]:
            found[-1] = (found[-1][0][:-1].rstrip() + " " + line.strip(), "")
        else:
            assert found, f"a session begins with a command: {line!r}"
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def _like(expected: str, actual: str, marks: dict[str, str]) -> bool:
    """Tell whether the two are alike but for what may differ; the ids that were made are noted."""
    pattern = ""
    names: list[str] = []
    for line in expected.splitlines():
        if line.strip() == _LEFT_OUT:
            pattern += r"(?:.*\n)*?"
            continue
        at = 0
        for found in re.finditer(f"{_MOMENT.pattern}|{_KNOWN.pattern}|{_MARK.pattern}", line):
            pattern += re.escape(line[at : found.start()])
            if _MOMENT.fullmatch(found[0]):
                pattern += re.sub(r"\d", r"\\d", re.escape(found[0]))
            elif _KNOWN.fullmatch(line, found.start(), found.end()):
                pattern += _KNOWN.pattern
            elif found[0] in marks:
                pattern += re.escape(marks[found[0]])
            elif found[0] in names:
                pattern += rf"\{names.index(found[0]) + 1}"
            else:
                names.append(found[0])
                pattern += r"((?:\d{4}-\d\d-\d\d-)?[a-z2-7]{8})"
            at = found.end()
        pattern += re.escape(line[at:]) + r"\n"
    matched = re.fullmatch(pattern, actual)
    if matched is None:
        return False
    marks.update(zip(names, matched.groups(), strict=True))
    return True
