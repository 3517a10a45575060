"""What a workbook that came back says, whatever happened to it on the way."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.errors import Refused
from pledgekit.rounds.answers import read_answers
from pledgekit.words import Words
from tests.rounds.forms import (
    book_of,
    edited,
    filled,
    form,
    grid,
    placed,
    resheeted,
    row_of,
    scrambled,
    sheet_of,
    sheet_with,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pledgekit.rounds.answers import Answers
    from pledgekit.sheets.reading import Book, Sheet, Value

SAID = {
    "answered_by": "A. Person",
    "answered_on": "2025-02-10",
    "answers one-2020/a answer": "limited",
    "answers one-2020/a narrative": "We did\nthis.",
    "answers one-2020/b answer": "nothing new",
    "answers two-2021/y publish": "no",
    "actions oslo-no/days confirm": "right",
    "new new-1 title": "Fair",
    "new new-3 title": "Market",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Oslo's workbook, empty."""
    return book_of(form(placed(tmp_path_factory.mktemp("register"))))


@pytest.fixture(scope="module")
def full(book: Book) -> Book:
    """Oslo's workbook, filled in here and there."""
    return filled(book, SAID)


def said(answers: Answers) -> dict[str, dict[str, str]]:
    """What is said, by sheet and row; the free rows are told by their title."""
    return {
        f"{sheet} {row.said.get('title', row.key)}": dict(row.said)
        for sheet, rows in answers.rows.items()
        for row in rows
        if row.said
    }


EXPECTED = {
    "start answered_by": {"value": "A. Person"},
    "start answered_on": {"value": "2025-02-10"},
    "answers one-2020/a": {"answer": "limited", "narrative": "We did\nthis."},
    "answers one-2020/b": {"answer": "nothing-new"},
    "answers two-2021/y": {"publish": "no"},
    "actions oslo-no/days": {"confirm": "right"},
    "new Fair": {"title": "Fair"},
    "new Market": {"title": "Market"},
}


def test_an_empty_form_says_nothing(book: Book) -> None:
    """Nothing is said, nothing is wrong, and it knows whose it is."""
    found = read_answers(book)
    assert {} == said(found)
    assert ((), ()) == (found.faults, found.notes)
    assert ("oslo-no", "2024", "en") == tuple(found.facts[key] for key in ("city", "period", "lang"))
    assert ("", "") == (found.answered_by, found.answered_on)


def test_what_was_filled_in_is_read(full: Book) -> None:
    """Words from lists come as their ids, each with the cell it stands in."""
    found = read_answers(full)
    assert EXPECTED == said(found)
    assert ("A. Person", "2025-02-10") == (found.answered_by, found.answered_on)
    row = next(row for row in found.rows["answers"] if row.key == "one-2020/a")
    assert ("Answers!B5", "Answers!G5") == (row.places[""], row.places["narrative"])
    assert "Read me first!C14" == found.place_of("answered_on")


@given(st.data())
def test_where_things_stand_makes_no_difference(full: Book, data: st.DataObject) -> None:
    """Any order of sheets, rows and columns, any names of sheets, and anything put between them: the same is read."""
    found = read_answers(scrambled(full, data))
    assert EXPECTED == said(found)
    assert () == found.faults
    assert read_answers(full).same_as(found)


def test_two_workbooks_that_say_the_same(full: Book, book: Book) -> None:
    """Are told from those that do not: by what is said in which row, by the form, by faults."""
    found = read_answers(full)
    assert found.same_as(read_answers(full._replace(file="copy.xlsx")))
    assert not found.same_as(read_answers(book))
    assert not found.same_as(read_answers(filled(full, {"answers one-2020/a narrative": "Else."})))
    assert not found.same_as(read_answers(filled(full, {"answers one-2020/a answer": "much"})))
    swapped = {"answers one-2020/a answer": "", "answers one-2020/a narrative": "", "answers one-2020/b answer": ""}
    one = read_answers(filled(full, {**swapped, "answers one-2020/a answer": "limited"}))
    other = read_answers(filled(full, {**swapped, "answers one-2020/b answer": "limited"}))
    assert not one.same_as(other)


