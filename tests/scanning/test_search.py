"""Searching: text is folded as everywhere, but for marks that are not seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pledgekit.ids import fold
from pledgekit.scanning.search import folded

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@given(st.text())
def test_folding_is_that_of_names(text: str) -> None:
    """Whatever the letters, with the marks taken out before."""
    assert fold("".join(each for each in text if each not in UNSEEN)) == folded(text)
