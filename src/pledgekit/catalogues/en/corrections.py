"""English: the list of corrections."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_KINDS: Final = {
    "declaration": "declaration",
    "commitments": "commitment",
    "rounds": "round of reporting",
    "events": "dialogue",
    "findings": "finding",
    "steps": "next step",
    "published": "total printed elsewhere",
    "city": "city",
    "officials": "office-holder",
    "profiles": "portrait",
    "endorsements": "endorsement",
    "actions": "action",
    "updates": "city's answer",
    "assessments": "assessment",
    "replies": "city's reply",
}

MESSAGES: Final = {
    "corrections.kicker": "Corrections",
    "corrections.title": "What we have corrected",
    "corrections.subtitle": "All declarations. As of {date}",
    "corrections.subtitle-of": "{declaration}. As of {date}",
    "corrections.lead": {
        "none": "No correction is listed.",
        "one": "{n} correction is listed.",
        "other": "{n} corrections are listed.",
    },
    "corrections.lead-since": {
        "none": "No correction is listed since {date}.",
        "one": "{n} correction is listed since {date}.",
        "other": "{n} corrections are listed since {date}.",
    },
    "corrections.how-to-read": (
        "An edition made before the day of a correction may still say what is corrected here. Please go by the newest "
        "one. Each line names the record and the day; what was wrong is not repeated. To add what was not known before "
        "is no correction and is not listed."
    ),
    "corrections.never-listed": "What is taken out to protect people's privacy or safety is never listed.",
    "corrections.thing": "{kind} {ref}",
    "corrections.error": "{date}: {thing}: taken back, it was an error.",
    "corrections.error-other": "{date}: {thing}: taken back, it was an error; {other} stands in its place.",
    "corrections.duplicate": "{date}: {thing}: taken back, it was on record twice.",
    "corrections.duplicate-other": "{date}: {thing}: taken back, it was on record twice; {other} stands.",
    "corrections.other": "{date}: {thing}: taken back.",
    "corrections.other-other": "{date}: {thing}: taken back; {other} stands in its place.",
    "corrections.corrected": "{date}: {thing}: corrected.",
    **{f"corrections.kind.{table}": name for table, name in _KINDS.items()},
}
