"""A sheet of a workbook becomes rows of text, as CSV does. First step of importing a list kept in a spreadsheet.

A spreadsheet makes of what is typed what it likes, so that a cell is taken only where nothing was lost: a formula, an
error, a number too long for it are told by their cell. A day is taken as a day; `cells` refuses 1905 for a year.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final

from pledgekit.errors import Refused, UsageError
from pledgekit.ids import fold, nearest
from pledgekit.importing.columns import known_names
from pledgekit.importing.rows import LIMIT_ROWS, Row, Sheet, headed
from pledgekit.sheets.reading import address, read_book

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pledgekit.model.kinds import Kind
    from pledgekit.sheets.reading import Sheet as BookSheet
    from pledgekit.sheets.reading import Value

__all__ = ["read_list"]

_SEARCHED: Final = 30  # rows in which the names of columns may stand
_EXACT: Final = 10**15  # from here on a spreadsheet has lost the last digits of a number
_ERRORS: Final = frozenset(
    {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
_ENDINGS: Final = (".xlsx", ".ods")


def read_list(data: bytes, kind: Kind[Any], *, file: str, sheet: str = "", mapped: Collection[str] = ()) -> Sheet:
    """Read the list that stands on one sheet: the one named, else the only one, else the one named like the kind.

    The names of columns stand in the row that has most of the kind's keys (or of the names that are `mapped`), the
    first row where none has any. Raises Refused for a workbook or sheet that gives no list, or where it would have to
    be guessed which sheet is meant; UsageError for a name that no sheet has.
    """
    book = read_book(data, file=file)
    chosen = _chosen(book.sheets, kind, file, sheet)
    rows = [_row(chosen, number) for number in range(chosen.top, chosen.bottom)]
    rows = [each for each in rows if any(cell.strip() for cell in each.cells) or each.faults]
    head = _head(rows, known_names(kind) | {fold(each) for each in mapped})
    if rows and rows[head].faults:
        at, (message, remedy) = min(rows[head].faults.items())
        place = address(chosen.name, rows[head].number - 1, at)
        raise Refused(f"{place} should name a column, and {message}", file=file, remedy=remedy)
    if len(rows) - head - 1 > LIMIT_ROWS:
        raise Refused(f"it has more than {LIMIT_ROWS} rows", file=file, remedy="split it")
    header, fitting, empty = headed(rows[head:], file)
    ending = "" if file.lower().endswith(_ENDINGS) else f".{file.rpartition('.')[2]}" if "." in file else ""
    return Sheet(header, fitting, ending=ending, empty=empty, book=book.kind, sheet=chosen.name, head=rows[head].number)


def _chosen(sheets: Sequence[BookSheet], kind: Kind[Any], file: str, name: str) -> BookSheet:
    """Choose the sheet with the list."""
    names = ", ".join(repr(each.name) for each in sheets)
    if name:
        found = [each for each in sheets if each.name == name] or [e for e in sheets if fold(e.name) == fold(name)]
        if len(found) != 1:
            close = nearest(name, [each.name for each in sheets])
            hint = f"nearest: {close!r}; " if close else ""
            raise UsageError(f"--sheet: no one sheet is named {name!r}", remedy=f"{hint}sheets: {names}")
        return found[0]
    filled = [each for each in sheets if each.rows]
    shown = [each for each in filled if each.visible]
    if not filled:
        raise Refused("it holds nothing", file=file, remedy="the first row names the columns")
    if not shown:
        raise Refused("only hidden sheets of it hold anything", file=file, remedy=f"say which: --sheet {names}")
    meant = [each for each in shown if fold(each.name) in (fold(kind.table), fold(kind.singular), fold(kind.plural))]
    if len(shown) > 1 and len(meant) != 1:
        names = ", ".join(repr(each.name) for each in shown)
        raise Refused(f"it has {len(shown)} sheets: {names}", file=file, remedy="say which with --sheet NAME")
    return shown[0] if len(shown) == 1 else meant[0]


def _row(sheet: BookSheet, number: int) -> Row:
    """Read a row from the first column on, whether or not anything stands there."""
    texts: list[str] = []
    faults: dict[int, tuple[str, str]] = {}
    for at in range(sheet.right):
        text, message, remedy = _text(sheet.value(number, at))
        if (number, at) in sheet.formulas:
            message, remedy = "it holds a formula", "copy the column and paste it as values"
        if message:
            faults[at] = (message, remedy)
        texts.append(text)
    return Row(number + 1, tuple(texts), faults)


def _text(value: Value) -> tuple[str, str, str]:
    """Give a cell as it would be typed; and what is wrong with it, and how it is repaired."""
    if value is None or value == "":
        return "", "", ""
    if isinstance(value, bool):
        return f"{value}".lower(), "", ""
    if isinstance(value, int | float):
        if abs(value) >= _EXACT:
            message = f"{value:g} is longer than the numbers that a spreadsheet keeps"
            return f"{value:g}", message, "format the column as text, and type it again"
        return (f"{int(value)}" if value == int(value) else repr(value)), "", ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" "), "", ""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat(), "", ""
    if value in _ERRORS:
        return value, f"it shows {value}, an error of the spreadsheet", "type what it should say"
    return value, "", ""


def _head(rows: Sequence[Row], known: Collection[str]) -> int:
    """Find the row that names the columns."""
    scores = [len({fold(cell) for cell in each.cells} & set(known)) for each in rows[:_SEARCHED]]
    return scores.index(max(scores)) if scores else 0
