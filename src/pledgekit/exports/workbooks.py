"""Tables as sheets of one workbook, for people who work in a spreadsheet. Part of exporting: tables → bytes of xlsx.

Each cell is text, so that a spreadsheet makes no 1905 of a year and no formula of a word, and `import` reads each sheet
back. The sheets in front say what this is, and what every column means.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.errors import Refused
from pledgekit.exports.cells import neutral

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from pledgekit.exports.tables import Table

__all__ = ["LIMIT_ROWS", "LIMIT_TEXT", "Page", "to_xlsx"]

LIMIT_TEXT: Final = 32_767  # signs that a cell of a spreadsheet holds
LIMIT_ROWS: Final = 1_048_575  # below a header

_WIDTHS: Final = (6, 60)  # of columns, in signs
_LOOKED_AT: Final = 200  # rows by which a column's width is chosen
_REMEDY: Final = "export csv has no such limit"


class Page(NamedTuple):
    """A sheet: its name, its table, and whether its texts are for reading: they then run over several lines."""

    name: str
    table: Table
    prose: bool = False


def to_xlsx(pages: Sequence[Page], *, title: str, made_on: datetime.datetime) -> bytes:
    """Write sheets, each with its header frozen and a filter; the same pages and day give the same bytes.

    Raises Refused for more rows or longer texts than a spreadsheet holds, or without the extra `xlsx`.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise Refused("workbooks need the extra xlsx", remedy='install it: pip install "pledgekit[xlsx]"') from None
    for page in pages:
        _insist_on_room(page)
    held = io.BytesIO()
    # `constant_memory`: a row is kept until the next begins, so a large register needs no more room than a small one.
    with Workbook(held, {"constant_memory": True}) as workbook:
        workbook.set_properties({"title": title, "created": made_on})
        formats = {
            "text": workbook.add_format({"num_format": "@", "valign": "top"}),
            "prose": workbook.add_format({"num_format": "@", "valign": "top", "text_wrap": True}),
            "header": workbook.add_format({"num_format": "@", "valign": "top", "bold": True, "bottom": 1}),
        }
        for page in pages:
            _write(workbook.add_worksheet(page.name), page, formats)
    return held.getvalue()


def _insist_on_room(page: Page) -> None:
    if len(page.table.rows) > LIMIT_ROWS:
        raise Refused(f"{page.name}: a sheet holds {LIMIT_ROWS:,} rows", remedy=_REMEDY)
    for row in page.table.rows:
        for key, text in zip(page.table.header, row, strict=True):
            if len(text) > LIMIT_TEXT:
                raise Refused(f"{row[0]}: its {key} is longer than the {LIMIT_TEXT:,} signs of a cell", remedy=_REMEDY)


def _write(sheet: Any, page: Page, formats: Mapping[str, Any]) -> None:  # noqa: ANN401  xlsxwriter has no types
    header, rows = page.table
    text = formats["prose" if page.prose else "text"]
    for column, name in enumerate(header):
        longest = max((len(row[column]) for row in rows[:_LOOKED_AT]), default=0)
        sheet.set_column(column, column, min(max(longest, len(name) + 3, _WIDTHS[0]), _WIDTHS[1]), text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, formats["header"])
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, neutral(cell) if page.prose else cell, text)
