"""What a declaration led to between cities: dialogues, their findings and next steps. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.record import Record, about

__all__ = ["Event", "Finding", "Step"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event(Record):
    """A dialogue, workshop or summit."""

    title: str = field(metadata=about("its title"))
    start: PartialDate = field(metadata=about("when it began"))
    end: PartialDate | None = field(default=None, metadata=about("when it ended"))
    state: str = field(default="unknown", metadata=about("whether it took place", scale="event-state"))
    place: str = field(default="", metadata=about("where"))
    hosts: tuple[str, ...] = field(default=(), metadata=about("who convened or hosted it"))
    partners: tuple[str, ...] = field(default=(), metadata=about("who else took part in making it"))
    donors: tuple[str, ...] = field(default=(), metadata=about("who supported it"))
    cities: tuple[Ref, ...] = field(default=(), metadata=about("cities of this register that took part", target="city"))
    guests: tuple[str, ...] = field(default=(), metadata=about("other cities that took part"))
    participants: str = field(default="", metadata=about("how many took part, in the source's terms"))
    also_for: tuple[Ref, ...] = field(default=(), metadata=about("other declarations it served", target="declaration"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Finding(Record):
    """What a dialogue, or a year of them, found."""

    event: Ref | None = field(default=None, metadata=about("the dialogue", target="events"))
    year: int | None = field(default=None, metadata=about("the yearly synthesis it belongs to"))
    number: int | None = field(default=None, metadata=about("its number there"))
    text: str = field(metadata=about("the finding"))
    addressed_to: str = field(default="", metadata=about("to whom it speaks", scale="addressed-to"))
    builds_on: tuple[Ref, ...] = field(default=(), metadata=about("earlier findings", target="findings"))
    examples: tuple[Ref, ...] = field(default=(), metadata=about("actions that show it", target="actions"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Step(Record):
    """A next step that an event agreed on."""

    event: Ref = field(metadata=about("the event", target="events"))
    text: str = field(metadata=about("what was to be done"))
    responsible: str = field(default="", metadata=about("by whom"))
    due: PartialDate | None = field(default=None, metadata=about("by when"))
    done: PartialDate | None = field(default=None, metadata=about("when it was done"))
