"""What the city itself answered, in its own words; an assessment beside it, and the city's reply. Sixth step."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from pledgekit.model.document import Bullets, Heading, say
from pledgekit.reports.judging import assessed, judged, rated, reasons
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.city.value import Answer, CityReport
    from pledgekit.reports.papers import PaperTelling

__all__ = ["answers", "fitting"]


_SIGNS: Final = 1400  # of text in a declaration's answers, so that two pages suffice: a long one, or some short


def fitting(lengths: Iterable[int], signs: int) -> int:
    """Tell how many texts from the first on have so many signs together."""
    return sum(total <= signs for total in accumulate(lengths))


def answers(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """List the answers of each declaration's newest period; assessments only under the declaration's own headings."""
    for each in told.report.endorsed:
        told_of = [one for one in each.answers if one.update is not None or not told.reserved(each.declaration.owner)]
        whole = [_answer(told, one, whole=True) for one in told_of]
        full = fitting((sum(len(span.text) for span in one) for one in whole), _SIGNS)
        if told_of:
            title = each.declaration.short_title or each.declaration.title
            text = told.words.say("city.answers", period=told.period(each.period), declaration=title)
            yield Heading(level=2, text=text, anchor=f"answers/{each.declaration.owner}")
        if whole[:full]:
            yield Bullets(items=tuple(whole[:full]))
        if told_of[full:]:
            yield told.sentence("answers.more")
            yield Bullets(items=tuple(_answer(told, one, whole=False) for one in told_of[full:]), compact=True)


def _answer(told: PaperTelling[CityReport], answer: Answer, *, whole: bool) -> Inline:
    """Tell of an answer; `whole`: with the city's words, what an assessor found and what the city replied."""
    words, cell = told.words, answer.cell
    nature = next(each.nature for each in told.report.commitments if each.ref == cell.commitment)
    level = words.level("completion", cell.completion, nature) if cell.completion else words.level("state", cell.state)
    said = fitted(
        words,
        "city.answer",
        {"heading": say(told.headings[cell.commitment], strong=True), "level": say(level)},
    )
    if not whole:
        return said
    if answer.update is not None and answer.update.narrative:
        said += say(" ") + told.text(answer.update, "narrative")
    if not rated(cell) or told.reserved(cell.commitment.owner):
        return said
    about = assessed(words, cell, nature) if answer.judgement is None else judged(told, answer.judgement, nature)
    said += say(" ") + say(words.say("city.assessed", about=about))
    return said if answer.judgement is None else said + reasons(told, answer.judgement, "city.reply")
