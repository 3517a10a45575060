"""Checks of totals that others printed: each speaks of a figure of ours; a difference is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.ids import nearest
from pledgekit.model.kinds import COMMITMENTS, DECLARATIONS, PUBLISHED
from pledgekit.model.levels import Audience
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.view import View

__all__ = ["CLAUSE_FIGURES", "FIGURES", "differs", "unknown_figure"]

FIGURES: Final = frozenset(
    {
        "signatories",
        "signatories/undated",
        "countries",
        "cities-with-action",
        "actions",
        "actions/after",
        "actions/unknown",
        "actions/before",
        "actions-with-evidence",
        "actions-elsewhere",
        "statements",
        "statements-elsewhere",
        "response-rate",
    }
)
# What is counted of one commitment; the ref stands in front: hague-2022/speak-out/actions.
CLAUSE_FIGURES: Final = frozenset(
    {
        "cities-with-action",
        "actions",
        "actions/before",
        "statements",
        "not-settled",
        "not-yet-rated",
        "assessed/none",
        *(f"{lane}/{level}" for lane in ("completion", "assessed") for level in SCALES["completion"].words),
    }
)


def unknown_figure(scope: Scope) -> Iterator[Finding]:
    """A published total can be laid beside a figure of ours."""
    for each in scope.live(PUBLISHED):
        if each.figure in FIGURES:
            continue
        clauses = (clause.ref for clause in scope.live(COMMITMENTS) if clause.owner == each.owner)
        known = {*FIGURES, *(f"{ref}/{name}" for ref in clauses for name in CLAUSE_FIGURES)}
        if each.figure not in known and each.owner not in scope.doubtful:
            close = nearest(each.figure, known)
            hint = f"; nearest: {close}" if close else ""
            yield Finding("unknown-figure", each, ("figure",), f"{each.figure!r} is not a figure{hint}")


def differs(scope: Scope) -> Iterator[Finding]:
    """Where others printed another total than ours of that day, somebody has said why."""
    held = {each.owner for each in scope.live(DECLARATIONS)}
    views: dict[datetime.date, View] = {}
    for each in scope.live(PUBLISHED):
        if each.why or each.owner not in held or not scope.register.complete:
            continue
        from pledgekit.figures import figures, tally_all
        from pledgekit.view import Lens, look

        day = each.as_of.last
        if day not in views:
            views[day] = look(scope.register, Lens(as_of=day, audience=Audience.INTERNAL))
        ours = figures(tally_all(views[day], each.owner)).get(each.figure)
        if ours is not None and not ours.value - len(ours.uncertain) <= each.value <= ours.value:
            message = f"others printed {each.value} for {each.figure!r}, we count {ours.value} on that day"
            yield Finding("published-differs", each, ("value",), message)
