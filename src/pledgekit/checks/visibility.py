"""Checks of who may see what: what is internal lies in internal/, and nothing lies there that all must get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ASSESSMENTS, CONTACTS, ENDORSEMENTS, FINDINGS, RETRACTIONS, ROUNDS, Inherited, kind_of
from pledgekit.model.levels import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.checks.scope import Scope
    from pledgekit.model.edition import Round
    from pledgekit.model.record import Record

__all__ = ["built_on_hidden", "hidden_endorsement", "internal_outside", "narrowed_in_open", "retraction_inside"]

_INSIDE: Final = "internal"
_STEP: Final = 2  # home / owner / internal / file

Rounds = dict[tuple[str, object, object], "Round"]


def internal_outside(scope: Scope) -> Iterator[Finding]:
    """What is internal lies where folder rights and git can keep it in, every revision of it."""
    rounds = _rounds(scope)
    for holding in scope.register.holdings.values():
        for table, records in holding.tables.items():
            if table == RETRACTIONS.table:
                continue
            for record in records:
                if _is_internal(scope, rounds, record) and _open(record):
                    path = ("visibility",) if record.visibility is not None else ()
                    yield Finding("internal-outside", record, path, f"{record.ref} is internal")


def retraction_inside(scope: Scope) -> Iterator[Finding]:
    """A retraction reaches every copy of the register."""
    for record in scope.register.records(RETRACTIONS):
        if _inside(record):
            message = f"the retraction of {record.record} lies in {_INSIDE}/, where not every copy has it"
            yield Finding("retraction-inside", record, (), message)


def narrowed_in_open(scope: Scope) -> Iterator[Finding]:
    """A record that became internal has no earlier revision in the open."""
    rounds = _rounds(scope)
    for holding in scope.register.holdings.values():
        for held in holding.records.values():
            if not isinstance(held, list):
                continue
            last = max(held, key=lambda each: each.revision)
            if last.ref in scope.retracted or not _is_internal(scope, rounds, last):
                continue
            for each in held:
                if each.revision < last.revision and _open(each) and not _is_internal(scope, rounds, each):
                    message = f"revision {each.revision} of {each.ref} lies in the open{_lies(each)}"
                    yield Finding("narrowed-in-open", last, ("visibility",), message)
                    break


def hidden_endorsement(scope: Scope) -> Iterator[Finding]:
    """An endorsement is public, since public counts rest on it."""
    for each in scope.live(ENDORSEMENTS):
        if each.visibility not in (None, Visibility.PUBLIC):
            message = f'{each.ref} is "{each.visibility}": public counts of {each.declaration} are without it'
            yield Finding("hidden-endorsement", each, ("visibility",), message)


def built_on_hidden(scope: Scope) -> Iterator[Finding]:
    """What is found in public rests on dialogues and findings that the public sees."""
    findings = scope.live(FINDINGS)
    shown = {each.ref for each in scope.public} if findings else set()
    for each in findings:
        if each.ref not in shown:
            continue
        below = [("event",), *(("builds_on", number) for number in range(len(each.builds_on)))]
        for path, ref in zip(below, (each.event, *each.builds_on), strict=True):
            if ref is not None and ref not in shown and scope.find(ref) is not None and not scope.is_retracted(ref):
                message = f"the finding is public, and {ref}, on which it is built, is not"
                yield Finding("built-on-hidden", each, path, message)


def _rounds(scope: Scope) -> Rounds:
    return {(each.owner, each.period.first, each.period.last): each for each in scope.live(ROUNDS)}


def _is_internal(scope: Scope, rounds: Mapping[tuple[str, object, object], Round], record: Record) -> bool:
    """Tell whether a record is for staff alone: by its own word, its kind's, or that of what it belongs to."""
    kind = kind_of(record)
    if kind is CONTACTS:
        return True
    if record.visibility is not None:
        return record.visibility is Visibility.INTERNAL
    if not isinstance(kind.visibility, Inherited):
        return kind.visibility is Visibility.INTERNAL
    named = getattr(record, kind.visibility.of, None)
    if named is not None:
        above = scope.find(named)
        return above is not None and kind_of(above) is ASSESSMENTS and _is_internal(scope, rounds, above)
    request: Any = record
    belongs = rounds.get((request.declaration.owner, request.period.first, request.period.last))
    return belongs is not None and belongs.responses == Visibility.INTERNAL


def _inside(record: Record) -> bool:
    """Tell whether a record lies in its owner's internal/ folder."""
    return record.origin is not None and record.origin.file.split("/")[_STEP:-1][:1] == [_INSIDE]


def _open(record: Record) -> bool:
    """Tell whether it lies outside of it; one that lies in no file yet does neither."""
    return record.origin is not None and not _inside(record)


def _lies(record: Record) -> str:
    return f", in {record.origin.file}" if record.origin else ""
