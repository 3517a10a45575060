"""Values as TOML gives them become typed records, or faults that say where. Second step of reading, after the gate.

cattrs picks the reader for each type; the readers are strict, since a coerced value in a public record is corrupted
data. A record's reader walks the keys that are there, so that every fault of a record is found at once, with its path.
"""

from __future__ import annotations

import datetime
import operator
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseConverter

from pledgekit.dates import PartialDate, Period, is_full_day
from pledgekit.ids import Ref, is_id, nearest
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, Record, about_of, fields_of, key_of
from pledgekit.model.scales import SCALES

__all__ = ["Fault", "Faults", "describe", "structure"]

P = TypeVar("P", bound=Part)

_TEXT_KEY: Final = "_text"


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


def structure(values: Mapping[str, object], cls: type[P]) -> P:
    """Make a record or part of plain values; raises Faults with everything that is wrong with it."""
    made: P = _converter().structure(values, cls)
    return made


def _fault(code: str, message: str, remedy: str = "") -> Faults:
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


def _read_text(value: object, _: object) -> str:
    if type(value) is str:
        return value
    raise _fault("wrong-type", f"this is {describe(value)}; text is meant", "Put it in quotes.")


def _read_flag(value: object, _: object) -> bool:
    if type(value) is bool:
        return value
    raise _fault(
        "wrong-type", f"this is {describe(value)}; true or false is meant", "Write true or false, without quotes."
    )


def _read_whole(value: object, _: object) -> int:
    if type(value) is int:
        return value
    raise _fault("wrong-type", f"this is {describe(value)}; a whole number is meant", "Write it with digits alone.")


def _read_number(value: object, _: object) -> float:
    if type(value) is int or (type(value) is float and isfinite(value)):
        return value
    if type(value) is float:
        raise _fault("wrong-type", f"{value} is no number that can be counted with", "Leave the key out.")
    raise _fault("wrong-type", f"this is {describe(value)}; a number is meant", "Write it without quotes.")


def _read_own(value: object, cls: object) -> object:
    """A network's own value: anything that can be written again and compared."""
    if type(value) is float:
        return _read_number(value, cls)
    for each in value.values() if isinstance(value, Mapping) else value if type(value) is list else ():
        _read_own(each, cls)
    return value


def _read_moment(value: object, _: object) -> datetime.date:
    if type(value) is datetime.date:
        return value
    if type(value) is datetime.datetime:
        if value.tzinfo is not None:
            return value
        raise _fault("bad-date", "the time has no offset", "Add Z for UTC, as in 2024-06-01T12:00:00Z.")
    raise _fault("wrong-type", f"this is {describe(value)}; a date or date-time is meant", "Write it without quotes.")


@lru_cache(maxsize=65536)
def _edtf(text: str) -> PartialDate:
    return PartialDate.parse(text)


@lru_cache(maxsize=65536)
def _day(day: datetime.date) -> PartialDate:
    return PartialDate.of(day)


def _read_date(value: object, _: object) -> PartialDate:
    if type(value) is str:
        if is_full_day(value):
            raise _fault("quoted-date", f'"{value}" is a full date in quotes', f"Write {value} without quotes.")
        try:
            return _edtf(value)
        except ValueError as error:
            raise _fault("bad-date", str(error)) from None
    if type(value) is datetime.date:
        return _day(value)
    if type(value) is datetime.datetime:
        raise _fault("wrong-type", "this is a date with a time; a date is meant", "Leave out the time.")
    if type(value) is int:
        raise _fault("wrong-type", "this is a number; a date is meant", f'Put the year in quotes: "{value}".')
    raise _fault("wrong-type", f"this is {describe(value)}; a date is meant")


def _read_period(value: object, _: object) -> Period:
    if type(value) is not str:
        remedy = f'Put it in quotes: "{value}".' if type(value) is int else ""
        raise _fault("wrong-type", f"this is {describe(value)}; a period is meant", remedy)
    try:
        return _period(value)
    except ValueError as error:
        raise _fault("bad-date", str(error), 'Write a year "2024" or two months "2024-07/2025-06".') from None


@lru_cache(maxsize=4096)
def _period(text: str) -> Period:
    return Period.parse(text)


@lru_cache(maxsize=262144)
def _ref(text: str) -> Ref:
    return Ref.parse(text)


def _read_ref(value: object, _: object) -> Ref:
    if type(value) is not str:
        raise _fault("wrong-type", f"this is {describe(value)}; a ref is meant", "Put it in quotes.")
    try:
        return _ref(value)
    except ValueError:
        raise _fault("bad-ref", f"{value!r} is not a ref (owner or owner/id)") from None


def _read_id(value: object, _: object) -> str:
    text = _read_text(value, str)
    if not is_id(text):
        raise _fault("bad-id", f"{text!r} is not an id")
    return text


def _word_reader(scale: str) -> Any:
    words = {word: word for word in SCALES[scale].words}
    listed = ", ".join(words)

    def read(value: object, _: object) -> str:
        known = words.get(value) if type(value) is str else _read_text(value, str)
        if known is None:
            close = nearest(str(value), words)
            hint = f"; nearest: {close}" if close else ""
            raise _fault("unknown-word", f"{value!r} is not one of its words{hint}", f"Use one of: {listed}.")
        return known

    return read


