"""When an action counts, and as what: its place in a period, and against a declaration. Part of the fourth step.

The rules are those of "When an action counts" in the file format. Nothing is claimed that dates do not make certain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import Certainty, PartialDate, year_before
from pledgekit.model.levels import Status, Timing

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from pledgekit.dates import Period
    from pledgekit.model.deeds import Action

__all__ = ["belongs", "last_heard", "span", "timing"]


def span(
    action: Action, as_of: datetime.date, ticks: Iterable[PartialDate] = ()
) -> tuple[PartialDate, PartialDate] | None:
    """Give the beginning and end of an action as far as sources speak; nothing when there is no date at all.

    An open end reaches to the latest day that a source speaks for (start, described, evidence, `ticks`: days on which
    the city's updates named it), or to `as_of` while it is under way and was confirmed within twelve months.
    """
    if action.date is not None:
        return action.date, action.date
    if action.start is None:
        known = action.end or action.described
        return None if known is None else (known, known)
    if action.end is not None:
        return action.start, action.end
    if action.status == Status.IMPLEMENTATION and _fresh(action.confirmed, as_of):
        return action.start, PartialDate.of(as_of)
    sources = [action.start, action.described, *(each.date for each in action.evidence), *ticks]
    spoken = [each for each in sources if each is not None]
    latest = max(spoken, key=_last)
    return action.start, latest._replace(first=max(each.first for each in spoken))


def belongs(
    action: Action, period: Period | None, as_of: datetime.date, ticks: Iterable[PartialDate] = ()
) -> Certainty:
    """Tell whether an action belongs to a period; without a period every action of the view does."""
    if period is None:
        return Certainty.CERTAINLY
    found = span(action, as_of, ticks)
    return Certainty.POSSIBLY if found is None else period.meets(*found)


def timing(action: Action, adopted: PartialDate) -> Timing:
    """Tell when an action lay against a declaration: only what is certain, and never "since".

    That it was described before makes it certainly earlier; that it was described later proves nothing.
    """
    begun = action.date or action.start
    first_known = [begun, action.end, action.described]
    if any(each is not None and each.earlier_than(adopted.first) is Certainty.CERTAINLY for each in first_known):
        return Timing.BEFORE
    if begun is not None and begun.later_than(adopted.last) is Certainty.CERTAINLY:
        return Timing.AFTER
    return Timing.UNKNOWN


def last_heard(action: Action, as_of: datetime.date, ticks: Iterable[PartialDate] = ()) -> PartialDate | None:
    """Give when an open-ended action was last heard of, for lists; nothing when it ended, or is known to go on."""
    if action.date is not None or action.end is not None or action.start is None:
        return None
    if action.status == Status.IMPLEMENTATION and _fresh(action.confirmed, as_of):
        return None
    found = span(action, as_of, ticks)
    return None if found is None else found[1]


def _last(date: PartialDate) -> tuple[datetime.date, datetime.date]:
    return date.last, date.first


def _fresh(confirmed: PartialDate | None, as_of: datetime.date) -> bool:
    """Tell whether a confirmation is certainly no more than twelve months old."""
    if confirmed is None:
        return False
    return confirmed.first >= year_before(as_of)
