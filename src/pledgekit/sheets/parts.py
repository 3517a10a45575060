"""What the parts of a workbook hold, looked through piece by piece before anybody reads them. Part of the gate.

XML can be built to fill a machine's memory: one cell in the last row of the last column, entities that multiply,
elements in elements without end. All of it shows in the text itself, without reading it as XML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pledgekit.archives import pieces
from pledgekit.errors import Refused

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

__all__ = [
    "AGAIN",
    "LIMIT_CELLS",
    "LIMIT_COLUMNS",
    "LIMIT_DEPTH",
    "LIMIT_MERGED",
    "LIMIT_ROWS",
    "LIMIT_UNPACKED",
    "look_through",
]

LIMIT_UNPACKED: Final = 40_000_000  # all parts together
LIMIT_ROWS: Final = 100_001  # of one sheet: a header and 100,000 more
LIMIT_COLUMNS: Final = 1_000
LIMIT_CELLS: Final = 500_000  # of one sheet, from the first to the last one used
LIMIT_MERGED: Final = 10_000  # groups of merged cells
LIMIT_DEPTH: Final = 1_000  # of elements in elements

AGAIN: Final = "open it in Excel or LibreOffice, save it under a new name, and take that"

_OVERLAP: Final = 512  # of two chunks: longer than what is looked for
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svm", ".bin", ".ttf")
_SHEET: Final = re.compile(rb"<(?:\w+:)?worksheet\b")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
_DTD: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)")
_CELL: Final = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,4})?([0-9]{1,10})[\"']")
_ENCODING: Final = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_UTF8: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_MERGED: Final = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([A-Za-z]{1,4})([0-9]{1,10}):([A-Za-z]{1,4})([0-9]{1,10})[\"']"
)
_MARK: Final = b"\xef\xbb\xbf"
_OTHERS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"\0\0", "<?xm".encode("cp037"))  # UTF-16, UTF-32, EBCDIC


def look_through(archive: zipfile.ZipFile, kind: str, file: str) -> None:
    """Unpack every part once, piece by piece; raises Refused at the first that no honest workbook holds."""
    left = LIMIT_UNPACKED
    for member in archive.infolist():
        look = None if member.filename.lower().endswith(_PICTURES) else _Look(member.filename, kind, file)
        size = 0
        for chunk, fresh in _chunks(archive, member):
            size += len(fresh)
            left -= len(fresh)
            if left < 0:
                most = LIMIT_UNPACKED // 1_000_000
                raise Refused(f"unpacked it is larger than {most} MB", file=file, remedy=AGAIN)
            if look is not None:
                look.take(chunk, fresh)
        if size != member.file_size:
            raise Refused(f"its part {member.filename} is not as long as it says", file=file, remedy=AGAIN)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """Yield a part in pieces that overlap, each with what of it is new."""
    tail = b""
    for fresh in pieces(archive, member):
        yield tail + fresh, fresh
        tail = (tail + fresh)[-_OVERLAP:]


class _Look:
    """The look at one part, whatever its name: what is in it decides."""

    def __init__(self, name: str, kind: str, file: str) -> None:
        self.name, self.file = name, file
        self.begun = self.text = self.sheet = False
        self.workbook = kind == "xlsx"
        self.depth = self.columns = self.rows = self.said = self.merged = 0
        self.last = b""

    def take(self, chunk: bytes, fresh: bytes) -> None:
        """Look at the next piece; raises Refused."""
        if not self.begun:
            self._begin(chunk)
        if not self.text:
            return
        if b"\0" in fresh:
            raise self._refused("is not in UTF-8")
        if b"<!" in chunk and _DTD.search(chunk):
            raise self._refused("defines entities of its own")
        self._deeper(fresh)
        if self.sheet:
            self._further(chunk, fresh)

    def _begin(self, chunk: bytes) -> None:
        """Tell XML from pictures and the like: it begins with a `<`, in one encoding alone."""
        self.begun = True
        if chunk.startswith(_OTHERS):
            raise self._refused("is not in UTF-8")
        start = chunk.removeprefix(_MARK)
        self.text = start.lstrip()[:1] == b"<"
        said = _ENCODING.match(start)
        if said is not None and said[1].lower() not in _UTF8:
            raise self._refused("is not in UTF-8")
        self.sheet = self.workbook and _SHEET.search(chunk) is not None

    def _deeper(self, fresh: bytes) -> None:
        """Count how deep the elements stand at the end of each piece."""
        pairs = self.last + fresh  # a pair of signs may be parted
        self.last = fresh[-1:]
        closed, empty = pairs.count(b"</"), pairs.count(b"/>")
        others = pairs.count(b"<?") + pairs.count(b"<!")
        self.depth += fresh.count(b"<") - 2 * closed - empty - others
        if self.depth > LIMIT_DEPTH:
            raise self._refused(f"has elements in elements, more than {LIMIT_DEPTH:,} deep")

    def _further(self, chunk: bytes, fresh: bytes) -> None:
        """Note every row and cell; a sheet may be no larger than a list or a form can be."""
        cells = _CELL.findall(chunk)
        self.rows = max(self.rows, *map(int, {row for _, row in cells}), 0)
        self.columns = max(self.columns, *map(_number, {column for column, _ in cells}), 0)
        for left, top, right, bottom in _MERGED.findall(fresh) if b"mergeCell" in fresh else ():
            self.merged += 1
            if self.merged > LIMIT_MERGED or (int(bottom) - int(top)) * (_number(right) - _number(left)) > LIMIT_CELLS:
                raise Refused("it merges too many cells", file=self.file, remedy="undo the merging of cells")
        self.said += len(_ROW.findall(fresh))
        rows = max(self.rows, self.said)
        if rows > LIMIT_ROWS or self.columns > LIMIT_COLUMNS or rows * self.columns > LIMIT_CELLS:
            raise Refused(
                f"a sheet of it reaches to row {rows:,} and column {self.columns:,}, more than {LIMIT_CELLS:,} cells "
                f"or {LIMIT_ROWS - 1:,} rows",
                file=self.file,
                remedy="copy what is meant into a new workbook, or split it: rows and columns beyond it hold something",
            )

    def _refused(self, what: str) -> Refused:
        return Refused(f"its part {self.name} {what}", file=self.file, remedy=AGAIN)


def _number(column: bytes) -> int:
    """Read the letters of a column as a number from 1."""
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
