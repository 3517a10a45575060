"""The table of kinds: it names every kind of record once, and what it says fits the classes."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from pledgekit.model.kinds import BOTH, CITY, DECLARATION, KINDS, Inherited, Kind, kind_named, kind_of, required_keys
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Record, about_of, field_names, fields_of
from pledgekit.model.scales import SCALES

ALL = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
TARGETS = {*KINDS, "any", "owner", "city", "declaration"}


def test_every_record_class_is_in_the_table() -> None:
    """A class that the table does not name could be neither read nor written."""
    named = {kind.cls.__name__ for kind in KINDS.values()}  # attrs makes each class twice, for its slots
    assert {each.__name__ for each in Record.__subclasses__()} == named
    assert len(KINDS) == len(named)


@ALL
def test_what_a_kind_says_fits_its_class(kind: Kind[Any]) -> None:
    """Dates and natural keys are keys of the class; what visibility is inherited from is there too."""
    names = set(field_names(kind.cls))
    assert kind.cls.__name__ == kind.class_name
    assert set(kind.when) <= names
    assert set(kind.key) <= names
    assert kind.home in (CITY, DECLARATION, BOTH)
    if isinstance(kind.visibility, Inherited):
        assert kind.visibility.of == "round" or kind.visibility.of in names
    else:
        assert kind.visibility in Visibility


@ALL
def test_every_key_is_described(kind: Kind[Any]) -> None:
    """A key has words for the docs; its scale and the target of its refs are known."""
    for attribute in fields_of(kind.cls):
        about = about_of(attribute)
        assert about.doc
        assert not about.scale or about.scale in SCALES
        assert not about.target or about.target in TARGETS


@ALL
def test_a_kind_is_named_by_its_table_or_one_of_it(kind: Kind[Any]) -> None:
    """`actions` and `action` are the same kind."""
    assert kind is kind_named(kind.table)
    assert kind is kind_named(kind.singular)
    assert f"<kind {kind.table}>" == repr(kind)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("city", "city"),
        ("cities", "city"),
        ("declarations", "declaration"),
        ("reply", "replies"),
        ("published", "published"),
    ],
)
def test_other_words_for_a_kind(word: str, expected: str) -> None:
    """Plurals of the two owners, and singulars that are spelt otherwise."""
    found = kind_named(word)
    assert found is not None
    assert expected == found.table


def test_an_unknown_word_names_no_kind() -> None:
    """Nothing is guessed."""
    assert kind_named("actionz") is None


def test_a_record_knows_its_kind() -> None:
    """The class says which."""
    actions = KINDS["actions"]
    assert actions is kind_of(actions.cls(id="a", title="A"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("declaration", ("id", "title", "adopted")),
        ("commitments", ("id", "title", "wording")),
        ("rounds", ("id", "period", "due")),
        ("events", ("id", "title", "start")),
        ("findings", ("id", "text")),
        ("steps", ("id", "event", "text")),
        ("selections", ("id", "period", "commitment", "actions")),
        ("published", ("id", "figure", "value", "as_of", "sources")),
        ("city", ("id", "name", "kind")),
        ("officials", ("id", "name", "office")),
        ("contacts", ("id", "name")),
        ("profiles", ("id", "question", "text")),
        ("endorsements", ("id", "declaration", "act")),
        ("actions", ("id", "title")),
        ("updates", ("id", "commitment", "period")),
        ("assessments", ("id", "commitment", "period", "evidence_level", "assessor", "date")),
        ("replies", ("id", "assessment", "text", "date")),
        ("requests", ("id", "declaration", "period", "act", "date")),
        ("reviews", ("id", "verdict", "seen", "by", "date")),
        ("notes", ("id", "text", "date")),
        ("retractions", ("id", "record", "reason")),
    ],
)
def test_the_required_keys_are_those_of_the_format(table: str, expected: tuple[str, ...]) -> None:
    """A record is not held without them."""
    assert sorted(expected) == sorted(required_keys(KINDS[table]))


@ALL
def test_no_record_can_be_changed(kind: Kind[Any]) -> None:
    """Records are values; a correction is another record."""
    made = object.__new__(kind.cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.id = "a"
    assert not hasattr(made, "__dict__")
