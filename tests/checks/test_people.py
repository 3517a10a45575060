"""Office-holders: one mayor at a time, seen lately."""

from __future__ import annotations

import pytest

from pledgekit.checks.people import not_seen, overlap
from tests.checks.registers import found, record


def official(id: str, name: str = "", office: str = "Mayor", **keys: str) -> str:
    """Write an office-holder."""
    dates = {("from" if key == "since" else key): value for key, value in keys.items()}
    return record("officials", id=id, name=name or id, office=office, **dates)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"since": "2019", "until": "2023"}, {"since": "2021"}, 1),
        ({"since": "2019", "until": "2023"}, {"since": "2023"}, 0),
        ({"since": "2019", "until": "2023-10"}, {"since": "2023-06", "seen": "2025"}, 1),
        ({"since": "2019"}, {"since": "2021"}, 0),
        ({"since": "2019", "seen": "2022"}, {"since": "2021"}, 1),
        ({"seen": "2022"}, {"seen": "2022"}, 0),
        ({"since": "2019", "until": "2023", "office": "Deputy Mayor"}, {"since": "2021", "office": "Deputy Mayor"}, 0),
        ({"since": "2019", "until": "2023", "office": "Councillor"}, {"since": "2021", "office": "Councillor"}, 0),
        ({"since": "2019", "until": "2023", "name": "A"}, {"since": "2021", "name": "a"}, 0),
    ],
)
def test_a_city_has_one_mayor(one: dict[str, str], other: dict[str, str], expected: int) -> None:
    """Two on a day that is certain for both are one too many; deputies and councillors may be several."""
    assert expected == len(found(overlap, official("x", **one), official("y", **other)))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"seen": "2024"}, ["official-not-seen seen"]),
        ({"since": "2024-06"}, ["official-not-seen"]),
        ({"seen": "2025-06"}, []),
        ({"since": "2019", "seen": "2025-06"}, []),
        ({"since": "2019", "until": "2023"}, []),
    ],
)
def test_who_was_not_seen_for_a_year_is_named(keys: dict[str, str], expected: list[str]) -> None:
    """Who left is not expected to be seen."""
    assert expected == found(not_seen, official("x", **keys))


def test_only_the_last_in_an_office_is_asked_about() -> None:
    """Who came before has left, said or not."""
    assert [] == found(not_seen, official("x", seen="2022"), official("y", seen="2025-06"))
    assert [] == found(not_seen, record("officials", id="x", name="X", office="Mayor"))
