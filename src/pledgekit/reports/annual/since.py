"""Compare an update with the edition of an earlier day: what is new, changed, ended or corrected since. Fifth step.

It is `diff` between two looks for the same audience, kept to what the update itself tells of. What is retracted or said
otherwise is left to the corrections; so nothing that is no longer on record is told again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from pledgekit.diff import diff
from pledgekit.figures.scope import same_period
from pledgekit.ids import Ref
from pledgekit.model.kinds import (
    ACTIONS,
    ASSESSMENTS,
    CITIES,
    COMMITMENTS,
    ENDORSEMENTS,
    EVENTS,
    FINDINGS,
    OFFICIALS,
    PUBLISHED,
    REPLIES,
    ROUNDS,
    STEPS,
    UPDATES,
)
from pledgekit.model.lanes import Update
from pledgekit.model.levels import STATEMENT
from pledgekit.reports.annual.value import News
from pledgekit.reports.corrections.gather import corrected
from pledgekit.view.editions import edition

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.diff import Change
    from pledgekit.model.record import Record
    from pledgekit.reports.annual.value import AnnualReport
    from pledgekit.view import View

__all__ = ["compared"]

_TABLES: Final = frozenset(
    kind.table
    for kind in (
        *(COMMITMENTS, ROUNDS, EVENTS, FINDINGS, STEPS, PUBLISHED, CITIES),
        *(OFFICIALS, ENDORSEMENTS, ACTIONS, UPDATES, ASSESSMENTS, REPLIES),
    )
)
# What moves on without anything having been wrong: key → what it is called, the first that changed.
_MOVES: Final = {
    ACTIONS.table: {"status": "moved", "confirmed": "confirmed", "results": "measured"},
    COMMITMENTS.table: {"text": "reworded", "title": "reworded", "wording": "reworded", "number": "reworded"},
    EVENTS.table: {"state": "moved"},
    STEPS.table: {"done": "done"},
    CITIES.table: {"until": "ended", "successor": "ended"},
}


def compared(report: AnnualReport, view: View, since: datetime.date) -> AnnualReport:
    """Give the update with what changed since the edition of a day.

    Raises NotFound where nothing, or not this declaration, was on record by then.
    """
    declaration = report.declaration.owner
    before = edition(view, since, declaration)
    told = _told(report, view)
    news = (each for change in diff(before, view).changes for each in _news(change, view, report))
    return attrs.evolve(
        report,
        since=since,
        changes=tuple(each for each in news if each.table == UPDATES.table or each.record.ref in told[each.table]),
        corrections=tuple(corrected(view, declaration, since)),
    )


def _told(report: AnnualReport, view: View) -> dict[str, set[Ref]]:
    """Give the records that the update tells of, table by table.

    Signatories are judged at the end of the newest period; without a period, who came or left after it is news too.
    """
    held: dict[str, list[Record]] = {
        COMMITMENTS.table: [each.commitment for each in report.commitments],
        EVENTS.table: [*report.events],
        FINDINGS.table: [*report.findings],
        STEPS.table: [*report.steps],
        PUBLISHED.table: [*report.published],
        ROUNDS.table: [report.round] if report.round else [],
        OFFICIALS.table: [official for each in report.signatories for official in each.officials],
    }
    told = {table: {each.ref for each in records} for table, records in held.items()}
    judged = {each.cell.assessment for each in report.matrix} if report.responses_seen else set()
    told[ASSESSMENTS.table] = {each for each in judged if isinstance(each, Ref)}
    told[REPLIES.table] = {each.ref for each in view.all(REPLIES) if each.assessment in judged}
    told[CITIES.table] = {Ref(each.city) for each in report.signatories}
    acts = [*report.former, *report.announced, *(act for each in report.signatories for act in each.acts)]
    if report.period is None:
        acts = [each for each in view.all(ENDORSEMENTS) if each.declaration == report.declaration.ref]
    told[ENDORSEMENTS.table] = {each.ref for each in acts}
    told[ACTIONS.table] = {*report.before, *report.elsewhere}
    for each in report.commitments:
        told[ACTIONS.table] |= {*each.actions, *each.statements}
    return told


def _news(change: Change, view: View, report: AnnualReport) -> Iterator[News]:
    """Say what a change is to readers; nothing where it is none, or a correction."""
    if change.after is None or change.table not in _TABLES:
        return
    after: Any = change.after
    if change.table == UPDATES.table:
        yield from _answer(change, view, report)
    elif change.what in ("new", "ended"):
        if change.table == CITIES.table:
            return  # it is news by its endorsement
        said = change.table == ACTIONS.table and after.kind == STATEMENT
        judged = view.get(ASSESSMENTS, after.assessment) if change.table == REPLIES.table else None
        yield News(table=change.table, what="said" if said else change.what, record=after, judged=judged)
    else:
        keys = {each.key for each in change.keys}
        moves = [what for key, what in _MOVES.get(change.table, {}).items() if key in keys]
        if moves:
            yield News(table=change.table, what=moves[0], record=after)


def _answer(change: Change, view: View, report: AnnualReport) -> Iterator[News]:
    """Tell an answer of the period that the matrix shows; beside it the one before, while that is still on record."""
    after, before = change.after, change.earlier or change.before
    if not isinstance(after, Update) or (change.what == "changed" and before is not None and before.ref == after.ref):
        return
    shown = report.responses_seen and same_period(after.period, report.cell_period) and after.owner in report.states
    if shown and after.commitment in {each.commitment.ref for each in report.commitments}:
        earlier = before if isinstance(before, Update) and view.get(UPDATES, before.ref) == before else None
        level = (after.completion, after.instead)
        moved = earlier is not None and (earlier.completion, earlier.instead) != level
        yield News(table=change.table, what="moved" if moved else "new", record=after, earlier=earlier)
