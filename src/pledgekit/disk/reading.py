"""Reading: `walk` names the files, `read` brings the bytes of one.

Neither follows a way out of the register, hangs, or takes an error for emptiness.
"""

from __future__ import annotations

import os
import stat
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from pledgekit.disk.words import ABSENT, cannot, plain
from pledgekit.errors import DiskError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["TEMPORARY", "Found", "files_in", "folders_in", "is_folder", "leads_into", "read", "walk"]

TEMPORARY = ".pledgekit-"  # how the names of our temporary files begin: ours, never data

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe must not make us wait

_NOT_OURS = (TEMPORARY, ".#", "._")  # ours, and what Emacs and macOS lay beside a file that is open or copied
_PROGRAMS = frozenset(
    {".git", ".hg", ".svn", ".vscode", ".idea", ".stversions", ".stfolder", ".snapshot", ".snapshots", ".Trashes"}
)
_DOTTED = ("its name, or that of a folder around it, begins with a dot: it is not read", "Take the dot away.")
_IRREGULAR = ("it is not a regular file", "Delete it, or put a file in its place: it holds no records.")
_FOLDER_LINK = ("it is a link to a folder", "Put the folder itself in place of the link.")


class Found(NamedTuple):
    """One thing `walk` met: path below the root (`/` between parts), what it is; why it is not read, and what helps."""

    path: str
    kind: Literal["data", "other", "leftover", "outside", "unreadable"]
    reason: str = ""
    remedy: str = ""


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Tell whether a folder (or a link to one) is there; DiskError when the system would not say."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except OSError as problem:
        if problem.errno in ABSENT:
            return False
        raise cannot("be looked at", problem, f"{path}") from problem


def leads_into(root: str | os.PathLike[str], names: Sequence[str], path: str | os.PathLike[str]) -> bool:
    """Tell whether a path, which need not be there, is one of these folders of the root or leads into one.

    As it is written and with links followed; the case of the folders' names does not count.
    """
    for way in (os.path.abspath(path), os.path.realpath(path)):
        below, step = "", way
        while step != below:
            below, step = step, os.path.dirname(step)
            if os.path.basename(below).casefold() in names and _is_same(step, root):
                return True
            if any(_is_same(below, os.path.join(root, each)) for each in names):
                return True
    return False


def _is_same(one: str, other: str | os.PathLike[str]) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:  # what is not there is no folder of records
        return False


def read(path: str | os.PathLike[str], limit: int) -> bytes:
    """Bring the bytes of a regular file, at most `limit` + 1 of them: one more than allowed shows that it is too big.

    Raises DiskError, with the file's name, for anything else: pipes, devices, folders, absence, errors half-way.
    """
    try:
        handle = os.open(path, _READ)
        try:
            info = os.fstat(handle)
            if not stat.S_ISREG(info.st_mode):
                message = "cannot be read: it is not a regular file"
                raise DiskError(message, file=f"{path}", remedy="move it out of the register")
            parts, wanted = [], limit + 1
            # The size is a hint for the buffer only: the file may grow or shrink meanwhile.
            while wanted and (part := os.read(handle, min(wanted, max(info.st_size, 4096) + 1))):
                parts.append(part)
                wanted -= len(part)
            return b"".join(parts)
        finally:
            os.close(handle)
    except DiskError:
        raise
    except OSError as problem:
        raise cannot("be read", problem, f"{path}") from problem


def files_in(folder: str | os.PathLike[str]) -> list[str]:
    """Give the names of the files that lie in a folder itself, by name; DiskError when it cannot be read."""
    return [each.name for each in _listed(folder) if each.is_file()]


def folders_in(folder: str | os.PathLike[str]) -> list[str]:
    """Give the names of the folders that lie in a folder itself, without links; DiskError when it cannot be read."""
    return [each.name for each in _listed(folder) if each.is_dir(follow_symlinks=False)]


