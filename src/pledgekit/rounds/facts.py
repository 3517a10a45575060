"""What a form that came back knows of itself: whose it is, what was asked and shown. Part of reading answers."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from pledgekit.dates import Period
from pledgekit.errors import Refused
from pledgekit.figures.scope import same_period
from pledgekit.ids import Ref
from pledgekit.model.kinds import ROUNDS
from pledgekit.rounds.form import why_not_asked
from pledgekit.rounds.whom import reasons_told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.register import Register
    from pledgekit.rounds.answers import Answers
    from pledgekit.view import View

__all__ = ["Facts", "facts_of", "insist_known"]

_AS_SENT = "take the form as it was sent"


class Facts(NamedTuple):
    """The facts of a form. Fingerprints are of what was asked and shown on the day it was made."""

    city: str
    period: Period
    rounds: tuple[Ref, ...]
    issued: datetime.datetime
    questions: Mapping[str, tuple[Ref, ...]]  # by the key of their row, the clauses that one answer stands for
    clauses: Mapping[Ref, str]  # with their fingerprints
    actions: Mapping[Ref, str]


def facts_of(answers: Answers) -> Facts:
    """Take the facts out of a workbook; raises Refused for facts that somebody damaged."""
    given, file = answers.facts, answers.file
    try:
        facts = Facts(
            city=given.get("city", ""),
            period=Period.parse(given.get("period", "")),
            rounds=tuple(Ref.parse(each) for each in given.get("rounds", "").split()),
            issued=datetime.datetime.fromisoformat(given.get("issued", "")),
            questions={key: tuple(map(Ref.parse, held.split())) for key, held in _under(given, "question")},
            clauses={Ref.parse(key): held for key, held in _under(given, "clause")},
            actions={Ref.parse(key): held for key, held in _under(given, "action")},
        )
    except ValueError as error:
        raise Refused("its hidden facts are damaged", file=file, remedy=_AS_SENT) from error
    asked = {ref for group in facts.questions.values() for ref in group}
    owners = [each.owner for each in facts.rounds]
    whole = owners and owners == given.get("declarations", "").split() and asked == facts.clauses.keys()
    if not whole or {each.owner for each in facts.actions} - {facts.city}:
        raise Refused("its hidden facts contradict each other", file=file, remedy=_AS_SENT)
    return facts


def _under(given: Mapping[str, str], name: str) -> list[tuple[str, str]]:
    """Give the facts under `name KEY`, by their keys."""
    return [(key.partition(" ")[2], held) for key, held in given.items() if key.startswith(f"{name} ")]


def insist_known(facts: Facts, register: Register, view: View, file: str) -> None:
    """Raise Refused for the form of a city, round, period or clause not held so, or of a city that is not asked."""
    if view.city(facts.city) is None:
        raise Refused(f"it is the form of {facts.city or 'nobody'}, no city of this register", file=file)
    for ref in facts.rounds:
        held = view.get(ROUNDS, ref)
        if held is None:
            raise Refused(f"it answers the round {ref}, which this register does not hold", file=file)
        if not same_period(held.period, facts.period):
            raise Refused(f"it speaks of {facts.period}, and the round {ref} of {held.period}", file=file)
    reasons = {ref.owner: why_not_asked(view, facts.city, ref.owner, facts.period) for ref in facts.rounds}
    refused = {name: why for name, why in reasons.items() if why is not None}
    if refused:
        message = f"it is the form of {facts.city}, which is not asked ({reasons_told(refused)})"
        raise Refused(message, file=file, remedy=_AS_SENT)
    for ref in facts.clauses:
        if not register.holds(ref):
            message = f"it asks about {ref}, which this register does not hold"
            raise Refused(message, file=file, remedy="read it in the register from which it was sent")
