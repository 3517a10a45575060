"""`key=value` words of the command line become values as a file has them, by what the key's field is."""

from __future__ import annotations

import datetime
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pledgekit.cli.keeping import evidence_of
from pledgekit.codec.read import value
from pledgekit.dates import PartialDate
from pledgekit.datewords import read_date
from pledgekit.errors import UsageError
from pledgekit.ids import is_ref
from pledgekit.model.deeds import Evidence
from pledgekit.model.kinds import CITY, DECLARATION, KINDS
from pledgekit.model.record import Source, about_of, fields_of, key_of
from pledgekit.naming import find_owner, find_ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register

__all__ = ["read_values", "resolved"]

_ANY = "any"
_HOMES = {"city": CITY, "declaration": DECLARATION, "owner": ""}


def read_values(kind: Kind[Any], words: Iterable[str]) -> dict[str, object]:
    """Read words `key=value`. The value is TOML where it reads as TOML and the key holds such a thing, else text.

    `key=` takes a key away. Raises UsageError for a word without `=` or a key given twice; the codec judges the keys.
    """
    types = {key_of(each.name): each.type for each in fields_of(kind.cls)}
    made: dict[str, object] = {}
    for each in words:
        key, equals, text = each.partition("=")
        if not equals or not key:
            raise UsageError(f"{each!r} is not key=value", remedy=f"keys of {kind.table}: {', '.join(types)}")
        if key in made:
            raise UsageError(f"{key} is given twice")
        made[key] = _value(text, types.get(key))
    return made


def resolved(register: Register, kind: Kind[Any], values: Mapping[str, object]) -> dict[str, object]:
    """Give the values with refs in place of names: of cities and declarations, and of records by id or title alone.

    Raises NotFound with the nearest names, UsageError for a name that several have.
    """
    made = dict(values)
    for field in fields_of(kind.cls):
        key, target = key_of(field.name), about_of(field).target
        given = values.get(key)
        if target and isinstance(given, str) and given:
            made[key] = _meant(register, given, target)
        elif target and isinstance(given, list):
            made[key] = [_meant(register, each, target) if isinstance(each, str) else each for each in given]
    return made


def _meant(register: Register, text: str, target: str) -> str:
    """Give the ref that is meant. What acts on any record may name one that is not held here."""
    if target == _ANY and is_ref(text):
        return text
    if target in _HOMES:
        return find_owner(register, text, _HOMES[target])
    return str(find_ref(register, text, KINDS.get(target)))


def _value(text: str, declared: object) -> object:
    if not text:
        return ""
    found = value(text)
    kinds = get_args(declared) if isinstance(declared, UnionType) else (declared,)
    if PartialDate in kinds and not isinstance(found, datetime.date | dict | list):
        return read_date(found if isinstance(found, str) else text)
    if get_origin(declared) is tuple:
        listed = found if isinstance(found, list) else [found if isinstance(found, dict) else _text(text, found)]
        return _sources(listed) if issubclass(get_args(declared)[0], Source | Evidence) else listed
    if isinstance(found, bool):
        return found if bool in kinds or declared is None else text
    if isinstance(found, int | float):
        return found if {int, float} & set(kinds) or declared is None else text
    if isinstance(found, datetime.datetime | datetime.date | dict | list):
        return found
    return _text(text, found)


def _sources(listed: Iterable[object]) -> list[object]:
    """Make sources of words and of "URL TITLE", as --source and --evidence do; tables are taken as they are."""
    return [evidence_of([each])[0] if isinstance(each, str) and each.strip() else each for each in listed]


def _text(text: str, found: object) -> object:
    """Give quoted text without its quotes, and dates as dates; anything else as it was typed."""
    return found if isinstance(found, str | datetime.date) else text
