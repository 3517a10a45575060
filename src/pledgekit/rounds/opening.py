"""A round is opened: the draft of its record, once it is sure that it stands alone. First step of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.errors import Refused
from pledgekit.model.kinds import ROUNDS
from pledgekit.recording import draft
from pledgekit.recording.answering import live_records

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.datewords import Spoken
    from pledgekit.model.edition import Round
    from pledgekit.recording import Draft
    from pledgekit.register import Register

__all__ = ["open_round"]


def open_round(
    register: Register,
    declaration: str,
    period: Period,
    *,
    due: Spoken,
    opens: Spoken | None,
    values: Mapping[str, object],
    by: str,
    now: datetime.datetime,
) -> Draft[Round]:
    """Draft the record of a new round; `values` are its further keys.

    Raises Refused when it overlaps a round of the declaration, or would be due before it opens or before its period
    begins.
    """
    for each in live_records(register, ROUNDS, declaration):
        if each.period.overlaps(period):
            raise Refused(
                f"{period} overlaps {each.period}, the period of {each.ref}",
                remedy=f"choose another period, or change that round: pledgekit correct {each.ref}",
            )
    later = "choose a later --due"
    if opens is not None and due.date.last < opens.date.first:
        raise Refused(f"--due {due.date} lies before --opens {opens.date}", remedy=later)
    if due.date.last < period.first:
        raise Refused(f"--due {due.date} lies before the period asked about, {period}", remedy=later)
    made = {**values, "period": period.label, "opens": opens, "due": due}
    return draft(register, ROUNDS, declaration, made, by=by, now=now)
