"""What `update` and `assess` share: the period that is meant, and the clause as it is answered or judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pledgekit.cli.console import ask
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from pledgekit.dates import Period
    from pledgekit.ids import Ref
    from pledgekit.model.edition import Round
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["period_meant", "round_of", "seen_clause", "standing"]

R = TypeVar("R", bound="Record")


def period_meant(register: Register, declaration: str, given: Period | None) -> str:
    """Give the period: as given, else that of the declaration's newest round, else as answered at a terminal."""
    from pledgekit.dates import Period
    from pledgekit.model.kinds import ROUNDS

    if given is not None:
        return given.label
    held = standing(register, ROUNDS, declaration)
    if held:
        return max((each.period for each in held), key=lambda period: period.first).label
    answer = ask("--period")
    try:
        return Period.parse(answer).label
    except ValueError as error:
        raise UsageError(f"{error}") from None


def round_of(register: Register, declaration: str, period: str) -> Round | None:
    """Give the declaration's round of that period, if there is one."""
    from pledgekit.dates import Period
    from pledgekit.model.kinds import ROUNDS

    wanted = Period.parse(period)[1:]
    return next((each for each in standing(register, ROUNDS, declaration) if each.period[1:] == wanted), None)


def seen_clause(register: Register, commitment: Ref) -> str:
    """Give the fingerprint of the clause as it is now."""
    from pledgekit.fingerprint import fingerprint
    from pledgekit.view.order import newest

    clause = newest(register.revisions(commitment))
    return "" if clause is None else fingerprint(clause)


def standing(register: Register, kind: Kind[R], owner: str) -> list[R]:
    """Give the records of a kind and owner as they are now, without those that were taken back."""
    from pledgekit.view.order import newest
    from pledgekit.view.takingback import last_words, taken_back

    gone = taken_back(last_words(register))
    held: dict[str, list[R]] = {}
    for each in register.records(kind, owner):
        if each.ref not in gone:
            held.setdefault(each.id, []).append(each)
    return [last for each in held.values() if (last := newest(each)) is not None]
