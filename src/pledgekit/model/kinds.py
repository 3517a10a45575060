"""THE table of kinds: each kind of record, where it lies, who sees it, what says when, which command makes it. Layer 2.

Codec, view, list, add, docs and schema read this table; a new kind of record is a class and a line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

import attrs

from pledgekit.model.levels import Visibility
from pledgekit.model.record import Record, fields_of, key_of

if TYPE_CHECKING:
    from pledgekit.model.acts import Note, Retraction, Review
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Action, Endorsement
    from pledgekit.model.dialogue import Event, Finding, Step
    from pledgekit.model.edition import Published, Round, Selection
    from pledgekit.model.lanes import Assessment, Reply, Request, Update
    from pledgekit.model.people import Contact, Official, Profile

__all__ = ["BOTH", "CITY", "DECLARATION", "KINDS", "Inherited", "Kind", "kind_of", "kind_named", "required_keys"]

R = TypeVar("R", bound=Record)

CITY: Final = "commitments"  # the folder of what cities hold
DECLARATION: Final = "declarations"
BOTH: Final = "both"


class Inherited(NamedTuple):
    """The visibility is that of the record which this key names ("assessment"), or of a request's round ("round")."""

    of: str


class Kind(Generic[R]):
    """One kind of record."""

    __slots__ = ("_cls", "_where", "home", "key", "single", "table", "verb", "visibility", "when")

    def __init__(
        self,
        table: str,
        where: str,
        home: str,
        *,
        visibility: Visibility | Inherited = Visibility.PUBLIC,
        when: tuple[str, ...] = (),
        key: tuple[str, ...] = ("id",),
        verb: str = "add",
        single: bool = False,
    ) -> None:
        """Write one row: table, module.Class, home, default visibility, keys that say when, natural key, verb."""
        self.table: Final = table
        self._where: Final = where
        self._cls: type[R] | None = None
        self.home: Final = home
        self.visibility: Final = visibility
        self.when: Final = when
        self.key: Final = key
        self.verb: Final = verb
        self.single: Final = single

    @property
    def cls(self) -> type[R]:
        """The class of its records. Its module is read when the first one appears, which keeps starts short."""
        if self._cls is None:
            module, _, name = self._where.partition(".")
            self._cls = getattr(import_module(f"pledgekit.model.{module}"), name)
        return self._cls

    def __repr__(self) -> str:
        """Name the table."""
        return f"<kind {self.table}>"

    @property
    def class_name(self) -> str:
        """The name of the class, without reading its module."""
        return self._where.partition(".")[2]

    @property
    def plural(self) -> str:
        """The word for several of them: `actions`, `cities`."""
        return {"city": "cities", "declaration": "declarations"}.get(self.table, self.table)

    @property
    def singular(self) -> str:
        """The word for one of them: `action`, `city`."""
        if self.single or self.table == "published":
            return self.table
        return self.table[:-3] + "y" if self.table.endswith("ies") else self.table.removesuffix("s")


PUBLIC, NETWORK, INTERNAL = Visibility.PUBLIC, Visibility.NETWORK, Visibility.INTERNAL

