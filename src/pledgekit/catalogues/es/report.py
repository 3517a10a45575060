"""Spanish: of what reports share, what a form needs.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "report.skip": "Ir al texto",
    "report.contents": "Índice",
    "report.sources": "Fuentes",
    "report.colophon": "Cómo se hizo este documento",
    "report.colon": ": ",
    "report.banner.city": "Solo para {city}",
    "report.banner.despite-problems": "Los errores del registro, si los hubo, no impidieron hacer este documento",
    "report.banner.join": "{before} · {after}",
    "report.dates.undated": "sin fecha",
    "report.dates.undated-described": "sin fecha, descrito {when}",
    "report.dates.begun": "comenzado {when}",
    "report.dates.ended": "terminado {when}",
}
