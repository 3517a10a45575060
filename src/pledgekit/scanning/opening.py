"""Taking files apart: archives, PDF, images, what is packed or encoded, into texts with their places. Part of scanning.

A file is known by its first bytes, never by its name. What cannot be looked into, or is larger or nested deeper than
anything honest, is told: a scan that passed over something must not look like one that found nothing.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.archives import FAULTS, pieces
from pledgekit.scanning.pdf import shown, streams
from pledgekit.scanning.sixtyfour import nested, runs, unpacked
from pledgekit.scanning.texts import decoded, variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["LIMIT_BYTES", "LIMIT_DEPTH", "LIMIT_PARTS", "LIMIT_TURNS", "Opener", "Piece"]

LIMIT_BYTES: Final = 200_000_000  # unpacked, of one file
LIMIT_PARTS: Final = 10_000  # members of one archive
LIMIT_DEPTH: Final = 6
LIMIT_TURNS: Final = 4  # of base64 in base64
_ZIP, _PDF, _PNG, _GZIP = b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\x1f\x8b\x08"
_CLOSED: Final = (
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xfd7zXZ\0", "xz"),
    (b"BZh", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file"),
    (b"PAR1", "Parquet"),
    (b"wOF2", "a packed font"),
)


class Piece(NamedTuple):
    """A text with its escapes undone, the part of the file it stands in (empty: the file itself), if lines matter."""

    part: str
    text: str
    lined: bool


class Opener:
    """The taking apart of one file. `unread` holds the parts that could not be looked into, each with the reason."""

    def __init__(self, hides: Callable[[str], bool], most: int = LIMIT_BYTES) -> None:
        """Take what tells whether a member's name must not be named."""
        self.unread: list[tuple[str, str]] = []
        self._hides = hides
        self._left = most

    def open(self, data: bytes, part: str = "", depth: int = 0, turns: int = 0) -> Iterator[Piece]:
        """Yield every text that the bytes hold, in every way it may be read."""
        if depth > LIMIT_DEPTH:
            self.unread.append((part, "too-deep"))
            return
        closed = next((name for mark, name in _CLOSED if data.startswith(mark)), "")
        if closed:
            self.unread.append((part, closed))
        packed: set[str] = set()
        for text, lined in decoded(data):
            for piece in _pieces(part, text, lined=lined):
                yield piece
                packed.update(runs(piece.text))
        yield from self._parts(data, part, depth, turns)
        for run in sorted(packed):
            if turns < LIMIT_TURNS:
                for each in unpacked(run):
                    yield from self.open(each, part, depth, turns + 1)
            elif nested(run):
                self.unread.append((part, "too-deep"))

    def _parts(self, data: bytes, part: str, depth: int, turns: int) -> Iterator[Piece]:
        """Yield the texts of what the bytes are a format of, if it is known."""
        if data.startswith(_ZIP):
            yield from self._zip(data, part, depth, turns)
        elif data[:1024].find(_PDF) >= 0:
            yield from self._pdf(data, part, depth, turns)
        elif data.startswith(_PNG):
            yield from self._png(data, part)
        elif data.startswith(_GZIP):
            yield from self.open(self._unpacked(data, part, zlib.MAX_WBITS | 16) or b"", part, depth + 1, turns)

    def _zip(self, data: bytes, part: str, depth: int, turns: int) -> Iterator[Piece]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            members = archive.infolist()
        except FAULTS:
            self.unread.append((part, "damaged"))
            return
        if len(members) > LIMIT_PARTS:
            self.unread.append((part, "too-many"))
        for number, member in enumerate(members[:LIMIT_PARTS], 1):
            for said in (member.filename, member.comment.decode("utf-8", "replace")):
                yield from _pieces(_below(part, f"#{number}"), said, lined=False)
            name = _below(part, f"#{number}" if self._hides(member.filename) else member.filename)
            inside = self._member(archive, member, name)
            if inside is not None:
                yield from self.open(inside, name, depth + 1, turns)

    def _member(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes | None:
        """Unpack one member, as far as the limit of the file."""
        chunks = []
        try:
            for chunk in pieces(archive, member):
                self._left -= len(chunk)
                if self._left < 0:
                    self.unread.append((name, "too-large"))
                    return None
                chunks.append(chunk)
        except FAULTS:
            self.unread.append((name, "damaged"))
            return None
        return b"".join(chunks)

    def _unpacked(self, data: bytes, part: str, bits: int = zlib.MAX_WBITS) -> bytes | None:
        """Unpack zlib data as far as it goes; nothing when it is none, or too much."""
        unpacker = zlib.decompressobj(bits)
        try:
            found = unpacker.decompress(data, max(self._left, 1))
        except zlib.error:
            return None
        self._left -= len(found)
        if unpacker.unconsumed_tail:
            self.unread.append((part, "too-large"))
        return found

    def _pdf(self, data: bytes, part: str, depth: int, turns: int) -> Iterator[Piece]:
        if b"/Encrypt" in data:
            self.unread.append((part, "encrypted"))
        if b"/LZWDecode" in data or b"/ASCII85Decode" in data:
            self.unread.append((part, "packed"))
        parts = [data]
        for each in streams(data):
            inside = self._unpacked(each, part)
            if inside is not None:
                parts.append(inside)
                yield from self.open(inside, part, depth + 1, turns)
        for text in shown(parts):
            yield from _pieces(part, text, lined=False)

    def _png(self, data: bytes, part: str) -> Iterator[Piece]:
        """Yield the packed texts of a PNG; those that are not packed were among its bytes."""
        at = len(_PNG)
        while at + 8 <= len(data):
            size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
            chunk = data[at + 8 : at + 8 + size]
            _, _, rest = chunk.partition(b"\0")
            packed = rest[1:] if kind == b"zTXt" else b""
            if kind == b"iTXt" and rest[:1] == b"\1":
                packed = rest[2:].split(b"\0", 2)[-1]
            inside = self._unpacked(packed, part) if packed else None
            for text, _ in decoded(inside) if inside else ():
                yield from _pieces(part, text, lined=False)
            at += 12 + size


def _pieces(part: str, text: str, *, lined: bool) -> Iterator[Piece]:
    """Yield a text with its escapes undone in every way."""
    for each, kept in variants(text):
        yield Piece(part, each, lined and kept)


def _below(part: str, name: str) -> str:
    return f"{part}!{name}" if part else name