def _listed(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    try:
        return _entries(os.fspath(folder))
    except OSError as problem:
        raise cannot("be read", problem, f"{folder}") from problem


def walk(root: str | os.PathLike[str], folders: Sequence[str]) -> Iterator[Found]:
    """Name what lies in these folders of the register, always in the same order; a folder may be missing.

    `data` are files `*.toml`; names with a dot in front are passed over, but `.pledgekit-*` is `leftover`, and records
    that such a name hides are `other`. A link to a file of the register stands for that file; a link out of it is
    `outside`, any other link `unreadable`.
    Raises DiskError, at the call, when the root itself cannot be read; nothing within it raises.
    """
    top = os.path.realpath(root)
    try:
        entries = _entries(top)
    except OSError as problem:
        raise cannot("be read", problem, f"{root}") from problem
    # Some disks see no difference between Commitments and commitments: never let the first look like emptiness.
    found, below = _sift([e for e in entries if e.name in folders], "", top)
    for entry in entries:
        if entry.name not in folders and (name := entry.name.lower()) in folders:
            found.append(Found(entry.name, "unreadable", f"the folder's name must be {name}"))
    return _walk(top, found, below)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as listing:
        return sorted(listing, key=attrgetter("name"))


def _walk(top: str, found: Iterable[Found], below: list[str]) -> Iterator[Found]:
    yield from found
    waiting = below[::-1]  # a list, not recursion: folders may be nested deeper than Python's stack
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries(os.path.join(top, folder))
        except OSError as problem:
            yield Found(folder, "unreadable", plain(problem)[0])
            continue
        found, below = _sift(entries, folder + "/", top)
        yield from found
        waiting += below[::-1]


def _sift(entries: Iterable[os.DirEntry[str]], prefix: str, top: str) -> tuple[list[Found], list[str]]:
    """Sort the entries of one folder into things found and folders to enter."""
    found: list[Found] = []
    below: list[str] = []
    for entry in entries:
        name = entry.name
        path = prefix + name
        if name[0] == "." or "/." in prefix:
            _hidden(entry, path, found, below)
        elif not name.isascii() and not _is_text(name):
            shown = path.encode("utf-8", "backslashreplace").decode()
            found.append(Found(shown, "unreadable", "its name is not in UTF-8"))
        else:
            try:
                if entry.is_file(follow_symlinks=False):
                    found.append(Found(path, "data" if name.endswith(".toml") else "other"))
                elif entry.is_symlink() or getattr(entry, "is_junction", bool)():  # junctions: Windows, Python 3.12
                    found.append(_link(entry, path, top))
                elif entry.is_dir(follow_symlinks=False):
                    below.append(path)
                else:
                    found.append(Found(path, "unreadable", *_IRREGULAR))
            except OSError as problem:
                found.append(Found(path, "unreadable", plain(problem)[0]))
    return found, below


def _hidden(entry: os.DirEntry[str], path: str, found: list[Found], below: list[str]) -> None:
    """Name a file that would hold records if no dot stood before its name or a folder's; nothing else is our affair."""
    if entry.name.startswith(TEMPORARY):
        found.append(Found(path, "leftover"))
    if entry.name.startswith(_NOT_OURS) or entry.name in _PROGRAMS:
        return
    try:
        if entry.is_dir(follow_symlinks=False):
            below.append(path)
        elif entry.is_file(follow_symlinks=False) and path.endswith(".toml"):
            found.append(Found(path, "other", *_DOTTED))
    except OSError as problem:
        found.append(Found(path, "unreadable", plain(problem)[0]))


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _link(entry: os.DirEntry[str], path: str, top: str) -> Found:
    """Say what a link is: outside, or what it leads to. Folders behind links are not entered: no circles, no twins."""
    target = os.path.realpath(entry.path)
    if target != top and not target.startswith(os.path.join(top, "")):
        return Found(path, "outside", "it is a link out of the register")
    mode = os.stat(entry.path).st_mode
    if stat.S_ISREG(mode):
        return Found(path, "data" if path.endswith(".toml") else "other")
    return Found(path, "unreadable", *(_FOLDER_LINK if stat.S_ISDIR(mode) else _IRREGULAR))
