"""The language of a form, and that each draft says all that a form says."""

from __future__ import annotations

import re
from importlib import import_module
from string import Formatter
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from pledgekit.catalogues import FORM_LANGUAGES, LANGUAGES
from pledgekit.errors import UsageError
from pledgekit.model.scales import SCALES
from pledgekit.rounds.choices import choices, label
from pledgekit.rounds.languages import insist_known, language_for
from pledgekit.words import Words
from tests.registers import made
from tests.rounds.forms import form, placed

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = [each for each in FORM_LANGUAGES if each not in LANGUAGES]
BRACES = re.compile(r"\{[^}]*\}")
AREAS = ("language", "round", "scales", "report")
SHOWN = ("wording", "status", "completion", "instead", "obstacle")  # the scales that a form shows
FRAME = ("skip", "contents", "sources", "colophon", "colon", "banner.city", "banner.despite-problems", "banner.join")
DATES = ("dates.undated", "dates.undated-described", "dates.begun", "dates.ended")


def messages(lang: str, area: str) -> dict[str, Any]:
    """All messages of an area."""
    found: dict[str, Any] = import_module(f"pledgekit.catalogues.{lang}.{area}").MESSAGES
    return found


def values(message: Any) -> Any:  # noqa: ANN401  a text, or its plural forms
    """The names of values in a text, or in each plural form."""
    if isinstance(message, str):
        return {name for _, name, _, _ in Formatter().parse(message) if name}
    return {form: values(text) for form, text in message.items()}


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("lang", OTHERS)
def test_a_draft_has_what_a_form_needs_and_no_more(lang: str, area: str) -> None:
    """The same ids as English, of scales and shared words those that a form shows, with the same values in each."""
    english = messages("en", area)
    needed = {
        "scales": {each for each in english if each.split(".")[1] in SHOWN},
        "report": {f"report.{each}" for each in (*FRAME, *DATES)},
    }.get(area, set(english))
    found = messages(lang, area)
    assert needed == set(found)
    assert {each: values(english[each]) for each in needed} == {each: values(text) for each, text in found.items()}
    assert [] == [each for each, text in found.items() if not text.strip()]


@pytest.mark.parametrize("lang", OTHERS)
def test_a_draft_has_its_plural_and_is_no_copy(lang: str) -> None:
    """One and more are told apart; hardly a sentence is English."""
    language = import_module(f"pledgekit.catalogues.{lang}.language")
    assert ["one", "other", "other"] == [language.plural(n) for n in (1, 2, 1000)]
    assert "" == language.REVIEWED_BY
    english = messages("en", "round")
    same = {
        key
        for key, text in messages(lang, "round").items()
        if text == english[key] and re.search(r"[a-z]{2}\W+[a-z]{2}", BRACES.sub("", text))
    }
    assert set() == same


@pytest.mark.parametrize("lang", FORM_LANGUAGES)
def test_no_two_words_of_a_list_are_the_same(tmp_path: Path, lang: str) -> None:
    """What is chosen leads back to one id, and fits the cells of a spreadsheet."""
    asked = form(placed(tmp_path))
    for name, options in choices(asked, Words(lang)).items():
        assert len(options) == len({word.casefold() for _, word in options}), name
    helps = [text for key, text in messages(lang, "round").items() if key.startswith(("round.help.", "round.choose"))]
    assert [] == [text for text in helps if len(text) > 255]
    sheets = [text for key, text in messages(lang, "round").items() if key.startswith("round.sheet.")]
    assert [] == [text for text in sheets if len(text) > 31 or set(text) & set("[]:*?/\\'")]
    assert len(sheets) == len({each.casefold() for each in sheets})


@pytest.mark.parametrize("lang", FORM_LANGUAGES)
def test_every_answer_has_a_label(lang: str) -> None:
    """For ways of working and for things to deliver."""
    words = Words(lang)
    levels = [each.word for name in ("completion", "instead") for each in SCALES[name].levels]
    assert all(label(words, each, nature) for each in levels for nature in ("", "ongoing", "deliverable"))


@pytest.mark.parametrize(
    ("languages", "lang", "allow_draft", "expected"),
    [
        ((), "", False, ("en", "en", "")),
        (("en",), "", False, ("en", "en", "")),
        (("nl-BE", "fr"), "", False, ("en", "nl-BE", "in-english-draft")),
        (("nl-BE", "fr"), "", True, ("nl", "nl-BE", "drafted")),
        (("no",), "", True, ("en", "no", "in-english")),
        (("nl",), "fr", True, ("fr", "fr", "drafted")),
        (("nl",), "EN", False, ("en", "EN", "")),
    ],
)
def test_a_city_is_asked_in_its_first_language(
    languages: tuple[str, ...], lang: str, allow_draft: bool, expected: tuple[str, str, str]
) -> None:
    """Or in that asked for; in English where there is no catalogue, or a draft that was not allowed."""
    city: Any = attrs.evolve(made("city"), languages=languages)
    chosen = language_for(city, lang, allow_draft=allow_draft)
    assert expected == (chosen.words.lang, chosen.wanted, chosen.note)


def test_a_reviewed_language_is_used_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a catalogue says who reviewed it."""
    monkeypatch.setattr("pledgekit.catalogues.de.language.REVIEWED_BY", "A. Reader, 2026")
    city: Any = attrs.evolve(made("city"), languages=("de",))
    chosen = language_for(city, "", allow_draft=False)
    assert ("de", "", "A. Reader, 2026") == (chosen.words.lang, chosen.note, chosen.words.reviewed_by)


def test_an_unknown_language_is_wrong_usage() -> None:
    """It names those there are."""
    insist_known("")
    insist_known("de-CH")
    with pytest.raises(UsageError, match="no form in the language 'xx'; languages: de, en, es, fr, nl"):
        insist_known("xx")
