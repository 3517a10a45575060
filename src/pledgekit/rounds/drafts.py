"""What a form comes to, as files: new records in one, a file for each correction, reviews of both. Part of planning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.errors import PledgekitError
from pledgekit.model.kinds import NOTES
from pledgekit.recording import correct, draft_together
from pledgekit.recording.answering import answered_request, has_answered
from pledgekit.rounds.permits import Consent, consented

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from pledgekit.dates import Period
    from pledgekit.datewords import Spoken
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.recording import Draft
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["Wanted", "drafted", "faults_of"]


class Wanted(NamedTuple):
    """A record to be: a new one of a kind, or the next revision of one; and the city's word on publishing it."""

    kind: Kind[Any]
    live: Record | None
    values: Mapping[str, object]
    what: str
    with_it: Mapping[str, object] = {}  # what makes no record differ by itself
    publish: str = ""
    place: str = ""


def drafted(
    register: Register,
    view: View,
    city: str,
    wanted: Sequence[Wanted],
    consents: Sequence[Consent],
    *,
    answered: tuple[Sequence[str], Period, Spoken, bool],
    shared: Mapping[str, object],
    by: str,
    now: datetime.datetime,
) -> tuple[Draft[Any], ...]:
    """Draft all; raises Refused for what a check forbids.

    `answered`: the declarations that were answered, period and day, and whether nothing else is new: then an answer
    that is on record, of whatever day, is not put there again. `shared` goes into each review.
    """
    new = [each for each in wanted if each.live is None and each.kind is not NOTES]
    notes = [(NOTES, each.values) for each in wanted if each.kind is NOTES]
    parts: list[tuple[Kind[Any], Mapping[str, object]]] = [(each.kind, each.values) for each in new]
    declarations, period, date, nothing_new = answered
    for declaration in declarations:
        if not (nothing_new and has_answered(register, city, declaration, period)):
            parts += answered_request(register, city, declaration, period, date)
    drafts: list[Draft[Any]] = []
    spoken_of = list(consents)
    if parts:
        made = draft_together(register, city, parts, by=by, now=now)
        drafts.append(made)
        records = (made.record, *made.beside)
        spoken_of += [Consent(r, each.publish) for each, r in zip(new, records, strict=False) if each.publish]
    if notes:  # for staff, so in a file of their own
        drafts.append(draft_together(register, city, notes, by=by, now=now))
    for each in wanted:
        if each.live is not None:
            changed = correct(register, each.live.ref, each.values, by=by, now=now)
            drafts.append(changed)
            if each.publish:
                spoken_of.append(Consent(changed.record, each.publish))
    after = register
    for draft in drafts:
        for record in (draft.record, *draft.beside):
            after = after.adding(record)
    return (*drafts, *consented(after, view, city, spoken_of, shared, by=by, now=now))


def faults_of(
    register: Register, city: str, wanted: Sequence[Wanted], *, by: str, now: datetime.datetime
) -> list[tuple[str, str, str]]:
    """Find which of some records cannot be drafted: the place, what it is, and why."""
    found = []
    for each in wanted:
        try:
            if each.live is None:
                draft_together(register, city, [(each.kind, each.values)], by=by, now=now)
            else:
                correct(register, each.live.ref, each.values, by=by, now=now)
        except PledgekitError as error:
            found.append((each.place, each.what, f"{error}"))
    return found
