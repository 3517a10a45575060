"""What all cities' tallies of one declaration share: commitments, the period of the cells, the round. Made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.errors import NotFound
from pledgekit.figures.leading import leading_of
from pledgekit.ids import Ref, nearest
from pledgekit.model.kinds import COMMITMENTS, DECLARATIONS, PUBLISHED, ROUNDS, UPDATES
from pledgekit.model.levels import Audience, Visibility

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.edition import Round
    from pledgekit.view import View

__all__ = ["Scope", "same_period", "scope_of"]

_SEES = {
    Audience.PUBLIC: Visibility.PUBLIC,
    Audience.CITY: Visibility.PUBLIC,
    Audience.NETWORK: Visibility.NETWORK,
    Audience.INTERNAL: Visibility.INTERNAL,
}


class Scope(NamedTuple):
    """One declaration, one period, one lens."""

    declaration: Declaration
    period: Period | None  # of actions; nothing: everything up to as-of
    cell_period: Period | None  # of cells; nothing: nobody was asked and nobody reported
    judged_on: datetime.date
    as_of: datetime.date
    audience: Audience
    of_city: str | None  # whose audience, with audience `city`
    commitments: tuple[Commitment, ...]  # those in use: not superseded
    leads_to: Mapping[Ref, tuple[Ref, ...]]  # every commitment to the ones in use that took its place, or itself
    round: Round | None
    printed: int  # the most signatories that others printed, up to the day on which ours are judged; 0 for none

    @property
    def responses_seen(self) -> bool:
        """Whether this audience may see who was asked and who answered; true where there is no round."""
        return self.round is None or Visibility(self.round.responses).rank <= _SEES[self.audience].rank

    def responses_of(self, city: str) -> bool:
        """Tell whether this audience may see it of one city: a city sees what it was asked itself."""
        if city != self.of_city or self.round is None:
            return self.responses_seen
        return Visibility(self.round.responses) is not Visibility.INTERNAL


def same_period(one: Period, other: Period | None) -> bool:
    """Tell whether two periods are the same days, however written: "2024" and "2024-01/2024-12" are."""
    return other is not None and (one.first, one.last) == (other.first, other.last)


def scope_of(view: View, declaration: str, period: Period | None) -> Scope:
    """Find what the tallies of a declaration share; raises NotFound for a declaration this view does not hold."""
    return view.once(("scope", declaration, period), lambda: _make(view, declaration, period))


def _make(view: View, declaration: str, period: Period | None) -> Scope:
    found = view.declaration(declaration)
    if found is None:
        known = [each.id for each in view.all(DECLARATIONS)]
        close = nearest(declaration, known)
        raise NotFound(f"{declaration} is not a declaration of this register", nearest=[close] if close else known)
    rounds = list(view.all(ROUNDS, declaration))
    cell_period = period or _newest(view, declaration, rounds)
    as_of = view.lens.as_of
    judged_on = min(as_of, cell_period.last) if cell_period else as_of
    every = sorted(view.all(COMMITMENTS, declaration), key=_clause_order)
    leads_to = leading_of(view).leads_to
    return Scope(
        declaration=found,
        period=period,
        cell_period=cell_period,
        judged_on=judged_on,
        as_of=as_of,
        audience=view.lens.audience,
        of_city=view.lens.city,
        commitments=tuple(each for each in every if leads_to[each.ref] == (each.ref,)),
        leads_to=leads_to,
        round=next((each for each in rounds if cell_period and same_period(each.period, cell_period)), None),
        printed=max(
            (
                each.value
                for each in view.all(PUBLISHED, declaration)
                if each.figure == "signatories" and each.as_of.first <= judged_on
            ),
            default=0,
        ),
    )


def _newest(view: View, declaration: str, rounds: list[Round]) -> Period | None:
    """Give the newest period among the declaration's rounds and updates in this view."""
    periods = {each.period for each in rounds}
    periods |= {each.period for each in view.whole().all(UPDATES) if each.commitment.owner == declaration}
    return max(periods, key=lambda each: (each.last, each.first, each.label), default=None)


def _clause_order(commitment: Commitment) -> tuple[list[tuple[int, str]], str]:
    """Order clauses by number where there is one ("2" before "10", "3a" after "3"), else by id."""
    import re

    parts = re.findall(r"\d+|\D+", commitment.number)
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts] or [(10**9, "")], commitment.id
