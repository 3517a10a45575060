"""English: the report of one commitment."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "commitment.subtitle": "What is on record, as of {date}",
    "commitment.subtitle-period": "What is on record for {period}, as of {date}",
    "commitment.description": "{heading}: what is on record under {declaration}.",
    "commitment.how-to-read": "How to read this page",
    "commitment.not-a-ranking": "This page shows examples. It is not a ranking, an audit or an evaluation of any city.",
    "commitment.who": "Who does what",
    "commitment.who.caption": "Actions on record, in the order of the cities' names",
    "commitment.who.name": "Name",
    "commitment.who.country": "Country",
    "commitment.who.what": "What",
    "commitment.examples": "Examples",
    "commitment.more": "Also on record:",
    "commitment.answers": "Reported by cities for {period}, in their own words",
    "commitment.said": "Said, not done",
    "commitment.said.intro": "Statements are told apart from actions and counted apart.",
    "commitment.before": "Done before the declaration",
    "commitment.before.intro": (
        "These actions began, or were first described, before the declaration. We do not claim that it caused them."
    ),
    "commitment.elsewhere": "What other cities do",
    "commitment.elsewhere.intro": (
        "These cities are not on record as endorsing the declaration, or no longer endorse it. No figure counts it."
    ),
    "commitment.findings": "Findings that cite these examples",
    "commitment.related": "Like commitments of other declarations",
    "commitment.related.intro": "What is on record under these is not counted here.",
    "commitment.related.item": "{title} ({declaration}; {relation})",
}
