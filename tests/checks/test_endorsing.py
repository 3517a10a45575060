"""Endorsements: each act once, nothing ends before it began, and who answers has endorsed."""

from __future__ import annotations

import pytest

from pledgekit.checks.endorsing import ended_first, never, twice
from tests.checks.registers import found, found_in_part, record


def acts(*given: tuple[str, str]) -> list[str]:
    """Write acts with their dates, where they have one."""
    return [
        record("endorsements", id=f"e{number}", declaration="hague-2022", act=act, **({"date": date} if date else {}))
        for number, (act, date) in enumerate(given)
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("signed", "2022-11"), ("signed", "2023")], 1),
        ([("signed", ""), ("signed", "2023")], 1),
        ([("signed", "2022-11"), ("adopted", "2023")], 0),
        ([("signed", "2022"), ("ended", "2023"), ("signed", "2024")], 0),
        ([("signed", "2022"), ("ended", "2023"), ("ended", "2024")], 1),
        ([("reaffirmed", "2023"), ("reaffirmed", "2024")], 0),
        ([("reaffirmed", "2023"), ("reaffirmed", "2023")], 1),
    ],
)
def test_an_act_stands_once(given: list[tuple[str, str]], expected: int) -> None:
    """Unless the city left in between, or reaffirms from time to time."""
    assert expected == len(found(twice, *acts(*given)))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("signed", "2023"), ("ended", "2022")], ["ended-before-begun date"]),
        ([("signed", "2023"), ("ended", "2023")], []),
        ([("signed", ""), ("ended", "2021")], ["ended-before-begun date"]),
        ([("signed", ""), ("ended", "2023")], []),
        ([("signed", "2023"), ("ended", "")], []),
        ([("announced", "2022"), ("ended", "2023")], ["ended-before-begun act"]),
        ([("ended", "2023")], ["ended-before-begun act"]),
    ],
)
def test_an_end_follows_a_beginning(given: list[tuple[str, str]], expected: list[str]) -> None:
    """An undated one holds from the day on which the declaration was adopted."""
    assert expected == found(ended_first, *acts(*given))


def test_what_could_not_be_read_may_be_the_beginning() -> None:
    """Then nothing is said; nor of a declaration that is not there."""
    assert [] == found(ended_first, *acts(("ended", "2023")), "[[endorsements")
    other = [each.replace("hague-2022", "gone-2022") for each in acts(("signed", ""), ("ended", "2021"))]
    assert [] == found_in_part(ended_first, *other)


ANSWER = record("updates", id="u", commitment="hague-2022/speak-out", period="2024", completion="limited")
JUDGED = record(
    "assessments",
    id="a",
    commitment="hague-2022/speak-out",
    period="2024",
    evidence_level="none",
    assessor="A",
    date="2025",
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], 2),
        ([("announced", "2022")], 2),
        ([("ended", "2023")], 2),
        ([("signed", "2022"), ("ended", "2023")], 0),
        ([("reaffirmed", "")], 0),
    ],
)
def test_who_answers_has_endorsed_at_some_time(given: list[tuple[str, str]], expected: int) -> None:
    """An answer, or an assessment, by a declaration that the city never endorsed shows nowhere."""
    assert ["never-endorsed commitment"] * expected == found(never, ANSWER, JUDGED, *acts(*given))


def test_who_acts_need_not_endorse() -> None:
    """A deed of a city that endorsed nothing is legitimate."""
    assert [] == found(never, record("actions", id="a", title="A") + 'commitments = ["hague-2022/speak-out"]\n')


def test_an_endorsement_may_wait_for_a_repair() -> None:
    """Where a file of the city cannot be read nothing is said; nor of a declaration that is not there."""
    assert [] == found(never, ANSWER, "[[endorsements")
    assert [] == found(never, ANSWER.replace("hague-2022", "gone-2022"))
