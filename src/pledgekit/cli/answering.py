"""What `update` and `assess` share: the period that is meant, the clause as it is answered or judged, the request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pledgekit.cli.console import Want, warn
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.cli.context import Session
    from pledgekit.dates import Period
    from pledgekit.ids import Ref
    from pledgekit.model.edition import Round
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["Said", "other_city", "period_of", "pinned", "request_beside", "seen_clause", "warn_unless_endorsed"]

_NOW = "now"  # in place of a fingerprint
# What an answer or assessment says of a clause.
_JUDGED = (
    "commitment", "completion", "instead", "included_in", "narrative", "obstacles", "evidence_level", "rationale",
)  # fmt: skip

R = TypeVar("R", bound="Record")


def period_of(register: Register, declaration: str, given: Period | None) -> Want:
    """Want the period, as its label: as given, else that of the declaration's newest round, else as answered."""
    from pledgekit.model.kinds import ROUNDS

    if given is not None:
        return Want("--period", given.label)
    held = _standing(register, ROUNDS, declaration)
    newest = max((each.period for each in held), key=lambda period: period.first).label if held else ""
    return Want("--period", newest, read=_label)


def _label(text: str) -> str:
    from pledgekit.cli.options import period

    return period(text).label


def warn_unless_endorsed(session: Session, register: Register, city: str, declaration: str) -> None:
    """Say that a city never endorsed the declaration whose clause it answers, or by which it is judged."""
    from pledgekit.model.kinds import ENDORSEMENTS
    from pledgekit.model.levels import Act

    acts = [each.act for each in _standing(register, ENDORSEMENTS, city) if each.declaration.owner == declaration]
    if all(each in (Act.ENDED, Act.ANNOUNCED) for each in acts):
        warn(session.words().say("update.never-endorsed", city=city, declaration=declaration))


def other_city(register: Register, text: str, owner: str) -> str:
    """Give the id of the city that reports in another's place; raises UsageError for that city itself."""
    from pledgekit.model.kinds import CITY
    from pledgekit.naming import find_owner

    found = find_owner(register, text, CITY)
    if found == owner:
        raise UsageError(f"{owner} cannot report in its own place", remedy="name the city that reports it")
    return found


def request_beside(
    register: Register, owner: str, declaration: str, period: str, date: object
) -> list[tuple[Kind[Any], dict[str, object]]]:
    """Give the request that says that the city answered, where there is a round and this day has none yet."""
    from pledgekit.datewords import Spoken
    from pledgekit.model.kinds import REQUESTS
    from pledgekit.model.levels import RequestAct

    found = _round_of(register, declaration, period)
    if found is None:
        return []
    day = f"{date.value if isinstance(date, Spoken) else date}"
    for each in _standing(register, REQUESTS, owner):
        same = each.declaration.owner == declaration and each.period[1:] == found.period[1:]
        if same and each.act == RequestAct.ANSWERED and str(each.date) == day:
            return []
    values = {"declaration": declaration, "period": found.period.label, "act": RequestAct.ANSWERED, "date": date}
    return [(REQUESTS, values)]


def _round_of(register: Register, declaration: str, period: str) -> Round | None:
    """Give the declaration's round of that period, if there is one."""
    from pledgekit.dates import Period
    from pledgekit.model.kinds import ROUNDS

    wanted = Period.parse(period)[1:]
    return next((each for each in _standing(register, ROUNDS, declaration) if each.period[1:] == wanted), None)


def seen_clause(register: Register, commitment: Ref) -> str:
    """Give the fingerprint of the clause as it is now."""
    from pledgekit.fingerprint import fingerprint
    from pledgekit.view.order import newest

    clause = newest(register.revisions(commitment))
    return "" if clause is None else fingerprint(clause)


class Said(NamedTuple):
    """A message and what it names."""

    message: str
    values: Mapping[str, str]


def pinned(
    register: Register, live: Record, made: Record, changes: Mapping[str, object]
) -> tuple[dict[str, object], list[Said]]:
    """Give what else a correction changes since it was made for the clause as it reads now, and what to say of it.

    An answer or assessment whose words or clause change goes with the clause of now; so does a translation of a clause
    that does not say of which words it is one. `clause_seen=now` asks for it alone.
    """
    from pledgekit.model.kinds import ASSESSMENTS, COMMITMENTS, UPDATES, kind_of

    kind = kind_of(live)
    if kind in (UPDATES, ASSESSMENTS):
        return _with_clause(register, live, made, changes)
    if kind is COMMITMENTS and changes.get("translations"):
        from pledgekit.fingerprint import fingerprint

        bare = [lang for lang, texts in made.translations.items() if not texts.get("seen")]
        if bare:
            now = fingerprint(made)
            filled = {lang: {"seen": now, **texts} for lang, texts in made.translations.items()}
            return {"translations": filled}, [Said("clause.renewed-translation", {"langs": ", ".join(bare)})]
    return {}, []


def _with_clause(
    register: Register,
    live: Any,  # noqa: ANN401  an update or an assessment
    made: Any,  # noqa: ANN401  the same
    changes: Mapping[str, object],
) -> tuple[dict[str, object], list[Said]]:
    asked = changes.get("clause_seen")
    judged = [key for key in _JUDGED if getattr(made, key, None) != getattr(live, key, None)]
    if asked != _NOW and (not judged or "clause_seen" in changes):
        return {}, []
    now = seen_clause(register, made.commitment)
    if now in ("", made.clause_seen):
        return {}, []
    return {"clause_seen": now}, [Said("clause.renewed", {"clause": str(made.commitment)})]


def _standing(register: Register, kind: Kind[R], owner: str) -> list[R]:
    """Give the records of a kind and owner as they are now, without those that were taken back."""
    from pledgekit.view.order import newest
    from pledgekit.view.takingback import last_words, taken_back

    gone = taken_back(last_words(register))
    held: dict[str, list[R]] = {}
    for each in register.records(kind, owner):
        if each.ref not in gone:
            held.setdefault(each.id, []).append(each)
    return [last for each in held.values() if (last := newest(each)) is not None]
