"""The process that reads: what it tells of cells, and what it tells instead of too much."""

from __future__ import annotations

import ast
import io
import json
import resource
import signal
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from pledgekit.sheets import child, reading
from tests.sheets.hostile import (
    HEAD,
    LINKS,
    MAIN,
    ODS_ROWS,
    book,
    links_to,
    ods,
    ods_row,
    sheet_of,
    sheets_named,
    with_rows,
    workbook,
)

TYPED = f"""{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[hh]:mm"/></numFmts>
<cellXfs count="5">
<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs>
</styleSheet>"""


def told(data: bytes, kind: str = "xlsx") -> list[Any]:
    """Give all lines as JSON has them."""
    return [json.loads(json.dumps(each)) for each in child.lines(data, kind)]


def first_row(cells: str) -> list[Any]:
    """Give what the first row of a sheet with these cells holds."""
    data = book({"xl/worksheets/sheet1.xml": sheet_of(f'<row r="1">{cells}</row>'), "xl/styles.xml": TYPED})
    row: list[Any] = told(data)[1]
    return row


def test_a_sheet_is_told_of_and_then_row_by_row() -> None:
    """What a sheet is, its rows, and that all was told."""
    about = {"name": "List", "visible": True, "at": [0, 0], "formulas": []}
    expected = [about, ["City", "Title"], ["Oslo", "New"], None]
    assert expected == told(book())
    assert expected == told(ods(ODS_ROWS), "ods")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><v>3</v></c>', 3.0),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" s="1"><v>45458</v></c>', {"date": "2024-06-15"}),
        ('<c r="A1" s="1"><v>2024</v></c>', {"date": "1905-07-16"}),
        ('<c r="A1" s="2"><v>45458.5</v></c>', {"datetime": "2024-06-15T12:00:00"}),
        ('<c r="A1" s="3"><v>0.25</v></c>', {"time": "06:00:00"}),
        ('<c r="A1" s="4"><v>1.5</v></c>', {"time": "1 day, 12:00:00"}),
        ('<c r="A1"><v>1e400</v></c>', "inf"),
        ('<c r="A1"><v>-1e400</v></c>', "-inf"),
        ('<c r="A1"><v>NaN</v></c>', "nan"),
        ('<c r="A1" s="1"><v>1e300</v></c>', 1e300),
        ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c t="e" r="A1" s="0"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>', "a & b"),
    ],
)
def test_cells_are_told_as_what_they_are(cell: str, expected: object) -> None:
    """Numbers, days, times, errors and texts; what JSON has no number for is text."""
    assert [expected] == first_row(cell)


