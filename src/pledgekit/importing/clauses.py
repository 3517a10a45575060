"""Lines of a document become clauses, and clauses rows of a list. Second step of importing clauses.

A clause begins with its number ("1." or "1)"), or, where nothing is numbered, with its title. A title is a heading
above it or a line that begins with "Title:"; none is ever made up of the text. What belongs to no clause is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from pledgekit.importing.documents import TextLine
from pledgekit.importing.planning import Fault, Line
from pledgekit.importing.rows import Row, Sheet
from pledgekit.model.levels import Wording
from pledgekit.recording.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pledgekit.importing.planning import Plan

__all__ = ["Clause", "Clauses", "as_sheet", "explained", "found_clauses"]

_NUMBER: Final = re.compile(r"\(?(\d{1,3}[a-z]?)[.)](?:\s+|$)(.*)")
_TITLE: Final = re.compile(r"(?i)title\s*:\s*(.+)")
_HEADING: Final = re.compile(r"#{1,6}\s+(.+)")
_ITEM: Final = re.compile(r"(?:[-*\u2022\u2013]|\(?[a-z]{1,4}[.)])\s")  # of a list within a clause


class Clause(NamedTuple):
    """A clause as the document has it: where it begins, its number, title and text; "" for what is not there."""

    place: int
    number: str
    title: str
    text: str


class Clauses(NamedTuple):
    """The clauses of a document, and what stands before them and is none."""

    clauses: tuple[Clause, ...]
    left_out: tuple[TextLine, ...]


def found_clauses(lines: Sequence[TextLine]) -> Clauses:
    """Find the clauses of a document; never raises, whatever is missing is for the row to tell."""
    held = [each for each in lines if each.text]
    numbered = any(_numbered(each) for each in held)
    titled = any(_title(each) for each in held)
    finder = _Finder(numbered=numbered, titled=titled, by_line=all(each.text for each in lines))
    for each in lines:
        finder.take(each)
    return Clauses(tuple(finder.clauses()), tuple(finder.left_out))


def as_sheet(found: Iterable[Clause]) -> Sheet:
    """Give clauses as rows of a list of commitments; a numbered one is found again by the id `c` and its number."""
    rows = (
        Row(
            each.place, (f"c{each.number}" if each.number else "", each.number, each.title, each.text, Wording.OFFICIAL)
        )
        for each in found
    )
    return Sheet(("id", "number", "title", "text", "wording"), tuple(rows))


def explained(made: Plan, found: Sequence[Clause]) -> Plan:
    """Say of rows without a title or text what to add; and name no cells, which a document has not."""
    lines = []
    for line, clause in zip(made.lines, found, strict=True):
        faults = []
        if not clause.title:
            remedy = 'put one above it on a line of its own, as in "Title: Speak out", or as a heading'
            faults.append(Fault(message="it has no short title, and none is made up", remedy=remedy))
        if not clause.text:
            faults.append(Fault(message="it has no text", remedy="add it, or leave its number out"))
        if faults:
            lines.append(Line(row=line.row, outcome=Outcome.REFUSED, faults=tuple(faults)))
        else:
            bare = tuple(attrs.evolve(each, cell="", column="") for each in line.faults)
            lines.append(attrs.evolve(line, faults=bare))
    return attrs.evolve(made, lines=tuple(lines))


class _Draft:
    """A clause that is being read."""

    def __init__(self, place: int, number: str, title: str) -> None:
        self.place = place
        self.number = number
        self.title = title
        self.text = ""
        self.broken = False  # a paragraph has ended since

    def add(self, text: str) -> None:
        between = "" if not self.text else "\n\n" if self.broken else "\n" if _ITEM.match(text) else " "
        self.text = f"{self.text}{between}{text}"
        self.broken = False


class _Finder:
    """What was read so far."""

    def __init__(self, *, numbered: bool, titled: bool, by_line: bool) -> None:
        self.left_out: list[TextLine] = []
        self._numbered = numbered
        self._titled = titled
        self._by_line = by_line
        self._drafts: list[_Draft] = []
        self._open: _Draft | None = None
        self._title = ""

    def clauses(self) -> Iterable[Clause]:
        return (Clause(each.place, each.number, each.title, each.text) for each in self._drafts)

    def take(self, line: TextLine) -> None:
        title, marker = _title(line), _numbered(line) if self._numbered else None
        if not line.text:
            self._end_paragraph()
        elif title:
            self._entitle(line, title)
        elif marker is not None:
            self._begin(line.place, *marker)
        elif self._open is not None:
            self._open.add(line.text)
        elif self._numbered or self._titled:
            self.left_out.append(line)
            self._title = ""
        else:
            self._begin(line.place, "", line.text)
            if self._by_line:
                self._open = None

    def _end_paragraph(self) -> None:
        if self._open is None:
            return
        self._open.broken = True
        if not self._numbered and not self._titled:
            self._open = None

    def _entitle(self, line: TextLine, title: str) -> None:
        """Keep a title for the clause below; a number that stands alone above it takes it itself."""
        begun = self._open if self._open is not None and not self._open.text else None
        if self._numbered and begun is not None and not begun.title:
            begun.title = title
        elif self._numbered:
            self._title, self._open = title, None
        else:
            if begun is not None:  # a heading above a heading, as that of the whole
                self.left_out.append(TextLine(begun.place, begun.title))
                self._drafts.pop()
            self._title = title
            self._begin(line.place, "", "")

    def _begin(self, place: int, number: str, text: str) -> None:
        self._open = _Draft(place, number, self._title)
        self._title = ""
        self._drafts.append(self._open)
        if text:
            self._open.add(text)


def _numbered(line: TextLine) -> tuple[str, str] | None:
    """Give the number that a line begins with, or that its layout prints, and the text after it."""
    if line.number:
        return line.number, line.text
    found = _NUMBER.fullmatch(line.text)
    return (found[1], found[2]) if found else None


def _title(line: TextLine) -> str:
    """Give the title that a line is, or nothing. A numbered heading is a clause's beginning, not its title."""
    found = _TITLE.fullmatch(line.text) or _HEADING.fullmatch(line.text)
    if found:
        return found[1].strip()
    return line.text if line.heading and not _numbered(line) else ""
