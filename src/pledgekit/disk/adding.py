"""Writing: `create` adds one new file, whole or not at all, and never over another."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from pledgekit.disk.words import ABSENT, NOTHING, UNKNOWN, cannot, told
from pledgekit.disk.writing import NEW, flush, is_absent, is_same, parts_of, remove, trying, write
from pledgekit.errors import DiskError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["AlreadyThere", "Created", "create"]

# How file systems say that they have no links (FAT, many shares).
_NO_LINKS = {
    errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.EXDEV,
}  # fmt: skip


class Created(NamedTuple):
    """The file is there, whole. Not `confirmed`: a power cut could still undo it. `leftover`: ours, not removed."""

    path: str
    confirmed: bool
    leftover: str = ""


class AlreadyThere(DiskError, FileExistsError):  # noqa: N818 -- no failure: what is asked for may be done
    """A file of this name is there; it was not touched, and may hold the same bytes or others."""


def create(root: str | os.PathLike[str], path: str, data: bytes) -> Created:
    """Add the file `path` (below the root, `/` between parts) with these bytes; make the folders it lacks.

    When it returns, the file is there, whole. Raises AlreadyThere when the name was taken (nothing was changed),
    Refused for a path that could lead elsewhere, DiskError else: its `state` is NOTHING, with the register as it was,
    or UNKNOWN where the disk would not even tell. Killed at any moment: nothing, or the whole file, besides a
    `.pledgekit-*` file; on a disk without links also an empty file of that name, which is no record.
    """
    *folders, name = parts_of(path)
    with told("be written", path, NOTHING):
        folder, confirmed = _make_folders(f"{root}", folders, path)
        with trying(folder) as temporary:
            identity = write(temporary, data)
            _name(temporary, os.path.join(folder, name), identity, path)
    # From here on the file is recorded: nothing below may say otherwise.
    left = "" if remove(temporary) else "/".join((*folders, os.path.basename(temporary)))
    return Created(path, flush(folder) and confirmed, left)


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
        confirmed = flush(parent) and confirmed
    return folder, confirmed


def _name(temporary: str, final: str, identity: os.stat_result, path: str) -> None:
    """Give the whole file its name, if the name is free."""
    try:
        os.link(temporary, final)
    except OSError as problem:
        # On a share the link may be made and the answer lost; then the error, even "exists", is about our own file.
        try:
            there = os.lstat(final)
        except OSError as unsure:
            if problem.errno not in _NO_LINKS | {errno.EEXIST} and unsure.errno not in ABSENT:
                raise cannot("be written", problem, path, UNKNOWN) from problem
        else:
            if is_same(there, identity):
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
        handle = os.open(final, NEW, 0o666)
    except FileExistsError:
        raise _already(path) from None
    except OSError as problem:
        raise cannot("be written", problem, path, NOTHING if is_absent(final) else UNKNOWN) from problem
    try:
        os.close(handle)
        os.replace(temporary, final)
    except BaseException as problem:
        if not remove(final) and isinstance(problem, OSError):
            raise cannot("be written", problem, path, UNKNOWN) from problem
        raise


def _already(path: str) -> AlreadyThere:
    return AlreadyThere("there is a file of this name already", errno=errno.EEXIST, file=path)
