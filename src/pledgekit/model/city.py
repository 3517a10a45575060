"""Who a signatory is. Layer 2."""

from collections.abc import Mapping

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.record import Part, Record, Source, about

__all__ = ["City", "Location", "Population"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Population(Part):
    """How many people live there, by which source."""

    value: int = field(metadata=about("inhabitants"))
    year: int | None = field(default=None, metadata=about("of which year"))
    sources: tuple[Source, ...] = field(default=(), metadata=about("where it comes from"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Location(Part):
    """Where it lies."""

    lat: float = field(metadata=about("latitude, degrees, WGS 84"))
    lon: float = field(metadata=about("longitude, degrees, WGS 84"))
    sources: tuple[Source, ...] = field(default=(), metadata=about("where it comes from"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class City(Record):
    """A signatory, or another local government with something on record."""

    name: str = field(metadata=about("its name in English, spelt properly"))
    local_names: Mapping[str, str] = field(factory=dict, metadata=about("its name in other languages, by BCP 47 tag"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other spellings"))
    kind: str = field(metadata=about("what it is", scale="city-kind"))
    country: str = field(default="", metadata=about("ISO 3166-1 alpha-2; required but for what lies in no one country"))
    subdivision: str = field(default="", metadata=about("ISO 3166-2"))
    parent: Ref | None = field(default=None, metadata=about("a district's city; never changes a count", target="city"))
    languages: tuple[str, ...] = field(default=(), metadata=about("its languages, BCP 47; the first is asked in"))
    population: Population | None = field(default=None, metadata=about("inhabitants"))
    location: Location | None = field(default=None, metadata=about("where it lies"))
    identifiers: Mapping[str, str] = field(factory=dict, metadata=about("its ids elsewhere: wikidata, locode"))
    former_ids: tuple[str, ...] = field(default=(), metadata=about("ids it had in this register"))
    until: PartialDate | None = field(default=None, metadata=about("when the local government ended"))
    successor: Ref | None = field(default=None, metadata=about("what took its place", target="city"))

    @property
    def ref(self) -> Ref:
        """An owner's name has one part."""
        return Ref(self.owner)
