"""Strictness: what is typed is taken as it is or refused, with the key's name and what to do; nothing is coerced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.codec.read import parse
from pledgekit.codec.scalars import Faults
from pledgekit.codec.structure import structure
from pledgekit.model.deeds import Action
from pledgekit.model.kinds import DECLARATION, KINDS
from tests.strategies import OWNER

if TYPE_CHECKING:
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Record

REQUIRED = {
    "declaration": 'id = "a"\ntitle = "T"\nadopted = 2022-11-16\n',
    "commitments": 'id = "a"\ntitle = "T"\nwording = "provisional"\n',
    "rounds": 'id = "a"\nperiod = "2024"\ndue = 2025-01-31\n',
    "events": 'id = "a"\ntitle = "T"\nstart = 2023-06-15\n',
    "findings": 'id = "a"\ntext = "T"\n',
    "city": 'id = "a"\nname = "N"\nkind = "city"\n',
    "actions": 'id = "a"\ntitle = "T"\n',
    "updates": 'id = "a"\ncommitment = "d/c"\nperiod = "2024"\n',
}


def read(table: str, more: str) -> tuple[list[Record], list[Problem]]:
    """Read one record of a kind with all that it needs and some more keys."""
    kind = KINDS[table]
    header = f"[{table}]" if kind.single else f"[[{table}]]"
    text = f"{header}\n{REQUIRED[table]}{more}\n"
    home = DECLARATION if kind.home == DECLARATION else "commitments"
    parsed = parse(text.encode(), file="f.toml", owner=OWNER, home=home)
    return parsed.records, parsed.problems


@pytest.mark.parametrize("table", REQUIRED)
def test_what_is_required_is_enough(table: str) -> None:
    """The required keys alone make a record."""
    records, problems = read(table, "")
    assert [] == problems
    assert [OWNER] == [each.owner for each in records]


@pytest.mark.parametrize(
    ("table", "more", "path", "code", "message"),
    [
        # text
        ("actions", "summary = 3", "summary", "wrong-type", "this is a number; text is meant"),
        ("actions", "summary = 2.5", "summary", "wrong-type", "this is a number; text is meant"),
        ("actions", "summary = true", "summary", "wrong-type", "this is true or false; text is meant"),
        ("actions", "summary = 2024-01-01", "summary", "wrong-type", "this is a date; text is meant"),
        ("actions", "summary = 10:30:00", "summary", "wrong-type", "this is a time; text is meant"),
        ("actions", 'summary = ["a"]', "summary", "wrong-type", "this is a list; text is meant"),
        ("actions", "date_text = 3", "date_text", "wrong-type", "this is a number; text is meant"),
        # numbers
        ("actions", "revision = 2.0", "revision", "wrong-type", "this is a number; a whole number is meant"),
        ("actions", 'revision = "2"', "revision", "wrong-type", "this is text; a whole number is meant"),
        ("actions", "revision = true", "revision", "wrong-type", "this is true or false; a whole number is meant"),
        ("findings", "year = 2025.9", "year", "wrong-type", "this is a number; a whole number is meant"),
        ("findings", 'year = "2025"', "year", "wrong-type", "this is text; a whole number is meant"),
        ("city", 'location = { lat = "52", lon = 4 }', "location.lat", "wrong-type", "this is text; a number is meant"),
        (
            "city",
            "location = { lat = true, lon = 4 }",
            "location.lat",
            "wrong-type",
            "this is true or false; a number is meant",
        ),
        (
            "city",
            "location = { lat = nan, lon = 4 }",
            "location.lat",
            "wrong-type",
            "nan is no number that can be counted with",
        ),
        (
            "actions",
            "extra = { a = [{ b = inf }] }",
            "extra.a",
            "wrong-type",
            "inf is no number that can be counted with",
        ),
        # true and false
        ("declaration", 'assessed = "false"', "assessed", "wrong-type", "this is text; true or false is meant"),
        ("declaration", "assessed = 0", "assessed", "wrong-type", "this is a number; true or false is meant"),
        # dates
        ("actions", "start = 2023", "start", "wrong-type", "this is a number; a date is meant"),
        (
            "actions",
            "start = 2023-06-15T10:00:00Z",
            "start",
            "wrong-type",
            "this is a date with a time; a date is meant",
        ),
        ("actions", "start = true", "start", "wrong-type", "this is true or false; a date is meant"),
        ("actions", 'start = "2023-06-15"', "start", "quoted-date", '"2023-06-15" is a full date in quotes'),
        (
            "actions",
            'start = "2024/2023"',
            "start",
            "bad-date",
            "'2024/2023' ends before it begins: put the earlier date first",
        ),
        ("actions", "recorded = 2024-01-01T10:00:00", "recorded", "bad-date", "the time has no offset"),
        ("actions", 'recorded = "2024-01-01"', "recorded", "wrong-type", "this is text; a date or date-time is meant"),
        ("updates", 'actions = ["a b"]', "actions[0]", "bad-ref", "'a b' is not a ref (owner or owner/id)"),
        ("updates", "actions = [1]", "actions[0]", "wrong-type", "this is a number; a ref is meant"),
        # lists, tables, words
        ("actions", 'partners = "abc"', "partners", "wrong-type", "this is text; a list is meant"),
        ("actions", 'partners = ["a", 2, true]', "partners[1]", "wrong-type", "this is a number; text is meant"),
        ("actions", 'evidence = [{ title = "a" }, "b"]', "evidence[1]", "wrong-type", "this is text; a table is meant"),
        ("actions", 'evidence = { title = "a" }', "evidence", "wrong-type", "this is a table; a list is meant"),
        ("actions", 'translations = "nl"', "translations", "wrong-type", "this is text; a table is meant"),
        (
            "actions",
            "translations = { nl = { title = 1 } }",
            "translations.nl.title",
            "wrong-type",
            "this is a number; text is meant",
        ),
        ("actions", 'kind = "law"', "kind", "unknown-word", "'law' is not one of its words"),
        ("actions", 'kind = "Zzz"', "kind", "unknown-word", "'Zzz' is not one of its words"),
        ("actions", "kind = 1", "kind", "wrong-type", "this is a number; text is meant"),
        ("actions", 'visibility = "secret"', "visibility", "unknown-word", "'secret' is not one of its words"),
        (
            "updates",
            'obstacles = ["no-money"]',
            "obstacles[0]",
            "unknown-word",
            "'no-money' is not one of its words; nearest: no-majority",
        ),
        ("updates", 'obstacles = "no-funding"', "obstacles", "wrong-type", "this is text; a list is meant"),
        # keys
        ("actions", 'titel = "T"', "titel", "unknown-key", '"titel" is not a key here; nearest: title'),
        ("actions", 'zzz = "T"', "zzz", "unknown-key", '"zzz" is not a key here'),
        (
            "actions",
            "date_texts = { }",
            "date_texts",
            "unknown-key",
            '"date_texts" is not a key here; nearest: date_text',
        ),
        ("actions", 'owner = "x"', "owner", "unknown-key", '"owner" is not a key here'),
        (
            "actions",
            'evidence = [{ titel = "a" }]',
            "evidence[0].titel",
            "unknown-key",
            '"titel" is not a key here; nearest: title',
        ),
    ],
)
def test_nothing_is_coerced(table: str, more: str, path: str, code: str, message: str) -> None:
    """A value of another type, an unknown word or key is named with its path, and the record is left out."""
    records, problems = read(table, more)
    start = table if KINDS[table].single else f"{table}[0]"
    assert [] == records
    assert (code, f"{start}.{path}") == (problems[0].code, problems[0].path)
    assert message == problems[0].message
    assert problems[0].remedy


def test_a_whole_number_may_stand_where_a_broken_one_is_meant() -> None:
    """52 is as good as 52.0 for a latitude."""
    records, problems = read("city", "location = { lat = 52, lon = 4.31 }")
    assert ([], 52) == (problems, records[0].location.lat)  # type: ignore[attr-defined]  # a city


def test_every_fault_of_a_record_is_found_at_once() -> None:
    """A person repairs a record in one go."""
    text = '[[actions]]\ntitel = "T"\nstart = 2023\nevidence = [{ url = 1 }, { date = "x" }]\n'
    problems = parse(text.encode(), file="f.toml", owner=OWNER, home="commitments").problems
    expected = [
        (2, "unknown-key", "actions[0].titel"),
        (3, "wrong-type", "actions[0].start"),
        (4, "wrong-type", "actions[0].evidence[0].url"),
        (4, "bad-date", "actions[0].evidence[1].date"),
        (1, "missing-key", "actions[0]"),
        (1, "missing-key", "actions[0]"),
    ]
    assert expected == [(each.line, each.code, each.path) for each in problems]


@pytest.mark.parametrize("table", sorted(REQUIRED))
def test_what_is_required_may_not_be_empty(table: str) -> None:
    """An empty text says no more than a key that is not there."""
    kind = KINDS[table]
    header = f"[{table}]" if kind.single else f"[[{table}]]"
    lines = [line.partition(" = ")[0] for line in REQUIRED[table].splitlines()]
    text = header + "\n" + "".join(f"{key} = {'[]' if key == 'sources' else repr('')}\n" for key in lines)
    home = DECLARATION if kind.home == DECLARATION else "commitments"
    problems = parse(text.encode(), file="f.toml", owner=OWNER, home=home).problems
    assert len(lines) == sum(each.code == "missing-key" for each in problems)


def test_words_beside_any_date() -> None:
    """`<key>_text` holds the words to print for a date, also where no date is known."""
    records, problems = read("actions", 'start = "2023"\nstart_text = "spring"\nend_text = "still open"')
    assert ([], {"start": "spring", "end": "still open"}) == (problems, records[0].date_texts)


def test_values_need_not_come_from_a_file() -> None:
    """Recording makes records of plain values by the same rules; tuples are lists there."""
    made = structure({"id": "a", "title": "T", "partners": ("x",)}, Action)
    assert ("x",) == made.partners
    with pytest.raises(Faults):
        structure({"id": "a", "title": 1}, Action)
    not_a_table: Any = "a"
    with pytest.raises(Faults):
        structure(not_a_table, Action)
