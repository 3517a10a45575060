"""Which kind of record a word of the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.errors import UsageError
from pledgekit.model.kinds import KINDS, kind_named

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

__all__ = ["kind_meant"]


def kind_meant(word: str) -> Kind[Any]:
    """Give the kind of a table's name or its singular; raises UsageError with the nearest and all of them.

    Cells are none: that is said in words of its own, since an export has a table of that name.
    """
    found = kind_named(word)
    if found is not None:
        return found
    from pledgekit.exports.lanes import is_cells
    from pledgekit.ids import nearest

    if is_cells(word):
        message = "cells are no kind of record: they are worked out, so they cannot be taken in or recorded"
        remedy = "see them with status or export; to change them, record updates, assessments, endorsements or actions"
        raise UsageError(message, remedy=remedy)

    close = nearest(word, {name for kind in KINDS.values() for name in (kind.table, kind.singular)})
    hint = f"nearest: {close}; " if close else ""
    raise UsageError(f"{word!r} is no kind of record", remedy=f"{hint}kinds: {', '.join(KINDS)}")
