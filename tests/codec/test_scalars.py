"""Single values: taken as they are, or refused in words that a person understands."""

from __future__ import annotations

import datetime

import pytest

from pledgekit.codec.scalars import READERS, Fault, Faults, describe, fault, read_id, word_reader
from pledgekit.dates import PartialDate, Period
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility

MOMENT = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("cls", "given", "expected"),
    [
        (str, "a", "a"),
        (bool, True, True),
        (int, 3, 3),
        (float, 3, 3),
        (float, 3.5, 3.5),
        (PartialDate, "2023", PartialDate.parse("2023")),
        (PartialDate, datetime.date(2023, 6, 15), PartialDate.parse("2023-06-15")),
        (Period, "2024", Period.parse("2024")),
        (Ref, "a/b", Ref("a", "b")),
        (Visibility, "public", Visibility.PUBLIC),
        (datetime.datetime, MOMENT, MOMENT),
        (datetime.datetime, MOMENT.date(), MOMENT.date()),
        (object, {"a": [1, {"b": None}]}, {"a": [1, {"b": None}]}),
    ],
)
def test_what_is_meant_is_taken(cls: type, given: object, expected: object) -> None:
    """The value itself, of its own type."""
    taken = READERS[cls](given)
    assert (type(expected), expected) == (type(taken), taken)


@pytest.mark.parametrize(
    ("cls", "given", "expected"),
    [
        (PartialDate, 2023, ("this is a number; a date is meant", 'Put the year in quotes: "2023".')),
        (PartialDate, MOMENT, ("this is a date with a time; a date is meant", "Leave out the time.")),
        (
            PartialDate,
            True,
            (
                "this is true or false; a date is meant",
                'Write a day without quotes, as 2023-06-15; a month or year in quotes, as "2023-06".',
            ),
        ),
        (Period, 2024, ("this is a number; a period is meant", 'Put it in quotes: "2024".')),
        (Period, [], ("this is a list; a period is meant", "")),
    ],
)
def test_what_is_not_meant_is_refused_with_a_remedy(cls: type, given: object, expected: tuple[str, str]) -> None:
    """The fault says what it is, what is meant, and what to type."""
    with pytest.raises(Faults) as raised:
        READERS[cls](given)
    assert (Fault((), "wrong-type", *expected),) == raised.value.faults


@pytest.mark.parametrize("given", ["2024-01-01/2024-12-31", "2024-07", "soon"])
def test_a_period_that_cannot_be_read_is_refused(given: str) -> None:
    """Years and pairs of months are the only periods."""
    with pytest.raises(Faults) as raised:
        READERS[Period](given)
    assert ["bad-date"] == [each.code for each in raised.value.faults]


def test_an_id_and_a_word_are_taken_as_they_are() -> None:
    """Others are refused."""
    assert ("a-1", "news") == (read_id("a-1"), word_reader("evidence-kind")("news"))
    for refused in (lambda: read_id("A"), lambda: read_id(1), lambda: word_reader("evidence-kind")("new")):
        with pytest.raises(Faults):
            refused()


def test_a_fault_gathers_its_path_on_the_way_up() -> None:
    """Each step puts its own key in front."""
    carrier = fault("bad-id", "m", "r")
    assert [Fault(("id",), "bad-id", "m", "r")] == carrier.under("id")
    assert [Fault((0, "id"), "bad-id", "m", "r")] == Faults(*carrier.under("id")).under(0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (True, "true or false"),
        ("a", "text"),
        (1, "a number"),
        (1.5, "a number"),
        (MOMENT, "a date with a time"),
        (MOMENT.date(), "a date"),
        (datetime.time(1), "a time"),
        ([], "a list"),
        ({}, "a table"),
        (None, "something else"),
    ],
)
def test_values_are_called_by_plain_names(given: object, expected: str) -> None:
    """A person who typed it knows what is meant."""
    assert expected == describe(given)
