"""Writing over: `replace` and `take_away` change a file of the register, `publish` puts one in place outside of it.

`publish_all` does so with a folder of them. Only what somebody asked for by name is ever written over, and a file of
the register only while it holds what was read.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from pledgekit.disk.adding import Created
from pledgekit.disk.reading import read
from pledgekit.disk.words import UNSURE, cannot, told
from pledgekit.disk.writing import flush, is_absent, is_same, parts_of, remove, temporary_in, trying, write
from pledgekit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Final

__all__ = ["publish", "publish_all", "replace", "take_away"]

_AGAIN: Final = "run the same command again"


def replace(root: str | os.PathLike[str], path: str, data: bytes, *, was: bytes) -> Created:
    """Write these bytes over the file `path` below the root, which must still hold what `was` read from it.

    Whole or not at all; mode and group are kept. Raises Refused when the file holds something else by now, or is a
    link, DiskError else: its `state` is UNCHANGED, or UNSURE where the disk would not tell.
    """
    *folders, name = parts_of(path)
    folder = os.path.join(root, *folders)
    final = os.path.join(folder, name)
    with told("be written", path):
        before = _unchanged(final, path, was)
        with trying(folder) as temporary:
            identity = write(temporary, data, before)
            _unchanged(final, path, was)
            _swap(temporary, final, identity, path)
    return Created(path, flush(folder))


def take_away(root: str | os.PathLike[str], path: str, *, was: bytes) -> Created:
    """Remove the file `path` below the root, which must still hold what `was` read from it; raises like `replace`."""
    *folders, name = parts_of(path)
    folder = os.path.join(root, *folders)
    final = os.path.join(folder, name)
    with told("be removed", path):
        _unchanged(final, path, was)
        try:
            os.unlink(final)
        except OSError:
            if not is_absent(final):  # the answer may have got lost
                raise
    return Created(path, flush(folder))


def publish(path: str | os.PathLike[str], data: bytes) -> None:
    """Put a file in place outside the register, whole or not at all, over a file of that name; raises DiskError."""
    with told("be written", f"{path}"), trying(os.path.dirname(os.path.abspath(path))) as temporary:
        _insist_on_file(path)
        write(temporary, data)
        os.replace(temporary, path)


def publish_all(folder: str | os.PathLike[str], files: Mapping[str, bytes]) -> None:
    """Put files in place in one folder outside the register; it is made where its parent is there.

    All are brought to the disk before the first gets its name. Raises DiskError with nothing changed; only where the
    giving of names breaks off are some new and the others as they were, each whole, and a folder that was made is gone.
    """
    home = os.path.abspath(folder)
    ready: list[tuple[str, str]] = []
    made, path = False, f"{folder}"
    try:
        with suppress(FileExistsError):
            os.mkdir(home)
            made = True
        for name, data in files.items():
            path, final = os.path.join(f"{folder}", name), os.path.join(home, name)
            _insist_on_file(final)
            ready.append((temporary_in(home), final))
            write(ready[-1][0], data)
        for temporary, final in ready:
            path = final
            os.replace(temporary, final)
    except BaseException as problem:
        _take_back(home, ready, made=made)
        if isinstance(problem, OSError):
            raise cannot("be written", problem, path) from problem
        raise
    flush(home)


def _insist_on_file(path: str | os.PathLike[str]) -> None:
    """Raise OSError for what is there and no file: a folder, a pipe."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise FileExistsError(errno.EEXIST, "it is not a regular file")


def _take_back(home: str, ready: Sequence[tuple[str, str]], *, made: bool) -> None:
    """Remove our temporary files; of a folder that we made, all."""
    for temporary, final in ready:
        remove(temporary)
        if made:
            remove(final)
    if made:
        with suppress(OSError):
            os.rmdir(home)


def _unchanged(final: str, path: str, was: bytes) -> os.stat_result:
    """Give what the system says of the file if it still holds what was read; raises Refused else."""
    there = os.lstat(final)
    if stat.S_ISLNK(there.st_mode):
        raise Refused("the file is a link", file=path, remedy="name the file that it leads to")
    if read(final, len(was)) != was:
        raise Refused("the file was changed meanwhile, and is left as it is", file=path, remedy=_AGAIN)
    return there


def _swap(temporary: str, final: str, identity: os.stat_result, path: str) -> None:
    """Put the whole new file in the place of the old one. The answer may get lost: then the disk is asked."""
    try:
        os.replace(temporary, final)
    except OSError as problem:
        try:
            there = os.lstat(final)
        except OSError:
            raise cannot("be written", problem, path, UNSURE) from problem
        if not is_same(there, identity):
            raise
