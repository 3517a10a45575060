"""Checks of endorsements: each act stands once, nothing ends before it began, and who answers has endorsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.dates import Certainty
from pledgekit.model.kinds import ASSESSMENTS, DECLARATIONS, ENDORSEMENTS, UPDATES
from pledgekit.model.levels import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.lanes import Assessment, Update

__all__ = ["ended_first", "never", "twice"]

_AGAIN = Act.REAFFIRMED  # may well be done every year


def twice(scope: Scope) -> Iterator[Finding]:
    """A city signs a declaration once, unless it left in between."""
    for acts in _by_declaration(scope):
        done: dict[str, Endorsement] = {}
        for each in acts:
            first = done.get(each.act)
            if first is not None and (each.act != _AGAIN or each.date == first.date):
                message = f'{first.ref} says "{each.act}" of {each.declaration} as well'
                yield Finding("endorsed-twice", each, ("act",), message)
            if each.act == Act.ENDED:
                done.clear()
            else:
                done.pop(Act.ENDED, None)
            done[each.act] = each


def ended_first(scope: Scope) -> Iterator[Finding]:
    """An endorsement ends after it began."""
    adopted = {each.owner: each.adopted for each in scope.live(DECLARATIONS)}
    for acts in _by_declaration(scope):
        begun = [each for each in acts if each.act not in (Act.ENDED, Act.ANNOUNCED)]
        for each in acts:
            if each.act != Act.ENDED or scope.may_hold(each.owner):
                continue
            if not begun:
                yield Finding("ended-before-begun", each, ("act",), f"no endorsement of {each.declaration} is held")
                continue
            starts = [start.date or adopted.get(start.declaration.owner) for start in begun]
            known = [start for start in starts if start is not None]
            if (
                each.date is not None
                and len(known) == len(starts)
                and all(start.later_than(each.date.last) is Certainty.CERTAINLY for start in known)
            ):
                message = f"it ended {each.date}, and began {min(known, key=str)}"
                yield Finding("ended-before-begun", each, ("date",), message)


def never(scope: Scope) -> Iterator[Finding]:
    """Who answers a clause, or is judged by it, endorsed its declaration at some time. Anybody may act without that."""
    endorsed = {
        (each.owner, each.declaration.owner)
        for each in scope.live(ENDORSEMENTS)
        if each.act not in (Act.ENDED, Act.ANNOUNCED)
    }
    held: list[Update | Assessment] = [*scope.live(UPDATES), *scope.live(ASSESSMENTS)]
    for each in held:
        declaration = each.commitment.owner
        known = (each.owner, declaration) in endorsed or declaration not in scope.register.holdings
        if not known and not scope.may_hold(each.owner):
            message = f"no endorsement of {declaration} by {each.owner} is held, so no report shows this"
            yield Finding("never-endorsed", each, ("commitment",), message)


def _by_declaration(scope: Scope) -> Iterator[list[Endorsement]]:
    """Give each city's acts towards each declaration, undated ones first."""
    found: dict[tuple[str, str], list[Endorsement]] = {}
    for each in scope.live(ENDORSEMENTS):
        found.setdefault((each.owner, each.declaration.owner), []).append(each)
    for acts in found.values():
        yield sorted(acts, key=_order)


def _order(act: Endorsement) -> tuple[str, bool, str]:
    return (act.date.last.isoformat() if act.date else "", act.act == Act.ENDED, act.id)
