"""Names: one spelling for refs, ids that any disk can hold, and names compared the way people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.ids import ID_LENGTH, Ref, fold, is_id, is_ref, nearest, slug
from tests.strategies import ids, refs


@given(ids())
def test_words_joined_by_hyphens_are_an_id(text: str) -> None:
    """Lower-case words and digits with single hyphens are an id up to the length allowed."""
    assert (len(text) <= ID_LENGTH) is is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "å", "a/b", "a\n", "٣", "a" * (ID_LENGTH + 1)],
)
def test_anything_else_is_no_id(text: str) -> None:
    """Upper case, other letters and digits, blanks, line ends and doubled hyphens are refused."""
    assert not is_id(text)


@given(refs())
def test_a_ref_is_written_as_it_is_read(ref: Ref) -> None:
    """There is one spelling of a ref, and reading it gives the same ref."""
    assert ref == Ref.parse(str(ref))
    assert is_ref(str(ref))


@pytest.mark.parametrize("text", ["", "/", "a/", "/a", "a/b/c", "A/b", "a/b ", "a" * 81, "a/" + "b" * 81])
def test_anything_else_is_no_ref(text: str) -> None:
    """A ref has one or two ids and nothing more."""
    assert not is_ref(text)
    with pytest.raises(ValueError, match=r"^" + text.replace("/", "\\/")):
        Ref.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź-Bałuty", "lodz baluty"),
        ("'s-Gravenhage", "s gravenhage"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Malmö", "malmo"),
        ("İzmir", "izmir"),
        ("Reykjavík & Þingvellir", "reykjavik thingvellir"),
        ("Αθήνα, Ελλάδα", "αθηνα ελλαδα"),
        ("  ", ""),
    ],
)
def test_names_are_folded(text: str, expected: str) -> None:
    """Accents, case and punctuation do not count; letters of other scripts stay."""
    assert expected == fold(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What was folded stays as it is."""
    assert fold(text) == fold(fold(text))


@given(st.text(), st.integers(1, ID_LENGTH))
def test_a_slug_is_an_id_or_nothing(text: str, length: int) -> None:
    """Whatever the words, what is made of them can be an id and is no longer than asked."""
    made = slug(text, length)
    assert not made or is_id(made)
    assert len(made) <= length


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Days of Dialogue in Łódź", 80, "days-of-dialogue-in-lodz"),
        ("Days of Dialogue", 8, "days-of"),
        ("Days of Dialogue", 7, "days-of"),
        ("Dialogue", 4, "dial"),
        ("Αθήνα 2024", 80, "2024"),
        ("Αθήνα", 80, ""),
    ],
)
def test_a_slug_ends_with_a_word(text: str, length: int, expected: str) -> None:
    """It is cut between words where it can be, and leaves out what is not Latin."""
    assert expected == slug(text, length)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("speakout", ["speak-out", "leadership"], "speak-out"),
        ("MUNCHEN", ["münchen", "munster"], "münchen"),
        ("zzz", ["speak-out"], ""),
        ("a", [], ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: list[str], expected: str) -> None:
    """Accents and hyphens do not stand in the way; what is far is not suggested."""
    assert expected == nearest(word, known)
