"""What `update` and `assess` share: the period that is meant, the clause as it is answered or judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.cli.console import Want, warn
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.cli.context import Session
    from pledgekit.dates import Period
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["Said", "other_city", "period_of", "pinned", "warn_unless_endorsed"]

_NOW = "now"  # in place of a fingerprint
# What an answer or assessment says of a clause.
_JUDGED = (
    "commitment", "completion", "instead", "included_in", "narrative", "obstacles", "evidence_level", "rationale",
)  # fmt: skip


def period_of(register: Register, declaration: str, given: Period | None) -> Want:
    """Want the period, as its label: as given, else that of the declaration's newest round, else as answered."""
    from pledgekit.model.kinds import ROUNDS
    from pledgekit.recording.answering import live_records

    if given is not None:
        return Want("--period", given.label)
    held = live_records(register, ROUNDS, declaration)
    newest = max((each.period for each in held), key=lambda period: period.first).label if held else ""
    return Want("--period", newest, read=_label)


def _label(text: str) -> str:
    from pledgekit.cli.options import period

    return period(text).label


def warn_unless_endorsed(session: Session, register: Register, city: str, declaration: str) -> None:
    """Say that a city never endorsed the declaration whose clause it answers, or by which it is judged."""
    from pledgekit.model.kinds import ENDORSEMENTS
    from pledgekit.model.levels import Act
    from pledgekit.recording.answering import live_records

    acts = [each.act for each in live_records(register, ENDORSEMENTS, city) if each.declaration.owner == declaration]
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
    from pledgekit.recording.answering import seen_clause

    asked = changes.get("clause_seen")
    judged = [key for key in _JUDGED if getattr(made, key, None) != getattr(live, key, None)]
    if asked != _NOW and (not judged or "clause_seen" in changes):
        return {}, []
    now = seen_clause(register, made.commitment)
    if now in ("", made.clause_seen):
        return {}, []
    return {"clause_seen": now}, [Said("clause.renewed", {"clause": str(made.commitment)})]
