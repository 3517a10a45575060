"""Values as cells of a table, and the neutralising of formulas, both ways. Part of exporting; importing reads it back.

Text that a spreadsheet would run as a formula gets an apostrophe in front. So does text in which such a beginning
already has apostrophes in front: taking one off what looks so gives every text back, and 's-Gravenhage is left alone.
"""

from __future__ import annotations

import datetime
import re
from typing import Final

__all__ = ["SEPARATOR", "bare", "cell", "neutral"]

SEPARATOR: Final = ";"
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\0]")


def cell(value: object) -> str:
    """Give a plain value as one cell: text and days as they are, lists of words joined by "; ", the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, datetime.date):
        return _iso(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        joined = f"{SEPARATOR} ".join(value)
        if not joined.startswith("[") and all(map(_joinable, value)):
            return neutral(joined)
    import json

    return json.dumps(value, ensure_ascii=False, default=_iso)


def neutral(text: str) -> str:
    """Give text as no spreadsheet runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Give back the text that was neutralised; any other text as it is."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _joinable(item: str) -> bool:
    return bool(item) and item == item.strip() and SEPARATOR not in item


def _iso(value: object) -> str:
    """Write a day, moment or time."""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat().replace("+00:00", "Z")
    raise TypeError(type(value).__name__)
