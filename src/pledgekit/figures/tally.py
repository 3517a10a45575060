"""What one city adds to the figures of a declaration, and how such tallies add up. Part of the fourth step.

A tally is a set of lines, one a city; adding is union, so order never matters and nothing can count twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from pledgekit.dates import Certainty
from pledgekit.figures.cells import Cell, Standing, cells, city_state
from pledgekit.figures.leading import leading_of
from pledgekit.figures.scope import same_period, scope_of
from pledgekit.figures.timing import belongs, timing
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, REQUESTS, UPDATES
from pledgekit.model.levels import RequestAct, State, deed_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures.scope import Scope
    from pledgekit.model.levels import Timing
    from pledgekit.view import View

__all__ = ["Deed", "Line", "Tally", "tally", "tally_all"]


class Deed(NamedTuple):
    """An action or a statement as far as figures ask: filed where, when, certainly in the period, with evidence."""

    ref: Ref
    done: bool  # false for a statement
    commitments: tuple[Ref, ...]
    timing: Timing
    certain: bool
    evidence: bool


class Line(NamedTuple):
    """What one city adds."""

    city: Ref
    country: str
    row: bool  # it endorsed at some time
    in_force: Certainty
    undated: bool
    state: State
    deeds: tuple[Deed, ...]
    cells: tuple[Cell, ...]
    asked: bool
    answered: bool
    why_left_out: str  # of the response rate; empty when it belongs there
    requests: tuple[Ref, ...]  # what it was asked and answered


@attrs.frozen(kw_only=True)
class Tally:
    """What cities add to the figures of one declaration in one period. `a + b == b + a`, and `a + a == a`."""

    scope: Scope
    lines: Mapping[Ref, Line]

    @property
    def whole(self) -> bool:
        """Whether all who ever endorsed are held, as far as printed totals tell."""
        return sum(each.row for each in self.lines.values()) >= self.scope.printed

    def __add__(self, other: Tally) -> Tally:
        """Put two tallies of the same scope together; raises ValueError for different ones."""
        if self.scope != other.scope:
            raise ValueError("only tallies of the same declaration, period and lens add up")
        return Tally(scope=self.scope, lines=dict(sorted({**self.lines, **other.lines}.items(), key=_city)))


def _city(item: tuple[Ref, Line]) -> Ref:
    return item[0]


def tally(city: View, declaration: str, period: Period | None = None) -> Tally:
    """Take what one city (a view of `by_city`) adds to a declaration's figures; NotFound without the declaration.

    Without a period all actions up to as-of count, and the cells are those of the newest period asked or reported.
    """
    scope = scope_of(city, declaration, period)
    standing = Standing(city, scope)
    deeds, moved = _deeds(city, scope)
    row = cells(city, scope, standing, moved) if standing.ever else ()
    state = city_state(city, scope, standing, row) if standing.ever else State.NOT_ENDORSED
    requests = [
        each
        for each in city.all(REQUESTS)
        if each.declaration.owner == declaration and same_period(each.period, scope.cell_period)
    ]
    answered = any(each.act == RequestAct.ANSWERED for each in requests)
    left_out = state in (State.NOT_REACHED, State.NOT_DUE) and not answered
    known = city.city(city.only)
    line = Line(
        city=Ref(city.only),
        country=known.country if known else "",
        row=standing.ever,
        in_force=standing.in_force,
        undated=standing.undated,
        state=state,
        deeds=deeds,
        cells=row,
        asked=scope.responses_seen and bool(requests),
        answered=answered,
        why_left_out=state.value if left_out else "",
        requests=tuple(each.ref for each in requests),
    )
    return Tally(scope=scope, lines={line.city: line})


def tally_all(view: View, declaration: str, period: Period | None = None) -> Tally:
    """Take the tally of all cities of a view."""
    lines: dict[Ref, Line] = {}
    for city in view.by_city():
        lines.update(tally(city, declaration, period).lines)
    return Tally(scope=scope_of(view, declaration, period), lines=lines)


def _deeds(city: View, scope: Scope) -> tuple[tuple[Deed, ...], frozenset[Ref]]:
    """Give the city's actions and statements under this declaration that certainly or possibly belong to the period.

    Beside them the clauses under which one of them stands that was filed under what they took the place of.
    """
    found = []
    moved: set[Ref] = set()
    leading = leading_of(city)
    ticks: dict[Ref, list[PartialDate]] = {}
    for update in city.all(UPDATES):
        for ref in update.actions if update.date else ():
            ticks.setdefault(ref, []).append(update.date)  # type: ignore[arg-type]  # asked in the line above
    adopted = scope.declaration.adopted
    leads_to = scope.leads_to
    name = scope.declaration.id
    for action in city.all(ACTIONS):
        filed = [last for ref in action.commitments for last in leads_to.get(ref, ()) if last.owner == name]
        if not filed:
            continue
        within = belongs(action, scope.period, scope.as_of, ticks.get(action.ref, ()) if ticks else ())
        if within is Certainty.NO:
            continue
        if any(leads_to.get(ref, (ref,)) != (ref,) for ref in action.commitments):
            moved.update(leading.outdated(action))
        found.append(
            Deed(
                action.ref,
                deed_kind(action.kind),
                tuple(filed) if len(filed) == 1 else tuple(dict.fromkeys(filed)),
                timing(action, adopted),
                within is Certainty.CERTAINLY,
                any(each.title or each.url for each in action.evidence),
            )
        )
    return tuple(found), frozenset(moved)
