"""The two lanes of progress, kept apart: what the city says and what an assessor says; and the asking. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate, Period
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Record, about

__all__ = ["Assessment", "Reply", "Request", "Update"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Update(Record):
    """Lane 1: what a city says of one commitment in one period."""

    commitment: Ref = field(metadata=about("the commitment", target="commitments"))
    period: Period = field(metadata=about("the time spoken of"))
    completion: str = field(default="", metadata=about("how far; or else `instead`", scale="completion"))
    instead: str = field(default="", metadata=about("another answer; or else `completion`", scale="instead"))
    included_in: Ref | None = field(default=None, metadata=about("the signatory that reports it", target="city"))
    narrative: str = field(default="", metadata=about("at most 200 words"))
    obstacles: tuple[str, ...] = field(
        default=(), metadata=about("what stood in the way", scale="obstacle", ceiling=Visibility.NETWORK)
    )
    actions: tuple[Ref, ...] = field(default=(), metadata=about("the actions it rests on", target="actions"))
    date: PartialDate | None = field(default=None, metadata=about("answered on"))
    via: str = field(default="", metadata=about("how it was answered", scale="via"))
    answered_by: str = field(default="", metadata=about("who answered", ceiling=Visibility.INTERNAL))
    clause_seen: str = field(default="", metadata=about("fingerprint of the clause it answers"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Assessment(Record):
    """Lane 2: what an assessor finds of one commitment in one period."""

    commitment: Ref = field(metadata=about("the commitment", target="commitments"))
    period: Period = field(metadata=about("the time judged"))
    completion: str = field(
        default="", metadata=about("how far; absent exactly when there is nothing to judge by", scale="completion")
    )
    evidence_level: str = field(metadata=about("on what it rests", scale="evidence-level"))
    rationale: str = field(default="", metadata=about("why"))
    assessor: str = field(metadata=about("who judged"))
    date: PartialDate = field(metadata=about("when"))
    reply_due: PartialDate | None = field(default=None, metadata=about("not public before this day, or a public reply"))
    settles: tuple[Ref, ...] = field(
        default=(), metadata=about("earlier assessments that it settles", target="assessments")
    )
    clause_seen: str = field(default="", metadata=about("fingerprint of the clause it judges"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reply(Record):
    """The city's right of reply."""

    assessment: Ref = field(metadata=about("the assessment replied to", target="assessments"))
    text: str = field(metadata=about("the reply"))
    date: PartialDate = field(metadata=about("when"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Request(Record):
    """One step of a round with one city."""

    declaration: Ref = field(metadata=about("the declaration", target="declaration"))
    period: Period = field(metadata=about("the round's period"))
    act: str = field(metadata=about("what happened", scale="request-act"))
    date: PartialDate = field(metadata=about("when"))
    due: PartialDate | None = field(default=None, metadata=about("the new day, of an extension"))
