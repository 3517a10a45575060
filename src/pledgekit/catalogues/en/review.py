"""English: what `review` and `show` say of reviews, and the page that a city signs."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "review.holds": "{verdict}: {by}, {date} ({ref})",
    "review.void": "{verdict}: {by}, {date} ({ref}); the record has changed since",
    # of a correction that takes time to reply away
    "review.less-time": "{ref}: its city had been given more time to reply",
    # the page that a city signs
    "review.page": "For you to sign",
    "review.page.ask": (
        "This is what is, or may be, published about {city}. Please tick one box in each line and sign below."
    ),
    "review.page.back": "Send it back to {name}, {address}.",
    "review.page.caption": "What is, or may be, published about {city}",
    "review.page.number": "No.",
    "review.page.what": "What it says",
    "review.page.yes": "As it stands",
    "review.page.unnamed": "Without our name",
    "review.page.no": "Not at all",
    "review.page.box": "☐",
    "review.page.no-box": "–",
    "review.page.act": "{declaration}: {act}",
    "review.page.about": "{title} ({about})",
    "review.page.approved": "Approved on {date}.",
    "review.page.meaning.as-it-stands": (
        "As it stands: it may be published in these words. If a word is changed afterwards, you are asked again."
    ),
    "review.page.meaning.unnamed": (
        "Without our name: it says “{city}” and no more, and is told only where at least three cities could be "
        "meant; if not, it is left out."
    ),
    "review.page.meaning.not-at-all": "Not at all: it is not published, neither by name nor otherwise.",
    "review.page.name": "Name and office",
    "review.page.date": "Date",
    "review.page.signature": "Signature",
    "review.page.line": "........................................................................",
    "review.page.reference": "Reference: {refs}",
    "review.page.staff": "For staff, when all of it comes back approved: {command}",
    "review.page.command": 'pledgekit review {refs} --verdict approved --by "…"',
    # what becomes of an action that may be published without its city's name
    "review.unnamed.told": "{ref} is told to the public as what a city in its country did",
    "review.unnamed.narrow": "{ref} is not told to the public: it is not public itself, or must not be published",
    "review.unnamed.changed": "{ref} is not told to the public: it changed since it was looked at",
    "review.unnamed.place": "{ref} is not told to the public: its owner is no city in a country that the public sees",
    "review.unnamed.unfiled": "{ref} is not told to the public: it is under no commitment that the public sees",
    "review.unnamed.few": "{ref} is not told to the public: fewer than three cities could be meant",
    "review.unnamed.named": "{ref} is not told to the public: its text gives the city away",
    "review.unnamed.others": (
        "{ref} is not told to the public: its text names cities of its country, and fewer than three others could be "
        "meant"
    ),
    "review.unnamed.hidden": "{ref} is hidden from the public: only an action can be told without its city’s name",
}
