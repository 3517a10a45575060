"""Typed records become plain values, as TOML and JSON have them: keys in canonical order, nothing that is left out.

cattrs picks the writer for each type. It is read here and not at the start: commands that only read do without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from pledgekit.dates import PartialDate, Period
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, Record, about_of, fields_of, item_of, key_of

if TYPE_CHECKING:
    from cattrs import BaseConverter

__all__ = ["arranged", "plain", "subtables_of"]

_FIRST: Final = ("id", "revision", "visibility")
_LAST: Final = ("remark", "note", "lang", "recorded", "recorded_by", "sources", "translations", "extra")


def plain(part: Part) -> dict[str, Any]:
    """Give a record or part as plain TOML values, keys in canonical order; defaults and empty values are left out."""
    values: dict[str, Any] = _converter().unstructure(part)
    return values


def arranged(values: Any, cls: Any) -> Any:
    """Give plain values as a file has them with their keys in the canonical order of a class; unknown keys follow."""
    if isinstance(values, list):
        return [arranged(each, cls) for each in values]
    if not isinstance(values, dict) or not _is_part(cls):
        return values
    known = _keys(cls)
    made = {key: arranged(values[key], inner) for key, inner in known.items() if key in values}
    return made | {key: value for key, value in values.items() if key not in known}


def subtables_of(cls: type[Any]) -> frozenset[str]:
    """Give the keys of a class that are always written as tables of their own."""
    return frozenset(key_of(a.name) for a in fields_of(cls) if about_of(a).subtable)


@cache
def _keys(cls: type[Part]) -> dict[str, Any]:
    """Give the keys of a class in canonical order, each with the type of what it holds."""
    keys: dict[str, Any] = {}
    for attribute in _ordered(cls):
        key, item = key_of(attribute.name), item_of(attribute)
        keys[key] = item
        if item is PartialDate and issubclass(cls, Record):
            keys[f"{key}_text"] = str
    return keys


@lru_cache(maxsize=1)
def _converter() -> BaseConverter:
    """The converter, made when the first record is written."""
    from cattrs import BaseConverter

    made = BaseConverter()
    made.register_unstructure_hook_factory(_is_part, lambda cls: _part_writer(cls, made))
    made.register_unstructure_hook_func(_is_tuple, lambda value: [made.unstructure(each) for each in value])
    made.register_unstructure_hook_func(
        _is_mapping, lambda value: {key: made.unstructure(each) for key, each in value.items()}
    )
    made.register_unstructure_hook(PartialDate, _date)
    made.register_unstructure_hook(Ref, str)
    made.register_unstructure_hook(Period, str)
    made.register_unstructure_hook(Visibility, lambda value: value.value)
    return made


def _date(date: PartialDate) -> object:
    """Give a full day as a bare date, anything else as its text."""
    return date.first if date.exact and "/" not in date.text else date.text


def _is_part(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Part)


def _is_tuple(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, tuple | list) and not hasattr(cls, "_fields")


def _is_mapping(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Mapping)


def _part_writer(cls: type[Part], converter: BaseConverter) -> Any:
    """Make the writer of a class: its fields in canonical order, each date followed by the words to print for it."""
    fields = [(a.name, key_of(a.name), a.default) for a in _ordered(cls) if a.name != "date_texts"]

    def write(part: Part) -> dict[str, Any]:
        values: dict[str, Any] = {}
        texts: Mapping[str, str] = getattr(part, "date_texts", {})
        for name, key, default in fields:
            value = getattr(part, name)
            if not (value is None or value == default or value in ("", ()) or value == {}):
                values[key] = converter.unstructure(value)
            if key in texts:
                values[f"{key}_text"] = texts[key]
        return values

    return write


def _ordered(cls: Any) -> list[Any]:
    """Give the fields in canonical order: id, revision, visibility; the kind's own; the common ones; sub-tables."""
    fields = fields_of(cls)
    named = {a.name: a for a in fields}
    if "id" not in named:
        return list(fields)
    own = [a for a in fields if a.name not in _FIRST + _LAST]
    tail = [a for a in own if about_of(a).subtable]
    return [named[n] for n in _FIRST] + [a for a in own if a not in tail] + [named[n] for n in _LAST] + tail
