"""Words for dates become dates: "spring 2023" is some time within March to May 2023. Layer 1; used where people type.

The words and phrases of a language stand in `catalogues/<language>/dates.py`; this module knows none. What is said
loosely becomes an interval, and the words are kept beside it, since they are what gets printed.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from pledgekit.catalogues import LANGUAGES
from pledgekit.dates import PartialDate
from pledgekit.errors import UsageError
from pledgekit.ids import fold

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

__all__ = ["Spoken", "read_date"]

_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS = {"year": "[12][0-9]{3}", "next": "[0-9]{2}|[0-9]{4}"}
_EXACT = {"year", "month", "day"}  # said with these alone, words add nothing to the date
_MONTHS_OF = {"quarter": 3, "half": 6, "part": 4}  # how many months a quarter, a half, a third of a year has
_THIRDS = 3  # early, mid, late


class Spoken(NamedTuple):
    """A date as it was typed: what it means, and the words to print for it (empty when the date says all)."""

    date: PartialDate
    text: str = ""

    @property
    def value(self) -> datetime.date | str:
        """The value as a file has it: a date where the day is known, else text."""
        return self.date.first if self.date.exact and "/" not in self.date.text else self.date.text


def read_date(text: str, languages: Sequence[str] = LANGUAGES) -> Spoken:
    """Read a date as far as it is known, in figures or in words of these languages.

    Raises UsageError, naming what would be understood.
    """
    try:
        return Spoken(PartialDate.parse(text.strip()))
    except ValueError as error:
        figures = error
    said = " / ".join(fold(each) for each in text.split("/"))
    for language in languages:
        for phrase in _phrases(language):
            match = phrase.fullmatch(said)
            slots = match.groupdict() if match else {}
            found = _meant(_numbers(slots, language)) if slots else ""
            if found:
                loose = not slots.keys() <= _EXACT
                return Spoken(PartialDate.parse(found), " ".join(text.split()) if loose else "")
    if not re.search(r"[^\W\d]", text):
        raise UsageError(f"{figures}") from figures
    from pledgekit.words import words

    known = words(languages[0])
    examples = import_module(f"pledgekit.catalogues.{languages[0]}.dates").EXAMPLES
    raise UsageError(
        known.say("dates.unknown", text=repr(text)),
        remedy=known.say("dates.understood", examples=known.listed(examples)),
    ) from figures


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], ...]:
    """Make patterns of a language's phrases."""
    catalogue = import_module(f"pledgekit.catalogues.{language}.dates")
    slots = {name: _any_of(known) for name, known in catalogue.SLOTS.items()}
    slots |= _NUMBERS
    slots["until"] = slots["month"]
    ordinals = f"(?: ?(?:{_any_of(catalogue.ORDINALS)}))?" if catalogue.ORDINALS else ""
    leading = f"(?:(?:{_any_of(catalogue.LEADING)}) )?" if catalogue.LEADING else ""

    def group(match: re.Match[str]) -> str:
        name = match[1]
        if name == "day":
            return f"(?P<day>[0-9]{{1,2}}){ordinals}"
        return f"(?P<{name}>{slots[name]})"

    return tuple(re.compile(leading + _SLOT.sub(group, _folded(each))) for each in catalogue.PHRASES)


def _folded(phrase: str) -> str:
    """Fold the words between the slots of a phrase, and set slashes apart."""
    spaced = re.sub(r" */ *", " / ", phrase)
    return "".join(each if each[:1] == "{" else re.escape(each.casefold()) for each in re.split(r"(\{\w+\})", spaced))


def _any_of(known: Mapping[str, int] | Sequence[str]) -> str:
    return "|".join(re.escape(fold(each)) for each in sorted(known, key=len, reverse=True))


def _numbers(given: Mapping[str, str], language: str) -> dict[str, int]:
    """Give what each slot stands for."""
    slots = import_module(f"pledgekit.catalogues.{language}.dates").SLOTS
    known = {name: {fold(word): number for word, number in meanings.items()} for name, meanings in slots.items()}
    known["until"] = known["month"]
    return {name: known[name][text] if name in known else int(text) for name, text in given.items()}


def _meant(said: Mapping[str, int]) -> str:
    """Give the EDTF text of what was said; nothing when there is no such date."""
    year, month = said["year"], said.get("month", 0)
    if "next" in said:
        return _two_years(year, said["next"], winter="winter" in said)
    if "winter" in said:  # at either end of the year: nobody knows which is meant
        return f"{year - 1:04}-12/{year + 1}-02"
    if "until" in said:
        return _months(year, month, said["until"]) if month < said["until"] else ""
    if "season" in said:
        first = said["season"]
        return _months(year, first, first + 2) if "part" not in said else _months(year, first + said["part"] - 1)
    if not month:
        name, place = next((name, said[name]) for name in _MONTHS_OF if name in said)
        return _months(year, (place - 1) * _MONTHS_OF[name] + 1, place * _MONTHS_OF[name])
    last = PartialDate.parse(_months(year, month)).last.day
    if "day" in said:
        return f"{year}-{month:02}-{said['day']:02}" if 1 <= said["day"] <= last else ""
    if "part" in said:
        return _days(year, month, said["part"] * 10 - 9, last if said["part"] == _THIRDS else said["part"] * 10)
    if "half" in said:
        return _days(year, month, 1, 15) if said["half"] == 1 else _days(year, month, 16, last)
    return _months(year, month)


def _two_years(year: int, following: int, *, winter: bool) -> str:
    """Give "2023/24": some time within the two years; of a winter, its months."""
    if following not in (year + 1, (year + 1) % 100):
        return ""
    return f"{year}-12/{year + 1}-02" if winter else f"{year}/{year + 1}"


def _months(year: int, first: int, last: int = 0) -> str:
    return f"{year}-{first:02}/{year}-{last:02}" if last else f"{year}-{first:02}"


def _days(year: int, month: int, first: int, last: int) -> str:
    return f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"
