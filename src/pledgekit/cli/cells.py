"""Values as cells of CSV. Text that a spreadsheet would take for a formula gets an apostrophe in front.

So does text that begins with an apostrophe: taking the first one off each cell that begins with one undoes it.
"""

from __future__ import annotations

from typing import Any

__all__ = ["cell"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "'")


def cell(value: Any) -> str:  # noqa: ANN401  whatever JSON can hold
    """Give a JSON value as one cell: texts as they are, lists of texts joined by "; ", the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _neutral(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return _neutral("; ".join(value))
    import json

    return json.dumps(value, ensure_ascii=False)


def _neutral(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
