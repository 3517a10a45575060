"""The codebook: every column of every table is explained, for whom it is made."""

from __future__ import annotations

from pledgekit.exports.codebook import codebook
from pledgekit.exports.tables import columns
from pledgekit.model.kinds import ACTIONS, CITIES, DECLARATIONS, KINDS
from pledgekit.model.levels import Audience
from pledgekit.words import words


def test_every_column_is_explained() -> None:
    """In the order of the table; for each audience its own columns alone, parts included."""
    for kind in KINDS.values():
        for audience in Audience:
            made = list(codebook(kind, words(), audience))
            assert columns(kind, audience) == tuple(each.key for each in made if "." not in each.key)
            assert set() == {each.key for each in made if not (each.meaning and each.type and each.seen_by)}
            assert {kind.table} == {each.kind for each in made}


def test_what_is_said_of_a_column() -> None:
    """Meaning, type, whether it is required, each word with its meaning, who may see it."""
    made = {each.key: each for each in codebook(ACTIONS, words())}
    assert ("required", "text", "everybody") == (made["title"].required, made["title"].type, made["title"].seen_by)
    assert ("one of the words", True) == (made["status"].type, "\nimplementation: " in f"\n{made['status'].words}")
    assert "list, each: ref of a record, city or declaration" == made["commitments"].type
    assert ("list, each: nested, as JSON", "text", "") == (
        made["evidence"].type, made["evidence.url"].type, made["evidence.url"].required
    )  # fmt: skip
    assert ("staff", "the network") == (made["note"].seen_by, made["extra"].seen_by)
    assert made["date"].type.startswith("date: 2024-06-15")
    assert "The words in which the date before it is printed." == made["date_text"].meaning
    assert "true or false" == {each.key: each for each in codebook(DECLARATIONS, words())}["assessed"].type
    cities = {each.key: each for each in codebook(CITIES, words())}
    assert ("number", "whole number", "required") == (
        cities["location.lat"].type, cities["population.value"].type, cities["population.value"].required
    )  # fmt: skip


def test_others_do_not_learn_of_columns_they_never_see() -> None:
    """A key that an audience never sees is not explained to it either, nor a part of one."""
    staff, public = (
        {each.key for each in codebook(ACTIONS, words(), who)} for who in (Audience.INTERNAL, Audience.PUBLIC)
    )
    assert {"note", "recorded_by", "extra"} == staff - public
