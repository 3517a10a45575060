"""The texts of a PDF: its streams, unpacked, and what its pages show, by the fonts' own tables. Part of scanning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["shown", "streams"]

_STRING: Final = re.compile(
    rb"\((?:[^\\()]|\\.|\([^()]{0,999}\)){0,9999}\)|<[0-9A-Fa-f\s]*>|(-?\d+(?:\.\d+)?)|(TJ|Tj|'|\")", re.DOTALL
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,64})>")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*(?:<([0-9A-Fa-f]{1,64})>|\[([^\]]*)\])")
_SECTION: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_GAP = -150  # thousandths of the type's size: from here on a gap is a blank
_MOST = 65_536  # codes in one range


def streams(data: bytes) -> Iterator[bytes]:
    """Yield the streams of a PDF as they stand."""
    at = data.find(b"stream")
    while at >= 0 and (end := data.find(b"endstream", at + 1)) >= 0:
        yield data[at + len(b"stream") : end].removeprefix(b"\r").removeprefix(b"\n")
        at = data.find(b"stream", end + len(b"endstream"))


def shown(parts: Sequence[bytes]) -> Iterator[str]:
    """Yield what the unpacked parts of a PDF show or say in strings, read by each of the fonts' tables and plainly."""
    tables = [table for each in parts if b"begincmap" in each and (table := _table(each))]
    for each in parts:
        strings = list(_strings(each))
        if not any(isinstance(one, bytes) and one for one in strings):
            continue
        yield _joined(strings, None)
        for table in tables:
            yield _joined(strings, table)


def _strings(part: bytes) -> Iterator[bytes | str]:
    """Yield strings in their order; between them what parts words."""
    for found in _STRING.finditer(part):
        if found[1] is not None:
            if float(found[1]) < _GAP:
                yield " "
        elif found[2] is not None:
            yield " "
        elif found[0].startswith(b"("):
            yield _ESCAPE.sub(_unescaped, found[0][1:-1])
        else:
            digits = b"".join(found[0][1:-1].split())
            yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1].isdigit():
        return bytes([int(found[1], 8) & 0xFF]) if found[1].isdigit() and max(found[1]) < ord("8") else found[1]
    return b"" if found[1].endswith(b"\n") else _LETTERS.get(found[1], found[1])


def _joined(strings: Sequence[bytes | str], table: Mapping[bytes, str] | None) -> str:
    return "".join(each if isinstance(each, str) else _read(each, table) for each in strings)


def _read(string: bytes, table: Mapping[bytes, str] | None) -> str:
    if table is None:
        return string.decode("utf-16" if string.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1", "replace")
    wide = len(next(iter(table)))
    return "".join(table.get(string[at : at + wide], "") for at in range(0, len(string), wide))


def _table(part: bytes) -> dict[bytes, str]:
    """Read a font's table from codes to text (ToUnicode)."""
    table: dict[bytes, str] = {}
    for kind, section in _SECTION.findall(part):
        if kind == b"char":
            for code, text in re.findall(_PAIR, section):
                _enter(table, code, 0, text)
            continue
        for first, last, text, many in _RANGE.findall(section):
            for number in range(min(int(last, 16) - int(first, 16) + 1, _MOST) if text else 0):
                _enter(table, first, number, text, number)
            for number, each in enumerate(re.findall(rb"<([0-9A-Fa-f]{1,64})>", many)):
                _enter(table, first, number, each)
    return table


def _enter(table: dict[bytes, str], code: bytes, after: int, text: bytes, more: int = 0) -> None:
    """Enter one code, so many after the one that is written, if there is such a code."""
    width = (len(code) + 1) // 2
    number = int(code, 16) + after
    if number < 1 << 8 * width:
        table[number.to_bytes(width)] = _unicode(int(text, 16) + more, (len(text) + 1) // 2)


def _unicode(number: int, width: int) -> str:
    return number.to_bytes(max(width, 2) + 1)[1:].decode("utf-16-be", "replace")