def _visibility_reader() -> Any:
    read = _word_reader("visibility")

    def read_visibility(value: object, cls: object) -> Visibility:
        return Visibility(read(value, cls))

    return read_visibility


def _list_reader(item: Any, cls: Any) -> Any:
    def read(value: object, _: object) -> tuple[object, ...]:
        if type(value) is not list and type(value) is not tuple:
            raise _fault("wrong-type", f"this is {describe(value)}; a list is meant", "Put it in square brackets.")
        try:
            return tuple([item(each, cls) for each in value])
        except Faults:
            faults: list[Fault] = []
            for number, each in enumerate(value):
                try:
                    item(each, cls)
                except Faults as found:
                    faults += found.under(number)
            raise Faults(*faults) from None

    return read


def _table_reader(item: Any, cls: Any) -> Any:
    def read(value: object, _: object) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise _fault("wrong-type", f"this is {describe(value)}; a table is meant", "Write it as { key = value }.")
        made: dict[str, object] = {}
        faults: list[Fault] = []
        for key, each in value.items():
            try:
                made[key] = item(each, cls)
            except Faults as found:
                faults += found.under(key)
        if faults:
            raise Faults(*faults)
        return made

    return read


class _Field(NamedTuple):
    """How one key is read: the field it fills, its bare type when no more than that is asked, and its reader."""

    name: str
    exact: type | None
    read: Any
    cls: Any


def _fields(cls: type[Part], converter: BaseConverter) -> dict[str, _Field]:
    """Plan how the keys of a class are read; made once, when its first record comes."""
    plan: dict[str, _Field] = {}
    for attribute in fields_of(cls):
        about, declared = about_of(attribute), attribute.type
        if isinstance(declared, UnionType):
            declared = next(each for each in get_args(declared) if each is not NoneType)
        exact = None
        if attribute.name == "id":
            read: Any = _read_id
        elif about.scale and get_origin(declared) is tuple:
            read = _list_reader(_word_reader(about.scale), str)
        elif about.scale and declared is str:
            read = _word_reader(about.scale)
        else:
            read = converter.get_structure_hook(declared)
            exact = declared if declared in (str, bool, int) else None
        plan[key_of(attribute.name)] = _Field(attribute.name, exact, read, declared)
    return plan


def _record_reader(cls: type[Part], converter: BaseConverter) -> Any:
    plan = _fields(cls, converter)
    required = [each for each in fields_of(cls) if each.default is attrs.NOTHING]
    dates = {key for key, field in plan.items() if field.cls is PartialDate} if issubclass(cls, Record) else set()
    texts = {key + _TEXT_KEY for key in dates}
    plan.pop("date_texts", None)  # filled by the keys that end in _text
    get = plan.get

    def read(value: object, _: object) -> Part:
        if type(value) is not dict and not isinstance(value, Mapping):
            raise _fault("wrong-type", f"this is {describe(value)}; a table is meant", "Write it as { key = value }.")
        made: dict[str, Any] = {}
        faults: list[Fault] = []
        for key, given in value.items():
            field = get(key)
            try:
                if field is None:
                    other(key, given, made)
                elif type(given) is field.exact:
                    made[field.name] = given
                else:
                    made[field.name] = field.read(given, field.cls)
            except Faults as found:
                faults += found.under(key)
        faults += [_missing(each) for each in required if key_of(each.name) not in value]
        if faults:
            raise Faults(*faults)
        return cls(**made)

    def other(key: str, given: object, made: dict[str, Any]) -> None:
        """Read a key that is no field: words for a date, or a slip."""
        if key not in texts:
            raise _unknown(key, plan.keys() | texts)
        made.setdefault("date_texts", {})[key.removesuffix(_TEXT_KEY)] = _read_text(given, str)

    return read


def _missing(attribute: Any) -> Fault:
    key = key_of(attribute.name)
    return Fault((), "missing-key", f'"{key}" is missing', f"Add {key} = …: {about_of(attribute).doc}.")


def _unknown(key: str, known: AbstractSet[str]) -> Faults:
    close = nearest(key, known)
    hint = f"; nearest: {close}" if close else ""
    return _fault("unknown-key", f'"{key}" is not a key here{hint}')


@lru_cache(maxsize=1)
def _converter() -> BaseConverter:
    """The strict converter: scalars first, then containers, then records; the order matters to cattrs."""
    made = BaseConverter(detailed_validation=False)
    scalars: dict[Any, Any] = {
        str: _read_text,
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
    for scalar, hook in scalars.items():
        made.register_structure_hook_func(partial(operator.is_, scalar), hook)

    def lists(cls: Any) -> Any:
        return _list_reader(made.get_structure_hook(get_args(cls)[0]), get_args(cls)[0])

    def tables(cls: Any) -> Any:
        return _table_reader(made.get_structure_hook(get_args(cls)[1]), get_args(cls)[1])

    def records(cls: Any) -> Any:
        return _record_reader(cls, made)

    made.register_structure_hook_factory(_is_list, lists)
    made.register_structure_hook_factory(_is_table, tables)
    made.register_structure_hook_factory(_is_record, records)
    return made


def _is_list(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_table(cls: Any) -> bool:
    return get_origin(cls) is Mapping


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Part)
