"""English: its plural forms, and how it writes numbers, dates and lists."""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["DIRECTION", "MESSAGES", "REVIEWED_BY", "THOUSANDS", "plural"]

DIRECTION: Final[Literal["ltr", "rtl"]] = "ltr"
THOUSANDS: Final = ","
REVIEWED_BY: Final = "the contributors of pledgekit, who wrote it"

MESSAGES: Final = {
    "language.month.1": "January",
    "language.month.2": "February",
    "language.month.3": "March",
    "language.month.4": "April",
    "language.month.5": "May",
    "language.month.6": "June",
    "language.month.7": "July",
    "language.month.8": "August",
    "language.month.9": "September",
    "language.month.10": "October",
    "language.month.11": "November",
    "language.month.12": "December",
    "language.day": "{day} {month} {year}",
    "language.day-of-month": "{day} {month}",
    "language.month": "{month} {year}",
    "language.month-alone": "{month}",
    "language.either": "{first} or {last}",
    "language.between": "between {first} and {last}",
    "language.on-day": "on {date}",
    "language.in-month": "in {date}",
    "language.days": "{first}–{last} {month} {year}",
    "language.from-to": "{first} to {last}",
    "language.list-comma": "{before}, {after}",
    "language.list-and": "{before} and {after}",
    "language.list-semicolon": "{before}; {after}",
    "language.list-semicolon-and": "{before}; and {after}",
    "language.share": "{value} of {of}",
    "language.share-held": "{value} of {of} held here",
    "language.share-percent": "{value} of {of} ({percent} %)",
}


def plural(n: int) -> str:
    """Give the plural category of a whole number, as CLDR names it."""
    return "one" if n == 1 else "other"
