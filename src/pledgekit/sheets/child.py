"""The process that reads one workbook: bytes on stdin → sheets as JSON on stdout. Started by `reading` alone.

It runs alone, without the rest of the package: the reader of workbooks may abort its process on a file that somebody
bent, may want all memory, may not end. Then this process ends, and nothing else does. Run it as

    python -I -S child.py FOLDER KIND SECONDS BYTES

with the folder that holds `python_calamine`, `xlsx` or `ods`, and the limits of time and memory.
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
    from xml.etree.ElementTree import Element

_FORMULA = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+[0-9]+)[\"'][^>]*>\s*<(?:\w+:)?f\b")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST = 1_000_000  # rows and columns that a file says are repeated


def main() -> None:
    """Read, write, end."""
    folder, kind, seconds, size = sys.argv[1:]
    _limit(int(seconds), int(size))
    sys.path.append(folder)
    import python_calamine

    data = sys.stdin.buffer.read()
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    formulas = _formulas_of_xlsx(data) if kind == "xlsx" else _formulas_of_ods(data)
    sheets = []
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        top, left = sheet.start or (0, 0)
        rows = [[_plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
        visible = about.visible == python_calamine.SheetVisibleEnum.Visible
        found = formulas.get(about.name, [])
        sheets.append({"name": about.name, "visible": visible, "at": [top, left], "rows": rows, "formulas": found})
    json.dump(sheets, sys.stdout)


def _limit(seconds: int, size: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the one who started this process ends it when time is over
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _plain(cell: object) -> object:
    """Give a cell as JSON has it; dates and times with what they are."""
    if isinstance(cell, datetime.datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, datetime.date):
        return {"date": cell.isoformat()}
    if isinstance(cell, datetime.time | datetime.timedelta):
        return {"time": str(cell)}
    return cell


def _formulas_of_xlsx(data: bytes) -> dict[str, list[list[int]]]:
    """Find the cells that hold formulas, by the name of their sheet, as row and column from 0."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {each.lower(): each for each in archive.namelist()}
        links = names.get("xl/_rels/workbook.xml.rels")
        if links is None:
            return {}
        targets = {each.get("Id"): each.get("Target", "") for each in _tree(archive.read(links))}
        found: dict[str, list[list[int]]] = {}
        for sheet in _tree(archive.read(names["xl/workbook.xml"])).iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(f"{_OFFICE}id"), "")
            part = names.get((target[1:] if target.startswith("/") else f"xl/{target}").lower())
            held = archive.read(part) if part is not None else b""
            if b"<f" in held or b":f" in held:
                found[sheet.get("name", "")] = [_place(each.decode()) for each in _FORMULA.findall(held)]
        return found


def _tree(data: bytes) -> Element:
    from xml.etree.ElementTree import fromstring

    return fromstring(data)  # noqa: S314 -- the gate let no entities pass


def _place(address: str) -> list[int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return [int(address[len(letters) :]) - 1, column - 1]


def _formulas_of_ods(data: bytes) -> dict[str, list[list[int]]]:
    """Find the cells that hold formulas, by the name of their sheet; rows and cells may be said to repeat."""
    from xml.etree.ElementTree import iterparse

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml")
    found: dict[str, list[list[int]]] = {}
    if b"table:formula" not in content:
        return found
    name, row, column = "", 0, 0
    for event, element in iterparse(io.BytesIO(content), ("start", "end")):  # noqa: S314 -- as above
        if event == "start":
            if element.tag == f"{_TABLE}table":
                name, row = element.get(f"{_TABLE}name", ""), 0
            elif element.tag == f"{_TABLE}table-row":
                column = 0
        elif element.tag == f"{_TABLE}table-row":
            row += _repeated(element.get(f"{_TABLE}number-rows-repeated"))
            element.clear()
        elif element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            if element.get(f"{_TABLE}formula"):
                found.setdefault(name, []).append([row, column])
            column += _repeated(element.get(f"{_TABLE}number-columns-repeated"))
    return found


def _repeated(said: str | None) -> int:
    return min(int(said), _MOST) if said and said.isdigit() else 1


if __name__ == "__main__":
    main()
