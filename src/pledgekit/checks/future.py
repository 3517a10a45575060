"""Checks against the calendar: what is dated in the future does not count yet, and is a slip more often than a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.dates import Certainty, day_of, shifted
from pledgekit.model.kinds import (
    ASSESSMENTS,
    ENDORSEMENTS,
    NOTES,
    OFFICIALS,
    REPLIES,
    REQUESTS,
    REVIEWS,
    UPDATES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope

__all__ = ["DONE", "dated", "recorded"]

# What has happened when it is put on record. Events, rounds and actions may well be planned.
DONE: Final = (
    (ENDORSEMENTS.table, "date"),
    (UPDATES.table, "date"),
    (ASSESSMENTS.table, "date"),
    (REPLIES.table, "date"),
    (REQUESTS.table, "date"),
    (REVIEWS.table, "date"),
    (NOTES.table, "date"),
    (OFFICIALS.table, "seen"),
)
_ZONES: Final = 1  # day: it may be tomorrow already where it was recorded


def dated(scope: Scope) -> Iterator[Finding]:
    """What was done was done before today's end."""
    for table, key in DONE:
        for record in scope.tables.get(table, ()):
            when = getattr(record, key)
            if when is not None and when.later_than(scope.today) is Certainty.CERTAINLY:
                yield Finding("future-date", record, (key,), f"{when} lies in the future")


def recorded(scope: Scope) -> Iterator[Finding]:
    """Nothing is known from a day that has not come."""
    latest = shifted(scope.today, _ZONES)
    for records in scope.tables.values():
        for record in records:
            if record.recorded is not None and day_of(record.recorded) > latest:
                yield Finding("future-date", record, ("recorded",), f"{record.recorded} lies in the future")
