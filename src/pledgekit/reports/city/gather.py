"""Gather the report to a city: all declarations it endorsed, all we hold, and what cities like it do. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import Certainty
from pledgekit.figures.cells import Standing
from pledgekit.figures.scope import same_period
from pledgekit.fingerprint import mark_of
from pledgekit.ids import Ref
from pledgekit.model.kinds import OFFICIALS, REQUESTS, UPDATES, kind_of
from pledgekit.model.levels import Act, Audience, State, Verdict
from pledgekit.reports.city.value import Answer, CityReport, Endorsed, Missing, Signed
from pledgekit.reports.gathering import (
    alone,
    cities_of,
    commitments_of,
    declarations_of,
    deed_at,
    deeds_of_city,
    known_city,
    lines_of_city,
    register_of,
)
from pledgekit.reports.holders import focal_point, in_office, not_seen
from pledgekit.reports.judging import judgements, rated
from pledgekit.reports.learning import learned
from pledgekit.reports.matching import few, match
from pledgekit.reports.notes import opening, publishing
from pledgekit.reports.people import holds_office
from pledgekit.reports.reviewed import reviews_of
from pledgekit.version import __version__
from pledgekit.view.order import known_since

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures import Cell, Tally
    from pledgekit.model.declaration import Declaration
    from pledgekit.model.deeds import Action, Endorsement
    from pledgekit.model.lanes import Update
    from pledgekit.model.people import Official
    from pledgekit.reports.value import Deed
    from pledgekit.view import View

__all__ = ["city"]

_SHOWN = 3  # practices
_TOLD = (State.REPORTED, State.NOTHING_NEW, State.INCLUDED_ELSEWHERE, State.NOT_APPLICABLE, State.NOT_AVAILABLE)
_SIGNING = (Audience.CITY, Audience.INTERNAL)
_APPROVING = (Verdict.APPROVED, Verdict.MAY_PUBLISH)
_OPEN = (State.AWAITING, State.NO_ANSWER)


def city(view: View, city: str, period: Period | None, *, despite_problems: bool = False) -> CityReport:
    """Make the report to a city; without a period, of everything up to as-of.

    `despite_problems`: it was asked for whether or not the register has errors, and says so.
    Raises NotFound for a city that this view does not hold.
    """
    known = known_city(view, city)
    here = alone(view, city)
    tallies = lines_of_city(view, city, period)
    own = deeds_of_city(view, city, period)
    standings = {name: Standing(here, each.scope) for name, each in tallies.items()}
    endorsed = tuple(
        _endorsed(here, tallies[name], each.acts)
        for name, each in standings.items()
        if each.in_force is not Certainty.NO
    )
    former = [each.acts[-1] for each in standings.values() if _left(each)]
    announced = [
        each.announced[-1]
        for each in standings.values()
        if each.announced and each.in_force is Certainty.NO and not each.ever
    ]
    officials = tuple(each for each in here.all(OFFICIALS) if holds_office(each, view.lens.as_of))
    practices = few(match(view, city), _SHOWN)
    others = {each.action: deed_at(view, each.action) for each in practices}
    deeds = {**{each.action.ref: each for each in own}, **others}
    headings = {each.ref for one in endorsed for each in one.commitments}
    headings.update(ref for each in own for ref in each.filed)
    headings.update(ref for each in practices for ref in each.commitments)
    commitments = [each for each in commitments_of(view) if each.ref in headings]
    lens = view.lens
    acts = [*(act for one in endorsed for act in one.acts), *former, *announced]
    own_actions = [each.action for each in own]
    told = [one.update for each in endorsed for one in each.answers if one.update is not None]
    return CityReport(
        tool_version=__version__,
        register=register_of(view),
        period=period,
        as_of=lens.as_of,
        known_on=lens.known_on,
        audience=lens.audience,
        for_city=lens.city or "",
        deeds=deeds,
        notes=(
            *opening(tuple(deeds.values()), commitments, view, despite_problems=despite_problems),
            *publishing((each.publisher for each in _declarations(view, endorsed)), lens.audience),
        ),
        cities=cities_of(view),
        city=known,
        officials=officials,
        endorsed=endorsed,
        former=tuple(former),
        announced=tuple(announced),
        declarations=declarations_of(view),
        commitments=commitments_of(view),
        actions=tuple(each.action.ref for each in own),
        missing=tuple(_missing(city, endorsed, own, officials)),
        practices=practices,
        learned=learned(view, (each.action.ref for each in own)),
        staff=((*in_office(here), *not_seen(here), *focal_point(here)) if lens.audience is Audience.INTERNAL else ()),
        sign_off=tuple(_sign_off(view, city, [*acts, *own_actions, *told])) if lens.audience in _SIGNING else (),
    )


def _sign_off(view: View, city: str, records: Iterable[Endorsement | Action | Update]) -> Iterator[Signed]:
    """Yield what the city is asked to approve, as it is shown to it, and when it did if nothing has changed since."""
    shown = view.shown_to(city)
    for each in records:
        same = shown.get(kind_of(each), each.ref)
        if same is None:
            continue
        approved = [one.review.date for one in reviews_of(view, each) if one.holds and one.review.verdict in _APPROVING]
        yield Signed(same, mark_of(same), approved[-1] if approved else None)


def _declarations(view: View, endorsed: tuple[Endorsed, ...]) -> tuple[Declaration, ...]:
    """Give the declarations whose publishers speak here: those endorsed, or all that a city could endorse."""
    return tuple(each.declaration for each in endorsed) or declarations_of(view)


def _left(standing: Standing) -> bool:
    acts = standing.acts
    return bool(acts) and standing.in_force is Certainty.NO and standing.ever and acts[-1].act == Act.ENDED


def _endorsed(here: View, total: Tally, acts: list[Endorsement]) -> Endorsed:
    """Tell where the city stands towards one declaration, and what it answered."""
    scope = total.scope
    line = total.lines[Ref(here.only)]
    return Endorsed(
        declaration=scope.declaration,
        acts=tuple(acts),
        commitments=scope.commitments,
        period=scope.cell_period,
        state=line.state,
        due=_due(here, total) if line.state in _OPEN else None,
        answers=tuple(_answer(here, total, each) for each in line.cells if _answered(each)),
    )


def _answered(cell: Cell) -> bool:
    return cell.state in _TOLD or rated(cell)


def _answer(here: View, total: Tally, cell: Cell) -> Answer:
    scope = total.scope
    updates = [
        each
        for each in here.all(UPDATES)
        if same_period(each.period, scope.cell_period) and cell.commitment in scope.leads_to.get(each.commitment, ())
    ]
    return Answer(cell, max(updates, key=_update_order, default=None), next(iter(judgements(here, [cell])), None))


def _update_order(update: Update) -> tuple[str, str, str]:
    """Order updates as cells do: by date, by when they were recorded, by id."""
    return update.date.last.isoformat() if update.date else "", known_since(update), update.id


def _due(here: View, total: Tally) -> PartialDate | None:
    """Give the day by which answers are asked: of the city's own extension, else of the round."""
    scope = total.scope
    given = [
        each.due
        for each in here.all(REQUESTS)
        if each.declaration.owner == scope.declaration.owner
        and same_period(each.period, scope.cell_period)
        and each.due is not None
    ]
    return max(given, key=lambda each: (each.last, each.first), default=scope.round.due if scope.round else None)


def _missing(
    city: str, endorsed: tuple[Endorsed, ...], own: tuple[Deed, ...], officials: tuple[Official, ...]
) -> Iterator[Missing]:
    """Yield what we would like to know: of the city, of what it endorsed, of what it did."""
    filed = {ref for each in own for ref in each.filed}
    for one in endorsed:
        answered = {each.cell.commitment for each in one.answers}
        for each in one.commitments:
            if each.ref not in filed and each.ref not in answered:
                yield Missing("commitment", each.ref)
    for one in endorsed:
        if all(each.date is None for each in one.acts if each.act != Act.ENDED):
            yield Missing("endorsement-date", one.declaration.ref)
    if not officials:
        yield Missing("office-holder", Ref(city))
    for deed in own:
        action = deed.action
        if action.date is None and action.start is None and action.end is None:
            yield Missing("dates", action.ref)
        if not any(each.title or each.url for each in action.evidence):
            yield Missing("evidence", action.ref)
