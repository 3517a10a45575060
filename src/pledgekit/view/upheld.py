"""Which records a review found to hold still for the clause as it reads now. Used by `looking` and by checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import COMMITMENTS, kind_of
from pledgekit.model.levels import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pledgekit.ids import Ref
    from pledgekit.model.acts import Review
    from pledgekit.model.record import Record

__all__ = ["upheld"]


def upheld(reviews: Iterable[Review], find: Callable[[Ref], Record | None]) -> frozenset[tuple[Ref, Ref]]:
    """Give each record with each clause of which a review says that it still holds, both being now as they were seen.

    A review lists the records and the clauses that they were held against; when one of the two has changed since, it
    says nothing of them any more. One that lists clauses alone speaks of these (of their translations): each with
    itself.
    """
    found: set[tuple[Ref, Ref]] = set()
    for review in reviews:
        if review.verdict != Verdict.STILL_HOLDS:
            continue
        records: set[Ref] = set()
        clauses: set[Ref] = set()
        others = False
        for seen in review.seen:
            record = find(seen.record)
            is_clause = record is not None and kind_of(record) is COMMITMENTS
            others = others or not is_clause
            if record is not None and fingerprint(record) == seen.content:
                (clauses if is_clause else records).add(seen.record)
        found |= {(ref, clause) for ref in records for clause in clauses}
        if not others:
            found |= {(clause, clause) for clause in clauses}
    return frozenset(found)
