"""What is on record, commitment by commitment; what came before the declaration; what other cities do. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Heading, Paragraph, Quotation, passages, say
from pledgekit.model.levels import State, Wording
from pledgekit.reports.annual.telling import shares
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.document import Block, Inline
    from pledgekit.model.lanes import Update
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
    return _apart(told, "before-section", "before", told.report.before)


def elsewhere(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell what cities do that do not endorse the declaration."""
    return _apart(told, "elsewhere", "elsewhere", told.report.elsewhere)


def _apart(told: UpdateTelling, message: str, anchor: str, refs: Sequence[Ref]) -> tuple[Block, ...]:
    if not refs:
        return ()
    return (
        Heading(level=2, text=told.words.say(f"annual.{message}"), anchor=anchor),
        told.sentence(f"{message}.intro"),
        *(told.deed(each, under=True) for each in refs),
    )


def _clause(told: UpdateTelling, clause: Clause, under: dict[Ref, str]) -> Iterator[Block]:
    """Tell of one commitment; `under` keeps where each action was told in full."""
    commitment = clause.commitment
    anchor = f"commitment/{commitment.id}"
    heading = told.headings[commitment.ref]
    yield Heading(level=3, text=heading, anchor=anchor, lang=told.lang(commitment))
    yield from _wording(told, clause)
    yield Paragraph(text=say(" ".join(_counted(told, clause))))
    yield from _full(told, clause.examples, under, heading)
    shown = set(clause.examples)
    rest = [each for each in clause.actions if each not in shown]
    if rest:
        yield told.sentence("clause.more")
        yield Bullets(items=tuple(_short(told, each) for each in rest))
    if clause.told and told.report.responses_seen and not told.reserved(told.report.declaration.owner):
        text = told.words.say("annual.told-by-cities", period=told.period(told.report.cell_period))
        yield Heading(level=4, text=text, anchor=f"{anchor}/reported")
        yield Bullets(items=tuple(_answer(told, each, commitment.nature) for each in clause.told))
    if clause.statements:
        yield Heading(level=4, text=told.words.say("annual.said"), anchor=f"{anchor}/said")
        yield from _full(told, clause.statements, under, heading)


def _answer(told: UpdateTelling, update: Update, nature: str) -> Inline:
    """Give what a city answered, in its own words, behind the level or the word that it chose."""
    scale, word = ("completion", update.completion) if update.completion else ("instead", update.instead)
    parts = {
        "city": say(told.name(update.owner), name=True, strong=True),
        "level": say(told.words.level(scale, word, nature)),
        "narrative": told.text(update, "narrative"),
    }
    return fitted(told.words, "report.answer", parts)


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


def _wording(told: UpdateTelling, clause: Clause) -> Iterator[Block]:
    """Give the official clause, or say whose words the heading is in."""
    commitment = clause.commitment
    if commitment.wording == Wording.OFFICIAL:
        if commitment.text:
            text = told.passages(commitment, "text")
            yield Quotation(text=text, lang=told.lang(commitment), source=say(told.words.say("annual.clause.source")))
    else:
        yield Paragraph(text=say(told.words.level("wording", commitment.wording)), role="small")
    for each in passages(commitment.remark, lang=told.lang(commitment)):
        yield Paragraph(text=each)


def _counted(told: UpdateTelling, clause: Clause) -> Iterator[str]:
    """Say how many of how many have an action here; where none has, that silence is no verdict."""
    words = told.words
    for share in shares(clause.figures, "cities-with-action"):
        if share.of:
            yield words.say("annual.clause.cities", things=told.many(), value=share.value, of=share.of)
        spared = sum(each.why == State.NOT_APPLICABLE for each in share.left_out)
        if spared:
            yield words.count("annual.clause.not-applicable", spared)
        if not share.value:
            yield words.say("report.no-entry")
    earlier = clause.figures["actions/before"].value
    if earlier:
        heading = told.quoted(words.say("annual.before-section"))
        yield words.count("annual.clause.before", earlier, heading=heading)


def _short(told: UpdateTelling, ref: Ref) -> Inline:
    """Name an action in one line: city, title, when."""
    deed = told.report.deeds[ref]
    parts = {**_named(told, ref), "dates": say(told.dates(deed.action, deed.last_heard))}
    return fitted(told.words, "annual.clause.short", parts)


def _pointer(told: UpdateTelling, ref: Ref, heading: str) -> Inline:
    """Name an action that was told before, and where."""
    parts = {**_named(told, ref), "heading": say(told.quoted(heading))}
    return fitted(told.words, "annual.clause.elsewhere", parts)


def _named(told: UpdateTelling, ref: Ref) -> dict[str, Inline]:
    city = say(told.name(ref.owner), name=True, strong=True)
    return {"city": city, "title": told.text(told.report.deeds[ref].action, "title")}
