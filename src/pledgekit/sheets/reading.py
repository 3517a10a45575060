"""Bytes of a workbook → sheets of plain values. First step of reading one; what a cell means is for others to say.

The bytes pass the gate; then a process of its own reads them, with limits of time and memory (see `child`), so that a
file bent to crash or to keep busy its reader ends that process and not this one.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.errors import Refused
from pledgekit.sheets.columns import letters
from pledgekit.sheets.gate import kind_of_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Book", "Sheet", "Value", "address", "read_book"]

Value = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | None

SECONDS: Final = 1.25  # of computing
PATIENCE: Final = 20  # seconds on the clock, of a machine that is busy with other things
MEMORY: Final = 160_000_000

_LARGE: Final = "copy what is meant into a new workbook, or split it"
_PLAIN: Final = "open it in Excel or LibreOffice, save it under a new name, and take that"


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
    return f"{sheet}!{letters(column)}{row + 1}"


def read_book(data: bytes, *, file: str) -> Book:
    """Read a workbook (xlsx or ods) of which nothing is known but that somebody sent it.

    Raises Refused, in one line with the way out, for all that is no such workbook, cannot be read with 1.25 seconds of
    computing and 160 MB, or for want of the extra `xlsx`.
    """
    folder = _reader()
    kind = kind_of_book(data, file)
    return Book(file, kind, tuple(_sheets(_ask(data, folder, kind, file), file)))


@cache
def _reader() -> str:
    """Give the folder that holds the reader of workbooks."""
    from importlib.util import find_spec

    found = find_spec("python_calamine")
    if found is None or found.origin is None:
        raise Refused("workbooks need the extra xlsx", remedy='install it: pip install "pledgekit[xlsx]"')
    return str(Path(found.origin).parent.parent)


def _ask(data: bytes, folder: str, kind: str, file: str) -> bytes:
    """Have the child read; whatever ends it is one refusal."""
    import subprocess
    import sys

    command = [sys.executable, "-I", "-S", str(Path(__file__).parent / "child.py"), folder, kind]
    command += [f"{SECONDS}", f"{MEMORY}"]
    try:
        made = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 -- our own program, no word of the file's
    except subprocess.TimeoutExpired as error:
        raise _too_large(file) from error
    if made.returncode < 0 or b"MemoryError" in made.stderr:  # ended by its limits
        raise _too_large(file)
    if made.returncode:
        raise Refused("it cannot be read as a workbook", file=file, remedy=_PLAIN)
    return made.stdout


def _too_large(file: str) -> Refused:
    return Refused("reading it would take more time or memory than a list or form can need", file=file, remedy=_LARGE)


def _sheets(said: bytes, file: str) -> Iterator[Sheet]:
    """Read what the child tells, line by line."""
    import io
    import json

    about: dict[str, Any] = {}
    rows: list[tuple[Value, ...]] = []
    for line in io.BytesIO(said):
        told = json.loads(line)
        if isinstance(told, list):
            rows.append(tuple(map(_value, told)) if dict in map(type, told) else tuple(told))
            continue
        if isinstance(told, str):
            raise Refused(told, file=file, remedy=_LARGE)
        if about:
            yield _sheet(about, rows)
        about, rows = told or {}, []
        if told is None:
            return
    raise Refused("it cannot be read as a workbook", file=file, remedy=_PLAIN)


def _sheet(about: Mapping[str, Any], rows: Sequence[tuple[Value, ...]]) -> Sheet:
    top, left = about["at"]
    return Sheet(
        name=about["name"],
        visible=about["visible"],
        top=top,
        left=left,
        rows=tuple(rows),
        formulas=frozenset((row, column) for row, column in about["formulas"]),
    )


def _value(cell: Any) -> Value:  # noqa: ANN401  as JSON has it
    """Give a cell as Python has it; a time stays text."""
    if not isinstance(cell, dict):
        plain: Value = cell
        return plain
    ((kind, text),) = cell.items()
    if kind == "datetime":
        return datetime.datetime.fromisoformat(text)
    return datetime.date.fromisoformat(text) if kind == "date" else str(text)
