"""From a printed figure back to the records it was counted from. Fifth step: view → value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.errors import NotFound, UsageError
from pledgekit.figures import Share, figures, scope_of, tally_all
from pledgekit.figures.scope import same_period
from pledgekit.ids import Ref, fold, nearest
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, CITIES, ENDORSEMENTS, REQUESTS, UPDATES
from pledgekit.model.levels import Audience, Wording
from pledgekit.reports.explain_left import Passed, passed_over

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Count, Scope
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.record import Record
    from pledgekit.view import View

__all__ = ["RULES", "Explanation", "Member", "explain"]

_OPEN = (Audience.PUBLIC, Audience.CITY)
_UPDATES = "completion"  # figures of the city's lane
_ASSESSED = ("assessed", "not-settled", "not-yet-rated")  # and of the assessor's

# What a figure's id begins with → the rule that counts it; one text for each in every catalogue.
RULES = (
    "signatories",
    "signatories/undated",
    "countries",
    "cities-with-action",
    "actions",
    "actions/after",
    "actions/unknown",
    "actions/before",
    "actions-with-evidence",
    "actions-elsewhere",
    "statements",
    "statements-elsewhere",
    "response-rate",
    "commitment.cities-with-action",
    "commitment.actions",
    "commitment.actions/before",
    "commitment.statements",
    "commitment.completion",
    "commitment.assessed",
    "commitment.assessed/none",
    "commitment.not-settled",
    "commitment.not-yet-rated",
)


class Member(NamedTuple):
    """What was counted, whether only possibly so, and the records that make it so."""

    member: Ref | str
    certain: bool
    records: tuple[Record, ...]


class Explanation(NamedTuple):
    """The value: the figure with its rule's id, its members by name, and the lens it was counted through."""

    rule: str
    level: str  # of a figure that counts one level
    figure: Count | Share
    declaration: Declaration
    commitment: Commitment | None
    period: Period | None  # of what was counted: the cells' for a lane, else that asked for
    as_of: datetime.date
    known_on: datetime.date | None
    audience: Audience
    members: tuple[Member, ...]
    passed: tuple[Passed, ...]  # records that could have been meant and were not counted
    reserved: bool  # not to be printed for the public: a matrix or assessment of working titles
    cities: Mapping[str, City]

    @property
    def not_counted(self) -> tuple[str, ...]:
        """Who could have been counted and was not, by name."""
        if not isinstance(self.figure, Share):
            return ()
        left = {str(each) for each in self.figure.universe - self.figure.members}
        return tuple(sorted(left, key=lambda each: (fold(_name(self.cities, each)), each)))


def explain(
    view: View, declaration: str, figure: str, *, period: Period | None = None, commitment: Ref | None = None
) -> Explanation:
    """Explain a figure of a declaration by its id, or one of its commitments by the id alone.

    Raises UsageError, with the nearest, for an id there is not; NotFound for a figure that nothing can be counted for,
    and for a declaration or commitment that the view does not hold.
    """
    total = tally_all(view, declaration, period)
    scope = scope_of(view, declaration, period)
    known = figures(total)
    name = f"{commitment}/{figure}" if commitment is not None else figure
    if name not in known:
        raise _unknown(name, scope, known)
    own = f"{declaration}/"
    clause, _, base = name.removeprefix(own).partition("/") if name.startswith(own) else ("", "", name)
    held = next((each for each in scope.commitments if each.id == clause), None)
    rule, level = _rule(base, clause)
    lane = level or rule.startswith(tuple(f"commitment.{each}" for each in _ASSESSED))
    found = known[name]
    cities = {each.owner: each for each in view.all(CITIES)}
    records = _records_of(view, scope, found, base, held)

    def order(member: Ref | str) -> tuple[str, str]:
        owner = member if isinstance(member, str) else member.owner
        return fold(_name(cities, owner)), str(member)

    behind = [record for each in found.members for record in records.get(each, ())]
    provisional = any(each.wording == Wording.PROVISIONAL for each in scope.commitments)
    reserved = bool(lane) and provisional and view.lens.audience in _OPEN
    clause_ref = held.ref if held is not None else None
    return Explanation(
        rule=rule,
        level=level,
        figure=found,
        declaration=scope.declaration,
        commitment=held,
        period=scope.cell_period if lane or rule == "response-rate" else period,
        as_of=view.lens.as_of,
        known_on=view.lens.known_on,
        audience=view.lens.audience,
        members=tuple(
            Member(each, each not in found.uncertain, tuple(records.get(each, ())))
            for each in sorted(found.members, key=order)
        ),
        passed=() if reserved else passed_over(view, scope, base, clause=clause_ref, period=period, counted=behind),
        reserved=reserved,
        cities=cities,
    )


