"""French: the labels of those scales that a form shows.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_LABELS: Final = {
    "wording": {
        "official": "Les termes mêmes de la déclaration.",
        "paraphrase": "L’engagement tel qu’une source le rapporte, et non ses propres termes.",
        "provisional": "Un titre de travail choisi par nous.",
    },
    "status": {
        "pipeline": "prévu",
        "implementation": "en cours",
        "finalisation": "réalisé, évaluation à venir",
        "closed": "achevé",
        "cancelled": "abandonné",
        "suspended": "suspendu",
    },
    "completion": {
        "not-started": "pas commencé",
        "limited": "limité",
        "substantial": "substantiel",
        "complete": "complet",
        "not-started.ongoing": "pas encore pratiqué",
        "limited.ongoing": "pratiqué en partie",
        "substantial.ongoing": "pratiqué pour l’essentiel",
        "complete.ongoing": "pleinement pratiqué",
        "not-started.deliverable": "pas commencé",
        "limited.deliverable": "commencé",
        "substantial.deliverable": "réalisé pour l’essentiel",
        "complete.deliverable": "réalisé",
    },
    "instead": {
        "unchanged": "comme indiqué la dernière fois",
        "nothing-new": "rien de nouveau",
        "not-applicable": "sans objet",
        "included-elsewhere": "rapporté par un autre signataire",
        "not-available": "la ville ne peut pas le dire",
        "confidential": "confidentiel",
        "declined": "ne souhaite pas répondre",
    },
    "obstacle": {
        "not-prioritised": "d’autres sujets ont eu la priorité",
        "position-changed": "la position de la ville a changé",
        "no-majority": "pas de majorité au conseil",
        "no-funding": "pas de financement",
        "no-capacity": "pas de personnel",
        "outside-powers": "hors des compétences de la ville",
        "security": "sécurité",
        "external-event": "un événement extérieur",
        "other": "autre chose",
    },
}

MESSAGES: Final = {
    f"scales.{scale}.{word}": label for scale, labels in _LABELS.items() for word, label in labels.items()
}
