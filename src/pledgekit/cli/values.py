"""`key=value` words of the command line become values as a file has them, by what the key's field is."""

from __future__ import annotations

import datetime
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pledgekit.codec.read import value
from pledgekit.errors import UsageError
from pledgekit.model.record import fields_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.model.kinds import Kind

__all__ = ["read_values"]


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


def _value(text: str, declared: object) -> object:
    if not text:
        return ""
    found = value(text)
    kinds = get_args(declared) if isinstance(declared, UnionType) else (declared,)
    if get_origin(declared) is tuple and not isinstance(found, list):
        return [found if isinstance(found, dict) else _text(text, found)]
    if isinstance(found, bool):
        return found if bool in kinds or declared is None else text
    if isinstance(found, int | float):
        return found if {int, float} & set(kinds) or declared is None else text
    if isinstance(found, datetime.datetime | datetime.date | dict | list):
        return found
    return _text(text, found)


def _text(text: str, found: object) -> object:
    """Give quoted text without its quotes, and dates as dates; anything else as it was typed."""
    return found if isinstance(found, str | datetime.date) else text
