"""The records of one kind as a table of texts, and that as CSV. Part of exporting: view → rows.

The header has `ref` and `owner`, then the keys of the file format that this audience may ever see, whether or not any
record has them: a table's columns do not depend on what is in it. What is nested stands in its cell as JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.codec.plain import plain
from pledgekit.dates import PartialDate
from pledgekit.exports.cells import cell
from pledgekit.model.levels import Audience, Visibility
from pledgekit.model.record import Record, about_of, field_names, fields_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pledgekit.model.kinds import Kind

__all__ = ["OWNER", "REF", "Table", "columns", "table", "to_csv"]

REF, OWNER = "ref", "owner"
_FIRST = ("id", "revision", "visibility")
_QUOTED = frozenset('",\r\n\0')


class Table(NamedTuple):
    """A header and rows of as many texts, in the order of the view."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def columns(kind: Kind[Any], audience: Audience = Audience.INTERNAL) -> tuple[str, ...]:
    """Give the keys that a table of this kind has for an audience; beside each date the words to print for it."""
    sees = (Visibility.NETWORK if audience is Audience.CITY else Visibility(audience.value)).rank
    fields = {each.name: each for each in fields_of(kind.cls) if each.name != "date_texts"}
    common = [name for name in field_names(Record) if name in fields and name not in _FIRST]
    own = [name for name in fields if name not in (*_FIRST, *common)]
    keys: list[str] = []
    for name in (*_FIRST, *own, *common):
        if about_of(fields[name]).ceiling.rank <= sees:
            keys.append(key_of(name))
            if fields[name].type in (PartialDate, PartialDate | None):
                keys.append(f"{key_of(name)}_text")
    return (REF, OWNER, *keys)


def table(kind: Kind[Any], records: Iterable[Record], audience: Audience = Audience.INTERNAL) -> Table:
    """Give records of a kind as a table."""
    header = columns(kind, audience)
    rows = []
    for each in records:
        values = {REF: str(each.ref), OWNER: each.owner, **plain(each)}
        rows.append(tuple(cell(values.get(key)) for key in header))
    return Table(header, tuple(rows))


def to_csv(made: Table) -> bytes:
    """Write a table as CSV: UTF-8, commas, LF; a cell is quoted when it holds a comma, a quote or a line end."""
    return "".join(f"{_line(row)}\n" for row in (made.header, *made.rows)).encode()


def _line(row: Sequence[str]) -> str:
    return ",".join(f'"{each.replace(chr(34), chr(34) * 2)}"' if _QUOTED & set(each) else each for each in row)
