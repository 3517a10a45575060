"""Lines become clauses: numbers, titles, paragraphs; and nothing is made up."""

from __future__ import annotations

import pytest

from pledgekit.importing.clauses import Clause, as_sheet, found_clauses
from pledgekit.importing.documents import TextLine


def lines(text: str) -> list[TextLine]:
    """The lines of a text file."""
    return [TextLine(number, each) for number, each in enumerate(text.splitlines(), 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One\n2. Two", [Clause(1, "1", "", "One"), Clause(2, "2", "", "Two")]),
        (
            "1) One\n(2) Two\n3a. Three",
            [Clause(1, "1", "", "One"), Clause(2, "2", "", "Two"), Clause(3, "3a", "", "Three")],
        ),
        ("1. One,\nand on\n\nSecond\n- x\n(a) y", [Clause(1, "1", "", "One, and on\n\nSecond\n- x\n(a) y")]),
        ("Title: A\n1. One\n\nTITLE : B\n\n2. Two", [Clause(2, "1", "A", "One"), Clause(6, "2", "B", "Two")]),
        ("1.\nTitle: A\nOne", [Clause(1, "1", "A", "One")]),
        ("# A\n1. One\n## B\n2. Two", [Clause(2, "1", "A", "One"), Clause(4, "2", "B", "Two")]),
        ("Title: A\nTitle: B\n1. One", [Clause(3, "1", "B", "One")]),
        ("Title: A\n1.\nTitle: B\n2. Two", [Clause(2, "1", "A", ""), Clause(4, "2", "B", "Two")]),
        ("Title: A\nOne\n\nmore\nTitle: B\nTwo", [Clause(1, "", "A", "One\n\nmore"), Clause(5, "", "B", "Two")]),
        ("One\non\n\nTwo", [Clause(1, "", "", "One on"), Clause(4, "", "", "Two")]),
        ("One\nTwo", [Clause(1, "", "", "One"), Clause(2, "", "", "Two")]),
        ("\n\nOne\n\n\nTwo", [Clause(3, "", "", "One"), Clause(6, "", "", "Two")]),
        ("2023. is no number\n1. One", [Clause(2, "1", "", "One")]),
        ("", []),
    ],
)
def test_clauses_are_found(text: str, expected: list[Clause]) -> None:
    """By number, else by title, else one a paragraph, else one a line; text stays as it is, whatever its line ends."""
    assert expected == list(found_clauses(lines(text)).clauses)


@pytest.mark.parametrize(
    ("text", "left", "expected"),
    [
        ("# All\nPreamble\n1. One", ["Preamble"], [Clause(3, "1", "", "One")]),
        ("Preamble\n\n# A\nOne", ["Preamble"], [Clause(3, "", "A", "One")]),
        ("# All\n# A\nOne", ["All"], [Clause(2, "", "A", "One")]),
    ],
)
def test_what_is_no_clause_is_told(text: str, left: list[str], expected: list[Clause]) -> None:
    """A preamble, the heading of the whole; and a heading above a preamble is no title of the first clause."""
    found = found_clauses(lines(text))
    assert (left, expected) == ([each.text for each in found.left_out], list(found.clauses))


def test_layout_tells_headings_and_numbers() -> None:
    """As a document has them; a numbered heading begins a clause."""
    given = [TextLine(1, "A", heading=True), TextLine(2, "One", number="1"), TextLine(3, "2. Two", heading=True)]
    assert [Clause(2, "1", "A", "One"), Clause(3, "2", "", "Two")] == list(found_clauses(given).clauses)


def test_rows_are_official_and_found_again() -> None:
    """By an id made of the number; without one, by what is alike."""
    sheet = as_sheet([Clause(4, "3a", "A", "One"), Clause(6, "", "B", "Two")])
    assert ("id", "number", "title", "text", "wording") == sheet.header
    rows = [(each.number, each.cells) for each in sheet.rows]
    assert [(4, ("c3a", "3a", "A", "One", "official")), (6, ("", "", "B", "Two", "official"))] == rows
