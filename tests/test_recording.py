"""Recording: a draft is named, dated, checked and placed one way; what may not be is refused; then it is a file."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from pledgekit import disk
from pledgekit.codec.plain import plain
from pledgekit.codec.read import parse
from pledgekit.disk import NOTHING, TEMPORARY, UNKNOWN
from pledgekit.errors import DiskError, NotFound, Refused, UsageError
from pledgekit.ids import Ref, is_id
from pledgekit.model.kinds import (
    ACTIONS,
    CITIES,
    CONTACTS,
    DECLARATIONS,
    ENDORSEMENTS,
    EVENTS,
    KINDS,
    NOTES,
    OFFICIALS,
    REPLIES,
    REQUESTS,
    RETRACTIONS,
    REVIEWS,
    UPDATES,
    Kind,
)
from pledgekit.model.record import Origin
from pledgekit.recording import Draft, correct, draft, keep, owner_draft, revision_draft
from pledgekit.register import Register
from pledgekit.store import load
from tests.faults import Killed, every_fault
from tests.registers import BASE, CITY, DECLARED, made
from tests.strategies import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pledgekit.model.record import Record

DECLARATION = f'[declaration]\nid = "{DECLARED}"\ntitle = "D"\nadopted = 2022-11-16\n'
NOW = datetime.datetime(2025, 3, 1, 12, 30, 15, 999, tzinfo=datetime.UTC)
DAY = datetime.date(2024, 6, 1)
DEED = {"title": "Dialogue days", "commitments": [f"{DECLARED}/speak-out"]}
RETRACT: dict[str, object] = {"record": f"{CITY}/deed", "reason": "error"}


def at(path: str, record: Record) -> Record:
    """Say in which file a record stands."""
    return record.changed({"origin": Origin(path, "actions", 0)})


def placed(record: Any) -> Any:  # noqa: ANN401  any record
    """A record in a file of its own, where the tool would put one that is not internal."""
    return at(f"commitments/{record.owner}/{record.id}-r{record.revision}.toml", record)


def register(*records: Record) -> Register:
    """The base and these."""
    return Register.of([*BASE, *records])


def new(kind: Kind[Any], values: dict[str, Any], *records: Record, owner: str = CITY) -> Draft[Any]:
    """Draft a record in a register of the base and these records."""
    return draft(register(*records), kind, owner, values, by="A. Person", now=NOW)


def revise(ref: str, changes: dict[str, Any], *records: Record) -> Draft[Record]:
    """Draft a correction."""
    return correct(register(*records), Ref.parse(ref), changes, by="A. Person", now=NOW)


# a new record


def test_a_draft_says_when_and_by_whom() -> None:
    """To the second, with the offset it was given."""
    record = new(ACTIONS, DEED).record
    assert (NOW.replace(microsecond=0), "A. Person", 1) == (record.recorded, record.recorded_by, record.revision)


def test_a_moment_without_an_offset_is_refused() -> None:
    """It would be another moment elsewhere."""
    with pytest.raises(UsageError, match="no offset"):
        draft(register(), ACTIONS, CITY, DEED, by="A", now=NOW.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (ACTIONS, {**DEED, "date": DAY}, "2024-06-dialogue-days-"),
        (ACTIONS, {"title": "Łódź: ’s dag"}, "lodz-s-dag-"),
        (ACTIONS, {"title": "日本"}, ""),
        (ACTIONS, {**DEED, "start": "2023", "date": None}, "2023-dialogue-days-"),
        (ENDORSEMENTS, {"declaration": DECLARED, "act": "signed", "date": DAY}, "2024-06-hague-2022-signed-"),
        (
            UPDATES,
            {"commitment": f"{DECLARED}/speak-out", "period": "2024", "completion": "limited"},
            "2024-speak-out-",
        ),
        (
            REVIEWS,
            {"verdict": "approved", "by": "B", "date": DAY, "seen": [{"record": CITY, "content": "sha256:0"}]},
            "2024-06-approved-",
        ),
        (NOTES, {"text": "rang", "date": DAY}, "2025-03-01-"),
        (CONTACTS, {"name": "A. Person"}, "2025-03-01-"),
        (ACTIONS, {**DEED, "visibility": "internal"}, "2025-03-01-"),
        (RETRACTIONS, {"record": f"{CITY}/signed", "reason": "error"}, "2025-03-01-"),
    ],
)
def test_a_made_id_has_the_words_of_the_matter(kind: Kind[Any], values: dict[str, Any], expected: str) -> None:
    """Date, words, and eight characters of a hash; an internal record's has no words."""
    made_id = new(kind, values).record.id
    assert (expected, 8, True) == (made_id[:-8], len(made_id[-8:]), is_id(made_id))


