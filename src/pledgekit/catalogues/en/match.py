"""English: what `match` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "match.title": {
        "none": "{city} has something on record under every commitment.",
        "one": "{city} has nothing on record under {n} commitment. What others did there, to learn from:",
        "other": "{city} has nothing on record under {n} commitments. What others did there, to learn from:",
    },
    "match.no-entry": "Nothing on record means that we hold no information, not that nothing was done.",
    "match.commitment": "{title} ({ref})",
    "match.practice": "{place}: {title} ({dates}); {ref}; {alike}",
    "match.none": "nothing by a city like it is on record",
    "match.alike": "both: {ways}",
    "match.alike.size": "of like size",
    "match.alike.region": "in the same region",
    "match.alike.country": "in the same country",
    "match.alike.language": "with a language in common",
    "match.alike.declaration": "endorse the same declaration",
}
