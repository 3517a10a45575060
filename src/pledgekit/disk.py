"""Read and write, lowest step: every call of the system on the register, so that tests can fail each of them.

Reading: `walk` names the files, `read` brings the bytes of one; neither follows a way out of the register, hangs, or
takes an error for emptiness. Writing: `create` adds one new file, whole or not at all, and never over another.
All calls go through the module attribute `os`, which tests replace.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from pledgekit.errors import DiskError, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "NOTHING",
    "TEMPORARY",
    "UNKNOWN",
    "AlreadyThere",
    "Created",
    "Found",
    "create",
    "is_folder",
    "plain",
    "publish",
    "read",
    "walk",
]

TEMPORARY = ".pledgekit-"  # how the names of our temporary files begin: ours, never data
NOTHING = "nothing was recorded"  # states of the register that a DiskError tells
UNKNOWN = "it is not known whether it was recorded"

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe must not make us wait
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_AGAIN = "run the same command again"
_WORDS = {
    errno.ENOSPC: ("the disk is full", f"free some space, then {_AGAIN}"),
    errno.EDQUOT: ("your share of the disk is used up", f"free some space or ask for more, then {_AGAIN}"),
    errno.EACCES: ("access was denied", "ask for the right to use it, or close the program that holds it"),
    errno.EPERM: ("the system does not allow it", "ask whoever looks after this computer or share"),
    errno.EROFS: ("this disk can only be read", "work in a copy on a disk that can be written"),
    errno.EIO: ("the disk or share answered with an error", f"check it and its cable or connection, then {_AGAIN}"),
    errno.ENAMETOOLONG: ("the path is too long", "move the register to a folder with a shorter path"),
    errno.ENOENT: ("it is not there", "check the path, and whether the disk or share is connected"),
    errno.ENOTDIR: ("a part of its path is not a folder", "check the path"),
    errno.EISDIR: ("it is a folder, not a file", "check the path"),
    errno.ELOOP: ("the link leads in a circle", "remove the link"),
    errno.EMFILE: ("too many files are open", f"close some programs, then {_AGAIN}"),
    errno.ENFILE: ("too many files are open", f"close some programs, then {_AGAIN}"),
    errno.EAGAIN: ("another program is using it", f"close that program, then {_AGAIN}"),
    errno.ESTALE: ("the share lost track of it", f"connect the share again, then {_AGAIN}"),
    errno.ETIMEDOUT: ("the share did not answer", f"check the connection, then {_AGAIN}"),
}
# How file systems say that they have no links (FAT, many shares), and that folders cannot be flushed.
_NO_LINKS = {
    errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.EXDEV,
}  # fmt: skip
_NO_FLUSH = {errno.EINVAL, errno.EBADF, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}


class Found(NamedTuple):
    """One thing `walk` met: path below the root (`/` between parts), what it is, and why when it is not read."""

    path: str
    kind: Literal["data", "other", "leftover", "outside", "unreadable"]
    reason: str = ""


class Created(NamedTuple):
    """The file is there, whole. Not `confirmed`: a power cut could still undo it. `leftover`: ours, not removed."""

    path: str
    confirmed: bool
    leftover: str = ""


class AlreadyThere(DiskError, FileExistsError):  # noqa: N818 -- no failure: what is asked for may be done
    """A file of this name is there; it was not touched, and may hold the same bytes or others."""


def plain(problem: OSError) -> tuple[str, str]:
    """Say in plain words what the system reported, and what helps (empty when we know nothing that does)."""
    return _WORDS.get(problem.errno or 0, (problem.strerror or str(problem) or type(problem).__name__, ""))


def salt() -> str:
    """Give some chance, so that names made at the same moment on two machines differ."""
    return os.urandom(8).hex()


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Tell whether a folder (or a link to one) is there; DiskError when the system would not say."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except OSError as problem:
        if problem.errno in _ABSENT:
            return False
        raise _cannot("be looked at", problem, f"{path}") from problem


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
        raise _cannot("be read", problem, f"{path}") from problem


def walk(root: str | os.PathLike[str], folders: Sequence[str]) -> Iterator[Found]:
    """Name what lies in these folders of the register, always in the same order; a folder may be missing.

    `data` are files `*.toml`; names with a dot in front are passed over, but `.pledgekit-*` is `leftover`. A link to a
    file of the register stands for that file; a link out of it is `outside`, any other link `unreadable`.
    Raises DiskError, at the call, when the root itself cannot be read; nothing within it raises.
    """
    top = os.path.realpath(root)
    try:
        entries = _entries(top)
    except OSError as problem:
        raise _cannot("be read", problem, f"{root}") from problem
    # Some disks see no difference between Commitments and commitments: never let the first look like emptiness.
    found, below = _sift([e for e in entries if e.name in folders], "", top)
    for entry in entries:
        if entry.name not in folders and (name := entry.name.lower()) in folders:
            found.append(Found(entry.name, "unreadable", f"the folder's name must be {name}"))
    return _walk(top, found, below)


def create(root: str | os.PathLike[str], path: str, data: bytes) -> Created:
    """Add the file `path` (below the root, `/` between parts) with these bytes; make the folders it lacks.

    When it returns, the file is there, whole. Raises AlreadyThere when the name was taken (nothing was changed),
    Refused for a path that could lead elsewhere, DiskError else: its `state` is NOTHING, with the register as it was,
    or UNKNOWN where the disk would not even tell. Killed at any moment: nothing, or the whole file, besides a
    `.pledgekit-*` file; on a disk without links also an empty file of that name, which is no record.
    """
    *folders, name = _parts(path)
    try:
        folder, confirmed = _make_folders(f"{root}", folders, path)
        temporary = os.path.join(folder, TEMPORARY + os.urandom(8).hex())
        try:
            identity = _write(temporary, data)
            _name(temporary, os.path.join(folder, name), identity, path)
        except BaseException:
            _remove(temporary)
            raise
    except DiskError:
        raise
    except OSError as problem:
        raise _cannot("be written", problem, path, NOTHING) from problem
    # From here on the file is recorded: nothing below may say otherwise.
    left = "" if _remove(temporary) else "/".join((*folders, os.path.basename(temporary)))
    return Created(path, _flush(folder) and confirmed, left)


def publish(path: str | os.PathLike[str], data: bytes) -> None:
    """Put a file in place outside the register, whole or not at all, over a file of that name; raises DiskError."""
    temporary = os.path.join(os.path.dirname(os.path.abspath(path)), TEMPORARY + os.urandom(8).hex())
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise FileExistsError(errno.EEXIST, "it is not a regular file")  # noqa: TRY301 -- said like the others
        _write(temporary, data)
        os.replace(temporary, path)
    except BaseException as problem:
        _remove(temporary)
        if isinstance(problem, OSError):
            raise _cannot("be written", problem, f"{path}") from problem
        raise


def _cannot(what: str, problem: OSError, path: str, state: str = "nothing was changed") -> DiskError:
    words, remedy = plain(problem)
    if state == UNKNOWN:
        remedy = f"look at it: if it is empty, delete it; if it is empty or absent, {_AGAIN}"
    return DiskError(f"cannot {what}: {words}", state=state, errno=problem.errno, file=path, remedy=remedy)


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
        if name[0] == ".":
            if name.startswith(TEMPORARY):
                found.append(Found(path, "leftover"))
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
                    found.append(Found(path, "unreadable", "it is not a regular file"))
            except OSError as problem:
                found.append(Found(path, "unreadable", plain(problem)[0]))
    return found, below


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
    return Found(path, "unreadable", "it is a link to a folder" if stat.S_ISDIR(mode) else "it is not a regular file")


def _parts(path: str) -> list[str]:
    parts = path.split("/")
    if any(not part or part[0] == "." or set(part) & set("\\:\0") for part in parts):
        raise Refused("not a path for a new file of the register", file=path)
    return parts


def _make_folders(root: str, folders: Sequence[str], path: str) -> tuple[str, bool]:
    """Make what is missing below the root, never the root itself: a share that is not connected stays missing.

    A link on the way is refused, since `walk` would not find there what was written.
    """
    folder, confirmed = root, True
    if not stat.S_ISDIR(os.stat(folder).st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    for part in folders:
        parent, folder = folder, os.path.join(folder, part)
        try:
            os.mkdir(folder)
        except OSError as problem:  # there already, most often; a disk that can only be read may say so first
            try:
                mode = os.lstat(folder).st_mode
            except OSError:
                raise problem from None
            if not stat.S_ISDIR(mode):
                message = f"cannot be written: {part} is not a folder but a file or a link"
                raise DiskError(message, state=NOTHING, file=path, remedy="move it away") from None
            if problem.errno == errno.EEXIST:
                continue
        confirmed = _flush(parent) and confirmed
    return folder, confirmed


def _write(temporary: str, data: bytes) -> os.stat_result:
    """Bring all bytes to the disk. An fsync that failed is never tried again: a second one would lie."""
    handle = os.open(temporary, _NEW, 0o666)  # less the umask: colleagues keep their access
    try:
        rest = memoryview(data)
        while rest:
            written = os.write(handle, rest)
            if not written:  # would go round for ever
                raise OSError(errno.EIO, os.strerror(errno.EIO))  # noqa: TRY301 -- the handle is closed below
            rest = rest[written:]
        os.fsync(handle)
        identity = os.fstat(handle)
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise
    os.close(handle)  # shares report errors here
    return identity


def _name(temporary: str, final: str, identity: os.stat_result, path: str) -> None:
    """Give the whole file its name, if the name is free."""
    try:
        os.link(temporary, final)
    except OSError as problem:
        # On a share the link may be made and the answer lost; then the error, even "exists", is about our own file.
        try:
            there = os.lstat(final)
        except OSError as unsure:
            if problem.errno not in _NO_LINKS | {errno.EEXIST} and unsure.errno not in _ABSENT:
                raise _cannot("be written", problem, path, UNKNOWN) from problem
        else:
            if there.st_ino and os.path.samestat(there, identity):
                return
        if problem.errno == errno.EEXIST:
            raise _already(path) from None
        if problem.errno not in _NO_LINKS:
            raise
        _take(temporary, final, path)


def _take(temporary: str, final: str, path: str) -> None:
    """The same without links: take the name with an empty file, then swap in the whole one.

    Half a record could read as a shorter one; an empty file never does.
    """
    try:
        handle = os.open(final, _NEW, 0o666)
    except FileExistsError:
        raise _already(path) from None
    except OSError as problem:
        raise _cannot("be written", problem, path, NOTHING if _is_absent(final) else UNKNOWN) from problem
    try:
        os.close(handle)
        os.replace(temporary, final)
    except BaseException as problem:
        if not _remove(final) and isinstance(problem, OSError):
            raise _cannot("be written", problem, path, UNKNOWN) from problem
        raise


def _already(path: str) -> AlreadyThere:
    return AlreadyThere("there is a file of this name already", errno=errno.EEXIST, file=path)


def _is_absent(path: str) -> bool:
    try:
        os.lstat(path)
    except OSError as problem:
        return problem.errno in _ABSENT
    return False


def _remove(path: str) -> bool:
    """Remove a file of ours; False when it may still be there."""
    try:
        os.unlink(path)
    except OSError as problem:
        return problem.errno in _ABSENT
    return True


def _flush(folder: str) -> bool:
    """Bring the folder's list of names to the disk; True when done, or when this system knows no such thing."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows
        return True
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as problem:
        return problem.errno in _NO_FLUSH
    return True
