"""Lay out the implementation update: the value becomes a Document, in one language. Sixth step; it counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Contents, Paragraph, say
from pledgekit.reports.annual.layout_about import about, declared, published
from pledgekit.reports.annual.layout_clauses import before, clauses, elsewhere
from pledgekit.reports.annual.layout_dialogues import dialogues, findings_of_years
from pledgekit.reports.annual.layout_people import people
from pledgekit.reports.annual.layout_round import reporting, round_sentence
from pledgekit.reports.annual.layout_since import since
from pledgekit.reports.annual.layout_summary import lead, numbers
from pledgekit.reports.annual.telling import UpdateTelling
from pledgekit.reports.framing import framed

if TYPE_CHECKING:
    from pledgekit.model.document import Document
    from pledgekit.reports.annual.value import AnnualReport
    from pledgekit.words import Words

__all__ = ["lay_out"]


def lay_out(report: AnnualReport, words: Words) -> Document:
    """Put a report into words; raises KeyError when the language lacks one of them."""
    told = UpdateTelling(report, words)
    opening = lead(told)
    date = told.day()
    return framed(
        report,
        words,
        kicker=words.say("annual.kicker"),
        title="".join(span.text for span in told.text(report.declaration, "title")),
        subtitle=(
            words.say("annual.subtitle-period", period=words.period(report.period), date=date)
            if report.period
            else words.say("annual.subtitle", date=date)
        ),
        description=opening,
        blocks=(
            Paragraph(text=say(opening), role="lead"),
            numbers(told),
            told.how_to_read(round_sentence(told)),
            Contents(depth=3),
            *since(told),
            *declared(told),
            *clauses(told),
            *before(told),
            *elsewhere(told),
            *reporting(told),
            *dialogues(told),
            *findings_of_years(told),
            *people(told),
            *published(told),
            *about(told),
        ),
    )
