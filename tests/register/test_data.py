"""The shipped register says what its sources say, read through the library.

`expected.json` was counted by hand from the sources, not from the files here.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.codec.read import parse
from pledgekit.codec.write import dumps
from pledgekit.model.kinds import (
    ACTIONS,
    CITIES,
    COMMITMENTS,
    DECLARATIONS,
    ENDORSEMENTS,
    EVENTS,
    FINDINGS,
    OFFICIALS,
    PUBLISHED,
    STEPS,
)
from pledgekit.model.levels import STATEMENT, Audience
from pledgekit.store import HOMES, load
from pledgekit.view import Lens, look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.model.deeds import Action, Endorsement
    from pledgekit.model.record import Record
    from pledgekit.register import Loaded
    from pledgekit.view import View

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILES = sorted(path for home in HOMES for path in (ROOT / home).rglob("*.toml"))
EXPECTED: dict[str, Any] = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
TODAY = datetime.date(2026, 11, 22)
ADDRESS = re.compile(r"https?://[^\s\"]+")


@cache
def loaded() -> Loaded:
    """Load this repository's register, once for all tests."""
    return load(ROOT)


@cache
def seen_by(audience: Audience = Audience.PUBLIC) -> View:
    """Look at it with all that is known."""
    return look(loaded().register, Lens(as_of=TODAY, audience=audience))


def refs(records: Iterable[Record]) -> list[str]:
    """Spell the records, sorted."""
    return sorted(str(record.ref) for record in records)


def endorsements(declaration: str) -> list[Endorsement]:
    """Give the acts in force for a declaration; none has ended and an announcement alone is none."""
    found = [each for each in seen_by().all(ENDORSEMENTS) if str(each.declaration) == declaration]
    assert "ended" not in {each.act for each in found}
    return [each for each in found if each.act != "announced"]


def hague_endorsers() -> set[str]:
    """Name the endorsers of The Hague Declaration."""
    return {each.owner for each in endorsements("hague-2022")}


def deeds() -> list[Action]:
    """Give the actions that are more than a statement."""
    return [action for action in seen_by().all(ACTIONS) if action.kind != STATEMENT]


def test_every_file_is_read_without_a_problem() -> None:
    """The shipped register is whole: nothing in it has to be mended first."""
    assert () == loaded().problems
    assert len(FILES) == loaded().files


def test_every_file_is_in_canonical_form() -> None:
    """Writing back what was read changes no byte, so that a later edit shows in git as what it is."""
    changed = []
    for path in FILES:
        file, data = path.relative_to(ROOT), path.read_bytes()
        records, _ = parse(data, file=file.as_posix(), owner=file.parts[1], home=file.parts[0])
        if dumps(records).encode() != data:
            changed.append(file.as_posix())
    assert [] == changed


def test_everything_is_public() -> None:
    """The repository is open to all, so nothing in it is for some."""
    assert refs(seen_by(Audience.INTERNAL).everything()) == refs(seen_by(Audience.PUBLIC).everything())


def test_no_address_slips_in() -> None:
    """Each address in the files is one that was checked and put on the list by hand."""
    known = (HERE / "addresses.txt").read_text(encoding="utf-8").split()
    found = {address for path in FILES for address in ADDRESS.findall(path.read_text(encoding="utf-8"))}
    assert sorted(set(known)) == known
    assert [] == sorted(found - set(known))


def test_every_record_names_its_source() -> None:
    """No record stands without a page or document: an address, or the title of what was read."""
    bare = []
    for record in seen_by().everything():
        sources = getattr(record, "evidence", record.sources)
        if not sources or not all(source.title or source.url for source in sources):
            bare.append(record)
    assert [] == refs(bare)


def test_evidence_without_an_address_has_a_fingerprint() -> None:
    """A document that cannot be opened by address is named by the hash of the copy that was read."""
    evidence = [source for action in seen_by().all(ACTIONS) for source in action.evidence]
    assert set() == {source.title for source in evidence if not source.url and not source.sha256}
    assert {source.sha256 for source in evidence} - {""} <= set(EXPECTED["documents"].values())


def test_owners_are_those_of_the_sources() -> None:
    """Each owner that a source names has its folder."""
    counted = {"cities": len(list(seen_by().all(CITIES))), "declarations": len(list(seen_by().all(DECLARATIONS)))}
    assert EXPECTED["owners"] == counted


@pytest.mark.parametrize("declaration", EXPECTED["signatories"])
def test_each_declaration_has_the_signatories_that_a_source_names(declaration: str) -> None:
    """Nobody is a signatory without a source; who only announced is kept apart."""
    assert EXPECTED["signatories"][declaration] == len({each.owner for each in endorsements(declaration)})
    assert EXPECTED["announced_only"] == [each.owner for each in seen_by().all(ENDORSEMENTS) if each.act == "announced"]


def test_the_hague_endorsers_are_those_of_the_published_list() -> None:
    """Each entry of the network's list is here once, as it is spelt there, in its country and US state."""
    cities = [city for city in seen_by().all(CITIES) if city.owner in hague_endorsers()]
    assert sorted(EXPECTED["hague_listed_as"]) == sorted(each.listed_as for each in endorsements("hague-2022"))
    assert EXPECTED["hague_countries"] == Counter(city.country for city in cities)
    assert EXPECTED["us_subdivisions"] == {city.name: city.subdivision for city in cities if city.subdivision}


