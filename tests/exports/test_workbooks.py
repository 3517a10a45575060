"""Tables as a workbook: text in every cell, the same bytes again, and read back as it was."""

from __future__ import annotations

import datetime
import io
import sys
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from pledgekit.errors import Refused
from pledgekit.exports import workbooks
from pledgekit.exports.cells import bare, cell
from pledgekit.exports.tables import Table, table, to_csv
from pledgekit.exports.workbooks import Page, to_xlsx
from pledgekit.importing.books import read_list
from pledgekit.importing.rows import read_csv
from pledgekit.model.kinds import ACTIONS, KINDS, Kind
from pledgekit.sheets import read_book
from tests.registers import made
from tests.strategies import records

DAY = datetime.datetime(2025, 6, 1)  # noqa: DTZ001 -- a workbook's properties have no zone


def written(*pages: Page) -> bytes:
    """Write a workbook."""
    return to_xlsx(pages, title="T", made_on=DAY)


def texts() -> st.SearchStrategy[str]:
    """Any text but for two signs that are no letters, and that no reader of workbooks gives back."""
    return st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))


@given(st.lists(texts(), min_size=1, max_size=8))
@example(["=1+1", "'=1", "''=1", "'s-Gravenhage", "+1", "-1", "@a", "\t=1", "\r=1", "\0=1", "_x0041_", " a\r\n b "])
def test_any_text_comes_back(values: list[str]) -> None:
    """What stands in a cell is what was written, whatever signs are in it; none begins as a formula does."""
    row = tuple(cell(each) for each in values)
    found = read_book(written(Page("S", Table(tuple("abcdefghijkl"[: len(row)]), (row,)))), file="x").sheets[0]
    assert values == [bare(f"{found.value(1, column)}") for column in range(len(row))]
    assert not any(each.startswith(tuple("=+-@\t\r\n\0")) for each in row)


@given(st.sampled_from(list(KINDS.values())).flatmap(lambda kind: st.tuples(st.just(kind), records(kind))))
def test_any_record_comes_back(drawn: tuple[Kind[Any], Any]) -> None:
    """A sheet is read as the CSV of the same table: so what holds of that, holds of this."""
    kind, record = drawn
    made_table = table(kind, [record])
    assume(all(len(each) < 30_000 for each in made_table.rows[0]))
    assume(not any({"\ufffe", "\uffff"} & set(each) for each in made_table.rows[0]))
    there = read_list(written(Page("about", Table(("x",), ())), Page(kind.table, made_table)), kind, file="x")
    here = read_csv(to_csv(made_table), file="x")
    assert (here.header, here.rows) == (there.header, there.rows)


def test_every_cell_is_text() -> None:
    """No formula, no number, no day: each cell has the format of text, and the same pages give the same bytes."""
    action = made(
        "actions", "deed", title="=cmd|' /C calc'!A0", date="2024", remark="-1", summary="https://example.org"
    )
    page = Page("actions", table(ACTIONS, [action]))
    data = written(Page("about", Table(("About",), (("=1",),)), prose=True), page)
    assert data == written(Page("about", Table(("About",), (("=1",),)), prose=True), page)
    found = openpyxl.load_workbook(io.BytesIO(data))
    cells = [each for sheet in found for row in sheet.iter_rows() for each in row if each.value is not None]
    assert {("s", "@")} == {(each.data_type, each.number_format) for each in cells}
    assert {"'=1", "'=cmd|' /C calc'!A0", "2024", "'-1"} <= {each.value for each in cells}
    assert [] == [each.coordinate for each in cells if each.hyperlink]
    sheet = found["actions"]
    assert ("A2", f"A1:{get_column_letter(sheet.max_column)}2") == (sheet.freeze_panes, sheet.auto_filter.ref)
    assert ("T", DAY) == (found.properties.title, found.properties.created.replace(tzinfo=None))


def test_a_table_without_rows_has_its_header() -> None:
    """A kind that was asked for and has no record is a sheet with the names of columns."""
    assert (("a", "b"),) == read_book(written(Page("S", Table(("a", "b"), ()))), file="x").sheets[0].rows


def test_what_a_spreadsheet_cannot_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text or table too long is refused with the record's name, never cut."""
    page = Page("S", Table(("ref", "summary"), (("oslo-no/a", "x" * 32_768),)))
    with pytest.raises(Refused) as refused:
        written(page)
    assert "oslo-no/a: its summary is longer than the 32,767 signs of a cell; export csv has no such limit" == str(
        refused.value
    )
    assert written(Page("S", Table(("ref", "summary"), (("oslo-no/a", "x" * 32_767),))))
    monkeypatch.setattr(workbooks, "LIMIT_ROWS", 0)
    with pytest.raises(Refused, match="S: a sheet holds 0 rows"):
        written(page)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the writer of workbooks is not installed, it is said how to install it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Refused, match=r'install it: pip install "pledgekit\[xlsx\]"'):
        written(Page("S", Table(("a",), ())))
