"""Base64 in texts: either alphabet, padded or not, on one line or many, wherever it begins. Part of scanning.

What looks like base64 need not be any. So it is decoded from each of the four places at which a group may begin, and
what comes out is only looked into when something of it can be read.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["nested", "runs", "unpacked"]

_LEAST: Final = 11  # letters that eight characters need, the fewest that are looked for
_RUN: Final = re.compile(r"(?:[A-Za-z0-9+/_-]{20,}\s+)*[A-Za-z0-9+/_-]+")  # a line of base64 is long but the last
_NESTED: Final = re.compile(rb"[A-Za-z0-9+/_\s-]{12,}={0,2}\s*")
_GROUP: Final = 4
_URL_SAFE: Final = str.maketrans("-_", "+/")
_KNOWN: Final = (b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n", b"\x1f\x8b\x08", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"wOF")
# Eight bytes that may be words: ASCII, UTF-8, or single letters of an older alphabet between such.
_WORDS: Final = re.compile(rb"(?:[\t\r\n -~]|[\xc2-\xf4][\x80-\xbf]{1,3}|[\xa0-\xff](?=[ -~])){4,}")
_SPEAKS: Final = 8


def runs(text: str) -> Iterator[str]:
    """Yield what may be base64 in a text, without blanks and line ends, in the common alphabet."""
    for found in _RUN.finditer(text):
        if len(found[0]) >= _LEAST:
            run = "".join(found[0].split())
            yield run.translate(_URL_SAFE)


def unpacked(run: str) -> Iterator[bytes]:
    """Yield what a run may stand for, as far as something of it may be read; its last group may be incomplete."""
    for skip in range(_GROUP):
        whole = len(run) - skip
        whole -= whole % _GROUP == 1  # one letter is not a byte
        data = base64.b64decode(run[skip : skip + whole] + "A" * (-whole % _GROUP))[: whole * 3 // _GROUP]
        if _may_speak(data):
            yield data
        if data.startswith(_KNOWN):
            return  # the run begins here: at its other places is chance, and pictures are large


def nested(run: str) -> bool:
    """Tell whether a run stands for base64 again."""
    return any(_NESTED.fullmatch(each) for each in unpacked(run))


def _may_speak(data: bytes) -> bool:
    """Tell whether bytes are more than chance: a file that is known, UTF-16, or words somewhere."""
    if data.startswith(_KNOWN) or b"\0" in data:
        return len(data) >= _SPEAKS
    return any(len(found[0]) >= _SPEAKS for found in _WORDS.finditer(data))
