"""What a city signed and did. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, Record, about

__all__ = ["Action", "Endorsement", "Evidence", "Result"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Endorsement(Record):
    """One act towards a declaration: signed, endorsed, adopted, reaffirmed, announced or ended."""

    declaration: Ref = field(metadata=about("the declaration", target="declaration"))
    act: str = field(metadata=about("what was done", scale="act"))
    date: PartialDate | None = field(
        default=None, metadata=about("when; absent: in force from the day the declaration was adopted")
    )
    official: str = field(default="", metadata=about("under whom"))
    office: str = field(default="", metadata=about("that person's office"))
    listed_as: str = field(default="", metadata=about("the name on the declaration's own list"))
    reason: str = field(default="", metadata=about("why it ended"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Evidence(Part):
    """What shows that an action is so: a title or an address, or both."""

    kind: str = field(default="", metadata=about("what it is", scale="evidence-kind"))
    title: str = field(default="", metadata=about("its title"))
    url: str = field(default="", metadata=about("its address"))
    date: PartialDate | None = field(default=None, metadata=about("when it was published"))
    date_text: str = field(default="", metadata=about("the date as it is printed"))
    sha256: str = field(default="", metadata=about("fingerprint of a copy that is kept elsewhere"))
    archive: str = field(default="", metadata=about("address of an archived copy"))
    captured: PartialDate | None = field(default=None, metadata=about("when the copy was taken"))
    lang: str = field(default="", metadata=about("its language, BCP 47"))
    visibility: Visibility | None = field(
        default=None, metadata=about("narrower than the action's, if need be", scale="visibility", in_fingerprint=False)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Result(Part):
    """One measured result of an action."""

    indicator: str = field(metadata=about("what is measured"))
    baseline: float | None = field(default=None, metadata=about("before"))
    target: float | None = field(default=None, metadata=about("aimed at"))
    value: float | None = field(default=None, metadata=about("measured"))
    unit: str = field(default="", metadata=about("in what"))
    date: PartialDate | None = field(default=None, metadata=about("when measured"))
    date_text: str = field(default="", metadata=about("the date as it is printed"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Action(Record):
    """Something a city did or said. It counts once, however many commitments it serves."""

    title: str = field(metadata=about("short, own words"))
    summary: str = field(default="", metadata=about("a sentence or two"))
    commitments: tuple[Ref, ...] = field(
        default=(), metadata=about("the commitments it serves, of any declaration", target="commitments")
    )
    filed_by: str = field(default="", metadata=about("who put it under them", scale="filed-by"))
    kind: str = field(default="", metadata=about("what it is", scale="action-kind"))
    status: str = field(default="", metadata=about("where it stands", scale="status"))
    status_since: PartialDate | None = field(default=None, metadata=about("since when it stands there"))
    date: PartialDate | None = field(default=None, metadata=about("when, for what happened at one time"))
    start: PartialDate | None = field(default=None, metadata=about("when it began"))
    end: PartialDate | None = field(default=None, metadata=about("when it ended"))
    described: PartialDate | None = field(default=None, metadata=about("when the source described it"))
    told_by: str = field(default="", metadata=about("who told of it", scale="told-by"))
    confirmed: PartialDate | None = field(default=None, metadata=about("when the city itself confirmed it"))
    responsible: str = field(default="", metadata=about("who in the city is responsible"))
    partners: tuple[str, ...] = field(default=(), metadata=about("with whom"))
    inspired_by: tuple[Ref, ...] = field(default=(), metadata=about("whose practice it follows", target="actions"))
    results: tuple[Result, ...] = field(default=(), metadata=about("measured results"))
    evidence: tuple[Evidence, ...] = field(default=(), metadata=about("what shows it", subtable=True))
