"""Promises of `width`, `pad` and `wrap`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.render.width import pad, width, wrap

TEXTS = st.text(alphabet="ab é\u0301広́島ｗ\u200d👩")


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("広島", 4), ("a\u200db", 2)]
)
def test_width(text: str, expected: int) -> None:
    """Wide characters take two columns, combining and invisible ones none."""
    assert width(text) == expected


def test_pad() -> None:
    """Padding counts columns, not characters, on either side, and cuts nothing."""
    assert (pad("広", 4), pad("広", 4, end=True), pad("abc", 2)) == ("広  ", "  広", "abc")


@pytest.mark.parametrize(
    ("text", "hard", "expected"),
    [
        ("", False, []),
        ("  ", False, []),
        ("one two three", False, ["one two", "three"]),
        ("a verylongword b", False, ["a", "verylong", "word b"]),
        ("see https://example.org now", False, ["see", "https://example.org", "now"]),
        ("see https://example.org now", True, ["see", "https://", "example.", "org now"]),
        ("広島広島広島", False, ["広島広島", "広島"]),
    ],
)
def test_wrap(text: str, hard: bool, expected: list[str]) -> None:
    """Lines break at spaces; words that are too long are cut, web addresses only when told to."""
    assert wrap(text, 8, hard=hard) == expected


@given(text=TEXTS, columns=st.integers(2, 12))
def test_wrapping_keeps_everything_but_spaces(text: str, columns: int) -> None:
    """No character is lost or moved, and no line is too long."""
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert [line for line in lines if width(line) > columns] == []


def test_a_character_wider_than_the_line() -> None:
    """A wide character has its place even where there is room for half of it."""
    assert wrap("広島", 1) == ["広", "島"]
