"""Spanish: its plural forms, and how it writes numbers, dates and lists.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["DIRECTION", "MESSAGES", "REVIEWED_BY", "THOUSANDS", "plural"]

DIRECTION: Final[Literal["ltr", "rtl"]] = "ltr"
THOUSANDS: Final = "\u202f"
REVIEWED_BY: Final = ""

MESSAGES: Final = {
    "language.month.1": "enero",
    "language.month.2": "febrero",
    "language.month.3": "marzo",
    "language.month.4": "abril",
    "language.month.5": "mayo",
    "language.month.6": "junio",
    "language.month.7": "julio",
    "language.month.8": "agosto",
    "language.month.9": "septiembre",
    "language.month.10": "octubre",
    "language.month.11": "noviembre",
    "language.month.12": "diciembre",
    "language.day": "{day} de {month} de {year}",
    "language.day-of-month": "{day} de {month}",
    "language.month": "{month} de {year}",
    "language.month-alone": "{month}",
    "language.either": "{first} o {last}",
    "language.between": "entre {first} y {last}",
    "language.on-day": "el {date}",
    "language.in-month": "en {date}",
    "language.days": "{first}–{last} de {month} de {year}",
    "language.from-to": "de {first} a {last}",
    "language.list-comma": "{before}, {after}",
    "language.list-and": "{before} y {after}",
    "language.list-semicolon": "{before}; {after}",
    "language.list-semicolon-and": "{before}; y {after}",
    "language.share": "{value} de {of}",
    "language.share-held": "{value} de {of} registrados aquí",
    "language.share-percent": "{value} de {of} ({percent} %)",
}


def plural(n: int) -> str:
    """Give the plural category of a whole number, as CLDR names it."""
    return "one" if n == 1 else "other"
