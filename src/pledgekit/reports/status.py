"""Where a declaration stands: the matrix of one period, each city's state, and the figures. Fifth step: view → value.

What the `status` command prints; no language in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.figures import figures, scope_of, tally_all
from pledgekit.model.levels import Audience, State, Wording
from pledgekit.reports.matrix import matrix

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Count, Share, Tally
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment
    from pledgekit.reports.judging import Judgement
    from pledgekit.reports.matrix import MatrixCell
    from pledgekit.view import View

__all__ = ["CityState", "Status", "status"]

_OPEN = (State.AWAITING, State.NO_ANSWER, State.NOT_REACHED)


class CityState(NamedTuple):
    """A city that ever endorsed, and its state as a whole."""

    city: Ref
    name: str
    state: State


class Status(NamedTuple):
    """The value: `period` is that of the cells, nothing when nobody was asked and nobody reported."""

    declaration: str
    title: str
    period: Period | None
    as_of: datetime.date
    known_on: datetime.date | None
    audience: Audience
    commitments: tuple[Commitment, ...]
    cells: tuple[MatrixCell, ...]
    cities: tuple[CityState, ...]
    figures: Mapping[str, Count | Share]
    assessed: bool = False  # whether there is an assessor's lane
    judgements: tuple[Judgement, ...] = ()  # the assessments that hold

    @property
    def open(self) -> tuple[CityState, ...]:
        """The cities from which an answer is still missing."""
        return tuple(each for each in self.cities if each.state in _OPEN)

    @property
    def printable(self) -> bool:
        """Whether the matrix may be printed: not for the public while the wording of a commitment is provisional."""
        inside = self.audience in (Audience.NETWORK, Audience.INTERNAL)
        return inside or all(each.wording != Wording.PROVISIONAL for each in self.commitments)


def status(view: View, declaration: str, period: Period | None = None) -> Status:
    """Find where a declaration stands; without a period the newest one asked or reported.

    Raises NotFound for a declaration that the view does not hold.
    """
    total = tally_all(view, declaration, period)
    scope = scope_of(view, declaration, period)
    cities = []
    for line in total.lines.values():
        if line.row:
            known = view.city(line.city.owner)
            name = known.name if known is not None else line.city.owner
            cities.append(CityState(city=line.city, name=name, state=line.state))
    return Status(
        declaration=declaration,
        title=scope.declaration.short_title or scope.declaration.title,
        period=scope.cell_period,
        as_of=view.lens.as_of,
        known_on=view.lens.known_on,
        audience=view.lens.audience,
        commitments=scope.commitments,
        cells=matrix(total),
        cities=tuple(cities),
        figures=figures(total),
        assessed=scope.declaration.assessed,
        judgements=_judgements(view, total) if scope.declaration.assessed else (),
    )


def _judgements(view: View, total: Tally) -> tuple[Judgement, ...]:
    from pledgekit.reports.judging import judgements

    return judgements(view, (cell for line in total.lines.values() for cell in line.cells))
