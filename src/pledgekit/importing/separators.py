"""What parts the columns of a CSV text: as somebody says, else as all its rows allow. Part of the first step.

A wrong separator shows at once, so it may be found out; what two could be is asked, and what was taken is always said.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from pledgekit.errors import Refused, UsageError

__all__ = ["SEPARATORS", "meant", "separator_of", "told"]

SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
_NAMES: Final = {sign: name for name, sign in SEPARATORS.items()}
_SPELT: Final = {**SEPARATORS, **{sign: sign for sign in SEPARATORS.values()}, "\\t": "\t"}
_FIRST: Final = re.compile(r"sep=([^\r\n]?)[^\r\n]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_LOOKED_AT: Final = 1_000  # rows by which candidates are told apart


def meant(word: str) -> str:
    """Give the sign that somebody names, by its name or itself; raises UsageError for another."""
    if word.lower() not in _SPELT:
        raise UsageError(f"no separator {word!r}", remedy=f"one of: {', '.join(SEPARATORS)}")
    return _SPELT[word.lower()]


def told(text: str) -> tuple[str, str]:
    """Take off a first line `sep=;`, as spreadsheets know it: give its sign, "" for one not known, and the rest."""
    first = _FIRST.match(text)
    if first is None:
        return "", text
    return (first[1] if first[1] in _NAMES else ""), text[first.end() :]


def separator_of(text: str, file: str, asked: str = "") -> tuple[str, str]:
    """Give the sign that parts the columns and its name, "" for a list of one column.

    Raises Refused for what was asked for where it parts nothing and another does, and where two do so equally well.
    """
    widths = {sign: _widths(text, sign) for sign in _NAMES}
    found = {sign: each[0] for sign, each in widths.items() if each and each[0] > 1}
    if asked:
        if asked not in found and found:
            other = max(found, key=lambda each: found[each])
            message = f"its first row has no {_NAMES[asked]}"
            raise Refused(message, file=file, remedy=f"it seems to want --separator {_NAMES[other]}")
        return asked, _NAMES[asked]
    if not found:
        return ",", ""
    fitting = {sign: wide for sign, wide in found.items() if set(widths[sign]) == {wide}} or found
    best = [sign for sign, wide in fitting.items() if wide == max(fitting.values())]
    if len(best) > 1:
        names = " or ".join(_NAMES[each] for each in best)
        raise Refused(f"its columns may be parted by {names}", file=file, remedy="say which with --separator")
    return best[0], _NAMES[best[0]]


def _widths(text: str, sign: str) -> list[int]:
    """Give how many cells the first rows have that are not empty, as far as they can be read."""
    made: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            if any(each.strip() for each in cells):
                made.append(len(cells))
            if len(made) > _LOOKED_AT:
                break
    except csv.Error:
        pass  # said when the rows are read
    return made
