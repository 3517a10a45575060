"""Dates as far as they are known: what is read, and what can be said for certain."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.dates import Certainty, PartialDate, Period, day_of, is_full_day, shifted, year_before
from tests.strategies import dates, periods

NO, POSSIBLY, CERTAINLY = Certainty.NO, Certainty.POSSIBLY, Certainty.CERTAINLY


def day(text: str) -> datetime.date:
    """A day, from its ISO text."""
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("2023-03/2023-05", "2023-03-01", "2023-05-31"),
        ("2022/2023-05-04", "2022-01-01", "2023-05-04"),
        ("2023-05-04/2023", "2023-05-04", "2023-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    """The day, month, year or interval is read as the days on which it can lie."""
    read = PartialDate.parse(text)
    assert (text, day(first), day(last)) == read
    assert text == str(read)
    assert (first == last) is read.exact


@pytest.mark.parametrize(
    "text",
    [
        *("", "23", "2023-6", "2023/", "/2023", "2023/2024/2025"),
        *("spring 2023", "٢٠٢٣", "2023-06-15T10:00", "2023~", " 2023", "2023\n"),
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    """What cannot be read says which shapes can."""
    with pytest.raises(ValueError, match=r"is not a date: a day is a bare date \(2023-06-15\)"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2023-13", "2023-00", "2023-02-30", "0000", "2023/2024-13"])
def test_a_date_that_is_in_no_calendar(text: str) -> None:
    """What has the shape of a date but is none is not said to be badly written."""
    with pytest.raises(ValueError, match="there is no such day or month"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2024/2023", "2023-05/2023-04", "2023/2023-05", "2023-06-15/2023-06-14"])
def test_an_interval_goes_forward(text: str) -> None:
    """One that ends before it begins, or before its first part is over, is refused."""
    with pytest.raises(ValueError, match="ends before it begins: put the earlier date first"):
        PartialDate.parse(text)


@given(dates())
def test_a_date_reads_back_from_its_text(date: PartialDate) -> None:
    """Its text says all of it."""
    assert date == PartialDate.parse(str(date))
    assert date.first <= date.last


@given(st.dates())
def test_a_day_is_a_date(known: datetime.date) -> None:
    """A day that is known is its own first and last."""
    assert PartialDate.parse(known.isoformat()) == PartialDate.of(known)
    assert PartialDate.of(known).exact


@pytest.mark.parametrize(
    ("text", "other", "later", "earlier"),
    [
        ("2023-06", "2023-05-31", CERTAINLY, NO),
        ("2023-06", "2023-06-01", POSSIBLY, NO),
        ("2023-06", "2023-06-15", POSSIBLY, POSSIBLY),
        ("2023-06", "2023-06-30", NO, POSSIBLY),
        ("2023-06", "2023-07-01", NO, CERTAINLY),
        ("2023-06-15", "2023-06-15", NO, NO),
    ],
)
def test_comparisons_have_three_answers(text: str, other: str, later: Certainty, earlier: Certainty) -> None:
    """Certainly, possibly, no."""
    date = PartialDate.parse(text)
    assert (later, earlier) == (date.later_than(day(other)), date.earlier_than(day(other)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2024", "2024-01-01", "2024-12-31"), ("2024-07/2025-06", "2024-07-01", "2025-06-30")],
)
def test_a_period_is_a_year_or_a_stretch_of_months(text: str, first: str, last: str) -> None:
    """Its label is what stands in the file."""
    period = Period.parse(text)
    assert (text, day(first), day(last)) == period
    assert text == str(period)


@pytest.mark.parametrize("text", ["", "2024-07", "2024/2025", "2024-07-01/2025-06-30", "2024-1/2024-12", "abcd"])
def test_anything_else_is_no_period(text: str) -> None:
    """What cannot be read says which shapes can."""
    with pytest.raises(ValueError, match='a period is a year "2024" or two months "2024-07/2025-06"'):
        Period.parse(text)


def test_a_period_goes_forward() -> None:
    """One that ends before it begins is refused."""
    with pytest.raises(ValueError, match="ends before it begins"):
        Period.parse("2025-06/2024-07")


@given(periods(), periods())
def test_overlap_is_mutual(one: Period, other: Period) -> None:
    """Two periods overlap when they share a day, whichever is asked."""
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert shared is one.overlaps(other)
    assert shared is other.overlaps(one)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023", "2023", NO),
        ("2025", "2026", NO),
        ("2024-03", "2024-04", CERTAINLY),
        ("2023-12", "2025", CERTAINLY),
        ("2023-06/2024-06", "2023-06/2024-06", POSSIBLY),
        ("2024-06/2025-06", "2025-06", POSSIBLY),
        ("2023", "2023-06/2024-06", POSSIBLY),
    ],
)
def test_what_went_on_meets_a_period(start: str, end: str, expected: Certainty) -> None:
    """It certainly did when it began before the end and ended after the beginning, whatever the exact days."""
    assert expected == Period.parse("2024").meets(PartialDate.parse(start), PartialDate.parse(end))


def test_a_moment_lies_on_a_utc_day() -> None:
    """Half past one at night in Amsterdam is still the day before."""
    zone = datetime.timezone(datetime.timedelta(hours=2))
    assert day("2024-05-31") == day_of(datetime.datetime(2024, 6, 1, 1, 30, tzinfo=zone))
    assert day("2024-06-01") == day_of(day("2024-06-01"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2023-06-15", True), ("2023-06", False), ("2023-06-15/2023-06-16", False), ("2023-06-15\n", False)],
)
def test_a_full_day_is_known_by_its_shape(text: str, expected: bool) -> None:
    """It belongs in a file without quotes."""
    assert expected is is_full_day(text)


@pytest.mark.parametrize("text", ["2023/x", "20x3", "2023-6", "/", "2023/"])
def test_what_is_no_part_of_a_date(text: str) -> None:
    """A part that has not the shape of a year, month or day is refused with the shapes that are understood."""
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate.parse(text)


@given(st.dates(), st.integers(-4_000_000, 4_000_000))
def test_a_day_is_shifted_within_the_calendar(day: datetime.date, days: int) -> None:
    """So many days on or back; at the ends of the calendar it stays there and nothing is raised."""
    found = shifted(day, days)
    if datetime.date.min < found < datetime.date.max:
        assert days == (found - day).days
    assert abs((found - day).days) <= abs(days)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),
        ("2025-07-01", "2024-07-01"),
        ("0001-05-05", "0001-01-01"),
    ],
)
def test_the_year_before(day: str, expected: str) -> None:
    """The same day; a leap day becomes the one before it, and the first year has none before it."""
    assert expected == year_before(datetime.date.fromisoformat(day)).isoformat()
