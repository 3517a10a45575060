"""A file of the register becomes records and problems. First step of the pipeline: bytes → gate → TOML → records.

Nothing raises for what a person wrote: a bad record is left out and listed, the others of its file are kept.
"""

from __future__ import annotations

import re
import tomllib
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.codec.lines import Lines, parsed
from pledgekit.codec.scalars import Fault, Faults, describe
from pledgekit.codec.structure import structure
from pledgekit.gate import Refusal, admit
from pledgekit.ids import nearest
from pledgekit.model.kinds import BOTH, KINDS, Kind
from pledgekit.model.problem import Problem, problem
from pledgekit.model.record import Origin, Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


__all__ = ["Parsed", "line_of", "parse", "path_text", "read_record", "value"]


_LISTED: Final = 1000  # problems of one file; whoever has that many has one mistake many times


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
        tables = parsed(text)
    except (ValueError, RecursionError) as error:
        from pledgekit.slips import explain

        line, message, remedy = explain(text, error)
        return Parsed([], [problem("syntax", message, file=file, line=line, remedy=remedy)])
    reading = _Reading(file, owner, home)
    for table, given in tables.items():
        reading.table(table, given)
    if not reading.faults:
        return Parsed(reading.records, [])
    more = len(reading.faults) - _LISTED
    if more <= 0 and not reading.left:
        return Parsed(reading.records, _problems(reading.faults, text, file))
    listed = reading.faults[:_LISTED]
    message = f"{len(listed)} problems of this file are listed; and {max(more, 0)} more were found in it"
    if reading.left:
        message += f", and {reading.left} of its records were not read"
    rest = problem("unreadable", message, file=file, remedy="Repair those listed, then check again.")
    return Parsed(reading.records, [*_problems(listed, _beginning(text, listed), file), rest])


def _beginning(text: str, faults: Sequence[Fault]) -> str:
    """Cut a text behind the records of these faults, so that few lines need not be looked for in a large file."""
    ends = []
    for table in {fault.path[0] for fault in faults}:
        last = max((fault.path[1] for fault in faults if fault.path[0] == table and _numbered(fault)), default=-1)
        headers = re.finditer(rf"^[ \t]*\[\[[ \t]*{table}[ \t]*\]\]", text, re.MULTILINE)
        following = next(islice(headers, int(last) + 1, None), None) if int(last) >= 0 else None
        if following is None:
            return text
        ends.append(following.start())
    return text[: max(ends)]


def _numbered(fault: Fault) -> bool:
    return len(fault.path) > 1 and isinstance(fault.path[1], int)


def _problems(faults: Sequence[Fault], text: str, file: str) -> list[Problem]:
    """Say on which lines the faults stand."""
    from pledgekit.positions import locate

    positions = locate(text)
    return [
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


def read_record(kind: Kind[Any], values: Mapping[str, object], owner: str) -> Record:
    """Make one record of plain values, as if they stood in a file; raises Faults."""
    made: Record = structure(values, kind.cls)
    object.__setattr__(made, "owner", owner)
    return made


def value(text: str) -> object:
    """Read one TOML value, as typed after `key =` on one line; what is none is text. Never raises."""
    admitted = admit(f"value = {text}".encode("utf-8", "surrogateescape"))
    if isinstance(admitted, Refusal) or "\n" in text or "\r" in text:
        return text
    try:
        return tomllib.loads(admitted)["value"]
    except (ValueError, RecursionError):
        return text


def path_text(path: Sequence[str | int]) -> str:
    """Write a path the way people read it: `actions[0].evidence[1].url`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def line_of(data: bytes, origin: Origin, key: str = "") -> int:
    """Give the line of a record, or of one of its keys, in its file's bytes; 0 when the bytes are not what was read."""
    path: list[str | int] = [origin.table]
    if origin.nth >= 0:
        path.append(origin.nth)
    path.extend(int(step) if step.isdigit() else step for step in key.split(".") if step)
    return Lines(data).line(path)


class _Reading:
    """One file on its way: the records made of it so far, and what is wrong with it."""

    def __init__(self, file: str, owner: str, home: str) -> None:
        self.file = file
        self.owner = owner
        self.home = home
        self.records: list[Record] = []
        self.faults: list[Fault] = []
        self.left = 0  # how many records were not read, since there are problems enough

    def table(self, name: str, given: object) -> None:
        """Read all records of one table, or say what is wrong with it."""
        kind = KINDS.get(name)
        if kind is None:
            self.faults.append(_unknown_table(name, given))
        elif kind.home not in (self.home, BOTH):
            message = f"[{name}] belongs under {kind.home}/, not under {self.home}/"
            self.faults.append(Fault((name,), "wrong-home", message))
        elif kind.single:
            if isinstance(given, dict):
                self.record(kind, given, -1)
            else:
                message = f"this is {describe(given)}; [{name}] stands once, in single brackets"
                self.faults.append(Fault((name,), "wrong-type", message, f"Write [{name}], once."))
        elif isinstance(given, list):
            for number, values in enumerate(given):
                if len(self.faults) >= _LISTED:
                    self.left += len(given) - number
                    break
                self.record(kind, values, number)
        else:
            message = f"this is {describe(given)}; records of {name} stand as [[{name}]], in double brackets"
            self.faults.append(Fault((name,), "wrong-type", message, f"Write [[{name}]] above each record."))

    def record(self, kind: Kind[Any], values: Any, number: int) -> None:
        """Read one record; `owner` and `origin` are set past the frozen class, since they are not in the file."""
        try:
            made: Record = structure(values, kind.cls)
        except Faults as found:
            start: tuple[str | int, ...] = (kind.table,) if number < 0 else (kind.table, number)
            self.faults.extend(fault._replace(path=(*start, *fault.path)) for fault in found.faults)
            return
        object.__setattr__(made, "owner", self.owner)
        object.__setattr__(made, "origin", Origin(self.file, kind.table, number))
        self.records.append(made)


def _unknown_table(table: str, given: object) -> Fault:
    if not isinstance(given, dict | list):
        message, remedy = f'"{table}" stands outside of any table', "Write [city], [[actions]] or the like above it."
        return Fault((table,), "unknown-table", message, remedy)
    close = nearest(table, KINDS)
    hint = f"; nearest: {close}" if close else ""
    return Fault((table,), "unknown-table", f"[{table}] is not a kind of record{hint}")
