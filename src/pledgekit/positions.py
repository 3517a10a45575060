"""A step of reading: which line of a TOML file holds which key, so that every problem can name its line.

The parser of the standard library keeps no positions. This reads a text that the parser has accepted once more, and
runs only on files with a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Path", "Positions", "locate"]

Path = tuple[str | int, ...]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|\#[^\n]*+)*")
_KEY_STRING: Final = re.compile(r"'[^'\n]*+'|\"(?:[^\"\\\n]|\\.)*\"")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]++")
# Any value but an array or an inline table: a string of one of the four kinds, or what stands up to the next sign.
_SCALAR: Final = re.compile(
    r"'''[\s\S]*?'''(?:'{0,2})|'[^']*+'"
    r'|"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*"""(?:"{0,2})|"[^"\\]*+(?:\\.[^"\\]*+)*"'
    r"|[^,\]}\#\r\n]++"
)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


@attrs.frozen(kw_only=True)
class Positions:
    """Lines by path of keys and indexes; a table's line is its header's, or its first key's if it has no header."""

    lines: Mapping[Path, int]

    def line(self, path: Sequence[str | int]) -> int:
        """The line (from 1) of what the path names, or of the nearest that there is above it. Never raises."""
        known = tuple(path)
        while known and known not in self.lines:
            known = known[:-1]
        return self.lines.get(known, 1)


def locate(text: str) -> Positions:
    """Find the lines of all keys and array items of a text that `tomllib.loads` accepts; of no other."""
    reader = _Reader(text)
    reader.document()
    return Positions(lines=reader.lines)


class _Reader:
    """Walks over the text once; `at` is where it stands, `seen_line` the line of `seen`, a place already passed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.seen = 0
        self.seen_line = 1
        self.lines: dict[Path, int] = {}
        self.implied: set[Path] = set()
        self.last_item: dict[Path, int] = {}

    def document(self) -> None:
        """All headers and pairs, one after the other."""
        table: Path = ()
        self.skip()
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                table = self.header(2)
            elif self.text[self.at] == "[":
                table = self.header(1)
            else:
                self.pair(table)
            self.skip()

    def header(self, brackets: int) -> Path:
        """`[a.b]` or `[[a.b]]`: note it, and tell under which path the pairs that follow stand."""
        line = self.here()
        self.at += brackets
        self.skip()
        keys = self.key()
        self.at += brackets
        path: Path = ()
        for key in keys[:-1]:
            path = self.inside((*path, key))
            self.note(path, line, implied=True)
        path = (*path, keys[-1])
        self.note(path, line, implied=False)
        if brackets == 1:
            return path
        self.last_item[path] = self.last_item.get(path, -1) + 1
        path = self.inside(path)
        self.note(path, line, implied=False)
        return path

    def inside(self, path: Path) -> Path:
        """The last item if the path is an array of tables, else the path itself."""
        return (*path, self.last_item[path]) if path in self.last_item else path

    def note(self, path: Path, line: int, *, implied: bool) -> None:
        """Keep the first line of a path; its own header outranks one that merely mentions it."""
        if path not in self.lines or (path in self.implied and not implied):
            self.lines[path] = line
            if implied:
                self.implied.add(path)
            else:
                self.implied.discard(path)

    def pair(self, table: Path) -> None:
        """`a.b = value`, in a table or in an inline table."""
        line = self.here()
        path = table
        for key in self.key():
            path = (*path, key)
            self.note(path, line, implied=False)
        self.at += 1
        self.skip()
        self.value(path)

    def value(self, path: Path) -> None:
        """A value; recurses into arrays and inline tables, which the gate keeps from being deep."""
        opening = self.text[self.at]
        if opening not in "[{":
            self.at = self.matched(_SCALAR).end()
            return
        self.at += 1
        self.skip()
        index = 0
        while self.text[self.at] not in "]}":
            if opening == "[":
                item = (*path, index)
                self.note(item, self.here(), implied=False)
                self.value(item)
                index += 1
            else:
                self.pair(path)
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1
                self.skip()
        self.at += 1

    def key(self) -> list[str]:
        """The parts of a dotted key; stands on the first sign after it, `=` or `]`."""
        parts = [self.part()]
        self.skip()
        while self.text[self.at] == ".":
            self.at += 1
            self.skip()
            parts.append(self.part())
            self.skip()
        return parts

    def part(self) -> str:
        """One part of a key: bare, or in quotes of either kind."""
        quote = self.text[self.at]
        if quote not in "\"'":
            bare = self.matched(_BARE)
            self.at = bare.end()
            return bare[0]
        quoted = self.matched(_KEY_STRING)
        self.at = quoted.end()
        return quoted[0][1:-1] if quote == "'" else _ESCAPE.sub(_unescaped, quoted[0][1:-1])

    def matched(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """The match that an accepted text always has here."""
        match = pattern.match(self.text, self.at)
        if match is None:
            message = f"not an accepted TOML text, line {self.here()}"
            raise ValueError(message)
        return match

    def skip(self) -> None:
        """Over white space, line ends and comments."""
        self.at = self.matched(_BLANK).end()

    def here(self) -> int:
        """The line where the reader stands; counts on from the last time, so that all of it is counted once."""
        self.seen_line += self.text.count("\n", self.seen, self.at)
        self.seen = self.at
        return self.seen_line


def _unescaped(escape: re.Match[str]) -> str:
    """What an escape in a quoted key stands for."""
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])
