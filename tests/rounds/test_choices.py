"""The words a city chooses from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.catalogues import FORM_LANGUAGES
from pledgekit.ids import fold
from pledgekit.model.scales import SCALES
from pledgekit.rounds.choices import PUBLISH, answers, choices, headings, in_any_language
from pledgekit.words import Words
from tests.rounds.forms import form, placed

if TYPE_CHECKING:
    from pledgekit.rounds.form import Form


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """Oslo's form."""
    return form(placed(tmp_path_factory.mktemp("register")))


def test_levels_come_first() -> None:
    """Before them "unchanged", where there is a last answer; nowhere else is it offered."""
    assert SCALES["completion"].words == answers(again=False)[:4]
    assert "unchanged" not in answers(again=False)
    assert ("unchanged", *answers(again=False)) == answers(again=True)


@pytest.mark.parametrize("lang", FORM_LANGUAGES)
def test_every_list_has_words_that_differ(asked: Form, lang: str) -> None:
    """In every language of forms: what is chosen can be told from everything else that may be."""
    for name, options in choices(asked, Words(lang)).items():
        words = [fold(word) for _, word in options]
        assert "" not in words
        assert len(words) == len(set(words)), name


@pytest.mark.parametrize("lang", FORM_LANGUAGES)
def test_words_of_any_language_are_known(asked: Form, lang: str) -> None:
    """A word of one language that means something else in another is nobody's to guess; all others are found."""
    found = 0
    for name in ("answer", "publish", "confirm", "obstacle", "status"):
        for key, word in choices(asked, Words(lang))[name]:
            assert key in in_any_language(name, word.upper())
            found += 1
    assert found > len(PUBLISH)
    assert set() == in_any_language("publish", "perhaps")
    assert set() == in_any_language("clause", "1. Speak out")


def test_alike_headings_carry_their_declaration(asked: Form) -> None:
    """Its short title, or its id where it has none."""
    assert {
        "one-2020/a": "1. Speak out",
        "one-2020/b": "Work together (One)",
        "two-2021/y": "Work together (Two)",
    } == headings(asked, Words("en"))
    nameless = tuple(each.changed({"short_title": ""}) for each in asked.declarations)
    assert "Work together (two-2021)" == headings(asked._replace(declarations=nameless), Words("en"))["two-2021/y"]
