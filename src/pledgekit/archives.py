"""Zip archives from other people, unpacked with suspicion. Beside the gate: workbooks, Word files and scans begin here.

What an archive says of the size of its parts may be a lie, so a part comes in pieces and whoever takes them counts.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FAULTS", "pieces"]

# All that Python raises for archives that are damaged, cut off, locked, or were never any.
FAULTS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,  # a kind of packing that Python does not know
    RuntimeError,  # encrypted
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
)
_PIECE: Final = 65_536


def pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str) -> Iterator[bytes]:
    """Yield a part of an archive in pieces of at most 64 kB, however long it says it is; raises one of `FAULTS`."""
    with archive.open(member) as part:
        while piece := part.read(_PIECE):
            yield piece
