"""Spanish: the labels of those scales that a form shows.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_LABELS: Final = {
    "wording": {
        "official": "Las palabras de la propia declaración.",
        "paraphrase": "El compromiso tal como lo cuenta una fuente, no sus propias palabras.",
        "provisional": "Un título de trabajo nuestro.",
    },
    "status": {
        "pipeline": "previsto",
        "implementation": "en curso",
        "finalisation": "realizado, evaluación pendiente",
        "closed": "concluido",
        "cancelled": "abandonado",
        "suspended": "suspendido",
    },
    "completion": {
        "not-started": "no iniciado",
        "limited": "limitado",
        "substantial": "sustancial",
        "complete": "completo",
        "not-started.ongoing": "aún no se practica",
        "limited.ongoing": "se practica en parte",
        "substantial.ongoing": "se practica en su mayor parte",
        "complete.ongoing": "se practica plenamente",
        "not-started.deliverable": "no iniciado",
        "limited.deliverable": "iniciado",
        "substantial.deliverable": "cumplido en su mayor parte",
        "complete.deliverable": "cumplido",
    },
    "instead": {
        "unchanged": "como en el último informe",
        "nothing-new": "nada nuevo",
        "not-applicable": "no se aplica",
        "included-elsewhere": "lo informa otro signatario",
        "not-available": "la ciudad no puede decirlo",
        "confidential": "confidencial",
        "declined": "prefiere no responder",
    },
    "obstacle": {
        "not-prioritised": "otros asuntos tuvieron prioridad",
        "position-changed": "la posición de la ciudad cambió",
        "no-majority": "sin mayoría en el pleno",
        "no-funding": "sin dinero",
        "no-capacity": "sin personal",
        "outside-powers": "fuera de las competencias de la ciudad",
        "security": "seguridad",
        "external-event": "un acontecimiento externo",
        "other": "otra cosa",
    },
}

MESSAGES: Final = {
    f"scales.{scale}.{word}": label for scale, labels in _LABELS.items() for word, label in labels.items()
}