def test_forms_in_other_languages(tmp_path: Path) -> None:
    """Words from their lists come as the same ids; who types a word of another language is understood."""
    german = book_of(form(placed(tmp_path), lang="de"))
    words = Words("de")
    level, leave = words.level("completion", "limited"), words.say("round.publish.unnamed")
    cells = {"answers one-2020/a answer": level, "answers one-2020/a publish": leave, "new new-1 status": "done"}
    found = read_answers(filled(german, {**cells, "answers one-2020/b answer": "substantial"}))
    assert {
        "answers one-2020/a": {"answer": "limited", "publish": "unnamed"},
        "answers one-2020/b": {"answer": "substantial"},
        "new new-1": {"status": "closed"},
    } == said(found)
    assert ((), "de") == (found.faults, found.facts["lang"])


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("new new-1 date", 2024.0, "2024"),
        ("new new-1 date", 2024, "2024"),
        ("new new-1 date", datetime.date(2024, 5, 31), "2024-05-31"),
        ("new new-1 date", datetime.datetime(2024, 5, 31, 0, 0), "2024-05-31"),  # noqa: DTZ001  as a spreadsheet holds it
        ("new new-1 title", "  Two\n lines\tand\x0bmore ", "Two lines and more"),
        ("new new-1 title", "x\x00y\x07\ud800z_x000D_", "xyz"),
        ("new new-1 title", 0.5, "0.5"),
        ("new new-1 title", None, ""),
        ("answers one-2020/a narrative", " One\r\n\r\nTwo\x0bThree\rFour ", "One\n\nTwo\nThree\nFour"),
        ("answers one-2020/a narrative", "#Blacklives!", "#Blacklives!"),
        ("answers one-2020/a answer", " LIMITED ", "limited"),
        ("answers one-2020/a answer", "substantial", "substantial"),
        ("answers one-2020/a publish", "Yes, without naming us", "unnamed"),
        ("answers one-2020/a publish", "unnamed", "unnamed"),
        ("answers one-2020/a publish", "ja", "yes"),
        ("new new-1 clause", "1. speak out", "one-2020/a"),
        ("new new-1 clause", "two-2021/y", "two-2021/y"),
    ],
)
def test_what_a_cell_says(book: Book, cell: str, value: Value, expected: str) -> None:
    """Numbers and days as people type them, text without signs that nobody sees, words in any language of forms."""
    found = read_answers(filled(book, {cell: value}))
    assert () == found.faults
    sheet, key, column = cell.split()
    row = next(row for row in found.rows[sheet] if row.key == key)
    assert expected == row.said.get(column, "")
    assert not row.broken


@pytest.mark.parametrize(
    ("cell", "value", "place", "expected"),
    [
        ("new new-1 date", datetime.date(1905, 7, 16), "New actions!D5", "1905-07-16 is no day meant here"),
        ("new new-1 title", True, "New actions!B5", "it says true or false"),
        ("new new-1 title", "#N/A", "New actions!B5", "it shows #N/A, an error of the spreadsheet"),
        ("new new-1 title", "Err:502", "New actions!B5", "it shows Err:502"),
        ("answers one-2020/a answer", "substantail", "Answers!E5", "not in the list; nearest: substantial"),
        ("answers one-2020/a publish", "maybe next year?", "Answers!J5", "'maybe next year?' is not in the list"),
        ("new new-1 clause", "Something else", "New actions!C5", "'Something else' is not in the list"),
    ],
)
def test_what_cannot_be_understood(book: Book, cell: str, value: Value, place: str, expected: str) -> None:
    """Each such cell is a fault with its name; its row is marked, since it is not whole."""
    found = read_answers(filled(book, {cell: value}))
    assert [place] == [each.place for each in found.faults]
    assert expected in found.faults[0].message
    sheet, key, _ = cell.split()
    assert next(row for row in found.rows[sheet] if row.key == key).broken


def test_formulas_are_refused_by_cell(book: Book) -> None:
    """A cell to write in that holds a formula is a fault; our own that counts words is none, nor are those beside."""
    made = filled(book, {"answers one-2020/a narrative": "made by =A1", "answers one-2020/a answer": "limited"})
    made = resheeted(made, "answers", lambda each: each._replace(formulas=each.formulas | {(4, 6), (4, 20)}))
    found = read_answers(made)
    assert [("Answers!G5", "it holds a formula; type what it should say")] == list(found.faults)
    assert {"answer": "limited"} == next(row for row in found.rows["answers"] if row.broken).said


def test_added_columns_and_rows_are_said(full: Book) -> None:
    """What stands in them is not read, and that is said with the cell; empty ones are not worth it."""

    def add(sheet: Sheet) -> Sheet:
        return edited(sheet, {(3, 11): "Checked by", (4, 11): "Bo", (7, 6): "More words", (9, 1): "A heading of ours"})

    found = read_answers(resheeted(full, "answers", add))
    assert [
        ("Answers!L4", "this column was added, and is not read"),
        ("Answers!G8", "this row was added, and is not read"),
    ] == list(found.notes)
    assert EXPECTED == said(found)


