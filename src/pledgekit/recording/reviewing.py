"""What a review is bound to: records as they are, and, where they still hold, the clauses they were held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.errors import NotFound, Refused, UsageError
from pledgekit.figures.leading import Leading
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, COMMITMENTS, UPDATES, kind_of
from pledgekit.model.levels import Verdict
from pledgekit.view.order import newest
from pledgekit.view.takingback import last_words, taken_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.acts import Review
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["held_against", "insist_unchanged", "seen_now"]


def seen_now(register: Register, targets: Sequence[Ref]) -> list[dict[str, object]]:
    """Give what a review of these records lists: each with the fingerprint of its content now. Raises NotFound."""
    return [{"record": str(ref), "content": fingerprint(_now(register, ref))} for ref in targets]


def held_against(register: Register, targets: Sequence[Ref]) -> tuple[Ref, ...]:
    """Give the clauses in use under which records stand: those that they are held against when they still hold.

    None for clauses themselves. Raises UsageError for clauses and other records together, Refused for what was taken
    back, NotFound for what is not on record.
    """
    records = [_now(register, ref) for ref in targets]
    gone = taken_back(last_words(register))
    for record in records:
        if record.ref in gone:
            raise Refused(f"{record.ref} was retracted", remedy="leave it out")
    clauses = [each.ref for each in records if kind_of(each) is COMMITMENTS]
    if clauses and len(clauses) < len(records):
        message = f"{clauses[0]} is a clause, and the others are not"
        raise UsageError(message, remedy="review clauses by themselves: that speaks of their translations")
    leading = Leading(_clauses(register, gone), ())
    found: dict[Ref, None] = {}
    for record in records:
        for ref in _filed(record):
            found |= dict.fromkeys(leading.leads_to.get(ref, ()))
    return tuple(found)


def insist_unchanged(register: Register, review: Review) -> None:
    """Raise Refused when a record that is said to hold still is not the one that was seen; NotFound without it."""
    if review.verdict != Verdict.STILL_HOLDS:
        return
    for seen in review.seen:
        if fingerprint(_now(register, seen.record)) != seen.content:
            message = f"{seen.record} has changed since it was looked at"
            raise Refused(message, remedy=f"look at it as it is now: pledgekit show {seen.record}")


def _filed(record: Any) -> tuple[Ref, ...]:  # noqa: ANN401  of any kind
    """Give the commitments under which a record stands."""
    kind = kind_of(record)
    if kind is ACTIONS:
        filed: tuple[Ref, ...] = record.commitments
        return filed
    return (record.commitment,) if kind in (UPDATES, ASSESSMENTS) else ()


def _now(register: Register, ref: Ref) -> Record:
    """Give the newest revision of a record."""
    record = newest(register.revisions(ref))
    if record is None:
        raise NotFound(f"{ref} is not on record", remedy="list what is: pledgekit list KIND")
    return record


def _clauses(register: Register, gone: frozenset[Ref]) -> list[Any]:
    refs = dict.fromkeys(each.ref for each in register.records(COMMITMENTS))
    return [_now(register, ref) for ref in refs if ref not in gone]
