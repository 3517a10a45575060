"""The recording commands: each writes one new file, shows it on stderr and prints its path alone on stdout."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.cli import console
from pledgekit.model.kinds import KINDS
from pledgekit.store import load
from tests.cli.small import make

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from pledgekit.register import Loaded
    from tests.cli.small import Program, Ran


def recorded(program: Program, *arguments: str) -> tuple[dict[str, Any], Ran]:
    """Run a command that must record; give the one record of the file it names, and what it said."""
    before = program.files()
    ran = program(*arguments)
    assert 0 == ran.code, ran.err
    path = ran.out.removesuffix("\n")
    after = program.files()
    assert {**before, path: after[path]} == after
    (held,) = tomllib.loads(after[path].decode()).values()
    assert after[path].decode().strip() in ran.err
    record = held[0] if isinstance(held, list) else held
    assert "Tester" == record["recorded_by"]
    return record, ran


def refused(program: Program, code: int, *arguments: str) -> str:
    """Run a command that must not record; give the one line it says."""
    before = program.files()
    ran = program(*arguments)
    assert (code, "") == (ran.code, ran.out)
    assert before == program.files()
    assert ran.err.startswith("pledgekit: ")
    assert 1 == ran.err.count("\n")
    return ran.err


def test_record(program: Program) -> None:
    """An action is written as it was told: names resolved, dates as dates, evidence split at the first space."""
    record, _ = recorded(
        program, "record", "Oslo", "--title", "T", "--commitment", "c1", "--date", "2024-06-30", "--kind", "plan",
        "--status", "closed", "--told-by", "press", "--summary", "S", "--evidence", "https://example.org/x A title",
        "--evidence", "a letter of May", "--source", "https://example.org/y", "--inspired-by", "munich-de/plan",
        "--visibility", "public", "--remark", "R", "--note", "N", "--described", "2024-08",
    )  # fmt: skip
    import datetime

    expected = {
        "title": "T",
        "commitments": ["d-2020/c1"],
        "date": datetime.date(2024, 6, 30),
        "described": "2024-08",
        "kind": "plan",
        "status": "closed",
        "told_by": "press",
        "summary": "S",
        "inspired_by": ["munich-de/plan"],
        "visibility": "public",
        "remark": "R",
        "note": "N",
        "evidence": [
            {"title": "A title", "url": "https://example.org/x"},
            {"title": "a letter of May"},
            {"url": "https://example.org/y"},
        ],
    }
    assert expected == {key: value for key, value in record.items() if key in expected}
    record, _ = recorded(program, "record", "Oslo", "--title", "U", "--start", "2024", "--end", "2024-07")
    assert ("2024", "2024-07") == (record["start"], record["end"])


def test_a_day_and_a_span_exclude_each_other(program: Program) -> None:
    """A correction that would leave both is refused, with what takes the other away; so is a new record with both."""
    said = refused(program, 1, "correct", "oslo-no/days", "start=2023-06", "end=2023-07")
    assert '"date" (2023-06-15) and "start" (2023-06) and "end" (2023-07) exclude each other' in said
    assert "give also date=\n" in said
    record, _ = recorded(program, "correct", "oslo-no/days", "start=2023-06", "end=2023-07", "date=")
    assert ("2023-06", "2023-07", False) == (record["start"], record["end"], "date" in record)
    assert "give also start= end=\n" in refused(program, 1, "correct", "oslo-no/days", "date=2023-06-15")
    assert "give also end=\n" in refused(program, 1, "correct", "oslo-no/days", "date=2023-06-15", "start=")
    both = ("date=2023-06-15", "start=2023")
    assert "keep `date`, or" in refused(program, 1, "correct", "oslo-no/days", *both, "end=")
    assert "keep `date`, or" in refused(program, 1, "record", "Oslo", "--title", "T", "--date", "2024", "--end", "2025")
    assert 1 == program("correct", "oslo-no/days", "--visibility", "internal").code


def test_record_by_exact_id_reads_no_other_city(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the city's id only its folder and the declarations are read."""
    asked: list[object] = []

    def watched(root: Path, *, owners: Collection[str] | None = None) -> Loaded:
        asked.append(owners)
        return load(root, owners=owners)

    monkeypatch.setattr("pledgekit.store.load", watched)
    recorded(program, "record", "oslo-no", "--title", "T")
    recorded(program, "record", "oslo-no", "--title", "U", "--inspired-by", "munich-de/plan")
    recorded(program, "record", "Oslo", "--title", "V")
    assert [{"oslo-no", "d-2020"}, {"oslo-no", "munich-de", "d-2020"}, None] == asked


