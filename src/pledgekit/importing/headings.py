"""How people head the columns of their lists, in the languages that a city can be asked in. Part of the second step.

What a heading tells is looked up in the catalogues; which key that is depends on the kind. A key's own name goes first.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from pledgekit.catalogues import FORM_LANGUAGES
from pledgekit.exports.tables import OWNER, columns
from pledgekit.ids import fold
from pledgekit.model.kinds import CITY, DECLARATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.kinds import Kind

__all__ = ["headings"]

# What a column tells → the keys that may hold it: the first that the kind has.
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("date", "start", "adopted", "opens"),
    "commitment": ("commitments", "commitment"),
    "source": ("evidence", "sources"),
    "link": ("evidence.0.url", "sources.0.url"),
    "population": ("population.value",),
}


def headings(kind: Kind[Any]) -> dict[str, str]:
    """Give keys of a kind by folded headings; a heading that would be two keys, in two languages, is left out."""
    known = columns(kind)
    made: dict[str, str] = {}
    doubtful: set[str] = set()
    for lang in FORM_LANGUAGES:
        told: Mapping[str, tuple[str, ...]] = import_module(f"pledgekit.catalogues.{lang}.headings").HEADINGS
        for what, names in told.items():
            key = _key(kind, what, known)
            for name in map(fold, names if key else ()):
                if made.setdefault(name, key) != key:
                    doubtful.add(name)
    return {name: key for name, key in made.items() if name not in doubtful}


def _key(kind: Kind[Any], what: str, known: tuple[str, ...]) -> str:
    """Give the key of a kind under which a column of this kind belongs; empty for none."""
    if what == "city" and kind.home == CITY:
        return "name" if kind.single else OWNER
    if what == "declaration" and kind.home == DECLARATION and not kind.single:
        return OWNER
    return next((each for each in _KEYS.get(what, (what,)) if each.partition(".")[0] in known), "")
