"""Lists on sheets of workbooks: which sheet, which header, and what a spreadsheet's cells become."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from pledgekit.errors import Refused, UsageError
from pledgekit.importing import books
from pledgekit.importing.books import read_list
from pledgekit.importing.rows import Row, Sheet
from pledgekit.model.kinds import ACTIONS
from tests.sheets.hostile import ODS_ROWS, book, ods

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Rows = Sequence[Sequence[object]]

PLAIN: list[list[object]] = [["City", "Title"], ["Oslo", "New"]]


def workbook(sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """Make a workbook; a text beginning with = is a formula."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as made:
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            if name in hidden:
                sheet.very_hidden()
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, datetime.date):
                        sheet.write_datetime(number, column, cell, day)
                    elif cell is not None:
                        sheet.write(number, column, cell)
    return data.getvalue()


def read(data: bytes, sheet: str = "", file: str = "list.xlsx") -> Sheet:
    """Read a list of actions."""
    return read_list(data, ACTIONS, file=file, sheet=sheet)


def test_a_list_is_read_as_csv_would_be() -> None:
    """Header, rows with their numbers, the kind of workbook and the sheet."""
    expected = Sheet(("City", "Title"), (Row(2, ("Oslo", "New")),), book="xlsx", sheet="List")
    assert expected == read(book())
    assert expected._replace(book="ods") == read(ods(ODS_ROWS), file="list.ods")
    assert expected._replace(ending=".csv") == read(book(), file="list.csv")
    assert expected == read(book(), file="list")


def test_the_header_may_stand_below_a_title() -> None:
    """The row that names most keys is the header; rows above it are no part of the list, empty columns neither."""
    rows: list[list[object]] = [
        ["Our actions"],
        [],
        [None, "as of 2024", "Title"],
        [None, "City", None, "Title"],
        [None, "Oslo", None, "New"],
    ]
    found = read(workbook({"S": rows}))
    assert (("", "City", "", "Title"), 4, frozenset({0, 2})) == (found.header, found.head, found.empty)
    assert (Row(5, ("", "Oslo", "", "New")),) == found.rows


def test_names_given_to_map_are_names_of_columns() -> None:
    """A header in words of one's own is found by what --map says of it; without any, it is the first row."""
    rows = [["note", "x"], ["Gemeinde", "Was"], ["Oslo", "New"]]
    assert ("Gemeinde", "Was") == read_list(workbook({"S": rows}), ACTIONS, file="x", mapped=["gemeinde", "was"]).header
    assert ("Gemeinde", "Was") == read(workbook({"S": rows[1:]})).header


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (3, "3"),
        (-3.5, "-3.5"),
        (123456789012345, "123456789012345"),
        (True, "true"),
        (False, "false"),
        (datetime.date(2024, 6, 15), "2024-06-15"),
        (datetime.datetime(2024, 6, 15, 12, 30), "2024-06-15 12:30:00"),  # noqa: DTZ001  as a spreadsheet holds it
        ("'=1", "'=1"),
        ("2024", "2024"),
    ],
)
def test_cells_become_what_one_would_type(cell: object, expected: str) -> None:
    """Numbers without .0, truths as words, days as ISO; nothing is wrong with any of them."""
    assert (Row(2, ("Oslo", expected)),) == read(workbook({"S": [PLAIN[0], ["Oslo", cell]]})).rows


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("=1+1", "it holds a formula"),
        ("=1/0", "it holds a formula"),
        ("#N/A", "it shows #N/A, an error of the spreadsheet"),
        (1e15, "1e+15 is longer than the numbers that a spreadsheet keeps"),
    ],
)
def test_cells_that_lost_something_are_told(cell: object, words: str) -> None:
    """A formula, an error, a number too long: a fault of that cell, with its remedy."""
    (row,) = read(workbook({"S": [PLAIN[0], ["Oslo", cell]]})).rows
    ((at, (message, remedy)),) = row.faults.items()
    assert (1, words, True) == (at, message, bool(remedy))


def test_a_formula_in_the_header_is_refused() -> None:
    """A column whose name is made by a formula has no name."""
    with pytest.raises(Refused, match="S!B1 should name a column, and it holds a formula"):
        read(workbook({"S": [["City", "=1+1"], ["Oslo", "New"]]}))


def test_which_sheet() -> None:
    """The only one with anything on it, the one named like the kind, or the one that is named."""
    two = workbook({"Cities": PLAIN, "Actions": [["City", "Title"], ["Oslo", "Other"]], "Empty": []})
    assert "Actions" == read(two).sheet
    assert ["Cities", "Cities"] == [read(two, each).sheet for each in ("Cities", "cities")]
    assert "List" == read(workbook({"List": PLAIN, "Empty": []})).sheet
    assert "List" == read(workbook({"List": PLAIN, "Codes": PLAIN}, hidden=["Codes"])).sheet
    assert "Codes" == read(workbook({"List": PLAIN, "Codes": PLAIN}, hidden=["Codes"]), "Codes").sheet


@pytest.mark.parametrize(
    ("sheets", "hidden", "words"),
    [
        ({"A": PLAIN, "B": PLAIN}, (), "it has 2 sheets: 'A', 'B'; say which with --sheet NAME"),
        ({"Empty": []}, (), "it holds nothing"),
        ({"Empty": [], "B": PLAIN}, ("B",), "only hidden sheets of it hold anything; say which: --sheet 'Empty', 'B'"),
        ({"A": [["City", "Title", "city "], ["a", "b", "c"], [], ["City", "City"]]}, (), ""),
        ({"A": [["City", "City"], ["a", "b"]]}, (), "two columns are named 'City'"),
    ],
)
def test_what_gives_no_list(sheets: Mapping[str, Rows], hidden: Sequence[str], words: str) -> None:
    """It is never guessed which sheet is meant."""
    data = workbook(sheets, hidden)
    if not words:
        assert ("City", "Title", "city") == read(data).header
        return
    with pytest.raises(Refused) as refused:
        read(data)
    assert words in str(refused.value)


def test_a_sheet_that_is_not_there() -> None:
    """The nearest name is suggested, and all are named."""
    with pytest.raises(UsageError) as raised:
        read(workbook({"Actions": PLAIN, "Other": PLAIN}), "Action list")
    assert "--sheet: no one sheet is named 'Action list'; nearest: 'Actions'; sheets: 'Actions', 'Other'" == str(
        raised.value
    )
    with pytest.raises(UsageError, match=r"sheets: 'List'"):
        read(book(), "Xyzzy")


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list has as many rows as one kept as CSV may have."""
    monkeypatch.setattr(books, "LIMIT_ROWS", 1)
    assert 1 == len(read(book()).rows)
    with pytest.raises(Refused, match="more than 1 rows"):
        read(workbook({"S": [*PLAIN, ["Oslo", "Newer"]]}))
