"""Which bytes may be handed to the reader of workbooks. Before the first step of reading one.

A workbook is a zip archive of XML, and both can be built to fill a machine's memory: sizes that lie, one cell in the
last row of the last column, entities that multiply. All of that is looked for here, piece by piece; nothing is kept.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from pledgekit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIMIT_BYTES", "LIMIT_CELLS", "LIMIT_COLUMNS", "LIMIT_PARTS", "LIMIT_ROWS", "LIMIT_UNPACKED", "kind_of_book"]

LIMIT_BYTES: Final = 10_000_000  # as sent
LIMIT_UNPACKED: Final = 40_000_000  # all parts together
LIMIT_PARTS: Final = 2_000
LIMIT_ROWS: Final = 100_000  # of one sheet
LIMIT_COLUMNS: Final = 1_000
LIMIT_CELLS: Final = 2_000_000  # of one sheet, from the first to the last one used

_CHUNK: Final = 65_536
_OVERLAP: Final = 512  # of two chunks: longer than what is looked for
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_DTD: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_CELL: Final = re.compile(rb"\br=[\"']([A-Za-z]{1,4})?([0-9]{1,10})[\"']")
_FORMATS: Final = "save it as .xlsx (Excel) or .ods (LibreOffice) and send that"
_AGAIN: Final = "open it in Excel or LibreOffice, save it under a new name, and take that"
_FAULTS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,  # a kind of packing that Python does not know
    RuntimeError,  # encrypted
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)


def kind_of_book(data: bytes, file: str) -> str:
    """Give `xlsx` or `ods` for a workbook that can be read safely; raises Refused, with the way out, for all else."""
    if len(data) > LIMIT_BYTES:
        raise Refused(f"it is larger than {LIMIT_BYTES // 1_000_000} MB", file=file, remedy="take out pictures")
    if data.startswith(_OLD):
        if _LOCKED in data:
            raise Refused("it is locked with a password", file=file, remedy="ask for one without a password")
        raise Refused("it is an old workbook (.xls) or another old Office file", file=file, remedy=_FORMATS)
    if not data.startswith(_ZIP):
        raise Refused("it is not a workbook", file=file, remedy=_FORMATS)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind = _kind(archive, file)
            _look_through(archive, file)
    except _FAULTS as error:
        if isinstance(error, Refused):
            raise
        raise Refused("it is damaged, or was cut off", file=file, remedy="ask for it to be sent again") from error
    return kind


def _kind(archive: zipfile.ZipFile, file: str) -> str:
    """Find out what the archive is, from the names of its parts."""
    members = archive.infolist()
    names = [each.filename for each in members]
    folded = {each.lower() for each in names}
    if len(names) > LIMIT_PARTS:
        raise Refused(f"it has more than {LIMIT_PARTS:,} parts", file=file, remedy=_AGAIN)
    if len(folded) < len(names):
        raise Refused("two of its parts have one name", file=file, remedy=_AGAIN)
    if any(each.flag_bits & 1 for each in members):
        raise Refused("it is locked with a password", file=file, remedy="ask for one without a password")
    if any("vbaproject" in each or each.startswith("basic/") for each in folded):
        raise Refused("it holds macros", file=file, remedy=f"{_FORMATS}, without macros")
    if any(each.startswith("xl/externallinks/") for each in folded):
        raise Refused("it links to other files", file=file, remedy="copy it into a new workbook as values")
    if "xl/workbook.bin" in folded:
        raise Refused("it is a binary workbook (.xlsb)", file=file, remedy=_FORMATS)
    if {"xl/workbook.xml", "[content_types].xml"} <= folded:
        return "xlsx"
    if "content.xml" in folded and "mimetype" in names and archive.read("mimetype")[:80].strip() == _ODS:
        if "meta-inf/manifest.xml" in folded and _locked(archive, names):
            raise Refused("it is locked with a password", file=file, remedy="ask for one without a password")
        return "ods"
    raise Refused("it is a zip archive or a document, not a workbook", file=file, remedy=_FORMATS)


def _locked(archive: zipfile.ZipFile, names: list[str]) -> bool:
    manifest = next(each for each in names if each.lower() == "meta-inf/manifest.xml")
    with archive.open(manifest) as part:
        return b"encryption-data" in part.read(1_000_000)


def _look_through(archive: zipfile.ZipFile, file: str) -> None:
    """Unpack every part once, piece by piece; raises Refused at the first that no honest workbook holds."""
    left = LIMIT_UNPACKED
    for member in archive.infolist():
        extent = _Extent(file) if _SHEET.fullmatch(member.filename) else None
        markup = member.filename.lower().endswith((".xml", ".rels", ".vml"))
        for chunk, fresh in _chunks(archive, member):
            left -= fresh
            if left < 0:
                size = LIMIT_UNPACKED // 1_000_000
                raise Refused(f"unpacked it is larger than {size} MB", file=file, remedy=_AGAIN)
            if not markup:
                continue
            if b"\0" in chunk:
                raise Refused(f"{member.filename} is not in UTF-8", file=file, remedy=_AGAIN)
            if _DTD.search(chunk):
                raise Refused(f"{member.filename} defines entities of its own", file=file, remedy=_AGAIN)
            if extent is not None:
                extent.take(chunk)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Yield a part in pieces that overlap, each with how many of its bytes are new."""
    with archive.open(member) as part:
        tail = b""
        while fresh := part.read(_CHUNK):
            yield tail + fresh, len(fresh)
            tail = (tail + fresh)[-_OVERLAP:]


class _Extent:
    """How far the cells of one sheet reach."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.columns = self.rows = 0

    def take(self, chunk: bytes) -> None:
        """Note every row and cell named; raises Refused when the sheet is larger than a list or form can be."""
        letters: set[bytes] = set()
        for column, row in _CELL.findall(chunk):
            letters.add(column)
            self.rows = max(self.rows, int(row))
        self.columns = max(self.columns, *map(_number, letters), 0)
        if self.rows > LIMIT_ROWS or self.columns > LIMIT_COLUMNS or self.rows * self.columns > LIMIT_CELLS:
            raise Refused(
                f"a sheet of it has cells in row {self.rows:,} and column {self.columns:,}",
                file=self.file,
                remedy="copy what is meant into a new sheet: rows and columns beyond it hold something",
            )


def _number(column: bytes) -> int:
    """Read the letters of a column as a number from 1."""
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
