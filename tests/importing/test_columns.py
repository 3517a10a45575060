"""Columns: known by their names, folded, or by what is said; never dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.errors import UsageError
from pledgekit.exports.tables import columns
from pledgekit.importing.columns import Use, constants, declared_type, matched, split_map
from pledgekit.model.kinds import ACTIONS, CITIES, COMMITMENTS, EVENTS, KINDS, NOTES

if TYPE_CHECKING:
    from collections.abc import Mapping


def keys(kind: str, *header: str, given: Mapping[str, str] | None = None) -> list[str]:
    """What columns are: their keys, or what becomes of them."""
    return [each.key if each.use is Use.KEY else each.use for each in matched(KINDS[kind], header, given or {})]


def test_every_column_of_an_export_is_known() -> None:
    """A table that was given out needs no map, whatever its kind."""
    for table, kind in KINDS.items():
        found = keys(table, *columns(kind))
        ours = {"revision", "recorded", "recorded_by"}
        assert [each if each not in ours else "ours" for each in columns(kind)] == found


def test_names_are_folded() -> None:
    """Case, accents and punctuation do not count; one of many is known too, and the parts of a source."""
    assert ["title", "told_by", "commitments", "owner", "evidence.0.url"] == keys(
        "actions", "TITLE", "Told by", "Commitment", "City", "Source URL"
    )
    assert ["evidence", "evidence.0.title", "partners", "date_text"] == keys(
        "actions", "source", "Evidence-Title", "partner", "Date text"
    )
    assert ["sources.0.url", "owner", "population.value", "aliases"] == [
        *keys("events", "source url", "Declaration"),
        *keys("city", "Population value", "alias"),
    ]


def test_what_is_not_known_is_told() -> None:
    """An unknown column stays one, with the key that comes nearest; file and line only beside ref are ours."""
    found = matched(ACTIONS, ["titlle", "Bemerkung", ""], {})
    assert [(Use.UNKNOWN, "title"), (Use.UNKNOWN, ""), (Use.UNKNOWN, "")] == [
        (each.use, each.nearest) for each in found
    ]
    assert ["unknown", "unknown"] == keys("actions", "file", "line")
    assert ["ref", "ours", "ours"] == keys("actions", "ref", "file", "line")
    assert ["unknown"] == keys("city", "Declaration")
    assert ["unknown"] == keys("notes", "city")


def test_what_is_said_goes_first() -> None:
    """A map names a column exactly or folded; an empty key leaves it out; parts are counted from 0."""
    given = {"Titel": "title", "remarks": "", "link": "evidence.url", "second": "evidence.1.url", "Note": "remark"}
    header = ["Titel", "Remarks", "Link", "second", "Note"]
    assert ["title", "aside", "evidence.0.url", "evidence.1.url", "remark"] == keys("actions", *header, given=given)
    assert ["population.value"] == keys("city", "people", given={"people": "population.value"})


@pytest.mark.parametrize(
    ("header", "given", "words"),
    [
        (["a"], {"b": "title"}, "no one column is named 'b'"),
        (["titles"], {"title": "title"}, "nearest: titles"),
        (["a", "A!"], {"á": "title"}, "no one column"),
        (["a"], {"a": "titlle"}, "nearest: title"),
        (["a"], {"a": "xyzzy"}, "'xyzzy' is no key of actions; keys: ref, owner, id"),
        (["a"], {"a": "evidence.0.nothing"}, "no key"),
        (["a"], {"a": "title.0"}, "no key"),
        (["a"], {"a": "title.x"}, "no key"),
        (["a"], {"a": "evidence.0.date_texts"}, "no key"),
        (["a"], {"a": "revision"}, "set by the program"),
        (["title", "Title"], {}, "would both be title"),
        (["a"], {"a": "title", "A": "summary"}, "no one column"),
    ],
)
def test_a_wrong_map_is_refused(header: list[str], given: dict[str, str], words: str) -> None:
    """A column or key that there is not, or twice, is a usage error with what comes near."""
    with pytest.raises(UsageError, match=words):
        matched(ACTIONS, header, given)


def test_words_of_the_map() -> None:
    """`column=key` is split at its last equals sign."""
    assert {"a=b": "title", "c": ""} == split_map(["a=b=title", "c="])


@pytest.mark.parametrize("words", [["title"], ["=title"], ["a=title", "a=summary"]])
def test_words_that_are_no_map_are_refused(words: list[str]) -> None:
    """Without a column, or with one twice, it is a usage error."""
    with pytest.raises(UsageError, match="--map"):
        split_map(words)


def test_types_of_keys() -> None:
    """A key's type is that of its field, without None; words for a date are text; a key that is none has none."""
    assert [str, int, str, None] == [
        declared_type(CITIES, each) for each in ("name", "population.value", "until_text", "population.0")
    ]
    assert [str, None, str] == [
        declared_type(COMMITMENTS, "title_text") or str,
        declared_type(EVENTS, "sources.url"),
        declared_type(NOTES, "owner"),
    ]


def test_a_map_takes_every_name_that_a_column_may_have() -> None:
    """What is known on the left is known on the right: City is whose it is, whoever types it."""
    assert ["owner", "evidence.0.url"] == keys("actions", "x", "y", given={"x": "City", "y": "source url"})
    with pytest.raises(UsageError, match="'colour' is no key of actions"):
        keys("actions", "x", given={"x": "colour"})


def test_what_every_row_says() -> None:
    """A constant names a key as a column may; it is refused where a column or another constant says the same."""
    columns_ = matched(KINDS["endorsements"], ["City", "Mayor"], {})
    made = constants(KINDS["endorsements"], ["Declaration=hague-2022", "reason=a=b"], columns_)
    assert {"declaration": "hague-2022", "reason": "a=b"} == made
    for words, message in (
        (["act"], "is not key=value"),
        (["act="], "is not key=value"),
        (["=x"], "is not key=value"),
        (["colour=red"], "'colour' is no key"),
        (["city=Oslo"], "owner is not the same for all rows; give --owner"),
        (["id=x"], "id is not the same for all rows; leave it out"),
        (["official=X"], "the column 'Mayor' says official"),
        (["act=signed", "act=ended"], "names act twice"),
    ):
        with pytest.raises(UsageError, match=message):
            constants(KINDS["endorsements"], words, columns_)
