"""Dutch: of what reports share, what a form needs.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "report.skip": "Naar de tekst",
    "report.contents": "Inhoud",
    "report.sources": "Bronnen",
    "report.colophon": "Hoe dit document is gemaakt",
    "report.colon": ": ",
    "report.banner.city": "Alleen voor {city}",
    "report.banner.despite-problems": (
        "Fouten in het register, als die er waren, hebben het maken van dit document niet verhinderd"
    ),
    "report.banner.join": "{before} · {after}",
    "report.dates.undated": "zonder datum",
    "report.dates.undated-described": "zonder datum, beschreven {when}",
    "report.dates.begun": "begonnen {when}",
    "report.dates.ended": "beëindigd {when}",
}
