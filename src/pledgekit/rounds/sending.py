"""What was sent and what came of it: drafts of requests, one file a city. Nothing is sent by us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.figures.scope import same_period
from pledgekit.model.kinds import REQUESTS
from pledgekit.model.levels import RequestAct
from pledgekit.recording import draft_together
from pledgekit.recording.answering import live_records
from pledgekit.rounds.following import REMINDED, follow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from pledgekit.dates import Period
    from pledgekit.model.kinds import Kind
    from pledgekit.recording import Draft
    from pledgekit.rounds.whom import Around, Asked
    from pledgekit.view import View

__all__ = ["TO_ALL", "Sent", "reminded", "sent"]

TO_ALL = (RequestAct.ASKED, RequestAct.REMINDED)  # what may be put on record of all cities at once


class Sent(NamedTuple):
    """The drafts, one a city, and the cities of which all of it stands on record already."""

    drafts: tuple[Draft[Any], ...]
    before: tuple[str, ...]


def sent(
    around: Around,
    cities: Iterable[Asked],
    period: Period,
    *,
    act: str,
    date: datetime.date,
    lang: str = "",
    note: str = "",
    by: str,
    now: datetime.datetime,
) -> Sent:
    """Draft requests of some cities, one for each declaration by which a city is asked; none twice for one day."""
    drafts, before = [], []
    said: dict[str, object] = {"period": period.label, "act": act, "date": date, "lang": lang, "note": note}
    for each in cities:
        register = around.of(each.city)
        held = {
            one.declaration.owner
            for one in live_records(register, REQUESTS, each.city)
            if one.act == act and one.date.text == date.isoformat() and same_period(one.period, period)
        }
        parts: list[tuple[Kind[Any], dict[str, object]]] = [
            (REQUESTS, {"declaration": name, **said}) for name in each.declarations if name not in held
        ]
        if parts:
            drafts.append(draft_together(register, each.city, parts, by=by, now=now))
        else:
            before.append(each.city)
    return Sent(tuple(drafts), tuple(before))


def reminded(view: View, declarations: Sequence[str], period: Period) -> set[str]:
    """Give the cities that may be put on record as reminded: they were asked, and an answer is still to come.

    `view` is one of audience internal.
    """
    found = (each for name in declarations for each in follow(view, name, period).cities)
    return {each.city.id for each in found if each.place in REMINDED and each.asked is not None}
