"""By when a city is to answer, and when it is time to remind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.dates import Period
from pledgekit.figures import scope_of
from pledgekit.figures.asking import Asking, Reminder, due_of
from pledgekit.model.kinds import ROUNDS
from tests.registers import CITY, DECLARED, made, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

ROUND = made("rounds", "round-2024", opens="2024-11-01")  # due on 2025-01-31
ASKED = made("requests", "asked", date="2024-11-22")  # 70 days before
YEAR = Period.parse("2024")


def asking(*records: Record, as_of: str) -> Asking:
    """What Oslo was asked."""
    view = seen(*records, audience="internal", as_of=as_of)
    (city,) = (each for each in view.by_city() if each.only == CITY)
    return Asking(city, scope_of(view, DECLARED, YEAR))


def extended(date: str, due: str | None) -> Record:
    """An extension given on a day until another."""
    request: Record = made("requests", f"extended-{date}", act="extended", date=date, due=due)
    return request


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), None),
        ((ROUND,), "2025-01-31"),
        ((ROUND, extended("2025-01-20", "2025-02-28")), "2025-02-28"),
        ((ROUND, extended("2025-01-20", "2025-03-31"), extended("2025-01-25", "2025-02-28")), "2025-02-28"),
        ((ROUND, extended("2025-01-20", "2024-12-31")), "2025-01-31"),
        ((ROUND, extended("2025-01-20", None)), "2025-01-31"),
        ((extended("2025-01-20", "2025-02-28"),), "2025-02-28"),
    ],
)
def test_the_day_to_answer(records: tuple[Record, ...], expected: str | None) -> None:
    """The last extension counts, and none takes time away."""
    found = asking(*records, as_of="2025-02-01").due
    assert expected == (str(found) if found is not None else None)


def test_the_day_of_one_round() -> None:
    """An extension of another round says nothing about this one."""
    other = made("requests", "other", act="extended", period="2023", date="2025-01-20", due="2025-05-31")
    view = seen(ROUND, extended("2025-01-20", "2025-02-28"), other, audience="internal", as_of="2025-02-01")
    (held,) = view.all(ROUNDS)
    assert ["2025-02-28", "2025-01-31"] == [str(due_of(view, CITY, held)), str(due_of(view, "rome-it", held))]


@pytest.mark.parametrize(
    ("records", "as_of", "expected"),
    [
        ((ASKED,), "2024-12-26", None),
        ((ASKED,), "2024-12-27", Reminder.HALF),
        ((ASKED,), "2025-01-23", Reminder.HALF),
        ((ASKED,), "2025-01-24", Reminder.WEEK),
        ((ASKED,), "2025-01-31", Reminder.WEEK),
        ((ASKED,), "2025-02-01", Reminder.OVERDUE),
        ((ASKED, made("requests", "r", act="reminded", date="2024-12-27")), "2025-01-23", None),
        ((ASKED, made("requests", "r", act="reminded", date="2024-12-27")), "2025-01-24", Reminder.WEEK),
        ((ASKED, made("requests", "r", act="reminded", date="2025-02-03")), "2025-03-01", None),
        ((ASKED, extended("2025-01-30", "2025-03-31")), "2025-02-01", None),
        ((made("requests", "back", act="undelivered"),), "2025-02-01", None),
        ((made("requests", "late", date="2025-01-28"),), "2025-01-29", None),
        ((made("requests", "late", date="2025-01-28"),), "2025-01-30", Reminder.HALF),
    ],
)
def test_when_to_remind(records: tuple[Record, ...], as_of: str, expected: Reminder | None) -> None:
    """Half of the time, the last week, the day itself: each once it passed without a word of ours since."""
    assert expected == asking(ROUND, *records, as_of=as_of).reminder()


def test_nobody_is_reminded_of_no_day() -> None:
    """Without a round there is no day, and so no reminder."""
    assert None is asking(ASKED, as_of="2025-06-01").reminder()
