"""A file of the register becomes records and problems. Second step of the pipeline: bytes → gate → TOML → typed records.

Nothing raises for what a person wrote: a bad record is left out and listed, the others of its file are kept.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.codec.structure import Fault, Faults, describe, structure
from pledgekit.gate import Refusal, admit
from pledgekit.ids import nearest
from pledgekit.model.kinds import BOTH, KINDS, Kind
from pledgekit.model.problem import Problem, problem
from pledgekit.model.record import Origin, Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.positions import Positions

__all__ = ["Parsed", "line_of", "parse", "path_text", "positions_of", "read_record"]


class Parsed(NamedTuple):
    """What one file holds: its records in their order, and what is wrong with it."""

    records: list[Record]
    problems: list[Problem]


def parse(data: bytes, *, file: str, owner: str, home: str) -> Parsed:
    """Read one file of an owner; `home` is the folder it lies under (`declarations` or `commitments`). Never raises."""
    text = admit(data)
    if isinstance(text, Refusal):
        found = problem(text.code, text.message, file=file, line=text.line, remedy=text.remedy)
        return Parsed([], [found])
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        from pledgekit.slips import explain

        line, message, remedy = explain(text, error)
        return Parsed([], [problem("syntax", message, file=file, line=line, remedy=remedy)])
    records: list[Record] = []
    faults: list[Fault] = []
    for table, given in tables.items():
        _read_table(table, given, file, owner, home, records, faults)
    if not faults:
        return Parsed(records, [])
    from pledgekit.positions import locate

    positions = locate(text)
    problems = [
        problem(
            fault.code,
            fault.message,
            file=file,
            line=positions.line(fault.path),
            path=path_text(fault.path),
            remedy=fault.remedy,
        )
        for fault in faults
    ]
    return Parsed(records, problems)


def read_record(kind: Kind[Any], values: Mapping[str, object], owner: str) -> Record:
    """Make one record of plain values, as if they stood in a file; raises Faults."""
    made: Record = structure(values, kind.cls)
    object.__setattr__(made, "owner", owner)
    return made


def path_text(path: Sequence[str | int]) -> str:
    """Write a path the way people read it: `actions[0].evidence[1].url`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def line_of(data: bytes, origin: Origin, key: str = "") -> int:
    """Give the line of a record, or of one of its keys, in its file's bytes; 0 when the bytes are not what was read."""
    positions = positions_of(data)
    if positions is None:
        return 0
    path: list[str | int] = [origin.table]
    if origin.nth >= 0:
        path.append(origin.nth)
    for step in key.split(".") if key else ():
        path.append(int(step) if step.isdigit() else step)
    return positions.line(path)


def positions_of(data: bytes) -> Positions | None:
    """Give the lines of all keys of a file; nothing when its bytes can no longer be read as TOML."""
    from pledgekit.positions import locate

    text = admit(data)
    if isinstance(text, Refusal):
        return None
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    return locate(text)


def _read_table(
    table: str, given: object, file: str, owner: str, home: str, records: list[Record], faults: list[Fault]
) -> None:
    """Read all records of one table into `records`, or say in `faults` what is wrong with them."""
    kind = KINDS.get(table)
    if kind is None:
        faults.append(_unknown_table(table))
        return
    if kind.home not in (home, BOTH):
        faults.append(Fault((table,), "wrong-home", f"[{table}] belongs under {kind.home}/, not under {home}/"))
        return
    if kind.single:
        if not isinstance(given, dict):
            faults.append(Fault((table,), "wrong-type", f"[{table}] stands once, in single brackets"))
            return
        _read_one(kind, given, Origin(file, table, -1), owner, records, faults)
        return
    if not isinstance(given, list):
        message = f"this is {describe(given)}; records of {table} stand as [[{table}]], in double brackets"
        faults.append(Fault((table,), "wrong-type", message, f"Write [[{table}]] above each record."))
        return
    for number, values in enumerate(given):
        _read_one(kind, values, Origin(file, table, number), owner, records, faults)


def _read_one(
    kind: Kind[Any], values: Any, origin: Origin, owner: str, records: list[Record], faults: list[Fault]
) -> None:
    """Read one record; `owner` and `origin` are set past the frozen class, since they are not in the file."""
    try:
        made: Record = structure(values, kind.cls)
    except Faults as found:
        start: tuple[str | int, ...] = (origin.table,) if origin.nth < 0 else (origin.table, origin.nth)
        faults.extend(fault._replace(path=(*start, *fault.path)) for fault in found.faults)
        return
    object.__setattr__(made, "owner", owner)
    object.__setattr__(made, "origin", origin)
    records.append(made)


def _unknown_table(table: str) -> Fault:
    close = nearest(table, KINDS)
    hint = f"; nearest: {close}" if close else ""
    return Fault((table,), "unknown-table", f"[{table}] is not a kind of record{hint}")
