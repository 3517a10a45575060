"""Lay out the yearly synthesis: numbered findings, to whom they speak, on what they build. Sixth step."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Fact, Facts, Heading, Paragraph, say
from pledgekit.reports.clauses import short
from pledgekit.reports.dialogues import about_event, addressee, all_sources, remarks, short_event
from pledgekit.reports.framing import framed
from pledgekit.reports.papers import PaperTelling
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.model.dialogue import Finding
    from pledgekit.model.document import Block, Document, Inline
    from pledgekit.reports.findings.value import FindingsReport
    from pledgekit.words import Words

__all__ = ["lay_out"]


def lay_out(report: FindingsReport, words: Words) -> Document:
    """Put the synthesis into words; raises KeyError when the language lacks one of them."""
    told = PaperTelling(report, words, "findings", report.commitments)
    declaration = report.declaration
    title = "".join(span.text for span in told.text(declaration, "title"))
    opening = _lead(told)
    return framed(
        report,
        words,
        kicker=words.say("findings.kicker"),
        title=_title(told),
        subtitle=words.say("findings.subtitle", declaration=title, date=told.day()),
        description=opening,
        blocks=(
            Paragraph(text=say(opening), role="lead"),
            *_years(told),
            *_of_dialogues(told),
            *_dialogues(told),
            told.how_to_read(),
            *told.publishing(),
        ),
    )


def _title(told: PaperTelling[FindingsReport]) -> str:
    period = told.report.period
    return told.words.say("findings.title-period", period=told.period(period)) if period else told.own("title")


def _lead(told: PaperTelling[FindingsReport]) -> str:
    """Say how many findings there are, and from how many dialogues."""
    words, report = told.words, told.report
    when = words.say("findings.lead.period", period=told.period(report.period)) if report.period else ""
    parts = [
        words.count("findings.lead.synthesis", len(report.synthesis), period=when),
        words.count("findings.lead.dialogues", len(report.events), period=when),
    ]
    return " ".join(filter(None, parts))


def _years(told: PaperTelling[FindingsReport]) -> Iterator[Block]:
    """Tell the findings of each year, and to whom they speak."""
    for year, group in groupby(told.report.synthesis, key=lambda each: each.year):
        found = tuple(group)
        text = told.words.say("findings.year", year=str(year)) if year else told.own("further")
        anchor = f"year/{year or 'further'}"
        yield Heading(level=2, text=text, anchor=anchor)
        yield from _addressed(told, found)
        for each in found:
            yield Heading(level=3, text=_heading(told, each), anchor=f"finding/{each.owner}/{each.id}")
            yield Paragraph(text=told.text(each, "text"))
            yield from _grounds(told, each)
        yield from (Paragraph(text=each, role="small") for each in remarks(told, found))
        sources = all_sources(told, found)
        if sources:
            label = say(told.words.say("report.sources") + told.words.say("report.colon"))
            yield Paragraph(text=label + sources, role="small")


def _addressed(told: PaperTelling[FindingsReport], found: Sequence[Finding]) -> Iterator[Block]:
    """Say which numbers speak to whom; nothing where no finding names anybody, or none has a number."""
    numbered = [each for each in found if each.addressed_to and each.number is not None]
    by_whom: dict[str, list[str]] = {}
    for each in numbered:
        by_whom.setdefault(addressee(told, each), []).append(str(each.number))
    if by_whom:
        yield Facts(
            items=tuple(
                Fact(label=label, value=say(_numbers(told, numbers))) for label, numbers in sorted(by_whom.items())
            )
        )


def _numbers(told: PaperTelling[FindingsReport], numbers: Sequence[str]) -> str:
    return told.words.count("findings.numbers", len(numbers), numbers=told.words.listed(numbers))


def _heading(told: PaperTelling[FindingsReport], finding: Finding) -> str:
    """Give a finding's number and to whom it speaks: "2. For mayors and cities"."""
    if finding.number is None:
        return addressee(told, finding)
    if not finding.addressed_to:
        return told.words.say("findings.numbered", number=str(finding.number))
    return told.words.say("findings.numbered-to", number=str(finding.number), whom=addressee(told, finding))


def _grounds(told: PaperTelling[FindingsReport], finding: Finding) -> Iterator[Block]:
    """Say on which earlier findings it builds, and name the actions that show it."""
    report = told.report
    for ref in finding.builds_on:
        if ref in report.earlier:
            earlier = told.text(report.earlier[ref], "text")
            year = report.earlier[ref].year
            message = "findings.builds-on-year" if year else "findings.builds-on"
            parts = {"text": earlier, "year": say(str(year))}
            yield Paragraph(text=fitted(told.words, message, parts), role="small")
    examples = [ref for ref in finding.examples if ref in report.deeds]
    if examples:
        yield told.sentence("examples")
        yield Bullets(items=tuple(short(told, ref) for ref in examples))


def _of_dialogues(told: PaperTelling[FindingsReport]) -> Iterator[Block]:
    """Tell what single dialogues found, dialogue by dialogue."""
    report = told.report
    if not report.of_dialogues:
        return
    yield Heading(level=2, text=told.own("of-dialogues"), anchor="of-dialogues")
    for event in report.events:
        own = [each for each in report.of_dialogues if each.event == event.ref]
        if own:
            title = "".join(span.text for span in told.text(event, "title"))
            yield Heading(level=3, text=title, anchor=f"event/{event.owner}/{event.id}", lang=told.lang(event))
            yield Paragraph(text=say(told.phrases(about_event(told, event))), role="small")
            yield Bullets(items=tuple(_labelled(told, each) for each in own))
            for each in own:
                yield from _grounds(told, each)


def _labelled(told: PaperTelling[FindingsReport], finding: Finding) -> Inline:
    label = say(addressee(told, finding), strong=True) + say(told.words.say("report.colon"))
    return label + told.text(finding, "text")


def _dialogues(told: PaperTelling[FindingsReport]) -> Iterator[Block]:
    """Name all dialogues of the time, those without findings too."""
    if told.report.events:
        yield Heading(level=2, text=told.own("dialogues"), anchor="dialogues")
        yield Bullets(items=tuple(short_event(told, each) for each in told.report.events))
