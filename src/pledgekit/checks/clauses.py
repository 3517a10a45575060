"""Checks of clauses over time: what took their place, and what was said of other words than theirs now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ASSESSMENTS, COMMITMENTS, UPDATES
from pledgekit.model.levels import Instead

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.checks.scope import Scope
    from pledgekit.ids import Ref
    from pledgekit.model.lanes import Assessment, Update

__all__ = ["changed", "chain", "circle", "included_in"]


def circle(scope: Scope) -> Iterator[Finding]:
    """What took a clause's place is not that clause again."""
    onward = {each.ref: each.superseded_by for each in scope.live(COMMITMENTS)}
    for each in scope.live(COMMITMENTS):
        if each.ref in _reached(each.ref, onward):
            message = f"{each.ref} takes its own place in the end"
            yield Finding("superseded-circle", each, ("superseded_by",), message)


def chain(scope: Scope) -> Iterator[Finding]:
    """What took a clause's place is in use itself."""
    onward = {each.ref: each.superseded_by for each in scope.live(COMMITMENTS)}
    for each in scope.live(COMMITMENTS):
        for number, ref in enumerate(each.superseded_by):
            if onward.get(ref) and each.ref not in _reached(ref, onward):
                named = ", ".join(map(str, onward[ref]))
                message = f"{ref} was superseded in its turn, by {named}"
                yield Finding("superseded-chain", each, ("superseded_by", number), message)


def _reached(start: Ref, onward: Mapping[Ref, tuple[Ref, ...]]) -> set[Ref]:
    """Give every clause that one leads to, step by step."""
    found: set[Ref] = set()
    waiting = list(onward.get(start, ()))
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting += onward.get(ref, ())
    return found


def changed(scope: Scope) -> Iterator[Finding]:
    """What was said of a clause was said of its words as they are."""
    clauses = {each.ref: each for each in scope.live(COMMITMENTS)}
    now: dict[Ref, str] = {}
    given: list[Update | Assessment] = [*scope.live(UPDATES), *scope.live(ASSESSMENTS)]
    for each in given:
        clause = clauses.get(each.commitment)
        if not each.clause_seen or clause is None:
            continue
        if clause.ref not in now:
            now[clause.ref] = fingerprint(clause)
        if each.clause_seen != now[clause.ref]:
            yield Finding("clause-changed", each, ("clause_seen",), f"{each.commitment} reads otherwise now")


def included_in(scope: Scope) -> Iterator[Finding]:
    """Who reports it in the city's place is named exactly where another one does."""
    for each in scope.live(UPDATES):
        elsewhere = each.instead == Instead.INCLUDED_ELSEWHERE
        if elsewhere and each.included_in is None:
            message = f'"{each.instead}", and "included_in" names nobody'
            yield Finding("included-in", each, ("instead",), message)
        elif not elsewhere and each.included_in is not None:
            message = f'"included_in" is given without instead = "{Instead.INCLUDED_ELSEWHERE}"'
            yield Finding("included-in", each, ("included_in",), message)
