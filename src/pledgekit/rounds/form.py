"""What one city is asked in a round: view of that city → form. First step of a round; no language in it.

Clauses of several declarations that `maps_to` calls the same are asked once. What is shown back to the city is what it
may see: public records and its own of the network, never internal ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.dates import Certainty
from pledgekit.errors import NotFound, UsageError
from pledgekit.figures.asking import due_of
from pledgekit.figures.cells import Standing
from pledgekit.figures.scope import same_period, scope_of
from pledgekit.fingerprint import canonical_json, fingerprint
from pledgekit.model.kinds import ACTIONS, ROUNDS, UPDATES
from pledgekit.model.levels import State

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from pledgekit.dates import PartialDate, Period
    from pledgekit.ids import Ref
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Action
    from pledgekit.model.edition import Round
    from pledgekit.model.lanes import Update
    from pledgekit.view import View

__all__ = ["SAME", "Form", "Question", "due_of", "form_of", "last_of", "round_of", "why_not_asked"]

SAME = "same"  # the only relation of `maps_to` that lets one answer stand for two clauses


class Question(NamedTuple):
    """One answer that is asked for: of one clause, or of clauses that say the same; and the last answer held."""

    commitments: tuple[Commitment, ...]  # at most one of each declaration, in the order of the declarations
    last: Update | None

    @property
    def ref(self) -> Ref:
        """What the question is known by: its first clause."""
        return self.commitments[0].ref


class Form(NamedTuple):
    """One city's form. `declarations` and `rounds` go together, one round of each, all of one period."""

    city: City
    declarations: tuple[Declaration, ...]
    rounds: tuple[Round, ...]
    period: Period
    due: PartialDate
    lang: str  # BCP 47, of what the form says beside the records' own texts
    issued: datetime.datetime
    questions: tuple[Question, ...]
    actions: tuple[Action, ...]  # on record, to be confirmed; by id
    despite_problems: bool = False  # it was asked for although errors might stand; the form says so

    @property
    def key(self) -> str:
        """A fingerprint of what is asked and shown, without the day: tells apart forms that look like twins."""
        import hashlib

        asked = [[str(each.ref), *(fingerprint(clause) for clause in each.commitments)] for each in self.questions]
        shown = [fingerprint(each) for each in (*self.actions, *(q.last for q in self.questions if q.last))]
        head = [self.city.id, self.period.label, self.due.text, *(str(each.ref) for each in self.rounds)]
        return "sha256:" + hashlib.sha256(canonical_json([head, asked, shown]).encode()).hexdigest()


def form_of(
    view: View, city: str, declarations: Sequence[str], period: Period, *, lang: str, issued: datetime.datetime
) -> Form:
    """Make the form of one city for the rounds of some declarations; those that it need not answer are left out.

    The view is that of audience `city`. Raises NotFound for a city, declaration or round that it does not hold, and
    UsageError when the city need answer none of the declarations.
    """
    known = view.city(city)
    if known is None:
        raise NotFound(f"{city} is not a city of this register")
    reasons = {name: why_not_asked(view, city, name, period) for name in declarations}
    names = [name for name, reason in reasons.items() if not reason]
    if not names:
        told = "; ".join(f"{name}: {reason}" for name, reason in reasons.items())
        raise UsageError(f"{city} is not asked about {period} ({told})")
    rounds = [round_of(view, name, period) for name in names]
    scopes = [scope_of(view, name, period) for name in names]
    questions = [
        Question(group, last_of(view, city, [each.ref for each in group], period))
        for group in _grouped([each for scope in scopes for each in scope.commitments])
    ]
    held = sorted(view.all(ACTIONS, city), key=lambda each: each.id)
    leads_to = scopes[0].leads_to
    asked = {each.ref for question in questions for each in question.commitments}
    return Form(
        city=known,
        declarations=tuple(scope.declaration for scope in scopes),
        rounds=tuple(rounds),
        period=period,
        due=min((due_of(view, city, each) for each in rounds), key=lambda due: (due.last, due.text)),
        lang=lang,
        issued=issued,
        questions=tuple(questions),
        actions=tuple(each for each in held if any(asked & set(leads_to.get(ref, (ref,))) for ref in each.commitments)),
    )


def round_of(view: View, declaration: str, period: Period) -> Round:
    """Give the round of a declaration and a period; raises NotFound with the way to open one."""
    for each in view.all(ROUNDS, declaration):
        if same_period(each.period, period):
            return each
    raise NotFound(
        f"{declaration} has no round for {period}",
        remedy=f"open one: pledgekit round open --declaration {declaration} --period {period} --due DATE",
    )


def why_not_asked(view: View, city: str, declaration: str, period: Period) -> State | None:
    """Say why a city need not answer a round, as the state of its cells; nothing when it is to be asked."""
    scope = scope_of(view, declaration, period)
    mine = next((each for each in view.by_city() if each.only == city), None)
    standing = Standing(mine, scope) if mine is not None else None
    if standing is None or standing.in_force is Certainty.NO or not standing.ever:
        return State.NOT_ENDORSED
    late = standing.endorsed_after(round_of(view, declaration, period).eligible_if_endorsed_by)
    return State.NOT_DUE if late else None


def _grouped(commitments: Iterable[Commitment]) -> list[tuple[Commitment, ...]]:
    """Put clauses that say the same together, in the order given; two of one declaration always stay apart."""
    groups: list[list[Commitment]] = []
    for each in commitments:
        for group in groups:
            apart = any(one.owner == each.owner for one in group)
            if not apart and any(_same(one, each) for one in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return [tuple(group) for group in groups]


def _same(one: Commitment, other: Commitment) -> bool:
    """Tell whether either of two clauses is mapped to the other as the same."""
    return any(
        each.relation == SAME and each.commitment == second.ref
        for first, second in ((one, other), (other, one))
        for each in first.maps_to
    )


def last_of(view: View, city: str, clauses: Sequence[Ref], period: Period) -> Update | None:
    """Give the newest answer held to one of some clauses, or to what they took the place of, up to a period."""
    leads_to = scope_of(view, clauses[0].owner, period).leads_to
    held = [
        each
        for each in view.all(UPDATES, city)
        if each.period.last <= period.last and set(clauses) & set(leads_to.get(each.commitment, (each.commitment,)))
    ]
    return max(held, key=_age, default=None)


def _age(update: Update) -> tuple[str, str, str]:
    return (
        update.period.last.isoformat(),
        update.date.last.isoformat() if update.date is not None else "",
        update.id,
    )
