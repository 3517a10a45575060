"""The texts that bytes may hold: encodings, and the escapes of HTML, JSON, TOML, addresses and mail. Part of scanning.

All of these are tried and none is chosen: a string is found whichever way it was written.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["decoded", "encoded", "variants"]

_MARKS: Final = ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PERCENT: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_QUOTED: Final = re.compile(r"(?:=[0-9A-F]{2})+")
_BACKSLASH: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([nrtbf]))")
_ENTITY: Final = re.compile(r"&#?\w{1,32};")
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_SOFT: Final = re.compile(r"=\r?\n")
_BASE64: Final = re.compile(rb"(?:[A-Za-z0-9+/_-]{4}\r?\n?){3,}[A-Za-z0-9+/_-]{0,3}")
_ROUNDS = 3  # an escape within an escape within an escape


def decoded(data: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the texts that bytes may be; true for one that is text for certain, so that its lines mean something."""
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if marked:
        yield data.decode(marked, "replace"), True
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace"), False
        yield data.decode("cp1252", "replace"), False
    else:
        yield text, "\0" not in text
    if b"\0" in data:
        for codec in ("utf-16-le", "utf-16-be"):
            yield data.decode(codec, "replace"), False
            yield data[1:].decode(codec, "replace"), False


def variants(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text and what it says with escapes undone; true where lines are those of the text."""
    yield text, True
    plain = _unescaped(text)
    if plain != text:
        yield plain, True
    if "<" in plain:
        without = _TAG.sub(lambda found: "\n" * found[0].count("\n"), text)
        yield _unescaped(without), True
    if _SOFT.search(text):
        yield _QUOTED.sub(lambda found: _bytes(found[0], "="), _SOFT.sub("", text)), False


def encoded(data: bytes) -> Iterator[bytes]:
    """Yield what stands in the data as base64, of either alphabet, wherever it may begin."""
    for found in _BASE64.finditer(data):
        run = found[0].translate(_URL_SAFE, b"\r\n")
        for skip in range(4):
            part = run[skip:]
            try:
                yield base64.b64decode(part[: len(part) // 4 * 4])
            except binascii.Error:  # pragma: no cover -- only whole groups of its own letters are given to it
                continue


_URL_SAFE: Final = bytes.maketrans(b"-_", b"+/")


def _unescaped(text: str) -> str:
    for _ in range(_ROUNDS):
        if "%" in text:
            text = _PERCENT.sub(lambda found: _bytes(found[0], "%"), text)
        if "\\" in text:
            text = _BACKSLASH.sub(_letter, text)
        if "&" in text:
            text = _ENTITY.sub(lambda found: html.unescape(found[0]).replace("\n", " "), text)
    return text


def _bytes(text: str, mark: str) -> str:
    return bytes.fromhex(text.replace(mark, "")).decode("utf-8", "replace").replace("\n", " ")


def _letter(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if not code:
        return " "
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and number != 10 else " "  # noqa: PLR2004  Unicode's last, a line end
