"""A CSV file becomes rows of text. First step of importing; nothing about a cell's meaning is decided here.

The encoding is never guessed: UTF-8, what a byte order mark says, or what the caller names. A wrong guess would put
wrong names on record.
"""

from __future__ import annotations

import codecs
import csv
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.errors import Refused, UsageError
from pledgekit.importing.contents import SAVE, insist_on_text, other_ending
from pledgekit.importing.separators import meant, separator_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["ENCODINGS", "LIMIT_BYTES", "LIMIT_ROWS", "Row", "Sheet", "headed", "read_csv"]

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
_LEAVE: Final = "leave --encoding out"
_SHOWN = 60
_BLOCK = 16  # so many rows does Excel write at a time, without the columns at the right that are empty in all of them


class Row(NamedTuple):
    """One row: its number as a spreadsheet counts, from 1, and a text for each column of the header.

    `faults` are what is wrong with cells of a workbook before anybody reads them, with its remedy, by column.
    """

    number: int
    cells: tuple[str, ...]
    faults: Mapping[int, tuple[str, str]] = {}


class Sheet(NamedTuple):
    """A list: the names of its columns, and its rows without empty ones. What was read how, for people to check.

    `separator` is a name, "" for one column; `ending` is that of the file's name when it promises something else;
    `empty` are columns in which nothing stands. Of a workbook: its kind, the sheet, the row that names the columns.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""
    ending: str = ""
    empty: frozenset[int] = frozenset()
    book: str = ""
    sheet: str = ""
    head: int = 1


def read_csv(data: bytes, *, file: str, encoding: str = "", separator: str = "") -> Sheet:
    """Read CSV text; `encoding` is one of `ENCODINGS`, or empty for UTF-8 and what a byte order mark says.

    `separator` is one of `SEPARATORS` or its sign, or empty for what the rows allow. Raises UsageError for an encoding
    or separator that is not known, Refused for what cannot be read without guessing.
    """
    asked = meant(separator) if separator else ""
    if len(data) > LIMIT_BYTES:
        raise Refused(f"it is larger than {LIMIT_BYTES // 1_000_000} MB", file=file, remedy="split it")
    insist_on_text(data, file)
    text, read_as = _decoded(data, file, encoding)
    said, body = told(text)
    with _room():
        sign, name = separator_of(body, file, asked or said)
        rows = list(_rows(body, sign, file, first=1 + (body is not text)))
    header = _trimmed(rows, file)
    fitting = [rows[0], *_fitting(rows[1:], len(header), file, name)]
    header, made, empty = headed(fitting, file)
    return Sheet(header, made, read_as, name, other_ending(file), empty)


def headed(rows: Sequence[Row], file: str) -> tuple[tuple[str, ...], tuple[Row, ...], frozenset[int]]:
    """Part a list of rows: the names of columns, the rows below as wide as those, the columns where nothing stands.

    Raises Refused for a list without any row, and for two columns of one name.
    """
    header = _trimmed(rows, file)
    width = len(header)
    made = tuple(each._replace(cells=each.cells[:width]) for each in rows[1:])
    filled = {at for each in made for at, cell in enumerate(each.cells) if cell.strip()} | {
        at for each in made for at in each.faults
    }
    return header, made, frozenset(at for at, name in enumerate(header) if not name and at not in filled)


def _trimmed(rows: Sequence[Row], file: str) -> tuple[str, ...]:
    """Give the names of the columns, up to the last in which anything stands."""
    if not rows:
        raise Refused("it is empty", file=file, remedy="the first row names the columns")
    header = tuple(each.strip() for each in rows[0].cells)
    while not header[-1] and not any("".join(each.cells[len(header) - 1 :]).strip() for each in rows[1:]):
        header = header[:-1]  # nothing stands in it
    named = [each for each in header if each]
    twice = next((each for each in named if named.count(each) > 1), "")
    if twice:
        raise Refused(f"two columns are named {twice!r}", file=file, remedy="rename one of them")
    return header


def _decoded(data: bytes, file: str, encoding: str) -> tuple[str, str]:
    """Give the text and the encoding it was read in."""
    name = encoding.lower().replace("_", "-")
    if name and name not in ENCODINGS:
        raise UsageError(f"no encoding {encoding!r}", remedy=f"one of: {', '.join(ENCODINGS)}")
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if not marked and not name and data.count(0) > len(data) // 10:
        message = "it looks like UTF-16, but has no mark that says so"
        raise Refused(message, file=file, remedy=f"{SAVE}, or give --encoding utf-16-le")
    codec = marked or name or "utf-8"
    if marked and name and not name.startswith(marked.removesuffix("-sig")):
        raise Refused(f"its first bytes say that it is in {marked.removesuffix('-sig')}", file=file, remedy=_LEAVE)
    if not codec.startswith("utf") and _is_utf8(data):
        raise Refused(f"it is in utf-8; in {codec} its letters would be others", file=file, remedy=_LEAVE)
    try:
        text = data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(f"it is not in {codec}", file=file, line=line, remedy=_hint(data, error.start, codec)) from None
    return text.removeprefix("\ufeff"), codec.removesuffix("-sig")


def _is_utf8(data: bytes) -> bool:
    """Tell whether these are letters beyond ASCII in UTF-8: in another encoding hardly any text looks so."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _hint(data: bytes, at: int, codec: str) -> str:
    """Show how the line would read in the most likely other encoding; choosing it is for those who know the names."""
    if codec != "utf-8":
        return f"{SAVE}, or name another --encoding"
    start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
    shown = data[start : end if end >= 0 else None].decode("cp1252", "replace").strip()[:_SHOWN]
    return f"{SAVE}, or name its encoding; with --encoding cp1252 the line reads: {shown}"


@contextmanager
def _room() -> Iterator[None]:
    """Let a cell be as long as a file may be."""
    limit = csv.field_size_limit(LIMIT_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _rows(text: str, separator: str, file: str, *, first: int) -> Iterator[Row]:
    """Yield the rows that are not empty; line ends in quotes belong to their cell."""
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


def _fitting(rows: Sequence[Row], width: int, file: str, separator: str) -> Iterator[Row]:
    """Yield rows as wide as the header; raises Refused for one that is not, since its cells may have moved.

    Only where a whole block of Excel's is equally short are the missing cells those at the right, and empty.
    """
    lengths: dict[int, list[int]] = {}
    for number, cells, _ in rows:
        lengths.setdefault((number - 1) // _BLOCK, []).append(len(cells))
    for number, cells, _ in rows:
        block = lengths[(number - 1) // _BLOCK]
        cut = len(block) > 1 and set(block) == {len(cells)} and number > _BLOCK
        if (len(cells) < width and not cut) or any(each.strip() for each in cells[width:]):
            count = f"{len(cells)} cell{'s' if len(cells) != 1 else ''}"
            names = f"{width} column{'s' if width != 1 else ''}"
            raise Refused(
                f"row {number} has {count}, and the header names {names}",
                file=file,
                remedy=f"look for a missing or unquoted {separator or 'separator'}, or name another with --separator",
            )
        yield Row(number, (*cells[:width], *[""] * (width - len(cells))))
