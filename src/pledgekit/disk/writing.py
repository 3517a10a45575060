"""What every way of writing does: bring bytes to the disk under a temporary name, flush a folder, clear up."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pledgekit.disk.reading import TEMPORARY
from pledgekit.disk.words import ABSENT
from pledgekit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NEW", "flush", "is_absent", "is_same", "parts_of", "remove", "salt", "temporary_in", "trying", "write"]

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# How file systems say that folders cannot be flushed.
_NO_FLUSH = {errno.EINVAL, errno.EBADF, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS}


def salt() -> str:
    """Give some chance, so that names made at the same moment on two machines differ."""
    return os.urandom(8).hex()


def parts_of(path: str) -> list[str]:
    """Take a path of the register apart; raises Refused for one that could lead elsewhere."""
    parts = path.split("/")
    if any(not part or part[0] == "." or set(part) & set("\\:\0") for part in parts):
        raise Refused("not a path for a file of the register", file=path)
    return parts


def temporary_in(folder: str) -> str:
    """Give a path for a temporary file beside the one that is meant."""
    return os.path.join(folder, TEMPORARY + salt())


@contextmanager
def trying(folder: str) -> Iterator[str]:
    """Give a path for a temporary file; whatever ends the work with it early takes the file away."""
    temporary = temporary_in(folder)
    try:
        yield temporary
    except BaseException:
        remove(temporary)
        raise


def write(temporary: str, data: bytes, like: os.stat_result | None = None) -> os.stat_result:
    """Bring all bytes to the disk, with the mode and group of another file if one is given; raises OSError.

    An fsync that failed is never tried again: a second one would lie.
    """
    handle = os.open(temporary, NEW, 0o666)  # less the umask: colleagues keep their access
    try:
        if like is not None:
            _keep_rights(temporary, os.fstat(handle), like)
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


def _keep_rights(path: str, now: os.stat_result, like: os.stat_result) -> None:
    """Let the same colleagues in as before: the group first, since changing it may clear bits of the mode."""
    if now.st_gid != like.st_gid:  # Windows knows no groups: there both are 0
        os.chown(path, -1, like.st_gid)
    if stat.S_IMODE(now.st_mode) != stat.S_IMODE(like.st_mode):
        os.chmod(path, stat.S_IMODE(like.st_mode))


def is_absent(path: str) -> bool:
    """Tell whether nothing of this name is there, for certain."""
    try:
        os.lstat(path)
    except OSError as problem:
        return problem.errno in ABSENT
    return False


def is_same(there: os.stat_result, written: os.stat_result) -> bool:
    """Tell whether a file is the one that was written, for certain: some systems do not number their files."""
    return bool(there.st_ino) and os.path.samestat(there, written)


def remove(path: str) -> bool:
    """Remove a file of ours; False when it may still be there."""
    try:
        os.unlink(path)
    except OSError as problem:
        return problem.errno in ABSENT
    return True


def flush(folder: str) -> bool:
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
