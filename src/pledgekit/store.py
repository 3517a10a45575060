"""The folder: read into a register, and added to. First step of reading, last of recording; the only writer of records.

A record is one new file: nobody's bytes are ever touched, so nobody's work can be lost, whatever locks a share pretends
to have. The file's name carries the id and nothing that is read back.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pledgekit import disk
from pledgekit.codec.read import parse
from pledgekit.errors import DiskError, NotFound, Refused
from pledgekit.gate import LIMIT_BYTES
from pledgekit.model.kinds import CITY, DECLARATION
from pledgekit.model.problem import Problem, problem
from pledgekit.register import Holding, Loaded, Register

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from pledgekit.model.record import Record

__all__ = ["HOMES", "Added", "Change", "New", "add", "change", "insist", "is_register", "load", "read_file"]

HOMES = (DECLARATION, CITY)
_OWNER_DEPTH = 3  # home / owner / file


class New(NamedTuple):
    """A file to be added: its path below the register, its text."""

    path: str
    text: str


class Change(NamedTuple):
    """A file to be replaced: its path below the register, what was read from it, what it is to hold (None: remove)."""

    path: str
    was: bytes
    data: bytes | None


class Added(NamedTuple):
    """Paths below the register, in the order asked for. `unconfirmed`: a power cut could still undo these."""

    paths: tuple[str, ...]
    unconfirmed: tuple[str, ...] = ()


def is_register(folder: Path) -> bool:
    """Tell whether a folder is a register: it has a `declarations` folder."""
    return disk.is_folder(folder / DECLARATION)


def insist(root: Path) -> None:
    """Raise NotFound when a folder is no register."""
    if not is_register(root):
        message = f"no register at {root}: it has no {DECLARATION}/ folder"
        raise NotFound(message, remedy="name the folder with --root, or make one with: pledgekit init")


def load(root: Path, *, owners: Collection[str] | None = None, executor: Executor | None = None) -> Loaded:
    """Read a register, whole or only some owners of it. Never raises for what its files hold; that is listed.

    Raises NotFound when `root` is no register, DiskError when it cannot be read at all.
    With an executor the files are read by its workers; the outcome is the same.
    """
    insist(root)
    problems: list[Problem] = []
    if not disk.is_folder(root / CITY):
        problems.append(problem("missing-folder", f"there is no {CITY}/ folder, so no city is read", file=CITY))
    paths: list[str] = []
    for found in _walk(root, owners):
        if found.kind == "data":
            paths.append(found.path)
        else:
            code, message = _FOUND[found.kind]
            problems.append(problem(code, found.reason or message, file=found.path, remedy=found.remedy))
    read = partial(_read, f"{root}")
    with _collector_paused():
        results = map(read, paths) if executor is None else executor.map(read, paths, chunksize=256)
        return assemble(zip(paths, results, strict=True), problems, root=root, complete=owners is None)


def assemble(
    read: Iterable[tuple[str, tuple[list[Record], list[Problem]]]],
    problems: Iterable[Problem] = (),
    *,
    root: Path | None = None,
    complete: bool = True,
) -> Loaded:
    """Make a register of files that were read, by path below it, wherever their bytes came from."""
    listed = list(problems)
    held: dict[tuple[str, str], list[Record]] = {}
    files = 0
    for path, (records, found) in read:
        files += 1
        listed += found
        steps = path.split("/")
        if len(steps) < _OWNER_DEPTH:
            message = f"a file with records lies directly in {steps[0]}/"
            listed.append(problem("stray-file", message, file=path))
            continue
        held.setdefault((steps[1], steps[0]), []).extend(records)
    register = Register(_holdings(held, listed), root=root, complete=complete)
    return Loaded(register, tuple(sorted(listed)), files)


def read_file(root: Path, path: str) -> bytes:
    """Give the bytes of one file of the register; raises DiskError."""
    return disk.read(root / path, LIMIT_BYTES)


def change(root: Path, changes: Sequence[Change]) -> Added:
    """Replace files, or remove those that are to hold nothing, in order; for what was asked for by name, see `erase`.

    Raises Refused when a file holds something else than what was read, DiskError when it cannot be written; both say
    how many were changed before.
    """
    done: list[str] = []
    unconfirmed: list[str] = []
    for each in changes:
        try:
            made = (
                disk.take_away(root, each.path, was=each.was)
                if each.data is None
                else disk.replace(root, each.path, each.data, was=each.was)
            )
        except DiskError as error:
            if done:
                this = "this one was not" if error.state == disk.UNCHANGED else error.state
                error.state = f"{len(done)} of {len(changes)} files were changed, {this}"
            raise
        except Refused as error:
            error.message += f"; {len(done)} of {len(changes)} files were changed before" if done else ""
            raise
        done.append(each.path)
        if not made.confirmed:
            unconfirmed.append(each.path)
    return Added(tuple(done), tuple(unconfirmed))


def add(root: Path, files: Sequence[New]) -> Added:
    """Add new files, each whole or absent, in order; a file that is there already with the same bytes is left as it is.

    So after a failure half-way the same call adds what is missing. Raises DiskError, which says what was recorded, and
    Refused when a name is taken by something else; nothing is ever written over.
    """
    done: list[str] = []
    unconfirmed: list[str] = []
    for path, text in files:
        data = text.encode()
        before = f"; {len(done)} of {len(files)} files were recorded before" if done else ""
        try:
            if not _add(root, path, data):
                unconfirmed.append(path)
        except DiskError as error:
            error.state += before
            raise
        except Refused as error:
            error.message += before
            raise
        done.append(path)
    return Added(tuple(done), tuple(unconfirmed))


_FOUND = {
    "other": ("unknown-file", "pledgekit does not know what this file is"),
    "leftover": ("leftover", "a temporary file of a write that did not end"),
    "outside": ("outside-link", "it is a link out of the register"),
    "unreadable": ("unreadable", "it cannot be read"),
}


def _add(root: Path, path: str, data: bytes) -> bool:
    """Add one file, unless it is there already; tell whether it is certainly on the disk."""
    try:
        return disk.create(root, path, data).confirmed
    except disk.AlreadyThere as there:
        if disk.read(root / path, LIMIT_BYTES) == data:
            return True
        message = "a file of that name is already there and holds something else"
        raise Refused(message, file=path, remedy="run the same command again") from there


def _walk(root: Path, owners: Collection[str] | None) -> Iterator[disk.Found]:
    """Name the files of all owners, or of some: then only their folders are entered."""
    if owners is None:
        yield from disk.walk(root, HOMES)
        return
    for home in HOMES:
        if disk.is_folder(root / home):
            for found in disk.walk(root / home, sorted(owners)):
                yield found._replace(path=f"{home}/{found.path}")


def _read(root: str, path: str) -> tuple[list[Record], list[Problem]]:
    """Read one file; at the top of the module so that it can run in another process."""
    home, _, rest = path.partition("/")
    try:
        data = disk.read(f"{root}/{path}", LIMIT_BYTES)
    except DiskError as error:
        return [], [problem("unreadable", error.message, file=path, remedy=error.remedy)]
    records, problems = parse(data, file=path, owner=rest.partition("/")[0], home=home)
    return records, problems


def _holdings(held: dict[tuple[str, str], list[Record]], problems: list[Problem]) -> Iterable[Holding]:
    """Make the owners' holdings; an id that is a declaration's and a city's is a problem, and the first one stays."""
    made: dict[str, Holding] = {}
    for (owner, home), records in sorted(held.items(), reverse=True):  # declarations before commitments
        if owner in made:
            file = f"{home}/{owner}"
            problems.append(problem("two-owners", f"{owner} is the id of a declaration and of a city", file=file))
            continue
        made[owner] = Holding(owner, home, records)
    return made.values()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Stop looking for garbage while many objects that stay are made: it would be half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
