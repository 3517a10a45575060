"""English: what `match` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "match.not-endorsing": "{city} is not on record as endorsing a declaration; so all that are held here count.",
    "match.no-commitment": "No commitment is held here that {city} could have something on record under.",
    "match.title": {
        "none": "{city} has something on record under every commitment.",
        "one": "{city} has nothing on record under {n} commitment. What others like it did there, to learn from:",
        "other": "{city} has nothing on record under {n} commitments. What others like it did there, to learn from:",
    },
    "match.title-none": {
        "one": "{city} has nothing on record under {n} commitment, and no other like it has.",
        "other": "{city} has nothing on record under {n} commitments, and no other like it has.",
    },
    "match.no-entry": "Nothing on record means that we hold no information, not that nothing was done.",
    "match.commitment": "{title} ({ref})",
    "match.practice": "{place}: {title} ({dates}); {ref}; {alike}",
    "match.none": "nothing by another like it is on record",
    "match.alike": "both {ways}",
    "match.alike.size": "are of like size",
    "match.alike.region": "lie in the same region",
    "match.alike.country": "lie in the same country",
    "match.alike.language": "have a language in common",
    "match.alike.declaration": "endorse the same declaration",
}
