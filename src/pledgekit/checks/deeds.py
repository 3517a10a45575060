"""Checks of when actions lay: dated themselves, after their declaration, and within the period they are named for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.dates import Certainty
from pledgekit.ids import Ref
from pledgekit.model.deeds import Action
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, DECLARATIONS, EVENTS, SELECTIONS, UPDATES
from pledgekit.model.levels import EventState, Timing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.edition import Selection
    from pledgekit.model.lanes import Assessment, Update

__all__ = ["before_declaration", "outside_period", "planned_past", "undated"]


def before_declaration(scope: Scope) -> Iterator[Finding]:
    """What lay before a declaration is listed apart, and never as its outcome."""
    from pledgekit.figures.timing import timing  # figures need not be read by those who ask for errors only

    adopted = {each.owner: each.adopted for each in scope.live(DECLARATIONS)}
    for each in scope.live(ACTIONS):
        for owner in dict.fromkeys(ref.owner for ref in each.commitments):
            if owner in adopted and timing(each, adopted[owner]) is Timing.BEFORE:
                message = f"{each.ref} lay before {owner} was adopted ({adopted[owner]})"
                yield Finding("before-declaration", each, ("commitments",), message)


def undated(scope: Scope) -> Iterator[Finding]:
    """When an action was is known, not only when it was described. One line a city: there are many."""
    found: dict[str, list[Action]] = {}
    for each in scope.live(ACTIONS):
        if each.described is not None and each.date is None and each.start is None and each.end is None:
            found.setdefault(each.owner, []).append(each)
    for owner, actions in found.items():
        first, more = actions[0], len(actions) - 1
        named = f"{first.ref} is" if not more else f"{first.ref} and {more} more of {owner} are"
        yield Finding("undated-action", first, ("described",), f"{named} described, and not dated")


def outside_period(scope: Scope) -> Iterator[Finding]:
    """What is said of a period was said and done in it, or after it."""
    from pledgekit.figures.timing import belongs

    naming: list[Update | Selection] = [*scope.live(UPDATES), *scope.live(SELECTIONS)]
    for each in naming:
        for number, ref in enumerate(each.actions):
            action = scope.find(ref)
            if isinstance(action, Action) and belongs(action, each.period, scope.today) is Certainty.NO:
                yield Finding("outside-period", each, ("actions", number), f"{ref} lay outside {each.period}")
    speaking: list[Update | Assessment] = [*scope.live(UPDATES), *scope.live(ASSESSMENTS)]
    for said in speaking:
        if said.date is not None and said.date.earlier_than(said.period.first) is Certainty.CERTAINLY:
            message = f"{said.date} lies before {said.period}, the period it speaks of"
            yield Finding("outside-period", said, ("date",), message)


def planned_past(scope: Scope) -> Iterator[Finding]:
    """Of an event whose day has passed, somebody says whether it took place."""
    for each in scope.live(EVENTS):
        if each.state == EventState.PLANNED and (each.end or each.start).earlier_than(scope.today) is (
            Certainty.CERTAINLY
        ):
            yield Finding("planned-past", each, ("state",), f"{Ref(each.owner, each.id)} was planned for {each.start}")
