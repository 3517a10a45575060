"""What planning comes to: one form, row by row, with what there is to know. For what shows it and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.codec.plain import plain
from pledgekit.rounds.values import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.recording import Draft
    from pledgekit.recording.outcome import Outcome

__all__ = ["Change", "Item", "Plan", "changes_of", "standing"]


class Change(NamedTuple):
    """One key of a record that becomes another."""

    key: str
    before: str
    after: str


class Item(NamedTuple):
    """One row or cell: where it stands, what it would do, to which record or under which title, and what to know."""

    place: str
    outcome: Outcome
    what: str
    why: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Plan(NamedTuple):
    """One workbook. It can be carried out when nothing of it is refused."""

    file: str
    city: str
    period: Period
    items: tuple[Item, ...]
    drafts: tuple[Draft[Any], ...]

    def count(self, outcome: Outcome) -> int:
        """How many rows have an outcome."""
        return sum(each.outcome is outcome for each in self.items)


def changes_of(live: Any, changes: Mapping[str, object]) -> tuple[Change, ...]:  # noqa: ANN401 -- of any kind
    """Give what becomes what; of a new record nothing."""
    if live is None:
        return ()
    held = plain(live)
    return tuple(Change(key, shown(held.get(key)), shown(value)) for key, value in changes.items())


def standing(live: Any) -> str:  # noqa: ANN401 -- an update
    """Tell which answer is on record."""
    how = f" by {live.via}" if live.via else ""
    day = f" of {live.date}" if live.date is not None else ""
    return f"{live.completion or live.instead}{day}{how} ({live.ref})"
