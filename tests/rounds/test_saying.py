"""What a form says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.model.declaration import Publisher
from pledgekit.rounds import saying
from pledgekit.words import Words
from tests.rounds.forms import form, placed, with_record

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.rounds.form import Form

EN = Words("en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The register."""
    return placed(tmp_path)


@pytest.fixture
def asked(root: Path) -> Form:
    """Oslo's form."""
    return form(root)


def test_its_title_names_the_declarations(asked: Form) -> None:
    """One or several, by their short titles, else their titles."""
    assert "Progress in 2024 on One and Two" == saying.title(asked, EN)
    first = asked.declarations[0].changed({"short_title": ""})
    assert "Declaration One: progress in 2024" == saying.title(asked._replace(declarations=(first,)), EN)


def test_before_the_questions(asked: Form) -> None:
    """For whom, who asks, by when; whom to ask back, once, where that is on record; that errors may stand."""
    said = saying.intro(asked, EN)
    assert "For: Oslo" == said[0]
    assert "Who asks: the secretariat that sent you this form" == said[1]
    assert saying.by_when(asked, EN) in said
    assert "By when: 15 February 2025" == saying.by_when(asked, EN)
    known = Publisher(name="N", corrections="Ask Bo")
    two = tuple(each.changed({"publisher": known, "network": "The Network"}) for each in asked.declarations)
    more = saying.intro(asked._replace(declarations=two, despite_problems=True), EN)
    assert "Who asks: The Network" == more[1]
    assert 1 == sum("Ask Bo" in each for each in more)
    assert len(said) + 2 == len(more)


def test_the_city_is_called_as_in_its_language(asked: Form) -> None:
    """Where that name is on record."""
    named = asked._replace(city=asked.city.changed({"local_names": {"en": "Oslo!"}}))
    assert ("Oslo", "Oslo!") == (saying.city_name(asked, EN), saying.city_name(named, EN))


def test_wordings_say_whose_they_are(asked: Form) -> None:
    """Official ones stand for themselves; others, and titles without a text, say what they are."""
    official, working, source = asked.questions
    assert "We speak out.\nAsked once for: one-2020/a and two-2021/x" == saying.wording(official, EN)
    assert EN.level("wording", "provisional") == saying.wording(working, EN)
    assert EN.level("wording", "paraphrase") == saying.wording(source, EN)


def test_the_last_answer(asked: Form) -> None:
    """With its period and the city's words; none where none is held."""
    first, second, _ = asked.questions
    assert "2023: limited\nBegun." == saying.last_answer(first, EN)
    assert "none on record" == saying.last_answer(second, EN)
    assert first.last is not None
    bare = first._replace(last=first.last.changed({"narrative": "", "completion": "", "instead": "declined"}))
    assert "2023: declined to answer" == saying.last_answer(bare, EN)


def test_what_is_held_of_an_action(root: Path) -> None:
    """Its summary, what shows it, when it was, under which questions."""
    text = '[[actions]]\nid = "span"\ntitle = "T"\ncommitments = ["two-2021/x"]\nstart = "2023"\nend = "2024"\n'
    with_record(root, text + '[[actions.evidence]]\nurl = "https://example.org/b"\n')
    asked = form(root)
    days, plan, span = asked.actions
    assert "Three days.\nA page" == saying.about(days, EN)
    assert "https://example.org/b" == saying.about(span, EN)
    assert ("15 June 2023", "2024") == (saying.when(days, EN), saying.when(plan, EN))
    assert "Work together\nWork together" == saying.under(asked, plan, EN)
    assert "Speak out" == saying.under(asked, span, EN)
