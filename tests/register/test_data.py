"""The shipped register says what its sources say: counted here from the bare TOML, without the library.

`expected.json` was written by hand from the sources. A test that reads through the library would share its mistakes.
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
IN_FORCE = {"signed", "endorsed", "adopted", "reaffirmed"}
WHEN = ("date", "start", "end")

Rows = list[tuple[str, dict[str, Any]]]


def rows(home: str, table: str) -> Rows:
    """Give every record of a table with its owner, as it stands in the files."""
    found: Rows = []
    for path in sorted((ROOT / home).rglob("*.toml")):
        value = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
        records = value if isinstance(value, list) else [value]
        found += [(path.relative_to(ROOT).parts[1], record) for record in records]
    return found


def endorsers(declaration: str) -> set[str]:
    """Name the owners with an act in force for a declaration."""
    return {
        owner
        for owner, record in rows("commitments", "endorsements")
        if record["declaration"] == declaration and record["act"] in IN_FORCE
    }


def refs(found: Rows) -> list[str]:
    """Spell each record as owner/id, sorted."""
    return sorted(f"{owner}/{record['id']}" for owner, record in found)


def deeds() -> Rows:
    """Give the actions that are more than a statement."""
    return [row for row in rows("commitments", "actions") if row[1].get("kind") != "statement"]


def test_every_owner_has_one_folder_named_by_its_id() -> None:
    """A city or declaration is found by the name of its folder, and there are as many as the sources name."""
    cities, declarations = rows("commitments", "city"), rows("declarations", "declaration")
    assert EXPECTED["owners"] == {"cities": len(cities), "declarations": len(declarations)}
    assert [owner for owner, _ in cities + declarations] == [record["id"] for _, record in cities + declarations]


@pytest.mark.parametrize("declaration", EXPECTED["signatories"])
def test_each_declaration_has_the_signatories_that_a_source_names(declaration: str) -> None:
    """Nobody is a signatory without a source: an announcement alone makes none."""
    assert EXPECTED["signatories"][declaration] == len(endorsers(declaration))


def test_an_announcement_stays_an_announcement() -> None:
    """Who only announced is kept apart from who signed."""
    announced = [owner for owner, record in rows("commitments", "endorsements") if record["act"] == "announced"]
    assert EXPECTED["announced_only"] == announced


def test_the_hague_endorsers_are_those_of_the_published_list() -> None:
    """Each entry of the network's list is here, once and as it is spelt there."""
    listed = [
        record["listed_as"]
        for _, record in rows("commitments", "endorsements")
        if record["declaration"] == "hague-2022"
    ]
    assert sorted(EXPECTED["hague_listed_as"]) == sorted(listed)


def test_the_hague_endorsers_lie_in_the_countries_of_the_list() -> None:
    """The countries are those that the list prints."""
    named = endorsers("hague-2022")
    countries = Counter(record["country"] for owner, record in rows("commitments", "city") if owner in named)
    assert EXPECTED["hague_countries"] == countries


def test_us_endorsers_carry_the_state_of_the_list() -> None:
    """The list gives a state for each city of the United States, and for no other."""
    named = endorsers("hague-2022")
    states = {
        record["name"]: record["subdivision"]
        for owner, record in rows("commitments", "city")
        if owner in named and "subdivision" in record
    }
    assert EXPECTED["us_subdivisions"] == states


def test_only_the_two_who_signed_have_a_day_and_an_official() -> None:
    """The list gives no dates and no names, so neither do the endorsements that rest on it."""
    of_the_hague = [row for row in rows("commitments", "endorsements") if row[1]["declaration"] == "hague-2022"]
    signed = {owner: (record["date"], record["official"]) for owner, record in of_the_hague if "date" in record}
    day = datetime.date(2022, 11, 16)
    assert signed == {"columbus-oh-us": (day, "Andrew Ginther"), "the-hague-nl": (day, "Jan van Zanen")}
    assert EXPECTED["hague_signed"] == sorted(owner for owner, record in of_the_hague if record["act"] == "signed")
    assert EXPECTED["hague_undated"] == len(of_the_hague) - len(signed)


def test_commitments_are_counted_and_none_passes_for_official() -> None:
    """No source gives a whole clause: nothing is numbered, nothing has a text, nothing claims official wording."""
    commitments = rows("declarations", "commitments")
    assert EXPECTED["commitments"] == Counter(owner for owner, _ in commitments)
    assert EXPECTED["commitment_wordings"] == Counter(record["wording"] for _, record in commitments)
    assert [] == refs([row for row in commitments if {"number", "text"} & row[1].keys()])


