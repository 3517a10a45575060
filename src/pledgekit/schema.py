"""The file format as a JSON Schema (draft 2020-12), for editors: made of the table of kinds and what fields say.

It tells what one file can tell: names of keys, types, words, shapes of ids, refs and dates. What several records or
files together say wrong, `check` finds. Only old and plain words of JSON Schema are used, since editors know few.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

import attrs

from pledgekit.dates import PartialDate, Period
from pledgekit.ids import ID_LENGTH, ID_SHAPE, REF_SHAPE, Ref
from pledgekit.model.kinds import KINDS
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, Record, about_of, fields_of, item_of, key_of
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

__all__ = ["schema"]

Schema = dict[str, Any]

_YEAR: Final = "[0-9]{4}"
_MONTH: Final = f"{_YEAR}-(0[1-9]|1[0-2])"
_DAY: Final = f"{_MONTH}-(0[1-9]|[12][0-9]|3[01])"
_END: Final = f"({_YEAR}|{_MONTH}|{_DAY})"
_NARROW: Final = {Visibility.PUBLIC: "", Visibility.NETWORK: "; never public", Visibility.INTERNAL: "; staff only"}

# Values that stand for themselves; a bare date of TOML is text to tools that know JSON only, hence `format`.
_SHARED: Final[dict[str, Schema]] = {
    "id": {"type": "string", "pattern": f"^{ID_SHAPE}$", "maxLength": ID_LENGTH},
    "ref": {"type": "string", "pattern": f"^{REF_SHAPE}$", "maxLength": 2 * ID_LENGTH + 1},
    "date": {
        "anyOf": [
            {"type": "string", "format": "date"},
            {"type": "string", "pattern": f"^({_YEAR}|{_MONTH}|{_END}/{_END})$"},
        ]
    },
    "period": {"type": "string", "pattern": f"^({_YEAR}|{_MONTH}/{_MONTH})$"},
    "moment": {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]},
}
_VALUES: Final[dict[object, Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    object: {},
    Ref: {"$ref": "#/$defs/ref"},
    PartialDate: {"$ref": "#/$defs/date"},
    Period: {"$ref": "#/$defs/period"},
    datetime.datetime: {"$ref": "#/$defs/moment"},
}


def schema() -> Schema:
    """Give the schema of a file of the register, as JSON has it."""
    parts: dict[str, Schema] = {}
    tables = {kind.table: _table(kind, parts) for kind in KINDS.values()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "pledgekit: a file of the register, format 1",
        "type": "object",
        "properties": tables,
        "additionalProperties": False,
        "$defs": {**_SHARED, **dict(sorted(parts.items()))},
    }


def _table(kind: Kind[Any], parts: dict[str, Schema]) -> Schema:
    """One kind of record: a table, or a list of tables."""
    held = _part(kind.cls, parts)
    described = {"description": _doc(kind.cls)}
    return {**described, **held} if kind.single else {**described, "type": "array", "items": held}


def _part(cls: type[Part], parts: dict[str, Schema]) -> Schema:
    """A reference to a class of records or parts, which is described once."""
    if cls.__name__ not in parts:
        described = parts[cls.__name__] = {"type": "object", "description": _doc(cls)}
        described["properties"] = _properties(cls, parts)
        required = [key_of(each.name) for each in fields_of(cls) if each.default is attrs.NOTHING]
        if required:
            described["required"] = required
        described["additionalProperties"] = False
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _properties(cls: type[Part], parts: dict[str, Schema]) -> Schema:
    found: Schema = {}
    for attribute in fields_of(cls):
        if attribute.name == "date_texts":
            continue
        about, key, item = about_of(attribute), key_of(attribute.name), item_of(attribute)
        value = _value(attribute, parts)
        if attribute.default is attrs.NOTHING:
            value |= {"array": {"minItems": 1}, "string": {"minLength": 1}}.get(value.get("type", ""), {})
        found[key] = {"description": f"{about.doc}{_meanings(about.scale)}{_NARROW[about.ceiling]}", **value}
        if item is PartialDate and issubclass(cls, Record):
            found[f"{key}_text"] = {"description": f"words to print for `{key}`", "type": "string"}
    return found


def _value(attribute: Any, parts: dict[str, Schema]) -> Schema:  # noqa: ANN401  a field of attrs has no public type
    """What a field holds."""
    item, scale = item_of(attribute), about_of(attribute).scale
    if attribute.name == "id":
        held: Schema = {"$ref": "#/$defs/id"}
    elif scale:
        held = {"type": "string", "enum": list(SCALES[scale].words)}
    else:
        held = _held(item, parts)
    return {"type": "array", "items": held} if get_origin(attribute.type) is tuple else dict(held)


def _held(cls: Any, parts: dict[str, Schema]) -> Schema:  # noqa: ANN401  any type that a field may have
    if get_origin(cls) is Mapping:
        inner = _held(get_args(cls)[1], parts)
        return {"type": "object", "additionalProperties": inner or True}
    return _part(cls, parts) if isinstance(cls, type) and issubclass(cls, Part) else _VALUES[cls]


def _meanings(scale: str) -> str:
    return f" ({'; '.join(f'{each.word}: {each.meaning}' for each in SCALES[scale].levels)})" if scale else ""


def _doc(cls: type[Any]) -> str:
    return " ".join((cls.__doc__ or "").split())
