"""Which line of a file holds which record or key, once something is to be said of it. A step beside reading.

Most files have each header and each key at the beginning of a line and nothing that runs over several lines but lists.
In those the lines are found at a glance; what is asked of another file, or of what stands within a value, has the whole
text parsed and walked over. Both give the same line (a property test holds them together).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final

from pledgekit.codec.quotes import swapped
from pledgekit.gate import Refusal, admit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.positions import Path, Positions

__all__ = ["Lines", "parsed"]

# A statement at the beginning of a line. An item of a list may stand there too; none of them looks like the first three
# kinds but for a list in brackets, whose words are no names of tables.
_WORDS: Final = frozenset({"true", "false", "inf", "nan"})  # which may stand in a list in brackets


@cache
def _statements() -> re.Pattern[str]:
    """A statement at the beginning of a line.

    An item of a list may stand there too; none of them looks like the first two kinds but for a list in brackets,
    whose words are no names of tables.
    """
    key = r"(?P<key>[A-Za-z0-9_-]++)[ \t]*="
    header = r"(?P<open>\[\[?)(?P<table>[a-z][a-z0-9_-]*+(?:\.[a-z][a-z0-9_-]*+)*+)\]\]?[ \t]*(?:\#[^\n]*)?\r?$"
    odd = r"(?P<odd>(?:[A-Za-z0-9_-]++|'[^'\n]*+'|\"(?:[^\"\\\n]|\\.)*+\")[ \t]*[.=]|\[)"
    return re.compile(rf"^[ \t]*(?:{key}|{header}|{odd})", re.MULTILINE)


def parsed(text: str) -> dict[str, object]:
    """Parse TOML. What is none is parsed as it was written, so that the error speaks of that. Raises as tomllib."""
    try:
        return tomllib.loads(swapped(text))
    except (ValueError, RecursionError):
        return tomllib.loads(text)


class Lines:
    """The lines of one file, from its bytes as they are now."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes. What is not admitted has no lines."""
        admitted = admit(data)
        self._text = "" if isinstance(admitted, Refusal) else admitted
        self._glance = _Glance(self._text)
        self._walked: Positions | None = None

    def line(self, path: Sequence[str | int]) -> int:
        """Give the line (from 1) of what the path names, or of the nearest that there is above it. Never raises.

        0 when the bytes are no longer TOML, as far as that was looked at.
        """
        sought = tuple(path)
        return self._glance.line(sought) or self._walk(sought)

    def _walk(self, sought: Path) -> int:
        from pledgekit.positions import locate

        if not self._text:
            return 0
        if self._walked is None:
            try:
                parsed(self._text)
            except (ValueError, RecursionError):
                self._text = ""
                return 0
            self._walked = locate(self._text)
        return self._walked.line(sought)


class _Glance:
    """The lines of headers and keys of a text in which each begins a line; of any other text, none."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.tables: set[Path] = set()
        self.last: dict[Path, int] = {}  # of each array of tables, the number of its last one
        if '"""' in text or "'''" in text or not self._read(text):
            self.lines.clear()
            self.tables.clear()

    def line(self, sought: Path) -> int:
        """Give the line of a header or a key, or of the record in which the key is missing; 0 for all else."""
        if sought in self.lines:
            return self.lines[sought]
        above = sought[:-1]
        return self.lines[above] if above in self.tables and isinstance(sought[-1], str) else 0

    def _read(self, text: str) -> bool:
        """Go through all statements; tell whether each was understood."""
        table: Path = ()
        number, counted = 1, 0
        for found in _statements().finditer(text):
            number += text.count("\n", counted, found.start())
            counted = found.start()
            if found["odd"]:
                return False
            if found["key"]:
                self.lines.setdefault((*table, found["key"]), number)
                continue
            table = self._header(found["table"].split("."), number, many=found["open"] == "[[")
            if not table:
                return False
        return True

    def _header(self, names: list[str], number: int, *, many: bool) -> Path:
        """Note a header; give the path of its table, or nothing for one whose table above has no header before it."""
        path: Path = ()
        if not _WORDS.isdisjoint(names):
            return path
        for name in names[:-1]:
            path = self._inside((*path, name))
            if path not in self.tables:
                return ()
        path = (*path, names[-1])
        self.lines.setdefault(path, number)
        if many:
            self.last[path] = self.last.get(path, -1) + 1
            path = self._inside(path)
            self.lines[path] = number
        self.tables.add(path)
        return path

    def _inside(self, path: Path) -> Path:
        return (*path, self.last[path]) if path in self.last else path
