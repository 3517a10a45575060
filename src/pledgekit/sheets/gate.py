"""Which bytes may be handed to the reader of workbooks. Before the first step of reading one.

A workbook is a zip archive of XML. Here its outside is looked at: what it is, how it is packed, what its parts are
called; then `parts` looks into each part. Nothing is kept, and nothing is unpacked further than its limit.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from pledgekit.archives import FAULTS
from pledgekit.errors import Refused
from pledgekit.sheets.parts import AGAIN, look_through

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LIMIT_BYTES", "LIMIT_PARTS", "kind_of_book"]

LIMIT_BYTES: Final = 10_000_000  # as sent
LIMIT_PARTS: Final = 2_000

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LISTED: Final = b"PK\x01\x02"  # how each part begins in the archive's list of them
_HEAD: Final = 30  # bytes before the name of a part, where it stands
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # as the standards of both formats have it
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST: Final = "meta-inf/manifest.xml"
_MACROS: Final = re.compile(r"basic/|scripts/|xl/macrosheets/|.*vbaproject")
_ODD: Final = re.compile(r"[/\\]|[A-Za-z]:|.*(\\|\0|(^|/)\.\.(/|$))", re.DOTALL)
_FORMATS: Final = "save it as .xlsx (Excel) or .ods (LibreOffice) and send that"
_UNLOCKED: Final = "ask for one without a password"


def kind_of_book(data: bytes, file: str) -> str:
    """Give `xlsx` or `ods` for a workbook that can be read safely; raises Refused, with the way out, for all else."""
    if len(data) > LIMIT_BYTES:
        raise Refused(f"it is larger than {LIMIT_BYTES // 1_000_000} MB", file=file, remedy="take out pictures")
    if data.startswith(_OLD):
        if _LOCKED in data:
            raise Refused("it is locked with a password", file=file, remedy=_UNLOCKED)
        raise Refused("it is an old workbook (.xls) or another old Office file", file=file, remedy=_FORMATS)
    if not data.startswith(_ZIP):
        raise Refused("it is not a workbook", file=file, remedy=_FORMATS)
    if data.count(_LISTED) > LIMIT_PARTS:  # counted before a list of them is made
        raise Refused(f"it has more than {LIMIT_PARTS:,} parts", file=file, remedy=AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind = _kind(archive, file)
            look_through(archive, kind, file)
    except Refused:
        raise
    except FAULTS as error:
        raise Refused("it is damaged, or was cut off", file=file, remedy="ask for it to be sent again") from error
    return kind


def _kind(archive: zipfile.ZipFile, file: str) -> str:
    """Find out what the archive is, from the names of its parts."""
    members = archive.infolist()
    _packing(members, archive.start_dir, file)
    by_name = {each.filename.lower(): each for each in members}
    if len(by_name) < len(members):
        raise Refused("two of its parts have one name", file=file, remedy=AGAIN)
    if _MANIFEST in by_name and b"encryption-data" in _begin(archive, by_name[_MANIFEST], 1_000_000):
        raise Refused("it is locked with a password", file=file, remedy=_UNLOCKED)
    if any(map(_MACROS.match, by_name)):
        raise Refused("it holds macros", file=file, remedy=f"{_FORMATS}, without macros")
    if any(each.startswith("xl/externallinks/") for each in by_name):
        raise Refused("it links to other files", file=file, remedy="copy it into a new workbook as values")
    if "xl/workbook.bin" in by_name:
        raise Refused("it is a binary workbook (.xlsb)", file=file, remedy=_FORMATS)
    if {"xl/workbook.xml", "[content_types].xml"} <= by_name.keys():
        return "xlsx"
    if "content.xml" in by_name and "mimetype" in by_name and _begin(archive, by_name["mimetype"], 80).strip() == _ODS:
        return "ods"
    raise Refused("it is a zip archive or a document, not a workbook", file=file, remedy=_FORMATS)


def _packing(members: Sequence[zipfile.ZipInfo], end: int, file: str) -> None:
    """Look at how the parts are packed and called; raises Refused."""
    if any(each.flag_bits & 1 for each in members):
        raise Refused("it is locked with a password", file=file, remedy=_UNLOCKED)
    if any(_ODD.match(each.orig_filename) for each in members):
        raise Refused("a part of it has a name that leads elsewhere", file=file, remedy=AGAIN)
    if any(each.compress_type not in _PACKED for each in members):
        raise Refused("it is packed as no spreadsheet program packs", file=file, remedy=AGAIN)
    if _overlap(members, end):
        raise Refused("parts of it lie one over another", file=file, remedy=AGAIN)


def _begin(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """Read the beginning of a part: the sizes that the archive tells may lie."""
    with archive.open(member) as part:
        return part.read(most)


def _overlap(members: Sequence[zipfile.ZipInfo], end: int) -> bool:
    """Tell whether any part reaches into the next one, or beyond where the list of parts begins."""
    reached = 0
    for each in sorted(members, key=lambda one: one.header_offset):
        if each.header_offset < reached:
            return True
        reached = each.header_offset + _HEAD + len(each.orig_filename) + each.compress_size
    return reached > end
