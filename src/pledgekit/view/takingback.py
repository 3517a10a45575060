"""Which retractions stand, and what they take back. Used by `looking`, by checks, and by what tells of them.

A retraction that is itself taken back does not count, unless what took it back is taken back in its turn. Those that
take back each other in a circle all count: what somebody wanted gone is not shown by a mistake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.kinds import RETRACTIONS
from pledgekit.view.order import newest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pledgekit.ids import Ref
    from pledgekit.model.acts import Retraction
    from pledgekit.register import Register

__all__ = ["last_words", "standing", "taken_back"]


def last_words(register: Register) -> tuple[Retraction, ...]:
    """Give the newest revision of each retraction of a register, whether it stands or not."""
    held: dict[Ref, list[Retraction]] = {}
    for each in register.records(RETRACTIONS):
        held.setdefault(each.ref, []).append(each)
    return tuple(last for each in held.values() if (last := newest(each)) is not None)


def taken_back(retractions: Iterable[Retraction], reasons: Collection[str] = ()) -> frozenset[Ref]:
    """Give what live retractions take back; only for some reasons, when any are given."""
    return frozenset(each.record for each in standing(retractions) if not reasons or each.reason in reasons)


def standing(retractions: Iterable[Retraction]) -> tuple[Retraction, ...]:
    """Give the live retractions that are not themselves taken back."""
    acting = {each.ref: each for each in retractions}
    against: dict[Ref, set[Ref]] = {}
    for ref, each in acting.items():
        if each.record in acting and each.record != ref:
            against.setdefault(each.record, set()).add(ref)
    undone = _undone(set(acting), against)
    return tuple(each for ref, each in acting.items() if ref not in undone)


def _undone(acting: set[Ref], against: dict[Ref, set[Ref]]) -> set[Ref]:
    """Give those taken back by one that stands: settle what is certain, round by round, until nothing more is."""
    undone: set[Ref] = set()
    stand = acting - set(against)
    while against:
        fallen = {ref for ref, others in against.items() if others & stand}
        undone |= fallen
        against = {ref: others - fallen for ref, others in against.items() if ref not in fallen}
        risen = {ref for ref, others in against.items() if not others}
        if not fallen and not risen:
            break
        stand |= risen
        against = {ref: others for ref, others in against.items() if ref not in risen}
    return undone