@given(texts(), texts())
def test_any_text_is_kept(title: str, note: str) -> None:
    """Whatever the letters, the id is one and names the file; and the text of the file reads back as the record."""
    title, note = (re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "", text) for text in (title, note))
    drafted = new(ACTIONS, {"title": f"x{title}", "note": note})
    read = parse(drafted.text.encode(), file=drafted.path, owner=CITY, home="commitments")
    assert ([drafted.record], []) == (read.records, read.problems)
    assert (True, f"commitments/{CITY}/{drafted.record.id}.toml") == (is_id(drafted.record.id), drafted.path)


def test_no_two_made_ids_are_the_same() -> None:
    """Not even of the same record at the same moment."""
    assert 500 == len({new(NOTES, {"text": "rang", "date": DAY}).record.id for _ in range(500)})


def test_an_id_can_be_given() -> None:
    """If it is free."""
    assert f"commitments/{CITY}/mine.toml" == new(ACTIONS, {**DEED, "id": "mine"}).path
    with pytest.raises(Refused, match="taken"):
        new(ACTIONS, {**DEED, "id": "signed"})


@pytest.mark.parametrize(
    ("kind", "owner", "values", "expected"),
    [
        (ACTIONS, CITY, DEED, f"commitments/{CITY}/it.toml"),
        (ACTIONS, CITY, {**DEED, "visibility": "internal"}, f"commitments/{CITY}/internal/it.toml"),
        (NOTES, CITY, {"text": "rang", "date": DAY}, f"commitments/{CITY}/internal/it.toml"),
        (NOTES, CITY, {"text": "rang", "date": DAY, "visibility": "network"}, f"commitments/{CITY}/it.toml"),
        (NOTES, DECLARED, {"text": "rang", "date": DAY}, f"declarations/{DECLARED}/internal/it.toml"),
        (CONTACTS, CITY, {"name": "A"}, f"commitments/{CITY}/internal/it.toml"),
        (CONTACTS, CITY, {"name": "A", "visibility": "network"}, f"commitments/{CITY}/internal/it.toml"),
        (RETRACTIONS, CITY, RETRACT, f"commitments/{CITY}/it.toml"),
        (RETRACTIONS, CITY, {**RETRACT, "visibility": "internal"}, f"commitments/{CITY}/it.toml"),
        (EVENTS, DECLARED, {"title": "E", "start": DAY}, f"declarations/{DECLARED}/it.toml"),
        (OFFICIALS, CITY, {"name": "A", "office": "Mayor", "seen": DAY}, f"commitments/{CITY}/it.toml"),
    ],
)
def test_a_record_lies_in_its_owners_folder(kind: Kind[Any], owner: str, values: dict[str, Any], expected: str) -> None:
    """What is internal in `internal/`; a retraction never, since it must reach every copy."""
    assert expected == new(kind, {"id": "it", **values}, placed(made("actions", "deed")), owner=owner).path


@pytest.mark.parametrize(("colour", "folder"), [("public", ""), ("network", ""), ("internal", "internal/")])
def test_what_belongs_to_internal_lies_inside(colour: str, folder: str) -> None:
    """A reply lies where its assessment would, a request where its round's responses would."""
    path = f"commitments/{CITY}/{'internal/' if colour == 'internal' else ''}judged.toml"
    judged = at(path, made("assessments", "judged", completion="limited", visibility=colour))
    reply = new(REPLIES, {"id": "it", "assessment": f"{CITY}/judged", "text": "No", "date": DAY}, judged)
    asked = {"id": "it", "declaration": DECLARED, "period": "2024", "act": "asked", "date": DAY}
    request = new(REQUESTS, asked, made("rounds", "r0", period="2023"), made("rounds", responses=colour))
    assert [f"commitments/{CITY}/{folder}it.toml"] * 2 == [reply.path, request.path]


def test_a_request_needs_its_round() -> None:
    """Without the round nobody knows who may see it."""
    asked = {"declaration": DECLARED, "period": "2024", "act": "asked", "date": DAY}
    with pytest.raises(Refused) as found:
        new(REQUESTS, asked, made("rounds", period="2023"))
    assert ["missing-round"] == [getattr(each, "code", "") for each in found.value.problems]


def test_a_draft_is_its_text() -> None:
    """The text reads back as the record that was drafted, in one file of its own."""
    drafted = new(ACTIONS, {**DEED, "date": DAY, "evidence": [{"title": "news"}], "extra": {"x": [1]}, "note": "a\nb"})
    read, problems = parse(drafted.text.encode(), file=drafted.path, owner=CITY, home="commitments")
    assert ([drafted.record], []) == (read, problems)
    assert read[0].origin == drafted.record.origin


