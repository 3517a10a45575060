"""What spreadsheets call a column. For all that names a cell to people, or to a formula."""

from __future__ import annotations

from typing import Final

__all__ = ["letters"]

_LETTERS: Final = 26


def letters(column: int) -> str:
    """Name a column, counted from 0: A to Z, AA and so on."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name
