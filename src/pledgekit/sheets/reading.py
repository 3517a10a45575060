"""Bytes of a workbook → sheets of plain values. First step of reading one; what a cell means is for others to say.

The bytes pass the gate; then a process of its own reads them, with limits of time and memory (see `child`), so that a
file bent to crash or to keep busy its reader ends that process and not this one.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from pledgekit.errors import Refused, UsageError
from pledgekit.sheets.gate import kind_of_book

__all__ = ["Book", "Sheet", "Value", "address", "read_book"]

Value = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | None

SECONDS: Final = 2  # of computing
PATIENCE: Final = 20  # seconds on the clock, of a machine that is busy with other things
MEMORY: Final = 160_000_000
_MOST: Final = 100_000_000  # what the child may say


class Sheet(NamedTuple):
    """One sheet; rows and columns count from 0, as its cells stand in the file."""

    name: str
    visible: bool
    top: int
    left: int
    rows: tuple[tuple[Value, ...], ...]  # from `top` and `left` on; an empty cell is ""
    formulas: frozenset[tuple[int, int]]  # row and column of cells whose value a formula made

    def value(self, row: int, column: int) -> Value:
        """Give what a cell holds; "" beyond what is used."""
        row, column = row - self.top, column - self.left
        if row < 0 or column < 0 or row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column]

    @property
    def bottom(self) -> int:
        """The row after the last one used."""
        return self.top + len(self.rows)

    @property
    def right(self) -> int:
        """The column after the last one used."""
        return self.left + max(map(len, self.rows), default=0)


class Book(NamedTuple):
    """A workbook's sheets, in their order."""

    file: str
    kind: str  # xlsx or ods
    sheets: tuple[Sheet, ...]


def address(sheet: str, row: int, column: int) -> str:
    """Name a cell as people do: `Answers!C17`."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{sheet}!{letters}{row + 1}"


def read_book(data: bytes, *, file: str) -> Book:
    """Read a workbook (xlsx or ods) of which nothing is known but that somebody sent it.

    Raises Refused, in one line with the way out, for all that is no such workbook or cannot be read with 2 seconds of
    computing and 160 MB, and UsageError when the extra `xlsx` is not installed.
    """
    folder = _reader()
    kind = kind_of_book(data, file)
    said = _ask(data, folder, kind, file)
    return Book(file, kind, tuple(_sheet(each) for each in said))


@cache
def _reader() -> str:
    """Give the folder that holds the reader of workbooks."""
    from importlib.util import find_spec

    found = find_spec("python_calamine")
    if found is None or found.origin is None:
        raise UsageError("workbooks need the extra xlsx", remedy='install it: pip install "pledgekit[xlsx]"')
    return str(Path(found.origin).parent.parent)


def _ask(data: bytes, folder: str, kind: str, file: str) -> list[dict[str, Any]]:
    """Have the child read; whatever ends it is one refusal."""
    import json
    import subprocess
    import sys

    command = [sys.executable, "-I", "-S", str(Path(__file__).parent / "child.py"), folder, kind]
    command += [str(SECONDS), str(MEMORY)]
    try:
        made = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 -- our own program, no word of the file's
    except subprocess.TimeoutExpired as error:
        raise _unreadable(file) from error
    if made.returncode != 0 or len(made.stdout) > _MOST:
        raise _unreadable(file)
    found: list[dict[str, Any]] = json.loads(made.stdout)
    return found


def _unreadable(file: str) -> Refused:
    return Refused(
        "it cannot be read as a workbook",
        file=file,
        remedy="open it in Excel or LibreOffice, save it under a new name, and take that",
    )


def _sheet(said: dict[str, Any]) -> Sheet:
    top, left = said["at"]
    return Sheet(
        name=said["name"],
        visible=said["visible"],
        top=top,
        left=left,
        rows=tuple(tuple(_value(cell) for cell in row) for row in said["rows"]),
        formulas=frozenset((row, column) for row, column in said["formulas"]),
    )


def _value(cell: object) -> Value:
    """Give a cell as Python has it; a time stays text."""
    if not isinstance(cell, dict):
        return cell if isinstance(cell, str | int | float | bool) else None
    ((kind, text),) = cell.items()
    if kind == "datetime":
        return datetime.datetime.fromisoformat(text)
    return datetime.date.fromisoformat(text) if kind == "date" else str(text)
