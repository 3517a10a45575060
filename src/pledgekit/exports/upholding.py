"""What reviews found to hold still, said again in a copy that lacks those reviews or their records. Part of exporting.

A review is for members, speaks of records as staff sees them, and may list some that stay behind. Without it the copy
would call outdated what the register does not. So the copy gets reviews of its own that say what its readers are told
anyway, of what they see: neither who looked nor when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.dates import PartialDate
from pledgekit.figures.leading import Leading
from pledgekit.fingerprint import canonical_json, fingerprint
from pledgekit.model.acts import Review, Seen
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, COMMITMENTS, UPDATES
from pledgekit.model.levels import UNNAMED, Verdict
from pledgekit.register import Register
from pledgekit.view import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.view import Lens, View

__all__ = ["upholding"]


def upholding(views: Sequence[View], records: Sequence[Record], lens: Lens) -> tuple[Review, ...]:
    """Give the reviews that a copy of these records needs, so that nothing in it is outdated that is not in the views.

    The records are those of the widest view. One review for each, with the clauses that it would be held against.
    """
    wanted = {pair for view in views for pair in _turning(view)}
    if not wanted:
        return ()
    held = {each.ref: each for each in records}
    wanted -= look(Register.of(records), lens).upheld
    clauses: dict[Ref, list[Ref]] = {}
    for ref, clause in sorted(wanted):
        clauses.setdefault(ref, []).append(clause)
    return tuple(_review([held[each] for each in dict.fromkeys((ref, *named))], lens) for ref, named in clauses.items())


def _turning(view: View) -> Iterator[tuple[Ref, Ref]]:
    """Yield each record with each clause that only a review keeps from being outdated; a clause with itself."""
    leading = Leading(view.all(COMMITMENTS), ())
    for clause in view.all(COMMITMENTS):
        seen = [texts.get("seen", "") for texts in clause.translations.values()]
        if (clause.ref, clause.ref) in view.upheld and any(
            each not in ("", leading.words_now(clause.ref)) for each in seen
        ):
            yield clause.ref, clause.ref
    for kind in (UPDATES, ASSESSMENTS, ACTIONS):
        said: Iterator[Any] = view.all(kind)
        for each in said:
            yield from ((each.ref, name) for name in leading.outdated(each) if (each.ref, name) in view.upheld)


def _review(seen: Sequence[Record], lens: Lens) -> Review:
    """Give a review that finds a record to hold for clauses, or the translations of a clause, as the copy has them."""
    from hashlib import sha256

    contents = tuple(Seen(record=each.ref, content=fingerprint(each)) for each in seen)
    mark = sha256(canonical_json([[f"{each.record}", each.content] for each in contents]).encode()).hexdigest()
    return Review(
        id=f"{Verdict.STILL_HOLDS}-{mark[:8]}",
        verdict=Verdict.STILL_HOLDS,
        seen=contents,
        by=UNNAMED,
        date=PartialDate.parse(lens.as_of.isoformat()),
        owner=seen[0].owner,
    )
