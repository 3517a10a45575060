"""The workbook that a city fills in, as a second reader of workbooks sees it."""

from __future__ import annotations

import builtins
import io
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from pledgekit.errors import UsageError
from pledgekit.rounds.workbook import workbook
from pledgekit.words import Words
from tests.rounds.forms import book_of, form, placed, with_record

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The register."""
    return placed(tmp_path)


def opened(root: Path, **asked: Any) -> openpyxl.Workbook:  # noqa: ANN401  keys of the form
    """Oslo's workbook."""
    return openpyxl.load_workbook(io.BytesIO(workbook(form(root, **asked), Words("en"))))


def written_in(sheet: Worksheet) -> list[str]:
    """The cells that may be written in."""
    return [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]


def test_the_same_form_gives_the_same_bytes(root: Path) -> None:
    """And another day other ones."""
    asked = form(root)
    assert workbook(asked, Words("en")) == workbook(form(root), Words("en"))
    assert workbook(asked, Words("en")) != workbook(asked._replace(issued=asked.issued.replace(year=2026)), Words("en"))


def test_only_the_cells_to_answer_in_may_be_written_in(root: Path) -> None:
    """Every sheet that is seen is protected, without a password; cells to write in hold text."""
    book = opened(root)
    seen = [each for each in book.worksheets if each.sheet_state == "visible"]
    assert ["Read me first", "Answers", "On record", "New actions"] == [each.title for each in seen]
    assert all(each.protection.sheet and not each.protection.password for each in seen)
    assert ["C13", "C14"] == written_in(seen[0])
    assert [f"{column}{row}" for row in (5, 6, 7) for column in "EFGIJ"] == written_in(seen[1])
    assert [f"{column}{row}" for row in (5, 6) for column in "FGH"] == written_in(seen[2])
    assert 12 * 8 == len(written_in(seen[3]))
    assert {"@"} == {sheet[place].number_format for sheet in seen for place in written_in(sheet)}
    assert {"veryHidden"} == {each.sheet_state for each in book.worksheets if each not in seen}


def test_keys_are_hidden_and_heads_stay_in_sight(root: Path) -> None:
    """The first row and column of each sheet are hidden; a table's head is frozen and printed on every page."""
    for sheet in opened(root).worksheets[:4]:
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden
        assert str(sheet["A1"].value).startswith("pk:")
    answers = opened(root)["Answers"]
    assert ("C5", "$4:$4", "landscape") == (
        answers.freeze_panes,
        answers.print_title_rows,
        answers.page_setup.orientation,
    )


def test_every_list_to_choose_from_has_a_name(root: Path) -> None:
    """Cells to choose in take their list by name, with help and an error in words; the lists lie on a hidden sheet."""
    book = opened(root)
    named = {rule.formula1.lstrip("=") for sheet in book.worksheets[:4] for rule in _lists(sheet)}
    assert {"pk_answer", "pk_publish", "pk_confirm", "pk_obstacle", "pk_status", "pk_clause"} == named
    assert named <= set(book.defined_names)
    for sheet in book.worksheets[:4]:
        for rule in sheet.data_validations.dataValidation:
            assert rule.prompt
            assert rule.type != "list" or rule.error


def _lists(sheet: Worksheet) -> list[Any]:
    return [each for each in sheet.data_validations.dataValidation if each.type == "list"]


def test_unchanged_is_offered_where_there_was_an_answer(root: Path) -> None:
    """It is the first word; nowhere else is it offered."""
    assert "unchanged" == opened(root)["pk-lists"]["B2"].value
    assert "not-started" == opened(root, city="bergen-no", declarations=["one-2020"])["pk-lists"]["B2"].value


def test_a_city_of_which_nothing_is_held(root: Path) -> None:
    """It reads that no action is on record, and where to name some; there is no empty table."""
    folder = root / "commitments/bergen-no"
    text = (folder / "city.toml").read_text("utf-8")
    (folder / "city.toml").write_text(text[: text.index("[[actions]]")], "utf-8")
    book = opened(root, city="bergen-no", declarations=["one-2020"])
    sheet = book["On record"]
    assert "We hold no action of your city yet." in str(sheet["B3"].value)
    assert ([], None) == (written_in(sheet), sheet.freeze_panes)
    assert "pk_action" not in book.defined_names
    assert 6 == len(book_of(form(root, city="bergen-no", declarations=["one-2020"])).sheets)


def test_titles_that_are_alike_are_told_apart(root: Path) -> None:
    """Two clauses of one title carry their declaration, in the table and in the list."""
    book = opened(root)
    shown = [book["Answers"][f"B{row}"].value for row in (5, 6, 7)]
    assert ["1. Speak out", "Work together (One)", "Work together (Two)"] == shown
    assert shown == [book["pk-lists"][f"M{row}"].value for row in (2, 3, 4)]


def test_what_the_form_is_stands_in_its_properties(root: Path) -> None:
    """So that other programs can tell forms apart without opening them; no author is named."""
    data = workbook(form(root), Words("en"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        told = archive.read("docProps/custom.xml").decode()
        core = archive.read("docProps/core.xml").decode()
    for expected in ("pledgekit_city", "oslo-no", "pledgekit_period", "pledgekit_format_version"):
        assert expected in told
    assert "2025-01-02T00:00:00Z" in core


def test_texts_that_look_like_formulas_stay_text(root: Path) -> None:
    """What is on record is never run, whatever it begins with; long texts and odd signs are survived."""
    odd = "=HYPERLINK(1)\\u0007 " + "long " * 8000
    text = f'[[actions]]\nid = "odd"\ntitle = "=1+1"\nsummary = "{odd}"\ncommitments = ["one-2020/a"]\n'
    with_record(root, text)
    sheet = book_of(form(root)).sheets[2]
    row = next(each for each in sheet.rows if each[0] == "oslo-no/odd")
    assert "=1+1" == row[1]
    assert str(row[2]).startswith("=HYPERLINK(1)")
    assert frozenset() == sheet.formulas


def test_without_the_extra(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said."""
    real = builtins.__import__

    def fail(name: str, *rest: Any) -> Any:  # noqa: ANN401  whatever import gives
        if name == "xlsxwriter":
            raise ImportError(name)
        return real(name, *rest)

    asked = form(root)
    monkeypatch.setattr(builtins, "__import__", fail)
    with pytest.raises(UsageError, match=r'pip install "pledgekit\[xlsx\]"'):
        workbook(asked, Words("en"))
