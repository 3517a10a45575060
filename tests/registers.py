"""Registers in memory, for tests: `made` builds one record of few words, `registers` draws whole random registers.

A random register is small and crowded: few owners, ids, days and refs, so that revisions, retractions, reviews, rounds
and refs meet each other all the time.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import strategies as st

from pledgekit.codec.read import read_record
from pledgekit.dates import Period
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.kinds import DECLARATION, KINDS, kind_of
from pledgekit.model.levels import Audience
from pledgekit.model.scales import SCALES
from pledgekit.register import Register
from pledgekit.view import Lens, View, look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hypothesis.strategies import SearchStrategy

    from pledgekit.model.record import Record

__all__ = [
    "BASE",
    "CITY",
    "DAYS",
    "DECLARED",
    "MOMENTS",
    "NOW",
    "day",
    "group",
    "lenses",
    "made",
    "refs",
    "registers",
    "seen",
]

DECLARED: Final = "hague-2022"
CITY: Final = "oslo-no"
NOW: Final = "sha256:now"
"""In a drawn review: the content of the record that it names, in one of its revisions, where the register holds it."""

COLOURS: Final = ("public", "network", "internal")

_NEEDED: Final[Mapping[str, Mapping[str, object]]] = {
    "declaration": {"title": "The Hague Declaration", "adopted": datetime.date(2022, 11, 16), "assessed": True},
    "commitments": {"title": "Speak out", "wording": "paraphrase"},
    "rounds": {"period": "2024", "due": datetime.date(2025, 1, 31)},
    "events": {"title": "Dialogue", "start": datetime.date(2023, 6, 15)},
    "findings": {"text": "Mayors matter"},
    "steps": {"event": f"{DECLARED}/berlin", "text": "Meet again"},
    "selections": {"period": "2024", "commitment": f"{DECLARED}/speak-out", "actions": [f"{CITY}/deed"]},
    "published": {"figure": "signatories", "value": 40, "as_of": "2022-11", "sources": [{"title": "page"}]},
    "city": {"name": "Oslo", "kind": "city", "country": "NO"},
    "officials": {"name": "A. Mayor", "office": "Mayor", "seen": "2022-11"},
    "contacts": {"name": "A. Person"},
    "profiles": {"question": "Why?", "text": "Because."},
    "endorsements": {"declaration": DECLARED, "act": "signed", "date": datetime.date(2022, 11, 16)},
    "actions": {"title": "Dialogue days", "commitments": [f"{DECLARED}/speak-out"], "visibility": "public"},
    "updates": {"commitment": f"{DECLARED}/speak-out", "period": "2024"},
    "assessments": {
        "commitment": f"{DECLARED}/speak-out",
        "period": "2024",
        "evidence_level": "documented",
        "assessor": "A. Judge",
        "date": datetime.date(2025, 2, 20),
    },
    "replies": {"assessment": f"{CITY}/judged", "text": "We disagree", "date": datetime.date(2025, 3, 1)},
    "requests": {"declaration": DECLARED, "period": "2024", "act": "asked", "date": datetime.date(2024, 11, 15)},
    "reviews": {"verdict": "approved", "by": "A. Boss", "date": datetime.date(2025, 1, 20)},
    "notes": {"text": "rang", "date": datetime.date(2024, 12, 1)},
    "retractions": {"reason": "error"},
}


def day(text: str) -> datetime.date:
    """Read a day."""
    return datetime.date.fromisoformat(text)


def made(table: str, name: str = "", owner: str = "", /, **values: Any) -> Any:  # noqa: ANN401  keys of the format
    """Build a record as if its table stood in a file; what is required and not given is filled in. `None` leaves out.

    The owner is the declaration or the city of `BASE` unless given; dates are days (`2024-03-01` as text too).
    """
    kind = KINDS[table]
    owner = owner or (DECLARED if kind.home == DECLARATION else CITY)
    given = {**_NEEDED[table], "id": owner if kind.single else name or f"{table}-1", **values}
    return read_record(kind, {key.rstrip("_"): _bare(each) for key, each in given.items() if each is not None}, owner)


def _bare(value: object) -> object:
    """Make a date of a text that is a full one: the format has those without quotes."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_bare(each) for each in value]
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-" and value[:4].isdigit():
        return day(value)
    return value


BASE: Final[tuple[Record, ...]] = (
    made("declaration"),
    made("commitments", "speak-out"),
    made("city"),
    made("endorsements", "signed"),
)


def seen(*records: Record, audience: str = "public", as_of: str = "2026-01-01", known_on: str = "") -> View:
    """Look at the base and these records; a record of the base with the same owner and id gives way."""
    names = {each.ref for each in records}
    register = Register.of([*(each for each in BASE if each.ref not in names), *records])
    city = CITY if audience == "city" else None
    lens = Lens(as_of=day(as_of), known_on=day(known_on) if known_on else None, audience=Audience(audience), city=city)
    return look(register, lens)


