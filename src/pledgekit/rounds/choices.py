"""The words a city chooses from, in its language, each with the id it stands for. For what asks and what reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.catalogues import FORM_LANGUAGES
from pledgekit.ids import fold
from pledgekit.model.levels import Instead, Status, Verdict
from pledgekit.model.scales import SCALES
from pledgekit.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.record import Record
    from pledgekit.rounds.form import Form, Question

__all__ = [
    "CONFIRM",
    "PUBLISH",
    "Choice",
    "answers",
    "choices",
    "heading",
    "headings",
    "in_any_language",
    "label",
    "lang_of",
    "text_of",
]

Choice = tuple[str, str]  # id, word

# May it be published? The verdict of the review that the answer becomes; of "no" there is none but for what is public.
PUBLISH: Final[Mapping[str, str]] = {
    "yes": Verdict.MAY_PUBLISH,
    "unnamed": Verdict.MAY_PUBLISH_UNNAMED,
    "no": Verdict.MUST_NOT_PUBLISH,
}
CONFIRM: Final = ("right", "correct", "not-ours")
_ASKED_STATUS: Final = (
    Status.PIPELINE,
    Status.IMPLEMENTATION,
    Status.FINALISATION,
    Status.CLOSED,
    Status.SUSPENDED,
    Status.CANCELLED,
)


def answers(*, again: bool) -> tuple[str, ...]:
    """Give the ids of all answers to a question, levels first; `unchanged` before them where there was a last one."""
    levels = (each.word for each in SCALES["completion"].levels)
    others = (each.word for each in SCALES["instead"].levels if each.word != Instead.UNCHANGED)
    return (*([Instead.UNCHANGED] if again else []), *levels, *others)


def label(words: Words, answer: str, nature: str = "") -> str:
    """Give the word for an answer: a level of completion, or what stands in its place."""
    scale = "completion" if answer in SCALES["completion"].words else "instead"
    return words.level(scale, answer, nature)


def headings(form: Form, words: Words) -> dict[str, str]:
    """Give what each question is called, by its ref: the first clause's number, where it has one, and title.

    Of questions that would be called alike, each with its declaration, so that nobody chooses the wrong one.
    """
    plain = {str(each.ref): heading(each, words) for each in form.questions}
    folded = [fold(each) for each in plain.values()]
    names = {each.id: text_of(each, "short_title", words) or each.id for each in form.declarations}
    return {
        ref: f"{text} ({names[ref.partition('/')[0]]})" if folded.count(fold(text)) > 1 else text
        for ref, text in plain.items()
    }


def heading(question: Question, words: Words) -> str:
    """Give what a question is called: its first clause's number, where it has one, and title."""
    first = question.commitments[0]
    title = text_of(first, "title", words)
    return f"{first.number}. {title}" if first.number else title


def text_of(record: Record, key: str, words: Words) -> str:
    """Give a text of a record in the language of the form where it is translated, else as it stands."""
    translated = record.translations.get(words.lang, {}).get(key, "")
    text: str = translated or getattr(record, key)
    return text


def lang_of(record: Record, key: str, words: Words, form: Form) -> str:
    """Give the language of a text as `text_of` gives it, where it is not that of the form."""
    if key in record.translations.get(words.lang, {}):
        return ""
    spoken = {form.city.id: form.city.languages, **{each.id: each.languages for each in form.declarations}}
    lang = record.lang or next(iter(spoken.get(record.owner, ())), "")
    return "" if lang == words.lang else lang


def choices(form: Form, words: Words) -> dict[str, tuple[Choice, ...]]:
    """Give all lists of a form, by name; `action` is for nobody to choose from, and tells whose row is whose."""
    again = any(each.last for each in form.questions)
    return {
        "answer": _fixed("answer", words, again=again),
        **{name: _fixed(name, words) for name in ("publish", "confirm", "obstacle", "status")},
        "clause": tuple(headings(form, words).items()),
        "action": tuple((str(each.ref), text_of(each, "title", words)) for each in form.actions),
    }


def in_any_language(name: str, text: str) -> set[str]:
    """Give the ids for which a word of a list stands in some language that forms are made in."""
    if name not in ("answer", "publish", "confirm", "obstacle", "status"):
        return set()
    said = fold(text)
    return {key for lang in FORM_LANGUAGES for key, word in _fixed(name, Words(lang)) if fold(word) == said}


def _fixed(name: str, words: Words, *, again: bool = True) -> tuple[Choice, ...]:
    """Give a list that is the same for every city."""
    if name == "answer":
        return tuple((each, label(words, each)) for each in answers(again=again))
    if name in ("publish", "confirm"):
        known = PUBLISH if name == "publish" else CONFIRM
        return tuple((each, words.say(f"round.{name}.{each}")) for each in known)
    levels = _ASKED_STATUS if name == "status" else SCALES[name].words
    return tuple((each, words.level(name, each)) for each in levels)
