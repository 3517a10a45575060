"""What a cell is: one commitment, one city, one period, in exactly one state. Part of the fourth step.

The first rule that holds decides, in the order of the file format's table; silence is a state of its own, never zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.dates import Certainty
from pledgekit.figures.asking import Asking
from pledgekit.figures.leading import leading_of
from pledgekit.ids import Ref
from pledgekit.model.kinds import ENDORSEMENTS
from pledgekit.model.levels import Act, Audience, EvidenceLevel, Instead, RequestAct, State

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pledgekit.dates import PartialDate
    from pledgekit.figures.scope import Scope
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.lanes import Assessment, Update
    from pledgekit.view import View

__all__ = [
    "ASSESSED",
    "CLAUSE_CHANGED",
    "LANES_DIFFER",
    "NOT_SETTLED",
    "NOT_YET_RATED",
    "REPORTED",
    "UNCHANGED",
    "Cell",
    "Standing",
    "cells",
    "city_state",
]

NOT_SETTLED = "not-settled"
NOT_YET_RATED = "not-yet-rated"
CLAUSE_CHANGED = "clause-changed"
LANES_DIFFER = "lanes-differ"
UNCHANGED = "unchanged"
REPORTED = "reported"  # the two lanes of a cell: what the city says, actions among it
ASSESSED = "assessed"
_COUNTED = (Act.SIGNED, Act.ENDORSED, Act.ADOPTED, Act.REAFFIRMED, Act.ENDED)


class Cell(NamedTuple):
    """One cell. `assessment` is the ref of the one that holds, `not-settled`, `not-yet-rated`, or nothing."""

    city: Ref
    commitment: Ref
    state: State
    completion: str
    assessment: Ref | str | None
    assessed: str  # the level of the assessment that holds; `none` where there was nothing to judge by
    flags: tuple[str, ...]
    changed: tuple[str, ...] = ()  # of `clause-changed`, in which lanes: `reported`, `assessed`


class Standing:
    """Where one city stands towards one declaration on the day of judgement."""

    def __init__(self, city: View, scope: Scope) -> None:
        """Read the city's endorsements of the declaration."""
        name = scope.declaration.id
        every = [each for each in city.all(ENDORSEMENTS) if each.declaration.owner == name]
        self.announced = [each for each in every if each.act == Act.ANNOUNCED]
        self.acts = sorted((each for each in every if each.act in _COUNTED), key=_act_order)
        self.in_force = self._in_force(scope)
        self.current = next((each for each in reversed(self._until(scope)) if each.act != Act.ENDED), None)

    @property
    def ever(self) -> bool:
        """Whether the city is a row: it endorsed at some time."""
        return any(each.act != Act.ENDED for each in self.acts)

    @property
    def undated(self) -> bool:
        """Whether no act of endorsing has a date."""
        return all(each.date is None for each in self.acts if each.act != Act.ENDED)

    def endorsed_after(self, day: PartialDate | None) -> bool:
        """Tell whether the city certainly endorsed after a day; not when no day is set."""
        dates = [each.date for each in self.acts if each.act != Act.ENDED]
        return day is not None and all(d is not None and d.first > day.last for d in dates)

    def _until(self, scope: Scope) -> list[Endorsement]:
        day = scope.judged_on
        return [e for e in self.acts if e.date is None or e.date.later_than(day) is not Certainty.CERTAINLY]

    def _in_force(self, scope: Scope) -> Certainty:
        """Ask what the latest act may have been: each that no other one certainly followed by the day."""
        possible = [(e, e.date) for e in self._until(scope) if e.date is not None]
        sure = [(e, date) for e, date in possible if date.later_than(scope.judged_on) is Certainty.NO]
        outcomes = {e.act != Act.ENDED for e, date in possible if not any(_follows(later, e, date) for later in sure)}
        if not sure:
            outcomes |= self._without_date(scope)
        if outcomes == {True}:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY if True in outcomes else Certainty.NO

    def _without_date(self, scope: Scope) -> set[bool]:
        """Give what acts without a date may come to: they hold from the day the declaration was adopted."""
        undated = [e for e in self.acts if e.date is None]
        if not undated or undated[-1].act == Act.ENDED:
            return {False}
        adopted = scope.declaration.adopted.later_than(scope.judged_on)
        return {Certainty.NO: {True}, Certainty.POSSIBLY: {True, False}, Certainty.CERTAINLY: {False}}[adopted]


def cells(city: View, scope: Scope, standing: Standing, moved: Collection[Ref] = ()) -> tuple[Cell, ...]:
    """Give the cells of one city for every commitment in use.

    `moved` are the clauses under which an action of the cell stands that was filed under what they took the place of.
    """
    answers = Asking(city, scope)
    if answers.updates or answers.assessments or moved:
        found = tuple(_cell(city, scope, standing, answers, each) for each in scope.commitments)
        return tuple(_flagged(each) if each.commitment in moved else each for each in found)
    state = _unanswered(answers, scope, standing)  # of most cities in most registers: one state in all its cells
    rated = NOT_YET_RATED if scope.declaration.assessed else None
    here = Ref(city.only)
    return tuple(Cell(here, each.ref, state, "", rated, "", ()) for each in scope.commitments)


