"""What one city was asked and answered for one period, and what that comes to. Part of the fourth step.

One place knows by when a city is to answer, and when it is time to remind it: cells, `todo` and rounds ask here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pledgekit.dates import Certainty, shifted
from pledgekit.figures.scope import same_period
from pledgekit.model.kinds import ASSESSMENTS, REQUESTS, UPDATES
from pledgekit.model.levels import RequestAct
from pledgekit.view.order import known_since

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from pledgekit.dates import PartialDate
    from pledgekit.figures.scope import Scope
    from pledgekit.ids import Ref
    from pledgekit.model.edition import Round
    from pledgekit.model.lanes import Assessment, Request, Update
    from pledgekit.view import View

__all__ = ["Asking", "Reminder", "due_of"]

_WEEK: Final = 7  # days
_TOLD: Final = (RequestAct.ASKED, RequestAct.REMINDED, RequestAct.EXTENDED)


class Reminder(StrEnum):
    """Why it is time to remind a city: what has passed since it was last written to."""

    HALF = "half"  # half of the time to answer
    WEEK = "week"  # all but the last week
    OVERDUE = "overdue"  # the day by which to answer


class Asking:
    """One city's requests, answers and assessments; requests are those of the scope's declaration and period."""

    def __init__(self, city: View, scope: Scope) -> None:
        """Take the view of one city."""
        period, name = scope.cell_period, scope.declaration.id
        self.scope = scope
        self.updates: list[Update] = [each for each in city.all(UPDATES) if each.commitment.owner == name]
        self.assessments: list[Assessment] = [
            each for each in city.all(ASSESSMENTS) if each.commitment.owner == name and same_period(each.period, period)
        ]
        requests = [
            each for each in city.all(REQUESTS) if each.declaration.owner == name and same_period(each.period, period)
        ]
        self.city = city.only
        self.requests: list[Request] = sorted(requests, key=_by_day)

    def update(self, commitment: Ref) -> Update | None:
        """Give the live update of a cell: the latest by date, recorded, id."""
        found = [
            each
            for each in self.updates
            if same_period(each.period, self.scope.cell_period)
            and commitment in self.scope.leads_to.get(each.commitment, ())
        ]
        return max(found, key=_update_order, default=None)

    def earlier_level(self, commitment: Ref) -> str:
        """Give the last level reported for an earlier period, or nothing."""
        period = self.scope.cell_period
        found = [
            each
            for each in self.updates
            if each.completion
            and period is not None
            and each.period.last < period.first
            and commitment in self.scope.leads_to.get(each.commitment, ())
        ]
        latest = max(found, key=lambda each: (each.period.last, *_update_order(each)), default=None)
        return latest.completion if latest else ""

    def last_act(self, *acts: str) -> Request | None:
        """Give the latest request of these acts."""
        return next((each for each in reversed(self.requests) if each.act in acts), None)

    @property
    def due(self) -> PartialDate | None:
        """By when the city is to answer: the later of the round's day and its last extension; nothing without both."""
        return _later(None if self.scope.round is None else self.scope.round.due, self.requests)

    @property
    def overdue(self) -> bool:
        """Whether that day has passed for certain."""
        return self.due is not None and self.due.earlier_than(self.scope.as_of) is Certainty.CERTAINLY

    def reminder(self) -> Reminder | None:
        """Say why it is time to remind the city: of the last such time that passed since it was last written to.

        Of a city that was asked, was reached and has not said that it answered or declines; that is not asked here.
        """
        asked, due = self.last_act(RequestAct.ASKED), self.due
        told = self.last_act(*_TOLD)
        if asked is None or told is None or due is None:
            return None
        begun, end, today = asked.date.last, due.last, self.scope.as_of
        times = (
            (Reminder.HALF, shifted(begun, ((end - begun).days + 1) // 2)),
            (Reminder.WEEK, shifted(end, -_WEEK)),
            (Reminder.OVERDUE, shifted(end, 1)),
        )
        passed = [(day, why) for why, day in times if told.date.last < day <= today]
        return max(passed)[1] if passed else None


def due_of(view: View, city: str, asked: Round) -> PartialDate:
    """Give the day by which one city is to answer a round: the later of the round's and that of its last extension."""
    mine = [
        each
        for each in view.all(REQUESTS, city)
        if each.declaration.owner == asked.owner and same_period(each.period, asked.period)
    ]
    return _later(asked.due, sorted(mine, key=_by_day)) or asked.due


def _later(due: PartialDate | None, requests: Sequence[Request]) -> PartialDate | None:
    """Give the day of the last extension where it is later: an extension never takes time away."""
    given = [each.due for each in requests if each.act == RequestAct.EXTENDED and each.due is not None][-1:]
    days = [*given, *([due] if due is not None else [])]
    return max(days, key=lambda each: each.last, default=None)


def _by_day(request: Request) -> tuple[datetime.date, str]:
    return request.date.last, request.id


def _update_order(update: Update) -> tuple[str, str, str]:
    date = update.date.last.isoformat() if update.date else ""
    return date, known_since(update), update.id
