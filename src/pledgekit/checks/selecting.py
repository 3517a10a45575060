"""Checks of the examples chosen for an edition: every clause has its choice, of actions filed under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.dates import Certainty
from pledgekit.model.deeds import Action
from pledgekit.model.kinds import ACTIONS, COMMITMENTS, SELECTIONS
from pledgekit.model.levels import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.edition import Selection

__all__ = ["missing", "other_clause"]


def missing(scope: Scope) -> Iterator[Finding]:
    """Where examples were chosen for an edition, they were for every clause that has some in public."""
    from pledgekit.figures.timing import belongs  # figures need not be read by those who ask for errors only

    editions: dict[tuple[str, object, object], list[Selection]] = {}
    for each in scope.live(SELECTIONS):
        editions.setdefault((each.owner, each.period.first, each.period.last), []).append(each)
    for (owner, _, _), chosen in editions.items():
        period, done = chosen[0].period, {each.commitment for each in chosen}
        for clause in scope.live(COMMITMENTS):
            if clause.owner != owner or clause.superseded_by or clause.ref in done:
                continue
            if any(
                clause.ref in action.commitments
                and action.visibility is Visibility.PUBLIC
                and belongs(action, period, scope.today) is not Certainty.NO
                for action in scope.live(ACTIONS)
            ):
                message = f"examples were chosen for {period}, and none for {clause.ref}"
                yield Finding("missing-selection", chosen[0], ("period",), message)


def other_clause(scope: Scope) -> Iterator[Finding]:
    """A chosen example is filed under the clause it is chosen for."""
    leads = {each.ref: {each.ref, *each.superseded_by} for each in scope.live(COMMITMENTS)}
    for each in scope.live(SELECTIONS):
        for number, ref in enumerate(each.actions):
            action = scope.find(ref)
            if isinstance(action, Action) and not any(
                each.commitment in leads.get(filed, {filed}) for filed in action.commitments
            ):
                message = f"{ref} is not filed under {each.commitment}"
                yield Finding("selection-mismatch", each, ("actions", number), message)