def refs(view: View, table: str = "") -> list[str]:
    """Name what a view holds: all, or the records of one table."""
    found = view.all(KINDS[table]) if table else view.everything()
    return [str(each.ref) for each in found]


def group(record: Record) -> tuple[str, str, str]:
    """Name a record across its revisions: table, owner, id."""
    return kind_of(record).table, record.owner, record.id


# Whole random registers

DAYS: Final = ("2022-10-01", "2022-11-16", "2023-06-30", "2024-03-01", "2024-12-31", "2025-02-01", "2026-01-01")
MOMENTS: Final = (
    datetime.date(2023, 1, 1),
    datetime.date(2024, 1, 1),
    datetime.datetime(2024, 1, 1, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5))),  # 2 January in UTC
    datetime.datetime(2025, 1, 1, 12, tzinfo=datetime.UTC),
)
_CITIES = (CITY, "paris-fr", "rome-it")
# The first of each comes up more often, so that records meet.
_OWNERS = {
    DECLARATION: (DECLARED, DECLARED, DECLARED, "nyc-2023"),
    "commitments": (CITY, CITY, "paris-fr", "rome-it"),
    "both": (DECLARED, "nyc-2023", CITY, CITY, "paris-fr"),
}
_PERIODS = ("2023", "2024", "2024-01/2024-12", "2024-07/2025-06")


def _one(*values: object) -> SearchStrategy[Any]:
    return st.sampled_from(values)


def _maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


def _names(table: str) -> list[str]:
    """The ids of a table; one id is shared by several tables, by mistake. A round is known by its period."""
    if table == "rounds":
        return [f"round-{each.replace('/', '-')}" for each in _PERIODS if each != "2024-01/2024-12"]
    return [f"{table}-0", f"{table}-1", f"{table}-2", *(["same"] if table in ("actions", "notes", "profiles") else [])]


def _ref(table: str) -> SearchStrategy[str]:
    kind = KINDS[table]
    owners = st.sampled_from(_OWNERS[kind.home])
    return owners if kind.single else st.builds("{}/{}".format, owners, _name(table))


def _name(table: str) -> SearchStrategy[str]:
    names = _names(table)
    return st.sampled_from([names[0], *names])


def _some(strategy: SearchStrategy[Any], least: int = 0) -> SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=least, max_size=2, unique=True)


_dates = st.sampled_from([*map(day, DAYS), "2022", "2022-11", "2023", "2024", "2024-03/2024-05", "2025-01"])
_period = st.sampled_from(_PERIODS)
_any = st.one_of([_ref(table) for table in KINDS if table != "declaration"])


def _word(scale: str) -> SearchStrategy[str]:
    return st.sampled_from(SCALES[scale].words)


_answers = st.one_of(
    st.fixed_dictionaries({"completion": _word("completion")}), st.fixed_dictionaries({"instead": _word("instead")})
)
_judgements = st.fixed_dictionaries(
    {"evidence_level": _one("documented"), "completion": _word("completion")}
) | st.just({"evidence_level": "none"})

_CLAUSE: Final = fingerprint(made("commitments", text="A clause"))

