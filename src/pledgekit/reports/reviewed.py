"""What reviews say of a record, and whether it still is what they looked at. Part of the fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import REVIEWS

if TYPE_CHECKING:
    from pledgekit.model.acts import Review
    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["Reviewed", "reviews_of"]


class Reviewed(NamedTuple):
    """A review that stands; `holds`: the record has not changed since."""

    review: Review
    holds: bool


def reviews_of(view: View, record: Record, register: Register | None = None) -> tuple[Reviewed, ...]:
    """Give the reviews of a record that a view holds, the latest last.

    A review is bound to the whole record. A view may show less of it, so the register is asked too, where it is at
    hand; without it a review of a record that is not shown whole does not hold.
    """
    held = [record] if register is None else [record, *register.revisions(record.ref)]
    now = {fingerprint(each) for each in held if each.revision == record.revision}
    found = [
        Reviewed(review, seen.content in now)
        for review in view.whole().all(REVIEWS)
        for seen in review.seen
        if seen.record == record.ref
    ]
    return tuple(sorted(found, key=lambda each: (each.review.date.last, each.review.ref)))
