"""The one canonical look of a table, with or without comments: used by what writes records and by what tidies files.

Headers are ours, values are printed by tomli-w; a table that fits stays on its line (TOML 1.0), a long one becomes a
sub-table, and so does one with comments inside; sub-tables come last, since a key typed after them would belong to
them.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pledgekit.positions import Path, Positions

__all__ = ["WIDTH", "Layout", "is_tables", "written_key"]

WIDTH: Final = 120
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_INDENT: Final = "    "


class Layout:
    """How the tables of one file are written: the comments among them, and the texts typed over several lines."""

    def __init__(self, positions: Positions | None = None) -> None:
        """Take what `locate` found in a file, or nothing."""
        self.above, self.beside, self.end = positions.comments if positions else ({}, {}, {})
        self.long: Mapping[Path, str] = positions.long if positions else {}
        said = {*self.above, *self.beside, *((*path, "") for path in self.end)}
        self.inside = {path[:length] for path in said for length in range(len(path))}

    def block(
        self,
        header: str,
        values: Mapping[str, Any],
        path: Path = (),
        *,
        brackets: str = "[{}]",
        subtables: frozenset[str] = frozenset(),
    ) -> list[str]:
        """Give the lines of one table: its short keys, then what became sub-tables.

        `subtables` are the keys that always become such.
        """
        lines = [*self.above.get(path, ()), self._with(path, brackets.format(header))]
        below: list[str] = []
        for key, value in values.items():
            name, here = written_key(key), (*path, key)
            line = f"{name} = {_inline(value)}"
            opened = here in self.inside or len(line) > WIDTH
            if is_tables(value) and (opened or key in subtables):
                below += self.around(here)
                for number, each in enumerate(value):
                    below += self.block(f"{header}.{name}", each, (*here, number), brackets="[[{}]]")
            elif isinstance(value, dict) and value and opened:
                below += self.block(f"{header}.{name}", value, here)
            elif isinstance(value, list) and opened:
                lines += [*self.above.get(here, ()), f"{name} = [", *self._items(value, here), self._with(here, "]")]
            else:
                if isinstance(value, str) and here in self.long:
                    line = f"{name} = {self.long[here]}"
                lines += [*self.above.get(here, ()), self._with(here, line)]
        return [*lines, *below]

    def _items(self, values: Iterable[object], path: Path) -> Iterable[str]:
        """A line for each item of a list, with what is said about it."""
        for number, each in enumerate(values):
            here = (*path, number)
            yield from (_INDENT + said for said in self.above.get(here, ()))
            yield _INDENT + self._with(here, f"{_inline(each)},")
        yield from (_INDENT + said for said in self.end.get(path, ()))

    def around(self, path: Path) -> list[str]:
        """Give what is said about a list whose items become tables, in lines of their own."""
        beside = self.beside.get(path)
        return [*self.above.get(path, ()), *([beside] if beside else []), *self.end.get(path, ())]

    def _with(self, path: Path, line: str) -> str:
        """The line, and what is said beside it."""
        said = self.beside.get(path)
        return f"{line}  {said}" if said else line


def is_tables(value: object) -> bool:
    """Tell whether a value is a list of tables, and of one at least."""
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def written_key(key: str) -> str:
    """Write one part of a key, in quotes where it needs them."""
    return key if _BARE_KEY.fullmatch(key) else _inline(key)


def _inline(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{written_key(key)} = {_inline(each)}" for key, each in value.items())
        return f"{{ {pairs} }}" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    import tomli_w

    return tomli_w.dumps({"v": value})[4:-1]
