"""Checks of office-holders: a city has one mayor at a time, and who is named in office was seen there lately."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.dates import shifted
from pledgekit.ids import fold
from pledgekit.model.kinds import OFFICIALS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.people import Official

__all__ = ["not_seen", "overlap"]

_ONE: Final = "mayor"  # an office that one person holds; councils have many members
_NOT_ONE: Final = frozenset({"deputy", "vice", "assistant", "former", "acting", "office"})
_A_YEAR: Final = 365  # days


def overlap(scope: Scope) -> Iterator[Finding]:
    """Two people were not mayor of a city on one day; only what is certain counts."""
    for held in _by_office(scope).values():
        words = set(fold(held[0].office).split())
        if _ONE not in words or words & _NOT_ONE:
            continue
        known = sorted(((*_certain(each), each) for each in held), key=lambda each: (each[0], each[1], each[2].id))
        for number, (start, end, each) in enumerate(known):
            for other_start, other_end, other in known[:number]:
                same_day = start <= end and other_start <= other_end and start <= other_end and other_start <= end
                if same_day and fold(other.name) != fold(each.name):
                    message = f"{other.ref} was {other.office} on the same days"
                    yield Finding("officials-overlap", each, (), message)
                    break


def not_seen(scope: Scope) -> Iterator[Finding]:
    """Who is named in office was seen there within a year; nothing else says that it still is so."""
    for held in _by_office(scope).values():
        last = max(held, key=lambda each: (_latest(each), each.id))
        if last.until is None and _latest(last) < shifted(scope.today, -_A_YEAR):
            message = f"{last.name} has not been seen in office as {last.office} since {last.seen or last.from_}"
            yield Finding("official-not-seen", last, ("seen",) if last.seen else (), message)


def _by_office(scope: Scope) -> dict[tuple[str, str], list[Official]]:
    found: dict[tuple[str, str], list[Official]] = {}
    for each in scope.live(OFFICIALS):
        if each.from_ is not None or each.seen is not None:
            found.setdefault((each.owner, fold(each.office)), []).append(each)
    return found


def _certain(each: Official) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day on which somebody was certainly in office; the first after the last: no day."""
    begins = [known.last for known in (each.from_, each.seen) if known is not None]
    ends = [known.first for known in (each.until, each.seen) if known is not None]
    return min(begins), max(ends or begins)


def _latest(each: Official) -> datetime.date:
    return max(known.last for known in (each.from_, each.seen) if known is not None)
