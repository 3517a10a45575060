"""English: words that people use for dates. Not messages only: `datewords` reads from here what it understands.

A phrase is written as it is typed, with names in braces for the words below; case, accents, commas and hyphens do not
count, a slash does. Seasons are those of the northern half of the earth.
"""

from __future__ import annotations

from typing import Final

__all__ = ["EXAMPLES", "LEADING", "MESSAGES", "ORDINALS", "PHRASES", "SLOTS"]

MESSAGES: Final = {
    "dates.unknown": "{text} is not understood as a date",
    "dates.understood": (
        "write 2023-06-15, 2023-06, 2023 or 2023-03/2023-05 (some time within), or words such as {examples}"
    ),
}

EXAMPLES: Final = ("spring 2023", "Q2 2024", "mid-2023", "early May 2024", "first half of 2024", "2023/24", "May 2024")

LEADING: Final = ("in", "in the", "on", "the", "during", "during the")  # may stand in front of any phrase
ORDINALS: Final = ("st", "nd", "rd", "th")  # may follow the number of a day

# What a word stands for: a month by its number; a season by its first month; a part, quarter or half by its place.
SLOTS: Final = {
    "month": {
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
        "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    "season": {"spring": 3, "summer": 6, "autumn": 9, "fall": 9},
    "winter": {"winter": 12},
    "part": {
        "early": 1, "beginning of": 1, "start of": 1, "early in": 1,
        "mid": 2, "middle of": 2,
        "late": 3, "end of": 3, "late in": 3,
    },
    "quarter": {
        "q1": 1, "first quarter": 1, "1st quarter": 1, "q2": 2, "second quarter": 2, "2nd quarter": 2,
        "q3": 3, "third quarter": 3, "3rd quarter": 3, "q4": 4, "fourth quarter": 4, "4th quarter": 4,
        "last quarter": 4,
    },
    "half": {
        "h1": 1, "first half": 1, "1st half": 1, "h2": 2, "second half": 2, "2nd half": 2, "last half": 2,
    },
}  # fmt: skip

PHRASES: Final = (
    "{season} {year}",
    "{season} of {year}",
    "{part} {season} {year}",
    "{winter} {year}",
    "{winter} of {year}",
    "{winter} {year}/{next}",
    "{quarter} {year}",
    "{quarter} of {year}",
    "{year} {quarter}",
    "{half} {year}",
    "{half} of {year}",
    "{year} {half}",
    "{half} of {month} {year}",
    "{part} {year}",
    "{part} {month} {year}",
    "{month} {year}",
    "{month} of {year}",
    "{day} {month} {year}",
    "{day} of {month} {year}",
    "{month} {day} {year}",
    "{month} to {until} {year}",
    "{month} {until} {year}",
    "{month}/{until} {year}",
    "{year}/{next}",
)
