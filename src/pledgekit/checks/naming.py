"""Checks of what is told without its city's name: that its text does not give the name away, and who may write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ACTIONS, CITIES, CONTACTS, ENDORSEMENTS, OFFICIALS, REVIEWS, kind_of
from pledgekit.model.levels import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.city import City
    from pledgekit.model.deeds import Action

__all__ = ["by_hand", "hidden_name", "name_in_text"]


def name_in_text(scope: Scope) -> Iterator[Finding]:
    """What is to be told without a name does not say it, nor leave too few by naming others; else it is left out."""
    for action in _under_leave(scope, "named"):
        message = "it may be published without its city's name, and its text gives that away: it is left out"
        yield Finding("name-in-text", action, ("title",), message)
    for action in _under_leave(scope, "others"):
        message = "its text names other cities, and fewer than three are left that could be meant: it is left out"
        yield Finding("name-in-text", action, ("title",), message)


def hidden_name(scope: Scope) -> Iterator[Finding]:
    """What is told without a name holds none that leads there, not even one that only staff can connect with it."""
    for action in _under_leave(scope, "told"):
        from pledgekit.view.unnamed import names_of, texts_of, unnamed

        city = next(each for each in scope.live(CITIES) if each.owner == action.owner)
        people: list[Any] = [*scope.live(OFFICIALS), *scope.live(CONTACTS)]
        names = names_of(
            city,
            (each for each in scope.live(CITIES) if each.parent == city.ref),
            (each for each in scope.live(ENDORSEMENTS) if each.owner == city.owner),
            (each.name for each in people if each.owner == city.owner),
        )
        if names.found_in(texts_of(unnamed(action, city, ()))):
            message = "it is told without its city's name, and its text holds a name that leads there"
            yield Finding("hidden-name", action, ("title",), message)


def by_hand(scope: Scope) -> Iterator[Finding]:
    """An owner that stands for several cities holds what an export wrote, and nothing else."""
    for city in scope.live(CITIES):
        if city.owner in scope.unnamed:
            held = [each for table in scope.tables.values() for each in table if each.owner == city.owner]
            if not all(_exported(each, city) for each in held):
                yield Finding("unnamed-by-hand", city, ("kind",), "what it holds is not what an export writes")


def _exported(record: Any, city: City) -> bool:  # noqa: ANN401  of any kind
    from pledgekit.view.unnamed import stand_in, unnamed

    if record is city:
        return bool(city == stand_in(city.owner))
    return kind_of(record) is ACTIONS and bool(record == unnamed(record, city, record.commitments))


def _under_leave(scope: Scope, naming: str) -> Iterator[Action]:
    """Yield the live actions of which this becomes for the public, today or later."""
    leave = any(each.verdict == Verdict.MAY_PUBLISH_UNNAMED for each in scope.live(REVIEWS))
    if leave and scope.register.complete:
        became = scope.namings
        yield from (each for each in scope.live(ACTIONS) if became.get(each.ref) == naming)
