"""Dialogues held for the declaration, what they found and what they agreed to do next. Sixth step."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pledgekit.ids import fold
from pledgekit.model.document import Bullets, Entry, Heading, Paragraph, say
from pledgekit.model.levels import EventState
from pledgekit.reports.telling import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.model.dialogue import Event, Finding, Step
    from pledgekit.model.document import Block, Inline
    from pledgekit.model.record import Record
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


def findings_of_years(told: UpdateTelling) -> tuple[Block, ...]:
    """Give the findings that belong to no single meeting: a year's synthesis, numbered as it was printed."""
    blocks: list[Block] = []
    alone = [each for each in told.report.findings if each.event is None]
    for year, group in groupby(alone, key=lambda each: each.year):
        found = tuple(group)
        text = told.words.say("annual.findings", year=str(year)) if year else told.words.say("annual.findings.undated")
        blocks.append(Heading(level=2, text=text, anchor=f"findings/{year or 'further'}"))
        blocks.append(Bullets(items=tuple(_numbered(told, each) for each in found)))
        blocks += [Paragraph(text=each, role="small") for each in _remarks(told, found)]
        sources = joined(told.words, _sources(told, found))
        if sources:
            label = say(told.words.say("report.sources") + told.words.say("report.colon"))
            blocks.append(Paragraph(text=label + sources, role="small"))
    return tuple(blocks)


def _event(told: UpdateTelling, event: Event) -> Entry:
    words, report = told.words, told.report
    state = "" if event.state == EventState.HELD else words.level("event-state", event.state)
    meta = [
        event.date_texts.get("start", "") or words.span(event.start, event.end),
        state,
        event.place,
        words.say("annual.event.participants", n=event.participants) if event.participants else "",
    ]
    people = [("hosts", event.hosts), ("partners", event.partners), ("donors", event.donors)]
    cities = sorted({told.name(each.owner) for each in event.cities}, key=fold)
    lists = [*people, ("cities", cities), ("guests", event.guests)]
    return Entry(
        title=told.text(event, "title"),
        meta=tuple(say(each) for each in meta if each),
        summary=(
            *(say(words.say(f"annual.event.{key}", names=words.listed(names))) for key, names in lists if names),
            *(_finding(told, each) for each in report.findings if each.event == event.ref),
            *(_step(told, each) for each in report.steps if each.event == event.ref),
        ),
        remark=told.text(event, "remark"),
        sources=tuple(map(told.source, event.sources)),
    )


def _finding(told: UpdateTelling, finding: Finding) -> Inline:
    return _label(told, finding) + told.text(finding, "text")


def _label(told: UpdateTelling, finding: Finding) -> Inline:
    words = told.words
    label = (
        words.level("addressed-to", finding.addressed_to)
        if finding.addressed_to
        else words.say("annual.event.finding-plain")
    )
    return say(label, strong=True) + say(words.say("report.colon"))


def _numbered(told: UpdateTelling, finding: Finding) -> Inline:
    """Give a finding of a year: its number, to whom it speaks, its text."""
    number = say(told.words.say("annual.finding.number", number=str(finding.number)), strong=True)
    label = _label(told, finding) if finding.addressed_to else ()
    return (number if finding.number is not None else ()) + label + told.text(finding, "text")


def _step(told: UpdateTelling, step: Step) -> Inline:
    """Tell of a next step: by whom, and whether it was done, is due, or is overdue as far as we know."""
    words = told.words
    if step.done is not None:
        stands = words.say("annual.step.done", when=told.when(step, "done"))
    elif step.due is not None:
        late = step.due.last < told.report.as_of
        stands = words.say("annual.step.overdue" if late else "annual.step.due", when=told.when(step, "due"))
    else:
        stands = ""
    responsible = words.say("annual.step.responsible", who=step.responsible) if step.responsible else ""
    aside = told.phrases([responsible, stands])
    label = say(words.say("annual.event.next-step"), strong=True) + say(words.say("report.colon"))
    return label + told.text(step, "text") + (say(f" ({aside})") if aside else ())


def _remarks(told: UpdateTelling, records: Iterable[Record]) -> Iterator[Inline]:
    """Give each remark once, however many records carry it."""
    return iter(dict.fromkeys(filter(None, (told.text(each, "remark") for each in records))))


def _sources(told: UpdateTelling, records: Iterable[Record]) -> Iterator[Inline]:
    return iter(dict.fromkeys(told.source(source) for each in records for source in each.sources))
