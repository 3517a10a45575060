"""Checks of refs: what a record names exists, is of the kind that is meant, and still stands.

Which keys hold refs, and to what, is read off the fields themselves; a new key is checked without a word here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pledgekit.checks.scope import Finding, KeyPath
from pledgekit.ids import Ref, nearest
from pledgekit.model.kinds import (
    ACTIONS,
    CITIES,
    COMMITMENTS,
    DECLARATION,
    DECLARATIONS,
    KINDS,
    RETRACTIONS,
    REVIEWS,
    kind_of,
)
from pledgekit.model.levels import Reason
from pledgekit.model.record import Part, about_of, fields_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record

__all__ = ["absent", "dangling", "of_itself", "retracted", "unchecked"]

_ANY = "any"
_OWNER_TARGETS: dict[str, Kind[Any]] = {"declaration": DECLARATIONS, "city": CITIES}
# What acts on a record may outlive it: the record was erased, or is internal and this copy has no internal folders.
_ACTS = {RETRACTIONS.table: "record", REVIEWS.table: "seen"}
_ERASED = (Reason.PRIVACY, Reason.SAFETY)


class _Key(NamedTuple):
    """A field with refs: its name, what they point to, or the ref fields of the parts that it holds."""

    name: str
    many: bool
    target: str
    inner: tuple[_Key, ...]


class _Fault(NamedTuple):
    code: str
    message: str


def dangling(scope: Scope) -> Iterator[Finding]:
    """A ref names something that exists and is of the kind that is meant."""
    judged: dict[str, dict[Ref, _Fault | None]] = {}
    for table, records in scope.tables.items():
        keys = [key for key in _keys(type(records[0])) if key.name != _ACTS.get(table)]
        for record in records if keys else ():
            for key in keys:
                value = getattr(record, key.name)
                if not value:
                    continue
                for ref, target, path in _refs(key, value):
                    known = judged.setdefault(target, {})
                    if ref not in known:
                        known[ref] = _judge(scope, ref, target)
                    fault = known[ref]
                    if fault is not None:
                        yield Finding(fault.code, record, path, fault.message)


def retracted(scope: Scope) -> Iterator[Finding]:
    """A ref names what still stands."""
    for record, path, ref, acts in _all_refs(scope):
        if not acts and scope.is_retracted(ref):
            yield Finding("retracted-ref", record, path, f"{ref} was retracted")


def of_itself(scope: Scope) -> Iterator[Finding]:
    """What is taken back, put in a place or followed is another record: of itself nobody could tell what it means."""
    for each in scope.register.records(RETRACTIONS):
        if each.record == each.ref:
            remedy = "Name the record that is meant, or delete the retraction."
            yield Finding("wrong-target", each, ("record",), "a retraction cannot take itself back", remedy)
        elif each.record == each.in_favour_of:
            remedy = "Name what stands in its place, or leave the key out."
            yield Finding(
                "wrong-target", each, ("in_favour_of",), f"{each.record} cannot stand in its own place", remedy
            )
    for action in scope.live(ACTIONS):
        for number, ref in enumerate(action.inspired_by):
            if ref == action.ref:
                remedy = "Name the action that it follows, or take the ref away."
                message = f"{ref} cannot be inspired by itself"
                yield Finding("wrong-target", action, ("inspired_by", number), message, remedy)


def absent(scope: Scope) -> Iterator[Finding]:
    """A retraction or review is about a record that is held here. After an erasure there is none to hold."""
    for record, path, ref, acts in _all_refs(scope):
        if acts and scope.find(ref) is None and not scope.may_hold(ref.owner) and not _erased(scope, record, ref):
            yield Finding("absent-record", record, path, f"{ref} is not held here{_hint(scope, ref, _ANY)}")


def unchecked(scope: Scope) -> Iterator[Finding]:
    """A ref can be followed. Where a file of an owner cannot be read, it is said once which refs wait for that."""
    waiting: dict[str, list[tuple[Record, KeyPath, Ref]]] = {}
    for record, path, ref, _ in _all_refs(scope):
        if ref.owner in scope.doubtful and scope.find(ref) is None and not scope.is_retracted(ref):
            waiting.setdefault(ref.owner, []).append((record, path, ref))
    for owner, held in waiting.items():
        record, path, ref = held[0]
        more = f", nor {len(held) - 1} more of its refs," if len(held) > 1 else ""
        message = f"{ref}{more} could not be checked: not all of {owner} can be read"
        yield Finding("unchecked-ref", record, path, message, f"Mend the errors of {owner} first, then check again.")


def _erased(scope: Scope, record: Record, ref: Ref) -> bool:
    """Tell whether this is what an erasure leaves behind: its tombstone, or a review of what is gone."""
    reason = getattr(record, "reason", None)
    return reason in _ERASED if reason is not None else scope.is_retracted(ref)


def _all_refs(scope: Scope) -> Iterator[tuple[Record, KeyPath, Ref, bool]]:
    """Give every ref of the live records, and whether it is what a retraction or review acts on."""
    for table, records in scope.tables.items():
        for key in _keys(type(records[0])):
            acts = key.name == _ACTS.get(table)
            for record in records:
                value = getattr(record, key.name)
                for ref, _, path in _refs(key, value) if value else ():
                    yield record, path, ref, acts


def _keys(cls: type[Part]) -> tuple[_Key, ...]:
    """Find the fields of a class that hold refs, at any depth."""
    found = []
    for attribute in fields_of(cls):
        about, many = about_of(attribute), get_origin(attribute.type) is tuple
        item = get_args(attribute.type)[0] if many else attribute.type
        if about.target:
            found.append(_Key(attribute.name, many, about.target, ()))
        elif many and issubclass(item, Part) and (inner := _keys(item)):
            found.append(_Key(attribute.name, many, "", inner))
    return tuple(found)


def _refs(key: _Key, value: Any) -> Iterator[tuple[Ref, str, KeyPath]]:  # noqa: ANN401  a ref, refs or parts with refs
    """Give the refs in a value with their targets and paths."""
    name = key_of(key.name)
    if not key.many:
        yield value, key.target, (name,)
        return
    for number, each in enumerate(value):
        if not key.inner:
            yield each, key.target, (name, number)
        for inner in key.inner:
            for ref, target, path in _refs(inner, getattr(each, inner.name)):
                yield ref, target, (name, number, *path)


def _judge(scope: Scope, ref: Ref, target: str) -> _Fault | None:
    """Say what is wrong with a ref to this target, if anything is."""
    found = scope.find(ref)
    if found is None:
        if scope.is_retracted(ref) or scope.may_hold(ref.owner):
            return None  # erased, which is another finding; or waiting for a file that cannot be read
        code = "unknown-commitment" if target == COMMITMENTS.table else "unknown-ref"
        return _Fault(code, f"{ref} is not {_a(target)}{_hint(scope, ref, target)}")
    table = kind_of(found).table
    if target in (_ANY, table):
        return None
    return _Fault("wrong-target", f"{ref} is {_a(table)}; {_a(target)} is meant")


def _a(target: str) -> str:
    """Name one of a target: "an action", "a commitment"."""
    if target == _ANY:
        return "a record"
    word = KINDS[target].singular
    if word == KINDS["published"].table:
        return "a published total"
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _hint(scope: Scope, ref: Ref, target: str) -> str:
    """Suggest the nearest that there is; what a city was called before leads to what it is called now."""
    owners = scope.register.holdings
    if ref.owner not in owners:
        homes = {"declaration": DECLARATION, COMMITMENTS.table: DECLARATION}
        now = [each.owner for each in scope.live(CITIES) if ref.owner in each.former_ids]
        close = now[0] if now else nearest(ref.owner, scope.register.owners(homes.get(target, "")))
        if close and ref.id:
            close = f"{close}/{ref.id}"
            if scope.find(Ref.parse(close)) is None:
                close = ""
    elif target in _OWNER_TARGETS:
        close = nearest(ref.owner, [each.owner for each in scope.live(_OWNER_TARGETS[target])])
    else:
        tables = owners[ref.owner].tables
        held = [each for table in tables if target in (_ANY, table) for each in tables[table]]
        close = nearest(ref.id, {each.id for each in held})
        close = f"{ref.owner}/{close}" if close else ""
    return f"; nearest: {close}" if close else ""
