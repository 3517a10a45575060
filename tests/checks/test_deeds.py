"""When actions lay."""

from __future__ import annotations

import pytest

from pledgekit.checks.deeds import before_declaration, outside_period, planned_past, undated
from tests.checks.registers import HAGUE, found, record, said


def action(id: str = "a", **keys: object) -> str:
    """Write an action."""
    return record("actions", id=id, title=id, **keys)


def update(**keys: object) -> str:
    """Write an answer for 2024."""
    return record("updates", id="u", commitment="hague-2022/speak-out", period="2024", completion="limited", **keys)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2021", ["before-declaration commitments"]), ("2022", []), ("2023", [])],
)
def test_what_certainly_lay_before_is_named(date: str, expected: list[str]) -> None:
    """What perhaps did is not."""
    assert expected == found(before_declaration, action(date=date, commitments=["hague-2022/speak-out"]))


def test_a_clause_of_nobody_has_no_day() -> None:
    """That its declaration is missing is another finding."""
    assert [] == found(before_declaration, action(date="2021", commitments=["gone-2022/x"]))


def test_undated_actions_are_named_once_a_city() -> None:
    """The first of them with the number of the others; those with any date, and those not described, are not meant."""
    texts = [action("a", described="2023"), action("b", described="2023"), action("c", described="2023", end="2024")]
    assert ["oslo-no/a and 1 more of oslo-no are described, and not dated"] == said(undated, *texts, action("d"))
    assert ["oslo-no/a is described, and not dated"] == said(undated, texts[0])


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2023", ["outside-period actions[0]"]), ("2023/2024", []), ("2024-06", [])],
)
def test_an_answer_rests_on_its_period(date: str, expected: list[str]) -> None:
    """Actions certainly outside are named; one that is not there is another finding."""
    assert expected == found(outside_period, action(date=date), update(actions=["oslo-no/a", "oslo-no/gone"]))


@pytest.mark.parametrize(("date", "expected"), [("2023", ["outside-period date"]), ("2024-01", []), ("2025", [])])
def test_an_answer_is_not_given_before_its_period(date: str, expected: list[str]) -> None:
    """During it and after it is fine."""
    assert expected == found(outside_period, update(date=date))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"start": "2025-06", "state": "planned"}, ["planned-past state"]),
        ({"start": "2025-06", "end": "2026-02", "state": "planned"}, []),
        ({"start": "2026-06", "state": "planned"}, []),
        ({"start": "2025-06", "state": "held"}, []),
    ],
)
def test_a_planned_event_passes(keys: dict[str, object], expected: list[str]) -> None:
    """Then somebody has to say whether it took place."""
    events = HAGUE + record("events", id="e", title="E", **keys)
    assert expected == found(planned_past, declarations__hague___2022__d=events)
