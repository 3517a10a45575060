"""Telephone numbers, e-mail addresses and those of pages: texts → what to look for. Part of scanning.

A number is known by its last digits, so that the country's code and the zero in front do not count, nor do marks and
blanks between. Digits within a longer word are none. Of texts, only what looks like a number to call is taken.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Generic, TypeVar
from urllib.parse import unquote

from pledgekit.scanning.search import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Numbers", "emails", "hints", "numbers"]

T = TypeVar("T")

_FEWEST: Final = 7  # digits of a number to call without its country and area
_SURE: Final = 8  # last digits that no other number has but by chance
_MOST: Final = 15  # digits of any number to call (E.164)
_GAP: Final = r"[\s().\u2010-\u2015/-]{0,3}"
_CHAIN: Final = re.compile(r"(?<![^ ])[0-9]+(?: [0-9]+)*(?![^ ])")  # in folded text
_DAY: Final = re.compile(r"\b(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d))\b")
_CALLED: Final = re.compile(
    rf"(?:(?<![\w+.,/-])(?=\+|\(?0\d)|\b(?:tel|phone|mob|cell|fax|gsm)\w*[\s.:]{{1,3}})[+(]?\d(?:{_GAP}\d)*"
)
_EMAIL: Final = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
_PAGE: Final = re.compile(r"https?://[^\s/?#\"'<>]+/([^\s\"'<>]+)", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.\w{2,5}$")


def emails(text: str) -> Iterator[str]:
    """Yield the e-mail addresses in a text, folded: plainly, and with words for their marks."""
    for found in _EMAIL.finditer(text):
        name, _, place = found[0].partition("@")
        yield folded(found[0])
        yield folded(f"{name} at {place}")
        yield folded(f"{name} at {place}".replace(".", " dot "))
        yield folded(f"{name} at {place.replace('.', ' dot ')}")


def hints(text: str) -> Iterator[str]:
    """Yield what gives an address away by itself, folded: the name before the @ of a mail's, the path of a page's."""
    for found in _EMAIL.finditer(text):
        yield folded(found[0].partition("@")[0])
    for found in _PAGE.finditer(text):
        yield folded(_ENDING.sub("", unquote(found[1])))


def numbers(text: str, *, called: bool = False) -> Iterator[str]:
    """Yield the digits of the numbers to call in a text; `called` when the whole of it is known to be one."""
    for said in [text] if called else (each[0] for each in _CALLED.finditer(_DAY.sub("|", text))):
        digits = "".join(each for each in said if each in "0123456789")
        if (_FEWEST if called else _SURE) <= len(digits) <= _MOST:
            yield digits


class Numbers(Generic[T]):
    """Numbers to look for, each with what is to be told when it is found."""

    def __init__(self) -> None:
        """Begin without numbers."""
        self._known: dict[str, list[tuple[str, T]]] = {}

    def add(self, digits: str, tells: T) -> None:
        """Add a number by its digits."""
        self._known.setdefault(digits[-_FEWEST:], []).append((digits, tells))

    def find(self, text: str) -> Iterator[tuple[int, str, T]]:
        """Yield where in a folded text which number stands, and what is to be told of it."""
        for chain in _CHAIN.finditer(text) if self._known else ():
            starts = [at for at, letter in enumerate(chain[0]) if letter != " "]
            digits = chain[0].replace(" ", "")
            ends = [at for at, (one, two) in enumerate(pairwise(starts), 1) if two > one + 1]
            for end in (*ends, len(digits)):
                for number, tells in self._known.get(digits[max(end - _FEWEST, 0) : end], ()):
                    same = _same(number, digits[:end])
                    if same:
                        yield chain.start() + starts[end - same], number, tells

    def remove(self, digits: set[str]) -> None:
        """Take numbers out."""
        for end, held in self._known.items():
            self._known[end] = [each for each in held if each[0] not in digits]


def _same(one: str, two: str) -> int:
    """Give how many of their last digits two numbers share; none when too few for them to be the same."""
    shared = 0
    while shared < min(len(one), len(two)) and one[-1 - shared] == two[-1 - shared]:
        shared += 1
    local = not one[:-shared].strip("0") or not two[:-shared].strip("0")
    return shared if shared >= _SURE or (shared == _FEWEST and local) else 0