def _unknown(name: str, scope: Scope, known: Mapping[str, object]) -> UsageError | NotFound:
    """Say what is wrong with an id: nobody was asked, nothing is assessed, or there is no such figure."""
    last = name.removeprefix(f"{scope.declaration.id}/").partition("/")[2]
    if name == "response-rate":
        return NotFound("nobody was asked, or who was asked is not for this audience: there is no response-rate")
    if last.startswith(_ASSESSED) and not scope.declaration.assessed:
        return NotFound(f"{scope.declaration.id} is not assessed: there is no {name}")
    close = nearest(name, known)
    own = [each for each in RULES if each in known]
    clauses = [each.removeprefix("commitment.") for each in RULES if each.startswith("commitment.")]
    clauses = [f"{each}/LEVEL" if each in (_UPDATES, _ASSESSED[0]) else each for each in clauses]
    hint = f"nearest: {close}; " if close else ""
    listed = f"figures: {', '.join(own)}; of one commitment, with --commitment: {', '.join(clauses)}"
    return UsageError(f"{name!r} is no figure of {scope.declaration.id}", remedy=f"{hint}{listed}")


def _rule(base: str, clause: str) -> tuple[str, str]:
    """Give the id of the rule behind a figure, and the level it counts."""
    if not clause:
        return base, ""
    rule = f"commitment.{base}"
    if rule in RULES:
        return rule, ""
    stem, _, level = rule.partition("/")
    return stem, level


def _records_of(
    view: View, scope: Scope, figure: Count | Share, base: str, commitment: Commitment | None
) -> dict[Ref | str, list[Record]]:
    """Give, for each member, the records that make it one: actions, endorsements, answers, requests, assessments."""
    found: dict[Ref | str, list[Record]] = {}
    if isinstance(figure, Share) and figure.records and base != "actions-with-evidence":
        for ref in sorted(figure.records):
            record = view.get(ACTIONS, ref) or view.get(REQUESTS, ref)
            found.setdefault(Ref(ref.owner), []).extend([record] if record is not None else [])
        return found
    lane = list(_lane(view, scope, base, commitment)) if commitment is not None else []
    for member in figure.members:
        if isinstance(member, str):
            own = [each.owner for each in view.all(CITIES) if each.country == member]
            found[member] = [each for owner in own for each in _endorsed(view, scope, owner)]
        elif member.id:
            action = view.get(ACTIONS, member)
            found[member] = [action] if action is not None else []
        else:
            told = [each for each in lane if each.owner == member.owner]
            found[member] = told or list(_endorsed(view, scope, member.owner))
    return found


def _endorsed(view: View, scope: Scope, owner: str) -> Iterator[Record]:
    for each in view.all(ENDORSEMENTS, owner):
        if each.declaration.owner == scope.declaration.id:
            yield each


def _lane(view: View, scope: Scope, base: str, commitment: Commitment) -> Iterator[Record]:
    """Yield what was said in the lane that a figure counts; answers of earlier periods too, for "unchanged"."""
    period = scope.cell_period
    for update in view.all(UPDATES) if base.startswith(_UPDATES) else ():
        same = commitment.ref in scope.leads_to.get(update.commitment, ())
        if same and period is not None and update.period.last <= period.last:
            yield update
    for assessment in view.all(ASSESSMENTS) if base.startswith(_ASSESSED) else ():
        same = commitment.ref in scope.leads_to.get(assessment.commitment, ())
        if same and same_period(assessment.period, period):
            yield assessment


def _name(cities: Mapping[str, City], owner: str) -> str:
    return cities[owner].name if owner in cities else owner
