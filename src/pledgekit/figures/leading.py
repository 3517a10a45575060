"""Which clauses are in use, where superseded ones lead, and what was made for other words than theirs. Fourth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ACTIONS, COMMITMENTS, kind_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.deeds import Action
    from pledgekit.model.lanes import Assessment, Update
    from pledgekit.view import View

__all__ = ["Leading", "leading_of"]


class Leading:
    """The clauses of a register or view. `leads_to`: every commitment to the ones in use that took its place."""

    def __init__(self, clauses: Iterable[Commitment], upheld: Collection[tuple[Ref, Ref]]) -> None:
        """Take the clauses, and what reviews found to hold still for them as they read now."""
        self.clauses = {each.ref: each for each in clauses}
        self.leads_to = _follow(self.clauses)
        self._upheld = upheld
        self._now: dict[Ref, str] = {}

    def words_now(self, clause: Ref) -> str:
        """Give the fingerprint of a clause as it reads now."""
        if clause not in self._now:
            self._now[clause] = fingerprint(self.clauses[clause])
        return self._now[clause]

    def outdated(self, record: Update | Assessment | Action) -> tuple[Ref, ...]:
        """Give the clauses in use under which a record stands though it was made for other words than theirs.

        It is not told any more once a review found that it holds for them. What says nothing of the words it was made
        for is told only where its commitment was superseded.
        """
        filed: tuple[Ref, ...] = record.commitments if kind_of(record) is ACTIONS else (record.commitment,)  # type: ignore[union-attr]  # the kind says which
        seen: str = getattr(record, "clause_seen", "")
        found = [
            clause
            for ref in filed
            for clause in self.leads_to.get(ref, ())
            if clause not in filed or (seen and seen != self.words_now(clause))
        ]
        return tuple(each for each in dict.fromkeys(found) if (record.ref, each) not in self._upheld)

    def upholds(self, clause: Ref) -> bool:
        """Tell whether a review found that what belongs to a clause itself, its translations, holds still."""
        return (clause, clause) in self._upheld


def leading_of(view: View) -> Leading:
    """Give the leading of a view's clauses; made once a view."""
    return view.once("leading", lambda: Leading(view.whole().all(COMMITMENTS), view.upheld))


def _follow(every: dict[Ref, Commitment]) -> dict[Ref, tuple[Ref, ...]]:
    """Lead each commitment to the ones in use; one that leads only round in a circle stays in use."""
    onward = {ref: [each for each in held.superseded_by if each in every] for ref, held in every.items()}

    def lead(ref: Ref) -> tuple[Ref, ...]:
        passed: dict[Ref, None] = {}
        waiting = [ref]
        while waiting:
            step = waiting.pop()
            if step not in passed:
                passed[step] = None
                waiting += reversed(onward[step])
        return tuple(each for each in passed if not onward[each]) or (ref,)

    return {ref: lead(ref) for ref in every}
