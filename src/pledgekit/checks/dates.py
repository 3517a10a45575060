"""Checks of dates: nothing ends before it begins (only what is certain counts), and a deed has a day or a span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, CONTACTS, EVENTS, OFFICIALS, ROUNDS
from pledgekit.model.record import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope

__all__ = ["day_or_span", "in_order"]

_ORDER: Final = (
    (ACTIONS.table, "start", "end"),
    (EVENTS.table, "start", "end"),
    (OFFICIALS.table, "from_", "until"),
    (CONTACTS.table, "from_", "until"),
    (ROUNDS.table, "opens", "due"),
    (ASSESSMENTS.table, "date", "reply_due"),
)


def in_order(scope: Scope) -> Iterator[Finding]:
    """The earlier of two dates comes first."""
    for table, first, then in _ORDER:
        for record in scope.tables.get(table, ()):
            end = getattr(record, then)
            if end is None:
                continue
            begin = getattr(record, first)
            if begin is not None and end.last < begin.first:
                early, late = key_of(first), key_of(then)
                yield Finding("dates-order", record, (late,), f'"{late}" is {end}, before "{early}", which is {begin}')


def day_or_span(scope: Scope) -> Iterator[Finding]:
    """An action has one `date`, or `start` and `end`: with both, nobody could tell which holds."""
    for each in scope.live(ACTIONS):
        span = [key for key in ("start", "end") if getattr(each, key) is not None]
        if each.date is not None and span:
            told = " and ".join(f'"{key}" ({getattr(each, key)})' for key in span)
            message = f'"date" ({each.date}) and {told} exclude each other'
            yield Finding("date-and-span", each, (span[0],), message)
