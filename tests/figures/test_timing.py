"""When an action counts, and as what: its place in a period, and against a declaration."""

from __future__ import annotations

from typing import Any

import pytest

from pledgekit.dates import Certainty, PartialDate, Period
from pledgekit.figures.timing import belongs, last_heard, timing
from pledgekit.model.levels import Timing
from tests.registers import day, made

NO, POSSIBLY, CERTAINLY = Certainty
OPEN = {"start": "2022-06-01"}
UNDER_WAY = {**OPEN, "status": "implementation"}


def place(period: str, *ticks: str, as_of: str = "2026-01-01", **values: object) -> Certainty:
    """Tell where an action with these dates stands towards a period."""
    action = made("actions", "deed", **values)
    return belongs(action, Period.parse(period), day(as_of), [PartialDate.parse(each) for each in ticks])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"date": "2024-06-01"}, CERTAINLY),
        ({"date": "2024"}, CERTAINLY),
        ({"date": "2023-12-31"}, NO),
        ({"date": "2025-01-01"}, NO),
        ({"date": "2023-12/2024-01"}, POSSIBLY),
        ({"date": "2024-12/2025-01"}, POSSIBLY),
        ({"start": "2023-01-01", "end": "2024-01-01"}, CERTAINLY),
        ({"start": "2024-12-31", "end": "2026"}, CERTAINLY),
        ({"start": "2023-01-01", "end": "2025-12-31"}, CERTAINLY),
        ({"start": "2023-01-01", "end": "2023-12-31"}, NO),
        ({"start": "2025-01", "end": "2025-02"}, NO),
        ({"start": "2023-01-01", "end": "2023-06/2024-06"}, POSSIBLY),
        ({"start": "2024-06/2025-06", "end": "2025-12-31"}, POSSIBLY),
        ({"described": "2024-03-01"}, CERTAINLY),
        ({"described": "2023"}, NO),
        ({"end": "2024-03-01"}, CERTAINLY),
        ({"end": "2023", "described": "2024"}, NO),
        ({}, POSSIBLY),
    ],
)
def test_an_action_belongs_to_a_period_by_its_own_dates(values: dict[str, Any], expected: Certainty) -> None:
    """When they certainly or possibly overlap; without dates `described` places it, without any it is possible."""
    assert expected is place("2024", **values)


@pytest.mark.parametrize(
    ("values", "ticks", "expected"),
    [
        ({}, [], NO),
        ({"described": "2024-02-01"}, [], CERTAINLY),
        ({"described": "2023-02-01"}, [], NO),
        ({"evidence": [{"title": "news", "date": "2025-02-01"}, {"title": "law"}]}, [], CERTAINLY),
        ({}, ["2024-01-20"], CERTAINLY),
        ({}, ["2025-01-20"], CERTAINLY),
        ({"described": "2023-06/2024-06"}, [], POSSIBLY),
        ({"described": "2023-06/2024-06", "evidence": [{"title": "news", "date": "2024-02-01"}]}, [], CERTAINLY),
        ({"status": "implementation"}, [], NO),
        ({"confirmed": "2025-12-31"}, [], NO),
        ({"status": "closed", "confirmed": "2025-12-31"}, [], NO),
        ({"status": "implementation", "confirmed": "2025-12-31"}, [], CERTAINLY),
    ],
)
def test_an_open_end_reaches_as_far_as_sources_speak(
    values: dict[str, Any], ticks: list[str], expected: Certainty
) -> None:
    """Start, described, evidence, an update's tick; or to as-of while it is under way and was confirmed lately."""
    assert expected is place("2024", *ticks, **OPEN, **values)


@pytest.mark.parametrize(
    ("as_of", "confirmed", "expected"),
    [
        ("2025-03-01", "2024-03-01", CERTAINLY),
        ("2025-03-01", "2024-02-29", NO),
        ("2024-02-29", "2023-02-28", CERTAINLY),
        ("2024-02-29", "2023-02-27", NO),
        ("2025-02-28", "2024-02-28", CERTAINLY),
        ("2025-02-28", "2024-02-27", NO),
        ("2025-03-01", "2024-03", CERTAINLY),
        ("2025-03-02", "2024-03", NO),
    ],
)
def test_confirmed_within_twelve_months(as_of: str, confirmed: str, expected: Certainty) -> None:
    """To the day, leap days too; of a month it must be certain."""
    assert expected is place(as_of[:4], as_of=as_of, **UNDER_WAY, confirmed=confirmed)


def test_without_a_period_everything_belongs() -> None:
    """Everything up to as-of, dated or not."""
    actions = [made("actions", "deed", **values) for values in ({}, OPEN, {"date": "2020"})]
    assert [CERTAINLY] * 3 == [belongs(each, None, day("2026-01-01")) for each in actions]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"date": "2022-11-17"}, Timing.AFTER),
        ({"date": "2022-11-16"}, Timing.UNKNOWN),
        ({"date": "2022-11-15"}, Timing.BEFORE),
        ({"date": "2022-11"}, Timing.UNKNOWN),
        ({"date": "2022-12"}, Timing.AFTER),
        ({"date": "2022"}, Timing.UNKNOWN),
        ({"date": "2021"}, Timing.BEFORE),
        ({"start": "2021"}, Timing.BEFORE),
        ({"start": "2023"}, Timing.AFTER),
        ({"start": "2021", "end": "2024"}, Timing.BEFORE),
        ({"end": "2021"}, Timing.BEFORE),
        ({"end": "2024"}, Timing.UNKNOWN),
        ({"described": "2021"}, Timing.BEFORE),
        ({"described": "2024"}, Timing.UNKNOWN),
        ({"start": "2022", "described": "2024"}, Timing.UNKNOWN),
        ({"start": "2023", "described": "2021"}, Timing.BEFORE),
        ({}, Timing.UNKNOWN),
    ],
)
def test_only_what_is_certain_is_said_of_time(values: dict[str, Any], expected: Timing) -> None:
    """`after` and `before` only when certain; described before is before, a later description proves nothing."""
    assert expected is timing(made("actions", "deed", **values), PartialDate.of(day("2022-11-16")))


def test_a_declaration_without_a_day() -> None:
    """Of a month, what lies in that month is neither before nor after."""
    adopted = PartialDate.parse("2022-11")
    found = [timing(made("actions", date=each), adopted) for each in ("2022-10-31", "2022-11-02", "2022-12-01")]
    assert [Timing.BEFORE, Timing.UNKNOWN, Timing.AFTER] == found


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"date": "2023"}, None),
        ({"start": "2023", "end": "2024"}, None),
        ({"described": "2023"}, None),
        ({}, None),
        (OPEN, "2022-06-01"),
        ({**OPEN, "described": "2023-05"}, "2023-05"),
        ({**UNDER_WAY, "confirmed": "2025-06-01"}, None),
        ({**UNDER_WAY, "confirmed": "2024-06-01"}, "2022-06-01"),
    ],
)
def test_an_open_end_is_listed_as_last_heard_of(values: dict[str, Any], expected: str | None) -> None:
    """Unless it is known to go on; with the words of the source's own date."""
    found = last_heard(made("actions", "deed", **values), day("2026-01-01"))
    assert expected == (str(found) if found else None)
