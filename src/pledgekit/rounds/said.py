"""What one cell says: text as people type it, the id of a word from a list. Part of the first step of reading."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from pledgekit.ids import fold, nearest
from pledgekit.rounds.choices import in_any_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.rounds.choices import Choice
    from pledgekit.sheets.reading import Value

__all__ = ["chosen", "text_of_cell"]

_OLDEST: Final = 1990  # a day before it is a year that a spreadsheet took for a number of days
_PARAGRAPHS: Final = ("narrative", "summary", "correction")  # all else is one line
_ERRORS: Final = re.compile(r"#(?:N/A|REF!|DIV/0!|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!)|Err:[0-9]+")
_NOTHING: Final = re.compile(r"_x00[01][0-9A-Fa-f]_")  # how a workbook writes a sign that XML cannot hold


def text_of_cell(value: Value, name: str) -> tuple[str, str]:
    """Give what a cell of a column says, as people type it, or what is wrong with it."""
    if isinstance(value, datetime.date):
        if value.year < _OLDEST:
            return "", f"{value:%Y-%m-%d} is no day meant here; type it as text: 2024"
        return (value.date() if isinstance(value, datetime.datetime) else value).isoformat(), ""
    if isinstance(value, bool):
        return "", "it says true or false; type words"
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), ""
    text = "" if value is None else str(value)
    if _ERRORS.fullmatch(text.strip()):
        return "", f"it shows {text.strip()}, an error of the spreadsheet"
    return _tidy(text, paragraphs=name in _PARAGRAPHS), ""


def chosen(text: str, name: str, options: Sequence[Choice]) -> tuple[str, str]:
    """Give the id of a chosen word in whatever letters and language it was typed, or else what is wrong with it."""
    for key, word in options:
        if text == key or fold(text) == fold(word):
            return key, ""
    known = {key for key, _ in options}
    found = {key for key in in_any_language(name, text) if key in known}
    if len(found) == 1:
        return found.pop(), ""
    close = nearest(text, [word for _, word in options])
    return "", f"{text[:60]!r} is not in the list{f'; nearest: {close}' if close else ''}"


def _tidy(text: str, *, paragraphs: bool) -> str:
    """Take out signs that nobody sees; keep line breaks where there may be paragraphs."""
    text = _NOTHING.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    if not paragraphs:
        text = " ".join(text.split())
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Cn"))
    return "".join(kept).strip()
