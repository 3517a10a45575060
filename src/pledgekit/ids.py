"""Ids and refs: how everything in a register is named. Layer 1, used by every step.

An *owner* is a declaration or a city; a record lies with one owner. A ref is `owner` or `owner/id`, spelt the same
everywhere. Names that people type are compared folded: accents, case and punctuation do not count.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ID_LENGTH", "ID_SHAPE", "REF_SHAPE", "Ref", "fold", "is_id", "is_ref", "is_reserved", "nearest", "slug"]

ID_LENGTH = 80
ID_SHAPE = "[a-z0-9]+(?:-[a-z0-9]+)*"
REF_SHAPE = f"{ID_SHAPE}(?:/{ID_SHAPE})?"
_ID = re.compile(ID_SHAPE)
_REF = re.compile(REF_SHAPE)
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_NOT_WORD = re.compile(r"[^a-z0-9]+")

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t"}
)


class Ref(NamedTuple):
    """The name of an owner (`id` empty) or of one record of it."""

    owner: str
    id: str = ""

    def __str__(self) -> str:
        """Give the one spelling: `owner` or `owner/id`."""
        return f"{self.owner}/{self.id}" if self.id else self.owner

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read `owner` or `owner/id`; raises ValueError for anything else."""
        if not is_ref(text):
            raise ValueError(text)
        owner, _, record = text.partition("/")
        return cls(owner, record)


def is_id(text: str) -> bool:
    """Tell whether the text is an id: lower-case words and digits joined by single hyphens, at most 80 characters."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def is_reserved(text: str) -> bool:
    """Tell whether Windows keeps the name for a device: no file or folder there can bear it."""
    return text in _RESERVED


def is_ref(text: str) -> bool:
    """Tell whether the text is `owner` or `owner/id`, both of them ids."""
    return _REF.fullmatch(text) is not None and all(len(part) <= ID_LENGTH for part in text.split("/"))


def fold(text: str) -> str:
    """Fold a name for comparison: lower case, no accents, one space between words ("Łódź-Bałuty" → "lodz baluty")."""
    plain = text.casefold().translate(_LETTERS)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    if plain.isascii():
        return _NOT_WORD.sub(" ", plain).strip()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def slug(text: str, length: int = ID_LENGTH) -> str:
    """Make the words of an id out of free text, at most `length` long; empty when no letter or digit of it is Latin."""
    words = [word for word in _NOT_WORD.sub(" ", fold(text)).split() if word.isascii()]
    made = "-".join(words)
    if len(made) <= length:
        return made
    cut = made[: length + 1].rpartition("-")[0]
    return cut or made[:length]


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Give the known word closest to a mistyped one, or nothing. It is only ever suggested, never assumed."""
    import difflib

    folded: dict[str, str] = {}
    for name in sorted(known):
        folded.setdefault(fold(name), name)
    close = difflib.get_close_matches(fold(word), list(folded), n=1, cutoff=cutoff)
    return folded[close[0]] if close else ""