def city_state(city: View, scope: Scope, standing: Standing, row: Sequence[Cell]) -> State:
    """Give the state of a city as a whole: the foremost of its cells; of a declaration without commitments, its own."""
    order = list(State)
    every: list[State] = [each.state for each in row]
    states = [each for each in every if each is not State.NOT_APPLICABLE] or every
    if states:
        return min(states, key=order.index)
    return _unanswered(Asking(city, scope), scope, standing)


def _flagged(cell: Cell) -> Cell:
    """Say that something in a cell was filed before its clause took the place of another."""
    flags = cell.flags if CLAUSE_CHANGED in cell.flags else (CLAUSE_CHANGED, *cell.flags)
    return cell._replace(flags=flags, changed=(REPORTED, *(each for each in cell.changed if each != REPORTED)))


def _cell(city: View, scope: Scope, standing: Standing, answers: Asking, commitment: Commitment) -> Cell:
    name = commitment.ref
    flags: list[str] = []
    update = answers.update(name)
    state, completion = _state(answers, scope, standing, update, name)
    if update is not None and update.instead == Instead.UNCHANGED and completion:
        flags.append(UNCHANGED)
    assessment, assessed, judged = _assessment(scope, answers, name)
    leading = leading_of(city)
    lanes = ((REPORTED, update), (ASSESSED, judged))
    changed = tuple(lane for lane, each in lanes if each is not None and name in leading.outdated(each))
    if changed:
        flags.append(CLAUSE_CHANGED)
    if judged is not None and judged.completion and completion and judged.completion != completion:
        flags.append(LANES_DIFFER)
    return Cell(Ref(city.only), name, state, completion, assessment, assessed, tuple(flags), changed)


def _state(
    answers: Asking, scope: Scope, standing: Standing, update: Update | None, commitment: Ref
) -> tuple[State, str]:
    """Give state and level of a cell."""
    if standing.in_force is Certainty.NO:
        return State.NOT_ENDORSED, ""
    if update is None:
        return _unanswered(answers, scope, standing), ""
    if update.completion:
        return State.REPORTED, update.completion
    if update.instead == Instead.UNCHANGED:
        level = answers.earlier_level(commitment)
        return (State.REPORTED, level) if level else (State.NOTHING_NEW, "")
    return State(update.instead), ""


def _unanswered(answers: Asking, scope: Scope, standing: Standing) -> State:
    """Give the state of a cell for which this view holds no update."""
    if standing.in_force is Certainty.NO:
        return State.NOT_ENDORSED
    answer = answers.last_act(RequestAct.ANSWERED, RequestAct.DECLINED)
    if answer is not None and answer.act == RequestAct.DECLINED:
        return State.DECLINED
    if answer is not None and scope.audience is not Audience.INTERNAL:
        return State.ANSWERED_UNPUBLISHED
    if scope.round is not None and standing.endorsed_after(scope.round.eligible_if_endorsed_by):
        return State.NOT_DUE
    if not scope.responses_of(answers.city):
        return State.NOT_PUBLISHED
    return _silent(answers, answered=answer is not None)


def _silent(answers: Asking, *, answered: bool) -> State:
    """Give the state of a cell about which nothing was said, by what was asked."""
    asked = answers.last_act(RequestAct.ASKED, RequestAct.REMINDED, RequestAct.UNDELIVERED, RequestAct.EXTENDED)
    if asked is None:
        return State.NO_ANSWER if answered else State.NOT_ASKED
    if asked.act == RequestAct.UNDELIVERED and not answered:
        return State.NOT_REACHED
    return State.NO_ANSWER if answers.overdue else State.AWAITING


def _assessment(scope: Scope, answers: Asking, commitment: Ref) -> tuple[Ref | str | None, str, Assessment | None]:
    """Give the assessment that holds: the one that settles, else the only one, else that none does."""
    if not scope.declaration.assessed:
        return None, "", None
    found = [each for each in answers.assessments if commitment in scope.leads_to.get(each.commitment, ())]
    settled = {ref for each in found for ref in each.settles}
    left = [each for each in found if each.ref not in settled]
    if not found:
        return NOT_YET_RATED, "", None
    if len(left) != 1:
        return NOT_SETTLED, "", None
    return left[0].ref, left[0].completion or EvidenceLevel.NONE, left[0]


def _follows(later: tuple[Endorsement, PartialDate], act: Endorsement, date: PartialDate) -> bool:
    """Tell whether an act certainly came later than another; on the same day an end comes last."""
    other, when = later
    if when.first == date.last:
        return other.act == Act.ENDED and act.act != Act.ENDED
    return when.first > date.last


def _act_order(act: Endorsement) -> tuple[object, ...]:
    """Undated first; on the same day an end comes last."""
    ended = act.act == Act.ENDED
    if act.date is None:
        return ("", "", ended, act.id)
    return (act.date.last.isoformat(), act.date.first.isoformat(), ended, act.id)