def test_empty_values_are_as_if_not_given() -> None:
    """An empty answer on a form is no value."""
    drafted = new(ACTIONS, {**DEED, "summary": "", "partners": [], "date": None})
    assert "summary" not in drafted.text
    assert {"title", "commitments"} == set(plain(drafted.record)) - {"id", "recorded", "recorded_by"}


@pytest.mark.parametrize(
    ("kind", "values", "code"),
    [
        (ACTIONS, {}, "missing-key"),
        (ACTIONS, {"title": 7}, "wrong-type"),
        (ACTIONS, {**DEED, "titel": "x"}, "unknown-key"),
        (ACTIONS, {**DEED, "commitments": [f"{DECLARED}/speakout"]}, "unknown-commitment"),
        (ACTIONS, {**DEED, "inspired_by": ["paris-fr/any"]}, "unknown-ref"),
        (ACTIONS, {**DEED, "kind": "deed"}, "unknown-word"),
        (UPDATES, {"commitment": f"{DECLARED}/speak-out", "period": "2024"}, "completion-or-instead"),
        (ACTIONS, {**DEED, "id": "Not An Id"}, "bad-id"),
    ],
)
def test_what_the_register_would_not_hold_is_refused(kind: Kind[Any], values: dict[str, Any], code: str) -> None:
    """With every problem it has or would cause."""
    with pytest.raises(Refused) as found:
        new(kind, values)
    assert [code] == [getattr(each, "code", "") for each in found.value.problems]


def test_what_was_broken_before_is_no_fault_of_a_draft() -> None:
    """Only problems of the new file are refused."""
    broken = placed(made("actions", "broken", inspired_by=["nowhere/any"]))
    assert new(ACTIONS, {**DEED, "id": "it"}, broken).path.endswith("it.toml")


def test_whose_record_it_is() -> None:
    """An owner must be there, the kind must belong to it, and there is one [city]."""
    with pytest.raises(NotFound, match="no city or declaration"):
        new(ACTIONS, DEED, owner="nowhere")
    with pytest.raises(UsageError, match="belong under commitments/"):
        new(ACTIONS, DEED, owner=DECLARED)
    with pytest.raises(UsageError, match=r"has its \[city\] already"):
        new(CITIES, {"name": "Oslo"})


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Dialogue days", ["deed"]),
        ("dialogue DAYS!", ["deed"]),
        ("Dialogue days again", ["deed"]),
        ("Days", []),
        ("Something else", []),
    ],
)
def test_what_likely_is_the_same_is_named(title: str, expected: list[str]) -> None:
    """Of the same city: an equal natural key, or for actions a close title."""
    held = [made("actions", "deed"), made("city", "", "paris-fr"), made("actions", "theirs", "paris-fr")]
    assert [Ref(CITY, each) for each in expected] == list(new(ACTIONS, {"title": title}, *held).similar)


def test_an_equal_natural_key_is_named() -> None:
    """The same act towards the same declaration on the same day."""
    values = {"declaration": DECLARED, "act": "signed", "date": datetime.date(2022, 11, 16)}
    found = [new(ENDORSEMENTS, {**values, **more}).similar for more in ({}, {"act": "adopted"})]
    assert [(Ref(CITY, "signed"),), ()] == found


# a new owner


def test_a_new_owner_is_its_first_file() -> None:
    """The city or declaration lies in a folder of its own."""
    made_city = owner_draft(
        register(), CITIES, "paris-fr", {"name": "Paris", "kind": "city", "country": "FR", "note": ""}, by="A", now=NOW
    )
    adopted = {"title": "New York", "adopted": DAY}
    declared = owner_draft(register(), DECLARATIONS, "nyc-2023", adopted, by="A", now=NOW)
    paths = ["commitments/paris-fr/city.toml", "declarations/nyc-2023/declaration.toml"]
    assert (paths, "paris-fr") == ([made_city.path, declared.path], made_city.record.id)
    assert "[city]" in made_city.text


@pytest.mark.parametrize(("owner", "error"), [("Paris FR", UsageError), (CITY, Refused), (DECLARED, Refused)])
def test_an_owners_id_must_be_free_and_an_id(owner: str, error: type[Exception]) -> None:
    """Declarations and cities share their ids."""
    with pytest.raises(error):
        owner_draft(register(), CITIES, owner, {"name": "X", "kind": "city", "country": "NO"}, by="A", now=NOW)


