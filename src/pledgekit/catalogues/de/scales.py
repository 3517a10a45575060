"""German: the labels of those scales that a form shows.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_LABELS: Final = {
    "wording": {
        "official": "Der Wortlaut der Erklärung.",
        "paraphrase": "Die Verpflichtung, wie eine Quelle sie wiedergibt, nicht ihr Wortlaut.",
        "provisional": "Ein Arbeitstitel von uns.",
    },
    "status": {
        "pipeline": "geplant",
        "implementation": "in Umsetzung",
        "finalisation": "umgesetzt, Auswertung steht aus",
        "closed": "abgeschlossen",
        "cancelled": "aufgegeben",
        "suspended": "ausgesetzt",
    },
    "completion": {
        "not-started": "nicht begonnen",
        "limited": "in Ansätzen",
        "substantial": "weitgehend",
        "complete": "vollständig",
        "not-started.ongoing": "noch keine Praxis",
        "limited.ongoing": "in Teilen Praxis",
        "substantial.ongoing": "überwiegend Praxis",
        "complete.ongoing": "durchgängig Praxis",
        "not-started.deliverable": "nicht begonnen",
        "limited.deliverable": "begonnen",
        "substantial.deliverable": "größtenteils erbracht",
        "complete.deliverable": "erbracht",
    },
    "instead": {
        "unchanged": "wie zuletzt angegeben",
        "nothing-new": "nichts Neues",
        "not-applicable": "trifft nicht zu",
        "included-elsewhere": "von einer anderen Unterzeichnerin berichtet",
        "not-available": "die Stadt kann es nicht sagen",
        "confidential": "vertraulich",
        "declined": "keine Antwort gewünscht",
    },
    "obstacle": {
        "not-prioritised": "anderes hatte Vorrang",
        "position-changed": "die Stadt hat ihre Haltung geändert",
        "no-majority": "keine Mehrheit im Rat",
        "no-funding": "kein Geld",
        "no-capacity": "kein Personal",
        "outside-powers": "außerhalb der Zuständigkeit der Stadt",
        "security": "Sicherheit",
        "external-event": "ein Ereignis von außen",
        "other": "etwas anderes",
    },
}

MESSAGES: Final = {
    f"scales.{scale}.{word}": label for scale, labels in _LABELS.items() for word, label in labels.items()
}
