"""What is on record, commitment by commitment; what came before the declaration; what other cities do. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Heading, Paragraph, say
from pledgekit.reports.clauses import answer, counted, named, short, wording
from pledgekit.reports.telling import fitted
from pledgekit.reports.unnamed import told_unnamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.annual.telling import UpdateTelling
    from pledgekit.reports.annual.value import Clause

__all__ = ["before", "clauses", "elsewhere"]


def clauses(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell of every commitment in the order of the declaration. An action is told in full once; later it is named."""
    words, report = told.words, told.report
    blocks: list[Block] = [Heading(level=2, text=words.say("annual.commitments"), anchor="commitments")]
    if not report.commitments:
        return (*blocks, told.sentence("commitments.none"))
    if any(each.examples or each.statements for each in report.commitments):
        blocks.append(told.sentence("commitments.intro"))
    if any(each.chosen for each in report.commitments):
        blocks.append(told.sentence("commitments.chosen"))
    under: dict[Ref, str] = {}
    for each in report.commitments:
        blocks += _clause(told, each, under)
    return tuple(blocks)


def before(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell what was done before the declaration, apart from all figures."""
    return _apart(told, told.words.say("report.clause.before-section"), "before", told.report.before)


def elsewhere(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell what cities do that do not endorse the declaration."""
    return _apart(told, told.own("elsewhere"), "elsewhere", told.report.elsewhere)


def _apart(told: UpdateTelling, text: str, anchor: str, refs: Sequence[Ref]) -> tuple[Block, ...]:
    if not refs:
        return ()
    return (
        Heading(level=2, text=text, anchor=anchor),
        told.sentence(f"{anchor}.intro"),
        *(told.deed(each, under=True) for each in refs),
    )


def _clause(told: UpdateTelling, clause: Clause, under: dict[Ref, str]) -> Iterator[Block]:
    """Tell of one commitment; `under` keeps where each action was told in full."""
    commitment = clause.commitment
    anchor = f"commitment/{commitment.id}"
    heading = told.headings[commitment.ref]
    yield Heading(level=3, text=heading, anchor=anchor, lang=told.lang(commitment))
    yield from wording(told, commitment)
    yield Paragraph(text=say(" ".join(counted(told, clause.figures))))
    yield from _full(told, clause.examples, under, heading)
    shown = set(clause.examples)
    rest = [each for each in clause.actions if each not in shown]
    if rest:
        yield told.sentence("clause.more")
        yield Bullets(items=tuple(short(told, each) for each in rest))
    if clause.told and told.report.responses_seen and not told.reserved(told.report.declaration.owner):
        text = told.words.say("annual.told-by-cities", period=told.period(told.report.cell_period))
        yield Heading(level=4, text=text, anchor=f"{anchor}/reported")
        yield Bullets(items=tuple(answer(told, each, commitment.nature) for each in clause.told))
    if clause.statements:
        yield Heading(level=4, text=told.words.say("annual.said"), anchor=f"{anchor}/said")
        yield from _full(told, clause.statements, under, heading)
    yield from told_unnamed(told, clause.unnamed, level=4, anchor=f"{anchor}/unnamed")


def _full(told: UpdateTelling, refs: Iterable[Ref], under: dict[Ref, str], heading: str) -> Iterator[Block]:
    """Tell each action in full where it comes first, and name those told before."""
    again = []
    for ref in refs:
        if ref in under:
            again.append(ref)
        else:
            under[ref] = heading
            yield told.deed(ref)
    if again:
        yield told.sentence("clause.also")
        yield Bullets(items=tuple(_pointer(told, each, under[each]) for each in again))


def _pointer(told: UpdateTelling, ref: Ref, heading: str) -> Inline:
    """Name an action that was told before, and where."""
    parts = {**named(told, ref), "heading": say(told.quoted(heading))}
    return fitted(told.words, "report.clause.elsewhere", parts)
