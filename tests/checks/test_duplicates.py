"""What is likely on record twice."""

from __future__ import annotations

import pytest

from pledgekit.checks.duplicates import alike, likely
from tests.checks.registers import HAGUE, found, record


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Dialogue days in the north", "Dialogue Days: the North", True),
        ("Dialogue days", "Youth council", False),
        ("!", "?", False),
    ],
)
def test_titles_are_alike(one: str, other: str, *, expected: bool) -> None:
    """When they share most of their words."""
    assert expected is alike(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"title": "Dialogue days"}, {"title": "Days: dialogue"}, 1),
        ({"title": "Dialogue days", "date": "2023"}, {"title": "Dialogue days", "start": "2023-06"}, 1),
        ({"title": "Dialogue days", "date": "2023"}, {"title": "Dialogue days", "date": "2024"}, 0),
        ({"title": "Dialogue days 2023"}, {"title": "Dialogue days 2024"}, 0),
        ({"title": "Dialogue days"}, {"title": "Youth council"}, 0),
    ],
)
def test_two_actions_are_one(one: dict[str, str], other: dict[str, str], expected: int) -> None:
    """With titles alike, unless they began at other times or number a series."""
    assert expected == len(found(likely, record("actions", id="a", **one), record("actions", id="b", **other)))


def test_other_records_are_one_by_what_names_them() -> None:
    """An event with the same title and day; one on another day is another."""
    events = [
        record("events", id=id, title="E", start=start) for id, start in (("a", "2023"), ("b", "2023"), ("c", "2024"))
    ]
    assert ["likely-duplicate"] == found(likely, declarations__hague___2022__d=HAGUE + "".join(events))
