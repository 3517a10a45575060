"""What goes with every answer of a city, by whatever way it came: the clause as it was seen, and that it answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.datewords import Spoken
from pledgekit.figures.scope import same_period
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import REQUESTS, ROUNDS
from pledgekit.model.levels import RequestAct
from pledgekit.view.order import newest
from pledgekit.view.takingback import last_words, taken_back

if TYPE_CHECKING:
    from pledgekit.dates import Period
    from pledgekit.ids import Ref
    from pledgekit.model.edition import Round
    from pledgekit.model.kinds import Kind
    from pledgekit.model.lanes import Request
    from pledgekit.register import Register

__all__ = ["answered_request", "has_answered", "live_records", "seen_clause"]


def seen_clause(register: Register, commitment: Ref) -> str:
    """Give the fingerprint of a clause as it is now; "" when it is not on record."""
    clause = newest(register.revisions(commitment))
    return "" if clause is None else fingerprint(clause)


def live_records(register: Register, kind: Kind[Any], owner: str) -> list[Any]:
    """Give the newest revisions of an owner's records of a kind, without what was taken back."""
    gone = taken_back(last_words(register))
    refs = dict.fromkeys(each.ref for each in register.records(kind, owner))
    return [newest(register.revisions(ref)) for ref in refs if ref not in gone]


def answered_request(
    register: Register, owner: str, declaration: str, period: Period, date: object
) -> list[tuple[Kind[Any], dict[str, object]]]:
    """Give the request that says that a city answered, where there is a round and this day has none yet.

    `date`: as it is typed, in words too, or as a file has it.
    """
    found: Round | None = next(
        (each for each in live_records(register, ROUNDS, declaration) if same_period(each.period, period)), None
    )
    if found is None:
        return []
    day = f"{date.value if isinstance(date, Spoken) else date}"
    if day in [f"{each.date}" for each in _answered(register, owner, declaration, period)]:
        return []
    values = {"declaration": declaration, "period": found.period.label, "act": RequestAct.ANSWERED, "date": date}
    return [(REQUESTS, values)]


def has_answered(register: Register, owner: str, declaration: str, period: Period) -> bool:
    """Tell whether it is on record that a city answered, on whatever day."""
    return bool(_answered(register, owner, declaration, period))


def _answered(register: Register, owner: str, declaration: str, period: Period) -> list[Request]:
    return [
        each
        for each in live_records(register, REQUESTS, owner)
        if each.act == RequestAct.ANSWERED
        and each.declaration.owner == declaration
        and same_period(each.period, period)
    ]