def test_rows_added_among_the_free_ones_are_read(full: Book) -> None:
    """Below the twelve, in between with a copied key, or without: on that sheet keys say nothing."""

    def add(sheet: Sheet) -> Sheet:
        last = row_of(sheet, "new-12")
        copied = {(last + 3, 0): "new-1", (last + 3, 1): "Fair again"}
        return edited(sheet, {(last + 1, 1): "Below", **copied, (last + 4, 1): ""})

    found = read_answers(resheeted(full, "new", add))
    titles = [row.said["title"] for row in found.rows["new"] if row.said]
    assert ["Fair", "Market", "Below", "Fair again"] == titles
    assert ((), ()) == (found.faults, found.notes)


def test_copied_rows(full: Book) -> None:
    """Of two rows with one key that say the same the first is read; where they differ that is a fault."""

    def copied(narrative: str) -> Callable[[Sheet], Sheet]:
        def change(sheet: Sheet) -> Sheet:
            rows = grid(sheet)
            twin = list(rows[4])
            twin[6] = narrative
            return sheet._replace(rows=tuple(tuple(row) for row in [*rows, twin]))

        return change

    same = read_answers(resheeted(full, "answers", copied("We did\nthis.")))
    assert [("Answers!B8", "this row is a copy of that for one-2020/a, and is not read")] == list(same.notes)
    differing = read_answers(resheeted(full, "answers", copied("Else")))
    assert [("Answers!B8", "two rows are for one-2020/a, and they differ; keep one")] == list(differing.faults)
    empty = read_answers(resheeted(book_without(full), "answers", copied("")))
    assert ((), ()) == (empty.faults, empty.notes)


def book_without(book: Book) -> Book:
    """The same without what is said of the first question."""
    return filled(book, {"answers one-2020/a answer": "", "answers one-2020/a narrative": ""})


def test_copied_columns(full: Book) -> None:
    """A second column with a key is one that was added."""

    def copy(sheet: Sheet) -> Sheet:
        return sheet._replace(rows=tuple((*row, row[4]) for row in sheet.rows))

    found = read_answers(resheeted(full, "answers", copy))
    assert [("Answers!K4", "this column was added, and is not read")] == list(found.notes)


@pytest.mark.parametrize(("sheet", "row", "other"), [("answers", 4, 5), ("actions", 4, 5)])
def test_visible_cells_sorted_without_the_hidden_ones(full: Book, sheet: str, row: int, other: int) -> None:
    """A row that carries another's title is a fault where it says something: nobody can know which is meant."""
    made = filled(full, {"actions oslo-no/plan confirm": "right", "answers one-2020/b answer": "limited"})

    def swap(each: Sheet) -> Sheet:
        rows = grid(each)
        rows[row][1:], rows[other][1:] = rows[other][1:], rows[row][1:]
        return each._replace(rows=tuple(tuple(cells) for cells in rows))

    found = read_answers(resheeted(made, sheet, swap))
    assert 2 == len(found.faults)
    assert all("was a part sorted?" in each.message for each in found.faults)
    silent = read_answers(resheeted(filled(made, dict.fromkeys(_cells(sheet), "")), sheet, swap))
    assert () == silent.faults


def _cells(sheet: str) -> list[str]:
    if sheet == "actions":
        return ["actions oslo-no/days confirm", "actions oslo-no/plan confirm"]
    return ["answers one-2020/a answer", "answers one-2020/a narrative", "answers one-2020/b answer"]


def test_titles_that_were_cleared_move_nothing(full: Book) -> None:
    """A title that somebody deleted is no sign of a sorted part; nor is a whole column of titles."""
    cleared = read_answers(filled(full, {"answers one-2020/a heading": ""}))
    assert EXPECTED == said(cleared)

    def without(sheet: Sheet) -> Sheet:
        return sheet._replace(rows=tuple((row[0], *row[2:]) for row in sheet.rows))

    assert EXPECTED == said(read_answers(resheeted(full, "answers", without)))


