"""A view as one JSON file: its records by kind, with the keys of the file format, and its cells. Part of exporting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.fingerprint import digest
from pledgekit.render.json import encode, record_item
from pledgekit.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.model.record import Record
    from pledgekit.view import Lens

__all__ = ["to_json"]


def to_json(
    lens: Lens,
    records: Mapping[str, Sequence[Record]],
    cells: Sequence[Mapping[str, Any]] | None = None,
    *,
    despite_problems: bool = False,
) -> bytes:
    """Give records by table as UTF-8 JSON, beside them the cells worked out; the notes say when errors stood."""
    known_on = lens.known_on
    return encode(
        {
            "format": "pledgekit/export",
            "format_version": 1,
            "tool_version": __version__,
            "register": digest(each for held in records.values() for each in held),
            "as_of": lens.as_of.isoformat(),
            "known_on": known_on.isoformat() if known_on else None,
            "audience": lens.audience.value,
            "records": {name: [record_item(each) for each in held] for name, held in records.items()},
            **({} if cells is None else {"cells": cells}),
            "notes": [{"id": "despite-problems"}] if despite_problems else [],
        }
    )
