"""Fingerprints: one a record, over what it says and not over how it is kept; and a digest of many. Layer 3.

`sha256:` of canonical JSON: sorted keys, dates as ISO text, numbers shortest, text NFC with LF and stripped; without
revision, visibility, note, remark, recorded, recorded_by and extra. So a sign-off ends when, and only when, content
changed.
"""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from pledgekit.codec.plain import plain
from pledgekit.model.kinds import COMMITMENTS, kind_of
from pledgekit.model.record import Part, about_of, fields_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.model.record import Record

__all__ = ["SHOWN", "bears", "canonical_json", "digest", "fingerprint", "json_ready", "mark_of"]

SHOWN: Final = 8
"""So many signs of a fingerprint tell it, where people read or type it."""

_ALGORITHM: Final = "sha256:"


def fingerprint(record: Record) -> str:
    """Give the fingerprint of a record's content; of a clause, that of its text, or of its title if no text is held."""
    values = _content(record)
    if kind_of(record) is COMMITMENTS:
        key = "text" if "text" in values else "title"
        values = {key: values[key]}
    return _sha256(canonical_json(values))


def mark_of(record: Record) -> str:
    """Give the short fingerprint of a record, as a page for signing shows it behind the ref: `ref@mark`."""
    return fingerprint(record).removeprefix(_ALGORITHM)[:SHOWN]


def bears(record: Record, mark: str) -> bool:
    """Tell whether a record's fingerprint is, or begins with, a mark."""
    return fingerprint(record).removeprefix(_ALGORITHM).startswith(mark.removeprefix(_ALGORITHM))


def digest(records: Iterable[Record]) -> str:
    """Give one fingerprint of many records with all their keys, in any order: what a report was made from."""
    lines = sorted(
        canonical_json([kind_of(record).table, str(record.ref), json_ready(plain(record))]) for record in records
    )
    return _sha256("\n".join(lines))


def canonical_json(value: object) -> str:
    """Write a value as JSON that is the same for the same content on every machine."""
    import json

    return json.dumps(json_ready(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def json_ready(value: object) -> object:
    """Give a plain value as JSON has it: dates as ISO text, whole numbers without a point, text tidied."""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: json_ready(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [json_ready(each) for each in value]
    return value


def _content(part: Part) -> dict[str, Any]:
    """Give the plain values of a part without what is left out of fingerprints, at every depth."""
    values = plain(part)
    for attribute in fields_of(type(part)):
        key = key_of(attribute.name)
        if key not in values:
            continue
        value = getattr(part, attribute.name)
        if not about_of(attribute).in_fingerprint:
            del values[key]
        elif isinstance(value, Part):
            values[key] = _content(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            values[key] = [_content(each) for each in value]
    return values


def _sha256(text: str) -> str:
    from hashlib import sha256

    return f"{_ALGORITHM}{sha256(text.encode()).hexdigest()}"
