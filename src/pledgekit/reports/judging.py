"""The assessor's lane beside the city's, never mixed with it: which assessment holds, and how it is told.

Fifth step, cells → judgements, and sixth, judgements → blocks. A reply stands wherever its assessment is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.figures.cells import ASSESSED, CLAUSE_CHANGED, LANES_DIFFER, NOT_YET_RATED, REPORTED
from pledgekit.ids import Ref
from pledgekit.model.document import Bullets, Heading, say
from pledgekit.model.kinds import ASSESSMENTS, REPLIES
from pledgekit.model.levels import Completion, EvidenceLevel
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.figures import Cell
    from pledgekit.model.document import Block, Inline
    from pledgekit.model.lanes import Assessment, Reply
    from pledgekit.reports.papers import PaperTelling
    from pledgekit.reports.telling import Telling
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = [
    "Judgement",
    "assessed",
    "assessments",
    "differences",
    "judged",
    "judgements",
    "rated",
    "reasons",
    "reported",
]

# Told apart without colour, in print and aloud: the word always stands beside the glyph.
_GLYPHS: Final = {
    Completion.COMPLETE: "●",
    Completion.SUBSTANTIAL: "◕",
    Completion.LIMITED: "◔",
    Completion.NOT_STARTED: "○",
}
_SILENT: Final = "–"


class Judgement(NamedTuple):
    """The assessment that holds for a cell, the earlier ones that it settles, and what the city replied to it."""

    cell: Cell
    assessment: Assessment
    settled: tuple[Assessment, ...]
    replies: tuple[Reply, ...]


def judgements(view: View, cells: Iterable[Cell]) -> tuple[Judgement, ...]:
    """Give what holds for each of some cells of a view that have such an assessment, in their order."""
    whole = view.whole()
    held = view.once("assessments", lambda: {each.ref: each for each in whole.all(ASSESSMENTS)})
    found = []
    for cell in cells:
        if isinstance(cell.assessment, Ref):
            one = held[cell.assessment]
            settled = tuple(held[ref] for ref in one.settles if ref in held)
            said = tuple(each for each in whole.all(REPLIES, cell.city.owner) if each.assessment == one.ref)
            found.append(Judgement(cell, one, settled, said))
    return tuple(found)


def rated(cell: Cell) -> bool:
    """Tell whether an assessor looked at a cell."""
    return cell.assessment not in (None, NOT_YET_RATED)


def reported(words: Words, cell: Cell, nature: str) -> str:
    """Write what the city says: a glyph and the word it stands for, and what has to be known of it."""
    if cell.completion:
        said = f"{_GLYPHS[cell.completion]} {words.level('completion', cell.completion, nature)}"
    else:
        said = f"{_SILENT} {words.level('state', cell.state)}"
    for flag in cell.flags:
        if flag != LANES_DIFFER and (flag != CLAUSE_CHANGED or REPORTED in cell.changed):
            said = words.say("report.and-then", before=said, after=words.level("flag", flag))
    return said


def assessed(words: Words, cell: Cell, nature: str) -> str:
    """Write what assessors find: a level, that there was nothing to judge by, that they differ, or that none looked."""
    if not isinstance(cell.assessment, Ref):
        return f"{_SILENT} {words.level('judged', cell.assessment or NOT_YET_RATED)}"
    if cell.assessed == EvidenceLevel.NONE:
        said = f"{_SILENT} {words.level('evidence-level', cell.assessed)}"
    else:
        said = f"{_GLYPHS[cell.assessed]} {words.level('completion', cell.assessed, nature)}"
    if ASSESSED not in cell.changed:
        return said
    return words.say("report.and-then", before=said, after=words.level("flag", CLAUSE_CHANGED))


def judged(told: Telling, judgement: Judgement, nature: str) -> str:
    """Say what the assessor found, on what it rests, who and when: what stands in front of the reasons."""
    words, one = told.words, judgement.assessment
    who = words.say("report.assessed-by", who=one.assessor, date=told.date(one, "date"))
    cell = judgement.cell
    flags = [words.level("flag", LANES_DIFFER)] if LANES_DIFFER in cell.flags else []
    flags += [words.level("flag", CLAUSE_CHANGED)] if ASSESSED in cell.changed else []
    level = words.level("completion", one.completion, nature) if one.completion else ""
    return told.phrases([level, words.level("evidence-level", one.evidence_level), who, *flags])


def reasons(told: Telling, judgement: Judgement, reply: str) -> Inline:
    """Tell why, what the assessment settles, and what the city replies, by a message of its own."""
    words = told.words
    said: Inline = ()
    if judgement.assessment.rationale:
        said += say(" ") + told.text(judgement.assessment, "rationale")
    if judgement.settled:
        earlier = words.listed(
            words.say("lanes.settled", who=each.assessor, date=told.date(each, "date")) for each in judgement.settled
        )
        said += say(" ") + say(words.say("lanes.settles", earlier=earlier))
    for each in judgement.replies:
        said += say(" ") + fitted(words, reply, {"text": told.text(each, "text")})
    return said


def assessments(told: PaperTelling[Any], found: Iterable[Judgement], *, clause: bool) -> Iterator[Inline]:
    """Tell each assessment that holds, whose it is first; `clause`: and of which commitment."""
    message = "lanes.of-clause" if clause else "lanes.of-city"
    for each in found:
        parts = {
            "city": say(told.name(each.cell.city.owner), name=True, strong=True),
            "heading": say(told.clause_of(each.cell.commitment)),
            "about": say(judged(told, each, told.nature(each.cell.commitment))),
        }
        yield fitted(told.words, message, parts) + reasons(told, each, "lanes.reply")


def differences(told: PaperTelling[Any], cells: Iterable[Cell], *, level: int, anchor: str) -> Iterator[Block]:
    """List where the two lanes differ, each in its own words."""
    items = []
    for cell in cells:
        if LANES_DIFFER in cell.flags:
            nature = told.nature(cell.commitment)
            parts = {
                "city": say(told.name(cell.city.owner), name=True, strong=True),
                "heading": say(told.clause_of(cell.commitment)),
                "reported": say(told.words.level("completion", cell.completion, nature)),
                "assessed": say(told.words.level("completion", cell.assessed, nature)),
            }
            items.append(fitted(told.words, "lanes.differs", parts))
    if items:
        yield Heading(level=level, text=told.words.say("lanes.differ"), anchor=anchor)
        yield Bullets(items=tuple(items))
