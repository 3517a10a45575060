"""Values as TOML gives them become typed records, or faults that say where. Second step of reading, after the gate.

A record's reader walks the keys that are there, so that every fault of a record is found at once, with its path. The
readers are planned from the classes' fields when the first record of a class comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin

import attrs

from pledgekit.codec.scalars import (
    READERS,
    Fault,
    Faults,
    Reader,
    describe,
    fault,
    read_id,
    read_revision,
    read_text,
    word_reader,
)
from pledgekit.dates import PartialDate
from pledgekit.ids import nearest
from pledgekit.model.record import Part, Record, about_of, fields_of, key_of

__all__ = ["structure"]

P = TypeVar("P", bound=Part)

_TEXT_KEY: Final = "_text"
_EMPTY: Final[tuple[object, ...]] = ("", [], ())  # says no more than a key that is not there, and is not written
_RECORDS: Final[dict[type[Part], Reader]] = {}


def structure(values: Mapping[str, object], cls: type[P]) -> P:
    """Make a record or part of plain values; raises Faults with everything that is wrong with it."""
    read = _RECORDS.get(cls) or _reader(cls)
    made: P = read(values)
    return made


def _reader(cls: Any) -> Reader:
    """Find how values of a type are read: a scalar, a list, a table of our own keys, or a part of a record."""
    if cls in READERS:
        return READERS[cls]
    if get_origin(cls) is tuple:
        return _list_reader(_reader(get_args(cls)[0]))
    if get_origin(cls) is Mapping:
        return _table_reader(_reader(get_args(cls)[1]))
    if cls not in _RECORDS:
        _RECORDS[cls] = _record_reader(cls)
    return _RECORDS[cls]


def _list_reader(item: Reader) -> Any:
    def read(value: object) -> tuple[object, ...]:
        if type(value) is not list and type(value) is not tuple:
            raise fault("wrong-type", f"this is {describe(value)}; a list is meant", "Put it in square brackets.")
        try:
            return tuple([item(each) for each in value])
        except Faults:
            faults: list[Fault] = []
            for number, each in enumerate(value):
                try:
                    item(each)
                except Faults as found:
                    faults += found.under(number)
            raise Faults(*faults) from None

    return read


def _table_reader(item: Reader) -> Any:
    def read(value: object) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise fault("wrong-type", f"this is {describe(value)}; a table is meant", "Write it as { key = value }.")
        made: dict[str, object] = {}
        faults: list[Fault] = []
        for key, each in value.items():
            try:
                made[key] = item(each)
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


def _fields(cls: type[Part]) -> dict[str, _Field]:
    """Plan how the keys of a class are read; made once, when its first record comes."""
    plan: dict[str, _Field] = {}
    for attribute in fields_of(cls):
        about, declared = about_of(attribute), attribute.type
        if isinstance(declared, UnionType):
            declared = next(each for each in get_args(declared) if each is not NoneType)
        exact = None
        if attribute.name == "id":
            read: Any = read_id
        elif attribute.name == "revision":
            read = read_revision
        elif about.scale and get_origin(declared) is tuple:
            read = _list_reader(word_reader(about.scale))
        elif about.scale and declared is str:
            read = word_reader(about.scale)
        else:
            read = _reader(declared)
            exact = declared if declared in (str, bool, int) else None
        plan[key_of(attribute.name)] = _Field(attribute.name, exact, read, declared)
    return plan


def _record_reader(cls: type[Part]) -> Any:
    plan = _fields(cls)
    required = [each for each in fields_of(cls) if each.default is attrs.NOTHING]
    dates = {key for key, field in plan.items() if field.cls is PartialDate} if issubclass(cls, Record) else set()
    texts = {key + _TEXT_KEY for key in dates}
    plan.pop("date_texts", None)  # filled by the keys that end in _text
    get = plan.get

    def read(value: object) -> Part:
        if type(value) is not dict and not isinstance(value, Mapping):
            raise fault("wrong-type", f"this is {describe(value)}; a table is meant", "Write it as { key = value }.")
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
                    made[field.name] = field.read(given)
            except Faults as found:
                faults += found.under(key)
        faults += [_missing(each) for each in required if value.get(key_of(each.name), "") in _EMPTY]
        if faults:
            raise Faults(*faults)
        return cls(**made)

    def other(key: str, given: object, made: dict[str, Any]) -> None:
        """Read a key that is no field: words for a date, or a slip."""
        if key not in texts:
            raise _unknown(key, plan.keys() | texts)
        made.setdefault("date_texts", {})[key.removesuffix(_TEXT_KEY)] = read_text(given)

    return read


def _missing(attribute: Any) -> Fault:
    key = key_of(attribute.name)
    return Fault((), "missing-key", f'"{key}" is missing', f"Add {key} = …: {about_of(attribute).doc}.")


def _unknown(key: str, known: AbstractSet[str]) -> Faults:
    close = nearest(key, known)
    hint = f"; nearest: {close}" if close else ""
    return fault("unknown-key", f'"{key}" is not a key here{hint}')
