"""What has to be said beside the figures of an update, and only where it is true. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.reports.clauses import shares
from pledgekit.reports.notes import opening, publishing
from pledgekit.reports.value import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.figures import Count, Scope, Share
    from pledgekit.reports.value import Deed
    from pledgekit.view import View

__all__ = ["notes_of"]


def notes_of(
    scope: Scope,
    figures: Mapping[str, Count | Share],
    shown: Sequence[Deed],
    view: View,
    *,
    despite_problems: bool,
) -> tuple[Note, ...]:
    """Give the notes of a report in the order in which they are said; `shown`: the deeds that it tells of."""
    return (
        *opening(shown, scope.commitments, view, despite_problems=despite_problems),
        *_undated(figures),
        *_list(scope, figures),
        _round(scope, figures),
        *publishing([scope.declaration.publisher], view.lens.audience),
    )


def _undated(figures: Mapping[str, Count | Share]) -> Iterator[Note]:
    undated = figures["signatories/undated"].value
    if undated:
        yield Note(id="undated", values={"signatories": undated})


def _list(scope: Scope, figures: Mapping[str, Count | Share]) -> Iterator[Note]:
    """Say that the list of signatories is not held in full, where a total that others printed tells of more."""
    for share in shares(figures, "cities-with-action"):
        if not share.whole:
            yield Note(id="list-incomplete", values={"signatories": share.of, "printed": scope.printed})


def _round(scope: Scope, figures: Mapping[str, Count | Share]) -> Note:
    """Say who was asked; of a round whose answers this audience may not see, only that it was held."""
    period = scope.cell_period.label if scope.cell_period else ""
    if scope.round is not None and not scope.responses_seen:
        return Note(id="round-not-published", values={"period": period, "due": str(scope.round.due)})
    rate = figures.get("response-rate")
    if rate is None:
        return Note(id="nobody-asked", values={"period": period if scope.period else ""})
    return Note(id="round", values={"period": period, "due": str(scope.round.due) if scope.round else ""})
