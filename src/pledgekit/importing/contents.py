"""What a file is by its content, whatever its name says. Before the first step of importing: bytes that are text."""

from __future__ import annotations

import re
from typing import Final

from pledgekit.errors import Refused

__all__ = ["SAVE", "insist_on_text", "is_book", "other_ending"]

SAVE: Final = "save it as CSV UTF-8"
_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"
_TEXTS: Final = ("", ".csv", ".tsv", ".tab", ".txt")
_MARKUP: Final = re.compile(rb"\s*<[!?a-zA-Z]")


def is_book(data: bytes) -> bool:
    """Tell whether this is an archive or an old Office file: whatever its name says, no CSV, and perhaps a workbook."""
    return data.startswith((_ZIP, _OLD))


def insist_on_text(data: bytes, file: str) -> None:
    """Raise Refused, saying what it is, for what is no CSV by its content."""
    found = _kind(data)
    if found:
        named = ", though its name does not say so" if file.lower().endswith(_TEXTS[1:]) else ""
        raise Refused(f"it is {found}, not CSV{named}", file=file, remedy=f"open it in a spreadsheet and {SAVE}")


def other_ending(file: str) -> str:
    """Give the ending of a name that promises something else than CSV text; "" for one that does not."""
    name = re.split(r"[/\\]", file)[-1]
    dot, ending = name.rpartition(".")[1:]
    return "" if not dot or f".{ending}".lower() in _TEXTS else f".{ending}"


def _kind(data: bytes) -> str:
    """Name what these bytes are, when they are no text with rows."""
    if is_book(data):
        return "a workbook, a document or an archive"
    if data.startswith(b"%PDF"):
        return "a PDF"
    return "a web page or XML" if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")) else ""
