"""What changed between two views: records that are new, say something else, ended, or are gone. Pure. Fourth step.

Both views are looked at through the same door, so an audience is never told of a change in what it may not see. Keys
of bookkeeping (revision, since when, by whom) are no change.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import attrs

from pledgekit.codec.plain import plain
from pledgekit.fingerprint import canonical_json
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import CITIES, DECLARATIONS, ENDORSEMENTS, KINDS, RETRACTIONS, UPDATES
from pledgekit.model.levels import Act
from pledgekit.view.order import known_since

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from pledgekit.model.kinds import Kind
    from pledgekit.model.lanes import Update
    from pledgekit.model.record import Record
    from pledgekit.view import Lens, View

__all__ = ["Change", "Difference", "KeyChange", "What", "diff", "word_diff"]

What = Literal["new", "changed", "ended", "retracted", "gone"]
Piece = tuple[Literal["same", "gone", "new"], str]

_BOOKKEEPING: Final = frozenset({"id", "revision", "recorded", "recorded_by"})
_LARGEST: Final = 4_000_000  # pairs of words that are compared; longer texts are shown as replaced


class KeyChange(NamedTuple):
    """One key that holds something else, as plain values; None where it is not there."""

    key: str
    before: Any
    after: Any


@attrs.frozen(kw_only=True)
class Change:
    """One record that changed. `earlier`: the same city's last answer to the clause for an earlier period."""

    table: str
    ref: Ref
    what: What
    before: Record | None = None
    after: Record | None = None
    keys: tuple[KeyChange, ...] = ()
    earlier: Record | None = None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was last seen."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  one of the two is there
        return found


@attrs.frozen(kw_only=True)
class Difference:
    """All changes, in order of kinds, then of owners' names; `names` holds the owners' names by id."""

    before: Lens
    after: Lens
    changes: tuple[Change, ...]
    names: Mapping[str, str]


def diff(before: View, after: View) -> Difference:
    """Compare two views."""
    names = _names(before) | _names(after)
    retracted = {each.record for each in after.all(RETRACTIONS)}
    changes: list[Change] = []
    for kind in KINDS.values():
        if kind is not RETRACTIONS:  # told with the record that it takes back
            found = _updates(before, after) if kind is UPDATES else _of_kind(kind, before, after)
            told = (_told(each, retracted) for each in found)
            changes += sorted(told, key=lambda each: (fold(names.get(each.ref.owner, "")), each.ref, each.what))
    return Difference(before=before.lens, after=after.lens, changes=tuple(changes), names=names)


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two texts word by word: what stayed, what went, what came."""
    old, new = before.split(), after.split()
    if len(old) * len(new) > _LARGEST:
        return (("gone", " ".join(old)), ("new", " ".join(new)))
    pieces: list[Piece] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(old[start:end])))
            continue
        if end > start:
            pieces.append(("gone", " ".join(old[start:end])))
        if new_end > new_start:
            pieces.append(("new", " ".join(new[new_start:new_end])))
    return tuple(pieces)


def _of_kind(kind: Kind[Any], before: View, after: View) -> Iterator[Change]:
    """Compare the records of a kind by their refs."""
    was: Mapping[Hashable, Record] = {each.ref: each for each in before.all(kind)}
    now: Mapping[Hashable, Record] = {each.ref: each for each in after.all(kind)}
    yield from _compared(kind.table, was, now)


def _updates(before: View, after: View) -> Iterator[Change]:
    """Compare what cities answer: of a commitment and a period the latest answer counts, whatever its id."""
    was, now = _answers(before), _answers(after)
    for change in _compared(UPDATES.table, was, now):
        if change.what != "new":
            yield change
            continue
        said: Any = change.after
        earlier = [
            each
            for each in was.values()
            if (each.owner, each.commitment) == (said.owner, said.commitment) and each.period.last < said.period.first
        ]
        last = max(earlier, key=lambda each: (each.period.last, each.id), default=None)
        yield attrs.evolve(change, earlier=last)


def _answers(view: View) -> dict[Hashable, Update]:
    found: dict[Hashable, Update] = {}
    for each in sorted(view.all(UPDATES), key=_order):
        found[each.owner, each.commitment, each.period.first, each.period.last] = each
    return found


def _order(update: Update) -> tuple[str, str, str]:
    return update.date.last.isoformat() if update.date else "", known_since(update), update.id


def _compared(table: str, was: Mapping[Hashable, Record], now: Mapping[Hashable, Record]) -> Iterator[Change]:
    for key, record in now.items():
        earlier = was.get(key)
        if earlier is None:
            yield Change(table=table, ref=record.ref, what="new", after=record)
        elif earlier != record:
            keys = tuple(_keys(earlier, record))
            if keys:
                yield Change(table=table, ref=record.ref, what="changed", before=earlier, after=record, keys=keys)
    for key, record in was.items():
        if key not in now:
            yield Change(table=table, ref=record.ref, what="gone", before=record)


def _keys(before: Record, after: Record) -> Iterator[KeyChange]:
    old, new = plain(before), plain(after)
    for key in dict.fromkeys([*new, *old]):
        if key not in _BOOKKEEPING and canonical_json(old.get(key)) != canonical_json(new.get(key)):
            yield KeyChange(key, old.get(key), new.get(key))


def _told(change: Change, retracted: set[Ref]) -> Change:
    """Say more exactly what a change is: an endorsement that ended, a record that was taken back."""
    if change.what == "gone" and (change.ref in retracted or Ref(change.ref.owner) in retracted):
        return attrs.evolve(change, what="retracted")
    if change.what == "new" and change.table == ENDORSEMENTS.table and getattr(change.after, "act", "") == Act.ENDED:
        return attrs.evolve(change, what="ended")
    return change


def _names(view: View) -> dict[str, str]:
    names = {each.owner: each.name for each in view.all(CITIES)}
    return names | {each.owner: each.short_title or each.title for each in view.all(DECLARATIONS)}
