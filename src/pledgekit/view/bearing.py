"""The part of a register that decides how a few records are seen, so that many days can be looked at. Beside looking.

Of everybody: what was declared, who the cities are and what they endorsed, what was taken back, forbidden and replied.
Of the few: all their versions, and of whatever they name, and so on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pledgekit.ids import Ref
from pledgekit.model.kinds import CITIES, DECLARATION, ENDORSEMENTS, KINDS, REPLIES, RETRACTIONS, REVIEWS
from pledgekit.model.record import Part, fields_of
from pledgekit.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["bearing"]

_ALWAYS: Final = (
    *(kind for kind in KINDS.values() if kind.home == DECLARATION),
    *(CITIES, ENDORSEMENTS, REPLIES, REVIEWS, RETRACTIONS),
)


def bearing(register: Register, refs: Iterable[Ref]) -> Register:
    """Give a register in which these records are seen, on any day and by anybody, as they are in the whole one."""
    records = {id(each): each for kind in _ALWAYS for each in register.records(kind)}
    known = set(refs)
    waiting = list(known)
    while waiting:
        for each in register.revisions(waiting.pop()):
            records[id(each)] = each
            named = set(_named(each)) - known
            known |= named
            waiting += named
    return Register.of(records.values())


def _named(part: Part) -> Iterator[Ref]:
    """Yield the refs in a record, in its parts and in lists of both."""
    for attribute in fields_of(type(part)):
        value: Any = getattr(part, attribute.name)
        for each in value if type(value) is tuple else (value,):
            if isinstance(each, Ref):
                yield each
            elif isinstance(each, Part):
                yield from _named(each)
