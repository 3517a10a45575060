"""English: what `correct`, `review` and `import commitments` say of clauses."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "clause.held-against": {
        "one": "held against {clauses} as it reads now; when that changes, this has to be looked at again",
        "other": "held against {clauses} as they read now; when one of them changes, this has to be looked at again",
    },
    "clause.changed-since": "{ref} has changed since {day}, as known on which it was looked at",
    "clause.look": "look at it as it is now: pledgekit show {ref}",
    "clause.renewed": "{ref}: clause_seen is renewed: it goes with {clause} as it reads now",
    "clause.renewed-translation": "{ref}: the translation ({langs}) goes with the clause as it reads now",
    "clause.superseded": "{ref} was superseded by {clauses}: file it there, or somebody has to look at it again",
    "clause.other-day": "{ref}: {keys} changes, its source stays, and is of another date; name the new one: --source",
    "clause.unchanged": "{ref}: nothing of it would change, left as it is",
}
