"""Gather the implementation update of one declaration: figures fold over cities, lists are put in order. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.dates import Certainty
from pledgekit.figures import figures, tally_all
from pledgekit.figures.cells import Standing
from pledgekit.figures.scope import same_period
from pledgekit.figures.timing import last_heard
from pledgekit.fingerprint import digest
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import (
    ACTIONS,
    CITIES,
    EVENTS,
    FINDINGS,
    OFFICIALS,
    PUBLISHED,
    SELECTIONS,
    STEPS,
    UPDATES,
)
from pledgekit.model.levels import Act, State
from pledgekit.reports.annual.notes import notes_of
from pledgekit.reports.annual.since import compared
from pledgekit.reports.annual.value import AnnualReport, Clause, Signatory
from pledgekit.reports.judging import judgements
from pledgekit.reports.matrix import matrix
from pledgekit.reports.people import holds_office
from pledgekit.reports.unnamed import unnamed_of
from pledgekit.reports.value import Deed
from pledgekit.version import __version__
from pledgekit.view.order import known_since

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures import Count, Line, Scope, Share, Tally
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.dialogue import Event, Finding, Step
    from pledgekit.model.lanes import Update
    from pledgekit.view import View

__all__ = ["annual"]

_PLANNED: Final = "pipeline"  # of the words for an action's status the one for what has not begun


def annual(
    view: View,
    declaration: str,
    period: Period | None,
    *,
    despite_problems: bool = False,
    since: datetime.date | None = None,
) -> AnnualReport:
    """Make the implementation update of a declaration; without a period, of everything up to as-of.

    `despite_problems`: it was asked for whether or not the register has errors, and says so. `since`: with what changed
    since the edition of that day. Raises NotFound for a declaration that this view does not hold, or did not by then.
    """
    report = _Gathering(view, tally_all(view, declaration, period)).report(despite_problems=despite_problems)
    return report if since is None else compared(report, view, since)


class _Gathering:
    """One report in the making: what several of its parts ask for."""

    def __init__(self, view: View, total: Tally) -> None:
        self.view = view
        self.total = total
        self.scope: Scope = total.scope
        self.owner = total.scope.declaration.owner
        self.cities = {each.owner: each for each in view.all(CITIES)}
        self.counted = figures(total)
        self.deeds = self._deeds()

    def report(self, *, despite_problems: bool) -> AnnualReport:
        view, scope, lens = self.view, self.scope, self.view.lens
        clauses = tuple(self._clause(each) for each in scope.commitments)
        before = self._in_order(self._members("actions/before"))
        elsewhere = self._in_order(
            [each for name in ("actions-elsewhere", "statements-elsewhere") for each in self._members(name)]
        )
        under = [ref for each in clauses for ref in (*each.examples, *each.statements)]
        shown = dict.fromkeys([*under, *before, *elsewhere])
        signatories, former, announced = self._standing()
        events = self._events()
        return AnnualReport(
            tool_version=__version__,
            register=digest(view.everything()),
            declaration=scope.declaration,
            period=scope.period,
            as_of=lens.as_of,
            known_on=lens.known_on,
            audience=lens.audience,
            for_city=lens.city or "",
            figures={name: each for name, each in self.counted.items() if not name.startswith(f"{self.owner}/")},
            signatories=signatories,
            former=former,
            announced=announced,
            commitments=clauses,
            before=before,
            elsewhere=elsewhere,
            planned=tuple(
                each for each in self._in_order(self._members("actions")) if self.deeds[each].action.status == _PLANNED
            ),
            deeds=self.deeds,
            events=events,
            findings=self._findings(events),
            steps=self._steps(events),
            cell_period=scope.cell_period,
            round=scope.round,
            responses_seen=scope.responses_seen,
            states={each.city.owner: each.state for each in self._rows()},
            not_heard_from=tuple(each.city.owner for each in self._rows() if each.state is State.NO_ANSWER),
            matrix=matrix(self.total),
            judgements=judgements(view, (cell for line in self._rows() for cell in line.cells)),
            published=tuple(sorted(view.all(PUBLISHED, self.owner), key=lambda each: (each.as_of.first, each.id))),
            notes=notes_of(
                scope, self.counted, [self.deeds[ref] for ref in shown], view, despite_problems=despite_problems
            ),
            cities=self.cities,
        )

    def _rows(self) -> list[Line]:
        """Give the lines of all cities that ever endorsed, by name."""
        rows = [each for each in self.total.lines.values() if each.row]
        return sorted(rows, key=lambda each: self._by_name(each.city.owner))

    def _by_name(self, city: str) -> tuple[str, str]:
        return fold(self.cities[city].name) if city in self.cities else city, city

    def _in_order(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """Sort actions by their city's name, and those of one city by title."""
        return tuple(
            sorted(refs, key=lambda ref: (*self._by_name(ref.owner), fold(self.deeds[ref].action.title), ref.id))
        )

    def _members(self, figure: str) -> list[Ref]:
        return [each for each in self.counted[figure].members if isinstance(each, Ref)]

    def _deeds(self) -> Mapping[Ref, Deed]:
        """Give every action of the tally with what a list says of it."""
        actions = {each.ref: each for each in self.view.all(ACTIONS)}
        ticks: dict[Ref, list[PartialDate]] = {}
        for update in self.view.all(UPDATES):
            for ref in update.actions if update.date else ():
                ticks.setdefault(ref, []).extend([update.date] if update.date else [])
        place = [each.ref for each in self.scope.commitments]
        return {
            each.ref: Deed(
                action=actions[each.ref],
                timing=each.timing,
                certain=each.certain,
                last_heard=last_heard(actions[each.ref], self.scope.as_of, ticks.get(each.ref, ())),
                filed=tuple(sorted(each.commitments, key=place.index)),
            )
            for line in self.total.lines.values()
            for each in line.deeds
        }

    def _clause(self, commitment: Commitment) -> Clause:
        start = f"{commitment.ref}/"
        counted: dict[str, Count | Share] = {
            name.removeprefix(start): each for name, each in self.counted.items() if name.startswith(start)
        }
        actions = self._in_order(self._members(f"{start}actions"))
        before = self._members(f"{start}actions/before")
        chosen = self._chosen(commitment.ref, {*actions, *before})
        return Clause(
            commitment=commitment,
            figures=counted,
            examples=chosen or actions,
            actions=actions,
            statements=self._in_order(self._members(f"{start}statements")),
            told=self._told(commitment.ref),
            chosen=bool(chosen),
            unnamed=unnamed_of(self.view, self.scope, commitment.ref),
        )

    def _told(self, commitment: Ref) -> tuple[Update, ...]:
        """Give the answer in words of each city in force, by its latest update for the period of the cells."""
        latest: dict[str, Update] = {}
        for each in sorted(self.view.all(UPDATES), key=_update_order):
            if same_period(each.period, self.scope.cell_period) and commitment in self.scope.leads_to.get(
                each.commitment, ()
            ):
                latest[each.owner] = each
        rows = [each.city.owner for each in self._rows() if each.in_force is not Certainty.NO]
        return tuple(latest[city] for city in rows if city in latest and latest[city].narrative)

    def _chosen(self, commitment: Ref, possible: set[Ref]) -> tuple[Ref, ...]:
        """Give the examples selected for this edition, in their order; nothing when none were."""
        return tuple(
            dict.fromkeys(
                ref
                for each in self.view.all(SELECTIONS, self.owner)
                if self.scope.period is not None
                and same_period(each.period, self.scope.period)
                and commitment in self.scope.leads_to.get(each.commitment, ())
                for ref in each.actions
                if ref in possible
            )
        )

    def _standing(self) -> tuple[tuple[Signatory, ...], tuple[Endorsement, ...], tuple[Endorsement, ...]]:
        """Give who endorses, the latest act of who no longer does, and who has only announced that it would."""
        signatories, former, announced = [], [], []
        for city in sorted(self.view.by_city(), key=lambda each: self._by_name(each.only)):
            standing = Standing(city, self.scope)
            acts = [each for each in standing.acts if not _later(each.date, self.scope.judged_on)]
            if standing.in_force is not Certainty.NO and standing.current is not None:
                officials = tuple(each for each in city.all(OFFICIALS) if holds_office(each, self.scope.as_of))
                signatories.append(
                    Signatory(city=city.only, act=standing.current, acts=tuple(acts), officials=officials)
                )
            elif acts and standing.ever and acts[-1].act == Act.ENDED:
                former.append(acts[-1])
            elif standing.announced:
                announced.append(standing.announced[-1])
        return tuple(signatories), tuple(former), tuple(announced)

    def _events(self) -> tuple[Event, ...]:
        """Give the events held for this declaration, its own and others', in the period, in order of time."""
        found = [
            each
            for each in self.view.all(EVENTS)
            if (each.owner == self.owner or Ref(self.owner) in each.also_for)
            and (
                self.scope.period is None
                or self.scope.period.meets(each.start, each.end or each.start) is not Certainty.NO
            )
        ]
        return tuple(sorted(found, key=lambda each: (each.start.first, each.start.last, each.ref)))

    def _findings(self, events: Iterable[Event]) -> tuple[Finding, ...]:
        """Give the findings of these events, in their order, then those of a year."""
        place = {each.ref: number for number, each in enumerate(events)}
        period = self.scope.period
        found = [
            each
            for each in self.view.all(FINDINGS)
            if each.event in place
            or (
                each.event is None
                and each.owner == self.owner
                and (period is None or (each.year is not None and period.first.year <= each.year <= period.last.year))
            )
        ]
        return tuple(
            sorted(
                found,
                key=lambda each: (
                    place[each.event] if each.event else len(place),
                    each.year or 0,
                    each.number if each.number is not None else len(found),
                    each.id,
                ),
            )
        )

    def _steps(self, events: Iterable[Event]) -> tuple[Step, ...]:
        place = {each.ref: number for number, each in enumerate(events)}
        found = [each for each in self.view.all(STEPS) if each.event in place]
        return tuple(sorted(found, key=lambda each: (place[each.event], each.id)))


def _update_order(update: Update) -> tuple[str, str, str]:
    """Order updates as cells do: by date, by when they were recorded, by id."""
    return update.date.last.isoformat() if update.date else "", known_since(update), update.id


def _later(date: PartialDate | None, day: datetime.date) -> bool:
    return date is not None and date.later_than(day) is Certainty.CERTAINLY
