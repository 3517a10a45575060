"""Writing: one canonical text for the same content, that reads back as what was written."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.plain import plain
from pledgekit.codec.read import parse
from pledgekit.codec.write import WIDTH, dumps
from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.city import City
from pledgekit.model.deeds import Action, Evidence
from pledgekit.model.kinds import BOTH, CITY, KINDS
from pledgekit.model.record import Record, Source
from tests.strategies import OWNER, records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.kinds import Kind


def read_back(text: str, kind: Kind[Any]) -> Sequence[Record]:
    """Read a text as a file of the kind's home; fails when anything is wrong with it."""
    home = CITY if kind.home == BOTH else kind.home
    parsed = parse(text.encode(), file=f"{home}/{OWNER}/x.toml", owner=OWNER, home=home)
    assert [] == parsed.problems
    return parsed.records


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
def test_what_is_written_reads_back_equal(kind: Kind[Any], data: st.DataObject) -> None:
    """Whatever a record holds, its text reads back as an equal record, and writing that gives the same text."""
    count = 1 if kind.single else 2
    given_records = data.draw(st.lists(records(kind), min_size=1, max_size=count))
    text = dumps(given_records)
    found = read_back(text, kind)
    assert given_records == found
    assert text == dumps(found)


@given(record=records(KINDS["actions"]))
def test_plain_values_are_those_of_toml(record: Action) -> None:
    """Plain values hold nothing but what TOML knows; what is empty or at its default is not there."""

    def walk(value: object) -> None:
        assert isinstance(value, str | bool | int | float | datetime.date | datetime.time | list | dict)
        assert not isinstance(value, tuple)
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(each)

    values = plain(record)
    walk(values)
    assert not [key for key, value in values.items() if value in ("", [], {}) and not key.endswith("_text")]


def test_the_canonical_text() -> None:
    """Id, revision and visibility first; the kind's own keys; the common keys; evidence last, each under its header."""
    action = Action(
        id="dialogue",
        revision=2,
        title='Days of "dialogue"\nin June',
        commitments=(Ref("hague-2022", "speak-out"),),
        start=PartialDate.parse("2023-06"),
        end=PartialDate.parse("2023-06-15"),
        date_texts={"start": "early June", "described": "undated"},
        recorded=datetime.datetime(2025, 1, 1, 12, tzinfo=datetime.UTC),
        recorded_by="A. Clerk",
        extra={"our key": {"a": [1, 2.5]}},
        evidence=(Evidence(title="A page"), Evidence(url="https://example.org")),
        sources=(Source(title="A mail"),),
    )
    expected = """\
[[actions]]
id = "dialogue"
revision = 2
title = "Days of \\"dialogue\\"\\nin June"
commitments = ["hague-2022/speak-out"]
start = "2023-06"
start_text = "early June"
end = 2023-06-15
described_text = "undated"
recorded = 2025-01-01T12:00:00Z
recorded_by = "A. Clerk"
sources = [{ title = "A mail" }]
extra = { "our key" = { a = [1, 2.5] } }
[[actions.evidence]]
title = "A page"
[[actions.evidence]]
url = "https://example.org"
"""
    assert expected == dumps([action])


def test_what_is_too_long_for_a_line_becomes_a_table_or_a_list_of_lines() -> None:
    """TOML 1.0 keeps inline tables on one line; so long ones get headers, and long lists a line an item."""
    long = "x" * WIDTH
    city = City(
        id="oslo-no",
        name="Oslo",
        kind="city",
        aliases=(long, "Christiania"),
        local_names={"no": long},
        sources=(Source(title=long), Source(title="b")),
    )
    expected = f"""\
[city]
id = "oslo-no"
name = "Oslo"
aliases = [
    "{long}",
    "Christiania",
]
kind = "city"
[city.local_names]
no = "{long}"
[[city.sources]]
title = "{long}"
[[city.sources]]
title = "b"
"""
    assert expected == dumps([city])


def test_kinds_stand_together() -> None:
    """Records of one kind follow one another, with an empty line between blocks."""
    both = [Action(id="a", title="A"), Action(id="b", title="B")]
    assert '[[actions]]\nid = "a"\ntitle = "A"\n\n[[actions]]\nid = "b"\ntitle = "B"\n' == dumps(both)


@pytest.mark.parametrize("value", [float("nan"), [float("nan")]])
def test_nothing_is_written_that_would_not_read_back(value: object) -> None:
    """A value that TOML cannot hold is refused before it comes to the disk."""
    with pytest.raises(ValueError, match="without loss"):
        dumps([Action(id="a", title="A", extra={"x": value})])


def test_an_owner_is_written_once() -> None:
    """Two records of a table that stands once in a file are refused."""
    city = City(id="oslo-no", name="Oslo", kind="city")
    with pytest.raises(ValueError, match="Cannot declare"):
        dumps([city, city])


def test_an_empty_table_inside_extra_is_kept() -> None:
    """What a network wrote is kept, empty tables and all."""
    assert "extra = { a = {}, b = [] }" in dumps([Action(id="a", title="A", extra={"a": {}, "b": []})])
