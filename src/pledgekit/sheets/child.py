"""The process that reads one workbook: bytes on stdin → sheets as lines of JSON on stdout. Started by `reading` alone.

It runs alone, without the rest of the package: the reader of workbooks may abort its process on a file that somebody
bent, may want all memory, may not end. Then this process ends, and nothing else does. Run it as

    python -I -S child.py FOLDER KIND SECONDS BYTES

with the folder that holds `python_calamine`, `xlsx` or `ods`, and the limits of time and memory. Each sheet is a line
that tells of it and a line for each of its rows; a line that holds a text says why the workbook is refused; the last
line is `null`, so that a list cut short is never taken for a whole one.
"""

from __future__ import annotations

import datetime
import io
import json
import re
import sys
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["LIMIT_AREA", "LIMIT_SHEETS", "LIMIT_TEXT", "LIMIT_TOLD", "LIMIT_WIDTH", "lines", "main"]

LIMIT_SHEETS = 250
LIMIT_WIDTH, LIMIT_AREA = 1_000, 500_000  # as the gate has it, which sees only cells that say where they are
LIMIT_TEXT = 100_000  # signs in a cell; Excel holds 32,767
LIMIT_TOLD = 30_000_000  # signs of all lines

_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7})[\"'][^>]*>\s*<(?:\w+:)?f\b[^>]*>(?:(TRUE|FALSE)\(\)<)?"
)
_FAULTY = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\bt=[\"']e[\"'])[^>]*?\br\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7})[\"'][^>]*>"
    rb"[^#]{0,2000}?<(?:\w+:)?v>(#[A-Z0-9/_!?]{1,20})"
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TRUTHS = {"of:=TRUE()": True, "of:=FALSE()": False}  # how LibreOffice writes that a cell is true, or not
_MOST = 1_000  # cells with one formula that a file says are repeated

Place = tuple[int, int]
Marks = tuple[list[Place], dict[Place, str | bool]]  # cells with formulas; cells of which more is known than is read


def main() -> None:
    """Read, write, end."""
    folder, kind, seconds, size = sys.argv[1:]
    _limit(float(seconds), int(size))
    sys.path.append(folder)
    encode = json.JSONEncoder(separators=(",", ":")).encode
    for line in lines(sys.stdin.buffer.read(), kind):
        sys.stdout.write(f"{encode(line)}\n")


def lines(data: bytes, kind: str) -> Iterator[object]:
    """Yield what is told of a workbook, line by line."""
    import python_calamine

    marks = dict(_marks_of_xlsx(data)) if kind == "xlsx" else _marks_of_ods(data)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    if len(book.sheets_metadata) > LIMIT_SHEETS:
        yield f"it has more than {LIMIT_SHEETS} sheets"
        return
    told = 0
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.width > LIMIT_WIDTH or sheet.width * sheet.height > LIMIT_AREA:
            yield f"a sheet of it has {sheet.height:,} rows of {sheet.width:,} columns"
            return
        formulas, known = marks.get(about.name, ([], {}))
        top, left = sheet.start or (0, 0)
        visible = about.visible == python_calamine.SheetVisibleEnum.Visible
        yield {"name": about.name, "visible": visible, "at": [top, left], "formulas": formulas}
        for number, cells in enumerate(sheet.to_python(skip_empty_area=True) if sheet.height else (), top):
            row = [cell if cell.__class__ is str else _plain(cell) for cell in cells]
            for n in range(len(row)) if known else ():
                row[n] = known.get((number, left + n), row[n])
            sizes = [len(cell) if isinstance(cell, str) else 8 for cell in row]
            told += sum(sizes)
            if max(sizes, default=0) > LIMIT_TEXT:
                yield f"a cell in its row {number + 1} holds more than {LIMIT_TEXT:,} signs"
                return
            if told > LIMIT_TOLD:
                yield f"its sheets hold more than {LIMIT_TOLD:,} signs"
                return
            yield row
    yield None


def _limit(seconds: float, size: int) -> None:
    try:
        import resource
        import signal
    except ImportError:  # Windows: the one who started this process ends it when time is over
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    signal.setitimer(signal.ITIMER_PROF, seconds)  # of computing; nobody handles the signal, so it ends the process


def _plain(cell: object) -> object:
    """Give a cell as JSON has it; dates and times with what they are, numbers that JSON has not as text."""
    if isinstance(cell, datetime.datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, datetime.date):
        return {"date": cell.isoformat()}
    if isinstance(cell, datetime.time | datetime.timedelta):
        return {"time": str(cell)}
    if isinstance(cell, float) and cell - cell != 0:  # neither infinite nor no number at all
        return str(cell)
    return cell


def _marks_of_xlsx(data: bytes) -> Iterator[tuple[str, Marks]]:
    """Yield by the name of their sheet the cells that hold formulas, and those that show errors or truths."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {each.lower(): each for each in archive.namelist()}
        links = names.get("xl/_rels/workbook.xml.rels")
        if links is None:
            return
        targets = {each.get("Id"): each.get("Target", "") for each in _tree(archive.read(links))}
        for sheet in _tree(archive.read(names["xl/workbook.xml"])).iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(f"{_OFFICE}id"), "")
            part = names.get((target[1:] if target.startswith("/") else f"xl/{target}").lower())
            held = archive.read(part) if part is not None else b""
            found = _FORMULA.findall(held) if b"<f" in held or b":f" in held else []
            formulas = [_place(at) for at, truth in found if not truth]
            known: dict[Place, str | bool] = {_place(at): truth == b"TRUE" for at, truth in found if truth}
            if b'="e"' in held or b"='e'" in held:
                known |= {_place(at): said.decode() for at, said in _FAULTY.findall(held)}
            yield sheet.get("name", ""), (formulas, known)


def _tree(data: bytes) -> Element:
    from xml.etree.ElementTree import fromstring

    return fromstring(data)  # noqa: S314 -- the gate let no entities pass


def _place(address: bytes) -> Place:
    """Read `C17` as row and column from 0."""
    letters = address.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(address[len(letters) :]) - 1, column - 1


def _marks_of_ods(data: bytes) -> dict[str, Marks]:
    """Find the same; rows and cells may be said to repeat. Errors come with formulas, and need not be told apart."""
    from xml.etree.ElementTree import iterparse

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml")
    found: dict[str, Marks] = {}
    if b"table:formula" not in content:
        return found
    name, row, column = "", 0, 0
    here: dict[int, str] = {}
    for event, element in iterparse(io.BytesIO(content), ("start", "end")):  # noqa: S314 -- as above
        if event == "start":
            if element.tag == f"{_TABLE}table":
                name, row = element.get(f"{_TABLE}name", ""), 0
            elif element.tag == f"{_TABLE}table-row":
                column = 0
        elif element.tag == f"{_TABLE}table-row":
            times = _repeated(element.get(f"{_TABLE}number-rows-repeated"))
            formulas, known = found.setdefault(name, ([], {}))
            for down in range(min(times, _MOST) if here else 0):
                known |= {(row + down, each): _TRUTHS[said] for each, said in here.items() if said in _TRUTHS}
                formulas += [(row + down, each) for each, said in here.items() if said not in _TRUTHS]
            row += times
            here.clear()
            element.clear()
        elif element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _repeated(element.get(f"{_TABLE}number-columns-repeated"))
            if said := element.get(f"{_TABLE}formula"):
                here |= dict.fromkeys(range(column, column + min(times, _MOST)), said)
            column += times
    return found


def _repeated(said: str | None) -> int:
    return int(said) if said and said.isdigit() and len(said) < len("10000000") else 1


if __name__ == "__main__":
    main()
