"""Checks of names: every owner is described in its own folder, every id means one thing, every file can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.checks.scope import Finding
from pledgekit.ids import Ref, is_reserved
from pledgekit.model.kinds import CITIES, DECLARATION, DECLARATIONS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.checks.scope import Scope
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record

__all__ = ["duplicate_id", "folder_mismatch", "missing_owner", "two_revisions", "unportable_name"]

_OWNERS: tuple[Kind[Any], ...] = (DECLARATIONS, CITIES)
_NOT_FOR_NAMES = frozenset('<>:"|?*\\')


def missing_owner(scope: Scope) -> Iterator[Finding]:
    """A folder with records says whose they are."""
    for owner, holding in scope.register.holdings.items():
        kind = DECLARATIONS if holding.home == DECLARATION else CITIES
        erased = Ref(owner) in scope.retracted
        if kind.table not in holding.tables and owner not in scope.doubtful and not erased:
            yield Finding(
                "missing-owner", f"{holding.home}/{owner}", (), f"no file in this folder has a [{kind.table}]"
            )


def folder_mismatch(scope: Scope) -> Iterator[Finding]:
    """The owner's id is the name of its folder."""
    for kind in _OWNERS:
        for record in scope.register.records(kind):
            if record.id != record.owner:
                message = f"the folder is called {record.owner}, the id here is {record.id}"
                yield Finding("folder-mismatch", record, ("id",), message)


def duplicate_id(scope: Scope) -> Iterator[Finding]:
    """An id is used for one kind of record of an owner."""
    for held in _shared_ids(scope):
        first = held[0]
        named = {kind_of(first).table}
        for record in held[1:]:
            kind = kind_of(record)
            if kind.table not in named:
                named.add(kind.table)
                message = f"{record.id} is also the id of one of its {kind_of(first).table}{_lies(first)}"
                yield Finding("duplicate-id", record, ("id",), message)


def two_revisions(scope: Scope) -> Iterator[Finding]:
    """A revision is held in one version; copies that differ only in when and by whom they were recorded are one."""
    for held in _shared_ids(scope):
        first: dict[tuple[str, int], Record] = {}
        for record in held:
            known = first.setdefault((kind_of(record).table, record.revision), record)
            if known is not record and _bare(known) != _bare(record):
                message = f"revision {record.revision} of {record.ref} exists in another version{_lies(known)}"
                yield Finding("two-revisions", record, ("id",), message)


def unportable_name(scope: Scope) -> Iterator[Finding]:
    """Files and folders have names that Windows can hold too; else neither a copy nor a clone arrives there whole."""
    files = {each.origin.file for each in scope.register.everything() if each.origin is not None}
    parts = (file.split("/") for file in files)
    paths = {tuple(each[:depth]) for each in parts for depth in range(1, len(each) + 1)}
    for path in sorted(paths):
        why = _unportable(path[-1])
        if why:
            yield Finding("unportable-name", "/".join(path), (), f"{path[-1]!r} {why}: Windows cannot hold it")


def _unportable(name: str) -> str:
    """Say what is wrong with the name of a file or folder, or nothing."""
    if is_reserved(name.partition(".")[0].rstrip(" ").lower()):
        return "is the name of a device"
    if name.endswith((".", " ")):
        return "ends in a dot or a blank"
    return "has a sign that is not for names" if _NOT_FOR_NAMES & set(name) or not name.isprintable() else ""


def _shared_ids(scope: Scope) -> Iterator[Sequence[Record]]:
    """Give the records of every id that is used more than once, in the order of files."""
    for holding in scope.register.holdings.values():
        for held in holding.records.values():
            if isinstance(held, list):
                yield sorted(held, key=_place)


def _place(record: Record) -> tuple[object, ...]:
    return (record.revision, *(record.origin or ()))


def _lies(record: Record) -> str:
    return f", in {record.origin.file}" if record.origin else ""


def _bare(record: Record) -> Record:
    return record.changed({"recorded": None, "recorded_by": ""})
