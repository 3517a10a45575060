"""What was declared: the declaration and its commitments. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.record import Part, Record, about

__all__ = ["Commitment", "Declaration", "Mapped", "Publisher"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Publisher(Part):
    """Who answers for the reports."""

    name: str = field(metadata=about("who publishes the reports"))
    corrections: str = field(default="", metadata=about("name and address for corrections"))
    donors: tuple[str, ...] = field(default=(), metadata=about("who pays"))
    disclaimer: str = field(default="", metadata=about("words that every public report ends with"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mapped(Part):
    """A commitment of another declaration and how the two relate. Never used in a count."""

    commitment: Ref = field(metadata=about("the other commitment", target="commitments"))
    relation: str = field(metadata=about("how the two relate", scale="relation"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Declaration(Record):
    """What was declared, when and where, and who publishes about it."""

    title: str = field(metadata=about("the full title"))
    short_title: str = field(default="", metadata=about("the title in running text"))
    adopted: PartialDate = field(metadata=about("when it was adopted"))
    place: str = field(default="", metadata=about("where it was adopted"))
    network: str = field(default="", metadata=about("the network that holds it"))
    open_to: str = field(default="", metadata=about("who may endorse it"))
    languages: tuple[str, ...] = field(default=(), metadata=about("languages, BCP 47; the first is that of the texts"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other titles in use"))
    all_clauses: bool = field(default=False, metadata=about("whether every official clause is held here"))
    assessed: bool = field(default=False, metadata=about("whether an assessor's lane exists for it"))
    signatory_words: tuple[str, ...] = field(default=(), metadata=about("what its signatories are called: one, many"))
    publisher: Publisher | None = field(default=None, metadata=about("who answers for the reports"))

    @property
    def ref(self) -> Ref:
        """An owner's name has one part."""
        return Ref(self.owner)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Commitment(Record):
    """One clause of a declaration, or our working title for it."""

    title: str = field(metadata=about("short, own words"))
    wording: str = field(metadata=about("whose words it is in", scale="wording"))
    number: str = field(default="", metadata=about("the clause's number; only with official wording"))
    text: str = field(default="", metadata=about("the clause, word for word; only with official wording"))
    nature: str = field(default="", metadata=about("which labels the levels carry", scale="nature"))
    themes: tuple[str, ...] = field(default=(), metadata=about("free keywords"))
    superseded_by: tuple[Ref, ...] = field(
        default=(), metadata=about("the official clauses that took its place", target="commitments")
    )
    maps_to: tuple[Mapped, ...] = field(default=(), metadata=about("like clauses of other declarations"))
