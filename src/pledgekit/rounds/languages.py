"""In which language a city is asked: its own where the catalogue was reviewed, else English. Part of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.catalogues import FORM_LANGUAGES
from pledgekit.errors import UsageError
from pledgekit.words import Words

if TYPE_CHECKING:
    from pledgekit.model.city import City

__all__ = ["Chosen", "insist_known", "language_for"]

_ENGLISH: Final = "en"


class Chosen(NamedTuple):
    """The words of a form, the language that was wanted, and what is to be said of that: nothing where it is reviewed.

    `note` is `in-english` or `in-english-draft` where English took its place, `drafted` where a draft is used.
    """

    words: Words
    wanted: str
    note: str = ""


def language_for(city: City, lang: str, *, allow_draft: bool) -> Chosen:
    """Choose the language asked for, else the city's first, else English.

    A draft, which nobody has reviewed, is used only with `allow_draft`.
    """
    wanted = lang or next(iter(city.languages), "") or _ENGLISH
    name = wanted.partition("-")[0].lower()
    if name not in FORM_LANGUAGES:
        return Chosen(Words(_ENGLISH), wanted, "in-english")
    words = Words(name)
    if not words.reviewed_by and not allow_draft:
        return Chosen(Words(_ENGLISH), wanted, "in-english-draft")
    return Chosen(words, wanted, "" if words.reviewed_by else "drafted")


def insist_known(lang: str) -> None:
    """Raise UsageError, naming those there are, for a language that has no catalogue; none at all is fine."""
    if lang and lang.partition("-")[0].lower() not in FORM_LANGUAGES:
        raise UsageError(f"no form in the language {lang!r}", remedy=f"languages: {', '.join(FORM_LANGUAGES)}")
