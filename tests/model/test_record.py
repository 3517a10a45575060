"""What every record has: it is a value, shown short, and its empty parts are shared."""

from __future__ import annotations

import pickle

import attrs
import pytest

from pledgekit.model.city import City
from pledgekit.model.declaration import Declaration
from pledgekit.model.deeds import Action, Evidence
from pledgekit.model.levels import Visibility
from pledgekit.model.people import Official
from pledgekit.model.record import EMPTY, Origin, Source, about_of, field_names, key_of
from tests.model.dates import day

ACTION = Action(id="a", title="A", owner="oslo-no", origin=Origin("f.toml", "actions", 0))


def test_records_are_equal_by_what_is_in_the_file() -> None:
    """Where a record stands does not tell it from another; any key does, and so does its class."""
    assert ACTION == Action(id="a", title="A")
    assert ACTION != Action(id="a", title="B")
    assert Source(title="A") != Evidence(title="A")
    assert ACTION != "a"
    assert 1 == len({ACTION, Action(id="a", title="A")})
    assert 1 == len({Source(title="A"), Source(title="A")})


def test_a_changed_copy_leaves_the_record_as_it_is() -> None:
    """Records cannot be changed, only copied."""
    assert "B" == ACTION.changed({"title": "B"}).title
    assert "A" == ACTION.title
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ACTION.title = "B"  # type: ignore[misc]  # it cannot be: that is asked


def test_a_record_shows_what_is_set() -> None:
    """A failed test prints a line that can be read."""
    assert "Action(id='a', revision=1, title='A')" == repr(ACTION)


def test_a_ref_has_one_part_for_owners() -> None:
    """An owner's name is its folder's; a record's has two parts."""
    assert "oslo-no/a" == str(ACTION.ref)
    assert "oslo-no" == str(City(id="oslo-no", name="Oslo", kind="city", owner="oslo-no").ref)
    assert "d" == str(Declaration(id="d", title="T", adopted=day("2024"), owner="d").ref)


def test_records_cross_to_other_processes() -> None:
    """A record that comes back from a worker is equal, and shares the empty mapping."""
    back = pickle.loads(pickle.dumps(ACTION))  # noqa: S301  our own bytes
    assert (ACTION, ACTION.origin) == (back, back.origin)
    assert back.extra is EMPTY


def test_the_empty_mapping_is_empty() -> None:
    """It has no keys and gives none."""
    assert (0, []) == (len(EMPTY), list(EMPTY))
    with pytest.raises(KeyError):
        EMPTY["a"]


def test_keys_are_named_as_in_the_file() -> None:
    """`from` is a word of Python; where a record stands is in no file."""
    assert ("from", "title") == (key_of("from_"), key_of("title"))
    assert "from_" in field_names(Official)
    assert {"owner", "origin"}.isdisjoint(field_names(Official))
    note = next(each for each in attrs.fields(Action) if each.name == "note")
    assert (Visibility.INTERNAL, False) == (about_of(note).ceiling, about_of(note).in_fingerprint)