def test_some_owners_alone(program: Program) -> None:
    """Owners that are asked for are read from both homes; a home that is not there holds none of them."""
    import shutil

    loaded = load(program.root, owners={"d-2020", "oslo-no", "nobody"})
    assert (("d-2020", "oslo-no"), 3, False) == (loaded.register.owners(), loaded.files, loaded.register.complete)
    shutil.rmtree(program.root / "commitments")
    assert ("d-2020",) == load(program.root, owners={"d-2020", "oslo-no"}).register.owners()


def test_a_dry_run_writes_nothing(program: Program) -> None:
    """--dry-run shows the record and prints no path."""
    before = program.files()
    ran = program("record", "oslo-no", "--title", "T", "--dry-run")
    assert (0, "") == (ran.code, ran.out)
    assert 'title = "T"' in ran.err
    assert "nothing was written" in ran.err
    assert before == program.files()


def test_a_likely_duplicate_is_warned_of(program: Program) -> None:
    """A close title of the same city is named; the record is written all the same."""
    _, ran = recorded(program, "record", "oslo-no", "--title", "Days of Dialogue")
    assert "likely on record already: oslo-no/days" in ran.err


def test_endorse_and_leave(program: Program) -> None:
    """Endorsing and leaving are records; one that public counts will lack is said so."""
    record, ran = recorded(
        program, "endorse", "bergen-no", "Declaration of 2020", "--act", "adopted", "--date", "2024", "--official", "O",
        "--office", "Mayor", "--listed-as", "Bergen", "--source", "https://example.org", "--source", "a letter",
    )  # fmt: skip
    expected = ["adopted", "2024", "O", "Mayor", "Bergen", [{"url": "https://example.org"}, {"title": "a letter"}]]
    assert expected == [record[key] for key in ("act", "date", "official", "office", "listed_as", "sources")]
    assert "not appear in public" not in ran.err
    _, ran = recorded(program, "endorse", "oslo-no", "d-2020", "--act", "reaffirmed", "--visibility", "network")
    assert "not appear in public" in ran.err
    early = program("leave", "oslo-no", "d-2020", "--date", "2019-01-01", "--dry-run")
    assert "it ended 2019-01-01, and began" in early.err
    record, _ = recorded(program, "leave", "oslo-no", "d-2020", "--date", "2025-01", "--reason", "council vote")
    again = program("leave", "oslo-no", "d-2020", "--date", "2025-02", "--dry-run")
    assert 'says "ended" of d-2020 as well' in again.err
    assert ["ended", "council vote"] == [record["act"], record["reason"]]


def test_an_endorsement_of_a_hidden_city_does_not_appear_either(program: Program) -> None:
    """The city's own visibility hides its endorsements."""
    recorded(program, "correct", "bergen-no", "--visibility", "network")
    _, ran = recorded(program, "endorse", "bergen-no", "d-2020", "--act", "signed")
    assert "not appear in public" in ran.err