def test_no_declaration_claims_to_hold_all_its_clauses() -> None:
    """What is not held is said not to be held, and nobody assesses."""
    declarations = rows("declarations", "declaration")
    assert [] == [owner for owner, record in declarations if record.get("all_clauses") or record.get("assessed")]
    assert EXPECTED["owners"]["declarations"] == len(declarations)


def test_actions_are_those_of_the_sources() -> None:
    """Deeds and words are counted apart, as are endorsers and others."""
    actions, named = rows("commitments", "actions"), endorsers("hague-2022")
    assert EXPECTED["actions"] == len(actions)
    assert EXPECTED["statements"] == refs([row for row in actions if row[1].get("kind") == "statement"])
    assert EXPECTED["actions_of_hague_endorsers"] == sum(owner in named for owner, _ in actions)
    assert EXPECTED["deeds_of_hague_endorsers"] == sum(owner in named for owner, _ in deeds())


def test_who_has_an_action_on_record_and_who_has_none() -> None:
    """Endorsers without an action are named, not passed over; others with one are no endorsers."""
    named, active = endorsers("hague-2022"), {owner for owner, _ in rows("commitments", "actions")}
    assert EXPECTED["hague_endorsers_with_an_action"] == sorted(named & active)
    assert EXPECTED["hague_endorsers_without_an_action"] == sorted(named - active)
    assert EXPECTED["others_with_an_action"] == sorted(active - named)


def test_a_deed_has_a_date_only_where_its_source_has_one() -> None:
    """Undated practices stay undated; every action says when it was described."""
    assert EXPECTED["dated_deeds"] == refs([row for row in deeds() if any(key in row[1] for key in WHEN)])
    assert [] == refs([row for row in rows("commitments", "actions") if "described" not in row[1]])


def test_every_statement_is_dated_by_the_event_where_it_was_made() -> None:
    """What was said was said somewhere, on a day or in a month that is known."""
    said = [row for row in rows("commitments", "actions") if row[1].get("kind") == "statement"]
    assert EXPECTED["statements"] == refs([row for row in said if "date" in row[1]])


def test_events_are_those_of_the_sources() -> None:
    """An event counts as held only if a source after it says so."""
    events = rows("declarations", "events")
    assert EXPECTED["events"] == Counter(owner for owner, _ in events)
    assert EXPECTED["events_not_held"] == refs([row for row in events if row[1]["state"] != "held"])


def test_findings_belong_to_their_dialogue_or_year() -> None:
    """A finding has an event or a year; those of a year are numbered without a gap."""
    findings = [record for _, record in rows("declarations", "findings")]
    assert EXPECTED["findings"] == Counter(record.get("event", str(record.get("year"))) for record in findings)
    assert list(range(1, 11)) == sorted(record["number"] for record in findings if record.get("year") == 2023)


def test_next_steps_are_public_and_done_only_where_a_later_source_shows_it() -> None:
    """What was planned counts as done when a source tells of it, not when its day has passed."""
    steps = [record for _, record in rows("declarations", "steps")]
    assert EXPECTED["steps"] == Counter(record["event"] for record in steps)
    assert EXPECTED["steps_done"] == sum("done" in record for record in steps)
    assert {"public"} == {record["visibility"] for record in steps}


def test_published_totals_are_kept_as_printed() -> None:
    """A total that others printed stands beside ours with our explanation."""
    published = rows("declarations", "published")
    assert EXPECTED["published"] == {owner: record["value"] for owner, record in published}
    assert [] == refs([row for row in published if not row[1]["why"]])


def test_officials_are_public_office_holders() -> None:
    """People are named for the office that a public source gives them."""
    officials = [record for _, record in rows("commitments", "officials")]
    assert EXPECTED["officials"] == len(officials)
    assert {"Governing Mayor", "Mayor", "President"} == {record["office"] for record in officials}
    assert {"public"} == {record["visibility"] for record in officials}


def test_every_record_names_its_source() -> None:
    """No record stands without a page or document, and each source can be named or opened."""
    bare: list[str] = []
    for path in sorted([*(ROOT / "declarations").rglob("*.toml"), *(ROOT / "commitments").rglob("*.toml")]):
        for table, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for record in value if isinstance(value, list) else [value]:
                named = record.get("evidence" if table == "actions" else "sources", [])
                if not named or not all(source.get("title") or source.get("url") for source in named):
                    bare.append(f"{path.name}: {record['id']}")
    assert [] == bare


def test_evidence_without_an_address_has_a_fingerprint() -> None:
    """A document that cannot be opened by address is named by the hash of the copy that was read."""
    loose = {
        source["title"]
        for _, record in rows("commitments", "actions")
        for source in record["evidence"]
        if not source.get("url") and not source.get("sha256")
    }
    assert set() == loose
