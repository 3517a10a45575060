"""Which records a figure left out, each with the reason. Part of explaining: view → records and reasons.

Only records are told that could have been meant: of the same declaration, and the same commitment where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.figures import figures, tally_all
from pledgekit.figures.scope import same_period
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, ENDORSEMENTS, REQUESTS, UPDATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Scope
    from pledgekit.model.deeds import Action
    from pledgekit.model.record import Record
    from pledgekit.view import View

__all__ = ["WHYS", "Passed", "passed_over"]

# Why a record is not behind a figure; one text for each in every catalogue.
WHYS: Final = (
    "outside",
    "statement",
    "deed",
    "before",
    "elsewhere",
    "endorser",
    "timing",
    "no-evidence",
    "no-endorsement",
    "dated",
    "other-period",
    "other-level",
    "not-answered",
)
_APART: Final = {  # figures of deeds and sayings → why what is in one of them is in no other
    "statements": "statement",
    "statements-elsewhere": "elsewhere",
    "actions-elsewhere": "elsewhere",
    "actions/before": "before",
    "actions/after": "timing",
    "actions/unknown": "timing",
    "actions": "endorser",
}
_SAID: Final = ("statements", "statements-elsewhere")
_ELSEWHERE: Final = ("actions-elsewhere", "statements-elsewhere")
_BY_ENDORSING: Final = ("signatories", "signatories/undated", "countries")


class Passed(NamedTuple):
    """A record that was not counted, and the word for why."""

    record: Record
    why: str


def passed_over(
    view: View, scope: Scope, figure: str, *, clause: Ref | None, period: Period | None, counted: Collection[Record]
) -> tuple[Passed, ...]:
    """Give the records that a figure left out, by ref; `figure` is its id without the commitment."""
    held = {each.ref for each in counted}
    if figure in _BY_ENDORSING:
        found = _endorsements(view, scope, held, dated=figure == "signatories/undated")
    elif figure == "response-rate":
        found = _requests(view, scope, held)
    elif figure.startswith(("completion/", "assessed", "not-settled", "not-yet-rated")):
        found = _lane(view, scope, figure, clause, held)
    else:
        now = _members(view, scope, clause, period)
        ever = _members(view, scope, clause, None) if period is not None else now
        found = _deeds(view, figure, now, ever, held)
    return tuple(sorted(found, key=lambda each: str(each.record.ref)))


def _endorsements(view: View, scope: Scope, held: Collection[Ref], *, dated: bool) -> Iterator[Passed]:
    for each in view.all(ENDORSEMENTS):
        if each.declaration.owner == scope.declaration.id and each.ref not in held:
            yield Passed(each, "dated" if dated and each.date is not None else "no-endorsement")


def _requests(view: View, scope: Scope, held: Collection[Ref]) -> Iterator[Passed]:
    for each in view.all(REQUESTS):
        if each.declaration.owner == scope.declaration.id and each.ref not in held:
            same = same_period(each.period, scope.cell_period)
            yield Passed(each, "not-answered" if same else "other-period")


def _lane(view: View, scope: Scope, figure: str, clause: Ref | None, held: Collection[Ref]) -> Iterator[Passed]:
    lane = view.all(UPDATES) if figure.startswith("completion/") else view.all(ASSESSMENTS)
    for each in lane:
        if clause in scope.leads_to.get(each.commitment, ()) and each.ref not in held:
            yield Passed(each, "other-level" if same_period(each.period, scope.cell_period) else "other-period")


def _deeds(
    view: View, figure: str, now: Mapping[Ref, str], ever: Mapping[Ref, str], held: Collection[Ref]
) -> Iterator[Passed]:
    for ref in {*now, *ever}:
        action = view.get(ACTIONS, ref)
        if action is not None and ref not in held:
            yield Passed(action, _why(figure, now.get(ref, "")))


def _why(figure: str, place: str) -> str:
    """Say why an action is not in a figure, by the figure of the period that it is in, if in any."""
    if not place:
        return "outside"  # of the period: an action without dates is possibly in every one
    if (place in _SAID) != (figure in _SAID):
        return "deed" if figure in _SAID else "statement"
    if (place in _ELSEWHERE) != (figure in _ELSEWHERE):
        return "endorser" if figure in _ELSEWHERE else "elsewhere"
    if figure == "actions-with-evidence" and place != "actions/before":
        return "no-evidence"
    if figure == "actions/before":
        return "timing"
    return _APART[place]


def _members(view: View, scope: Scope, clause: Ref | None, period: Period | None) -> dict[Ref, str]:
    """Give the actions of a period, each with the first of the figures of `_APART` that it is in."""
    known = figures(tally_all(view, scope.declaration.id, period))
    found: dict[Ref, str] = {}
    for name in _APART:
        front = f"{clause}/" if clause is not None and name not in _ELSEWHERE else ""
        for ref in known[front + name].members if front + name in known else ():
            action = view.get(ACTIONS, ref) if isinstance(ref, Ref) else None
            if action is not None and (clause is None or _is_under(scope, action, clause)):
                found.setdefault(action.ref, name)
    return found


def _is_under(scope: Scope, action: Action, clause: Ref) -> bool:
    return any(clause in scope.leads_to.get(each, ()) for each in action.commitments)
