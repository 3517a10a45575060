"""Cells of tables: nothing runs as a formula, and every text comes back."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pledgekit.exports.cells import bare, cell, neutral


@given(st.text())
@example("'s-Gravenhage")
@example("'=1")
@example("''=1")
@example("=1")
def test_a_text_comes_back(text: str) -> None:
    """No cell begins as a formula does, and `bare` gives the text back."""
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))
    assert text == bare(cell(text))


def test_an_apostrophe_of_a_name_stays() -> None:
    """A name that begins with an apostrophe is no formula: it is left alone, both ways."""
    assert ("'s-Gravenhage", "'s-Gravenhage") == (neutral("'s-Gravenhage"), bare("'s-Gravenhage"))


def test_other_values() -> None:
    """Nothing is empty; lists of words are joined; days are ISO text; the rest is JSON."""
    values: list[object] = [
        None,
        ["a", "b"],
        ["=a", "b"],
        [],
        {"a": 1},
        3,
        -3,
        True,
        [1],
        [{"date": datetime.date(2024, 1, 1)}],
        datetime.date(2024, 1, 1),
        datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC),
    ]
    expected = ["", "a; b", "'=a; b", "", '{"a": 1}', "3", "-3", "true", "[1]", '[{"date": "2024-01-01"}]']
    assert [*expected, "2024-01-01", "2024-01-01T12:00:00Z"] == [cell(each) for each in values]


@pytest.mark.parametrize("words", [["a;b"], [""], [" a"], ["[a"]])
def test_words_that_cannot_be_joined_are_json(words: list[str]) -> None:
    """A list is written as JSON where joining it would lose where its items end."""
    assert words == json.loads(cell(words))


def test_what_no_file_holds_is_refused() -> None:
    """A value that is none of the format's is an error, not a guess."""
    with pytest.raises(TypeError):
        cell([object()])
