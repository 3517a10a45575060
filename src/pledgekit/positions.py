"""A step of reading: which line of a TOML file holds which key, so that every problem can name its line.

The parser of the standard library keeps neither positions nor comments. This reads a text that the parser has accepted
once more, and runs only on files with a problem and on those that are put into canonical form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Comments", "Path", "Positions", "locate"]

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
_LONG: Final = ('"""', "'''")
_ESCAPED: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


class Comments(NamedTuple):
    """Comments by the path of what they stand at; "" among them is an empty line.

    `above` what follows; `beside` it, on the same line; at the `end` of a list, of a record, or (path `()`) of the
    file. Empty lines are told above records and at the end of the file only.
    """

    above: dict[Path, list[str]]
    beside: dict[Path, str]
    end: dict[Path, list[str]]


@attrs.frozen(kw_only=True)
class Positions:
    """Lines by path of keys and indexes; a table's line is its header's, or its first key's if it has no header.

    `records` are the paths of the top tables, in the order in which they begin; `long` are the texts that are typed
    over several lines, as they are typed.
    """

    lines: Mapping[Path, int]
    comments: Comments
    records: tuple[Path, ...]
    long: Mapping[Path, str]

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
    return Positions(lines=reader.lines, comments=reader.comments, records=tuple(reader.records), long=reader.long)


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
        self.comments = Comments({}, {}, {})
        self.records: dict[Path, None] = {}  # a set that keeps its order
        self.long: dict[Path, str] = {}

    def document(self) -> None:
        """All headers and pairs, one after the other, and what is said between them."""
        table: Path = ()
        record: Path = ()
        first, above = _lines(self.skip())
        above.insert(0, first)
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                path = table = self.header(2)
            elif self.text[self.at] == "[":
                path = table = self.header(1)
            else:
                path = self.pair(table)
            self.between(above, record, path)
            record = _top(path)
            self.records.setdefault(record)
            beside, above = _lines(self.skip())
            self.say_beside(path, beside)
        self.between(above, record, ())

    def between(self, said: Sequence[str], record: Path, path: Path) -> None:
        """Share out what is said between two statements: a record's last words, and what stands above the next.

        Last words follow on a record without an empty line, and an empty line or the end of the file follows on them.
        """
        if path != _top(path):
            self.say(self.comments.above, path, said)
            return
        lines = [line for line, before in zip(said, ["", *said], strict=False) if line or before]
        if record and lines and said[0] and ("" in lines or not path):
            cut = [*lines, ""].index("")
            self.say(self.comments.end, record, lines[:cut])
            lines = lines[cut + 1 :]
        if any(lines):
            (self.comments.above if path else self.comments.end)[path] = lines

    @staticmethod
    def say(where: dict[Path, list[str]], path: Path, said: Iterable[str]) -> None:
        """Note comments, without empty lines."""
        comments = [line for line in said if line]
        if comments:
            where.setdefault(path, []).extend(comments)

    def say_beside(self, path: Path, said: str) -> None:
        """Note a comment on the line of what it stands at."""
        if said:
            self.comments.beside[path] = said

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

    def pair(self, table: Path) -> Path:
        """`a.b = value`, in a table or in an inline table; tell its path."""
        line = self.here()
        path = table
        for key in self.key():
            path = (*path, key)
            self.note(path, line, implied=False)
        self.at += 1
        self.skip()
        self.value(path)
        return path

    def value(self, path: Path) -> None:
        """A value; recurses into arrays and inline tables, which the gate keeps from being deep."""
        opening = self.text[self.at]
        if opening not in "[{":
            scalar = self.matched(_SCALAR)
            if scalar[0][:3] in _LONG and "\n" in scalar[0]:
                self.long[path] = scalar[0]
            self.at = scalar.end()
            return
        self.at += 1
        above = self.said()
        index = 0
        while self.text[self.at] not in "]}":
            if opening == "[":
                item = (*path, index)
                self.say(self.comments.above, item, above)
                self.note(item, self.here(), implied=False)
                self.value(item)
                index += 1
            else:
                item = self.pair(path)
            beside, *above = self.said()
            if self.text[self.at] == ",":
                self.at += 1
                after = self.said()
                if not beside and not above:
                    beside, *after = after
                above += after
            self.say_beside(item, beside)
        self.say(self.comments.end, path, above)
        self.at += 1

    def said(self) -> list[str]:
        """Go on to the next sign, and give the comments on the way: that of this line, or "", then one a line."""
        beside, below = _lines(self.skip())
        return [beside, *(line for line in below if line)]

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

    def skip(self) -> str:
        """Over white space, line ends and comments; tell what was skipped."""
        blank = self.matched(_BLANK)
        self.at = blank.end()
        return blank[0]

    def here(self) -> int:
        """The line where the reader stands; counts on from the last time, so that all of it is counted once."""
        self.seen_line += self.text.count("\n", self.seen, self.at)
        self.seen = self.at
        return self.seen_line


def _top(path: Path) -> Path:
    """The path of the top table in which something stands."""
    return path[: 2 if len(path) > 1 and isinstance(path[1], int) else 1]


def _lines(skipped: str) -> tuple[str, list[str]]:
    """What stands on the line where the skipping began, and on each whole line below it: a comment or nothing."""
    beside, *below = (line.strip(" \t\r") for line in skipped.split("\n"))
    if below and not below[-1]:  # the line on which the next thing stands
        below.pop()
    return beside, below


def _unescaped(escape: re.Match[str]) -> str:
    """What an escape in a quoted key stands for."""
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])
