"""Lay out the list of corrections: how many, each with its day, and what is never listed. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Paragraph, say
from pledgekit.reports.corrections.lines import told_correction
from pledgekit.reports.framing import framed
from pledgekit.reports.papers import PaperTelling

if TYPE_CHECKING:
    from pledgekit.model.document import Document
    from pledgekit.reports.corrections.value import CorrectionsReport
    from pledgekit.words import Words

__all__ = ["lay_out"]


def lay_out(report: CorrectionsReport, words: Words) -> Document:
    """Put the list into words; raises KeyError when the language lacks one of them."""
    told = PaperTelling(report, words, "corrections")
    opening, corrections = _lead(told), told.corrections()
    return framed(
        report,
        words,
        kicker=told.own("kicker"),
        title=told.own("title"),
        subtitle=_subtitle(told),
        description=opening,
        blocks=(
            Paragraph(text=say(opening), role="lead"),
            told.sentence("how-to-read"),
            *(
                [Bullets(items=tuple(told_correction(told, each) for each in report.corrections))]
                * bool(report.corrections)
            ),
            told.sentence("never-listed"),
            *([Paragraph(text=say(corrections))] if corrections else []),
            *told.publishing(),
        ),
    )


def _lead(told: PaperTelling[CorrectionsReport]) -> str:
    """Say how many corrections there are, and since when they were counted."""
    words, report = told.words, told.report
    if report.since is None:
        return words.count("corrections.lead", len(report.corrections))
    return words.count("corrections.lead-since", len(report.corrections), date=words.date(report.since))


def _subtitle(told: PaperTelling[CorrectionsReport]) -> str:
    declaration = told.report.declaration
    if declaration is None:
        return told.words.say("corrections.subtitle", date=told.day())
    title = "".join(span.text for span in told.text(declaration, "title"))
    return told.words.say("corrections.subtitle-of", declaration=title, date=told.day())