_VALUES: Final[Mapping[str, Mapping[str, SearchStrategy[Any]]]] = {
    "declaration": {
        "assessed": st.booleans(),
        "adopted": _one(day("2022-11-16"), "2022-11"),
        "all_clauses": st.booleans(),
        "publisher": _one(None, {"name": "The network", "corrections": "desk@example.org", "donors": ["A. Donor"]}),
    },
    "commitments": {
        "wording": _one("paraphrase", "paraphrase", "official", "provisional"),
        "number": _one(None, None, "1"),
        "nature": _one(None, "deliverable"),
        "superseded_by": st.just([]) | _some(_ref("commitments")),
        "text": _one(None, "A clause", "Another"),
        "maps_to": st.just([])
        | st.lists(
            st.fixed_dictionaries({"commitment": _ref("commitments"), "relation": _word("relation")}), max_size=2
        ),
        "translations": _one(None, None, {"nl": {"title": "Een titel", "seen": _CLAUSE}}),
    },
    "rounds": {
        "opens": _maybe(_dates),
        "due": _dates,
        "eligible_if_endorsed_by": _maybe(_dates),
        "responses": _one(*COLOURS),
    },
    "events": {
        "title": _one("Dialogue", "Another dialogue"),
        "start": _dates,
        "state": _one(None, *SCALES["event-state"].words),
        "cities": _some(_ref("city")),
        "also_for": st.just([]) | _some(_ref("declaration")),
    },
    "findings": {
        "text": _one("Mayors matter", "Cities matter"),
        "year": _one(None, 2023),
        "event": _maybe(_ref("events")),
        "examples": _some(_ref("actions")),
        "builds_on": _some(_ref("findings")),
    },
    "steps": {"event": _ref("events"), "due": _maybe(_dates), "done": _maybe(_dates)},
    "selections": {"period": _period, "commitment": _ref("commitments"), "actions": _some(_ref("actions"), 1)},
    "published": {"as_of": _dates, "value": _one(1, 40)},
    "city": {
        "name": _one("Oslo", "Other Town"),
        "kind": _one("city", "city", "district", "region"),
        "parent": _maybe(_ref("city")),
        "country": _one("NO", "FR"),
        "population": _one(None, {"value": 700_000, "year": 2023}),
        "until": _one(None, None, "2024"),
        "successor": _maybe(_ref("city")),
    },
    "officials": {
        "name": _one("A. Mayor", "B. Mayor"),
        "from": _maybe(_dates),
        "seen": _dates,
        "until": _maybe(_dates),
    },
    "contacts": {},
    "profiles": {"year": _maybe(_one(2023, 2024))},
    "endorsements": {
        "declaration": _ref("declaration"),
        "act": _word("act"),
        "date": _maybe(_dates),
        "official": _one(None, "A. Mayor"),
    },
    "actions": {
        "title": _one("Dialogue days", "Days of dialogue"),
        "told_by": _one(None, *SCALES["told-by"].words),
        "commitments": _some(_ref("commitments"), 1) | _some(_ref("commitments")),
        "kind": _one(None, "programme", "statement"),
        "status": _one(None, "implementation", "closed"),
        "date": _maybe(_dates),
        "start": _maybe(_dates),
        "end": _maybe(_dates),
        "described": _maybe(_dates),
        "confirmed": _maybe(_dates),
        "inspired_by": _some(_ref("actions")),
        "evidence": st.lists(
            st.fixed_dictionaries({"title": _one("law", "news"), "visibility": _one(*COLOURS), "date": _dates}),
            max_size=2,
        ),
        "results": _one([], [{"indicator": "people", "value": 9}]),
        "translations": _one(None, None, {"nl": {"title": "Dialoogdagen"}}),
    },
    "updates": {
        "commitment": _ref("commitments"),
        "period": _period,
        "actions": _some(_ref("actions")),
        "date": _maybe(_dates),
        "obstacles": _some(_word("obstacle")),
        "included_in": _maybe(_ref("city")),
        "narrative": _one(None, "Two stations more"),
        "clause_seen": _one(None, _CLAUSE, "sha256:0"),
    },
    "assessments": {
        "commitment": _ref("commitments"),
        "period": _period,
        "date": _dates,
        "reply_due": _maybe(_dates),
        "settles": _some(_ref("assessments")),
        "rationale": _one(None, "Seen on site"),
        "clause_seen": _one(None, _CLAUSE, "sha256:0"),
    },
    "replies": {"assessment": _ref("assessments"), "date": _dates, "text": _one("We disagree", "We agree")},
    "requests": {
        "declaration": _ref("declaration"),
        "period": _period,
        "act": _word("request-act"),
        "date": _dates,
        "due": _maybe(_dates),
    },
    "reviews": {
        "verdict": _word("verdict"),
        "seen": st.lists(
            st.fixed_dictionaries({"record": _any, "content": _one("sha256:0", NOW, NOW, NOW)}), min_size=1, max_size=2
        ),
        "date": _dates,
    },
    "notes": {"date": _dates},
    "retractions": {"record": _any, "reason": _word("reason"), "in_favour_of": _maybe(_any)},
}

_COMMON: Final = {
    "revision": _one(1, 1, 1, 2, 3),
    "visibility": _one(None, None, None, None, *COLOURS),
    "recorded": _one(None, *MOMENTS),
    "note": _one(None, None, "for staff"),
    "extra": _one(None, None, {"colour": "red"}),
}
_MORE: Final[Mapping[str, SearchStrategy[Any]]] = {"updates": _answers, "assessments": _judgements}


def _unnamed() -> SearchStrategy[list[Record]]:
    """Draw a public action with a review that takes its city's name off it; any other record may revise or ban it."""

    def build(owner: str, home: str, given: dict[str, Any]) -> list[Record]:
        action = made("actions", "actions-0", owner, commitments=[f"{DECLARED}/commitments-0"], **given)
        seen = [{"record": f"{owner}/actions-0", "content": NOW}]
        return [action, made("reviews", "reviews-3", home, verdict="may-publish-unnamed", seen=seen)]

    texts = {
        "title": _one("Dialogue days", "Days of dialogue", "Days of Oslo"),
        "summary": _one(None, "A. Mayor spoke", "Many came"),
        "date": _maybe(_dates),
        "inspired_by": _some(_ref("actions")),
    }
    return st.builds(build, st.sampled_from(_CITIES), st.sampled_from(_OWNERS["both"]), st.fixed_dictionaries(texts))


