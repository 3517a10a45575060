"""Examples chosen for an edition."""

from __future__ import annotations

import pytest

from pledgekit.checks.selecting import missing, other_clause
from tests.checks.registers import HAGUE, found, record


def clause(id: str, **keys: object) -> str:
    """Write a further clause."""
    return record("commitments", id=id, title=id, wording="provisional", **keys)


def chosen(**keys: object) -> str:
    """Choose Oslo's action."""
    values = {"id": "s", "period": "2024", "commitment": "hague-2022/speak-out", "actions": ["oslo-no/a"]}
    return record("selections", **{**values, **keys})


def action(*clauses: str, **keys: object) -> str:
    """Write an action under some clauses."""
    filed = [f"hague-2022/{each}" for each in clauses]
    return record("actions", id="a", title="A", commitments=filed, **{"visibility": "public", "date": "2024", **keys})


@pytest.mark.parametrize(
    ("clauses", "text", "expected"),
    [
        (clause("youth"), action("speak-out", "youth"), 1),
        (clause("youth"), action("speak-out"), 0),
        (clause("youth"), action("speak-out", "youth", date="2023"), 0),
        (clause("youth"), action("speak-out", "youth", visibility="network"), 0),
        (clause("youth", superseded_by=["hague-2022/speak-out"]), action("speak-out", "youth"), 0),
        (clause("youth") + chosen(id="t", commitment="hague-2022/youth"), action("speak-out", "youth"), 0),
    ],
)
def test_every_clause_has_its_examples(clauses: str, text: str, expected: int) -> None:
    """Where any were chosen, and where there are public ones to choose."""
    declared = HAGUE + clauses + chosen()
    assert expected == len(found(missing, text, declarations__hague___2022__d=declared))


@pytest.mark.parametrize(
    ("clauses", "text", "expected"),
    [
        ("", action("speak-out"), []),
        ("", action(), ["selection-mismatch actions[0]"]),
        (clause("old", superseded_by=["hague-2022/speak-out"]), action("old"), []),
        (clause("youth"), action("youth"), ["selection-mismatch actions[0]"]),
        ("", "", []),
    ],
)
def test_an_example_stands_under_its_clause(clauses: str, text: str, expected: list[str]) -> None:
    """Or under one whose place that clause took."""
    assert expected == found(other_clause, text, declarations__hague___2022__d=HAGUE + clauses + chosen())
