"""What belongs to one edition of a report: the round asked, the examples chosen, totals of others. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate, Period
from pledgekit.ids import Ref
from pledgekit.model.record import Record, Source, about

__all__ = ["Published", "Round", "Selection"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Round(Record):
    """One yearly round: the period asked about and by when."""

    period: Period = field(metadata=about("the time asked about"))
    opens: PartialDate | None = field(default=None, metadata=about("the first day of asking"))
    due: PartialDate = field(metadata=about("by when answers are asked"))
    eligible_if_endorsed_by: PartialDate | None = field(
        default=None, metadata=about("who endorsed certainly later is not due to report")
    )
    responses: str = field(
        default="network", metadata=about("who may see who was asked and who answered", scale="visibility")
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Selection(Record):
    """The examples chosen for one edition."""

    period: Period = field(metadata=about("the edition"))
    commitment: Ref = field(metadata=about("the commitment", target="commitments"))
    actions: tuple[Ref, ...] = field(metadata=about("the chosen actions, in order", target="actions"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Published(Record):
    """A total that others printed."""

    figure: str = field(metadata=about("which of our figures it speaks of"))
    value: int = field(metadata=about("the number printed"))
    unit: str = field(default="", metadata=about("of what"))
    as_of: PartialDate = field(metadata=about("when it was so"))
    why: str = field(default="", metadata=about("our explanation of the difference"))
    sources: tuple[Source, ...] = field(metadata=about("where it is printed"))
