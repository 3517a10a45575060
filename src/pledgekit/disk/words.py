"""What the system reported, in plain words with a remedy; and the error that says so. Of the lowest step, disk."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pledgekit.errors import DiskError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ABSENT", "NOTHING", "UNCHANGED", "UNKNOWN", "UNSURE", "cannot", "plain", "told"]

NOTHING = "nothing was recorded"  # states of the register that a DiskError tells
UNCHANGED = "nothing was changed"
UNKNOWN = "it is not known whether it was recorded"
UNSURE = "it is not known whether it was changed"

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
_UNCERTAIN = {
    UNKNOWN: f"look at it: if it is empty, delete it; if it is empty or absent, {_AGAIN}",
    UNSURE: f"look at it, then {_AGAIN}",
}
ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})


def plain(problem: OSError) -> tuple[str, str]:
    """Say in plain words what the system reported, and what helps (empty when we know nothing that does)."""
    return _WORDS.get(problem.errno or 0, (problem.strerror or str(problem) or type(problem).__name__, ""))


def cannot(what: str, problem: OSError, path: str, state: str = UNCHANGED) -> DiskError:
    """Make the error that says what could not be done to which file, what is there now, and what helps."""
    words, remedy = plain(problem)
    return DiskError(
        f"cannot {what}: {words}", state=state, errno=problem.errno, file=path, remedy=_UNCERTAIN.get(state, remedy)
    )


@contextmanager
def told(what: str, path: str, state: str = UNCHANGED) -> Iterator[None]:
    """Raise what the system reports within as `cannot` says it; what was said already is passed on."""
    try:
        yield
    except DiskError:
        raise
    except OSError as problem:
        raise cannot(what, problem, path, state) from problem
