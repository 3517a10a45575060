"""Reporting by cities: who was asked, who was not heard from, and the matrix. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.figures.cells import NOT_SETTLED, NOT_YET_RATED
from pledgekit.ids import Ref
from pledgekit.model.document import Bullets, Column, Heading, Paragraph, Table, say
from pledgekit.model.levels import Completion, EvidenceLevel, State
from pledgekit.reports.clauses import shares
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.dates import PartialDate
    from pledgekit.figures import Cell
    from pledgekit.model.document import Block, Inline
    from pledgekit.model.lanes import Assessment
    from pledgekit.reports.annual.telling import UpdateTelling

__all__ = ["reporting", "round_sentence"]

# Told apart without colour, in print and aloud: the word always stands beside the glyph.
_GLYPHS: Final = {
    Completion.COMPLETE: "●",
    Completion.SUBSTANTIAL: "◕",
    Completion.LIMITED: "◔",
    Completion.NOT_STARTED: "○",
}
_SILENT: Final = "–"


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
    """Print the matrix where there is something in it, it may be seen, and the headings are the declaration's own."""
    words, report = told.words, told.report
    silent = (State.NOT_ASKED, State.NOT_ENDORSED)
    if (
        told.reserved(told.report.declaration.owner)
        or not report.responses_seen
        or all(each.cell.state in silent for each in report.matrix)
    ):
        return
    rows: dict[str, list[str]] = {}
    for each in report.matrix:
        rows.setdefault(each.cell.city.owner, []).append(_cell(told, each.cell))
    columns = [Column(head=told.headings[each.commitment.ref]) for each in report.commitments]
    yield Table(
        caption=words.say("annual.matrix", period=told.period(report.cell_period)),
        columns=(Column(head=words.say("annual.signatories.name"), header=True), *columns),
        rows=tuple((say(told.name(city), name=True), *map(say, rows[city])) for city in report.states if city in rows),
    )
    if report.declaration.assessed:
        yield told.sentence("matrix.not-assessed")
        if report.assessments:
            yield Heading(level=3, text=words.say("annual.assessments"), anchor="reporting/assessments")
            yield told.sentence("assessments.intro")
            yield Bullets(items=tuple(_judged(told, each) for each in report.assessments))


def _judged(told: UpdateTelling, assessment: Assessment) -> Inline:
    """Tell of an assessment: by whom, on what it rests and why; and the city's reply beside it."""
    words = told.words
    about = [
        words.level("completion", assessment.completion) if assessment.completion else "",
        words.level("evidence-level", assessment.evidence_level),
        words.say("report.assessed-by", who=assessment.assessor, date=told.date(assessment, "date")),
    ]
    text = fitted(
        words,
        "annual.assessment",
        {
            "city": say(told.name(assessment.owner), name=True, strong=True),
            "heading": say(told.clause_of(assessment.commitment)),
            "about": say(told.phrases(about)),
        },
    )
    if assessment.rationale:
        text += say(" ") + told.text(assessment, "rationale")
    for reply in told.report.replies:
        if reply.assessment == assessment.ref:
            text += say(" ") + fitted(words, "report.reply", {"text": told.text(reply, "text")})
    return text


def _cell(told: UpdateTelling, cell: Cell) -> str:
    """Write a cell: a glyph and the word it stands for; the assessment beside it where there is one."""
    words, report = told.words, told.report
    if cell.completion:
        nature = next(each.commitment.nature for each in report.commitments if each.commitment.ref == cell.commitment)
        said = f"{_GLYPHS[cell.completion]} {words.level('completion', cell.completion, nature)}"
    else:
        said = f"{_SILENT} {words.level('state', cell.state)}"
    said = told.phrases([said, *(words.level("flag", each) for each in cell.flags)])
    if cell.assessment in (None, NOT_YET_RATED):
        return said
    judged = (
        words.level("judged", NOT_SETTLED)
        if cell.assessment == NOT_SETTLED
        else words.level("evidence-level" if cell.assessed == EvidenceLevel.NONE else "completion", cell.assessed)
    )
    return words.say("annual.matrix.assessed", reported=said, assessed=judged)


def _open(told: UpdateTelling, due: PartialDate) -> bool:
    return due.last >= told.report.as_of
