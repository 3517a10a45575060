"""A workbook that came back → what it says, cell by cell. First step of reading answers; the register is not asked yet.

Everything is found by its hidden key, wherever it stands now: sheets renamed or moved, rows sorted, columns added. What
cannot be understood is a fault with the name of its cell; the rest is read all the same.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.errors import Refused
from pledgekit.ids import fold, nearest
from pledgekit.rounds.workbook import CHOSEN, FORMAT, FORMAT_VERSION, MARK, SHOWN
from pledgekit.sheets.reading import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.sheets.reading import Book, Sheet, Value

__all__ = ["Answers", "Fault", "Row", "read_answers"]

_OLDEST: Final = 1990  # a day before it is a year that a spreadsheet took for a number of days
_ADDED: Final = "row-"  # rows added below the free ones


class Fault(NamedTuple):
    """A cell, row or column that is not read, and why."""

    place: str
    message: str


class Row(NamedTuple):
    """One row: its key, what its filled cells say (the id of a word from a list), and where each stands."""

    key: str
    said: Mapping[str, str]
    places: Mapping[str, str]  # by column, and of the row itself under ""


class Answers(NamedTuple):
    """What one workbook says. `facts` are the form's own (city, period, …); `rows` are by the key of their sheet."""

    file: str
    facts: Mapping[str, str]
    rows: Mapping[str, tuple[Row, ...]]
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]  # what is passed over without harm

    @property
    def answered_by(self) -> str:
        """Who filled it in."""
        return self._start("answered_by")

    @property
    def answered_on(self) -> str:
        """The day of the answer, as typed."""
        return self._start("answered_on")

    def place_of(self, key: str) -> str:
        """Where a fact about the answer stands."""
        return next((row.places["value"] for row in self.rows.get("start", ()) if row.key == key), "")

    def _start(self, key: str) -> str:
        return next((row.said.get("value", "") for row in self.rows.get("start", ()) if row.key == key), "")


class _Marked(NamedTuple):
    """A sheet with the place of its mark: the row of column keys, the column of row keys."""

    sheet: Sheet
    top: int
    left: int


def read_answers(book: Book) -> Answers:
    """Read a workbook made by `workbook`, or a copy of one saved by another program.

    Raises Refused for a workbook that is no form of ours, or whose hidden keys are gone.
    """
    marked = dict(_marked(book))
    if not marked:
        raise Refused(
            "it is not a form made by pledgekit", file=book.file, remedy="lists are read by: pledgekit import"
        )
    missing = [name for name in ("form", "lists", "answers") if name not in marked]
    if missing:
        raise Refused(
            f"its hidden sheet or keys are gone ({', '.join(missing)})",
            file=book.file,
            remedy="copy the answers into the form that was sent, or record them: pledgekit update CITY",
        )
    facts = _facts(marked["form"])
    told = facts.get("format"), facts.get("format_version")
    if told != (FORMAT, str(FORMAT_VERSION)):
        raise Refused(
            f"it is a form of version {told[1] or 'unknown'}, and this program reads {FORMAT_VERSION}", file=book.file
        )
    reading = _Reading(_lists(marked["lists"]))
    rows = {key: tuple(reading.rows(key, found)) for key, found in marked.items() if key not in ("form", "lists")}
    return Answers(book.file, facts, rows, tuple(reading.faults), tuple(reading.notes))


def _marked(book: Book) -> Iterator[tuple[str, _Marked]]:
    """Find the sheets that carry a mark; of two with one mark, the first, which is the original of a copy."""
    seen = set()
    for sheet in book.sheets:
        for row in range(sheet.top, sheet.bottom):
            mark = next((c for c in range(sheet.left, sheet.right) if _is_mark(sheet.value(row, c))), None)
            if mark is not None:
                key = str(sheet.value(row, mark)).removeprefix(MARK)
                if key not in seen:
                    seen.add(key)
                    yield key, _Marked(sheet, row, mark)
                break


def _is_mark(value: Value) -> bool:
    return isinstance(value, str) and value.startswith(MARK)


def _facts(marked: _Marked) -> dict[str, str]:
    sheet, top, left = marked
    pairs = ((sheet.value(row, left), sheet.value(row, left + 1)) for row in range(top + 1, sheet.bottom))
    return {str(key): str(value) for key, value in pairs if key}


def _lists(marked: _Marked) -> dict[str, dict[str, str]]:
    """Give the lists to choose from: by name, from each word, folded, to its id."""
    sheet, top, left = marked
    lists: dict[str, dict[str, str]] = {}
    for column in range(left + 1, sheet.right, 2):
        words = lists.setdefault(str(sheet.value(top, column)), {})
        for row in range(top + 1, sheet.bottom):
            key, word = sheet.value(row, column), sheet.value(row, column + 1)
            if key:
                words[fold(str(word))] = str(key)
    return lists


