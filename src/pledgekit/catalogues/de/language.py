"""German: its plural forms, and how it writes numbers, dates and lists.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["DIRECTION", "MESSAGES", "REVIEWED_BY", "THOUSANDS", "plural"]

DIRECTION: Final[Literal["ltr", "rtl"]] = "ltr"
THOUSANDS: Final = "."
REVIEWED_BY: Final = ""

MESSAGES: Final = {
    "language.month.1": "Januar",
    "language.month.2": "Februar",
    "language.month.3": "März",
    "language.month.4": "April",
    "language.month.5": "Mai",
    "language.month.6": "Juni",
    "language.month.7": "Juli",
    "language.month.8": "August",
    "language.month.9": "September",
    "language.month.10": "Oktober",
    "language.month.11": "November",
    "language.month.12": "Dezember",
    "language.day": "{day}. {month} {year}",
    "language.day-of-month": "{day}. {month}",
    "language.month": "{month} {year}",
    "language.month-alone": "{month}",
    "language.either": "{first} oder {last}",
    "language.between": "zwischen {first} und {last}",
    "language.on-day": "am {date}",
    "language.in-month": "{date}",
    "language.days": "{first}.–{last}. {month} {year}",
    "language.from-to": "{first} bis {last}",
    "language.list-comma": "{before}, {after}",
    "language.list-and": "{before} und {after}",
    "language.list-semicolon": "{before}; {after}",
    "language.list-semicolon-and": "{before}; und {after}",
    "language.share": "{value} von {of}",
    "language.share-held": "{value} von {of} hier erfassten",
    "language.share-percent": "{value} von {of} ({percent} %)",
}


def plural(n: int) -> str:
    """Give the plural category of a whole number, as CLDR names it."""
    return "one" if n == 1 else "other"
