"""What is said about records: reviews, notes, retractions. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.record import Part, Record, about

__all__ = ["Note", "Retraction", "Review", "Seen"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Seen(Part):
    """A record and the fingerprint of what was looked at."""

    record: Ref = field(metadata=about("the record", target="any"))
    content: str = field(metadata=about("fingerprint of its content then"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Review(Record):
    """An approval, a permission or a ban to publish, or "still holds", bound to content: a later change voids it."""

    verdict: str = field(metadata=about("what was decided", scale="verdict"))
    seen: tuple[Seen, ...] = field(metadata=about("what was looked at"))
    by: str = field(metadata=about("who decided"))
    date: PartialDate = field(metadata=about("when"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Note(Record):
    """A note for colleagues: "rang; answers next week"."""

    text: str = field(metadata=about("the note"))
    date: PartialDate = field(metadata=about("when"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Retraction(Record):
    """A record that is taken back: it was not so, is held twice, or must not be held."""

    record: Ref = field(metadata=about("the record taken back", target="any"))
    reason: str = field(metadata=about("why", scale="reason"))
    in_favour_of: Ref | None = field(default=None, metadata=about("what stands in its place", target="any"))
    text: str = field(default="", metadata=about("more words, for staff"))
