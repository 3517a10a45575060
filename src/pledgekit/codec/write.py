"""Records become TOML text in the one canonical form. Last step of recording, and the form that every shipped file has.

Headers are ours, values are printed by tomli-w; a table that fits stays on its line (TOML 1.0), a long one becomes a
sub-table; sub-tables come last, since a key typed after them would belong to them. The text is parsed back and
compared.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, Final

from pledgekit.codec.plain import plain
from pledgekit.model.kinds import kind_of
from pledgekit.model.record import about_of, fields_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pledgekit.model.record import Record

__all__ = ["WIDTH", "dumps"]

WIDTH: Final = 120
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")


def dumps(records: Iterable[Record]) -> str:
    """Write records as canonical TOML that reads back as the same values; raises ValueError if it would not."""
    import tomllib

    groups: dict[str, list[dict[str, Any]]] = {}
    single: set[str] = set()
    subtables: dict[str, frozenset[str]] = {}
    for record in records:
        kind = kind_of(record)
        groups.setdefault(kind.table, []).append(plain(record))
        if kind.single:
            single.add(kind.table)
        subtables[kind.table] = frozenset(key_of(a.name) for a in fields_of(type(record)) if about_of(a).subtable)
    blocks = [
        _block(table, values, "[{}]" if table in single else "[[{}]]", subtables[table])
        for table, group in groups.items()
        for values in group
    ]
    text = "\n".join(blocks)
    expected = {table: group[0] if table in single else group for table, group in groups.items()}
    if tomllib.loads(text) != expected:
        raise ValueError("a record cannot be written as TOML without loss")
    return text


def _block(header: str, values: Mapping[str, Any], brackets: str, subtables: frozenset[str] = frozenset()) -> str:
    """Write one table: its short keys, then what became sub-tables."""
    lines = [brackets.format(header)]
    below: list[str] = []
    for key, value in values.items():
        name = _key(key)
        line = f"{name} = {_inline(value)}"
        tables = isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)
        if tables and (key in subtables or len(line) > WIDTH):
            below += [_block(f"{header}.{name}", each, "[[{}]]") for each in value]
        elif isinstance(value, dict) and value and len(line) > WIDTH:
            below.append(_block(f"{header}.{name}", value, "[{}]"))
        elif isinstance(value, list) and len(line) > WIDTH:
            lines.append(f"{name} = [\n" + "".join(f"    {_inline(each)},\n" for each in value) + "]")
        else:
            lines.append(line)
    return "\n".join([*lines, ""]) + "".join(below)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _inline(key)


def _inline(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{_key(key)} = {_inline(each)}" for key, each in value.items()) + " }" if value else "{}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    import tomli_w

    return tomli_w.dumps({"v": value})[4:-1]
