"""Dutch: the labels of those scales that a form shows.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_LABELS: Final = {
    "wording": {
        "official": "De woorden van de verklaring zelf.",
        "paraphrase": "De toezegging zoals een bron die weergeeft, niet de woorden zelf.",
        "provisional": "Een werktitel van ons.",
    },
    "status": {
        "pipeline": "gepland",
        "implementation": "in uitvoering",
        "finalisation": "uitgevoerd, evaluatie volgt nog",
        "closed": "afgerond",
        "cancelled": "stopgezet",
        "suspended": "opgeschort",
    },
    "completion": {
        "not-started": "niet begonnen",
        "limited": "beperkt",
        "substantial": "grotendeels",
        "complete": "volledig",
        "not-started.ongoing": "nog geen praktijk",
        "limited.ongoing": "deels praktijk",
        "substantial.ongoing": "grotendeels praktijk",
        "complete.ongoing": "volledig praktijk",
        "not-started.deliverable": "niet begonnen",
        "limited.deliverable": "begonnen",
        "substantial.deliverable": "grotendeels gereed",
        "complete.deliverable": "gereed",
    },
    "instead": {
        "unchanged": "zoals de vorige keer gemeld",
        "nothing-new": "niets nieuws",
        "not-applicable": "niet van toepassing",
        "included-elsewhere": "gemeld door een andere ondertekenaar",
        "not-available": "de stad kan het niet zeggen",
        "confidential": "vertrouwelijk",
        "declined": "wil niet antwoorden",
    },
    "obstacle": {
        "not-prioritised": "andere zaken gingen voor",
        "position-changed": "de stad is van standpunt veranderd",
        "no-majority": "geen meerderheid in de raad",
        "no-funding": "geen geld",
        "no-capacity": "geen personeel",
        "outside-powers": "buiten de bevoegdheid van de stad",
        "security": "veiligheid",
        "external-event": "een gebeurtenis van buitenaf",
        "other": "iets anders",
    },
}

MESSAGES: Final = {
    f"scales.{scale}.{word}": label for scale, labels in _LABELS.items() for word, label in labels.items()
}
