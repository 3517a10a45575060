"""Rounds: they do not overlap, all may know of them, and requests belong to one."""

from __future__ import annotations

import pytest

from pledgekit.checks import rounds
from tests.checks.registers import found, record, said


def opened(id: str, period: str, **keys: object) -> str:
    """A round."""
    return record("rounds", id=id, period=period, due="2026-01", **keys)


@pytest.mark.parametrize(
    ("declaration", "period", "expected"),
    [
        ("hague-2022", "2024", []),
        ("hague-2022", "2024-01/2024-12", []),
        ("hague-2022", "2023", ["missing-round period"]),
        ("zzz", "2024", []),
    ],
)
def test_who_is_asked_is_asked_in_a_round(declaration: str, period: str, expected: list[str]) -> None:
    """An unknown declaration is another problem."""
    text = record("requests", id="q", declaration=declaration, period=period, act="asked", date="2025")
    assert expected == found(rounds.missing_round, text, declarations__hague___2022__r=opened("r", "2024"))


def test_a_round_that_may_only_be_waiting_for_a_repair_is_not_called_missing() -> None:
    """The broken file may hold it."""
    text = record("requests", id="q", declaration="hague-2022", period="2024", act="asked", date="2025")
    assert [] == found(rounds.missing_round, text, declarations__hague___2022__r="[[rounds")


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (("2023", "2024"), []),
        (("2024", "2024"), ["2024 overlaps 2024, the period of hague-2022/r0"]),
        (
            ("2023-01/2025-12", "2024", "2025"),
            [
                "2024 overlaps 2023-01/2025-12, the period of hague-2022/r0",
                "2025 overlaps 2023-01/2025-12, the period of hague-2022/r0",
            ],
        ),
        (("2024-07/2025-06", "2024"), ["2024-07/2025-06 overlaps 2024, the period of hague-2022/r1"]),
    ],
)
def test_rounds_speak_of_different_times(periods: tuple[str, ...], expected: list[str]) -> None:
    """Each round that begins before an earlier one is over is named."""
    text = "".join(opened(f"r{number}", period) for number, period in enumerate(periods))
    assert expected == said(rounds.overlap, declarations__hague___2022__r=text)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, []),
        ({"visibility": "public"}, []),
        ({"visibility": "network"}, ["narrow-round visibility"]),
        ({"responses": "internal"}, []),
    ],
)
def test_that_a_round_was_held_is_public(keys: dict[str, str], expected: list[str]) -> None:
    """Who may see the answers is another key."""
    assert expected == found(rounds.narrow_round, declarations__hague___2022__r=opened("r", "2024", **keys))