def test_add(program: Program) -> None:
    """Any kind is added key by key; values are read as the key's field asks."""
    record, _ = recorded(program, "add", "official", "oslo", "name=B", "office=Mayor", "seen=2024", "--remark", "R")
    assert ["B", "2024", "R"] == [record["name"], record["seen"], record["remark"]]
    record, _ = recorded(program, "add", "rounds", "d-2020", "period=2025", "due=2026-01-31")
    assert "2025" == record["period"]
    record, _ = recorded(
        program, "add", "finding", "d-2020", "text=The finding", "year=2024", "number=1", "examples=oslo-no/days"
    )
    assert [2024, 1, ["oslo-no/days"]] == [record["year"], record["number"], record["examples"]]
    record, _ = recorded(program, "add", "note", "d-2020", 'text="rang; 3"', "date=2025-05-01")
    assert "rang; 3" == record["text"]
    record, _ = recorded(
        program, "add", "published", "d-2020", "figure=signatories", "value=4", "as_of=2024", 'sources={ title = "x" }'
    )
    assert [4, [{"title": "x"}]] == [record["value"], record["sources"]]
    record, _ = recorded(
        program, "add", "event", "d-2020", "title=true", "start=2024", 'cities=["oslo-no"]', "hosts=A", "place="
    )
    assert ["true", ["oslo-no"], ["A"], False] == [
        record["title"],
        record["cities"],
        record["hosts"],
        "place" in record,
    ]


def test_correct_keeps_what_is_not_named(program: Program) -> None:
    """A correction is the next revision; an empty value takes a key away."""
    record, _ = recorded(program, "correct", "oslo-no/days", "title=New", "status=", "--note", "why")
    assert [2, "New", "why", False] == [record["revision"], record["title"], record["note"], "status" in record]
    record, _ = recorded(program, "correct", "oslo", 'local_names={ no = "Oslo" }', "--source", "a letter")
    assert [{"no": "Oslo"}, [{"title": "a letter"}]] == [record["local_names"], record["sources"]]
    record, _ = recorded(program, "correct", "d-2020", "assessed=true")
    assert record["assessed"] is True


def test_release(program: Program) -> None:
    """Opening a record is a revision of it."""
    record, _ = recorded(program, "release", "munich-de/plan", "--to", "public", "--note", "asked")
    assert ["public", 2, "asked"] == [record["visibility"], record["revision"], record["note"]]
    record, _ = recorded(program, "release", "munich-de/plan", "--to", "network")
    assert "network" == record["visibility"]


def test_retract(program: Program) -> None:
    """Taking back is a record; of an endorsement it is said that it may rather have ended."""
    record, ran = recorded(
        program, "retract", "oslo-no/days", "--reason", "duplicate", "--in-favour-of", "munich-de/plan", "--text", "W"
    )
    expected = ["oslo-no/days", "duplicate", "munich-de/plan", "W"]
    assert expected == [record[key] for key in ("record", "reason", "in_favour_of", "text")]
    assert "pledgekit leave" not in ran.err
    _, ran = recorded(program, "retract", "oslo-no/d-2020-signed", "--reason", "error")
    assert "pledgekit leave oslo-no" in ran.err
    _, ran = recorded(program, "retract", "munich-de/d-2020-endorsed", "--reason", "error", "--yes")
    assert "pledgekit leave" not in ran.err


