"""Searching: text is folded as everywhere, but for marks that are not seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pledgekit.ids import fold
from pledgekit.scanning.search import LEAST, Haystack, folded

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@given(st.text())
def test_folding_is_that_of_names(text: str) -> None:
    """Whatever the letters, with the marks taken out before."""
    assert fold("".join(each for each in text if each not in UNSEEN)) == folded(text)


WORDS = st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=12)


@given(WORDS, WORDS, WORDS)
def test_needles_are_found_as_words_and_long_ones_without_blanks(
    before: list[str], words: list[str], after: list[str]
) -> None:
    """At each place, as a plain search would: short ones between blanks, long ones however words are parted."""
    needle = " ".join(words)
    if len(needle) < LEAST:
        return
    hay: Haystack[str] = Haystack()
    hay.add(needle, "x")
    hay.add(needle, "y")
    text = " ".join([*before, *words, *after])
    found = list(hay.find(text))
    assert len(" ".join(before)) + 1 in [at for at, _ in found]
    assert {("x", "y")} == {tuple(hay.tells(each)) for _, each in found}
    long = len("".join(words)) >= 16
    apart = list(hay.find(" ".join("".join(text.split()))))
    assert bool(apart) == (long or max(map(len, words)) == 1)
    assert all(text[at] == needle[0] for at, _ in found)
    hay.remove({each for _, each in found})
    assert [] == list(hay.find(text))
