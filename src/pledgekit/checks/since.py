"""Checks against an earlier state of the register: a record is never changed or taken away, only followed by another.

They run when an earlier state is given (`check --since`), beside the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.codec.plain import plain
from pledgekit.fingerprint import canonical_json
from pledgekit.model.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["since"]

Held = dict[tuple[str, "Ref", int], list["Record"]]


def since(before: Register, scope: Scope) -> Iterator[Finding]:
    """What was there is there, with the same content, wherever and however it is written; or a retraction stands."""
    held = _versions(scope.register)
    for (table, ref, revision), was in _versions(before).items():
        now = held.get((table, ref, revision), [])
        if not now:
            if not scope.is_retracted(ref) and not scope.may_hold(ref.owner):
                message = f"revision {revision} of {ref} ({table}) was here and is gone"
                yield Finding("record-gone", _file(was[0]), (), message)
        elif not {_content(each) for each in was} & {_content(each) for each in now}:
            keys = ", ".join(f'"{key}"' for key in _differing(was[-1], now[-1]))
            message = f"revision {revision} of {ref} says something else than before: {keys}"
            yield Finding("changed-in-place", now[-1], (), message)


def _versions(register: Register) -> Held:
    found: Held = {}
    for each in register.everything():
        found.setdefault((kind_of(each).table, each.ref, each.revision), []).append(each)
    return found


def _content(record: Record) -> str:
    return canonical_json(plain(record))


def _differing(one: Record, other: Record) -> list[str]:
    first, second = plain(one), plain(other)
    return [
        key
        for key in dict.fromkeys([*first, *second])
        if canonical_json(first.get(key)) != canonical_json(second.get(key))
    ]


def _file(record: Record) -> str:
    return record.origin.file if record.origin else ""
