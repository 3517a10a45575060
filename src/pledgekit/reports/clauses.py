"""How every report tells of a commitment: its wording, how many have an action, what cities answered. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.figures import Share
from pledgekit.model.document import Paragraph, Quotation, passages, say
from pledgekit.model.levels import State, Wording
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.figures import Count
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.document import Block, Inline
    from pledgekit.model.lanes import Update
    from pledgekit.reports.papers import PaperTelling

__all__ = ["answer", "counted", "named", "shares", "short", "wording"]


def shares(figures: Mapping[str, Count | Share], *ids: str) -> list[Share]:
    """Give the shares among some figures, without those that were not counted."""
    return [each for each in map(figures.get, ids) if isinstance(each, Share)]


def wording(told: PaperTelling[Any], commitment: Commitment) -> Iterator[Block]:
    """Give the official clause, or say whose words the heading is in."""
    if commitment.wording == Wording.OFFICIAL:
        if commitment.text:
            text = told.passages(commitment, "text")
            yield Quotation(text=text, lang=told.lang(commitment), source=say(told.words.say("report.clause.source")))
    else:
        yield Paragraph(text=say(told.words.level("wording", commitment.wording)), role="small")
    for each in passages(commitment.remark, lang=told.lang(commitment)):
        yield Paragraph(text=each)


def counted(told: PaperTelling[Any], figures: Mapping[str, Count | Share]) -> Iterator[str]:
    """Say how many of how many have an action here; where none has, that silence is no verdict."""
    words = told.words
    for share in shares(figures, "cities-with-action"):
        if share.of:
            yield words.say("report.clause.cities", things=told.many(), value=share.value, of=share.of)
        spared = sum(each.why == State.NOT_APPLICABLE for each in share.left_out)
        if spared:
            yield words.count("report.clause.not-applicable", spared)
        if not share.value:
            yield words.say("report.no-entry")
    earlier = figures["actions/before"].value
    if earlier:
        heading = told.quoted(words.say("report.clause.before-section"))
        yield words.count("report.clause.before", earlier, heading=heading)


def answer(told: PaperTelling[Any], update: Update, nature: str) -> Inline:
    """Give what a city answered, in its own words, behind the level or the word that it chose."""
    scale, word = ("completion", update.completion) if update.completion else ("instead", update.instead)
    parts = {
        "city": say(told.name(update.owner), name=True, strong=True),
        "level": say(told.words.level(scale, word, nature)),
        "narrative": told.text(update, "narrative"),
    }
    return fitted(told.words, "report.answer", parts)


def short(told: PaperTelling[Any], ref: Ref) -> Inline:
    """Name an action in one line: city, title, when."""
    deed = told.report.deeds[ref]
    parts = {**named(told, ref), "dates": say(told.dates(deed.action, deed.last_heard))}
    return fitted(told.words, "report.clause.short", parts)


def named(told: PaperTelling[Any], ref: Ref) -> dict[str, Inline]:
    """Give the city and the title of an action, for a message."""
    city = say(told.name(ref.owner), name=True, strong=True)
    return {"city": city, "title": told.text(told.report.deeds[ref].action, "title")}
