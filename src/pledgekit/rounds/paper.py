"""A form on paper, for going round in the house: what the workbook asks, as a document. Fourth step of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.ids import slug
from pledgekit.model.document import Bullets, Document, Fact, Facts, Heading, Note, Paragraph, passages, say
from pledgekit.model.levels import Audience
from pledgekit.reports.framing import banner, labels
from pledgekit.rounds.choices import choices, headings, lang_of
from pledgekit.rounds.saying import (
    LONGEST,
    about,
    by_when,
    city_name,
    intro,
    last_answer,
    text_of,
    title,
    under,
    when,
    whose_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.model.document import Block, Inline
    from pledgekit.rounds.choices import Choice
    from pledgekit.rounds.form import Form
    from pledgekit.words import Words

__all__ = ["paper"]

_BOX: Final = "\u2610\u00a0"  # to be ticked, and kept with its word
_LINE: Final = "\u2026" * 12  # to be written on
_NEW: Final = ("title", "clause", "date", "status", "summary", "evidence_title", "evidence_url")


def paper(form: Form, words: Words) -> Document:
    """Lay out a form for print; answers are taken from the workbook alone, and the paper says so."""
    name = city_name(form, words)
    return Document(
        title=title(form, words),
        lang=words.lang,
        dir=words.dir,
        labels=labels(words),
        subtitle=name,
        banner=banner(words, Audience.CITY, name, despite_problems=form.despite_problems),
        blocks=tuple(_blocks(form, words)),
    )


def _blocks(form: Form, words: Words) -> Iterator[Block]:
    lists, called = choices(form, words), headings(form, words)
    yield Note(kind="info", text=(say(words.say("round.paper-note")),))
    due = by_when(form, words)
    for each in intro(form, words)[1:]:  # for whom it is stands above
        yield Paragraph(text=say(each, strong=each == due))
    yield Facts(items=(_open(words, "round.answered-by"), _open(words, "round.answered-on")))
    yield Heading(level=2, text=words.say("round.sheet.answers"), anchor="answers")
    note = words.say("round.answers-note", sentence=words.say("round.help.publish"))
    yield Paragraph(text=say(note))
    for question in form.questions:
        first = question.commitments[0]
        lang = lang_of(first, "title", words, form)
        yield Heading(level=3, text=called[str(question.ref)], anchor=f"answers/{question.ref}", lang=lang)
        lang = lang_of(first, "text", words, form)
        yield from (Paragraph(text=each) for each in passages(text_of(first, "text", words), lang=lang))
        yield from (Paragraph(text=say(each)) for each in whose_words(question, words))
        yield Facts(
            items=(
                Fact(label=words.say("round.col.last"), value=say(last_answer(question, words))),
                Fact(label=words.say("round.col.answer"), value=_boxes(lists["answer"])),
                _open(words, "round.col.included_in"),
                Fact(label=words.say("round.col.narrative", n=LONGEST), value=say(_LINE)),
                Fact(label=words.say("round.col.obstacles"), value=_boxes(lists["obstacle"])),
                Fact(label=words.say("round.col.publish"), value=_boxes(lists["publish"])),
            )
        )
    yield from _actions(form, words, lists["confirm"], lists["publish"])
    yield Heading(level=2, text=words.say("round.sheet.new"), anchor="new")
    yield Paragraph(text=say(words.say("round.new-note")))
    yield Bullets(items=tuple(say(words.say(f"round.col.{each}")) for each in _NEW))


def _actions(form: Form, words: Words, confirm: Sequence[Choice], publish: Sequence[Choice]) -> Iterator[Block]:
    """Show what is on record, to be confirmed."""
    yield Heading(level=2, text=words.say("round.sheet.actions"), anchor="actions")
    if not form.actions:
        yield Paragraph(text=say(words.say("round.actions-none", sheet=words.say("round.sheet.new"))))
        return
    yield Paragraph(text=say(words.say("round.actions-note")))
    for each in form.actions:
        lang = lang_of(each, "title", words, form)
        yield Heading(level=3, text=text_of(each, "title", words), anchor=f"actions/{slug(each.id)}", lang=lang)
        lang = lang_of(each, "summary", words, form)
        for line in about(each, words).split("\n"):
            yield from (Paragraph(text=one) for one in passages(line, lang=lang))
        placed = words.listed(under(form, each, words).split("\n"))
        yield Facts(
            items=(
                Fact(label=words.say("round.col.when"), value=say(when(each, words))),
                Fact(label=words.say("round.col.clauses"), value=say(placed)),
                Fact(label=words.say("round.col.confirm"), value=_boxes(confirm)),
                _open(words, "round.col.correction"),
                Fact(label=words.say("round.col.publish"), value=_boxes(publish)),
            )
        )


def _open(words: Words, message: str) -> Fact:
    """A line to write on."""
    return Fact(label=words.say(message), value=say(_LINE))


def _boxes(options: Sequence[Choice]) -> Inline:
    """The words of a list, each to be ticked."""
    return say("   ".join(f"{_BOX}{word}" for _, word in options))