def test_only_the_two_who_signed_have_a_day_and_an_official() -> None:
    """The list gives no dates and no names, so neither do the endorsements that rest on it."""
    dated = {each.owner: (each.act, str(each.date), each.official) for each in endorsements("hague-2022") if each.date}
    assert EXPECTED["hague_signed"] == {owner: list(found) for owner, found in dated.items()}
    undated = [each for each in endorsements("hague-2022") if not each.date]
    assert EXPECTED["hague_undated"] == len(undated)
    assert {("endorsed", "")} == {(each.act, each.official) for each in undated}


def test_commitments_are_counted_and_none_passes_for_official() -> None:
    """No source gives a whole clause: nothing is numbered or has a text, no declaration claims to be held whole."""
    commitments = list(seen_by().all(COMMITMENTS))
    assert EXPECTED["commitments"] == Counter(each.owner for each in commitments)
    assert EXPECTED["commitment_wordings"] == Counter(each.wording for each in commitments)
    assert [] == refs(each for each in commitments if each.number or each.text)
    assert [] == refs(each for each in seen_by().all(DECLARATIONS) if each.all_clauses or each.assessed)


def test_actions_are_those_of_the_sources() -> None:
    """The practices of the five documents and a few from listed pages; deeds and words apart."""
    actions, documents = list(seen_by().all(ACTIONS)), set(EXPECTED["documents"].values())
    assert EXPECTED["actions"] == len(actions)
    assert EXPECTED["practices_of_the_documents"] == sum(
        any(source.sha256 in documents for source in action.evidence) for action in actions
    )
    assert EXPECTED["statements"] == refs(action for action in actions if action.kind == STATEMENT)
    assert EXPECTED["actions_of_hague_endorsers"] == sum(action.owner in hague_endorsers() for action in actions)
    assert EXPECTED["deeds_of_hague_endorsers"] == sum(action.owner in hague_endorsers() for action in deeds())


def test_who_has_an_action_on_record_and_who_has_none() -> None:
    """Endorsers without an action are named, not passed over; others with one are no endorsers."""
    named, active = hague_endorsers(), {action.owner for action in seen_by().all(ACTIONS)}
    assert EXPECTED["hague_endorsers_with_an_action"] == sorted(named & active)
    assert EXPECTED["hague_endorsers_without_an_action"] == sorted(named - active)
    assert EXPECTED["others_with_an_action"] == sorted(active - named)


def test_an_action_has_a_date_only_where_its_source_has_one() -> None:
    """Undated practices and plans stay undated, what was said has the date of its event; all tell when described."""
    actions = list(seen_by().all(ACTIONS))
    assert EXPECTED["dated_deeds"] == refs(deed for deed in deeds() if deed.date or deed.start or deed.end)
    assert EXPECTED["planned"] == refs(action for action in actions if action.status)
    said = {each.ref for each in actions if each.kind == STATEMENT and each.date}
    assert set(EXPECTED["statements"]) - set(EXPECTED["planned"]) == {str(ref) for ref in said}
    assert [] == refs(action for action in actions if not action.described)


def test_events_are_those_of_the_sources() -> None:
    """An event counts as held only if a source after it says so; until then nobody took part."""
    events = list(seen_by().all(EVENTS))
    assert EXPECTED["events"] == Counter(event.owner for event in events)
    assert EXPECTED["events_not_held"] == {str(each.ref): each.state for each in events if each.state != "held"}
    assert [] == refs(each for each in events if each.state != "held" and (each.cities or each.guests))


def test_findings_and_next_steps_belong_to_their_event_or_year() -> None:
    """Findings of a year are numbered without a gap; a step is done only where a later source shows it."""
    findings, steps = list(seen_by().all(FINDINGS)), list(seen_by().all(STEPS))
    assert EXPECTED["findings"] == Counter(str(each.event or each.year) for each in findings)
    assert list(range(1, 11)) == sorted(each.number or 0 for each in findings if each.year)
    assert EXPECTED["steps"] == Counter(str(step.event) for step in steps)
    assert EXPECTED["steps_done"] == refs(step for step in steps if step.done)


def test_published_totals_are_kept_as_printed() -> None:
    """A total that others printed stands beside ours with our explanation."""
    published = list(seen_by().all(PUBLISHED))
    assert EXPECTED["published"] == {each.owner: each.value for each in published}
    assert [] == refs(each for each in published if not each.why)


def test_officials_are_those_whom_a_source_names_in_office() -> None:
    """People are named for their office, seen at that time; the sources tell when a term ended of one alone."""
    officials = list(seen_by().all(OFFICIALS))
    assert EXPECTED["officials"] == {f"{each.owner}: {each.office} {each.name}": str(each.seen) for each in officials}
    assert EXPECTED["officials_until"] == {str(each.ref): str(each.until) for each in officials if each.until}
    assert [] == refs(each for each in officials if each.from_)
