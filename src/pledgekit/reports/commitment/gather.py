"""Gather the report of one commitment: its part of the implementation update, and what is related to it. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.errors import NotFound
from pledgekit.ids import Ref, is_ref, nearest
from pledgekit.model.kinds import COMMITMENTS, FINDINGS
from pledgekit.reports.annual import annual
from pledgekit.reports.commitment.value import CommitmentReport, Related
from pledgekit.reports.learning import learned
from pledgekit.reports.notes import opening, publishing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.dates import Period
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.dialogue import Finding
    from pledgekit.view import View

__all__ = ["commitment"]


def commitment(
    view: View, commitment: str, period: Period | None, *, despite_problems: bool = False
) -> CommitmentReport:
    """Make the report of a commitment, given by its ref; without a period, of everything up to as-of.

    `despite_problems`: it was asked for whether or not the register has errors, and says so.
    Raises NotFound for what is no commitment in use; of one that official clauses took the place of, it names those.
    """
    held = view.get(COMMITMENTS, Ref.parse(commitment)) if is_ref(commitment) else None
    if held is None:
        known = [str(each.ref) for each in view.all(COMMITMENTS)]
        close = nearest(commitment, known)
        raise NotFound(f"{commitment} is no commitment seen here", nearest=[close] if close else ())
    whole = annual(view, held.owner, period, despite_problems=despite_problems)
    clause = next((each for each in whole.commitments if each.commitment.ref == held.ref), None)
    if clause is None:
        raise NotFound(
            f"{commitment} is no longer in use: other clauses took its place",
            nearest=[str(each) for each in held.superseded_by],
        )
    before = tuple(ref for ref in whole.before if held.ref in whole.deeds[ref].filed)
    elsewhere = tuple(ref for ref in whole.elsewhere if held.ref in whole.deeds[ref].filed)
    refs = dict.fromkeys([*clause.examples, *clause.actions, *clause.statements, *before, *elsewhere])
    shown = [whole.deeds[ref] for ref in dict.fromkeys([*clause.examples, *clause.statements, *before, *elsewhere])]
    own = {each.cell.city.owner: each.cell for each in whole.matrix if each.cell.commitment == held.ref}
    return CommitmentReport(
        tool_version=whole.tool_version,
        register=whole.register,
        period=period,
        as_of=whole.as_of,
        known_on=whole.known_on,
        audience=whole.audience,
        for_city=whole.for_city,
        deeds={ref: whole.deeds[ref] for ref in refs},
        notes=(
            *opening(shown, [held], view, despite_problems=despite_problems),
            *publishing([whole.declaration.publisher], view.lens.audience),
        ),
        cities=whole.cities,
        learned=learned(view, refs),
        declaration=whole.declaration,
        commitments=tuple(each.commitment for each in whole.commitments),
        clause=clause,
        before=before,
        elsewhere=elsewhere,
        cell_period=whole.cell_period,
        responses_seen=whole.responses_seen,
        cells=tuple(own[city] for city in whole.states if city in own),
        judgements=tuple(each for each in whole.judgements if each.cell.commitment == held.ref),
        related=tuple(_related(view, held)),
        findings=tuple(_findings(view, set(refs))),
    )


def _related(view: View, held: Commitment) -> Iterator[Related]:
    """Yield like commitments of other declarations that this view holds."""
    for each in held.maps_to:
        other = view.get(COMMITMENTS, each.commitment)
        declaration = view.declaration(each.commitment.owner)
        if other is not None and declaration is not None:
            yield Related(other, declaration, each.relation)


def _findings(view: View, refs: set[Ref]) -> Iterator[Finding]:
    found = [each for each in view.all(FINDINGS) if refs & set(each.examples)]
    yield from sorted(found, key=lambda each: (each.year or 0, each.number or 0, each.owner, each.id))
