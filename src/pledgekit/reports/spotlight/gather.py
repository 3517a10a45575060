"""Gather the portrait of a city: its answers, what it endorsed, where it took part, what it does. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import Certainty
from pledgekit.figures.cells import Standing
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import ACTIONS, EVENTS, OFFICIALS, PROFILES
from pledgekit.reports.gathering import (
    alone,
    by_name,
    cities_of,
    commitments_of,
    deed_at,
    deeds_of_city,
    known_city,
    lines_of_city,
    register_of,
)
from pledgekit.reports.learning import learned
from pledgekit.reports.notes import opening, publishing
from pledgekit.reports.people import holds_office
from pledgekit.reports.spotlight.value import Joined, Spotlight
from pledgekit.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.dates import Period
    from pledgekit.model.dialogue import Event
    from pledgekit.view import View

__all__ = ["spotlight"]


def spotlight(view: View, city: str, period: Period | None, *, despite_problems: bool = False) -> Spotlight:
    """Make the portrait of a city; a period leaves only the dialogues and actions that may lie in it.

    `despite_problems`: it was asked for whether or not the register has errors, and says so.
    Raises NotFound for a city that this view does not hold.
    """
    known = known_city(view, city)
    here = alone(view, city)
    own = deeds_of_city(view, city, period)
    standings = [(each.scope, Standing(here, each.scope)) for each in lines_of_city(view, city, period).values()]
    joined = tuple(
        Joined(scope.declaration, tuple(each.acts)) for scope, each in standings if each.in_force is not Certainty.NO
    )
    followed = tuple(_followed(view, city))
    commitments = commitments_of(view)
    filed = {ref for each in own for ref in each.filed}
    lens = view.lens
    return Spotlight(
        tool_version=__version__,
        register=register_of(view),
        period=period,
        as_of=lens.as_of,
        known_on=lens.known_on,
        audience=lens.audience,
        for_city=lens.city or "",
        deeds={**{each.action.ref: each for each in own}, **{ref: deed_at(view, ref) for ref in followed}},
        notes=(
            *opening(own, [each for each in commitments if each.ref in filed], view, despite_problems=despite_problems),
            *publishing((each.declaration.publisher for each in joined), view.lens.audience),
        ),
        cities=cities_of(view),
        city=known,
        officials=tuple(each for each in here.all(OFFICIALS) if holds_office(each, lens.as_of)),
        profiles=tuple(sorted(here.all(PROFILES), key=lambda each: (-(each.year or 0), each.id))),
        endorsed=joined,
        commitments=commitments,
        events=tuple(_events(view, city, period)),
        actions=tuple(each.action.ref for each in own),
        followed=followed,
        learned=learned(view, (each.action.ref for each in own)),
    )


def _events(view: View, city: str, period: Period | None) -> Iterator[Event]:
    """Yield the dialogues in which the city took part, in the order of time."""
    found = [each for each in view.all(EVENTS) if Ref(city) in each.cities]
    for each in sorted(found, key=lambda each: (each.start.first, each.start.last, each.ref)):
        if period is None or period.meets(each.start, each.end or each.start) is not Certainty.NO:
            yield each


def _followed(view: View, city: str) -> Iterator[Ref]:
    """Yield what other cities did after an example of this one, by their names."""
    found = [
        each
        for each in view.all(ACTIONS)
        if each.owner != city and any(model.owner == city for model in each.inspired_by)
    ]
    for each in sorted(found, key=lambda each: (*by_name(view, each.owner), fold(each.title), each.id)):
        yield each.ref