def test_formulas_are_told_by_their_cells() -> None:
    """Formulas with a value, without one, shared ones and those behind a prefix."""
    rows = (
        '<row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f t="shared" si="0"/><v>x</v></c>'
        '<c r="D2"><v>1</v></c><c r="AA2"><f/></c></row>'
    )
    assert [[1, 1], [1, 2], [1, 26]] == told(with_rows(rows))[0]["formulas"]
    assert [[1, 1]] == told(with_rows('<row r="2"><x:c r="B2"><x:f>1</x:f></x:c></row>'))[0]["formulas"]
    away = book(
        {
            "xl/_rels/workbook.xml.rels": links_to("/xl/worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet_of(rows),
        }
    )
    assert 3 == len(told(away)[0]["formulas"])


def test_formulas_of_an_ods_may_be_repeated() -> None:
    """A formula stands in each cell that is said to repeat it."""
    cell = (
        '<table:table-cell{} table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p>'
        "</table:table-cell>"
    )
    twice = cell.format(' table:number-columns-repeated="2"')
    row = f"<table:table-row{{}}><table:covered-table-cell/>{twice}</table:table-row>"
    data = ods(ODS_ROWS + row.format(' table:number-rows-repeated="2"') + ods_row("a", "b"))
    assert [[2, 1], [2, 2], [3, 1], [3, 2]] == told(data, "ods")[0]["formulas"]
    endless = ods(
        f'<table:table-row table:number-rows-repeated="{10**40}">{cell.format("")}</table:table-row>' + ODS_ROWS
    )
    assert {"List": ([(0, 0)], {})} == child._marks_of_ods(endless)  # noqa: SLF001 -- calamine does not read it


def test_hidden_sheets_are_told_of() -> None:
    """Hidden and very hidden sheets are read, and told to be so; sheets of charts are left out."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId1" state="{name}"/>'
        for n, name in enumerate(("hidden", "veryHidden", "visible"), 1)
    )
    lines = told(book({"xl/workbook.xml": workbook(listed)}))
    about = [(each["name"], each["visible"]) for each in lines if isinstance(each, dict)]
    assert [("hidden", False), ("veryHidden", False), ("visible", True)] == about


@pytest.mark.parametrize(
    ("data", "kind", "expected"),
    [
        (with_rows("".join(f"<row><c><v>{n}</v></c></row>" for n in range(3))), "xlsx", None),
        (
            ods(ods_row("x", repeated=' table:number-rows-repeated="600000"')),
            "ods",
            "a sheet of it has 600,000 rows of 1 columns",
        ),
    ],
)
def test_sizes_are_seen_when_the_gate_could_not(data: bytes, kind: str, expected: str | None) -> None:
    """Where cells do not say where they are, the child looks once more."""
    assert expected == told(data, kind)[-1]


def test_too_much_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """More sheets, signs in a cell, or signs in all than a list or form can need end it with a reason."""
    monkeypatch.setattr(child, "LIMIT_TEXT", 3)
    assert "a cell in its row 1 holds more than 3 signs" == told(book())[-1]
    monkeypatch.setattr(child, "LIMIT_TEXT", 100)
    monkeypatch.setattr(child, "LIMIT_TOLD", 10)
    assert "its sheets hold more than 10 signs" == told(book())[-1]
    monkeypatch.setattr(child, "LIMIT_SHEETS", 0)
    assert ["it has more than 0 sheets"] == told(book())


def test_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It reads from stdin and tells on stdout, under limits that hold before the first byte is read."""
    limits: list[tuple[float, int]] = []
    monkeypatch.setattr(child, "_limit", lambda seconds, size: limits.append((seconds, size)))
    monkeypatch.setattr(sys, "argv", ["child.py", "/nowhere", "xlsx", "1.5", "1000"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(book())))
    monkeypatch.setattr(sys, "path", list(sys.path))
    child.main()
    assert ([(1.5, 1000)], "null") == (limits, capsys.readouterr().out.splitlines()[-1])


def test_time_and_memory_end_it() -> None:
    """A process under these limits is ended when it computes on, and gets no more memory than it may have."""
    begin = (
        f"import sys; sys.path.insert(0, {str(Path(child.__file__).parent)!r}); "
        f"import child; child._limit(0.2, {reading.MEMORY}); "
    )
    ends = {}
    for name, rest in (("time", "\nwhile True: pass"), ("memory", "bytes(200_000_000)")):
        made = subprocess.run([sys.executable, "-I", "-S", "-c", begin + rest], capture_output=True, check=False)
        ends[name] = made.returncode < 0, b"MemoryError" in made.stderr
    assert {"time": (True, False), "memory": (False, True)} == ends


def test_the_limits_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time, memory and no dump of memory on the disk; nothing where the system knows no limits."""
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr("resource.setrlimit", lambda what, most: asked.append((what, most)))
    monkeypatch.setattr("signal.setitimer", lambda what, seconds: asked.append((what, seconds)))
    child._limit(1.5, 1000)  # noqa: SLF001  the child is a program
    expected = {(resource.RLIMIT_CORE, (0, 0)), (resource.RLIMIT_DATA, (1000, 1000)), (signal.ITIMER_PROF, 1.5)}
    assert expected == set(asked)
    asked.clear()
    monkeypatch.setitem(sys.modules, "resource", None)
    child._limit(1.5, 1000)  # noqa: SLF001  the child is a program
    assert [] == asked


def test_sheets_of_charts_are_left_out() -> None:
    """A sheet that is a chart has no cells."""
    links = links_to(more=f'<Relationship Id="rId8" Type="{LINKS}/chartsheet" Target="chartsheets/sheet1.xml"/>')
    listed = '<sheet name="Chart" sheetId="1" r:id="rId8"/><sheet name="List" sheetId="2" r:id="rId1"/>'
    parts = {"xl/workbook.xml": workbook(listed), "xl/_rels/workbook.xml.rels": links}
    data = book({**parts, "xl/chartsheets/sheet1.xml": f'{HEAD}<chartsheet xmlns="{MAIN}"/>'})
    assert ["List"] == [each["name"] for each in told(data) if isinstance(each, dict)]


def test_a_workbook_without_links_has_no_marks() -> None:
    """What belongs together is not known; the reader will say so."""
    assert [] == list(child._marks_of_xlsx(book({"xl/_rels/workbook.xml.rels": None})))  # noqa: SLF001  the child is a program


def test_it_imports_nothing_that_could_connect() -> None:
    """Neither its own imports nor what they bring know of the network; nor does it import the rest of the package."""
    tree = ast.parse(Path(child.__file__).read_text("utf-8"))
    named = {
        each.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names
    }
    named |= {f"{node.module}".partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert named.isdisjoint({"socket", "ssl", "urllib", "http", "subprocess", "pledgekit"})
    script = (
        f"import sys, io, runpy; sys.argv[1:] = [{reading._reader()!r}, 'xlsx', '5', '500000000']\n"  # noqa: SLF001  the child is a program
        f"runpy.run_path({child.__file__!r}, run_name='__main__'); print(sorted(sys.modules))"
    )
    made = subprocess.run([sys.executable, "-I", "-S", "-c", script], input=book(), capture_output=True, check=True)
    loaded = set(ast.literal_eval(made.stdout.decode().splitlines()[-1]))
    assert set() == loaded & {"socket", "_socket", "ssl", "_ssl", "http.client", "urllib.request"}


def test_rows_are_not_merged_into_one_another() -> None:
    """Sheets follow one another, each with its own rows."""
    lines = told(sheets_named(2, "S{}".format))
    kinds = [(kind.__name__, len(list(each))) for kind, each in groupby(lines, type)]
    assert [("dict", 1), ("list", 2), ("dict", 1), ("list", 2), ("NoneType", 1)] == kinds
