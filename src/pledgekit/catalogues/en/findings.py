"""English: the yearly synthesis of findings."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "findings.kicker": "Yearly synthesis",
    "findings.title": "Findings",
    "findings.title-period": "Findings of {period}",
    "findings.subtitle": "{declaration}. As of {date}",
    "findings.lead.synthesis": {
        "none": "No synthesis is on record{period}.",
        "one": "One finding is on record{period}.",
        "other": "{n} findings are on record{period}.",
    },
    "findings.lead.dialogues": {
        "none": "",
        "one": "One dialogue is on record{period}.",
        "other": "{n} dialogues are on record{period}.",
    },
    "findings.lead.period": " for {period}",
    "findings.numbers": {"one": "finding {numbers}", "other": "findings {numbers}"},
    "findings.how-to-read": "How to read these findings",
    "findings.not-a-ranking": (
        "This synthesis shows examples. It is not a ranking, an audit or an evaluation of any city."
    ),
    "findings.year": "The findings of {year}",
    "findings.further": "Further findings",
    "findings.numbered": "Finding {number}",
    "findings.numbered-to": "Finding {number}: {whom}",
    "findings.builds-on": "Builds on: {text}",
    "findings.builds-on-year": "Builds on a finding of {year}: {text}",
    "findings.examples": "Examples:",
    "findings.of-dialogues": "What single dialogues found",
    "findings.dialogues": "The dialogues",
}
