"""What has to be said beside the figures, and only where it is true: ids and values, worded at lay-out. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.levels import Timing, Wording
from pledgekit.model.scales import SCALES
from pledgekit.reports.annual.value import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.figures import Count, Scope, Share
    from pledgekit.reports.annual.value import Deed
    from pledgekit.view import Lens

__all__ = ["notes_of"]


def notes_of(
    scope: Scope, figures: Mapping[str, Count | Share], shown: Sequence[Deed], lens: Lens, *, despite_problems: bool
) -> tuple[Note, ...]:
    """Give the notes of a report in the order in which they are said; `shown`: the deeds that it tells of."""
    return tuple(_notes(scope, figures, shown, lens, despite_problems=despite_problems))


def _notes(
    scope: Scope, figures: Mapping[str, Count | Share], shown: Sequence[Deed], lens: Lens, *, despite_problems: bool
) -> Iterator[Note]:
    if despite_problems:
        yield Note(id="despite-problems")
    yield Note(id="not-a-ranking")
    yield Note(id="no-entry")
    if shown:
        yield _told(shown)
    before = sum(each.timing is Timing.BEFORE for each in shown)
    if before:
        yield Note(id="before", values={"actions": before})
    if any(each.wording == Wording.PROVISIONAL for each in scope.commitments):
        yield Note(id="provisional-wording")
    yield Note(id="minimums", values={"known_on": (lens.known_on or lens.as_of).isoformat()})
    undated = figures["signatories/undated"].value
    if undated:
        yield Note(id="undated", values={"signatories": undated})
    yield _round(scope, figures)
    publisher = scope.declaration.publisher
    if publisher is not None:
        if publisher.corrections:
            yield Note(id="corrections", values={"name": publisher.name, "address": publisher.corrections})
        if publisher.donors:
            yield Note(id="donors", values={"donors": list(publisher.donors)})
        if publisher.disclaimer:
            yield Note(id="disclaimer", values={"text": publisher.disclaimer})


def _told(shown: Sequence[Deed]) -> Note:
    """Say who told of the examples, and how many the city itself confirmed."""
    told_by = [each.action.told_by for each in shown]
    values = {
        "examples": len(shown),
        "told_by": {word: told_by.count(word) for word in SCALES["told-by"].words},
        "not_known": told_by.count(""),
        "confirmed": sum(each.action.confirmed is not None for each in shown),
    }
    return Note(id="told", values=values)


def _round(scope: Scope, figures: Mapping[str, Count | Share]) -> Note:
    """Say who was asked; of a round whose answers this audience may not see, only that it was held."""
    period = scope.cell_period.label if scope.cell_period else ""
    if scope.round is not None and not scope.responses_seen:
        return Note(id="round-not-published", values={"period": period, "due": str(scope.round.due)})
    rate = figures.get("response-rate")
    if rate is None:
        return Note(id="nobody-asked", values={"period": period if scope.period else ""})
    return Note(id="round", values={"period": period, "due": str(scope.round.due) if scope.round else ""})
