"""What the text of a cell means, by the key it stands under. Third step of importing: text → a value as a file has it.

A date may be words, as in `record`. Nothing is guessed: a day that a spreadsheet turned into a number, a name that
nobody bears, a comma in a number are told with a remedy, never repaired.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from pledgekit.dates import PartialDate, is_full_day
from pledgekit.datewords import read_date
from pledgekit.errors import NotFound, PledgekitError, UsageError
from pledgekit.exports.cells import SEPARATOR, bare
from pledgekit.ids import Ref, is_ref
from pledgekit.importing.columns import declared_type
from pledgekit.model.kinds import CITY, DECLARATION, KINDS
from pledgekit.model.record import Part, about_of, fields_of, key_of
from pledgekit.naming import closeness, find_owner, find_ref, names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register

    Ask = Callable[[str, str], bool]  # "is this name that owner's?"

__all__ = ["Ask", "CellFault", "Cells"]

_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,100}")
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,100}(\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?")
_SERIAL: Final = re.compile(r"[0-9]{5}([.,][0-9]+)?")
_NUMBERS: Final = re.compile(r"([0-9]{1,4})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{1,2})(?:[ T]+[0-9:. ]+)?")
_YEAR, _CENTURY = 4, 100  # how long a year is when it stands first; below that it lacks its century
_EPOCH: Final = datetime.date(1899, 12, 30)  # day 0 of spreadsheets, after their 29 February 1900
# What a spreadsheet makes of the years 1990 to 2050 when it takes them for its own count of days.
_YEARS: Final = (datetime.date(1905, 6, 12), datetime.date(1905, 8, 11))
_CLOSE: Final = 0.8  # how alike a name must be to be asked about: one letter of five, two of ten
_ADDRESS: Final = ("http://", "https://")
_HOMES: Final = {"city": CITY, "declaration": DECLARATION, "owner": ""}
_AS_ISO: Final = "write the day as in 2024-06-15; for a whole column, choose the format YYYY-MM-DD in the spreadsheet"
_AS_TEXT: Final = "format the column as text, and write"


class CellFault(Exception):  # noqa: N818  a carrier from a cell to its row, never seen outside importing
    """What is wrong with one cell, and how to repair it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        """Say it."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Cells:
    """The reading of cells for one kind of record; names are looked up in a register, each once."""

    def __init__(self, register: Register, kind: Kind[Any], ask: Ask | None = None) -> None:
        """Take the register in which names are looked up, and whom to ask of a name that comes close to one."""
        self._ask = ask
        self._denied: set[str] = set()
        self._register = register
        self._kind = kind
        self._found: dict[tuple[str, str], str] = {}
        self._targets = {key_of(each.name): about_of(each).target for each in fields_of(kind.cls)}

    def read(self, key: str, text: str) -> object:
        """Give the value of a cell, "" for one that says nothing, `Spoken` for a date in words; raises CellFault."""
        said = bare(text).strip()
        if not said:
            return ""
        return self._value(declared_type(self._kind, key), said, self._targets.get(key, ""))

    def owner(self, text: str, home: str) -> str:
        """Give the owner that a cell names by id or name; raises CellFault with the nearest."""
        return self._named(("owner", text, home))

    def _value(self, declared: Any, text: str, target: str) -> object:  # noqa: ANN401  a type, as annotated
        if declared is bool:
            return _flag(text)
        if declared in (int, float):
            return _number(text, whole=declared is int)
        if declared is PartialDate:
            return _date(text)
        if declared is Ref:
            return self._ref(text, target)
        if get_origin(declared) is tuple:
            return self._list(get_args(declared)[0], text, target)
        if get_origin(declared) is Mapping or _is_part(declared):
            return _typed(_json(text, "{"), declared)
        return text

    def _list(self, item: Any, text: str, target: str) -> object:  # noqa: ANN401  a type
        if _is_part(item):
            named = {key_of(each.name) for each in fields_of(item)}
            if text[0] not in "[{" and {"title", "url"} <= named:
                return [{"url": text} if text.startswith(_ADDRESS) else {"title": text}]
            parts = _json(text, "[{")
            return _typed(parts if isinstance(parts, list) else [parts], tuple[item, ...])
        words: list[Any] = [each.strip() for each in text.split(SEPARATOR) if each.strip()]
        if text.startswith("["):
            found = _json(text, "[")
            words = found if isinstance(found, list) else [found]
        return [self._ref(each, target) if item is Ref and isinstance(each, str) else each for each in words]

    def _ref(self, text: str, target: str) -> str:
        """Give what bears the name, else a ref as it is: another row may make what it leads to."""
        if is_ref(text) and ("/" in text or target == "any" or text in self._register.holdings):
            return text
        try:
            return self._named(("ref", text, target))
        except CellFault:
            if is_ref(text) and target in _HOMES:
                return text
            raise

    def _named(self, asked: tuple[str, str, str]) -> str:
        what, text, of = asked
        if (what, f"{of} {text}") not in self._found:
            try:
                if what == "owner":
                    found = find_owner(self._register, text, of)
                elif of in _HOMES:
                    found = find_owner(self._register, text, _HOMES[of])
                else:
                    found = str(find_ref(self._register, text, KINDS.get(of)))
            except PledgekitError as error:
                found = self._close(text, error)
                if not found:
                    raise CellFault(error.message, error.remedy) from None
            self._found[what, f"{of} {text}"] = found
        return self._found[what, f"{of} {text}"]

    def _close(self, text: str, error: PledgekitError) -> str:
        """Give the owner whose name comes very close, if somebody says that it is meant; else ""."""
        near = error.nearest[0] if isinstance(error, NotFound) and error.nearest else ""
        if self._ask is None or near not in self._register.holdings or text in self._denied:
            return ""
        if closeness(text, names_of(self._register, near)) >= _CLOSE and self._ask(text, near):
            return near
        self._denied.add(text)
        return ""


def _flag(text: str) -> bool:
    word = text.lower()
    if word not in ("true", "false"):
        raise CellFault(f"{text!r} is neither true nor false", "write true or false")
    return word == "true"


def _number(text: str, *, whole: bool) -> float:
    if whole and _WHOLE.fullmatch(text):
        return int(text)
    if not whole and _NUMBER.fullmatch(text):
        return int(text) if _WHOLE.fullmatch(text) else float(text)
    what = "a whole number" if whole else "a number"
    raise CellFault(f"{text!r} is not {what}", "write it with digits alone: 12500" if whole else "write it as 12500.5")


def _date(text: str) -> object:
    """Give a day as a date, a month, year or interval as text, words as `Spoken`.

    What a spreadsheet made of a date is refused, and so is 03/04/2023: it is one day here and another there.
    """
    if _SERIAL.fullmatch(text):
        day = _EPOCH + datetime.timedelta(days=int(text[:5]))
        message = f"{text} is how a spreadsheet counts days, perhaps {day.isoformat()}"
        raise CellFault(message, f"{_AS_TEXT} 2024-06-15 there")
    if is_full_day(text):
        day = _day(text)
        if _YEARS[0] <= day <= _YEARS[1]:
            year = (day - _EPOCH).days
            raise CellFault(f"{text} is what a spreadsheet makes of the year {year}", f"{_AS_TEXT} {year} there")
        return day
    try:
        spoken = read_date(text)
    except UsageError as error:
        numbers = _NUMBERS.fullmatch(text)
        if numbers is not None:
            raise CellFault(_ambiguous(text, numbers), _AS_ISO) from None
        raise CellFault(error.message, error.remedy or "write 2024-06-15, 2024-06 or 2024") from None
    return spoken if spoken.text else spoken.value


def _ambiguous(text: str, numbers: re.Match[str]) -> str:
    """Say which days three numbers may mean, of those in the calendar."""
    one, two, three = (int(each) for each in numbers.groups())
    orders = ((one, two, three),) if len(numbers[1]) == _YEAR else ((three, two, one), (three, one, two))
    days = []
    for year, month, day in orders:
        try:
            days.append(datetime.date(year if year >= _CENTURY else year + 2000, month, day).isoformat())
        except ValueError:
            continue
    meant = " or ".join(dict.fromkeys(days))
    return f"{text} may mean {meant}" if meant else f"{text} is no day in the calendar"


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise CellFault(f"there is no day {text}", "check day and month") from None


def _json(text: str, begins: str) -> object:
    """Read nested values, which stand in their cells as JSON."""
    import json

    try:
        found: object = json.loads(text) if text[0] in begins else None
    except (ValueError, RecursionError):
        found = None
    if found is None:
        raise CellFault("this is not JSON, as a nested value has to be", 'write [{"title": "…"}], or map the parts')
    return found


def _typed(value: object, declared: Any) -> object:  # noqa: ANN401  a type, as annotated
    """Make days of texts where days are meant: JSON has none."""
    if isinstance(declared, UnionType):
        declared = next(each for each in get_args(declared) if each is not NoneType)
    if declared is PartialDate and isinstance(value, str):
        return _day(value) if is_full_day(value) else value
    if get_origin(declared) is tuple and isinstance(value, list):
        return [_typed(each, get_args(declared)[0]) for each in value]
    if _is_part(declared) and isinstance(value, dict):
        types = {key_of(each.name): each.type for each in fields_of(declared)}
        return {key: _typed(each, types.get(key)) for key, each in value.items()}
    return value


def _is_part(declared: object) -> bool:
    return isinstance(declared, type) and issubclass(declared, Part)
