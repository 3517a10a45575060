"""A workbook that came back → what it says, cell by cell. First step of reading answers; the register is not asked yet.

Everything is found by its hidden key, wherever it stands now: sheets renamed or moved, rows sorted, columns added. What
cannot be understood is a fault with the name of its cell; the rest is read all the same. What is passed over is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.errors import Refused
from pledgekit.ids import fold
from pledgekit.rounds.said import chosen, text_of_cell
from pledgekit.rounds.workbook import CHOSEN, FORMAT, FORMAT_VERSION, HEAD, MARK, SHOWN
from pledgekit.sheets.reading import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.rounds.choices import Choice
    from pledgekit.sheets.reading import Book, Sheet

__all__ = ["Answers", "Fault", "Row", "read_answers"]

_ADDED: Final = "row-"  # rows added among or below the free ones
_ALONE: Final = ("form", "lists")  # sheets that nobody writes in
_ASKED: Final = ("start", "answers", "actions", "new")
_TITLES: Final = {"answers": ("heading", "clause"), "actions": ("action", "action")}  # column, list that it is from
_GONE: Final = "copy the answers into the form that was sent, or record them: pledgekit update CITY"


class Fault(NamedTuple):
    """A cell, row or sheet that is not read, and why."""

    place: str
    message: str


class Row(NamedTuple):
    """One row: its key, what its filled cells say (the id of a word from a list), and where each stands.

    Of a `broken` row some cell is a fault: what it says is not whole.
    """

    key: str
    said: Mapping[str, str]
    places: Mapping[str, str]  # by column, and of the row itself under ""
    broken: bool = False


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
        """Where a fact about the answer stands, or would stand."""
        return next((row.places.get("value", "") for row in self.rows.get("start", ()) if row.key == key), "")

    def same_as(self, other: Answers) -> bool:
        """Tell whether two workbooks are the same form and say the same, wherever in them."""
        return self.facts == other.facts and self._content() == other._content()

    def _content(self) -> dict[str, object]:
        said = {name: sorted(sorted(row.said.items()) for row in rows if row.said) for name, rows in self.rows.items()}
        keyed = {name: {row.key: row.said for row in self.rows.get(name, ()) if row.said} for name in _TITLES}
        return {**said, **keyed, "faults": len(self.faults)}

    def _start(self, key: str) -> str:
        return next((row.said.get("value", "") for row in self.rows.get("start", ()) if row.key == key), "")


class _Marked(NamedTuple):
    """A sheet with the place of its mark: the row of column keys, the column of row keys."""

    key: str
    sheet: Sheet
    top: int
    left: int


def read_answers(book: Book) -> Answers:
    """Read a workbook made by `workbook`, or a copy of one saved by another program.

    Raises Refused for a workbook that is no form of ours, of another version, or whose hidden keys are gone.
    """
    found = [_marked(sheet) for sheet in book.sheets]
    marked: dict[str, _Marked] = {}
    for each in found:
        if each is not None:
            marked.setdefault(each.key, each)
    if not marked:
        remedy = "lists are read by: pledgekit import"
        raise Refused("it is not a form made by pledgekit", file=book.file, remedy=remedy)
    strangers = [sheet for sheet, mark in zip(book.sheets, found, strict=True) if mark is None and _is_used(sheet)]
    _insist_whole(book.file, marked, strangers)
    facts = _facts(marked["form"])
    told = facts.get("format"), facts.get("format_version")
    if told != (FORMAT, str(FORMAT_VERSION)):
        message = f"it is a form of version {told[1] or 'unknown'}, and this program reads {FORMAT_VERSION}"
        raise Refused(message, file=book.file, remedy="read it with the version of pledgekit that made it")
    reading = _Reading(_lists(marked["lists"]))
    rows: dict[str, tuple[Row, ...]] = {key: tuple(reading.rows(marked[key])) for key in _ASKED if key in marked}
    for each in found:
        if each is not None and each.key in rows and each is not marked[each.key]:
            reading.copy(each, rows[each.key])
    notes = [Fault(sheet.name, "this sheet was added, and is not read") for sheet in strangers]
    notes += [Fault(book.file, f"its sheet {MARK}{key} is gone") for key in _ASKED if key not in marked]
    return Answers(book.file, facts, rows, tuple(reading.faults), (*reading.notes, *notes))


def _marked(sheet: Sheet) -> _Marked | None:
    """Find the mark of a sheet."""
    for number, row in enumerate(sheet.rows):
        for place, value in enumerate(row):
            if isinstance(value, str) and value.startswith(MARK):
                return _Marked(value.removeprefix(MARK).strip(), sheet, sheet.top + number, sheet.left + place)
    return None


def _is_used(sheet: Sheet) -> bool:
    return any(value not in ("", None) for row in sheet.rows for value in row)


def _insist_whole(file: str, marked: Mapping[str, _Marked], strangers: Sequence[Sheet]) -> None:
    """Raise Refused when a sheet lost its keys: what stands on it could be an answer that nobody would read."""
    lost = [key for key in _ALONE if key not in marked]
    if not lost and strangers:
        lost = [key for key in _ASKED if key not in marked]
    if lost:
        names = ", ".join(each.name for each in strangers)
        message = f"hidden keys are gone ({', '.join(lost)}{'; from: ' if names else ''}{names})"
        raise Refused(message, file=file, remedy=_GONE)


def _facts(marked: _Marked) -> dict[str, str]:
    _, sheet, top, left = marked
    pairs = ((sheet.value(row, left), sheet.value(row, left + 1)) for row in range(top + 1, sheet.bottom))
    return {str(key): str(value) for key, value in pairs if key}


def _lists(marked: _Marked) -> dict[str, tuple[Choice, ...]]:
    """Give the lists to choose from, and of titles, by name."""
    _, sheet, top, left = marked
    lists = {}
    for column in range(left + 1, sheet.right, 2):
        cells = ((sheet.value(row, column), sheet.value(row, column + 1)) for row in range(top + 1, sheet.bottom))
        lists[str(sheet.value(top, column))] = tuple((str(key), str(word)) for key, word in cells if key)
    return lists


class _Reading:
    """The reading of one workbook's sheets."""

    def __init__(self, lists: Mapping[str, Sequence[Choice]]) -> None:
        self.lists = lists
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def rows(self, marked: _Marked) -> Iterator[Row]:
        """Read the rows of one sheet: those with a key, and on the sheet for new ones also those added."""
        key, sheet, top, left = marked
        columns = self._columns(marked)
        free = key == "new"
        seen: dict[str, Row] = {}
        for row in range(top + 1, sheet.bottom):
            name = str(sheet.value(row, left) or "")
            if name == HEAD:
                continue
            if not name and not (free and seen):
                if seen:
                    self._stray(sheet, row, columns)
                continue
            if free and (not name or name in seen):
                name = f"{_ADDED}{row + 1}"
            filled = self._row(sheet, row, columns, name)
            if name in seen:
                self._second(filled, seen[name])
                continue
            seen[name] = filled
            if not self._moved(marked, row, columns, filled):
                yield filled

    def copy(self, marked: _Marked, rows: Sequence[Row]) -> None:
        """Look through a copy of a sheet: it is passed over, and must say nothing that the first does not say."""
        known = {row.key: row.said for row in rows}
        other = _Reading(self.lists)
        more = [row for row in other.rows(marked) if row.said and row.said != known.get(row.key)]
        for row in more:
            message = f"it says something else than the first sheet with the key {MARK}{marked.key}; keep one of them"
            self.faults.append(Fault(row.places[""], message))
        if not more:
            self.notes.append(Fault(marked.sheet.name, "this sheet is a copy, and is not read"))

    def _columns(self, marked: _Marked) -> dict[int, str]:
        """Give the keys of columns, each once; note columns that somebody added."""
        _, sheet, top, left = marked
        columns: dict[int, str] = {}
        for column in range(left + 1, sheet.right):
            name = sheet.value(top, column)
            if isinstance(name, str) and name and name not in columns.values():
                columns[column] = name
            elif columns:
                used = (row for row in range(top + 1, sheet.bottom) if sheet.value(row, column) not in ("", None))
                first = next(used, None)
                if first is not None:
                    place = address(sheet.name, first, column)
                    self.notes.append(Fault(place, "this column was added, and is not read"))
        return columns

    def _row(self, sheet: Sheet, row: int, columns: Mapping[int, str], key: str) -> Row:
        said: dict[str, str] = {}
        places = {"": address(sheet.name, row, min(columns, default=0))}
        before = len(self.faults)
        for column, name in columns.items():
            if name in SHOWN:
                continue
            place = places[name] = address(sheet.name, row, column)
            if (row, column) in sheet.formulas:
                self.faults.append(Fault(place, "it holds a formula; type what it should say"))
                continue
            text, fault = text_of_cell(sheet.value(row, column), name)
            if text and name in CHOSEN:
                text, fault = chosen(text, CHOSEN[name], self.lists.get(CHOSEN[name], ()))
            if fault:
                self.faults.append(Fault(place, fault))
            elif text:
                said[name] = text
        return Row(key, said, places, broken=len(self.faults) > before)

    def _second(self, row: Row, first: Row) -> None:
        """Say that a row stands there twice; it is a fault where the second says something else."""
        if row.said and row.said != first.said:
            self.faults.append(Fault(row.places[""], f"two rows are for {row.key}, and they differ; keep one"))
        elif row.said:
            self.notes.append(Fault(row.places[""], f"this row is a copy of that for {row.key}, and is not read"))

    def _moved(self, marked: _Marked, row: int, columns: Mapping[int, str], read: Row) -> bool:
        """Tell whether a row's title is that of another key: visible cells were sorted, and hidden ones were not."""
        name, source = _TITLES.get(marked.key, ("", ""))
        column = next((c for c, each in columns.items() if each == name), None)
        own = dict(self.lists.get(source, ())).get(read.key)
        if column is None or own is None:
            return False
        shown = fold(str(marked.sheet.value(row, column) or ""))
        if shown in ("", fold(own)):
            return False
        if read.said:
            message = f"its title is not that of {read.key}, whose row this is; was a part sorted?"
            self.faults.append(Fault(read.places[""], message))
        return True

    def _stray(self, sheet: Sheet, row: int, columns: Mapping[int, str]) -> None:
        """Note a row that somebody added below or between others."""
        for column, name in columns.items():
            if name not in SHOWN and sheet.value(row, column) not in ("", None):
                self.notes.append(Fault(address(sheet.name, row, column), "this row was added, and is not read"))
                return
