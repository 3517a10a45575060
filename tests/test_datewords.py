"""Words for dates: an interval that holds what was meant, the words kept, and a clear answer to anything else."""

from __future__ import annotations

import datetime
import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.catalogues import LANGUAGES
from pledgekit.dates import PartialDate
from pledgekit.datewords import Spoken, read_date
from pledgekit.errors import UsageError


@pytest.mark.parametrize(
    ("said", "value", "text"),
    [
        ("spring 2023", "2023-03/2023-05", "spring 2023"),
        ("  Spring  of 2023 ", "2023-03/2023-05", "Spring of 2023"),
        ("in the summer of 2022", "2022-06/2022-08", "in the summer of 2022"),
        ("fall 2023", "2023-09/2023-11", "fall 2023"),
        ("late summer 2022", "2022-08", "late summer 2022"),
        ("winter 2023", "2022-12/2024-02", "winter 2023"),
        ("winter 2023/24", "2023-12/2024-02", "winter 2023/24"),
        ("Q2 2024", "2024-04/2024-06", "Q2 2024"),
        ("2024-Q4", "2024-10/2024-12", "2024-Q4"),
        ("second quarter of 2024", "2024-04/2024-06", "second quarter of 2024"),
        ("mid-2023", "2023-05/2023-08", "mid-2023"),
        ("early 2023", "2023-01/2023-04", "early 2023"),
        ("end of 2023", "2023-09/2023-12", "end of 2023"),
        ("early May 2024", "2024-05-01/2024-05-10", "early May 2024"),
        ("mid-May 2024", "2024-05-11/2024-05-20", "mid-May 2024"),
        ("late Feb. 2024", "2024-02-21/2024-02-29", "late Feb. 2024"),
        ("first half of 2024", "2024-01/2024-06", "first half of 2024"),
        ("H2 2024", "2024-07/2024-12", "H2 2024"),
        ("first half of May 2024", "2024-05-01/2024-05-15", "first half of May 2024"),
        ("second half of June 2024", "2024-06-16/2024-06-30", "second half of June 2024"),
        ("March to May 2023", "2023-03/2023-05", "March to May 2023"),
        ("March-May 2023", "2023-03/2023-05", "March-May 2023"),
        ("2023/24", "2023/2024", "2023/24"),
        ("1999/00", "1999/2000", "1999/00"),
        ("winter 1000", "0999-12/1001-02", "winter 1000"),
        ("May 2024", "2024-05", ""),
        ("15 May 2024", datetime.date(2024, 5, 15), ""),
        ("May 15th, 2024", datetime.date(2024, 5, 15), ""),
        ("2023-06-15", datetime.date(2023, 6, 15), ""),
        ("2023-06-15/2023-06-15", "2023-06-15/2023-06-15", ""),
        (" 2023-06 ", "2023-06", ""),
        ("2023/2024", "2023/2024", ""),
    ],
)
def test_what_words_mean(said: str, value: object, text: str) -> None:
    """Loose words are an interval and are kept; words that say no more than the date are not."""
    found = read_date(said)
    assert (value, text) == (found.value, found.text)


@pytest.mark.parametrize(
    "said",
    [
        "soon",
        "spring",
        "31 June 2024",
        "0 May 2024",
        "May to March 2023",
        "Q5 2024",
        "springs 2023",
        "winter 2023/25",
        "2023?",
    ],
)
def test_what_is_not_understood_names_what_is(said: str) -> None:
    """No guess: the words are named, and what would be understood; or, of figures alone, the shapes of dates."""
    with pytest.raises(UsageError) as caught:
        read_date(said)
    assert repr(said) in str(caught.value)
    assert "2023-03/2023-05" in str(caught.value)
    assert ("spring 2023" in str(caught.value)) == (said != "2023?")


@pytest.mark.parametrize("said", ["2023-13", "2023-24", "2023/25", "", "2024/2023"])
def test_figures_are_never_words(said: str) -> None:
    """A slip in a date in figures is told as one; 2023-24 may be a season elsewhere and is not guessed."""
    with pytest.raises(UsageError, match=r"is not a date|before it begins|no such day"):
        read_date(said)


PHRASES = [
    (language, phrase)
    for language in LANGUAGES
    for phrase in import_module(f"pledgekit.catalogues.{language}.dates").PHRASES
]


@given(st.data())
def test_every_phrase_of_every_language(data: st.DataObject) -> None:
    """Each phrase with any of its words is a date that lies about the year that was said, however it is capitalised."""
    language, phrase = data.draw(st.sampled_from(PHRASES))
    slots = import_module(f"pledgekit.catalogues.{language}.dates").SLOTS
    year = data.draw(st.integers(1001, 2998))
    months = sorted(slots["month"], key=lambda word: slots["month"][word])
    first = data.draw(st.sampled_from([each for each in months if slots["month"][each] < 12]))
    later = [each for each in months if slots["month"][each] > slots["month"][first]]
    words = {
        "year": f"{year}",
        "next": f"{(year + 1) % 100:02}",
        "day": f"{data.draw(st.integers(1, 28))}",
        "month": first,
    }
    words["until"] = data.draw(st.sampled_from(later))

    def filled(match: re.Match[str]) -> str:
        return words.get(match[1]) or str(data.draw(st.sampled_from(sorted(slots[match[1]]))))

    said = re.sub(r"\{(\w+)\}", filled, phrase)
    found = read_date(said, (language,))
    assert found == read_date(said.upper(), (language,))._replace(text=found.text)
    assert year - 1 <= found.date.first.year <= found.date.last.year <= year + 1
    assert found.date == PartialDate.parse(found.date.text)
    assert found.text in ("", said)
    assert found.text or "/" not in found.date.text


@given(st.text(max_size=30) | st.from_regex(r"(early|mid|Q1|May|spring)[ /-]{0,2}[0-9/ -]{0,9}"))
def test_any_text_is_a_date_or_a_clear_error(text: str) -> None:
    """Nothing else comes out than a date that holds or a UsageError of one line."""
    try:
        found = read_date(text)
    except UsageError as error:
        said = str(error)
    else:
        said = str(found.value)
        assert found.date.first <= found.date.last
    assert said
    assert "\n" not in said


@given(st.dates(datetime.date(1000, 1, 1)))
def test_days_in_figures_are_kept(day: datetime.date) -> None:
    """What is written in figures means what it always did."""
    assert Spoken(PartialDate.of(day)) == read_date(day.isoformat())
    assert day == read_date(day.isoformat()).value
    assert f"{day:%Y-%m}" == read_date(f"{day:%Y-%m}").value
