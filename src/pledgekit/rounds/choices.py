"""The words a city chooses from, in its language, each with the id it stands for. For what asks and what reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.model.levels import Instead, Status, Verdict
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.record import Record
    from pledgekit.rounds.form import Form, Question
    from pledgekit.words import Words

__all__ = ["CONFIRM", "PUBLISH", "Choice", "answers", "choices", "heading", "label", "text_of"]

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


def choices(form: Form, words: Words) -> dict[str, tuple[Choice, ...]]:
    """Give all lists of a form, by name."""
    again = any(each.last for each in form.questions)
    return {
        "answer": tuple((each, label(words, each)) for each in answers(again=again)),
        "publish": tuple((each, words.say(f"round.publish.{each}")) for each in PUBLISH),
        "confirm": tuple((each, words.say(f"round.confirm.{each}")) for each in CONFIRM),
        "obstacle": tuple((each.word, words.level("obstacle", each.word)) for each in SCALES["obstacle"].levels),
        "status": tuple((each, words.level("status", each)) for each in _ASKED_STATUS),
        "clause": tuple((str(each.ref), heading(each, words)) for each in form.questions),
    }
