"""Acts of endorsing and the people behind them: who holds an office today, and how both are told. Fifth, sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import year_before
from pledgekit.model.levels import Act

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.people import Official
    from pledgekit.reports.telling import Telling

__all__ = ["dated", "ended", "holds_office", "told_acts", "told_officials"]


def holds_office(official: Official, as_of: datetime.date) -> bool:
    """Tell whether a source of the twelve months before the day names somebody in office who has not left."""
    if official.seen is None or (official.until is not None and official.until.first <= as_of):
        return False
    return year_before(as_of) <= official.seen.first <= as_of


def told_acts(told: Telling, acts: Iterable[Endorsement]) -> str:
    """Tell of every act in the order of time: "signed 16 November 2022; endorsed under X (2022)"."""
    return told.phrases(part for act in acts for part in _act(told, act))


def dated(told: Telling, act: Endorsement) -> str:
    """Name an act with its date: "signed 16 November 2022", "endorsed, undated"."""
    label = told.words.level("act", act.act)
    if act.date is None:
        return told.words.say("report.act-undated", act=label)
    return told.words.say("report.act", act=label, date=told.date(act, "date"))


def ended(told: Telling, act: Endorsement) -> str:
    """Name an act with its date, and its reason where one is given: "ended 1 June 2024: a new council"."""
    if not act.reason:
        return dated(told, act)
    return told.words.say("report.reason", act=dated(told, act), reason=act.reason)


def told_officials(told: Telling, officials: Iterable[Official]) -> str:
    """Name office-holders, each with the date of the source."""
    return told.phrases(
        told.words.say("report.office", name=each.name, office=each.office, date=told.date(each, "seen"))
        for each in officials
    )


def _act(told: Telling, act: Endorsement) -> Iterator[str]:
    yield dated(told, act)
    if act.official:
        under = "reaffirmed-under" if act.act == Act.REAFFIRMED else "endorsed-under"
        if act.date is None or act.date.first.year != act.date.last.year:
            yield told.words.say(f"report.{under}", official=act.official)
        else:
            year = str(act.date.first.year)
            yield told.words.say(f"report.{under}-year", official=act.official, year=year)
