"""Evidence that a later revision narrows is narrow at every known-on. Used by `looking`, before redaction drops it.

Whole records narrow in `looking` itself. A piece of evidence is known again by its address and title, so that a copy
put on record or a date mended meanwhile does not open it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.levels import Visibility
    from pledgekit.model.record import Record

__all__ = ["as_narrowed"]


def as_narrowed(record: Any, later: Sequence[Any]) -> Record:  # noqa: ANN401  versions of one record of any kind
    """Give a record whose evidence is as narrow as in any of its later versions; the record itself where it is."""
    if not later:  # of nearly all
        return record  # type: ignore[no-any-return]  # a version of it
    narrow: dict[tuple[str, str], Visibility] = {}
    for version in later:
        for shown in version.evidence:
            key = (shown.url, shown.title)
            held = narrow.get(key)
            if shown.visibility is not None and (held is None or shown.visibility.rank > held.rank):
                narrow[key] = shown.visibility
    evidence = tuple(_narrower(shown, narrow.get((shown.url, shown.title))) for shown in record.evidence)
    made: Record = record if evidence == record.evidence else record.changed({"evidence": evidence})
    return made


def _narrower(shown: Any, visibility: Visibility | None) -> Any:  # noqa: ANN401  a piece of evidence
    if visibility is None or (shown.visibility is not None and shown.visibility.rank >= visibility.rank):
        return shown
    return attrs.evolve(shown, visibility=visibility)
