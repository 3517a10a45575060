"""Dutch: its plural forms, and how it writes numbers, dates and lists.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["DIRECTION", "MESSAGES", "REVIEWED_BY", "THOUSANDS", "plural"]

DIRECTION: Final[Literal["ltr", "rtl"]] = "ltr"
THOUSANDS: Final = "."
REVIEWED_BY: Final = ""

MESSAGES: Final = {
    "language.month.1": "januari",
    "language.month.2": "februari",
    "language.month.3": "maart",
    "language.month.4": "april",
    "language.month.5": "mei",
    "language.month.6": "juni",
    "language.month.7": "juli",
    "language.month.8": "augustus",
    "language.month.9": "september",
    "language.month.10": "oktober",
    "language.month.11": "november",
    "language.month.12": "december",
    "language.day": "{day} {month} {year}",
    "language.day-of-month": "{day} {month}",
    "language.month": "{month} {year}",
    "language.month-alone": "{month}",
    "language.either": "{first} of {last}",
    "language.between": "tussen {first} en {last}",
    "language.on-day": "op {date}",
    "language.in-month": "in {date}",
    "language.days": "{first}–{last} {month} {year}",
    "language.from-to": "{first} tot en met {last}",
    "language.list-comma": "{before}, {after}",
    "language.list-and": "{before} en {after}",
    "language.list-semicolon": "{before}; {after}",
    "language.list-semicolon-and": "{before}; en {after}",
    "language.share": "{value} van {of}",
    "language.share-held": "{value} van {of} hier vastgelegd",
    "language.share-percent": "{value} van {of} ({percent} %)",
}


def plural(n: int) -> str:
    """Give the plural category of a whole number, as CLDR names it."""
    return "one" if n == 1 else "other"
