"""English: what `review` and `show` say of reviews, and the page that a city signs."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "review.holds": "{verdict}: {by}, {date} ({ref})",
    "review.void": "{verdict}: {by}, {date} ({ref}); the record has changed since",
    # what becomes of an action that may be published without its city's name
    "review.unnamed.told": "{ref} is told to the public as what a city in its country did",
    "review.unnamed.narrow": "{ref} is not told to the public: it is not public itself, or must not be published",
    "review.unnamed.changed": "{ref} is not told to the public: it changed since it was looked at",
    "review.unnamed.place": "{ref} is not told to the public: its owner is no city in a country that the public sees",
    "review.unnamed.unfiled": "{ref} is not told to the public: it is under no commitment that the public sees",
    "review.unnamed.few": "{ref} is not told to the public: fewer than three cities could be meant",
    "review.unnamed.named": "{ref} is not told to the public: its text gives the city away",
    "review.unnamed.hidden": "{ref} is hidden from the public: only an action can be told without its city’s name",
}
