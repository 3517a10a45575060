"""What every record has, and how its fields describe themselves. Layer 2.

The description of a field (`About`) drives codec, hints, dangling references, redaction, JSON Schema and the key tables
of the docs, so that a key is told about once.
"""

import datetime
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, Self, get_args, get_origin

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility

__all__ = [
    "EMPTY",
    "About",
    "Origin",
    "Record",
    "Source",
    "Part",
    "about",
    "about_of",
    "field_names",
    "fields_of",
    "item_of",
    "key_of",
]

_METADATA = "about"


class _Empty(Mapping[str, Any]):
    """A mapping without keys that cannot get any. One for all: most records leave these fields out."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        """Hold nothing."""
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """Yield nothing."""
        return iter(())

    def __len__(self) -> int:
        """Hold nothing."""
        return 0

    def __reduce__(self) -> str:
        """Be the same object after pickling (records cross to worker processes and back)."""
        return "EMPTY"


EMPTY: Final[Mapping[str, Any]] = _Empty()


class About(NamedTuple):
    """What a field is: its doc, the scale of its words, what its refs point to, and who may ever see it."""

    doc: str
    scale: str = ""
    target: str = ""  # a table's name; "owner", "city" or "declaration" for refs to an owner; "any" for any record
    ceiling: Visibility = Visibility.PUBLIC  # never shown more openly than this
    in_fingerprint: bool = True
    in_file: bool = True
    subtable: bool = False  # always written as [[table.key]]


def about(
    doc: str,
    *,
    scale: str = "",
    target: str = "",
    ceiling: Visibility = Visibility.PUBLIC,
    in_fingerprint: bool = True,
    in_file: bool = True,
    subtable: bool = False,
) -> dict[str, About]:
    """Describe a field, as attrs metadata."""
    return {_METADATA: About(doc, scale, target, ceiling, in_fingerprint, in_file, subtable)}


def about_of(attribute: Any) -> About:
    """Give the description of an attrs field."""
    found: About = attribute.metadata[_METADATA]
    return found


def key_of(name: str) -> str:
    """Give the TOML key of a Python field name (`from_` is `from`)."""
    return name.rstrip("_")


class Origin(NamedTuple):
    """Where a record stands: file (below the register), table, how many records of that table precede it there."""

    file: str
    table: str
    nth: int


def fields_of(cls: type[Any]) -> tuple[Any, ...]:
    """Give the attrs fields of a record's class that are written in files."""
    return tuple(a for a in attrs.fields(cls) if about_of(a).in_file)


def item_of(attribute: Any) -> Any:
    """Give the type of a field without None and without the list around it."""
    declared = attribute.type
    if isinstance(declared, UnionType):
        declared = next(each for each in get_args(declared) if each is not NoneType)
    return get_args(declared)[0] if get_origin(declared) is tuple else declared


def field_names(cls: type[Any]) -> tuple[str, ...]:
    """Give the names of those fields."""
    return tuple(a.name for a in fields_of(cls))


class Part:
    """A part of a record: compared and shown by its fields. Written once: attrs would compile it for each class."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Compare by class and fields."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in field_names(self.__class__))

    def __hash__(self) -> int:
        """Hash by identity of content that can be hashed cheaply: the class and the id, if there is one."""
        return hash((self.__class__.__name__, getattr(self, "id", "")))

    def __repr__(self) -> str:
        """Show the fields that are set."""
        values = {name: getattr(self, name) for name in field_names(self.__class__)}
        shown = [f"{name}={value!r}" for name, value in values.items() if value not in (None, "", (), EMPTY)]
        return f"{self.__class__.__name__}({', '.join(shown)})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(Part):
    """Where a fact comes from: title or address, or both."""

    title: str = field(default="", metadata=about("title of the page or document, or words such as a mail of a day"))
    url: str = field(default="", metadata=about("address"))
    date: PartialDate | None = field(default=None, metadata=about("when it was published or said"))
    date_text: str = field(default="", metadata=about("the date as it is printed"))
    sha256: str = field(default="", metadata=about("fingerprint of a copy that is kept elsewhere"))
    lang: str = field(default="", metadata=about("language of the source, BCP 47"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Record(Part):
    """The keys of every record."""

    id: str = field(metadata=about("words and digits joined by hyphens; unique within the owner"))
    revision: int = field(default=1, metadata=about("1, and one more with each correction", in_fingerprint=False))
    visibility: Visibility | None = field(
        default=None, metadata=about("who may see it", scale="visibility", in_fingerprint=False)
    )
    recorded: datetime.datetime | datetime.date | None = field(
        default=None, metadata=about("since when we know; absent: always known", in_fingerprint=False)
    )
    recorded_by: str = field(
        default="", metadata=about("who put it on record", ceiling=Visibility.INTERNAL, in_fingerprint=False)
    )
    lang: str = field(default="", metadata=about("language of the texts, BCP 47; default: the owner's first"))
    remark: str = field(default="", metadata=about("printed beside the record", in_fingerprint=False))
    note: str = field(default="", metadata=about("for staff only", ceiling=Visibility.INTERNAL, in_fingerprint=False))
    sources: tuple[Source, ...] = field(default=(), metadata=about("where it comes from"))
    translations: Mapping[str, Mapping[str, str]] = field(
        default=EMPTY, metadata=about("texts in other languages, each with the fingerprint of what it translates")
    )
    date_texts: Mapping[str, str] = field(
        default=EMPTY, metadata=about("words to print for a date: `<key>_text` beside the date's key")
    )
    extra: Mapping[str, object] = field(
        default=EMPTY,
        metadata=about("a network's own keys", ceiling=Visibility.NETWORK, in_fingerprint=False),
    )
    owner: str = field(default="", metadata=about("the owner's id", in_file=False, in_fingerprint=False))
    origin: Origin | None = field(default=None, metadata=about("where it stands", in_file=False, in_fingerprint=False))

    @property
    def ref(self) -> Ref:
        """The record's name in the register."""
        return Ref(self.owner, self.id)

    def changed(self, changes: Mapping[str, Any]) -> Self:
        """Give a copy with some fields replaced."""
        return attrs.evolve(self, **changes)
