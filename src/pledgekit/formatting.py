"""Files of the register put into canonical form: one of the two things that replace what is there, on request only.

A file is replaced only by a text that holds the same values and every comment, and only while it still holds what was
read. A file that cannot be kept whole that way stays as it is, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit import disk
from pledgekit.codec.tidy import tidy
from pledgekit.errors import DiskError, NotFound
from pledgekit.gate import Refusal
from pledgekit.store import HOMES, Change, insist, read_file
from pledgekit.store import change as replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

__all__ = ["Kept", "Rewrite", "rewrite", "survey"]


class Rewrite(NamedTuple):
    """A file that is not in canonical form: its path below the register, what it holds, what it should hold."""

    path: str
    was: bytes
    text: str


class Kept(NamedTuple):
    """A file that stays as it is: its path, the line (from 1; 0 when the whole file is meant), why, what to do."""

    path: str
    line: int
    message: str
    remedy: str


def survey(root: Path, paths: Collection[str] = ()) -> Iterator[Rewrite | Kept]:
    """Give every file that would change, or that cannot be kept whole; files in canonical form are passed over.

    `paths` are files or folders below the register, with `/` between parts; none means all of it. Raises NotFound for
    one that is not there, and when there is no register. Nothing is written.
    """
    insist(root)
    found = [each for each in disk.walk(root, HOMES) if each.kind in ("data", "unreadable", "outside")]
    for path in paths:
        if not any(_within(each.path, path) for each in found):
            raise NotFound("no TOML file of the register", file=path, remedy=f"name one below {' or '.join(HOMES)}")
    for each in found:
        if not paths or any(_within(each.path, path) for path in paths):
            if each.kind == "data":
                yield from _file(root, each.path)
            else:
                yield Kept(each.path, 0, each.reason, "")


def rewrite(root: Path, change: Rewrite) -> bool:
    """Replace a file; tell whether the new text is certainly on the disk.

    Raises Refused when it holds something else than what was read, DiskError when it cannot be written.
    """
    return not replace(root, [Change(change.path, change.was, change.text.encode())]).unconfirmed


def _within(path: str, place: str) -> bool:
    return place in ("", path) or path.startswith(f"{place}/")


def _file(root: Path, path: str) -> Iterator[Rewrite | Kept]:
    try:
        data = read_file(root, path)
    except DiskError as error:
        yield Kept(path, 0, error.message, error.remedy)
        return
    text = tidy(data)
    if isinstance(text, Refusal):
        yield Kept(path, text.line, text.message, text.remedy)
    elif text.encode() != data:
        yield Rewrite(path, data, text)