def test_retracting_an_endorsement_asks_first(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal: was it never true? If it was, nothing is written."""
    monkeypatch.setattr("pledgekit.cli.retract.can_ask", lambda: True)
    monkeypatch.setattr("pledgekit.cli.retract.confirm", lambda _: False)
    before = program.files()
    ran = program("retract", "oslo-no/d-2020-signed", "--reason", "error")
    assert (1, "", before) == (ran.code, ran.out, program.files())
    assert "pledgekit leave oslo-no" in ran.err
    monkeypatch.setattr("pledgekit.cli.retract.confirm", lambda _: True)
    recorded(program, "retract", "oslo-no/d-2020-signed", "--reason", "error")


def test_new(program: Program) -> None:
    """An owner is its folder and its first file."""
    record, ran = recorded(
        program,
        "new",
        "city",
        "bonn-de",
        "--name",
        "Bonn",
        "--kind",
        "city",
        "--country",
        "DE",
        "--alias",
        "Beethoven's",
    )
    assert ["commitments/bonn-de/city.toml\n", "Bonn"] == [ran.out, record["name"]]
    _, ran = recorded(program, "new", "city", "a-net", "--name", "A Network", "--kind", "network", "--language", "en")
    assert "commitments/a-net/city.toml\n" == ran.out
    record, ran = recorded(
        program, "new", "declaration", "e-2021", "--title", "E", "--adopted", "2021-05-01", "--short-title", "S"
    )
    assert "declarations/e-2021/declaration.toml\n" == ran.out
    assert 0 == program("check").code


@pytest.mark.parametrize(
    ("code", "said", "arguments"),
    [
        (2, "--title is missing", ["record", "oslo-no"]),
        (2, "--act is missing: one of announced, signed", ["endorse", "oslo-no", "d-2020"]),
        (2, "--reason is missing: one of error", ["retract", "oslo-no/days"]),
        (2, "--to is missing: one of public", ["release", "oslo-no/days"]),
        (2, "--adopted is missing", ["new", "declaration", "e-2021", "--title", "E"]),
        (2, "--country is missing", ["new", "city", "x-no", "--name", "X", "--kind", "city"]),
        (2, "nearest: signed", ["endorse", "oslo-no", "d-2020", "--act", "sigend"]),
        (2, "is not one of", ["record", "oslo-no", "--title", "T", "--visibility", "secret"]),
        (2, "words such as spring 2023", ["record", "oslo-no", "--title", "T", "--date", "some day"]),
        (2, "Missing argument", ["record"]),
        (2, "No such option", ["record", "oslo-no", "--titel", "T"]),
        (2, "is not key=value", ["add", "official", "oslo-no", "name"]),
        (2, "is not key=value", ["add", "official", "oslo-no", "=name"]),
        (2, "given twice", ["add", "official", "oslo-no", "name=A", "name=B"]),
        (2, "nearest: official", ["add", "oficial", "oslo-no", "name=A"]),
        (2, "is no kind of record", ["add", "xyzzy", "oslo-no", "name=A"]),
        (2, "is not an id", ["new", "city", "../x", "--name", "X", "--kind", "city", "--country", "NO"]),
        (2, "nothing of", ["correct", "oslo-no/days"]),
        (2, "has its [city] already", ["add", "city", "oslo-no", "name=A"]),
        (1, "did you mean oslo-no", ["record", "osloo", "--title", "T"]),
        (1, "is no city", ["record", "d-2020", "--title", "T"]),
        (1, "is no city", ["record", "../../etc", "--title", "T"]),
        (1, "did you mean d-2020/c1", ["record", "oslo-no", "--title", "T", "--commitment", "d-2020/c11"]),
        (1, "did you mean d-2020", ["endorse", "oslo-no", "d-202", "--act", "signed"]),
        (1, "is no record", ["correct", "oslo-no/nothing", "title=X"]),
        (1, "is no record", ["retract", "oslo-no/nothing", "--reason", "error"]),
        (1, "exists already", ["new", "city", "oslo-no", "--name", "X", "--kind", "city", "--country", "NO"]),
        (2, "is not a country code", ["new", "city", "x-yy", "--name", "X", "--kind", "city", "--country", "YY"]),
        (2, '"nmae" is not a key', ["add", "official", "oslo-no", "nmae=A", "name=A", "office=M", "seen=2023"]),
        (2, "words such as spring 2023", ["add", "official", "oslo-no", "name=A", "office=M", "seen=soon"]),
        (1, "did you mean d-2020/meeting", ["add", "step", "d-2020", "event=meting", "text=T"]),
        (1, "did you mean oslo-no", ["add", "event", "d-2020", "title=T", "start=2024", "cities=osloo"]),
        (2, "whole number", ["add", "finding", "d-2020", "text=T", "year=soon"]),
        (2, "true or false", ["correct", "d-2020", "assessed=1"]),
        (2, "give --date", ["leave", "oslo-no", "d-2020"]),
        (2, "give --yes", ["retract", "oslo-no", "--reason", "error"]),
        (2, "--name is missing; --kind is missing: one of city", ["new", "city", "x-no"]),
        (2, "--title is missing; --adopted is missing", ["new", "declaration", "e-2021"]),
        (2, "did you mean DE (Germany)?", ["new", "city", "x-de", "--country", "Deutschland"]),
        (2, "such as NL", ["new", "city", "x-zz", "--country", "ZZ"]),
        (2, "too long; use at most 80", ["new", "city", "a" * 101, "--name", "X", "--kind", "network"]),
        (2, "Windows keeps the name con", ["new", "city", "con", "--name", "X", "--kind", "network"]),
        (2, "Windows keeps the name aux", ["add", "action", "oslo-no", "id=aux", "title=T"]),
        (2, "use one of: city, press", ["correct", "oslo-no/days", "told_by=cty"]),
        (2, "name= is missing; office= is missing\n", ["add", "official", "oslo-no", "seen=2024"]),
        (2, "id cannot be changed", ["correct", "oslo-no/days", "id=other"]),
        (2, "revision cannot be changed", ["correct", "oslo-no/days", "revision=7"]),
        (2, "is public already", ["release", "oslo-no/days", "--to", "public"]),
        (2, "is network already", ["release", "munich-de/plan", "--to", "network"]),
        (1, "retract it for privacy or safety", ["release", "oslo-no/days", "--to", "internal"]),
        (2, "there is no such day", ["record", "oslo-no", "--title", "T", "--date", "2025-02-30"]),
        (1, "is taken", ["add", "action", "oslo-no", "id=days", "title=T"]),
    ],
)
def test_what_cannot_be_recorded(program: Program, code: int, said: str, arguments: list[str]) -> None:
    """Bad words are one clear line and the right exit code; nothing is written."""
    assert said in refused(program, code, *arguments)


def test_an_owner_without_a_record_of_its_own_cannot_be_corrected(program: Program) -> None:
    """A folder that holds records but no [city] has nothing to correct."""
    make(program.root, commitments__lost_no__x='[[notes]]\nid = "n"\ntext = "t"\ndate = 2024-01-01\n')
    assert "is not on record" in refused(program, 1, "correct", "lost-no", "name=Lost")


def test_recording_goes_on_when_errors_stand(program: Program) -> None:
    """An error elsewhere is warned of once, and does not keep a record from being written."""
    make(program.root, commitments__oslo_no__bad="x = [")
    _, ran = recorded(program, "record", "oslo-no", "--title", "T")
    assert 1 == ran.err.count("1 error stands")


def test_what_is_not_confirmed_on_disk_is_said(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the folder cannot be flushed the record is there, and the doubt is told."""
    monkeypatch.setattr("pledgekit.disk.adding.flush", lambda _: False)
    _, ran = recorded(program, "record", "oslo-no", "--title", "T")
    assert "not yet confirmed on disk" in ran.err


def test_without_a_known_user_nobody_is_named(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """--recorded-by goes first; when nothing tells who records, the key is left out."""
    record, _ = program("record", "oslo-no", "--title", "T", "--recorded-by", "Someone"), None
    assert 'recorded_by = "Someone"' in record.err
    for name in ("PLEDGEKIT_USER", "LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", f"{program.root / 'none'}")
    assert "recorded_by" not in program("record", "oslo-no", "--title", "U").err


def test_a_missing_value_is_asked_for_on_a_terminal(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the words are listed, and asked for again until one of them comes."""
    answers = iter(["sigend", "signed", "A title"])
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    record, ran = recorded(program, "endorse", "bergen-no", "d-2020")
    assert "signed" == record["act"]
    assert "one of: announced, signed" in ran.err
    record, _ = recorded(program, "record", "bergen-no")
    assert "A title" == record["title"]


def test_dates_in_words(program: Program) -> None:
    """Words become the time they stand for, and are kept beside it; in options and in key=value alike."""
    record, _ = recorded(program, "record", "oslo-no", "--title", "T", "--start", "spring 2023", "--end", "May 2024")
    assert ("2023-03/2023-05", "spring 2023", "2024-05") == (record["start"], record["start_text"], record["end"])
    assert "end_text" not in record
    words = ("title=T", "start=mid-2024", "state=planned")
    record, _ = recorded(program, "add", "event", "d-2020", *words)
    assert ("2024-05/2024-08", "mid-2024") == (record["start"], record["start_text"])
    later, _ = recorded(program, "correct", f"d-2020/{record['id']}", "start=2024-06")
    assert ("2024-06", False) == (later["start"], "start_text" in later)
    own, _ = recorded(program, "add", "event", "d-2020", "title=U", "start=Q2 2024", "start_text=in the second quarter")
    assert ("2024-04/2024-06", "in the second quarter") == (own["start"], own["start_text"])


@pytest.mark.parametrize(
    ("kind", "owner", "values", "expected"),
    [
        ("official", "Oslo", ["name=A", "office=Mayor", "seen=2024"], {"seen": "2024"}),
        ("contact", "Oslo", ["name=A", "phone=+47 1"], {"phone": "+47 1"}),
        ("profile", "Oslo", ["question=Q", "text=T", "year=2024"], {"year": 2024}),
        ("finding", "d-2020", ["text=T", "event=A meeting", "examples=oslo-no/days"],
         {"event": "d-2020/meeting", "examples": ["oslo-no/days"]}),
        ("step", "d-2020", ["event=meeting", "text=T", "due=2024-09"], {"event": "d-2020/meeting", "due": "2024-09"}),
        ("selection", "d-2020", ["period=2024", "commitment=Speak out", "actions=days"],
         {"period": "2024", "commitment": "d-2020/c1", "actions": ["oslo-no/days"]}),
        ("published", "d-2020", ["figure=signatories", "value=40", "as_of=2022-11", "sources={ title = 'T' }"],
         {"value": 40, "sources": [{"title": "T"}]}),
        ("commitment", "d-2020", ["title=T", "wording=provisional"], {"wording": "provisional"}),
        ("round", "d-2020", ["period=2025", "due=2026-01-31"], {"period": "2025"}),
        ("event", "d-2020", ["title=T", "start=2024", 'cities=["Munich", "oslo-no"]'],
         {"cities": ["munich-de", "oslo-no"]}),
        ("retraction", "Oslo", ["record=oslo-no/days", "reason=other"], {"record": "oslo-no/days"}),
        ("endorsement", "Bergen", ["declaration=Declaration of 2020", "act=signed"], {"declaration": "d-2020"}),
    ],
)  # fmt: skip
def test_add_any_kind(program: Program, kind: str, owner: str, values: list[str], expected: dict[str, object]) -> None:
    """Each kind can be added by its keys; what refs name may be given by name or by id alone."""
    record, _ = recorded(program, "add", kind, owner, *values)
    assert expected == {key: record[key] for key in expected}


def test_an_act_before_the_declaration_is_warned_of(program: Program) -> None:
    """Nobody endorses what is not there yet; it is recorded all the same."""
    _, ran = recorded(program, "endorse", "bergen-no", "d-2020", "--act", "signed", "--date", "2019")
    assert "2019 lies before d-2020 was adopted (2020-05-01)" in ran.err


def test_what_lies_in_the_future_does_not_count_yet(program: Program) -> None:
    """It is recorded, with a word; an event may well be planned."""
    _, ran = recorded(program, "record", "oslo-no", "--title", "T", "--date", "2099-01-01")
    assert "2099-01-01 lies in the future" in ran.err
    _, ran = recorded(program, "add", "event", "d-2020", "title=T", "start=2099-01-01")
    assert "lies in the future" not in ran.err


def test_leaving_without_a_date(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked for where the endorsement has one, until it can be read; it may be left out where none has."""
    recorded(program, "endorse", "bergen-no", "d-2020", "--act", "signed")
    record, _ = recorded(program, "leave", "bergen-no", "d-2020")
    assert "date" not in record
    answers = iter(["soon", "2025-02-30", "2025-03"])
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("pledgekit.cli.leave.can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    record, ran = recorded(program, "leave", "oslo-no", "d-2020")
    assert "2025-03" == record["date"]
    assert "there is no such day" in ran.err


def test_a_city_is_retracted_and_comes_back(program: Program) -> None:
    """What stands in the way is told with the way out; staff sees the retraction, and what was retracted."""
    record, _ = recorded(program, "retract", "oslo-no", "--reason", "error", "--yes")
    ref = f"oslo-no/{record['id']}"
    assert ref in program("list", "retractions").out
    assert ref not in program("--audience", "network", "list", "retractions").out
    assert f"by {ref}" in program("show", "oslo-no/days").out
    assert '"retraction": {' in program("show", "oslo-no/days", "--json").out
    assert "is retracted already" in refused(program, 1, "retract", "oslo-no", "--reason", "error", "--yes")
    for words in (
        ["new", "city", "oslo-no", "--name", "Oslo", "--kind", "city", "--country", "no"],
        ["correct", "oslo-no", "name=O"],
        ["record", "oslo-no", "--title", "T"],
    ):
        assert f"pledgekit retract {ref} --reason error" in refused(program, 1, *words)
    recorded(program, "retract", ref, "--reason", "error")
    assert "Days of dialogue" in program("list", "actions").out
    recorded(program, "correct", "oslo-no", "name=O")


def test_retracting_a_city_asks_first(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the number of records that it hides is told."""
    asked: list[str] = []
    monkeypatch.setattr("pledgekit.cli.retract.can_ask", lambda: True)
    monkeypatch.setattr("pledgekit.cli.retract.confirm", asked.append)
    before = program.files()
    assert (1, before) == (program("retract", "munich-de", "--reason", "error").code, program.files())
    assert ["This hides munich-de and all 4 records it holds. Retract it?"] == asked
    answers: Iterator[UnicodeDecodeError | bool] = iter(
        [UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), True]
    )

    def confirm(*_: object, **__: object) -> bool:
        answer = next(answers)
        if isinstance(answer, UnicodeDecodeError):
            raise answer
        return answer

    monkeypatch.setattr("pledgekit.cli.retract.confirm", console.confirm)
    monkeypatch.setattr("typer.confirm", confirm)
    _, ran = recorded(program, "retract", "munich-de", "--reason", "error")
    assert 1 == ran.err.count("please type it again")


def test_a_contact_is_never_released(program: Program) -> None:
    """Whoever asks: contacts are internal."""
    record, _ = recorded(program, "add", "contact", "oslo-no", "name=A")
    assert "contacts are internal" in refused(program, 2, "release", f"oslo-no/{record['id']}", "--to", "public")


def test_sources_are_words_or_an_address_with_its_title(program: Program) -> None:
    """--source, source keys and evidence keys read "URL TITLE" alike."""
    both = "https://example.org/x A title"
    record, _ = recorded(program, "correct", "oslo-no/days", f"evidence={both}", "--source", both)
    expected = [{"title": "A title", "url": "https://example.org/x"}]
    assert [expected, expected] == [record["evidence"], record["sources"]]


def test_what_add_needs_is_asked_for(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty answers, arrows and bytes that are no text are answered with a word, and the question comes again."""
    answers = iter(["", "\x1b[A", None, "B", "Mayor"])

    def prompt(*_: object, **__: object) -> str:
        answer = next(answers)
        if answer is None:
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
        return answer

    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    record, ran = recorded(program, "add", "official", "oslo-no", "seen=2024")
    assert ["B", "Mayor"] == [record["name"], record["office"]]
    assert [1, 2] == [ran.err.count("this is needed"), ran.err.count("please type it again")]


# What is missing without a terminal, of each kind that `add` takes; and answers that make one.
MISSING = {
    "commitment": ("title= wording=", ["T", "official", "Words."]),
    "round": ("period= due=", ["2031", "2032-01-31"]),
    "event": ("title= start=", ["T", "spring 2023"]),
    "finding": ("text=", ["T"]),
    "step": ("event= text=", ["meeting", "T"]),
    "selection": ("period= commitment= actions=", ["2024", "c1", "days"]),
    "published": ("figure= value= as_of= sources=", ["signatories", "4", "2024", "A page"]),
    "official": ("name= office= seen=", ["A", "Mayor", "2024"]),
    "contact": ("name=", ["A"]),
    "profile": ("question= text=", ["Q", "T"]),
    "endorsement": ("declaration= act=", ["d-2020", "reaffirmed"]),
    "action": ("title=", ["T"]),
    "update": ("commitment= period= completion=", ["c2", "2024", "nothing-new"]),
    "assessment": (
        "commitment= period= evidence_level= assessor= date= completion=",
        ["c2", "2024", "documented", "A", "2025", "limited"],
    ),
    "request": ("declaration= period= act= date=", ["d-2020", "2024", "extended", "2025", "2025-03"]),
    "note": ("text= date=", ["T", "2025"]),
    "retraction": ("record= reason=", ["oslo-no/days", "error"]),
}
OF_DECLARATIONS = {"commitment", "round", "event", "finding", "step", "selection", "published"}


def test_every_kind_is_looked_at() -> None:
    """A city and a declaration are made by `new`; a review is made of records, a reply has its assessment."""
    others = {"city", "declaration", "review", "reply"}
    assert {each.singular for each in KINDS.values()} == {*MISSING, *others}


@pytest.mark.parametrize("kind", MISSING)
def test_add_asks_for_all_that_a_kind_needs(program: Program, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Without a terminal all of it is named at once; with one it is asked for, and a record comes of it."""
    keys, answers = MISSING[kind]
    owner = "d-2020" if kind in OF_DECLARATIONS else "oslo-no"
    said = refused(program, 2, "add", kind, owner)
    assert keys.split() == [each for each in said.replace(":", "").split() if f"{each} is missing" in said]
    rest = iter(answers)
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(rest))
    recorded(program, "add", kind, owner)
    assert [] == list(rest)


def test_what_only_some_records_need(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """An assessment of nothing has no level, who was in office from some day need not be seen on another."""
    said = refused(program, 2, "add", "assessment", "Oslo", "evidence_level=none")
    assert "completion=" not in said
    assert "completion= is missing: one of not-started" in refused(program, 2, "add", "assessment", "Oslo")
    assert "seen=" not in refused(program, 2, "add", "official", "Oslo", "from=2020")
    assert "seen= is missing (or from=)" in refused(program, 2, "add", "official", "Oslo")
    assert "due=" not in refused(program, 2, "add", "request", "Oslo", "act=asked")
    assert "due= is missing" in refused(program, 2, "add", "request", "Oslo", "act=extended")
    assert "pledgekit review REF" in refused(program, 2, "add", "review", "Oslo")
    assert "make it: pledgekit new city x-no" in refused(program, 2, "add", "city", "x-no")
    wrong = refused(program, 2, "add", "official", "Oslo", "seen=2024", "nmae=A")
    assert '"nmae" is not a key' in wrong
    answers = iter(["A", "Mayor", "2025-02-30", "2025-02"])
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    record, ran = recorded(program, "add", "official", "oslo-no")
    assert "2025-02" == record["seen"]
    assert "calendar" in ran.err or "no such day" in ran.err


def test_an_answer_that_a_key_does_not_take_is_asked_for_again(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ref that leads nowhere, a number that is none: told at once, not when all was typed."""
    answers = iter(["signatories", "many", "4", "2024", "S"])
    monkeypatch.setattr(console, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    record, ran = recorded(program, "add", "published", "d-2020")
    assert 4 == record["value"]
    assert "whole number" in ran.err
    answers = iter(["nowhere", "meeting", "T"])
    record, ran = recorded(program, "add", "step", "d-2020")
    assert "d-2020/meeting" == record["event"]


def test_what_is_dated_in_the_future_is_said_once(program: Program) -> None:
    """Whatever key it stands in, where `check` would tell of it."""
    _, ran = recorded(program, "add", "official", "oslo-no", "name=A", "office=M", "from=2020", "seen=2030")
    assert "2030 lies in the future" in ran.err
    for words in (
        ("assess", "oslo-no", "c1", "--evidence-level", "none", "--assessor", "A"),
        ("endorse", "bergen-no", "d-2020", "--act", "signed"),
        ("note", "oslo-no", "T"),
    ):
        assert 1 == recorded(program, *words, "--date", "2030")[1].err.count("2030 lies in the future")
