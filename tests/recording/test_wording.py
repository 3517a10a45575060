"""What is recorded is made of letters: signs that steer machines are refused, and blanks say nothing."""

from __future__ import annotations

import pytest

from pledgekit.errors import Refused
from pledgekit.recording.wording import insist_letters, is_blank


@pytest.mark.parametrize(
    "value",
    ["a\0", "\x1b[31m", "\x7f", "\x85", "\udcff", ["ok", "a\x07"], {"deep": [{"key": "a\0"}]}, {"a\0": "ok"}],
)
def test_signs_that_steer_machines_are_refused(value: object) -> None:
    """At any depth, in values and keys; the key and the sign are named."""
    with pytest.raises(Refused, match=r"^title: the control character U\+00\d\w is no text|U\+DCFF"):
        insist_letters({"id": "x", "title": value})


@pytest.mark.parametrize("value", ["two\nlines\r\nand a\ttab", "Łódź 🎈 \u200f", 3, None, [], {"a": 1}])
def test_letters_and_line_ends_pass(value: object) -> None:
    """Whatever the script, and what is no text."""
    insist_letters({"title": value})


@pytest.mark.parametrize(("value", "expected"), [("  \n", True), ("", True), ((), True), (0, False), ("a", False)])
def test_what_says_nothing(value: object, expected: bool) -> None:
    """Blanks alone are no text; a zero is a value."""
    assert expected == is_blank(value)