DECLARATIONS: Final[Kind[Declaration]] = Kind(
    "declaration", "declaration.Declaration", DECLARATION, single=True, verb="new"
)
COMMITMENTS: Final[Kind[Commitment]] = Kind("commitments", "declaration.Commitment", DECLARATION, key=("title",))
ROUNDS: Final[Kind[Round]] = Kind("rounds", "edition.Round", DECLARATION, when=("opens",), key=("period",))
EVENTS: Final[Kind[Event]] = Kind("events", "dialogue.Event", DECLARATION, when=("start",), key=("title", "start"))
FINDINGS: Final[Kind[Finding]] = Kind("findings", "dialogue.Finding", DECLARATION, when=("event",), key=("text",))
STEPS: Final[Kind[Step]] = Kind(
    "steps", "dialogue.Step", DECLARATION, visibility=NETWORK, when=("event",), key=("event", "text")
)
SELECTIONS: Final[Kind[Selection]] = Kind("selections", "edition.Selection", DECLARATION, key=("period", "commitment"))
PUBLISHED: Final[Kind[Published]] = Kind(
    "published", "edition.Published", DECLARATION, when=("as_of",), key=("figure", "as_of")
)
CITIES: Final[Kind[City]] = Kind("city", "city.City", CITY, single=True, key=("name", "country"), verb="new")
OFFICIALS: Final[Kind[Official]] = Kind(
    "officials", "people.Official", CITY, visibility=NETWORK, when=("from_", "seen"), key=("name", "office")
)
CONTACTS: Final[Kind[Contact]] = Kind("contacts", "people.Contact", CITY, visibility=INTERNAL, key=("name",))
PROFILES: Final[Kind[Profile]] = Kind("profiles", "people.Profile", CITY, visibility=NETWORK, key=("question", "year"))
ENDORSEMENTS: Final[Kind[Endorsement]] = Kind(
    "endorsements", "deeds.Endorsement", CITY, when=("date",), key=("declaration", "act", "date"), verb="endorse"
)
ACTIONS: Final[Kind[Action]] = Kind(
    "actions",
    "deeds.Action",
    CITY,
    visibility=NETWORK,
    when=("date", "start", "described"),
    key=("title",),
    verb="record",
)
UPDATES: Final[Kind[Update]] = Kind(
    "updates", "lanes.Update", CITY, visibility=NETWORK, when=("date",), key=("commitment", "period"), verb="update"
)
ASSESSMENTS: Final[Kind[Assessment]] = Kind(
    "assessments",
    "lanes.Assessment",
    CITY,
    visibility=NETWORK,
    when=("date",),
    key=("commitment", "period", "assessor"),
    verb="assess",
)
REPLIES: Final[Kind[Reply]] = Kind(
    "replies",
    "lanes.Reply",
    CITY,
    visibility=Inherited("assessment"),
    when=("date",),
    key=("assessment",),
    verb="reply",
)
REQUESTS: Final[Kind[Request]] = Kind(
    "requests",
    "lanes.Request",
    CITY,
    visibility=Inherited("round"),
    when=("date",),
    key=("declaration", "period", "act", "date"),
    verb="round",
)
REVIEWS: Final[Kind[Review]] = Kind(
    "reviews", "acts.Review", BOTH, visibility=NETWORK, when=("date",), key=("verdict", "seen"), verb="review"
)
NOTES: Final[Kind[Note]] = Kind(
    "notes", "acts.Note", BOTH, visibility=INTERNAL, when=("date",), key=("text", "date"), verb="note"
)
RETRACTIONS: Final[Kind[Retraction]] = Kind(
    "retractions", "acts.Retraction", BOTH, visibility=INTERNAL, key=("record",), verb="retract"
)

KINDS: Final[dict[str, Kind[Any]]] = {
    kind.table: kind
    for kind in (
        DECLARATIONS,
        COMMITMENTS,
        ROUNDS,
        EVENTS,
        FINDINGS,
        STEPS,
        SELECTIONS,
        PUBLISHED,
        CITIES,
        OFFICIALS,
        CONTACTS,
        PROFILES,
        ENDORSEMENTS,
        ACTIONS,
        UPDATES,
        ASSESSMENTS,
        REPLIES,
        REQUESTS,
        REVIEWS,
        NOTES,
        RETRACTIONS,
    )
}


_BY_NAME: Final = {kind.class_name: kind for kind in KINDS.values()}


def kind_of(record: Record) -> Kind[Any]:
    """Give the kind of a record."""
    return _BY_NAME[type(record).__name__]


def kind_named(word: str) -> Kind[Any] | None:
    """Find a kind by its table's name or its singular (`actions`, `action`; `declarations` and `cities` too)."""
    for kind in KINDS.values():
        if word in (kind.table, kind.singular):
            return kind
    plurals: dict[str, Kind[Any]] = {"declarations": DECLARATIONS, "cities": CITIES}
    return plurals.get(word)


def required_keys(kind: Kind[Any]) -> tuple[str, ...]:
    """Give the keys without which a record of this kind cannot be held, in the order of the file."""
    return tuple(key_of(a.name) for a in fields_of(kind.cls) if a.default is attrs.NOTHING)
