"""A network's year, from opening a round to the report, on a copy of this repository's register with the real commands.

Forms are filled in, saved by LibreOffice in both of its formats, and read back; what cities did not allow to publish is
looked for in everything that the public sees.
"""

from __future__ import annotations

import datetime
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import openpyxl

from tests.cli.small import Program
from tests.rounds.office import needs_soffice, saved

if TYPE_CHECKING:
    import pytest

    from tests.cli.small import Ran

ROOT: Final = Path(__file__).resolve().parent.parent.parent
D: Final = ("--declaration", "hague-2022", "--period", "2025")
WORDS: Final = {"yes": "yes", "unnamed": "yes, without naming us", "no": "no", "": ""}
LEVELS: Final = ("limited", "substantial", "nothing new")
ANSWERED: Final = 25


class Year:
    """The year: the program on its register, day by day."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Copy the register."""
        self.folder = folder
        for home in ("declarations", "commitments"):
            shutil.copytree(ROOT / home, folder / "register" / home)
        self.program = Program(folder / "register", capsys)

    def on(self, day: str, *arguments: str, code: int = 0) -> Ran:
        """Run a command on a day; it ends as expected."""
        ran = self.program.bare("--root", f"{self.program.root}", "--as-of", day, *arguments)
        assert code == ran.code, ran.err
        return ran

    def public(self, day: str) -> dict[str, str]:
        """All that the public can see: the annual report in every format, reports on cities, lists, tables."""
        seen = {}
        for ending in ("html", "md", "txt", "json"):
            seen[ending] = self.on(day, "report", "annual", *D, "--format", ending).out
        for city in ("berlin-de", "the-hague-nl", "zilina-sk"):
            seen[city] = self.on(day, "report", "city", city, "--format", "md").out
        for kind in ("actions", "updates", "requests", "reviews"):
            seen[kind] = self.on(day, "--audience", "public", "list", kind, "--json").out
        return seen


def keyed(book: openpyxl.Workbook, sheet: str, row: int, column: str) -> Any:  # noqa: ANN401 -- a cell
    """Give the cell in the nth row of a table (from 0) and in the column with a key."""
    found = next(each for each in book.worksheets if each["A1"].value == f"pk:{sheet}")
    names = [cell.value for cell in found[1]]
    return found.cell(5 + row, 1 + names.index(column))


def fill(path: Path, nth: int) -> None:
    """Fill a form in as the nth city would; the words of each say who may read them."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    publish = list(WORDS)[nth % 4]
    start = next(each for each in book.worksheets if each["A1"].value == "pk:start")
    rows = {cell.value: cell.row for cell in start["A"] if cell.value}
    start.cell(rows["answered_by"], 3).value = f"Person{nth:02} Quillfeather"
    if nth % 5:
        start.cell(rows["answered_on"], 3).value = datetime.date(2026, 10, 20) if nth % 2 else "2026-10-20"
    answers = next(each for each in book.worksheets if each["A1"].value == "pk:answers")
    for row in range(2 if nth % 3 else sum("/" in f"{cell.value}" for cell in answers["A"])):
        keyed(book, "answers", row, "answer").value = LEVELS[(nth + row) % 3]
    keyed(book, "answers", 0, "narrative").value = f"Told {publish or 'nothing'}: answer{nth:02}{publish}x."
    keyed(book, "answers", 0, "obstacles").value = "no money"
    keyed(book, "answers", 0, "publish").value = WORDS[publish]
    for key, value in {
        "title": f"Evening of neighbours no. {nth}",
        "clause": keyed(book, "answers", 0, "heading").value,
        "date": 2025 if nth % 2 else "spring 2025",
        "status": "done",
        "summary": f"Told {publish or 'nothing'}: action{nth:02}{publish}x.",
        "evidence_url": f"https://example.org/{nth}",
        "publish": WORDS[publish],
    }.items():
        keyed(book, "new", 0, key).value = value
    shown = next(each for each in book.worksheets if each["A1"].value == "pk:actions")
    if shown["A5"].value and nth % 2:
        keyed(book, "actions", 0, "confirm").value = "right"
    book.save(path)


@needs_soffice
def test_a_year(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Open, ask 41, send, read 25 back, status, remind, report: what the public sees names nobody as silent."""
    monkeypatch.setenv("PLEDGEKIT_USER", "staff")
    year = Year(tmp_path, capsys)
    files = asked(year)
    read_back(year, files[:ANSWERED])

    status = year.on("2026-11-12", "round", "status", *D).out
    assert "Asked: 41 of 41 that endorse it\n" in status
    assert "Answered, of those asked and reached: 25 of 41 (61 %)" in status
    reminders = tmp_path / "reminders"
    year.on("2026-11-12", "round", "remind", *D, "--out", f"{reminders}")
    drafts = {each.name.removesuffix("-2025-reminder.eml") for each in reminders.glob("*.eml")}
    names = [each.name.removesuffix("-2025.xlsx") for each in files]
    assert set(names) - drafts == {name for nth, name in enumerate(names[:ANSWERED]) if nth % 3 == 0}

    inside = year.on("2026-11-20", "--audience", "network", "report", "annual", *D, "--format", "md").out
    assert "25 of 41" in inside
    assert "61 %" in inside
    year.on("2026-11-20", "check")
    public = year.public("2026-11-20")
    says_what_it_may("\n".join(public.values()))
    assert names_nobody(year, public)