def test_deleted_rows_columns_and_sheets(full: Book) -> None:
    """What is gone says nothing; a sheet that is gone is mentioned."""

    def cut(sheet: Sheet) -> Sheet:
        return sheet._replace(rows=tuple(row[:8] for row in sheet.rows[:5]))

    found = read_answers(resheeted(full, "answers", cut))
    assert {key: said for key, said in EXPECTED.items() if "one-2020/b" not in key and "/y" not in key} == said(found)
    less = full._replace(sheets=tuple(each for each in full.sheets if each is not sheet_of(full, "new")))
    found = read_answers(less)
    assert [("oslo-no-2024.xlsx", "its sheet pk:new is gone")] == list(found.notes)
    assert {key: said for key, said in EXPECTED.items() if not key.startswith("new")} == said(found)


def test_copied_sheets(full: Book) -> None:
    """A copy that says the same is passed over; one that says something else is a fault in its row."""
    sheet = sheet_of(full, "answers")
    copy = edited(sheet, {})._replace(name="Answers (2)")
    found = read_answers(full._replace(sheets=(*full.sheets, copy)))
    assert [("Answers (2)", "this sheet is a copy, and is not read")] == list(found.notes)
    other = edited(copy, {(5, 6): "Else"})
    found = read_answers(full._replace(sheets=(*full.sheets, other)))
    assert ["Answers (2)!B6"] == [each.place for each in found.faults]
    assert "keep one of them" in found.faults[0].message


def test_added_sheets_are_said(full: Book) -> None:
    """What somebody keeps beside the form is not read, and that is said; an empty sheet is not worth a word."""
    sheets = [
        sheet_with("Notes", (("call Bo",),), 2, 1),
        sheet_with("Empty", (("",),)),
    ]
    found = read_answers(full._replace(sheets=(*sheets, *full.sheets)))
    assert [("Notes", "this sheet was added, and is not read")] == list(found.notes)
    assert EXPECTED == said(found)


def refused(book: Book) -> str:
    """What is said of a workbook that cannot be read."""
    with pytest.raises(Refused) as raised:
        read_answers(book)
    return f"{raised.value}"


def test_what_is_no_form_of_ours(book: Book) -> None:
    """Is refused in one line, with the command that reads lists."""
    other = book._replace(sheets=(sheet_with("Sheet1", (("Name", 3.0, None),)),))
    expected = "oslo-no-2024.xlsx: it is not a form made by pledgekit; lists are read by: pledgekit import"
    assert expected == refused(other)


@pytest.mark.parametrize("key", ["form", "lists"])
def test_without_its_hidden_sheets(book: Book, key: str) -> None:
    """A form whose hidden sheets are gone is refused: copied into another workbook, perhaps."""
    less = book._replace(sheets=tuple(each for each in book.sheets if each is not sheet_of(book, key)))
    assert f"oslo-no-2024.xlsx: hidden keys are gone ({key}); copy the answers" in refused(less)


def test_without_hidden_rows(full: Book) -> None:
    """A sheet that lost its row of keys could hold answers that nobody would read: the form is refused."""
    bare = resheeted(full, "actions", lambda each: each._replace(rows=each.rows[1:]))
    assert "hidden keys are gone (actions; from: On record)" in refused(bare)


def test_cleared_keys_of_columns(full: Book) -> None:
    """A column whose key is gone is one that was added, and so is said; with no key at all nothing is read there."""
    one = read_answers(resheeted(full, "answers", lambda each: edited(each, {(0, 6): ""})))
    assert ("Answers!G4", "this column was added, and is not read") in one.notes
    cleared = resheeted(full, "new", lambda each: edited(each, {(0, n): "" for n in range(1, 9)}))
    assert [] == [row for row in read_answers(cleared).rows["new"] if row.said]


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("format_version", "2", "it is a form of version 2, and this program reads 1"),
        ("format_version", "", "it is a form of version unknown"),
        ("format", "other/form", "it is a form of version 1, and this program reads 1"),
    ],
)
def test_forms_of_other_versions(book: Book, fact: str, value: str, expected: str) -> None:
    """Are refused, with what can read them."""
    other = resheeted(book, "form", lambda each: edited(each, {(row_of(each, fact), 1): value}))
    assert expected in refused(other)


def test_large_sheets_are_read_at_once(full: Book) -> None:
    """A sheet with as many rows as the gate lets pass, none of them ours, is looked through in one go."""
    many = sheet_with("Many", (("x",) * 3,) * 100_000)
    long = resheeted(full, "answers", lambda each: each._replace(rows=(*each.rows, *((("", "x", "y") * 2,) * 50_000))))
    found = read_answers(long._replace(sheets=(many, *long.sheets)))
    assert EXPECTED == said(found)
    assert 50_001 == len(found.notes)
