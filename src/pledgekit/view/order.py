"""Which of several versions is the later one: by revision, then by when it was recorded. For views and cells."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeVar

from pledgekit.codec.plain import plain
from pledgekit.fingerprint import canonical_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.record import Record

__all__ = ["by_id", "known_since", "newest", "version_order"]

R = TypeVar("R", bound="Record")


def by_id(record: Record) -> str:
    """Order records by their id."""
    return record.id


def known_since(record: Record) -> str:
    """Give the moment of recording as text that sorts: nothing when always known, a bare day at its first moment."""
    recorded = record.recorded
    if recorded is None:
        return ""
    if isinstance(recorded, datetime.datetime):
        return recorded.astimezone(datetime.UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    return f"{recorded.isoformat()}T00:00:00.000000"


def version_order(record: Record) -> tuple[int, str, str]:
    """Order versions of a record: by revision; of one revision the later recorded, then the greater canonical JSON."""
    return record.revision, known_since(record), canonical_json(plain(record))


def newest(held: Sequence[R]) -> R | None:
    """Give the last of some versions of a record; nothing of none."""
    if len(held) > 1:
        top = max(each.revision for each in held)
        held = [each for each in held if each.revision == top]
    if len(held) > 1:
        return max(held, key=version_order)
    return held[0] if held else None
