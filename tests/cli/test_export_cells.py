"""`export`: the table of cells beside those of records: both lanes, for whom, and that nobody takes it in again."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest

from pledgekit.exports.lanes import KEYS
from pledgekit.sheets import read_book
from tests.cli.small import make
from tests.cli.test_status_lanes import ASSESSED, JUDGED, REPLY, UNSETTLED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

STAFF = ("--audience", "internal")


@pytest.fixture
def judged(program: Program) -> Program:
    """The small register with a lane: Oslo's assessments hold, Munich's differ."""
    make(
        program.root,
        declarations__d_2020__declaration=ASSESSED,
        commitments__oslo_no__judged=JUDGED.replace('"A. Judge"', '"=A. Judge"'),
        commitments__oslo_no__reply=REPLY,
        commitments__munich_de__judged=UNSETTLED,
    )
    return program


def in_json(program: Program, path: Path, *arguments: str) -> list[dict[str, object]]:
    """Export as JSON and give the cells."""
    assert 0 == program(*arguments, "export", "json", "--out", f"{path}").code
    cells: list[dict[str, object]] = json.loads(path.read_bytes())["cells"]
    return cells


def test_the_same_cells_in_all_formats(judged: Program, tmp_path: Path) -> None:
    """CSV, JSON and the workbook hold the same rows, and those are the cells of `status`, in its words."""
    cells = in_json(judged, tmp_path / "all.json", *STAFF)
    shown = json.loads(judged("status", "--json").out)
    assert shown["cells"] == [{key: each[key] for key in shown["cells"][0]} for each in cells]
    assert [("d-2020", shown["period"])] * 4 == [(each["declaration"], each["period"]) for each in cells]
    folder, book = tmp_path / "tables", tmp_path / "all.xlsx"
    assert 0 == judged(*STAFF, "export", "csv", "--out", f"{folder}").code
    assert 0 == judged(*STAFF, "export", "xlsx", "--out", f"{book}").code
    with (folder / "cells.csv").open(encoding="utf-8", newline="") as file:
        table = [tuple(row) for row in csv.reader(file, strict=True)]
    sheet = next(each for each in read_book(book.read_bytes(), file="x").sheets if each.name == "cells")
    assert [tuple(f"{each or ''}" for each in row) for row in sheet.rows] == table
    assert KEYS == table[0]
    assert [
        ("munich-de", "d-2020/c1", "no-answer", "", "", "", "", "not-settled", "", ""),
        ("munich-de", "d-2020/c2", "no-answer", "", "", "", "", "not-yet-rated", "", "munich-de/plan"),
        ("oslo-no", "d-2020/c1", "reported", "limited", "substantial", "corroborated", "'=A. Judge", "oslo-no/second",
         "clause-changed; lanes-differ", "oslo-no/days"),
        ("oslo-no", "d-2020/c2", "no-answer", "", "none", "none", "'=A. Judge", "oslo-no/third", "", ""),
    ] == [row[2:] for row in table[1:]]  # fmt: skip


def test_for_the_public(judged: Program, tmp_path: Path) -> None:
    """What the public sees and when: after the reply, and nothing of the lane while the headings are working titles."""
    lane = ("assessed", "evidence_level", "assessor", "assessment")

    def told(day: str) -> list[object]:
        cells = in_json(judged, tmp_path / "all.json", "--as-of", day)
        return [each["assessment"] for each in cells if each["city"] == "oslo-no"]

    assert ["not-yet-rated", "not-yet-rated"] == told("2025-02-28")
    assert ["oslo-no/second", "not-yet-rated"] == told("2025-03-01")
    assert ["oslo-no/second", "oslo-no/third"] == told("2025-03-21")
    ours = re.sub(r"^(number|text) = .*\n", "", ASSESSED.replace('"official"', '"provisional"'), flags=re.MULTILINE)
    for name, declaration in (("ours", ours), ("none", ASSESSED.replace("assessed = true", "assessed = false"))):
        make(judged.root, declarations__d_2020__declaration=declaration)
        found = in_json(judged, tmp_path / "all.json")
        assert [[None] * 4] * 4 == [[row[key] for key in lane] for row in found]
        assert 0 == judged("export", "csv", "--out", f"{tmp_path / name}").code
        said = (tmp_path / name / "cells.csv").read_text("utf-8")
        assert [] == [each for each in ("Judge", "not-yet-rated", "oslo-no/second") if each in said]
    make(judged.root, declarations__d_2020__declaration=ours)
    assert "oslo-no/second" in [each["assessment"] for each in in_json(judged, tmp_path / "all.json", *STAFF)]


def test_cells_alone_and_narrowed(judged: Program, tmp_path: Path) -> None:
    """Asked for like a kind, in every format; or left out by asking for others; of one declaration alone."""
    out = tmp_path / "cells.csv"
    ran = judged("export", "csv", "--kind", "cells", "--out", f"{out}")
    assert (0, f"{out}\n", True) == (ran.code, ran.out, f"4 cells, worked out, lie in {out}" in ran.err)
    assert 5 == len(out.read_text("utf-8").splitlines())
    ran = judged("export", "json", "--kind", "cell", "--kind", "actions", "--out", f"{tmp_path / 'a'}")
    held = json.loads((tmp_path / "a").read_bytes())
    assert (4, ["actions"], True) == (len(held["cells"]), list(held["records"]), "1 record lies" in ran.err)
    assert 0 == judged("export", "json", "--kind", "actions", "--out", f"{tmp_path / 'b'}").code
    assert "cells" not in json.loads((tmp_path / "b").read_bytes())
    book = tmp_path / "c.xlsx"
    assert 0 == judged("export", "xlsx", "--kind", "cells", "--out", f"{book}").code
    assert ["about", "codebook", "cells"] == [each.name for each in read_book(book.read_bytes(), file="x").sheets]
    bare = '[declaration]\nid = "bare"\ntitle = "Bare"\nadopted = 2021-01-01\nrecorded = 2021-01-01\n'
    make(judged.root, declarations__bare__declaration=bare)
    for name, number in (("bare", 0), ("d-2020", 4)):
        arguments = ("export", "csv", "--kind", "cells", "--declaration", name, "--out", f"{out}")
        assert (0, number + 1) == (judged(*arguments).code, len(out.read_text("utf-8").splitlines()))


def test_without_cells_there_is_no_table_of_them(program: Program, tmp_path: Path) -> None:
    """A register in which nobody endorsed has no such file or sheet, as with kinds that have no record."""
    early = ("--as-of", "2020-04-01")
    assert 0 == program(*early, "export", "csv", "--out", f"{tmp_path / 'out'}").code
    assert not (tmp_path / "out" / "cells.csv").exists()
    assert "cells" not in (tmp_path / "out" / "ABOUT.txt").read_text("utf-8")
    assert 0 == program(*early, "export", "xlsx", "--out", f"{tmp_path / 'x.xlsx'}").code
    sheets = [each.name for each in read_book((tmp_path / "x.xlsx").read_bytes(), file="x").sheets]
    assert "cells" not in sheets
    assert [] == in_json(program, tmp_path / "x.json", *early)


def test_what_lies_beside_it_says_what_it_is(judged: Program, tmp_path: Path) -> None:
    """That it is worked out and cannot be taken in; in the workbook each column is explained."""
    said = "It cannot be taken in."
    assert 0 == judged("export", "csv", "--out", f"{tmp_path / 'out'}").code
    assert said in (tmp_path / "out" / "ABOUT.txt").read_text("utf-8")
    assert 0 == judged("export", "xlsx", "--out", f"{tmp_path / 'x.xlsx'}").code
    sheets = {each.name: each.rows for each in read_book((tmp_path / "x.xlsx").read_bytes(), file="x").sheets}
    assert any(said in f"{row[0]}" for row in sheets["about"])
    assert KEYS == tuple(row[1] for row in sheets["codebook"] if row[0] == "cells")


@pytest.mark.parametrize("word", ["cells", "cell"])
def test_cells_cannot_be_taken_in(judged: Program, tmp_path: Path, word: str) -> None:
    """They are worked out: an import of them is refused, says so and what to record in their place."""
    out = tmp_path / "cells.csv"
    assert 0 == judged("export", "csv", "--kind", "cells", "--out", f"{out}").code
    before = judged.files()
    ran = judged("import", word, f"{out}", "--apply")
    assert (2, "") == (ran.code, ran.out)
    assert "cells are no kind of record: they are worked out, so they cannot be taken in" in ran.err
    assert "record updates, assessments" in ran.err
    assert before == judged.files()


def test_the_register_that_is_given_out_has_none(judged: Program, tmp_path: Path) -> None:
    """Its own exports work them out, to the same rows as those of the whole register."""
    copy = tmp_path / "copy"
    assert 0 == judged("export", "register", "--out", f"{copy}").code
    assert [] == [each for each in copy.rglob("*") if "cells" in each.name]
    whole, again = tmp_path / "a.csv", tmp_path / "b.csv"
    for root, out in ((judged.root, whole), (copy, again)):
        ran = judged.bare("--root", f"{root}", "--as-of", "2025-06-01", "export", "csv", "--kind", "cells",
                          "--out", f"{out}")  # fmt: skip
        assert 0 == ran.code
    assert whole.read_bytes() == again.read_bytes()
