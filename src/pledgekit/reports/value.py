"""What every report's value holds, and the deeds and notes in it: refs, levels, numbers and texts. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import PartialDate, Period
    from pledgekit.ids import Ref
    from pledgekit.model.city import City
    from pledgekit.model.deeds import Action
    from pledgekit.model.levels import Audience, Timing
    from pledgekit.reports.learning import Link

__all__ = ["Deed", "Note", "Paper"]


@attrs.frozen(kw_only=True)
class Deed:
    """An action or a statement, as it lies in the period of the report."""

    action: Action
    timing: Timing
    certain: bool  # certainly within the period
    last_heard: PartialDate | None  # of one with an open end
    filed: tuple[Ref, ...]  # under which commitments of the report, in its order


@attrs.frozen(kw_only=True)
class Note:
    """Something that has to be said because it is true of this report: which, and with what values."""

    id: str
    values: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Paper:
    """What all reports hold: the lens, how they were made, what has to be said. `deeds`: every action they name."""

    format: ClassVar[str]
    """The name of the report's format in JSON."""

    tool_version: str
    register: str
    period: Period | None
    as_of: datetime.date
    known_on: datetime.date | None
    audience: Audience
    for_city: str
    deeds: Mapping[Ref, Deed]
    notes: tuple[Note, ...]
    cities: Mapping[str, City]
    learned: tuple[Link, ...] | None = None  # who learned from whom; none in reports that say it with each action

    def name(self, city: str) -> str:
        """Give a city's name, or its id where no `[city]` is held."""
        return self.cities[city].name if city in self.cities else city

    def note(self, id: str) -> Note | None:
        """Give a note by its id, or nothing when it is not true here."""
        return next((each for each in self.notes if each.id == id), None)
