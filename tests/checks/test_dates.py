"""Dates: nothing ends before it begins, and what is done does not lie in the future."""

from __future__ import annotations

import pytest

from pledgekit.checks import dates, future
from tests.checks.registers import found, record, said

UPDATE = {"id": "u", "commitment": "hague-2022/speak-out", "period": "2024"}
RATED = {**UPDATE, "evidence_level": "none", "assessor": "A"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (record("actions", id="a", title="A", start="2023-06", end="2023-05"), ["dates-order end"]),
        (record("actions", id="a", title="A", start="2023-06", end="2023"), []),
        (record("actions", id="a", title="A", start="2023-06", end="2023-06"), []),
        (record("actions", id="a", title="A", end="2023"), []),
        (record("actions", id="a", title="A", start="2023"), []),
        (record("officials", id="o", name="N", office="O") + 'from = "2024"\nuntil = "2023"\n', ["dates-order until"]),
        (record("contacts", id="o", name="N") + 'from = "2024"\nuntil = "2023"\n', ["dates-order until"]),
        (record("assessments", **RATED, date="2024-06", reply_due="2024-05"), ["dates-order reply_due"]),
    ],
)
def test_the_earlier_date_comes_first(text: str, expected: list[str]) -> None:
    """Only what is certain counts."""
    assert expected == found(dates.in_order, text)


def test_events_and_rounds_too() -> None:
    """What a declaration holds is judged by the same rule."""
    event = record("events", id="e", title="E", start="2023-06", end="2023-05")
    opened = record("rounds", id="r", period="2024", opens="2025-02", due="2025-01")
    expected = ["dates-order end", "dates-order due"]
    assert expected == found(dates.in_order, declarations__hague___2022__e=event + opened)
    assert ['"end" is 2023-05, before "start", which is 2023-06'] == said(
        dates.in_order, declarations__hague___2022__e=event
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"date": "2023", "start": "2023"}, ["date-and-span start"]),
        ({"date": "2023", "end": "2024"}, ["date-and-span end"]),
        ({"date": "2023", "start": "2022", "end": "2024"}, ["date-and-span start"]),
        ({"date": "2023"}, []),
        ({"start": "2022", "end": "2024"}, []),
    ],
)
def test_a_deed_has_a_day_or_a_span(keys: dict[str, str], expected: list[str]) -> None:
    """Of both, nobody could tell which holds, even where they agree."""
    text = record("actions", id="a", title="A", **keys)
    assert expected == found(dates.day_or_span, text)


def test_both_keys_are_named() -> None:
    """With what they say."""
    expected = ['"date" (2023) and "start" (2022) and "end" (2024) exclude each other']
    assert expected == said(
        dates.day_or_span, record("actions", id="a", title="A", date="2023", start="2022", end="2024")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (record("updates", **UPDATE, date="2026"), []),
        (record("updates", **UPDATE, date="2026-02"), ["future-date date"]),
        (record("updates", **UPDATE), []),
        (record("officials", id="o", name="N", office="O", seen="2027"), ["future-date seen"]),
        (record("actions", id="a", title="A", start="2030"), []),
    ],
)
def test_what_was_done_was_done_by_today(text: str, expected: list[str]) -> None:
    """A plan may lie in the future, an answer may not."""
    assert expected == found(future.dated, text)


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ("2026-01-02", []),
        ("2026-01-03", ["future-date recorded"]),
        ("2026-01-02T23:30:00-01:00", ["future-date recorded"]),
    ],
)
def test_nothing_was_recorded_on_a_day_to_come(recorded: str, expected: list[str]) -> None:
    """Tomorrow may be today somewhere."""
    assert expected == found(future.recorded, record("actions", id="a", title="A") + f"recorded = {recorded}\n")
