"""What the portrait of a city holds. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

import attrs

from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    from pledgekit.ids import Ref
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.dialogue import Event
    from pledgekit.model.people import Official, Profile

__all__ = ["Joined", "Spotlight"]


class Joined(NamedTuple):
    """A declaration that the city endorses, and its acts."""

    declaration: Declaration
    acts: tuple[Endorsement, ...]


@attrs.frozen(kw_only=True)
class Spotlight(Paper):
    """The portrait. Lists are in the order in which they are printed."""

    format: ClassVar[str] = "pledgekit/spotlight"

    city: City
    officials: tuple[Official, ...]
    profiles: tuple[Profile, ...]
    endorsed: tuple[Joined, ...]
    commitments: tuple[Commitment, ...]  # all whose headings are printed
    events: tuple[Event, ...]  # in which it took part
    actions: tuple[Ref, ...]
    followed: tuple[Ref, ...]  # what others did after its example
