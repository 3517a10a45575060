"""Strict readers of single values, a part of the second step of reading: taken as they are, or refused.

Nothing is coerced: a number where text is meant, or a date with a time, is a mistake that no public record may hide.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from math import isfinite
from typing import Any, Final, NamedTuple

from pledgekit.dates import PartialDate, Period, is_full_day
from pledgekit.ids import ID_LENGTH, Ref, is_id, nearest
from pledgekit.model.levels import Visibility
from pledgekit.model.scales import SCALES

__all__ = [
    "READERS",
    "Fault",
    "Faults",
    "Reader",
    "describe",
    "fault",
    "read_id",
    "read_revision",
    "read_text",
    "word_reader",
]

Reader = Any  # value → typed value; raises Faults


class Fault(NamedTuple):
    """One thing wrong with a value: where in the record, the problem's code, what, and perhaps a better remedy."""

    path: tuple[str | int, ...]
    code: str
    message: str
    remedy: str = ""


class Faults(Exception):  # noqa: N818  a carrier between readers, never seen outside codec
    """The faults of one value, on their way up; each step prefixes its own key."""

    def __init__(self, *faults: Fault) -> None:
        """Carry faults."""
        super().__init__(*faults)
        self.faults = faults

    def under(self, step: str | int) -> list[Fault]:
        """Give the faults with one more step in front of their paths."""
        return [fault._replace(path=(step, *fault.path)) for fault in self.faults]


def fault(code: str, message: str, remedy: str = "") -> Faults:
    """Make the carrier of one fault."""
    return Faults(Fault((), code, message, remedy))


def describe(value: object) -> str:
    """Say what a TOML value is, in words a person who typed it understands."""
    for kind, words in _KINDS_OF_VALUE:
        if isinstance(value, kind):
            return words
    return "something else"


_KINDS_OF_VALUE: Final = (
    (bool, "true or false"),
    (str, "text"),
    (int, "a number"),
    (float, "a number"),
    (datetime.datetime, "a date with a time"),
    (datetime.date, "a date"),
    (datetime.time, "a time"),
    (list, "a list"),
    (dict, "a table"),
)


def read_text(value: object) -> str:
    """Take text."""
    if type(value) is str:
        return value
    raise fault("wrong-type", f"this is {describe(value)}; text is meant", "Put it in quotes.")


def _read_flag(value: object) -> bool:
    if type(value) is bool:
        return value
    raise fault(
        "wrong-type", f"this is {describe(value)}; true or false is meant", "Write true or false, without quotes."
    )


def _read_whole(value: object) -> int:
    if type(value) is int:
        return value
    raise fault("wrong-type", f"this is {describe(value)}; a whole number is meant", "Write it with digits alone.")


def _read_number(value: object) -> float:
    if type(value) is int or (type(value) is float and isfinite(value)):
        return value
    if type(value) is float:
        raise fault("wrong-type", f"{value} is no number that can be counted with", "Leave the key out.")
    raise fault("wrong-type", f"this is {describe(value)}; a number is meant", "Write it without quotes.")


def _read_own(value: object) -> object:
    """A network's own value: anything that can be written again and compared."""
    if type(value) is float:
        return _read_number(value)
    for each in value.values() if isinstance(value, Mapping) else value if type(value) is list else ():
        _read_own(each)
    return value


def _read_moment(value: object) -> datetime.date:
    if type(value) is datetime.date:
        return value
    if type(value) is datetime.datetime:
        if value.tzinfo is not None:
            return value
        raise fault("bad-date", "the time has no offset", "Add Z for UTC, as in 2024-06-01T12:00:00Z.")
    raise fault("wrong-type", f"this is {describe(value)}; a date or date-time is meant", "Write it without quotes.")


@lru_cache(maxsize=65536)
def _edtf(text: str) -> PartialDate:
    return PartialDate.parse(text)


@lru_cache(maxsize=65536)
def _day(day: datetime.date) -> PartialDate:
    return PartialDate.of(day)


def _read_date(value: object) -> PartialDate:
    if type(value) is str:
        if is_full_day(value):
            raise fault("quoted-date", f'"{value}" is a full date in quotes', f"Write {value} without quotes.")
        try:
            return _edtf(value)
        except ValueError as error:
            raise fault("bad-date", str(error)) from None
    if type(value) is datetime.date:
        return _day(value)
    if type(value) is datetime.datetime:
        raise fault("wrong-type", "this is a date with a time; a date is meant", "Leave out the time.")
    if type(value) is int:
        raise fault("wrong-type", "this is a number; a date is meant", f'Put the year in quotes: "{value}".')
    remedy = 'Write a day without quotes, as 2023-06-15; a month or year in quotes, as "2023-06".'
    raise fault("wrong-type", f"this is {describe(value)}; a date is meant", remedy)


def _read_period(value: object) -> Period:
    if type(value) is not str:
        remedy = f'Put it in quotes: "{value}".' if type(value) is int else ""
        raise fault("wrong-type", f"this is {describe(value)}; a period is meant", remedy)
    try:
        return _period(value)
    except ValueError as error:
        raise fault("bad-date", str(error), 'Write a year "2024" or two months "2024-07/2025-06".') from None


@lru_cache(maxsize=4096)
def _period(text: str) -> Period:
    return Period.parse(text)


@lru_cache(maxsize=262144)
def _ref(text: str) -> Ref:
    return Ref.parse(text)


def _read_ref(value: object) -> Ref:
    if type(value) is not str:
        raise fault("wrong-type", f"this is {describe(value)}; a ref is meant", "Put it in quotes.")
    try:
        return _ref(value)
    except ValueError:
        raise fault("bad-ref", f"{value!r} is not a ref (owner or owner/id)") from None


def read_id(value: object) -> str:
    """Take an id."""
    text = read_text(value)
    if not is_id(text):
        if len(text) > ID_LENGTH:
            raise fault("bad-id", f"an id of {len(text)} characters is too long", f"Use at most {ID_LENGTH}.")
        raise fault("bad-id", f"{text!r} is not an id")
    return text


def read_revision(value: object) -> int:
    """Take the number of a revision."""
    number = _read_whole(value)
    if number < 1:
        raise fault("wrong-type", f"{number} is no revision", "Count revisions from 1; leave the key out of the first.")
    return number


def word_reader(scale: str) -> Reader:
    """Make a reader that takes the words of a scale, each as the one string that the scale holds."""
    words = {word: word for word in SCALES[scale].words}
    listed = ", ".join(words)

    def read(value: object) -> str:
        known = words.get(value) if type(value) is str else read_text(value)
        if known is None:
            close = nearest(str(value), words)
            hint = f"; nearest: {close}" if close else ""
            raise fault("unknown-word", f"{value!r} is not one of its words{hint}", f"Use one of: {listed}.")
        return known

    return read


def _visibility_reader() -> Any:
    read = word_reader("visibility")

    def read_visibility(value: object) -> Visibility:
        return Visibility(read(value))

    return read_visibility


READERS: Final[dict[Any, Reader]] = {
    str: read_text,
    bool: _read_flag,
    int: _read_whole,
    float: _read_number,
    PartialDate: _read_date,
    Period: _read_period,
    Ref: _read_ref,
    Visibility: _visibility_reader(),
    object: _read_own,
    datetime.datetime: _read_moment,
}
