"""Dates as far as they are known, and periods. Layer 1.

A date is a subset of EDTF level 0 and 1 (Library of Congress, 2019): a day, a month, a year, or an interval within
which it lies. Each has a first and a last possible day, so comparisons have three answers and nothing is claimed that
is not certain.
"""

from __future__ import annotations

import datetime
import re
from enum import Enum
from typing import NamedTuple

__all__ = ["Certainty", "PartialDate", "Period", "day_of", "is_full_day", "shifted", "year_before"]

_DECEMBER = 12
_A_DAY = datetime.timedelta(days=1)
_FIRST, _LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal()
_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHAPE = 'a day is a bare date (2023-06-15); else "2023", "2023-06" or an interval "2023-03/2023-05"'
_PERIOD_SHAPE = 'a period is a year "2024" or two months "2024-07/2025-06"'


class Certainty(Enum):
    """The answer to a question about dates that are only partly known."""

    NO = 0
    POSSIBLY = 1
    CERTAINLY = 2


class PartialDate(NamedTuple):
    """A date as far as it is known: `first` and `last` are the earliest and latest day on which it can lie."""

    text: str
    first: datetime.date
    last: datetime.date

    def __str__(self) -> str:
        """Give the EDTF text: "2023-06-15", "2023-06", "2023", "2023-03/2023-05"."""
        return self.text

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """Make a date that is known to the day."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read EDTF text; raises ValueError with the shapes that are understood."""
        first, last = _bounds(text, _SHAPE)
        return cls(text, first, last)

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    def later_than(self, day: datetime.date) -> Certainty:
        """Tell whether this lies after the day."""
        if self.first > day:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY if self.last > day else Certainty.NO

    def earlier_than(self, day: datetime.date) -> Certainty:
        """Tell whether this lies before the day."""
        if self.last < day:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY if self.first < day else Certainty.NO


class Period(NamedTuple):
    """A stretch of whole months with its label: "2024" or "2024-07/2025-06"."""

    label: str
    first: datetime.date
    last: datetime.date

    def __str__(self) -> str:
        """Give the label as it is written in files."""
        return self.label

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a year or two months; raises ValueError with the shapes that are understood."""
        parts = text.split("/")
        if [len(part) for part in parts] not in ([4], [7, 7]):
            raise ValueError(f"{text!r} is not a period: {_PERIOD_SHAPE}")
        first, last = _bounds(text, _PERIOD_SHAPE)
        return cls(text, first, last)

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def meets(self, start: PartialDate, end: PartialDate) -> Certainty:
        """Tell whether what went on from `start` to `end` fell, at least partly, within the period."""
        if start.first > self.last or end.last < self.first:
            return Certainty.NO
        if start.last <= self.last and end.first >= self.first:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY


def day_of(moment: datetime.date | datetime.datetime) -> datetime.date:
    """Give the UTC day of a `recorded` stamp. A moment without an offset is refused earlier, by the codec."""
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.UTC).date()
    return moment


def shifted(day: datetime.date, days: int) -> datetime.date:
    """Give the day so many days later, or earlier; at an end of the calendar its last or first day."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, _FIRST), _LAST))


def year_before(day: datetime.date) -> datetime.date:
    """Give the same day of the year before, 28 February for the 29th; within the first year its first day."""
    if day.year == datetime.MINYEAR:
        return datetime.date.min
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def is_full_day(text: str) -> bool:
    """Tell whether the text is one full date in quotes (which belongs in the file without them)."""
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None


def _bounds(text: str, shape: str) -> tuple[datetime.date, datetime.date]:
    """Give first and last day; `shape` says in the error what would be understood."""
    parts = text.split("/")
    if len(parts) > 2:  # noqa: PLR2004  an interval has two ends
        raise ValueError(f"{text!r} is not a date: {shape}")
    shapes = [found for part in parts if (found := _PART.fullmatch(part))]
    if len(shapes) < len(parts):
        raise ValueError(f"{text!r} is not a date: {shape}")
    try:
        ends = [_part(found) for found in shapes]
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar: there is no such day or month") from error
    first, last = ends[0][0], ends[-1][1]
    if first > last or (len(ends) > 1 and ends[0][1] > last):
        raise ValueError(f"{text!r} ends before it begins: put the earlier date first")
    return first, last


def _part(match: re.Match[str]) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day of a year, month or day; raises ValueError for one that no calendar has."""
    year = int(match[1])
    if match[2] is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    month = int(match[2])
    if match[3] is None:
        first = datetime.date(year, month, 1)
        return first, datetime.date(year, month, 31) if month == _DECEMBER else datetime.date(
            year, month + 1, 1
        ) - _A_DAY
    day = datetime.date(year, month, int(match[3]))
    return day, day
