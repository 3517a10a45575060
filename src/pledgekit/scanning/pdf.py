"""The texts of a PDF: its streams, unpacked, and what its pages show, by the fonts' own tables. Part of scanning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["shown", "streams"]

_STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_STRING: Final = re.compile(
    rb"\((?:[^\\()]|\\.|\([^()]*\))*\)|<[0-9A-Fa-f\s]*>|(-?\d+(?:\.\d+)?)|(TJ|Tj|'|\")", re.DOTALL
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CHAR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])?")
_SECTION: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_GAP = -150  # thousandths of the type's size: from here on a gap is a blank
_MOST = 65_536  # codes in one range


def streams(data: bytes) -> Iterator[bytes]:
    """Yield the streams of a PDF as they stand."""
    yield from (found[1] for found in _STREAM.finditer(data))


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
        for first, second, third, many in _CHAR.findall(section) if kind == b"range" else ():
            start, end, width = int(first, 16), int(second, 16), len(first) // 2
            if third:
                base = int(third, 16)
                for number in range(min(end - start + 1, _MOST)):
                    table[(start + number).to_bytes(width)] = _unicode(base + number, len(third) // 2)
            for number, each in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", many)):
                table[(start + number).to_bytes(width)] = _unicode(int(each, 16), len(each) // 2)
        for first, second in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section) if kind == b"char" else ():
            table[bytes.fromhex(first.decode())] = _unicode(int(second, 16), len(second) // 2)
    return table


def _unicode(number: int, width: int) -> str:
    return number.to_bytes(max(width, 2) + 1)[1:].decode("utf-16-be", "replace")
