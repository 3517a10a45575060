"""What this package raises, at every step from read to render; cli and desk print it and make it an exit code.

A broken record is no exception but a `Problem`, listed with all others. What is raised ends one command:

    UsageError  the caller's words are wrong                       exit 2
    NotFound    no such register, owner or record                  exit 1
    Refused     it would break the register or one of its rules    exit 1
    DiskError   reading or writing failed                          exit 1

Each is a built-in error as well, so callers who know nothing of this package can still catch it by kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DiskError", "NotFound", "PledgekitError", "Refused", "Unchanged", "UsageError"]


class PledgekitError(Exception):
    """The root: what is wrong, in which file and line (from 1; 0 when none), and what to do about it."""

    exit_code: ClassVar[int] = 1

    # Everything but the message has a default, since unpickling calls the class with the message alone.
    def __init__(self, message: str, *, file: str = "", line: int = 0, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.remedy = remedy

    def clauses(self) -> tuple[str, ...]:
        """What is said after the place, in this order; empty ones are left out when printed."""
        return (self.message, self.remedy)

    def __str__(self) -> str:
        """Say it in one line, `file:line: message; remedy`, that any UTF-8 output can print."""
        place = f"{self.file}:{self.line}" if self.file and self.line else self.file
        said = "; ".join(filter(None, self.clauses()))
        return _one_line(f"{place}: {said}" if place else said)


class UsageError(PledgekitError, ValueError):
    """The caller's words are wrong: an unknown name, a date that is none, two options that exclude each other."""

    exit_code: ClassVar[int] = 2


class Unchanged(UsageError):  # noqa: N818 -- like NotFound
    """A correction that says what is on record already."""


class NotFound(PledgekitError, LookupError):  # noqa: N818 -- the root says Error; users read these two names
    """No such register, owner or record; `nearest` holds the names that come closest, best first."""

    def __init__(
        self, message: str, *, nearest: Iterable[str] = (), file: str = "", line: int = 0, remedy: str = ""
    ) -> None:
        self.nearest = tuple(nearest)
        if self.nearest and not remedy:
            remedy = f"did you mean {' or '.join(self.nearest)}?"
        super().__init__(message, file=file, line=line, remedy=remedy)


class Refused(PledgekitError, ValueError):  # noqa: N818 -- like NotFound
    """It would break the register or one of its rules; `problems` holds what was found, as `Problem` values."""

    def __init__(
        self, message: str, *, problems: Iterable[object] = (), file: str = "", line: int = 0, remedy: str = ""
    ) -> None:
        super().__init__(message, file=file, line=line, remedy=remedy)
        self.problems = tuple(problems)


class DiskError(PledgekitError, OSError):
    """Reading or writing failed; `state` says what the register holds now, `errno` what the system said."""

    def __init__(
        self,
        message: str,
        *,
        state: str = "nothing was changed",
        errno: int | None = None,
        file: str = "",
        line: int = 0,
        remedy: str = "",
    ) -> None:
        super().__init__(message, file=file, line=line, remedy=remedy)
        self.state = state
        self.errno = errno

    def clauses(self) -> tuple[str, ...]:
        """Put the state of the register before the remedy: it is what people ask first."""
        return (self.message, self.state, self.remedy)

    def __reduce__(self) -> tuple[object, ...]:
        # OSError keeps errno outside __dict__, where pickling does not look.
        return (type(self), self.args, {**self.__dict__, "errno": self.errno})


def _one_line(text: str) -> str:
    """White space becomes blanks; what cannot be printed, such as half a file name, is written as an escape."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else " " if c.isspace() else c.encode("unicode_escape").decode("ascii") for c in text
    )
