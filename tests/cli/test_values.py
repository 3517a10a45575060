"""`key=value` words: TOML where it is meant, else text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.cli.values import read_values
from pledgekit.codec.read import value
from pledgekit.model.kinds import ACTIONS, CITIES, DECLARATIONS, FINDINGS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-30", datetime.date(2024, 6, 30)),
        ("2024", 2024),
        ('["a", 1]', ["a", 1]),
        ("{ a = 1 }", {"a": 1}),
        ('"a"', "a"),
        ("true", True),
        ("words and more", "words and more"),
        ('"a"\nb = 1', '"a"\nb = 1'),
        ("a\0b", "a\0b"),
        ("[" * 5000, "[" * 5000),
        ("1 # one", 1),
        ("", ""),
    ],
)
def test_one_toml_value(text: str, expected: object) -> None:
    """A text that is one TOML value is that value; any other is itself."""
    assert expected == value(text)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is typed, reading it does not raise."""
    value(text)


def test_the_field_says_what_is_meant() -> None:
    """Numbers, flags, lists and tables only where the key holds such a thing."""
    assert {"title": "2024", "date": datetime.date(2024, 1, 2), "partners": ["A"]} == read_values(
        ACTIONS, ["title=2024", "date=2024-01-02", "partners=A"]
    )
    assert {"year": 2024, "number": "one", "text": "1.5"} == read_values(
        FINDINGS, ["year=2024", "number=one", "text=1.5"]
    )
    assert {"assessed": True, "title": "true", "aliases": ["2024"]} == read_values(
        DECLARATIONS, ["assessed=true", "title=true", "aliases=2024"]
    )
    assert {"population": {"value": 3}, "sources": [{"title": "x"}], "nothing": 1, "odd": True} == read_values(
        CITIES, ["population={ value = 3 }", 'sources={ title = "x" }', "nothing=1", "odd=true"]
    )
    assert {"title": "12:30:00", "note": ""} == read_values(ACTIONS, ["title=12:30:00", "note="])