def _still_holding() -> SearchStrategy[list[Record]]:
    """Draw what was said of other words of a clause, and a review that finds it, and a translation, to hold still."""

    def build(table: str, home: str, given: dict[str, Any], clauses: list[str]) -> list[Record]:
        said = made(table, f"{table}-2", visibility="public", **given)
        seen = [{"record": each, "content": NOW} for each in (f"{CITY}/{table}-2", *clauses)]
        return [said, made("reviews", "reviews-4", home, verdict="still-holds", seen=seen)]

    filed = {"commitment": _one(f"{DECLARED}/commitments-0"), "period": _period, "clause_seen": _one("sha256:0")}
    answers = st.fixed_dictionaries({**filed, "completion": _word("completion")})
    deeds = st.fixed_dictionaries({"commitments": _one([f"{DECLARED}/commitments-0"])})
    chosen = _some(_one(*(f"{DECLARED}/commitments-{number}" for number in range(3))), 1)
    homes = st.sampled_from(_OWNERS["both"])
    return st.builds(build, _one("updates"), homes, answers, chosen) | st.builds(
        build, _one("actions"), homes, deeds, chosen
    )


def _records(table: str) -> SearchStrategy[Record]:
    kind = KINDS[table]
    owners, names = st.sampled_from(_OWNERS[kind.home]), _name(table)
    open_ones = {"visibility": _one(None, "public", "public", "network")} if table == "actions" else {}
    values = st.fixed_dictionaries({**_COMMON, **open_ones, **_VALUES[table]})

    def build(owner: str, name: str, given: dict[str, Any], more: dict[str, Any]) -> Record:
        more = (
            {**more, "period": name.removeprefix("round-").replace("2024-07-", "2024-07/")}
            if table == "rounds"
            else more
        )
        record: Record = made(table, name, owner, **{**given, **more})
        return record

    return st.builds(build, owners, names, values, _MORE.get(table, st.just({})))


_ALWAYS: Final = (
    made("declaration"),
    made("commitments", "commitments-0"),
    made("commitments", "commitments-1"),
    *(made("city", "", owner) for owner in _CITIES),
    *(made("endorsements", "endorsements-0", owner) for owner in _CITIES),
)
# What figures and the right of reply turn on comes up more often.
_OFTEN: Final = (
    *("actions", "actions", "actions", "actions", "updates", "updates", "requests", "requests"),
    *("assessments", "replies", "rounds", "endorsements", "retractions"),
)


def registers() -> SearchStrategy[list[Record]]:
    """Draw the records of a register: all kinds, several revisions, seen by any, taken back, banned, dangling."""
    each = st.one_of([_records(table) for table in (*KINDS, *_OFTEN)])
    drawn = st.lists(each, min_size=15, max_size=40)
    none: SearchStrategy[list[Record]] = st.just([])
    return st.builds(
        lambda some, others, more: _bound([*_ALWAYS, *some, *others, *more]),
        none | _unnamed(),
        none | _still_holding(),
        drawn,
    )


def _bound(records: list[Record]) -> list[Record]:
    """Let the reviews that speak of what there is now name its fingerprint."""
    contents = {str(each.ref): fingerprint(each) for each in reversed(records) if kind_of(each).table != "reviews"}

    def bound(review: Any) -> Record:  # noqa: ANN401  a review
        seen = [
            attrs.evolve(each, content=contents.get(str(each.record), "sha256:1")) if each.content == NOW else each
            for each in review.seen
        ]
        changed: Record = review.changed({"seen": tuple(seen)})
        return changed

    return [bound(each) if kind_of(each).table == "reviews" else each for each in records]


def lenses(*audiences: Audience, known: bool = True) -> SearchStrategy[Lens]:
    """Draw a lens for one of these audiences (all, when none is named); `known` draws `known_on` too."""
    days = st.sampled_from([*map(day, DAYS)])
    return st.builds(
        lambda audience, as_of, known_on: Lens(
            as_of=as_of, known_on=known_on, audience=audience, city=CITY if audience is Audience.CITY else None
        ),
        st.sampled_from(audiences or tuple(Audience)),
        days,
        st.none() | days if known else st.none(),
    )


def periods() -> SearchStrategy[Period | None]:
    """Draw a period to count, or none."""
    return st.none() | _period.map(Period.parse)


def all_revisions(records: Iterable[Record], gone: set[tuple[str, str, str]]) -> list[Record]:
    """Leave out records with all their revisions; retractions and reviews stay."""
    return [each for each in records if group(each) not in gone or group(each)[0] in ("retractions", "reviews")]


def as_ref(text: str) -> Ref:
    """Read a ref."""
    return Ref.parse(text)
