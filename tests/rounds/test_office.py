"""What is read of a form that another program saved."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit.rounds.answers import read_answers
from pledgekit.rounds.workbook import workbook
from pledgekit.sheets.reading import read_book
from pledgekit.words import Words
from tests.rounds.forms import form, placed
from tests.rounds.office import needs_soffice, saved, typed

if TYPE_CHECKING:
    from pathlib import Path

CELLS: dict[str, object] = {
    "Read me first!C13": "A. Person",
    "Read me first!C14": "2025-02-10",
    "Answers!E5": "substantial",
    "Answers!G5": "Much was done.\n\nAnd more: 5 × “übung” & <b>.",
    "Answers!J5": "yes, without naming us",
    "Answers!E6": "as last reported",
    "On record!F5": "right",
    "New actions!B5": "1905",
    "New actions!D5": "2024",
    "New actions!B6": "Days",
    "New actions!D6": datetime.date(2024, 5, 31),
    "New actions!B7": "Number",
    "New actions!D7": 2024,
    "New actions!B8": "Link",
    "New actions!H8": "https://example.org/a?b=c&d=é",
    "New actions!F9": "=1+1",
}


@needs_soffice
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_what_libreoffice_saves_says_the_same(tmp_path: Path, ending: str) -> None:
    """Every cell, in both of its formats; a formula is refused by its cell there too."""
    sent = workbook(form(placed(tmp_path / "register")), Words("en"))
    files = []
    for name, data in {"full": typed(sent, CELLS), "empty": sent}.items():
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(data)
    saved(files, ending, tmp_path / "out", tmp_path / "profile")
    before, after = (
        read_answers(read_book(path.read_bytes(), file=path.name))
        for path in (files[0], tmp_path / f"out/full.{ending}")
    )
    assert ["New actions!F9"] == [each.place for each in before.faults]
    assert before.faults == after.faults
    assert before.same_as(after)
    assert () == after.notes
    assert "unnamed" == after.rows["answers"][0].said["publish"]
    dates = [row.said.get("date") for row in after.rows["new"] if row.said.get("title")]
    assert ["2024", "2024-05-31", "2024", None] == dates
    bare = read_answers(read_book((tmp_path / f"out/empty.{ending}").read_bytes(), file="empty"))
    assert bare.same_as(read_answers(read_book(sent, file="sent")))
    assert not [row for rows in bare.rows.values() for row in rows if row.said]
