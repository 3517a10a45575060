"""Fingerprints: they change when, and only when, what a record says changes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.read import parse
from pledgekit.codec.write import dumps
from pledgekit.fingerprint import canonical_json, digest, fingerprint, json_ready
from pledgekit.ids import Ref
from pledgekit.model.city import City, Location
from pledgekit.model.declaration import Commitment
from pledgekit.model.deeds import Action, Evidence
from pledgekit.model.kinds import BOTH, CITY, KINDS
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Source
from tests.strategies import OWNER, own_values, records

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

ACTION = Action(id="a", title="Dialogue", owner="oslo-no")


def test_the_fingerprint_of_a_record_is_known() -> None:
    """It is the SHA-256 of canonical JSON; reviews of many years rest on it, so it may never change."""
    from hashlib import sha256

    expected = sha256(b'{"evidence":[{"title":"A"}],"id":"a","start":"2023-06","title":"Dialogue"}').hexdigest()
    made = parse(
        b'[[actions]]\nid = "a"\ntitle = "Dialogue"\nstart = "2023-06"\n[[actions.evidence]]\ntitle = "A"\n',
        file="f",
        owner="oslo-no",
        home="commitments",
    ).records[0]
    assert f"sha256:{expected}" == fingerprint(made)


@given(kind=st.sampled_from(list(KINDS.values())), data=st.data())
def test_writing_and_reading_keeps_the_fingerprint(kind: Kind[Any], data: st.DataObject) -> None:
    """The same record has the same fingerprint in memory and in a file."""
    record = data.draw(records(kind))
    home = CITY if kind.home == BOTH else kind.home
    found = parse(dumps([record]).encode(), file="f", owner=OWNER, home=home).records
    assert [fingerprint(record)] == [fingerprint(each) for each in found]
    assert digest([record]) == digest(found)


@pytest.mark.parametrize(
    "changes",
    [
        {"revision": 2},
        {"visibility": Visibility.PUBLIC},
        {"note": "rang"},
        {"remark": "see there"},
        {"recorded": datetime.date(2025, 1, 1)},
        {"recorded_by": "A. Clerk"},
        {"extra": {"a": 1}},
        {"owner": "bergen-no"},
        {"title": " Dialogue\r\n"},
        {"evidence": ()},
    ],
)
def test_how_a_record_is_kept_does_not_count(changes: dict[str, Any]) -> None:
    """Who sees it, who wrote it and where it stands are not what it says."""
    assert fingerprint(ACTION) == fingerprint(ACTION.changed(changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "b"},
        {"title": "Dialogues"},
        {"summary": "More"},
        {"lang": "nl"},
        {"commitments": (Ref("d", "c"),)},
        {"sources": (Source(title="A"),)},
        {"translations": {"nl": {"title": "Dialoog"}}},
        {"date_texts": {"date": "spring"}},
    ],
)
def test_what_it_says_counts(changes: dict[str, Any]) -> None:
    """Any change of content ends a sign-off."""
    assert fingerprint(ACTION) != fingerprint(ACTION.changed(changes))


def test_what_is_left_out_is_left_out_at_every_depth() -> None:
    """That a piece of evidence is shown to fewer people does not change what it is."""
    shown = ACTION.changed({"evidence": (Evidence(title="A"),)})
    hidden = ACTION.changed({"evidence": (Evidence(title="A", visibility=Visibility.INTERNAL),)})
    assert fingerprint(shown) == fingerprint(hidden)
    city = City(id="oslo-no", name="Oslo", kind="city", location=Location(lat=59, lon=10.0))
    assert fingerprint(city) == fingerprint(city.changed({"location": Location(lat=59.0, lon=10)}))


def test_a_clause_is_its_text() -> None:
    """A clause is recognised by its words alone: by the title only while no text is held."""
    clause = Commitment(id="c", title="Speak out", wording="provisional")
    assert fingerprint(clause) == fingerprint(clause.changed({"id": "d", "themes": ("x",)}))
    assert fingerprint(clause) != fingerprint(clause.changed({"title": "Speak up"}))
    official = clause.changed({"text": "We speak out."})
    assert fingerprint(official) == fingerprint(official.changed({"title": "Speak up"}))
    assert fingerprint(official) != fingerprint(clause)


def test_a_digest_is_of_all_keys_in_any_order() -> None:
    """What a report was made from has one fingerprint, whatever the order of files."""
    other = ACTION.changed({"id": "b"})
    assert digest([ACTION, other]) == digest([other, ACTION])
    assert digest([ACTION]) != digest([ACTION.changed({"remark": "see there"})])
    assert digest([ACTION]) != digest([ACTION.changed({"owner": "bergen-no"})])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime.date(2024, 1, 2), "2024-01-02"),
        (datetime.datetime(2024, 1, 2, 3, tzinfo=datetime.UTC), "2024-01-02T03:00:00Z"),
        (datetime.time(3, 4), "03:04:00"),
        ("e\u0301\r\n", "é"),
        ("a\rb", "a\nb"),
        (2.0, 2),
        (2.5, 2.5),
        (True, True),
        ({"a": (1.0, ["x "])}, {"a": [1, ["x"]]}),
    ],
)
def test_values_become_what_json_has(value: object, expected: object) -> None:
    """Dates as ISO text, numbers shortest, text composed, with LF and stripped."""
    assert expected == json_ready(value)


@given(own_values())
def test_any_value_has_one_json(value: object) -> None:
    """Whatever a network keeps under its own keys can be told apart, and twice gives the same."""
    text = canonical_json(value)
    assert text == canonical_json(json_ready(value))
    assert "\n" not in text


def test_json_is_sorted_and_short() -> None:
    """Keys are sorted, nothing is escaped that need not be, no blanks."""
    assert '{"a":"é","b":[1,2]}' == canonical_json({"b": [1, 2], "a": "é"})
