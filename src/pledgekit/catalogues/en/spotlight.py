"""English: the portrait of a city."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "spotlight.kicker": "City Spotlight",
    "spotlight.kicker.other": "Spotlight",
    "spotlight.subtitle": "A portrait, as of {date}",
    "spotlight.description": "{city}: a portrait, with the declarations it endorses, its dialogues and actions.",
    "spotlight.how-to-read": "How to read this portrait",
    "spotlight.not-a-ranking": (
        "This portrait shows examples. It is not a ranking, an audit or an evaluation of any city."
    ),
    "spotlight.kind": "Kind",
    "spotlight.local-name": "Local name",
    "spotlight.part-of": "Part of",
    "spotlight.population": "Inhabitants",
    "spotlight.office": "In office",
    "spotlight.office-unknown": "The office-holder of today is not on record here.",
    "spotlight.invitation": ("We hold no portrait of {city} yet. Its officials are invited to write it with us."),
    "spotlight.dialogues": "Dialogues it took part in",
    "spotlight.actions": "What is on record",
    "spotlight.followed": "What others did after its example",
}
