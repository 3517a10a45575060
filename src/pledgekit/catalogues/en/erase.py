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
    "erase.mentioned": {
        "one": "1 more place speaks of {ref}; look whether it has to go, too:",
        "other": "{n} more places speak of {ref}; look whether they have to go, too:",
    },
    "erase.mention": "  {place}: {what}",
    "erase.name": "the file's name; to change it: {command}",
    "erase.echoed": {
        "one": "1 place has words of {ref} still; look whether they have to go, too:",
        "other": "{n} places have words of {ref} still; look whether they have to go, too:",
    },
    "erase.refused": {
        "one": "nothing was erased: 1 record cites {ref}: {places}",
        "other": "nothing was erased: {n} records cite {ref}: {places}",
    },
    "erase.refused-remedy": "correct what cites it, or give --despite-references: check will then warn of it",
    "erase.yes": "erasing {ref} cannot be undone, and nobody can be asked here",
    "erase.yes-remedy": "see what it would do with --dry-run, then give --yes",
    "erase.git": (
        "git's history still holds it, here and in every clone: {paths}, last in revision {commit} of {day}; "
        "see git filter-repo"
    ),
    "erase.git-staged": (
        "git never committed it, but it is staged: {paths}; take it out with git add on these files, then run "
        "git gc --prune=now"
    ),
    "erase.git-never": "git never had it: no commit holds it",
    "erase.git-unasked": "git could not be asked ({why}): its history may still hold {paths}",
    "erase.copies": "backups, synced folders, exports and reports made before may still hold it",
}
