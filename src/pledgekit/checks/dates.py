"""Checks of dates: nothing ends before it begins. Only what is certain counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, CONTACTS, EVENTS, OFFICIALS, ROUNDS
from pledgekit.model.record import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope

__all__ = ["in_order"]

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
