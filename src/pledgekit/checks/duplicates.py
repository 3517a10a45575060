"""Checks of what is likely on record twice: records of an owner that say the same, or nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pledgekit.checks.scope import Finding
from pledgekit.dates import Certainty, Period
from pledgekit.ids import fold
from pledgekit.model.kinds import (
    ACTIONS,
    COMMITMENTS,
    CONTACTS,
    EVENTS,
    FINDINGS,
    PROFILES,
    PUBLISHED,
    SELECTIONS,
    STEPS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.deeds import Action
    from pledgekit.model.kinds import Kind

__all__ = ["alike", "likely"]

_ALIKE: Final = 0.6  # how many of two titles' words must be shared to call them alike
# Kinds of which an owner has one record with the same natural key. Endorsements, answers and rounds have own checks.
_ONCE: Final[tuple[Kind[Any], ...]] = (
    COMMITMENTS,
    EVENTS,
    FINDINGS,
    STEPS,
    SELECTIONS,
    PUBLISHED,
    CONTACTS,
    PROFILES,
)


def alike(one: str, other: str) -> bool:
    """Tell whether two titles share most of their words."""
    return _close(_words(one), _words(other))


def _words(title: str) -> frozenset[str]:
    return frozenset(fold(title).split())


def _close(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared > 0 and shared >= _ALIKE * (len(one) + len(other) - shared)


def likely(scope: Scope) -> Iterator[Finding]:
    """A thing is on record once. Titles of a series, with other years or numbers in them, are not alike."""
    for kind in _ONCE:
        first: dict[tuple[object, ...], Any] = {}
        for each in scope.live(kind):
            key = (each.owner, *(_folded(getattr(each, name)) for name in kind.key))
            known = first.setdefault(key, each)
            if known is not each:
                yield Finding("likely-duplicate", each, (), f"{known.ref} says the same")
    by_city: dict[tuple[str, frozenset[str]], list[tuple[frozenset[str], Action]]] = {}
    for action in scope.live(ACTIONS):
        words = _words(action.title)
        others = by_city.setdefault((action.owner, frozenset(filter(str.isdigit, words))), [])
        twin = next((each for known, each in others if _close(words, known) and _same_time(each, action)), None)
        if twin is not None:
            yield Finding("likely-duplicate", action, ("title",), f"{twin.ref} has nearly the same title")
        others.append((words, action))


def _folded(value: object) -> object:
    return fold(value) if isinstance(value, str) else value


def _same_time(one: Action, other: Action) -> bool:
    """Tell whether two actions may have begun at the same time."""
    begun, when = one.date or one.start, other.date or other.start
    if begun is None or when is None:
        return True
    return Period("", begun.first, begun.last).meets(when, when) is not Certainty.NO