# corrections


def test_a_correction_keeps_what_is_not_named() -> None:
    """The next revision: named keys change, an empty value takes a key away, all else stays."""
    old = placed(made("actions", "deed", note="psst", summary="old", date=DAY, recorded="2024-01-01", revision=3))
    found = revise(f"{CITY}/deed", {"title": "New", "summary": ""}, old)
    expected = {
        **plain(old),
        "title": "New",
        "revision": 4,
        "recorded": NOW.replace(microsecond=0),
        "recorded_by": "A. Person",
    }
    del expected["summary"]
    assert (expected, True) == (plain(found.record), found.path.startswith(f"commitments/{CITY}/deed-r4-"))


def test_a_correction_names_its_file_by_its_own_hash() -> None:
    """Two people who correct the same record never meet."""
    old = placed(made("actions", "deed"))
    one, other, again = (revise(f"{CITY}/deed", {"title": each}, old).path for each in ("A", "B", "A"))
    assert (True, True) == (one != other, one == again)


def test_a_city_and_a_declaration_can_be_corrected() -> None:
    """By their one-part ref."""
    found = [revise(CITY, {"aliases": ["Kristiania"]}), revise(DECLARED, {"short_title": "Hague"})]
    starts = [f"commitments/{CITY}/{CITY}-r2-", f"declarations/{DECLARED}/{DECLARED}-r2-"]
    assert starts == [each.path[: len(start)] for each, start in zip(found, starts, strict=True)]


def test_a_correction_must_change_something() -> None:
    """Else it is a mistake."""
    with pytest.raises(UsageError, match="nothing of"):
        revise(f"{CITY}/deed", {"title": "Dialogue days", "summary": ""}, placed(made("actions", "deed")))


@pytest.mark.parametrize(
    ("records", "error", "message"),
    [
        ([], NotFound, "no record"),
        ([made("actions", "deed"), made("retractions", **RETRACT)], Refused, "was retracted"),
        ([made("actions", "deed", title="A"), made("actions", "deed", title="B")], Refused, "two versions"),
    ],
)
def test_what_cannot_be_corrected(records: list[Record], error: type[Exception], message: str) -> None:
    """What is not there, was retracted, or exists in two versions."""
    with pytest.raises(error, match=message):
        revise(f"{CITY}/deed", {"title": "New"}, *records)


def test_equal_copies_can_be_corrected() -> None:
    """Two files that differ only in when and by whom they were recorded are one record."""
    copies = [made("actions", "deed", recorded="2024-01-01"), made("actions", "deed", recorded_by="B")]
    assert 2 == revise(f"{CITY}/deed", {"title": "New"}, *copies).record.revision


def test_narrowing_to_internal_is_refused_in_the_open() -> None:
    """While an earlier revision lies outside `internal/`; inside it may be narrowed."""
    values = {"visibility": "internal"}
    with pytest.raises(Refused) as found:
        revise(f"{CITY}/deed", values, placed(made("actions", "deed")))
    assert ["narrowed-in-open"] == [getattr(each, "code", "") for each in found.value.problems]
    inside = at(f"commitments/{CITY}/internal/deed.toml", made("actions", "deed", visibility="network"))
    assert revise(f"{CITY}/deed", values, inside).path.startswith(f"commitments/{CITY}/internal/deed-r2-")


def test_a_revision_that_is_typed_already() -> None:
    """It is stamped and placed like any other."""
    typed = made("actions", "deed", revision=2, title="New")
    found = revision_draft(register(placed(made("actions", "deed"))), typed, by="A", now=NOW)
    assert (NOW.replace(microsecond=0), "New") == (found.record.recorded, found.record.title)


# to the disk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register on disk."""
    return ground(tmp_path / "register")


