"""English: what erasing says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "erase.sure": "Erase {ref} for good?",
    "erase.nothing": "nothing was changed",
    "erase.would": {
        "one": "nothing was written; 1 file would have been changed: {paths}",
        "other": "nothing was written; {n} files would have been changed: {paths}",
    },
    "erase.cited": {
        "one": "1 record still names {ref}, which check will warn of: {places}",
        "other": "{n} records still name {ref}, which check will warn of: {places}",
    },
    "erase.unread": "these files could not be read and may hold more of it: {paths}",
    "erase.id-stays": (
        "the id {ref} stays in the tombstone, and may stay in names of files: if it names somebody, "
        "change it there by hand"
    ),
    "erase.git": "git's history still holds it, here and in every clone: {paths}; see git filter-repo",
    "erase.copies": "backups, synced folders, exports and reports made before may still hold it",
}
