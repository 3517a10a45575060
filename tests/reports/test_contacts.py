"""Whom to write to in a city."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.reports.contacts import contacts_of
from tests.registers import CITY, made, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record


@pytest.mark.parametrize(
    ("records", "current", "gone"),
    [
        ((), [], []),
        ((made("contacts", "a"), made("contacts", "b", email="b@example.org")), ["b", "a"], []),
        ((made("contacts", "a", email="a@example.org"), made("contacts", "b", role="Focal point")), ["b", "a"], []),
        ((made("contacts", "a", from_="2023"), made("contacts", "b", from_="2024")), ["b", "a"], []),
        ((made("contacts", "a", until="2025-01-01"), made("contacts", "b")), ["a", "b"], []),
        ((made("contacts", "a", until="2024-12-31"), made("contacts", "b", from_="2025-01-02")), [], ["a"]),
        ((made("contacts", "a", until="2025-01"),), ["a"], []),
    ],
)
def test_who_is_there(records: tuple[Record, ...], current: list[str], gone: list[str]) -> None:
    """The focal point first, then who has an address, then the newest; nobody who left or has not begun."""
    found = contacts_of(seen(*records, audience="internal", as_of="2025-01-01"), CITY)
    assert (current, gone) == ([each.id for each in found.current], [each.id for each in found.gone])
    assert current[:1] == ([found.focal_point.id] if found.focal_point else [])
