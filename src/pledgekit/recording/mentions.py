"""Where a register still speaks of a record that is erased: refs, texts and comments, by file and line. For erasing.

Files are read as text, so that comments and files that cannot be read in full are looked through, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit import disk
from pledgekit.errors import DiskError
from pledgekit.model.kinds import KINDS, RETRACTIONS
from pledgekit.store import HOMES, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pledgekit.ids import Ref

__all__ = ["Mention", "mentions", "moved"]

_HEADER: Final = re.compile(r"\s*\[+\s*([a-z_]+)")
_STRING: Final = re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|$)|'[^']*(?:'|$)")
_TELLING: Final = 8  # letters of an id that is no everyday word


class Mention(NamedTuple):
    """A place that speaks of a record: file, line (0: its name), and the kind of record there, `comment` or `name`."""

    file: str
    line: int
    what: str


def mentions(root: Path, ref: Ref, instead: Mapping[str, bytes | None]) -> Iterator[Mention]:
    """Yield where the files of a register name a record, as they will be: `instead` has those that change.

    In files of its owner a long id suffices. Retractions of the record are passed over: they have to name it.
    """
    own = "" if "-" in ref.id and len(ref.id) >= _TELLING else f"{ref.owner}/"
    for each in disk.walk(root, HOMES):
        data = _read(root, each.path, instead) if each.kind == "data" else None
        if data is None:
            continue
        mine = each.path.split("/")[1] == ref.owner
        start = f"(?:{ref.owner}/)?" if mine and not own else f"{ref.owner}/"
        named = re.compile(rf"(?<![a-z0-9/-]){start}{ref.id}(?![a-z0-9/-])")
        if mine and named.search(each.path.rpartition("/")[2]):
            yield Mention(each.path, 0, "name")
        yield from _lines(each.path, data.decode("utf-8", "replace"), named, f'record = "{ref}"')


def moved(was: bytes, data: bytes | None, line: int) -> int:
    """Give where a line of a file will stand when the file is changed; the line itself when it goes."""
    from difflib import SequenceMatcher

    old, new = was.decode().split("\n"), (data or b"").decode().split("\n")
    for at, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if at <= line - 1 < at + size:
            return line - at + other
    return line


def _read(root: Path, path: str, instead: Mapping[str, bytes | None]) -> bytes | None:
    if path in instead:
        return instead[path]
    try:
        return read_file(root, path)
    except DiskError:
        return None


def _lines(path: str, text: str, named: re.Pattern[str], tombstone: str) -> Iterator[Mention]:
    kind = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        table = KINDS.get(header[1]) if header else None
        kind = table.singular if table else kind
        found = named.search(line)
        if found and not (kind == RETRACTIONS.singular and line.strip() == tombstone):
            comment = "#" in _STRING.sub("", line[: found.start()])
            yield Mention(path, number, "comment" if comment else kind)
