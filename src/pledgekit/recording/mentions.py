"""Where a register still speaks of a record that is erased, or in its words, by file and line. For erasing.

Files are read as text, so that comments and files that cannot be read in full are looked through, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit import disk
from pledgekit.errors import DiskError
from pledgekit.model.kinds import KINDS, RETRACTIONS
from pledgekit.model.record import Part, about_of, fields_of, key_of
from pledgekit.store import HOMES, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pledgekit.ids import Ref
    from pledgekit.model.record import Record

__all__ = ["Mention", "echoes", "mentions", "moved"]

_HEADER: Final = re.compile(r"\s*\[+\s*([a-z_]+)")
_STRING: Final = re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|$)|'[^']*(?:'|$)")
_TELLING: Final = 8  # letters of an id, or of a text, that is no everyday word
_PERSONAL: Final = frozenset({"name", "email", "phone", "official", "answered_by", "responsible", "assessor", "guests"})
_GAP: Final = r"[\s\\]+"  # a line's end may be escaped
_INITIALS: Final = 3  # letters that a name has at least
# What says nothing of the record alone: whole lists share their sources, and cities their offices.
_SHARED: Final = frozenset(
    {"id", "lang", "languages", "recorded_by", "sources", "office", "role", "date_text", "date_texts", "unit", "themes"}
)


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


def echoes(root: Path, records: Iterable[Record], instead: Mapping[str, bytes | None]) -> Iterator[Mention]:
    """Yield where a name, an address or a text of these records stands in the files of a register, as they will be.

    What is given is the key of the record that holds it, once a line. Line breaks and case do not count.
    """
    said: dict[str, str] = {}
    for record in records:
        for key, text in _texts(record):
            if len(text) >= (_INITIALS if key in _PERSONAL else _TELLING):
                said.setdefault(_wanted(text), key)
    if not said:
        return
    sought = [(re.compile(each, re.IGNORECASE), key) for each, key in said.items()]
    for each in disk.walk(root, HOMES):
        data = _read(root, each.path, instead) if each.kind == "data" else None
        text = (data or b"").decode("utf-8", "replace")
        found = {(text.count("\n", 0, at.start()) + 1, key) for words, key in sought for at in words.finditer(text)}
        yield from (Mention(each.path, line, key) for line, key in sorted(found))


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


def _texts(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the texts of a record or part that are its own, each with its key."""
    for each in fields_of(type(part)):
        about = about_of(each)
        if not (about.scale or about.target or each.name in _SHARED):
            yield from ((key_of(each.name), text) for text in _strings(getattr(part, each.name)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, Part):
        yield from (text for _, text in _texts(value))
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in _strings(each))
    elif type(value) in (tuple, list):  # no period, which is a tuple as well
        yield from (text for each in value for text in _strings(each))  # type: ignore[attr-defined]  # a list or tuple by now


def _wanted(text: str) -> str:
    """Make a pattern of a text, as TOML may have it: broken into lines, with quotes and backslashes escaped."""
    words = ("".join(rf"\\?{re.escape(c)}" if c in '"\\' else re.escape(c) for c in word) for word in text.split())
    return rf"(?<!\w){_GAP.join(words)}(?!\w)"
