"""A city is given more time: the draft of a request with the new day, once it is sure that it means something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.errors import Refused, Unchanged
from pledgekit.model.kinds import REQUESTS
from pledgekit.model.levels import RequestAct
from pledgekit.recording import draft_together
from pledgekit.rounds.following import Place, one_period

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from pledgekit.model.record import Record
    from pledgekit.recording import Draft
    from pledgekit.register import Register
    from pledgekit.rounds.following import Followed, Following

__all__ = ["extension"]


def extension(
    register: Register,
    city: str,
    found: Sequence[Following],
    *,
    due: datetime.date,
    date: datetime.date,
    named: bool,
    note: str = "",
    by: str,
    now: datetime.datetime,
) -> Draft[Record]:
    """Draft the requests that give a city until `due`, one a round; `date` is the day on which that was said.

    `named`: these very rounds were asked for; else those count in which the city was asked. Raises Refused where the
    city was not asked or not reached, has answered or declined, or where the day takes time away; UsageError where the
    rounds are of several periods; Unchanged for the day that stands already.
    """
    places = [(each, _place(each, city)) for each in found]
    if not named:
        places = [each for each in places if each[1] is not None and each[1].asked is not None] or places
    period = one_period([each for each, _ in places])
    parts: list[tuple[Any, dict[str, object]]] = []
    if due < date:
        raise Refused(f"{due} lies before {date}, the day on which it is given", remedy="choose a later --due")
    same = []
    for each, one in places:
        name = each.declaration.id
        _insist_open(city, name, each, one)
        assert one is not None  # noqa: S101  insisted on
        if due < one.due.last:
            raise Refused(
                f"{due} is earlier than {one.due}, by which {city} is asked to answer for {name}",
                remedy="an extension gives time; choose a later --due",
            )
        if due == one.due.last:
            same.append(name)
            continue
        values = {"declaration": name, "period": period.label, "act": RequestAct.EXTENDED, "date": date, "due": due}
        parts.append((REQUESTS, {**values, "note": note} if note else values))
    if not parts:
        raise Unchanged(f"{city} has until {due} already ({', '.join(same)})")
    return draft_together(register, city, parts, by=by, now=now)


def _place(found: Following, city: str) -> Followed | None:
    return next((each for each in found.cities if each.city.id == city), None)


def _insist_open(city: str, declaration: str, found: Following, one: Followed | None) -> None:
    """Raise Refused for a city from which no answer to the round is awaited."""
    period = found.round.period
    ask = f"pledgekit round sent {city} --act asked --declaration {declaration} --period {period}"
    if one is None:
        raise Refused(f"{city} does not endorse {declaration}, and was not asked", remedy="name another city")
    if one.place is Place.DECLINED:
        raise Refused(f"{city} declined to answer for {declaration}, {period}", remedy="there is nothing to wait for")
    if one.place is Place.ANSWERED:
        raise Refused(f"{city} has answered for {declaration}, {period}", remedy="there is nothing to wait for")
    if one.place is Place.UNDELIVERED:
        raise Refused(f"the request did not reach {city} for {declaration}, {period}", remedy=f"ask again first: {ask}")
    if one.asked is None:
        raise Refused(f"{city} was not asked for {declaration}, {period}", remedy=f"when it was: {ask}")
