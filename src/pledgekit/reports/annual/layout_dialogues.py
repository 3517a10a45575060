"""Dialogues held for the declaration, what they found and what they agreed to do next. Sixth step."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from pledgekit.dates import Certainty
from pledgekit.model.document import Bullets, Heading, Paragraph, say
from pledgekit.reports.dialogues import addressee, all_sources, remarks, told_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.dialogue import Event, Finding
    from pledgekit.model.document import Block, Entry, Inline
    from pledgekit.reports.annual.telling import UpdateTelling

__all__ = ["dialogues", "findings_of_years"]


def dialogues(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell of every meeting in the order of time, planned and cancelled ones as such."""
    words, report = told.words, told.report
    if not report.events:
        return ()
    return (
        Heading(level=2, text=words.say("annual.dialogues"), anchor="dialogues"),
        told.sentence("dialogues.intro"),
        *(_event(told, each) for each in report.events),
    )


def _event(told: UpdateTelling, event: Event) -> Entry:
    """Tell of a meeting; of one that was certainly over before the declaration, say so."""
    report = told.report
    entry = told_event(told, event, report.findings, report.steps, report.as_of)
    last = (event.end or event.start).last
    early = report.declaration.adopted.later_than(last) is Certainty.CERTAINLY
    return evolve(entry, flags=(told.words.say("report.before"),)) if early else entry


def findings_of_years(told: UpdateTelling) -> tuple[Block, ...]:
    """Give the findings that belong to no single meeting: a year's synthesis, numbered as it was printed."""
    blocks: list[Block] = []
    alone = [each for each in told.report.findings if each.event is None]
    for year, group in groupby(alone, key=lambda each: each.year):
        found = tuple(group)
        text = told.words.say("annual.findings", year=str(year)) if year else told.words.say("annual.findings.undated")
        blocks.append(Heading(level=2, text=text, anchor=f"findings/{year or 'further'}"))
        blocks.append(_list(told, found))
        blocks += [Paragraph(text=each, role="small") for each in remarks(told, found)]
        sources = all_sources(told, found)
        if sources:
            label = say(told.words.say("report.sources") + told.words.say("report.colon"))
            blocks.append(Paragraph(text=label + sources, role="small"))
    return tuple(blocks)


def _list(told: UpdateTelling, found: Sequence[Finding]) -> Bullets:
    """Number the findings as they are; where numbers are missing between them, each carries its own."""
    start = found[0].number
    if start is not None and [each.number for each in found] == list(range(start, start + len(found))):
        return Bullets(items=tuple(_addressed(told, each) for each in found), start=start)
    return Bullets(items=tuple(_numbered(told, each) for each in found))


def _numbered(told: UpdateTelling, finding: Finding) -> Inline:
    """Give a finding of a year: its number, to whom it speaks, its text."""
    number = say(told.words.say("report.finding.number", number=str(finding.number)), strong=True)
    return (number if finding.number is not None else ()) + _addressed(told, finding)


def _addressed(told: UpdateTelling, finding: Finding) -> Inline:
    label = say(addressee(told, finding), strong=True) + say(told.words.say("report.colon"))
    return (label if finding.addressed_to else ()) + told.text(finding, "text")
