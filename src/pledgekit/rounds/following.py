"""Where a round stands: each city's place in it, who answered of those asked, which clauses were left open. A value.

Nothing is counted a second time: who was asked and who answered is what the figure `response-rate` says, and what a
cell is, the figures say too. Cities stand by name, never by how they did.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from pledgekit.dates import Certainty
from pledgekit.errors import NotFound, UsageError
from pledgekit.figures import Share, figures, scope_of, tally_all
from pledgekit.figures.asking import Asking
from pledgekit.figures.scope import same_period
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import DECLARATIONS, ROUNDS
from pledgekit.model.levels import RequestAct, State
from pledgekit.reports.contacts import contacts_of
from pledgekit.rounds.form import round_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures import Line, Scope, Tally
    from pledgekit.figures.asking import Reminder
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.edition import Round
    from pledgekit.reports.contacts import Contacts
    from pledgekit.view import View

__all__ = ["REMINDED", "Followed", "Following", "Place", "follow", "follow_all", "one_period"]


class Place(StrEnum):
    """Where a city stands in a round; in the order in which somebody needs to do something."""

    OVERDUE = "overdue"  # asked; the day passed, and nothing came
    PARTLY = "partly"  # some clauses are answered
    AWAITING = "awaiting"  # asked; the day has not passed
    UNDELIVERED = "undelivered"  # our request did not arrive
    UNRECORDED = "unrecorded"  # it answered, and none of its answers is on record
    NOT_ASKED = "not-asked"  # it could be
    DECLINED = "declined"
    ANSWERED = "answered"  # all clauses
    NOT_DUE = "not-due"  # it endorsed too late to be asked


REMINDED = (Place.OVERDUE, Place.PARTLY, Place.AWAITING)  # who may be reminded, if it was asked at all


class Followed(NamedTuple):
    """One city in one round."""

    city: City
    place: Place
    asked: PartialDate | None  # last
    reminded: tuple[PartialDate, ...]
    answered: PartialDate | None  # last
    due: PartialDate
    extended: bool
    days: int  # until it is due; of what is overdue below zero
    given: int  # clauses answered
    of: int  # clauses asked about
    open: tuple[Commitment, ...]  # clauses without an answer
    contacts: Contacts
    reminder: Reminder | None  # why it is time for one

    @property
    def overdue(self) -> bool:
        """Whether something is still open, and the day has passed."""
        return self.days < 0 and self.place in (Place.OVERDUE, Place.PARTLY)


class Following(NamedTuple):
    """One round. `rate` is nothing while nobody was asked; `clauses`: of each, who answered of those in the rate."""

    declaration: Declaration
    round: Round
    as_of: datetime.date
    known_on: datetime.date | None
    cities: tuple[Followed, ...]  # that endorse the declaration, by name
    asked: tuple[Ref, ...]
    rate: Share | None
    clauses: tuple[Share, ...]  # in the order of the clauses
    commitments: tuple[Commitment, ...]
    unlisted: tuple[Ref, ...]  # answers are on record, and not that it answered: outside the rate's members

    @property
    def reached(self) -> int:
        """How many of those asked got our request, as far as we know."""
        return len(self.asked) - len(self.at(Place.UNDELIVERED))

    @property
    def least(self) -> tuple[Share, ...]:
        """The clauses with the fewest answers, when some have fewer than others."""
        fewest = min((each.value for each in self.clauses), default=0)
        found = tuple(each for each in self.clauses if each.value == fewest)
        return found if len(found) < len(self.clauses) else ()

    def at(self, place: Place) -> tuple[Followed, ...]:
        """Give the cities that stand at a place, by name."""
        return tuple(each for each in self.cities if each.place is place)


def follow_all(view: View, declarations: Sequence[str], period: Period | None = None) -> tuple[Following, ...]:
    """Follow the rounds of some declarations; of all that have one, when none is named. Without a period the newest.

    Raises NotFound for a declaration named without such a round, or when there is none at all.
    """
    if declarations:
        return tuple(follow(view, each, period) for each in declarations)
    known = [each.id for each in view.all(DECLARATIONS)]
    rounds = [each for each in view.all(ROUNDS) if period is None or same_period(each.period, period)]
    having = {each.owner for each in rounds}
    found = tuple(follow(view, each, period) for each in known if each in having)
    if not found:
        name = known[0] if len(known) == 1 else "ID"
        if period is None:
            raise _no_round("there is no round", name, period)
        raise _no_round(f"there is no round for {period}", name, period)
    return found


def follow(view: View, declaration: str, period: Period | None = None) -> Following:
    """Follow the round of a declaration and a period, or its newest; raises NotFound without the one or the other.

    `view` is one of audience internal.
    """
    scope_of(view, declaration, None)  # insists on the declaration
    held = list(view.all(ROUNDS, declaration))
    if period is None and not held:
        raise _no_round(f"{declaration} has no round", declaration, None)
    newest = max((each.period for each in held), key=lambda each: (each.last, each.first), default=None)
    asked = round_of(view, declaration, period or newest)  # type: ignore[arg-type]  # asked above
    total = tally_all(view, declaration, asked.period)
    scope = total.scope
    rate = figures(total).get("response-rate")
    share = rate if isinstance(rate, Share) else None
    lines = {each.city: each for each in total.lines.values() if each.row and each.in_force is not Certainty.NO}
    cities = [
        _followed(view, city, scope, asked, lines[Ref(city.only)]) for city in view.by_city() if Ref(city.only) in lines
    ]
    ordered = tuple(sorted(filter(None, cities), key=lambda each: (fold(each.city.name), each.city.id)))
    members = share.members if share is not None else frozenset()
    return Following(
        declaration=scope.declaration,
        round=asked,
        as_of=view.lens.as_of,
        known_on=view.lens.known_on,
        cities=ordered,
        asked=tuple(each.city for each in lines.values() if each.asked),
        rate=share,
        clauses=_clauses(total, share, ordered),
        commitments=scope.commitments,
        unlisted=tuple(Ref(each.city.id) for each in ordered if each.given and Ref(each.city.id) not in members),
    )


def one_period(found: Sequence[Following]) -> Period:
    """Give the period of all these rounds; raises UsageError where they are of several."""
    labels = dict.fromkeys(each.round.period.label for each in found)
    if len({each.round.period[1:] for each in found}) > 1:
        raise UsageError("--period is missing", remedy=f"the rounds are of several: {', '.join(labels)}")
    return found[0].round.period


def _followed(view: View, city: View, scope: Scope, asked: Round, line: Line) -> Followed | None:
    known = view.city(city.only)
    if known is None:  # its own record was taken back, or stands under a later day
        return None
    asking = Asking(city, scope)
    due = asking.due or asked.due
    left = tuple(each for each in scope.commitments if asking.update(each.ref) is None)
    given = len(scope.commitments) - len(left)
    place = _place(asking, line, given, left)
    reminder = asking.reminder() if place in REMINDED and line.state is not State.NOT_REACHED else None
    days = {act: _day(asking, act) for act in (RequestAct.ASKED, RequestAct.ANSWERED)}
    return Followed(
        city=known,
        place=place,
        asked=days[RequestAct.ASKED],
        reminded=tuple(each.date for each in asking.requests if each.act == RequestAct.REMINDED),
        answered=days[RequestAct.ANSWERED],
        due=due,
        extended=due is not asked.due,
        days=(due.last - scope.as_of).days,
        given=given,
        of=len(scope.commitments),
        open=left,
        contacts=contacts_of(view, city.only),
        reminder=reminder,
    )


def _day(asking: Asking, act: str) -> PartialDate | None:
    found = asking.last_act(act)
    return None if found is None else found.date


def _place(asking: Asking, line: Line, given: int, left: Sequence[Commitment]) -> Place:
    """Say where a city stands; the first that holds."""
    last = asking.last_act(RequestAct.ANSWERED, RequestAct.DECLINED)
    if last is not None and last.act == RequestAct.DECLINED:
        return Place.DECLINED
    if given and left:
        return Place.PARTLY
    if given or (line.answered and not left):
        return Place.ANSWERED
    if line.answered:
        return Place.UNRECORDED
    return _SILENT[line.state]


_SILENT = {
    State.NOT_DUE: Place.NOT_DUE,
    State.NOT_REACHED: Place.UNDELIVERED,
    State.NOT_ASKED: Place.NOT_ASKED,
    State.AWAITING: Place.AWAITING,
    State.NO_ANSWER: Place.OVERDUE,
}


def _clauses(total: Tally, rate: Share | None, cities: Iterable[Followed]) -> tuple[Share, ...]:
    """Share, for each clause, who answered it of those in the response rate."""
    universe = rate.universe if rate is not None else frozenset()
    left = {Ref(each.city.id): {clause.ref for clause in each.open} for each in cities}
    return tuple(
        Share(
            id=f"{clause.ref}/answered",
            members=frozenset(each for each in universe if clause.ref not in left.get(each, {clause.ref})),  # type: ignore[arg-type]  # cities
            universe=universe,
        )
        for clause in total.scope.commitments
    )


def _no_round(message: str, declaration: str, period: Period | None) -> NotFound:
    """Give the error that there is no round, with the way to open one."""
    told = period.label if period is not None else "YEAR"
    return NotFound(
        message, remedy=f"open one: pledgekit round open --declaration {declaration} --period {told} --due DATE"
    )
