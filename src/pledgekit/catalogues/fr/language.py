"""French: its plural forms, and how it writes numbers, dates and lists.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["DIRECTION", "MESSAGES", "REVIEWED_BY", "THOUSANDS", "plural"]

DIRECTION: Final[Literal["ltr", "rtl"]] = "ltr"
THOUSANDS: Final = "\u202f"
REVIEWED_BY: Final = ""

MESSAGES: Final = {
    "language.month.1": "janvier",
    "language.month.2": "février",
    "language.month.3": "mars",
    "language.month.4": "avril",
    "language.month.5": "mai",
    "language.month.6": "juin",
    "language.month.7": "juillet",
    "language.month.8": "août",
    "language.month.9": "septembre",
    "language.month.10": "octobre",
    "language.month.11": "novembre",
    "language.month.12": "décembre",
    "language.day": "{day} {month} {year}",
    "language.day-of-month": "{day} {month}",
    "language.month": "{month} {year}",
    "language.month-alone": "{month}",
    "language.either": "{first} ou {last}",
    "language.between": "entre {first} et {last}",
    "language.on-day": "le {date}",
    "language.in-month": "en {date}",
    "language.days": "{first}–{last} {month} {year}",
    "language.from-to": "de {first} à {last}",
    "language.list-comma": "{before}, {after}",
    "language.list-and": "{before} et {after}",
    "language.list-semicolon": "{before} ; {after}",
    "language.list-semicolon-and": "{before} ; et {after}",
    "language.share": "{value} sur {of}",
    "language.share-held": "{value} sur {of} enregistrés ici",
    "language.share-percent": "{value} sur {of} ({percent} %)",
}


def plural(n: int) -> str:
    """Give the plural category of a whole number, as CLDR names it."""
    return "one" if n in (0, 1) else "other"
