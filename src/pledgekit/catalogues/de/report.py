"""German: of what reports share, what a form needs.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "report.skip": "Zum Text springen",
    "report.contents": "Inhalt",
    "report.sources": "Quellen",
    "report.colophon": "Wie dieses Dokument entstanden ist",
    "report.colon": ": ",
    "report.banner.city": "Nur für {city}",
    "report.banner.despite-problems": "Fehler im Register, falls es welche gab, haben dieses Dokument nicht verhindert",
    "report.banner.join": "{before} · {after}",
    "report.dates.undated": "ohne Datum",
    "report.dates.undated-described": "ohne Datum, beschrieben {when}",
    "report.dates.begun": "begonnen {when}",
    "report.dates.ended": "beendet {when}",
}
