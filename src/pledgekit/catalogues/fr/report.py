"""French: of what reports share, what a form needs.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "report.skip": "Aller au texte",
    "report.contents": "Sommaire",
    "report.sources": "Sources",
    "report.colophon": "Comment ce document a été établi",
    "report.colon": " : ",
    "report.banner.city": "Réservé à {city}",
    "report.banner.despite-problems": "D’éventuelles erreurs dans le registre n’ont pas empêché d’établir ce document",
    "report.banner.join": "{before} · {after}",
    "report.dates.undated": "sans date",
    "report.dates.undated-described": "sans date, décrit {when}",
    "report.dates.begun": "commencé {when}",
    "report.dates.ended": "terminé {when}",
}
