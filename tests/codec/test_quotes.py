"""Swapping quotes: the same TOML, faster."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.quotes import swapped

ROOT = Path(__file__).parents[2]

PIECES = st.sampled_from(
    ["a = ", "b.c = ", '"k" = ', "'k' = ", "[t]\n", "[[u]]\n", '"', "'", '""', "''", '"""', "'''", "\\", '\\"', "#",
     " ", "\n", "x", "it's", "é", ",", "[", "]", "{ v = ", " }", "1", "\t", "\x01", "\r\n"]
)  # fmt: skip


def outcome(text: str) -> object:
    """What the parser makes of a text: values, or that it is no TOML."""
    try:
        return tomllib.loads(text)
    except ValueError:
        return ValueError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a = "x"\n', "a = 'x'\n"),
        ('a = "it\'s"\nb = "y"\n', "a = \"it's\"\nb = 'y'\n"),
        ('a = "x\\n"\nb = "y"\n', "a = \"x\\n\"\nb = 'y'\n"),
        ('a = """x "y" z"""\nb = "y"\n', 'a = """x "y" z"""\nb = \'y\'\n'),
        ('# "x"\na = "y"\n', "# \"x\"\na = 'y'\n"),
        ('a = \'x "y" z\'\nb = "y"\n', "a = 'x \"y\" z'\nb = 'y'\n"),
        ("a = ''\"x\"\n'''\n", "a = ''\"x\"\n'''\n"),
    ],
)
def test_what_is_swapped(text: str, expected: str) -> None:
    """Only strings without escapes and quotes are swapped, outside of comments and of other strings."""
    assert expected == swapped(text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_means_the_same(text: str) -> None:
    """Swapped or not, the parser finds the same values, or finds that it is no TOML."""
    assert outcome(text) == outcome(swapped(text))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_stays_in_place(text: str) -> None:
    """No character moves: a line and column in the one is a line and column in the other."""
    assert [c in "\"'" or c for c in text] == [c in "\"'" or c for c in swapped(text)]


def test_this_register() -> None:
    """Every file of this repository's register means the same."""
    files = [*ROOT.glob("commitments/*/*.toml"), *ROOT.glob("declarations/**/*.toml")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert [tomllib.loads(text) for text in texts] == [tomllib.loads(swapped(text)) for text in texts]
    assert texts
