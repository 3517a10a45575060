"""Promises of `visible` and `web_address`."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.render.safe import visible, web_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\r\n\tlines\u2028and \x0b three", "two lines and three"),
        ("\x1b[31m", "␛[31m"),
        ("\x00\x7f\x9b", "␀␡\ufffd"),
        ("a\u202eb\u202c\u2066c\u2069\ufeff", "abc"),
        ("\ud800\uffff", "\ufffd\ufffd"),
        ("fünf 1\u202f000 €, عمّان, 広島, 👩\u200d🚒", "fünf 1\u202f000 €, عمّان, 広島, 👩\u200d🚒"),
        ("right-to-left\u200f mark", "right-to-left\u200f mark"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    """One line, nothing that steers, and honest text in any script as it was."""
    assert visible(text) == expected


@given(st.text(alphabet=st.characters()) | st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_nothing_invisible_is_left(text: str) -> None:
    """No control character, surrogate or line end survives, and what was made visible stays as it is."""
    shown = visible(text)
    assert [one for one in shown if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")] == []
    assert (visible(shown), shown.encode().decode()) == (shown, shown)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a?b=c&d=(e)#f", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("https://københavn.dk/kærlighed", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://example.org/a b", False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://example.org/\x00", False),
        ("https:///path", False),
        ("https:example.org", False),
        ("mailto:nobody", False),
        ("//example.org", False),
        ("data:text/html,x", False),
        ("#anchor", False),
        ("", False),
        ("https://example.org\n", False),
    ],
)
def test_web_address(href: str, expected: bool) -> None:
    """Only a whole http, https or mailto address may be a link."""
    assert web_address(href) == expected
