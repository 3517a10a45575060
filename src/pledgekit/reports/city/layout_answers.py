"""What the city itself answered, in its own words; an assessment beside it, and the city's reply. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Heading, say
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.city.value import Answer, CityReport
    from pledgekit.reports.papers import PaperTelling

__all__ = ["answers"]


def answers(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """List the answers of each declaration's newest period; assessments only under the declaration's own headings."""
    for each in told.report.endorsed:
        told_of = [one for one in each.answers if one.update is not None or not told.reserved(each.declaration.owner)]
        items = [_answer(told, one) for one in told_of]
        if items:
            title = each.declaration.short_title or each.declaration.title
            text = told.words.say("city.answers", period=told.period(each.period), declaration=title)
            yield Heading(level=2, text=text, anchor=f"answers/{each.declaration.owner}")
            yield Bullets(items=tuple(items))


def _answer(told: PaperTelling[CityReport], answer: Answer) -> Inline:
    words, cell = told.words, answer.cell
    nature = next(each.nature for each in told.report.commitments if each.ref == cell.commitment)
    level = words.level("completion", cell.completion, nature) if cell.completion else words.level("state", cell.state)
    said = fitted(
        words,
        "city.answer",
        {"heading": say(told.headings[cell.commitment], strong=True), "level": say(level)},
    )
    if answer.update is not None and answer.update.narrative:
        said += say(" ") + told.text(answer.update, "narrative")
    if answer.assessment is None or told.reserved(cell.commitment.owner):
        return said
    judged = answer.assessment
    about = [
        words.level("completion", judged.completion, nature) if judged.completion else "",
        words.level("evidence-level", judged.evidence_level),
        words.say("report.assessed-by", who=judged.assessor, date=told.date(judged, "date")),
    ]
    said += say(" ") + say(words.say("city.assessed", about=told.phrases(about)))
    if judged.rationale:
        said += say(" ") + told.text(judged, "rationale")
    for reply in answer.replies:
        said += say(" ") + fitted(words, "city.reply", {"text": told.text(reply, "text")})
    return said
