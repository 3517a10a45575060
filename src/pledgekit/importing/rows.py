"""A CSV file becomes rows of text. First step of importing; nothing about a cell's meaning is decided here.

The encoding is never guessed: UTF-8, what a byte order mark says, or what the caller names. A wrong guess would put
wrong names on record. The separator is, by the header, since a wrong one shows at once.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.errors import Refused, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ENCODINGS", "LIMIT_BYTES", "LIMIT_ROWS", "Row", "Sheet", "read_csv"]

LIMIT_BYTES: Final = 50_000_000
LIMIT_ROWS: Final = 100_000
ENCODINGS: Final = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be",
    "cp1250", "cp1252", "iso-8859-1", "iso-8859-2", "iso-8859-15", "mac-roman",
)  # fmt: skip
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEPARATORS: Final = {",": "comma", ";": "semicolon", "\t": "tab"}
_SAVE: Final = "save it as CSV UTF-8"
_SHOWN = 60


class Row(NamedTuple):
    """One row: its number as a spreadsheet counts, from 1, and a text for each column of the header."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """A list: the names of its columns, and its rows without empty ones. What was read how, for people to check."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""


def read_csv(data: bytes, *, file: str, encoding: str = "") -> Sheet:
    """Read CSV text; `encoding` is one of `ENCODINGS`, or empty for UTF-8 and what a byte order mark says.

    Raises UsageError for an encoding that is not known, Refused for what cannot be read without guessing.
    """
    if len(data) > LIMIT_BYTES:
        raise Refused(f"it is larger than {LIMIT_BYTES // 1_000_000} MB", file=file, remedy="split it")
    if data.startswith(_WORKBOOKS):
        raise Refused("it is a workbook, not CSV", file=file, remedy=f"in the spreadsheet, {_SAVE}")
    text, read_as = _decoded(data, file, encoding)
    told = _SEPARATORS.keys() & {text[4:5]} if text[:4].lower() == "sep=" else set()
    separator = told.pop() if told else _separator(text, file)
    body = text.partition("\n")[2] if text[:4].lower() == "sep=" else text
    rows = list(_rows(body, separator, file, first=1 + (body is not text)))
    if not rows:
        raise Refused("it is empty", file=file, remedy="the first row names the columns")
    header = tuple(each.strip() for each in rows[0].cells)
    while not header[-1] and not any("".join(cells[len(header) - 1 :]).strip() for _, cells in rows[1:]):
        header = header[:-1]  # nothing stands in it
    named = [each for each in header if each]
    twice = next((each for each in named if named.count(each) > 1), "")
    if twice:
        raise Refused(f"two columns are named {twice!r}", file=file, remedy="rename one of them")
    return Sheet(header, tuple(_fitting(rows[1:], len(header), file)), read_as, _SEPARATORS[separator])


def _decoded(data: bytes, file: str, encoding: str) -> tuple[str, str]:
    """Give the text and the encoding it was read in."""
    name = encoding.lower().replace("_", "-")
    if name and name not in ENCODINGS:
        raise UsageError(f"no encoding {encoding!r}", remedy=f"one of: {', '.join(ENCODINGS)}")
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if not marked and not name and data.count(0) > len(data) // 10:
        message = "it looks like UTF-16, but has no mark that says so"
        raise Refused(message, file=file, remedy=f"{_SAVE}, or give --encoding utf-16-le")
    codec = name or marked or "utf-8"
    try:
        text = data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(f"it is not in {codec}", file=file, line=line, remedy=_hint(data, error.start, codec)) from None
    return text.removeprefix("\ufeff"), codec.removesuffix("-sig")


def _hint(data: bytes, at: int, codec: str) -> str:
    """Show how the line would read in the most likely other encoding; choosing it is for those who know the names."""
    if codec != "utf-8":
        return f"{_SAVE}, or name another --encoding"
    start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
    shown = data[start : end if end >= 0 else None].decode("cp1252", "replace").strip()[:_SHOWN]
    return f"{_SAVE}, or name its encoding; with --encoding cp1252 the line reads: {shown}"


def _separator(text: str, file: str) -> str:
    """Find what parts the header into most columns; raises Refused when two do so equally well."""
    widths: dict[str, int] = {}
    broken: Refused | None = None
    for each in _SEPARATORS:
        try:
            widths[each] = len(next(_rows(text, each, file, first=1), Row(1, ("",))).cells)
        except Refused as error:
            broken = error
    if not widths and broken is not None:
        raise broken
    best = max(widths.values())
    found = [each for each, width in widths.items() if width == best]
    if best > 1 and len(found) > 1:
        names = " or ".join(_SEPARATORS[each] for each in found)
        raise Refused(f"its columns may be parted by {names}", file=file, remedy="put sep=, or sep=; in a first line")
    return found[0]


def _rows(text: str, separator: str, file: str, *, first: int) -> Iterator[Row]:
    """Yield the rows that are not empty; line ends in quotes belong to their cell."""
    import csv
    import io

    limit = csv.field_size_limit(LIMIT_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, first):
            if number > LIMIT_ROWS:
                raise Refused(f"it has more than {LIMIT_ROWS} rows", file=file, remedy="split it")
            if any(each.strip() for each in cells):
                yield Row(number, tuple(cells))
    except csv.Error as error:
        message = f"it cannot be read as CSV: {error}"
        raise Refused(message, file=file, line=reader.line_num, remedy="look at the quotes there") from None
    finally:
        csv.field_size_limit(limit)


def _fitting(rows: list[Row], width: int, file: str) -> Iterator[Row]:
    """Yield rows as wide as the header; raises Refused for one that is not, since its cells may have moved."""
    for number, cells in rows:
        if len(cells) < width or any(each.strip() for each in cells[width:]):
            message = f"row {number} has {len(cells)} cells, and the header names {width} columns"
            raise Refused(message, file=file, remedy="look for a missing or unquoted separator")
        yield Row(number, cells[:width])
