"""How every report tells of a dialogue, a finding and a next step. Sixth step, report → document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from pledgekit.ids import fold
from pledgekit.model.document import Entry, say
from pledgekit.model.levels import EventState
from pledgekit.reports.telling import joined

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from pledgekit.model.dialogue import Event, Finding, Step
    from pledgekit.model.document import Inline
    from pledgekit.model.record import Record
    from pledgekit.reports.telling import Telling

__all__ = ["about_event", "addressee", "all_sources", "remarks", "short_event", "told_event"]


def told_event(
    told: Telling, event: Event, findings: Iterable[Finding], steps: Iterable[Step], as_of: datetime.date
) -> Entry:
    """Tell of a meeting in full, with what of these findings and next steps is its own."""
    words = told.words
    people = [("hosts", event.hosts), ("partners", event.partners), ("donors", event.donors)]
    cities = sorted({told.name(each.owner) for each in event.cities}, key=fold)
    lists = [*people, ("cities", cities), ("guests", event.guests)]
    return Entry(
        title=told.text(event, "title"),
        meta=tuple(map(say, about_event(told, event))),
        summary=(
            *(say(words.say(f"report.event.{key}", names=words.listed(names))) for key, names in lists if names),
            *(_finding(told, each) for each in findings if each.event == event.ref),
            *(_step(told, each, as_of) for each in steps if each.event == event.ref),
        ),
        remark=told.text(event, "remark"),
        sources=tuple(map(told.source, event.sources)),
    )


def about_event(told: Telling, event: Event) -> tuple[str, ...]:
    """Say when and where a meeting was, whether it was held, and how many took part."""
    words = told.words
    about = (
        event.date_texts.get("start", "") or words.span(event.start, event.end),
        "" if event.state == EventState.HELD else words.level("event-state", event.state),
        event.place,
        words.say("report.event.participants", n=event.participants) if event.participants else "",
    )
    return tuple(filter(None, about))


def short_event(told: Telling, event: Event) -> Inline:
    """Name a meeting in one line: its title, linked to its source, when and where."""
    href = next((each.url for each in event.sources if each.url), "")
    title = told.text(event, "title")
    linked = tuple(evolve(span, href=href) for span in title)
    about = told.phrases(about_event(told, event))
    return linked + (say(f" ({about})") if about else ())


def addressee(told: Telling, finding: Finding) -> str:
    """Say to whom a finding speaks; where nobody is named, that it is a finding."""
    if finding.addressed_to:
        return told.words.level("addressed-to", finding.addressed_to)
    return told.words.say("report.event.finding-plain")


def remarks(told: Telling, records: Iterable[Record]) -> tuple[Inline, ...]:
    """Give each remark once, however many records carry it."""
    return tuple(dict.fromkeys(filter(None, (told.text(each, "remark") for each in records))))


def all_sources(told: Telling, records: Iterable[Record]) -> Inline:
    """List the sources of some records, each once."""
    return joined(told.words, dict.fromkeys(told.source(source) for each in records for source in each.sources))


def _finding(told: Telling, finding: Finding) -> Inline:
    """Tell of a finding: to whom it speaks, its text, and what has to stand beside it."""
    said = _labelled(told, addressee(told, finding)) + told.text(finding, "text")
    remark = told.text(finding, "remark")
    return said + (say(" (") + remark + say(")") if remark else ())


def _labelled(told: Telling, label: str) -> Inline:
    return say(label, strong=True) + say(told.words.say("report.colon"))


def _step(told: Telling, step: Step, as_of: datetime.date) -> Inline:
    """Tell of a next step: by whom, and whether it was done, is due, or is overdue as far as we know."""
    words = told.words
    if step.done is not None:
        stands = words.say("report.step.done", when=told.when(step, "done"))
    elif step.due is not None:
        late = step.due.last < as_of
        stands = words.say("report.step.overdue" if late else "report.step.due", when=told.when(step, "due"))
    else:
        stands = ""
    responsible = words.say("report.step.responsible", who=step.responsible) if step.responsible else ""
    aside = told.phrases([responsible, stands])
    return (
        _labelled(told, words.say("report.event.next-step"))
        + told.text(step, "text")
        + (say(f" ({aside})") if aside else ())
    )
