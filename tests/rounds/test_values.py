"""What the cells of one row come to."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit.dates import PartialDate
from pledgekit.datewords import Spoken
from pledgekit.errors import UsageError
from pledgekit.ids import Ref
from pledgekit.rounds.answers import Row
from pledgekit.rounds.values import action_values, differing, read_day, shown, unchanged_values
from tests.registers import made

if TYPE_CHECKING:
    from pledgekit.model.lanes import Update


def answer(**values: object) -> Update:
    """An answer on record."""
    record: Update = made("updates", commitment="hague-2022/c1", period="2023", **values)
    return record


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("", ""),
        ([], ""),
        ("  a\r\nb ", "a\nb"),
        (["a", "", "b"], "a, b"),
        ({"url": "u", "title": "t"}, "t: u"),
        ([{"title": "t"}], "t"),
        (datetime.date(2024, 1, 2), "2024-01-02"),
        (Spoken(PartialDate.parse("2024-01-02")), "2024-01-02"),
        (Spoken(PartialDate.parse("2024-03/2024-05"), "spring 2024"), "2024-03/2024-05"),
    ],
)
def test_values_in_one_line(value: object, expected: str) -> None:
    """However a value is written, it is compared and shown in one way."""
    assert expected == shown(value)


def test_only_what_differs() -> None:
    """A value that is not given, and one that is empty where nothing is held, makes no difference."""
    record = answer(completion="limited", date=datetime.date(2024, 1, 2))
    assert {} == differing(record, {"completion": "limited", "narrative": "", "obstacles": []})
    assert {"narrative": "x"} == differing(record, {"narrative": "x", "date": Spoken(PartialDate.parse("2024-01-02"))})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-01-31", "2025-01-31"),
        ("31.01.2025", "2025-01-31"),
        (" 1.2.2025 ", "2025-02-01"),
        ("31/1/2025", "2025-01-31"),
        ("1/31/2025", "2025-01-31"),
        ("31-01-2025", "2025-01-31"),
        ("02/02/2025", "2025-02-02"),
        ("2025/1/31", "2025-01-31"),
        ("2025.01.31", "2025-01-31"),
        ("2023/24", "2023/2024"),
        ("spring 2024", "2024-03/2024-05"),
    ],
)
def test_dates_as_people_write_them(text: str, expected: str) -> None:
    """With points the day comes first everywhere; otherwise it has to be clear which is the month."""
    assert expected == read_day(text).date.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10/02/2025", "is one day in some countries and another one in others; write 2025-01-31"),
        ("1.31.2025", "'2025-31-01'"),
        ("31.31.2025", "2025-31-31"),
        ("soon", "'soon' is not understood"),
    ],
)
def test_dates_that_are_none(text: str, expected: str) -> None:
    """Are refused, and so are those that could be two days."""
    with pytest.raises(UsageError) as raised:
        read_day(text)
    assert expected in f"{raised.value}"


UNCHANGED = {"completion": "", "instead": "unchanged", "included_in": "", "narrative": "Words", "obstacles": []}


def test_unchanged() -> None:
    """It stays where a level was reported before, is the last answer where none was, is refused without any."""
    last = answer(instead="included-elsewhere", included_in="bergen-no")
    assert UNCHANGED == unchanged_values(UNCHANGED, None, last, level_before=True)
    again = unchanged_values(UNCHANGED, None, last, level_before=False)
    assert ("included-elsewhere", "bergen-no", "Words") == (again["instead"], again["included_in"], again["narrative"])
    assert {"narrative": "Words"} == unchanged_values(UNCHANGED, last, last, level_before=True)
    with pytest.raises(UsageError, match="no answer is on record"):
        unchanged_values(UNCHANGED, None, None, level_before=False)


def test_an_action_of_few_words() -> None:
    """A title is enough; who filed it is said where it is filed."""
    bare = action_values(Row("new-1", {"title": "Fair"}, {}), ())
    assert {"title": "Fair", "told_by": "city"} == {key: value for key, value in bare.items() if value}
    filed = action_values(Row("new-1", {"title": "Fair", "evidence_title": "Page"}, {}), (Ref("d", "c"),))
    assert ("city", ["d/c"], [{"title": "Page"}]) == (filed["filed_by"], filed["commitments"], filed["evidence"])
