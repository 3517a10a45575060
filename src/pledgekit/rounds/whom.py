"""Whom a round asks: each city with its own look, and why it is not asked where it is not.

A look for one city needs little of a register: its own records, those that they point to, and all declarations. So
three hundred cities cost little more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from pledgekit.errors import Refused
from pledgekit.figures.scope import same_period
from pledgekit.ids import Ref
from pledgekit.model.kinds import CITY, RETRACTIONS, REVIEWS, ROUNDS
from pledgekit.model.levels import Audience, State
from pledgekit.model.record import Part, fields_of
from pledgekit.register import Holding, Register
from pledgekit.rounds.form import round_of, why_not_asked
from pledgekit.view import Lens, look
from pledgekit.view.order import newest

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pledgekit.dates import Period
    from pledgekit.view import View

__all__ = ["Asked", "Around", "asked", "reasons_told"]


class Asked(NamedTuple):
    """A city that is asked: what it may see, and by which of the declarations it is asked."""

    city: str
    view: View
    declarations: tuple[str, ...]


class Around:
    """A register, one city at a time."""

    def __init__(self, register: Register) -> None:
        """Take the whole register; what all cities share is kept aside once."""
        self._register = register
        held = register.holdings.values()
        self._shared = [each for each in held if each.home != CITY]
        self._acts = {each.owner: acts for each in held if each.home == CITY and (acts := _acts(each)).records}
        self._points: dict[str, frozenset[str]] = {}

    def of(self, city: str) -> Register:
        """Give the part of the register by which one city's own records look as they do in the whole.

        It has all declarations, the city, every city to which its records lead, and of the others what acts for all:
        retractions and reviews. So it counts as whole, but figures over cities must not be made of it.
        """
        near = self._near(city)
        held = [self._register.holdings[each] for each in near]
        acts = [each for owner, each in self._acts.items() if owner not in near]
        return Register([*self._shared, *held, *acts], root=self._register.root)

    def _near(self, city: str) -> set[str]:
        found: set[str] = set()
        new = {city} & self._register.holdings.keys()
        while new:
            found |= new
            new = {other for each in new for other in self._leads(each)} - found
        return found

    def _leads(self, owner: str) -> frozenset[str]:
        """Give the other cities to which the records of one point."""
        if owner not in self._points:
            tables = self._register.holdings[owner].tables.values()
            met = {ref.owner for held in tables for record in held for ref in _refs(record)}
            homes = self._register.holdings
            self._points[owner] = frozenset(each for each in met if each in homes and homes[each].home == CITY)
        return self._points[owner]


def _acts(holding: Holding) -> Holding:
    kept = [each for table in (RETRACTIONS.table, REVIEWS.table) for each in holding.tables.get(table, ())]
    return Holding(holding.owner, holding.home, kept)


def _refs(value: object) -> Iterator[Ref]:
    """Yield the refs in a record, its parts and its lists."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _refs(each)
    elif isinstance(value, Part):
        for each in fields_of(type(value)):
            yield from _refs(getattr(value, each.name))


def _insist_open(register: Register, declaration: str, period: Period, *, as_of: datetime.date) -> None:
    """Raise Refused when the round of a period opens only later than the day asked about."""
    for each in register.records(ROUNDS, declaration):
        live = newest(register.revisions(each.ref))
        opens = getattr(live, "opens", None)
        if live is each and same_period(each.period, period) and opens is not None and opens.first > as_of:
            raise Refused(
                f"the round of {declaration} for {period} opens on {opens}",
                remedy=f"to prepare it before: pledgekit --as-of {opens.first} round …",
            )


def asked(
    register: Register,
    declarations: Sequence[str],
    period: Period,
    *,
    as_of: datetime.date,
    known_on: datetime.date | None = None,
    cities: Collection[str] = (),
) -> Iterator[Asked]:
    """Yield the cities that a round asks, by id; or those named, of which every one has to be asked.

    Raises NotFound for a declaration without a round for the period, Refused for a city named that is not asked.
    """
    lens = Lens(as_of=as_of, known_on=known_on)
    everywhere = look(register, lens)
    for each in declarations:
        _insist_open(register, each, period, as_of=as_of)
        round_of(everywhere, each, period)
    around = Around(register)
    found = {city: _asked(around, city, declarations, period, lens) for city in sorted(cities)}
    refused = {city: each for city, each in found.items() if not isinstance(each, Asked)}
    if refused:
        told = "; ".join(f"{city} is not asked ({reasons_told(reasons)})" for city, reasons in refused.items())
        raise Refused(told, remedy="name cities that endorse a declaration and are due to report on it")
    for city in cities or register.owners(CITY):
        one = found.get(city) or _asked(around, city, declarations, period, lens)
        if isinstance(one, Asked):
            yield one


def _asked(
    around: Around, city: str, declarations: Sequence[str], period: Period, lens: Lens
) -> Asked | Mapping[str, State]:
    """Give a city with its look; or why it is asked by none of the declarations."""
    view = look(around.of(city), attrs.evolve(lens, audience=Audience.CITY, city=city))
    reasons = {each: why_not_asked(view, city, each, period) for each in declarations}
    names = tuple(each for each, reason in reasons.items() if reason is None)
    if names and view.city(city) is not None:
        return Asked(city, view, names)
    return {each: reason or State.NOT_ENDORSED for each, reason in reasons.items()}


def reasons_told(reasons: Mapping[str, State]) -> str:
    """Say by which declarations a city is not asked, and why."""
    from pledgekit.words import words

    return "; ".join(f"{name}: {words().say(f'scales.state.{state}')}" for name, state in reasons.items())
