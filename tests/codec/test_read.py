"""Reading a file: all of it that can be read, and a list of the rest with lines."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.read import line_of, parse, path_text, read_record, value
from pledgekit.codec.scalars import Faults
from pledgekit.model.kinds import ACTIONS
from pledgekit.model.problem import CODES
from pledgekit.model.record import Origin

TWO = b"""\
[city]
id = "oslo-no"
name = "Oslo"
kind = "city"

[[actions]]
id = "a"
title = "A"

[[actions]]
id = "b"
title = "B"
commitments = ["d/a",
    "d/b"]
"""


def codes(text: str, home: str = "commitments") -> list[tuple[str, int, str]]:
    """Code, line and path of everything that is wrong with a file."""
    parsed = parse(text.encode(), file=f"{home}/o/f.toml", owner="o", home=home)
    return [(each.code, each.line, each.path) for each in parsed.problems]


def test_a_file_holds_records_in_their_order_with_their_places() -> None:
    """Every record knows its owner, file, table and place in it."""
    parsed = parse(TWO, file="commitments/oslo-no/f.toml", owner="oslo-no", home="commitments")
    file = "commitments/oslo-no/f.toml"
    expected = [Origin(file, "city", -1), Origin(file, "actions", 0), Origin(file, "actions", 1)]
    assert expected == [each.origin for each in parsed.records]
    assert ["oslo-no", "oslo-no/a", "oslo-no/b"] == [str(each.ref) for each in parsed.records]


def test_a_bad_record_takes_no_other_with_it() -> None:
    """The others of its file are kept."""
    parsed = parse(TWO + b"[[actions]]\n", file="f", owner="oslo-no", home="commitments")
    assert (3, {"missing-key"}) == (len(parsed.records), {each.code for each in parsed.problems})


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("[actoins]\n", "commitments", [("unknown-table", 1, "actoins")]),
        ('title = "T"\n', "commitments", [("unknown-table", 1, "title")]),
        ("[zzz]\n", "commitments", [("unknown-table", 1, "zzz")]),
        ("[[actions]]\n", "declarations", [("wrong-home", 1, "actions")]),
        ("[[city]]\n", "commitments", [("wrong-type", 1, "city")]),
        ("[actions]\n", "commitments", [("wrong-type", 1, "actions")]),
        ("actions = [1]\n", "commitments", [("wrong-type", 1, "actions[0]")]),
        ("a = \n", "commitments", [("syntax", 1, "")]),
        ("a = " + "9" * 5000, "commitments", [("syntax", 1, "")]),
        ("", "commitments", [("empty-file", 1, "")]),
    ],
)
def test_what_is_no_record_is_named(text: str, home: str, expected: list[tuple[str, int, str]]) -> None:
    """Unknown tables, wrong homes and wrong brackets are problems, each with its line."""
    assert expected == codes(text, home)


def test_both_homes_hold_notes() -> None:
    """Notes, reviews and retractions lie with any owner."""
    text = '[[notes]]\nid = "n"\ntext = "T"\ndate = 2024-01-01\n'
    assert ([], []) == (codes(text), codes(text, "declarations"))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_reading_never_raises(data: bytes) -> None:
    """Whatever bytes a file holds, it gives records and problems with known codes."""
    parsed = parse(data, file="f", owner="o", home="commitments")
    assert {each.code for each in parsed.problems} <= set(CODES)
    assert all(each.line >= 1 and each.message and each.remedy for each in parsed.problems)


def test_records_are_made_of_values_by_the_same_rules() -> None:
    """What is recorded is as strict as what is typed, and knows its owner."""
    made = read_record(ACTIONS, {"id": "a", "title": "A", "recorded": datetime.date(2024, 1, 1)}, "oslo-no")
    assert "oslo-no/a" == str(made.ref)
    with pytest.raises(Faults):
        read_record(ACTIONS, {"id": "a"}, "oslo-no")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", 2024),
        ("2024-06-15", datetime.date(2024, 6, 15)),
        ('["a", "b"]', ["a", "b"]),
        ("true", True),
        ('"2024"', "2024"),
        ("spring 2023", "spring 2023"),
        ("1\nx = 2", "1\nx = 2"),
        ("1\rx", "1\rx"),
        ("\0", "\0"),
        ("\udcff", "\udcff"),
        ("[" * 100, "[" * 100),
        ("", ""),
    ],
)
def test_a_value_is_typed_as_in_a_file(text: str, expected: object) -> None:
    """What TOML would not take is text."""
    assert (type(expected), expected) == (type(value(text)), value(text))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ""),
        (("city", "name"), "city.name"),
        (("actions", 0, "evidence", 1, "url"), "actions[0].evidence[1].url"),
    ],
)
def test_paths_are_written_as_people_read_them(path: tuple[str | int, ...], expected: str) -> None:
    """Keys are joined by dots, numbers stand in brackets."""
    assert expected == path_text(path)


@pytest.mark.parametrize(
    ("origin", "key", "expected"),
    [
        (Origin("f", "city", -1), "", 1),
        (Origin("f", "city", -1), "kind", 4),
        (Origin("f", "actions", 1), "", 10),
        (Origin("f", "actions", 1), "title", 12),
        (Origin("f", "actions", 1), "commitments.1", 14),
        (Origin("f", "actions", 1), "summary", 10),
    ],
)
def test_a_record_and_its_keys_are_found_in_the_bytes(origin: Origin, key: str, expected: int) -> None:
    """A line is that of the key, or of the nearest above it that is there."""
    assert expected == line_of(TWO, origin, key)


def test_endless_problems_end() -> None:
    """Of a file with very many problems a thousand are listed, with their lines; one more says what was left."""
    read = parse(b"[[actions]]\n" * 3000, file="f", owner="oslo-no", home="commitments")
    assert (1001, []) == (len(read.problems), read.records)
    assert [1, 500] == [read.problems[0].line, read.problems[999].line]
    expected = (
        "1000 problems of this file are listed; and 0 more were found in it, and 2500 of its records were not read"
    )
    assert expected == read.problems[-1].message
    keys = "".join(f"k{number} = 1\n" for number in range(1500)).encode()
    read = parse(b"[[actions]]\n" + keys, file="f", owner="oslo-no", home="commitments")
    assert 1001 == len(read.problems)
    assert "502 more were found" in read.problems[-1].message


@pytest.mark.parametrize("number", [0, -1])
def test_revisions_are_counted_from_one(number: int) -> None:
    """A revision of 0 or less is none."""
    text = f'[[notes]]\nid = "n"\nrevision = {number}\ntext = "t"\ndate = 2024-01-01\n'
    read = parse(text.encode(), file="f", owner="oslo-no", home="commitments")
    assert [f"{number} is no revision"] == [each.message for each in read.problems]


def test_a_long_id_is_said_to_be_long() -> None:
    """An id of more than 80 characters is told so."""
    text = f'[[notes]]\nid = "{"a" * 101}"\ntext = "t"\ndate = 2024-01-01\n'
    read = parse(text.encode(), file="f", owner="oslo-no", home="commitments")
    assert [("an id of 101 characters is too long", "Use at most 80.")] == [
        (p.message, p.remedy) for p in read.problems
    ]
