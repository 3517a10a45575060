"""Records are cut out of a file's text and something put in their place; every other byte stays as it is.

Used by erasing alone. The result is parsed and compared, so a file in an unusual form is refused rather than harmed.
"""

from __future__ import annotations

import tomllib
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pledgekit.gate import Refusal, admit
from pledgekit.positions import locate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pledgekit.positions import Path

__all__ = ["cut"]

_BOM = "\ufeff"


def cut(data: bytes, records: Collection[tuple[str, int]], instead: str = "") -> bytes | None:
    """Give the bytes of a file without some records (table, and how many of that table precede it), `instead` there.

    Comments directly above a record go with it. None when no record is left and nothing stands instead. Raises
    ValueError when that cannot be done without touching anything else, such as records of an inline array.
    """
    text = admit(data)
    if isinstance(text, Refusal):
        raise ValueError(text.message)  # noqa: TRY004 -- what was read, not what was passed
    before = tomllib.loads(text)
    raw = data.decode().removeprefix(_BOM)
    put = instead.replace("\n", "\r\n") if "\r\n" in raw else instead
    made = ""
    for gone, blocks in groupby(_blocks(text, raw.split("\n")), key=lambda each: each[0][:2] in records):
        block = "".join(each for _, each in blocks)
        if gone:
            gap = block[len(block.rstrip()) :].partition("\n")[2]
            block, put = put + gap if put else "", ""
        made += block
    after = tomllib.loads(made)
    if _unordered(after) != _unordered(_without(before, records, tomllib.loads(instead))):
        raise ValueError("its records do not stand under headers of their own, so they cannot be cut out")
    bom = _BOM if data.decode().startswith(_BOM) else ""
    return (bom + made).encode() if after else None


def _blocks(text: str, raw: list[str]) -> list[tuple[Path, str]]:
    """Take a text apart at its headers: the path of each and its lines, with the comments directly above it."""
    starts: dict[int, Path] = {0: ()}
    for path, line in locate(text).lines.items():
        at = line - 1
        if _header(raw[at].strip()) == tuple(step for step in path if isinstance(step, str)):
            while at and raw[at - 1].lstrip().startswith("#"):
                at -= 1
            starts[at] = path
    places = sorted(starts)
    ends = [*places[1:], len(raw)]
    whole = [f"{line}\n" for line in raw[:-1]] + raw[-1:]
    return [(starts[at], "".join(whole[at:end])) for at, end in zip(places, ends, strict=True)]


def _header(line: str) -> tuple[str, ...]:
    """Give the names in a header; nothing for any other line."""
    if not line.startswith("["):
        return ()
    try:
        found: Any = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    names: list[str] = []
    while found:
        found = found[0] if isinstance(found, list) else found
        if found:
            ((name, found),) = found.items()
            names.append(name)
    return tuple(names)


def _without(
    before: Mapping[str, Any], records: Collection[tuple[str, int]], instead: Mapping[str, Any]
) -> dict[str, Any]:
    """Give what should be left."""
    left: dict[str, Any] = {}
    for table, held in before.items():
        many = isinstance(held, list)
        rest = [each for nth, each in enumerate(held) if (table, nth) not in records] if many else held
        if rest:
            left[table] = rest
    for table, held in instead.items():
        left[table] = [*left.get(table, []), *held]
    return left


def _unordered(tables: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give tables and records in an order that does not depend on where in the file they stand."""
    return {
        table: sorted(map(repr, held)) if isinstance(held, list) else [repr(held)] for table, held in tables.items()
    }
