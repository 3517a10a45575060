"""Lay out the portrait of a city. Sixth step; it counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from pledgekit.model.document import Bullets, Document, Fact, Facts, Heading, Note, Paragraph, say
from pledgekit.reports.clauses import short
from pledgekit.reports.dialogues import short_event
from pledgekit.reports.framing import framed
from pledgekit.reports.learning import told_learned
from pledgekit.reports.papers import PaperTelling
from pledgekit.reports.people import told_acts, told_officials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.city import Population
    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.spotlight.value import Spotlight
    from pledgekit.words import Words

__all__ = ["lay_out"]


_NO_CITIES: Final = ("region", "country", "association", "network", "organisation")  # kinds of signatories


def lay_out(report: Spotlight, words: Words) -> Document:
    """Put a portrait into words; raises KeyError when the language lacks one of them."""
    told = PaperTelling(report, words, "spotlight", report.commitments)
    place = "".join(span.text for span in told.place(report.city.owner))
    return framed(
        report,
        words,
        kicker=words.say("spotlight.kicker.other" if report.city.kind in _NO_CITIES else "spotlight.kicker"),
        title=place,
        subtitle=words.say("spotlight.subtitle", date=told.day()),
        description=words.say("spotlight.description", city=report.city.name),
        blocks=(
            *_place(told),
            *_portrait(told),
            *_dialogues(told),
            *_actions(told),
            *told_learned(told, report.learned or ()),
            *_followed(told),
            told.how_to_read(),
            *told.publishing(),
        ),
    )


def _place(told: PaperTelling[Spotlight]) -> Iterator[Block]:
    """Say what the place is, what it endorsed and who speaks for it."""
    words, report = told.words, told.report
    city = report.city
    facts = [("kind", say(words.level("city-kind", city.kind)))]
    local = [name for name in dict.fromkeys(city.local_names.values()) if name != city.name]
    if local:
        facts.append(("local-name", say(words.listed(local), name=True)))
    if city.parent is not None:
        facts.append(("part-of", say(told.name(city.parent.owner), name=True)))
    if city.population is not None:
        facts.append(("population", _population(told, city.population)))
    here = told_officials(told, report.officials) if report.officials else words.say("spotlight.office-unknown")
    facts.append(("office", say(here)))
    labelled = [Fact(label=words.say(f"spotlight.{name}"), value=value) for name, value in facts]
    for each in report.endorsed:
        title = each.declaration.short_title or each.declaration.title
        labelled.append(Fact(label=title, value=say(told_acts(told, each.acts))))
    yield Facts(items=tuple(labelled))
    for passage in told.passages(city, "remark"):
        yield Paragraph(text=passage, role="small")


def _population(told: PaperTelling[Spotlight], population: Population) -> Inline:
    number = told.words.number(population.value)
    if population.year is None:
        return say(number)
    return say(told.words.say("report.aside", text=number, aside=str(population.year)))


def _portrait(told: PaperTelling[Spotlight]) -> Iterator[Block]:
    """Give the city's answers, question by question; where there are none, ask for them."""
    report = told.report
    for each in report.profiles:
        question = "".join(span.text for span in told.text(each, "question"))
        yield Heading(level=2, text=question, anchor=f"profile/{each.id}", lang=told.lang(each))
        for passage in told.passages(each, "text"):
            yield Paragraph(text=passage)
        about = [said for said in (say(str(each.year)) if each.year else (), *map(told.source, each.sources)) if said]
        for said in about:
            yield Paragraph(text=said, role="small")
    if not report.profiles and not report.actions and not report.events:
        yield Note(kind="info", text=(say(told.words.say("spotlight.invitation", city=report.city.name)),))


def _dialogues(told: PaperTelling[Spotlight]) -> Iterator[Block]:
    if told.report.events:
        yield Heading(level=2, text=told.own("dialogues"), anchor="dialogues")
        yield Bullets(items=tuple(short_event(told, each) for each in told.report.events))


def _actions(told: PaperTelling[Spotlight]) -> Iterator[Block]:
    if told.report.actions:
        yield Heading(level=2, text=told.own("actions"), anchor="actions")
        for ref in told.report.actions:
            yield evolve(told.deed(ref, under=True), who=())


def _followed(told: PaperTelling[Spotlight]) -> Iterator[Block]:
    """Name what others did after this city's example, as far as it is not told of an action above."""
    above = {each.ref for link in told.report.learned or () for each in link.followers}
    rest = [each for each in told.report.followed if each not in above]
    if rest:
        yield Heading(level=2, text=told.own("followed"), anchor="followed")
        yield Bullets(items=tuple(short(told, each) for each in rest))
