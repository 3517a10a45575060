"""Checks of rounds: they do not overlap, everybody may know of them, and requests belong to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import REQUESTS, ROUNDS
from pledgekit.model.levels import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.edition import Round

__all__ = ["missing_round", "narrow_round", "overlap"]


def missing_round(scope: Scope) -> Iterator[Finding]:
    """Who is asked is asked in a round."""
    held = {(each.owner, each.period.first, each.period.last) for each in scope.live(ROUNDS)}
    for each in scope.live(REQUESTS):
        owner = each.declaration.owner
        if (owner, each.period.first, each.period.last) in held or scope.may_hold(owner):
            continue
        if scope.find(each.declaration) is not None:
            yield Finding("missing-round", each, ("period",), f"{owner} has no round {each.period}")


def overlap(scope: Scope) -> Iterator[Finding]:
    """The rounds of a declaration speak of different times."""
    latest: dict[str, Round] = {}
    for each in sorted(scope.live(ROUNDS), key=lambda each: (each.period.first, each.period.last, each.id)):
        before = latest.get(each.owner)
        if before is not None and before.period.overlaps(each.period):
            message = f"{each.period} overlaps {before.period}, the period of {before.ref}"
            yield Finding("rounds-overlap", each, ("period",), message)
        if before is None or before.period.last < each.period.last:
            latest[each.owner] = each


def narrow_round(scope: Scope) -> Iterator[Finding]:
    """That a round was held is public; who may see the answers is said by `responses`."""
    for each in scope.live(ROUNDS):
        if each.visibility not in (None, Visibility.PUBLIC):
            yield Finding("narrow-round", each, ("visibility",), f'a round is never "{each.visibility}"')
