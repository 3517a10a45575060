"""Lay out the report of one commitment, for a page of its own or a part of another website. Sixth step."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Column, Heading, Paragraph, Table, say
from pledgekit.reports.clauses import answer, counted, short, wording
from pledgekit.reports.dialogues import addressee
from pledgekit.reports.framing import framed
from pledgekit.reports.judging import assessed, assessments, differences, rated, reported
from pledgekit.reports.learning import told_learned
from pledgekit.reports.papers import PaperTelling
from pledgekit.reports.telling import fitted, joined
from pledgekit.reports.unnamed import told_unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.document import Block, Document, Inline
    from pledgekit.reports.commitment.value import CommitmentReport, Related
    from pledgekit.words import Words

__all__ = ["lay_out"]


def lay_out(report: CommitmentReport, words: Words) -> Document:
    """Put a report into words; raises KeyError when the language lacks one of them."""
    declaration = report.declaration
    told = PaperTelling(report, words, "commitment", report.commitments, declaration.signatory_words)
    heading = told.headings[report.clause.commitment.ref]
    date = told.day()
    title = "".join(span.text for span in told.text(declaration, "title"))
    opening = " ".join(counted(told, report.clause.figures))
    return framed(
        report,
        words,
        kicker=declaration.short_title or title,
        title=heading,
        subtitle=(
            words.say("commitment.subtitle-period", period=words.period(report.period), date=date)
            if report.period
            else words.say("commitment.subtitle", date=date)
        ),
        description=words.say("commitment.description", heading=heading, declaration=title),
        blocks=(
            *wording(told, report.clause.commitment),
            Paragraph(text=say(opening), role="lead"),
            *_who(told),
            *_examples(told),
            *_answers(told),
            *_lanes(told),
            *_apart(told, "said", report.clause.statements),
            *_apart(told, "before", report.before),
            *_apart(told, "elsewhere", report.elsewhere),
            *told_unnamed(told, report.clause.unnamed, level=2, anchor="unnamed"),
            *told_learned(told, report.learned or ()),
            *_findings(told),
            *_related(told),
            told.how_to_read(),
            *told.publishing(),
        ),
    )


def _who(told: PaperTelling[CommitmentReport]) -> Iterator[Block]:
    """Say in a table who does what: cities by name, each with all that is on record."""
    words, report = told.words, told.report
    if not report.clause.actions:
        return
    rows = []
    for city, refs in groupby(report.clause.actions, key=lambda ref: ref.owner):
        titles = joined(words, [told.text(report.deeds[ref].action, "title") for ref in refs])
        rows.append((say(told.name(city), name=True), say(told.country(city)), titles))
    yield Heading(level=2, text=told.own("who"), anchor="who")
    yield Table(
        caption=told.own("who.caption"),
        columns=tuple(
            Column(head=words.say(f"commitment.who.{each}"), header=each == "name")
            for each in ("name", "country", "what")
        ),
        rows=tuple(rows),
    )


def _examples(told: PaperTelling[CommitmentReport]) -> Iterator[Block]:
    """Tell the examples in full; where they were chosen, the rest is in the table above them, and named here."""
    clause = told.report.clause
    if not clause.examples:
        return
    yield Heading(level=2, text=told.own("examples"), anchor="examples")
    yield from (told.deed(each) for each in clause.examples)
    rest = [each for each in clause.actions if each not in set(clause.examples)]
    if rest:
        yield told.sentence("more")
        yield Bullets(items=tuple(short(told, each) for each in rest))


def _answers(told: PaperTelling[CommitmentReport]) -> Iterator[Block]:
    """Give what cities reported in their own words, where this audience may read it."""
    report = told.report
    if report.clause.told and report.responses_seen and not told.reserved(report.declaration.owner):
        text = told.words.say("commitment.answers", period=told.period(report.cell_period))
        yield Heading(level=2, text=text, anchor="answers")
        nature = report.clause.commitment.nature
        yield Bullets(items=tuple(answer(told, each, nature) for each in report.clause.told))


def _lanes(told: PaperTelling[CommitmentReport]) -> Iterator[Block]:
    """Put the city's own word and the assessor's side by side where an assessor looked, and tell each assessment."""
    words, report = told.words, told.report
    looked_at = [each for each in report.cells if rated(each)]
    if not looked_at or not report.responses_seen or told.reserved(report.declaration.owner):
        return
    nature = report.clause.commitment.nature
    yield Heading(level=2, text=words.say("lanes.title"), anchor="assessments")
    yield Table(
        caption=words.say("lanes.both", period=told.period(report.cell_period)),
        columns=tuple(
            Column(head=words.say(f"lanes.both.{each}"), header=each == "name")
            for each in ("name", "reported", "assessed")
        ),
        rows=tuple(
            (
                say(told.name(each.city.owner), name=True),
                say(reported(words, each, nature)),
                say(assessed(words, each, nature)),
            )
            for each in looked_at
        ),
    )
    yield Paragraph(text=say(words.say("lanes.not-named")))
    yield from differences(told, looked_at, level=3, anchor="assessments/differ")
    if report.judgements:
        yield Paragraph(text=say(words.say("lanes.intro")))
        yield Bullets(items=tuple(assessments(told, report.judgements, clause=False)))


def _apart(told: PaperTelling[CommitmentReport], part: str, refs: Sequence[Ref]) -> Iterator[Block]:
    if refs:
        yield Heading(level=2, text=told.own(part), anchor=part)
        yield told.sentence(f"{part}.intro")
        yield from (told.deed(each) for each in refs)


def _findings(told: PaperTelling[CommitmentReport]) -> Iterator[Block]:
    """Give the findings that cite what is told here."""
    found = told.report.findings
    if found:
        yield Heading(level=2, text=told.own("findings"), anchor="findings")
        colon = say(told.words.say("report.colon"))
        yield Bullets(
            items=tuple(say(addressee(told, each), strong=True) + colon + told.text(each, "text") for each in found)
        )


def _related(told: PaperTelling[CommitmentReport]) -> Iterator[Block]:
    if told.report.related:
        yield Heading(level=2, text=told.own("related"), anchor="related")
        yield told.sentence("related.intro")
        yield Bullets(items=tuple(_like(told, each) for each in told.report.related))


def _like(told: PaperTelling[CommitmentReport], related: Related) -> Inline:
    return fitted(
        told.words,
        "commitment.related.item",
        {
            "title": told.text(related.commitment, "title"),
            "declaration": say(related.declaration.short_title or related.declaration.title),
            "relation": say(told.words.level("relation", related.relation)),
        },
    )
