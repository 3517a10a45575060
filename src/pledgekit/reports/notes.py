"""What has to be said beside any report, and only where it is true: ids and values, worded at lay-out. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.levels import Audience, Timing, Wording
from pledgekit.model.scales import SCALES
from pledgekit.reports.value import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pledgekit.model.declaration import Commitment, Publisher
    from pledgekit.reports.value import Deed
    from pledgekit.view import View

__all__ = ["opening", "publishing"]


def opening(
    shown: Sequence[Deed], commitments: Iterable[Commitment], view: View, *, despite_problems: bool
) -> Iterator[Note]:
    """Yield the notes that every report begins with; `shown`: the deeds that it tells of, under these commitments."""
    if despite_problems:
        yield Note(id="despite-problems")
    yield Note(id="not-a-ranking")
    yield Note(id="no-entry")
    if shown:
        yield _told(shown)
    before = sum(each.timing is Timing.BEFORE for each in shown)
    if before:
        yield Note(id="before", values={"actions": before})
    clauses = list(commitments)
    if any(each.wording == Wording.PROVISIONAL for each in clauses):
        official = sum(each.wording == Wording.OFFICIAL for each in clauses)
        yield Note(id="provisional-wording", values={"official": official})
    yield Note(id="minimums", values={"known_on": view.known_on.isoformat()})


def publishing(publishers: Iterable[Publisher | None], audience: Audience) -> Iterator[Note]:
    """Yield who takes corrections, who pays, and the words that public reports end with: each once.

    Those words speak of what is public ("drawn from public sources"): of papers for others they would be untrue.
    """
    said = []
    for each in publishers:
        if each is None:
            continue
        if each.corrections:
            said.append(Note(id="corrections", values={"name": each.name, "address": each.corrections}))
        if each.donors:
            said.append(Note(id="donors", values={"donors": list(each.donors)}))
        if each.disclaimer and audience is Audience.PUBLIC:
            said.append(Note(id="disclaimer", values={"text": each.disclaimer}))
    for place, note in enumerate(said):
        if note not in said[:place]:
            yield note


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
