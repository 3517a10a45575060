"""Gather the yearly synthesis: what dialogues found, on what it builds, what shows it. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.kinds import ACTIONS, FINDINGS
from pledgekit.reports.annual import annual
from pledgekit.reports.findings.value import FindingsReport
from pledgekit.reports.gathering import commitments_of, deed_at
from pledgekit.reports.notes import opening, publishing

if TYPE_CHECKING:
    from pledgekit.dates import Period
    from pledgekit.view import View

__all__ = ["findings"]


def findings(view: View, declaration: str, period: Period | None, *, despite_problems: bool = False) -> FindingsReport:
    """Make the synthesis of the years of a period; without one, of all years up to as-of.

    `despite_problems`: it was asked for whether or not the register has errors, and says so.
    Raises NotFound for a declaration that this view does not hold.
    """
    whole = annual(view, declaration, period, despite_problems=despite_problems)
    synthesis = [each for each in whole.findings if each.event is None]
    of_dialogues = [each for each in whole.findings if each.event is not None]
    seen = {each.ref for each in view.all(ACTIONS)}
    cited = dict.fromkeys(ref for each in whole.findings for ref in each.examples if ref in seen)
    deeds = {ref: whole.deeds.get(ref) or deed_at(view, ref) for ref in cited}
    held = {each.ref: each for each in view.all(FINDINGS)}
    commitments = commitments_of(view)
    filed = {ref for each in deeds.values() for ref in each.filed}
    return FindingsReport(
        tool_version=whole.tool_version,
        register=whole.register,
        period=period,
        as_of=whole.as_of,
        known_on=whole.known_on,
        audience=whole.audience,
        for_city=whole.for_city,
        deeds=deeds,
        notes=(
            *opening(
                tuple(deeds.values()),
                [each for each in commitments if each.ref in filed],
                view,
                despite_problems=despite_problems,
            ),
            *publishing([whole.declaration.publisher], view.lens.audience),
        ),
        cities=whole.cities,
        declaration=whole.declaration,
        commitments=commitments,
        synthesis=tuple(synthesis),
        of_dialogues=tuple(of_dialogues),
        events=whole.events,
        earlier={ref: held[ref] for each in whole.findings for ref in each.builds_on if ref in held},
    )