class _Reading:
    """The reading of one workbook's sheets."""

    def __init__(self, lists: Mapping[str, Mapping[str, str]]) -> None:
        self.lists = lists
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def rows(self, key: str, marked: _Marked) -> Iterator[Row]:
        """Read the rows of one sheet: those with a key, and on the sheet for new ones also those added below."""
        sheet, top, left = marked
        columns = {
            c: name for c in range(left + 1, sheet.right) if isinstance(name := sheet.value(top, c), str) and name
        }
        self._unknown_columns(marked, columns)
        seen: set[str] = set()
        for row in range(top + 1, sheet.bottom):
            name = str(sheet.value(row, left) or "")
            if not name and (key != "new" or not seen):
                self._stray(marked, row, columns)
                continue
            filled = Row(*self._row(sheet, row, columns))._replace(key=name or f"{_ADDED}{row + 1}")
            if filled.key in seen:
                if filled.said:
                    self.faults.append(Fault(filled.places[""], f"two rows are for {filled.key}; the first is read"))
                continue
            seen.add(filled.key)
            if not self._moved(sheet, row, columns, filled):
                yield filled

    def _row(self, sheet: Sheet, row: int, columns: Mapping[int, str]) -> tuple[str, dict[str, str], dict[str, str]]:
        said: dict[str, str] = {}
        places = {"": address(sheet.name, row, min(columns, default=0))}
        for column, name in columns.items():
            if name in SHOWN:
                continue
            place = places[name] = address(sheet.name, row, column)
            if (row, column) in sheet.formulas:
                self.faults.append(Fault(place, "it holds a formula; type what it should say"))
                continue
            text = self._text(sheet.value(row, column), place)
            if text and name in CHOSEN:
                text = self._chosen(text, CHOSEN[name], place)
            if text:
                said[name] = text
        return "", said, places

    def _text(self, value: Value, place: str) -> str:
        """Give what a cell says as text; numbers and days as people type them."""
        if isinstance(value, datetime.date):
            if value.year < _OLDEST:
                self.faults.append(Fault(place, f"{value:%Y-%m-%d} is no day meant here; type it as text: 2024"))
                return ""
            return value.date().isoformat() if isinstance(value, datetime.datetime) else value.isoformat()
        if isinstance(value, bool):
            self.faults.append(Fault(place, "it says true or false; type words"))
            return ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        text = "" if value is None else str(value).strip()
        if text.startswith("#") and text.rstrip("!?").isupper() and text.endswith(("!", "?", "/A", "/0!")):
            self.faults.append(Fault(place, f"it shows {text}, an error of the spreadsheet"))
            return ""
        return text

    def _chosen(self, text: str, name: str, place: str) -> str:
        """Give the id of a chosen word, in whatever letters it was typed."""
        words = self.lists.get(name, {})
        found = words.get(fold(text))
        if found is None and text in words.values():
            return text
        if found is None:
            close = nearest(text, list(words))
            hint = f"; nearest: {close}" if close else ""
            self.faults.append(Fault(place, f"{text!r} is not in the list{hint}"))
            return ""
        return found

    def _moved(self, sheet: Sheet, row: int, columns: Mapping[int, str], read: Row) -> bool:
        """Tell whether a row's title is that of another key: visible cells were sorted, and hidden ones were not."""
        heading = next((c for c, name in columns.items() if name == "heading"), None)
        titles = {key: word for word, key in self.lists.get("clause", {}).items()}
        if heading is None or read.key not in titles:
            return False
        shown = fold(str(sheet.value(row, heading) or ""))
        if shown == titles[read.key]:
            return False
        if read.said:
            self.faults.append(
                Fault(read.places[""], f"its title is not that of {read.key}, whose row this is; was a part sorted?")
            )
        return True

    def _unknown_columns(self, marked: _Marked, columns: Mapping[int, str]) -> None:
        """Note columns that somebody added."""
        sheet, top, left = marked
        for column in range(left + 1, sheet.right):
            if column in columns or not columns:
                continue
            first = next((r for r in range(top + 1, sheet.bottom) if sheet.value(r, column) not in ("", None)), None)
            if first is not None and column > min(columns):
                self.notes.append(Fault(address(sheet.name, first, column), "this column was added, and is not read"))

    def _stray(self, marked: _Marked, row: int, columns: Mapping[int, str]) -> None:
        """Note rows that somebody added below the table."""
        sheet, top, left = marked
        keyed = any(sheet.value(above, left) for above in range(top + 1, row))
        open_columns = [c for c, name in columns.items() if name not in SHOWN]
        if keyed and any(sheet.value(row, column) not in ("", None) for column in open_columns):
            place = address(sheet.name, row, min(open_columns))
            self.notes.append(Fault(place, "this row was added, and is not read"))
