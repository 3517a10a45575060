"""What a figure is: a set of refs that was counted, never a bare number. Part of the fourth step."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from pledgekit.ids import Ref

__all__ = ["Count", "LeftOut", "Partition", "Share"]

Member = Ref | str  # of `countries`: ISO 3166-1 codes


class LeftOut(NamedTuple):
    """Who is not in a universe, and why (a word of the scales)."""

    ref: Ref
    why: str


@attrs.frozen(kw_only=True)
class Count:
    """A number with its members. Those in `uncertain` are members too: possibly so, by dates known only in part."""

    id: str
    members: frozenset[Member]
    uncertain: frozenset[Member] = frozenset()

    @property
    def value(self) -> int:
        """How many."""
        return len(self.members)


@attrs.frozen(kw_only=True)
class Share(Count):
    """So many of so many. The only thing of which a percentage may be said, and none where it would mislead.

    `whole`: nothing speaks for a universe larger than the one held.
    """

    universe: frozenset[Member]
    left_out: tuple[LeftOut, ...] = ()
    records: frozenset[Ref] = frozenset()
    whole: bool = True

    @property
    def of(self) -> int:
        """How many could have been members."""
        return len(self.universe)

    @property
    def percent(self) -> int | None:
        """Whole percent, halves away from zero; nothing when the universe is empty, or known not to be whole."""
        return (200 * self.value + self.of) // (2 * self.of) if self.of and self.whole else None


class Partition(NamedTuple):
    """A universe split into states, each member in exactly one."""

    id: str
    universe: frozenset[Ref]
    states: dict[str, frozenset[Ref]]
