"""Reading a workbook: values and addresses as they stand, whoever saved it last; and clear words when that fails."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from importlib import util
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from pledgekit.errors import Refused
from pledgekit.sheets import reading
from pledgekit.sheets.reading import Sheet, address, read_book
from tests.sheets.hostile import book

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DAY, MOMENT = datetime.date(2024, 6, 15), datetime.datetime(2024, 6, 15, 12, 30)  # noqa: DTZ001 -- a sheet has no zones
TEXTS = ("two  blanks", "two\nlines", " around ", "=1+1", "'=1", "Łódź 東 😀", "x" * 32_000)


def made() -> bytes:
    """Make a workbook with cells of all kinds: beside and below the first cell, on sheets shown and hidden."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        day, moment = (workbook.add_format({"num_format": each}) for each in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
        sheet = workbook.add_worksheet("Lists & more")
        for column, text in enumerate(TEXTS, 1):
            sheet.write_string(1, column, text)
        sheet.write_number(2, 1, 3)
        sheet.write_number(2, 2, 3.5)
        sheet.write_boolean(2, 3, True)  # noqa: FBT003 -- what is to be written
        sheet.write_boolean(2, 4, False)  # noqa: FBT003  a cell
        sheet.write_datetime(2, 5, datetime.datetime(2024, 6, 15), day)  # noqa: DTZ001  as a spreadsheet holds it
        sheet.write_datetime(2, 6, MOMENT, moment)
        sheet.write_number(2, 7, 2025, day)
        sheet.write_formula(3, 1, "=1+1", None, 2)
        sheet.write_formula(3, 2, "=1/0", None, "#DIV/0!")
        sheet.write_string(3, 3, "2025", workbook.add_format({"num_format": "@"}))
        sheet.write_comment(3, 3, "A comment is no part of it")
        for row in (4, 5):
            sheet.write_formula(row, 1, "=PI()", None, 3.141592653589793)
        sheet.merge_range(7, 1, 7, 3, "merged")
        for name, hide in (("Hidden", "hide"), ("Very hidden", "very_hidden")):
            other = workbook.add_worksheet(name)
            other.write_string(0, 0, name)
            getattr(other, hide)()
    return data.getvalue()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The workbook as it was made, and as LibreOffice saves it as .xlsx and .ods."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed: round trips through it are not tested")
    folder = tmp_path_factory.mktemp("soffice")
    (folder / "book.xlsx").write_bytes(made())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    found = {}
    for kind in ("xlsx", "ods"):
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", f"{folder / kind}"]
        subprocess.run([*command, f"{folder / 'book.xlsx'}"], check=True, capture_output=True)
        found[kind] = (folder / kind / f"book.{kind}").read_bytes()
    return found


def check(data: bytes) -> Sheet:
    """See to it that a saved workbook holds what was written; give its first sheet."""
    found = read_book(data, file="book")
    first, *others = found.sheets
    assert [("Hidden", False), ("Very hidden", False)] == [(each.name, each.visible) for each in others]
    assert ("Lists & more", True, 1, 1, 8, 8) == (
        first.name, first.visible, first.top, first.left, first.bottom, first.right
    )  # fmt: skip
    assert TEXTS == first.rows[0]
    year = datetime.date(1905, 7, 17)
    assert [3, 3.5, True, False, DAY, MOMENT, year] == [first.value(2, column) for column in range(1, 8)]
    assert (True, False) == (first.value(2, 3), first.value(2, 4))
    assert (2, "2025", "merged") == (first.value(3, 1), first.value(3, 3), first.value(7, 1))
    assert {(3, 1), (3, 2), (4, 1), (5, 1)} == set(first.formulas)
    return first


def test_values_and_places() -> None:
    """Each cell is found at its place, days as days, a year in a cell for days as 1905, formulas by their cells."""
    first = check(made())
    assert "#DIV/0!" == first.value(3, 2)
    beyond = [(0, 0), (1, 0), (0, 1), (99, 1), (1, 99)]
    assert [""] * len(beyond) == [first.value(*place) for place in beyond]
    assert ["Hidden", "Very hidden"] == [each.value(0, 0) for each in read_book(made(), file="book").sheets[1:]]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_libreoffice_saved(saved: Mapping[str, bytes], kind: str) -> None:
    """Saved by LibreOffice, in its own format too, the same is read; what is true is no formula, though it says so."""
    check(saved[kind])


def test_addresses_are_as_people_say_them() -> None:
    """A cell is named by its sheet, its column's letters and its row from 1."""
    assert ["S!A1", "S!Z1", "S!AA2", "S!XFD1048576"] == [
        address("S", row, column) for row, column in ((0, 0), (0, 25), (1, 26), (1_048_575, 16_383))
    ]


def test_an_empty_sheet_has_nothing() -> None:
    """A sheet without cells begins and ends at once."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        workbook.add_worksheet()
    (sheet,) = read_book(data.getvalue(), file="book").sheets
    assert ((), 0, 0, "") == (sheet.rows, sheet.bottom, sheet.right, sheet.value(0, 0))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reader of workbooks is not installed, it is said how to install it."""
    reading._reader.cache_clear()  # noqa: SLF001 -- found once in each process
    monkeypatch.setattr(util, "find_spec", lambda _: None)
    with pytest.raises(Refused) as refused:
        read_book(book(), file="book")
    assert 'workbooks need the extra xlsx; install it: pip install "pledgekit[xlsx]"' == str(refused.value)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("import time; time.sleep(60)", "more time or memory"),
        ("raise MemoryError", "more time or memory"),
        ("import os; os.abort()", "more time or memory"),
        ("raise ValueError", "it cannot be read as a workbook"),
        ("print('[1]')", "it cannot be read as a workbook"),
        ("print('\"there is too much of it\"')", "there is too much of it"),
    ],
)
def test_whatever_ends_the_child_is_one_refusal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, words: str
) -> None:
    """A child that does not end, dies, or stops in the middle gives one refusal with the way out."""
    (tmp_path / "child.py").write_text(script)
    monkeypatch.setattr(reading, "__file__", f"{tmp_path / 'reading.py'}")
    monkeypatch.setattr(reading, "PATIENCE", 2)
    with pytest.raises(Refused, match=words) as refused:
        read_book(book(), file="book")
    assert ("book", True) == (refused.value.file, bool(refused.value.remedy))
