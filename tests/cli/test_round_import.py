"""`round import`: what staff reads before it writes, and what is written."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from pledgekit.rounds.workbook import workbook
from pledgekit.words import Words
from tests.cli.small import Program
from tests.rounds.forms import form, placed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program on a register with a round, on 1 June 2025."""
    return Program(placed(tmp_path / "register"), capsys)


def form_file(run: Program, path: Path, cells: dict[str, Any], *, city: str = "oslo-no") -> Path:
    """Write the form of a city, filled in: cells are named by sheet and address."""
    declarations = ["one-2020", "two-2021"] if city == "oslo-no" else ["one-2020"]
    data = workbook(form(run.root, city=city, declarations=declarations), Words("en"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        book[sheet][cell] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


DAY = "Read me first!C14"
CELLS: dict[str, Any] = {
    "Read me first!C13": "A. Person",
    DAY: "2025-02-10",
    "Answers!E5": "substantial",
    "Answers!G5": "Much was done. " * 10,
    "Answers!J5": "yes",
    "On record!F5": "right",
    "On record!H5": "no",
    "New actions!B5": "Fair",
    "New actions!C5": "1. Speak out",
}


def test_a_preview(run: Program, tmp_path: Path) -> None:
    """Per file a line, then each row that does something; nothing is written, and how to write it is said."""
    before = run.files()
    path = form_file(run, tmp_path / "oslo.xlsx", CELLS)
    ran = run("round", "import", f"{path}")
    assert (0, "this is a preview, nothing was written; to write it: --apply\n") == (ran.code, ran.err)
    assert (
        f"""\
{path}: Oslo, 2024: 3 new, 1 changed, 0 the same, 0 refused
  Answers!B5: new: one-2020/a: substantial (may be published)
  Answers!B5: new: two-2021/x: substantial (may be published)
  On record!B5: changed: oslo-no/days (must not be published: hidden from the public at once)
      confirmed: 2025-02-10
  New actions!B5: new: Fair
"""
        == ran.out
    )
    assert before == run.files()
    assert "A. Person" not in ran.out + ran.err


def test_writing_it(run: Program, tmp_path: Path) -> None:
    """The files are named on stdout; what was shown is said on stderr; read again it is all the same."""
    path = form_file(run, tmp_path / "oslo.xlsx", CELLS)
    ran = run("round", "import", f"{path}", "--apply", "--recorded-by", "staff")
    assert 0 == ran.code
    assert 3 == len(ran.out.splitlines())
    assert "3 files were written" in ran.err
    assert "New actions!B5: new: Fair" in ran.err
    after = run.files()
    again = run("round", "import", f"{path}", "--apply")
    assert (0, "") == (again.code, again.out)
    assert "0 new, 0 changed, 4 the same, 0 refused" in again.err
    assert "nothing was written: all of it is on record" in again.err
    assert after == run.files()
    assert 0 == run("check").code


def test_what_becomes_what(run: Program, tmp_path: Path) -> None:
    """A change shows the old value and the new one, shortened; what is taken away is shown as well."""
    run("round", "import", f"{form_file(run, tmp_path / 'a.xlsx', CELLS)}", "--apply")
    newer = {DAY: "2025-02-20", "Answers!E5": "complete", "Answers!J5": "yes"}
    ran = run("round", "import", f"{form_file(run, tmp_path / 'b.xlsx', newer)}")
    assert "      completion: substantial → complete\n" in ran.out
    assert f"      narrative: {('Much was done. ' * 10)[:59]}… → (nothing)\n" in ran.out


def test_refused_cells(run: Program, tmp_path: Path) -> None:
    """Each by its cell; the form is not written, others are, and the exit code says so."""
    bad = form_file(run, tmp_path / "in/oslo.xlsx", {"Answers!E5": "substantail", "New actions!G5": "Words"})
    form_file(run, tmp_path / "in/bergen.xlsx", {"Answers!E5": "complete"}, city="bergen-no")
    ran = run("round", "import", f"{tmp_path / 'in'}")
    assert 1 == ran.code
    assert f"{bad}: Oslo, 2024: 0 new, 0 changed, 0 the same, 2 refused\n" in ran.out
    assert "  Answers!E5: refused ('substantail' is not in the list; nearest: substantial)\n" in ran.out
    assert "  New actions!B5: refused: new-1 (an action has no title)\n" in ran.out
    ran = run("round", "import", f"{tmp_path / 'in'}", "--apply")
    assert 1 == ran.code
    assert ["commitments/bergen-no"] == [line.rpartition("/")[0] for line in ran.out.splitlines()]
    assert "1 form is not written: something of it is refused; repair the cells in the workbook" in ran.err


def test_nothing_written_is_not_all_on_record(run: Program, tmp_path: Path) -> None:
    """After a refusal, or of an empty form, it is only said that nothing was written."""
    for cells in ({"Answers!E5": "substantail"}, {}):
        ran = run("round", "import", f"{form_file(run, tmp_path / 'one.xlsx', cells)}", "--apply")
        assert int(bool(cells)) == ran.code
        assert ran.err.endswith("nothing was written\n")


def test_what_is_no_form(run: Program, tmp_path: Path) -> None:
    """One line a file, with the way out; other files are read all the same."""
    good = form_file(run, tmp_path / "in/a.xlsx", {"Answers!E5": "complete"})
    (tmp_path / "in/b.xlsx").write_bytes(b"nothing")
    (tmp_path / "in/~$a.xlsx").write_bytes(b"lock")
    (tmp_path / "in/old.xls").write_bytes(b"old")
    (tmp_path / "in/mail.txt").write_text("hello", "utf-8")
    openpyxl.Workbook().save(tmp_path / "in/c.xlsx")
    ran = run("round", "import", f"{tmp_path / 'in'}", "--apply")
    assert 1 == ran.code
    assert 1 == len(ran.out.splitlines())
    lines = ran.err.splitlines()
    assert (
        f"pledgekit: {tmp_path}/in/old.xls is no workbook that can be read (.xlsx, .ods), and is passed over" in lines
    )
    assert any(f"{tmp_path}/in/b.xlsx: it is not a workbook; save it as" in line for line in lines)
    assert any(f"{tmp_path}/in/c.xlsx: it is not a form made by pledgekit" in line for line in lines)
    assert any(line.startswith(f"{good}: Oslo") for line in lines)
    assert "pledgekit: 2 files cannot be read" in lines


def test_nothing_to_read(run: Program, tmp_path: Path) -> None:
    """A folder without workbooks, and a file that is not there, are said."""
    (tmp_path / "empty").mkdir()
    ran = run("round", "import", f"{tmp_path / 'empty'}")
    assert (1, f"pledgekit: no workbook (.xlsx, .ods) is in {tmp_path / 'empty'}\n") == (ran.code, ran.err)
    ran = run("round", "import", f"{tmp_path / 'none.xlsx'}")
    assert 1 == ran.code
    assert "none.xlsx" in ran.err


def test_an_empty_form(run: Program, tmp_path: Path) -> None:
    """Nothing was filled in, and nothing is written: no answer is put on record."""
    path = form_file(run, tmp_path / "oslo.xlsx", {})
    ran = run("round", "import", f"{path}", "--apply")
    assert (0, "") == (ran.code, ran.out)
    assert f"{path}: Oslo, 2024: nothing was filled in\n" in ran.err
    assert "nothing was written" in ran.err


def test_two_forms_of_one_city(run: Program, tmp_path: Path) -> None:
    """That differ: none of them is written, and others are. Copies that say the same are one."""
    form_file(run, tmp_path / "in/a.xlsx", {"Answers!E5": "complete"})
    form_file(run, tmp_path / "in/b.xlsx", {"Answers!E5": "limited"})
    form_file(run, tmp_path / "in/c.xlsx", {"Answers!E5": "limited"}, city="bergen-no")
    ran = run("round", "import", f"{tmp_path / 'in'}", "--apply")
    assert 1 == ran.code
    assert "b.xlsx and " in ran.err
    assert "are both of oslo-no, and they differ: none of them is written; read them one after the other" in ran.err
    assert ["commitments/bergen-no"] == [line.rpartition("/")[0] for line in ran.out.splitlines()]
    form_file(run, tmp_path / "in/b.xlsx", {"Answers!E5": "complete"})
    ran = run("round", "import", f"{tmp_path / 'in'}", "--apply")
    assert 0 == ran.code
    assert f"{tmp_path}/in/b.xlsx says the same as {tmp_path}/in/a.xlsx; one of them is enough" in ran.err
    assert ["commitments/oslo-no"] == [line.rpartition("/")[0] for line in ran.out.splitlines()]


def test_what_was_passed_over(run: Program, tmp_path: Path) -> None:
    """Added rows and columns are named by cell; of very many the first ones."""
    cells: dict[str, Any] = {"Answers!E5": "complete", **{f"Answers!G{row}": "Else" for row in range(10, 35)}}
    ran = run("round", "import", f"{form_file(run, tmp_path / 'a.xlsx', cells)}")
    assert "  Answers!G10: this row was added, and is not read\n" in ran.out
    assert "Answers!G30" not in ran.out
    assert "  and 5 more that are not read\n" in ran.out


def test_what_is_much_like_another(run: Program, tmp_path: Path) -> None:
    """A new action that may be on record under another title is said."""
    cells = {"New actions!B5": "Days of dialogue!", "New actions!C5": "1. Speak out", "New actions!D5": "2023-06-15"}
    ran = run("round", "import", f"{form_file(run, tmp_path / 'a.xlsx', cells)}")
    assert "  much like what is on record: oslo-no/days\n" in ran.out


def test_releasing(run: Program, tmp_path: Path) -> None:
    """What may be published is public at once."""
    path = form_file(run, tmp_path / "a.xlsx", CELLS)
    run("round", "import", f"{path}", "--apply", "--release")
    assert "substantial" in run("--audience", "public", "list", "updates").out


def test_signs_that_steer_a_terminal(run: Program, tmp_path: Path) -> None:
    """Are never printed as they are."""
    path = form_file(run, tmp_path / "a.xlsx", {"New actions!B5": "Fair\u202egnp.exe", "Answers!E5": "\u009b31m"})
    ran = run("round", "import", f"{path}")
    assert "\u202e" not in ran.out + ran.err
    assert "\u009b" not in ran.out + ran.err


@pytest.mark.parametrize("options", [["--known-on", "2025-01-01"], ["--audience", "public"]])
def test_only_as_it_is_now(run: Program, tmp_path: Path, options: list[str]) -> None:
    """Answers are read into the register as it is, by staff."""
    path = form_file(run, tmp_path / "a.xlsx", CELLS)
    ran = run(*options, "round", "import", f"{path}")
    assert 2 == ran.code
    assert "answers are read into the register as it is now, and shown to staff; leave out --known-on" in ran.err


def test_a_disk_that_did_not_say_so(run: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not have reached the disk is said."""
    from pledgekit.store import Added

    path = form_file(run, tmp_path / "a.xlsx", CELLS)
    monkeypatch.setattr("pledgekit.recording.keep", lambda root, drafts: Added((root / drafts[0].path,), ("a",)))
    ran = run("round", "import", f"{path}", "--apply")
    assert "1 file was written" in ran.err
    assert run("check").code == 0


def test_without_the_extra(run: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said once, not for each file."""
    from pledgekit.errors import UsageError

    def fail(*_: object, **__: object) -> None:
        raise UsageError("workbooks need the extra xlsx", remedy='install it: pip install "pledgekit[xlsx]"')

    for name in ("a", "b"):
        form_file(run, tmp_path / f"in/{name}.xlsx", {"Answers!E5": "complete"})
    monkeypatch.setattr("pledgekit.sheets.reading.read_book", fail)
    ran = run("round", "import", f"{tmp_path / 'in'}")
    assert 1 == ran.err.count("pip install")


def test_it_does_not_matter_when_it_is_read(run: Program, tmp_path: Path) -> None:
    """An answer without a day is of the day it is read on; read again on another, it is the same."""
    cells = {"Answers!E5": "complete", "On record!F5": "right", "New actions!B5": "Fair"}
    path = form_file(run, tmp_path / "a.xlsx", cells)
    assert 0 == run("round", "import", f"{path}", "--apply").code
    for day in ("2025-05-01", "2025-06-01", f"{datetime.datetime.now(datetime.UTC).date()}"):
        ran = run.bare("--root", f"{run.root}", "--as-of", day, "round", "import", f"{path}")
        assert "0 new, 0 changed, 4 the same, 0 refused" in ran.out