def ground(folder: Path) -> Path:
    """Make a register on disk: one declaration, one city."""
    files = {
        f"declarations/{DECLARED}/declaration.toml": DECLARATION,
        f"commitments/{CITY}/city.toml": f'[city]\nid = "{CITY}"\nname = "Oslo"\nkind = "city"\ncountry = "NO"\n',
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(text)
    return folder


def test_a_draft_is_kept(root: Path) -> None:
    """What was drafted is what is loaded; keeping it twice changes nothing."""
    drafted = draft(load(root).register, ACTIONS, CITY, {"title": "Days"}, by="A", now=NOW)
    paths = [keep(root, [drafted]).paths, keep(root, [drafted]).paths]
    loaded = load(root)
    assert ([(drafted.path,)] * 2, ()) == (paths, loaded.problems)
    assert [drafted.record] == list(loaded.register.records(ACTIONS))


def kept(register: Register) -> list[str]:
    """The ids of notes and actions."""
    return [*(each.id for each in register.records(NOTES)), *(each.id for each in register.records(ACTIONS))]


def test_whatever_fails_it_is_the_old_register_or_the_new(tmp_path: Path) -> None:
    """Every call of the system that fails, in every way, leaves one of the two; and what is said is true."""
    held: dict[str, Any] = {}

    def fresh() -> Callable[[], object]:
        held["root"] = ground(tmp_path / f"r{len(list(tmp_path.iterdir()))}")
        held["drafts"] = [
            draft(load(held["root"]).register, kind, CITY, values, by="A", now=NOW)
            for kind, values in ((NOTES, {"text": "rang", "date": DAY}), (ACTIONS, {"title": "Days"}))
        ]
        return lambda: keep(held["root"], held["drafts"])

    outcomes = 0
    for outcome in every_fault(disk, fresh):
        outcomes += 1
        loaded = load(held["root"])
        expected = [each.record.id for each in held["drafts"]]
        found = kept(loaded.register)
        assert found in ([], expected[:1], expected)
        assert [] == [each for each in loaded.problems if each.code != "leftover"]
        if outcome.raised is None:
            assert expected == found
        elif isinstance(outcome.raised, DiskError):
            nothing, unknown = outcome.raised.state.startswith(NOTHING), outcome.raised.state.startswith(UNKNOWN)
            before = "1 of 2 files were recorded before" in outcome.raised.state
            assert (True, len(found)) == (nothing or unknown, int(before) + int(unknown and len(found) > int(before)))
        else:
            assert isinstance(outcome.raised, KeyboardInterrupt | Killed)
        again = keep(held["root"], held["drafts"])
        assert (tuple(each.path for each in held["drafts"]), expected) == (
            again.paths,
            kept(load(held["root"]).register),
        )
    assert outcomes > 100


WRITER = """
import datetime, sys
from pathlib import Path
from pledgekit.model.kinds import ACTIONS
from pledgekit.recording import draft, keep
from pledgekit.store import load

root, number, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
register = load(root).register
now = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)
for _ in range(times):
    made = draft(register, ACTIONS, "oslo-no", {"title": "Dialogue days"}, by="same", now=now)
    print(*keep(root, [made]).paths, flush=True)
"""


def test_many_people_record_at_once(root: Path) -> None:
    """Eight programs, the same title, the same moment: all that was acknowledged is kept, and readers never stumble."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, f"{root}", f"{number}", "250"], stdout=subprocess.PIPE, text=True
        )
        for number in range(8)
    ]
    seen, wrong = [0], []
    while any(each.poll() is None for each in writers):
        loaded = load(root)
        wrong += [each for each in loaded.problems if each.code != "leftover"]
        seen.append(len(list(loaded.register.records(ACTIONS))))
    acknowledged = [path for each in writers for path in each.communicate()[0].split()]
    loaded = load(root)
    files = [each.origin.file for each in loaded.register.records(ACTIONS) if each.origin]
    assert [0] * 8 == [each.returncode for each in writers]
    assert (2000, 2000, sorted(acknowledged)) == (len(acknowledged), len(set(acknowledged)), sorted(files))
    assert ([], (), sorted(seen)) == (wrong, loaded.problems, seen)
    assert [] == [each.name for each in root.rglob(f"{TEMPORARY}*")]


def test_every_kind_can_be_drafted() -> None:
    """No kind of record has to be written by hand."""
    held = [
        made("rounds", "r0", period="2023"),
        placed(made("actions", "deed")),
        placed(made("assessments", "judged", completion="limited")),
        made("events", "berlin"),
    ]
    owners = {"commitments": CITY, "declarations": DECLARED, "both": CITY}
    needed: dict[str, dict[str, Any]] = {
        "reviews": {"seen": [{"record": f"{CITY}/deed", "content": "sha256:0"}]},
        "retractions": {"record": f"{CITY}/deed"},
        "updates": {"completion": "limited"},
        "assessments": {"completion": "limited"},
        "endorsements": {"sources": [{"title": "list"}]},
        "officials": {"sources": [{"title": "list"}]},
        "rounds": {"period": "2030"},
        "requests": {"period": "2023"},
    }
    for kind in KINDS.values():
        if kind.single:
            continue
        values = {
            key: each for key, each in plain(made(kind.table, **needed.get(kind.table, {}))).items() if key != "id"
        }
        drafted = new(kind, values, *held, owner=owners[kind.home])
        assert kind.cls is type(drafted.record)