def asked(year: Year) -> list[Path]:
    """Open the round and ask; give the workbooks by name."""
    year.on("2026-10-01", "round", "open", *D, "--opens", "2026-10-01", "--due", "2026-11-15")
    made = year.on("2026-10-05", "round", "ask", *D, "--out", f"{year.folder / 'forms'}")
    files = sorted((year.folder / "forms").glob("*.xlsx"))
    assert 41 == len(files) == sum(line.endswith(".xlsx") for line in made.out.splitlines())
    year.on("2026-10-05", "round", "sent", *D, "--act", "asked", "--date", "2026-10-05", "--yes")
    return files


def read_back(year: Year, files: list[Path]) -> None:
    """Fill forms in and read them: first with one that has a fault, then with that repaired, then all once more."""
    for nth, path in enumerate(files):
        fill(path, nth)
    back, profile = year.folder / "back", year.folder / "profile"
    saved(files[1:13], "xlsx", back, profile)
    saved(files[13:], "ods", back, profile)
    spoiled = openpyxl.load_workbook(files[0])
    keyed(spoiled, "answers", 1, "answer").value = "nearly"
    spoiled.save(back / files[0].name)

    before = year.program.files()
    preview = year.on("2026-10-25", "round", "import", f"{back}", code=1)
    assert before == year.program.files()
    assert "Answers!E6: refused ('nearly' is not in the list" in preview.out
    assert ANSWERED == sum(f"{back}/" in line for line in preview.out.splitlines())
    assert "Quillfeather" not in preview.out + preview.err
    year.on("2026-10-25", "round", "import", f"{back}", "--apply", "--release", code=1)
    shutil.copy(files[0], back / files[0].name)
    year.on("2026-10-26", "round", "import", f"{back}", "--apply", "--release")
    settled = year.program.files()
    again = year.on("2026-11-02", "round", "import", f"{back}", "--apply", "--release")
    assert ("", settled) == (again.out, year.program.files())


def says_what_it_may(whole: str) -> None:
    """Look for what each city said: what it allowed is there, and nothing else."""
    for never in ("25 of 41", "Quillfeather", "no money", "no-funding"):
        assert never not in whole
    for nth in range(ANSWERED):
        word = list(WORDS)[nth % 4]
        assert (word == "yes") == (f"answer{nth:02}{word}x" in whole)
        if word != "unnamed":  # which may be told as that of some city of its country
            assert (word == "yes") == (f"action{nth:02}{word}x" in whole)


def names_nobody(year: Year, public: dict[str, str]) -> bool:
    """Tell whether the public sees the same when nobody had ever been asked: so it cannot see who was silent."""
    asked = 0
    for path in (year.program.root / "commitments").rglob("*.toml"):
        text = path.read_text("utf-8")
        if "[[requests]]" in text and 'act = "asked"' in text:
            assert 1 == text.count("[[")
            path.unlink()
            asked += 1
    assert 41 == asked
    return public == year.public("2026-11-20")
