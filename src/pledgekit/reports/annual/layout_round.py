"""Reporting by cities: who was asked, who was not heard from, and the matrix. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.ids import Ref
from pledgekit.model.document import Bullets, Column, Heading, Paragraph, Table, say
from pledgekit.model.levels import State
from pledgekit.reports.clauses import shares
from pledgekit.reports.judging import assessed, assessments, differences, rated, reported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pledgekit.dates import PartialDate
    from pledgekit.figures import Cell
    from pledgekit.model.document import Block
    from pledgekit.reports.annual.telling import UpdateTelling
    from pledgekit.words import Words

__all__ = ["reporting", "round_sentence"]


def round_sentence(told: UpdateTelling) -> str:
    """Say whether cities were asked; of a round whose answers are not for this audience, only that it was held."""
    words, report = told.words, told.report
    nobody = report.note("nobody-asked")
    if nobody is not None:
        period = report.period if nobody.values["period"] else None
        return (
            words.say("annual.nobody-asked-period", period=words.period(period))
            if period
            else words.say("annual.nobody-asked")
        )
    if report.round is None:
        return words.say("annual.round-without")
    message = "annual.round" if report.responses_seen else "annual.round-not-published"
    if _open(told, report.round.due):
        message += "-open"
    return words.say(message, period=told.period(report.cell_period), due=told.date(report.round, "due"))


def reporting(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell of the round in its own section."""
    return (
        Heading(level=2, text=told.words.say("annual.round-section"), anchor="reporting"),
        *map(_paragraph, _sentences(told)),
        *_matrix(told),
    )


def _sentences(told: UpdateTelling) -> Iterator[str]:
    words, report = told.words, told.report
    yield round_sentence(told)
    rates = shares(report.figures, "response-rate")
    if not rates:
        return
    for rate in rates:
        answered = [city for city in report.states if Ref(city) in rate.members]
        yield (
            words.say("annual.answered", share=words.share(rate), names=told.names(answered))
            if answered
            else words.say("annual.answered-none", share=words.share(rate))
        )
        for state in (State.NOT_REACHED, State.NOT_DUE):
            n = sum(each.why == state.value for each in rate.left_out)
            if n:
                yield words.count(f"annual.left-out.{state.value}", n)
    if report.not_heard_from:
        names = told.names(report.not_heard_from)
        yield words.say("annual.not-heard-from", date=words.date(report.as_of), names=names)
    awaited = [city for city, state in report.states.items() if state is State.AWAITING]
    if awaited:
        yield words.say("annual.awaiting", names=told.names(awaited))


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text=say(text))


def _matrix(told: UpdateTelling) -> Iterator[Block]:
    """Print both lanes, each in a table of its own, where there is something in them and both may be seen."""
    report = told.report
    silent = (State.NOT_ASKED, State.NOT_ENDORSED)
    cells = [each.cell for each in report.matrix]
    looked_at = [each for each in cells if rated(each)]
    if told.reserved(report.declaration.owner) or not report.responses_seen:
        return
    if looked_at or any(each.state not in silent for each in cells):
        yield _table(told, cells, "annual.matrix", reported)
    if not looked_at:
        if report.declaration.assessed:
            yield _paragraph(told.words.say("lanes.none"))
        return
    named = {each.city for each in looked_at}
    yield _table(told, [each for each in cells if each.city in named], "lanes.assessed", assessed)
    yield _paragraph(told.words.say("lanes.not-named"))
    yield from differences(told, cells, level=3, anchor="reporting/differ")
    if report.judgements:
        yield Heading(level=3, text=told.words.say("lanes.title"), anchor="reporting/assessments")
        yield _paragraph(told.words.say("lanes.intro"))
        yield Bullets(items=tuple(assessments(told, report.judgements, clause=True)))


def _table(told: UpdateTelling, cells: list[Cell], caption: str, lane: Callable[[Words, Cell, str], str]) -> Table:
    """Print one lane: a row a city, a column a commitment."""
    words, report = told.words, told.report
    rows: dict[str, list[str]] = {}
    for each in cells:
        rows.setdefault(each.city.owner, []).append(lane(words, each, told.nature(each.commitment)))
    columns = [Column(head=told.headings[each.commitment.ref]) for each in report.commitments]
    return Table(
        caption=words.say(caption, period=told.period(report.cell_period)),
        columns=(Column(head=words.say("annual.signatories.name"), header=True), *columns),
        rows=tuple((say(told.name(city), name=True), *map(say, rows[city])) for city in report.states if city in rows),
    )


def _open(told: UpdateTelling, due: PartialDate) -> bool:
    return due.last >= told.report.as_of
