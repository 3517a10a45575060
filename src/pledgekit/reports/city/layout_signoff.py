"""The page on which a city says what may be published about it, and how its answer is put on record. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from pledgekit.model.deeds import Action
from pledgekit.model.document import Column, Fact, Facts, Heading, Paragraph, Table, say
from pledgekit.model.lanes import Update
from pledgekit.model.levels import STATEMENT, Audience, is_city
from pledgekit.reports.people import told_acts
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.city.value import CityReport, Signed
    from pledgekit.reports.papers import PaperTelling
    from pledgekit.words import Words

__all__ = ["command", "sign_off"]


def sign_off(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Ask for each record whether it may be published; nothing where there is none, or where others read it."""
    words, report = told.words, told.report
    if not report.sign_off:
        return
    city = report.city.name
    asked = [words.say("review.page.ask", city=city)]
    asked += [words.say("review.page.back", **each.values) for each in report.notes if each.id == "corrections"]
    yield Heading(level=2, text=words.say("review.page"), anchor="sign-off", page=True)
    yield Paragraph(text=say(" ".join(asked)))
    yield Table(
        caption=words.say("review.page.caption", city=city),
        columns=tuple(
            Column(head=words.say(f"review.page.{each}"), numeric=each == "number")
            for each in ("number", "what", "yes", "unnamed", "no")
        ),
        rows=tuple(_row(told, number, each) for number, each in enumerate(report.sign_off, 1)),
    )
    yield from (Paragraph(text=say(each), role="small") for each in _meanings(told))
    line = say(words.say("review.page.line"))
    yield Facts(
        items=tuple(Fact(label=words.say(f"review.page.{each}"), value=line) for each in ("name", "date", "signature"))
    )
    yield Paragraph(text=say(words.say("review.page.reference", refs=_refs(report))), role="small")
    if report.audience is Audience.INTERNAL:
        yield Paragraph(text=say(words.say("review.page.staff", command=command(report, words))), role="small")


def command(report: CityReport, words: Words) -> str:
    """Give the one command that puts on record that a city approved all that it was asked about."""
    return words.say("review.page.command", refs=_refs(report))


def _refs(report: CityReport) -> str:
    return " ".join(f"{each.record.ref}@{each.mark}" for each in report.sign_off)


def _meanings(told: PaperTelling[CityReport]) -> Iterator[str]:
    """Say what each box means; whoever cannot be told without a name has no such box."""
    yield told.words.say("review.page.meaning.as-it-stands")
    if any(_has_unnamed(told, each) for each in told.report.sign_off):
        yield told.words.say("review.page.meaning.unnamed", city=told.unnamed(told.report.city.country))
    yield told.words.say("review.page.meaning.not-at-all")


def _row(told: PaperTelling[CityReport], number: int, signed: Signed) -> tuple[Inline, ...]:
    words = told.words
    what = _what(told, signed)
    if signed.approved is not None:
        what += say(" ") + say(words.say("review.page.approved", date=words.date(signed.approved)), emphasis=True)
    box = say(words.say("review.page.box"))
    without = box if _has_unnamed(told, signed) else say(words.say("review.page.no-box"))
    return say(words.number(number)), what, box, without, box


def _has_unnamed(told: PaperTelling[CityReport], signed: Signed) -> bool:
    return isinstance(signed.record, Action) and is_city(told.report.city.kind)


def _what(told: PaperTelling[CityReport], signed: Signed) -> Inline:
    """Give the words of a record: of an action title, date and summary, of an answer its level and its words."""
    words, record = told.words, signed.record
    if isinstance(record, Action):
        return _deed(told, record)
    if isinstance(record, Update):
        return _answer(told, record)
    declaration = next(each for each in told.report.declarations if each.ref == record.declaration)
    title = say(declaration.short_title or declaration.title, strong=True)
    return fitted(words, "review.page.act", {"declaration": title, "act": say(told_acts(told, [record]))})


def _deed(told: PaperTelling[CityReport], action: Action) -> Inline:
    deed = told.report.deeds[action.ref]
    said = told.words.say("report.said") if action.kind == STATEMENT else ""
    title = tuple(evolve(each, strong=True) for each in told.text(action, "title"))
    about = told.phrases([told.dates(action, deed.last_heard), said])
    what = fitted(told.words, "review.page.about", {"title": title, "about": say(about)})
    for each in (*told.passages(action, "summary"), told.text(action, "remark")):
        what += say(" ") + each if each else ()
    return what


def _answer(told: PaperTelling[CityReport], update: Update) -> Inline:
    words = told.words
    scale, word = ("completion", update.completion) if update.completion else ("instead", update.instead)
    level = words.level(scale, word)
    period = words.period(update.period)
    heading = say(told.clause_of(update.commitment), strong=True)
    what = fitted(words, "review.page.about", {"title": heading, "about": say(told.phrases([period, level]))})
    return what + (say(" ") + told.text(update, "narrative") if update.narrative else ())
