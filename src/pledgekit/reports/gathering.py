"""What the makers of all reports ask of a view: its fingerprint, one city alone, what it did. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import Certainty
from pledgekit.errors import NotFound
from pledgekit.figures import scope_of, tally
from pledgekit.figures.timing import belongs, last_heard
from pledgekit.fingerprint import digest
from pledgekit.ids import Ref, fold, nearest
from pledgekit.model.kinds import ACTIONS, CITIES, DECLARATIONS, UPDATES
from pledgekit.model.levels import Timing, is_unnamed
from pledgekit.reports.value import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures import Line, Tally
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Action
    from pledgekit.view import View

__all__ = [
    "alone",
    "by_name",
    "cities_of",
    "commitments_of",
    "declarations_of",
    "deed_at",
    "deed_of",
    "deeds_of_city",
    "known_city",
    "lines_of_city",
    "register_of",
    "ticks",
]


def register_of(view: View) -> str:
    """Give the fingerprint of all records of a view, worked out once."""
    return view.once("register", lambda: digest(view.whole().everything()))


def cities_of(view: View) -> Mapping[str, City]:
    """Give the cities of a view by id."""
    return view.once("cities", lambda: {each.owner: each for each in view.whole().all(CITIES)})


def declarations_of(view: View) -> tuple[Declaration, ...]:
    """Give the declarations of a view in the order of their adoption."""
    return tuple(sorted(view.all(DECLARATIONS), key=lambda each: (each.adopted.first, each.owner)))


def commitments_of(view: View) -> tuple[Commitment, ...]:
    """Give the commitments in use of every declaration, in their order."""
    return tuple(one for each in declarations_of(view) for one in scope_of(view, each.owner, None).commitments)


def known_city(view: View, city: str) -> City:
    """Give a city; raises NotFound, with the nearest one, where the view does not hold it."""
    found = view.city(city)
    if found is None or is_unnamed(found.kind):
        known = [each.owner for each in cities_of(view).values() if not is_unnamed(each.kind)]
        close = nearest(city, known)
        raise NotFound(f"{city} is not a city of this register, or not seen here", nearest=[close] if close else ())
    return found


def alone(view: View, city: str) -> View:
    """Give the view of one city alone; raises NotFound where the view does not hold it."""
    known_city(view, city)
    return view.once(("alone", city), lambda: next(each for each in view.by_city() if each.only == city))


def by_name(view: View, city: str) -> tuple[str, str]:
    """Order cities by name, and by nothing else."""
    known = cities_of(view)
    return fold(known[city].name) if city in known else city, city


def ticks(view: View) -> Mapping[Ref, tuple[PartialDate, ...]]:
    """Give, for each action, the days on which cities' updates named it."""
    found: dict[Ref, tuple[PartialDate, ...]] = {}
    for update in view.all(UPDATES):
        for ref in update.actions if update.date else ():
            found[ref] = (*found.get(ref, ()), *([update.date] if update.date else []))
    return found


def lines_of_city(view: View, city: str, period: Period | None) -> Mapping[str, Tally]:
    """Give what a city adds to each declaration, in the order of their adoption."""
    here = alone(view, city)
    return {each.owner: tally(here, each.owner, period) for each in declarations_of(view)}


def deeds_of_city(view: View, city: str, period: Period | None) -> tuple[Deed, ...]:
    """Give all that a city did and said in a period, under any declaration or none, by title.

    Before or after: against the declarations under which it is filed, and only if it is so against each.
    """
    lines = [each.lines[Ref(city)] for each in lines_of_city(view, city, period).values()]
    here = alone(view, city)
    found = []
    named = ticks(here)
    for action in here.all(ACTIONS):
        days = named.get(action.ref, ())
        if belongs(action, period, view.lens.as_of, days) is not Certainty.NO:
            found.append(deed_of(action, lines, period, view, days))
    return tuple(sorted(found, key=lambda each: (fold(each.action.title), each.action.id)))


def deed_of(
    action: Action, lines: Iterable[Line], period: Period | None, view: View, named: tuple[PartialDate, ...] = ()
) -> Deed:
    """Give an action as a report tells of it; `lines`: those of its city, one a declaration."""
    counted = [each for line in lines for each in line.deeds if each.ref == action.ref]
    timings = {each.timing for each in counted}
    return Deed(
        action=action,
        timing=timings.pop() if len(timings) == 1 else Timing.UNKNOWN,
        certain=belongs(action, period, view.lens.as_of, named) is Certainty.CERTAINLY,
        last_heard=last_heard(action, view.lens.as_of, named),
        filed=tuple(ref for each in counted for ref in each.commitments),
    )


def deed_at(view: View, ref: Ref) -> Deed:
    """Give an action that this view holds as a deed of any time."""
    lines = [each.lines[Ref(ref.owner)] for each in lines_of_city(view, ref.owner, None).values()]
    action = next(each for each in view.all(ACTIONS, ref.owner) if each.ref == ref)
    return deed_of(action, lines, None, view)
