"""Records become TOML text in the one canonical form. Last step of recording, and the form that every shipped file has.

The text is parsed back and compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.codec.layout import WIDTH, Layout
from pledgekit.codec.plain import plain, subtables_of
from pledgekit.model.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.model.record import Record

__all__ = ["WIDTH", "dumps"]


def dumps(records: Iterable[Record]) -> str:
    """Write records as canonical TOML that reads back as the same values; raises ValueError if it would not."""
    import tomllib

    groups: dict[str, list[dict[str, Any]]] = {}
    blocks: dict[str, list[str]] = {}
    single: set[str] = set()
    layout = Layout()
    for record in records:
        kind = kind_of(record)
        values = plain(record)
        groups.setdefault(kind.table, []).append(values)
        brackets = "[{}]" if kind.single else "[[{}]]"
        if kind.single:
            single.add(kind.table)
        lines = layout.block(kind.table, values, brackets=brackets, subtables=subtables_of(kind.cls))
        blocks.setdefault(kind.table, []).append("\n".join([*lines, ""]))
    text = "\n".join(block for group in blocks.values() for block in group)
    expected = {table: group[0] if table in single else group for table, group in groups.items()}
    if tomllib.loads(text) != expected:
        raise ValueError("a record cannot be written as TOML without loss")
    return text
