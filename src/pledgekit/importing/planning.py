"""What each row of a list would do to the register: nothing, a new record, a correction, or it is refused. Last step.

Nothing is written here. A record is found again by its ref or id, else by the natural key of its kind, as far as the
row gives it; what is found twice, was retracted, or stands in two rows that differ is refused and never chosen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import attrs

from pledgekit.codec.plain import plain
from pledgekit.datewords import Spoken
from pledgekit.errors import PledgekitError, Refused, UsageError
from pledgekit.exports.tables import OWNER, REF
from pledgekit.fingerprint import json_ready
from pledgekit.ids import Ref, is_ref, slug
from pledgekit.importing.cells import CellFault, Cells
from pledgekit.importing.columns import Use, declared_type
from pledgekit.importing.nested import merged
from pledgekit.importing.standing import Standing, ready
from pledgekit.model.kinds import BOTH, CITIES, required_keys
from pledgekit.model.levels import has_country
from pledgekit.model.problem import Problem
from pledgekit.model.record import key_of
from pledgekit.recording import Draft, correct, draft, owner_draft
from pledgekit.recording.outcome import Outcome
from pledgekit.sheets.columns import letters

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.importing.cells import Ask
    from pledgekit.importing.columns import Column
    from pledgekit.importing.rows import Row, Sheet
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["Fault", "Line", "Plan", "plan"]

_STATES: Final = "US"  # where a city's id names its state


@attrs.frozen(kw_only=True)
class Fault:
    """What is wrong with a row: in which cell (`D7`) and column, if it is one, and how to repair it."""

    message: str
    remedy: str = ""
    cell: str = ""
    column: str = ""


@attrs.frozen(kw_only=True)
class Line:
    """One row: what it does to which record; of a change, each key with its old and new plain value.

    `spoken` are its dates in words, each with what they were taken for; `twin` is a row before it that says the same.
    """

    row: int
    outcome: Outcome
    ref: Ref | None = None
    changes: Mapping[str, tuple[object, object]] = attrs.field(factory=dict)
    spoken: Mapping[str, Spoken] = attrs.field(factory=dict)
    faults: tuple[Fault, ...] = ()
    draft: Draft[Any] | None = None
    twin: int = 0


@attrs.frozen(kw_only=True)
class Plan:
    """All rows in order. It can be carried out when nothing is refused and every column is known."""

    lines: tuple[Line, ...]
    unknown: tuple[Column, ...]

    @property
    def drafts(self) -> tuple[Draft[Any], ...]:
        """What would be written."""
        return tuple(each.draft for each in self.lines if each.draft is not None)

    def count(self, outcome: Outcome) -> int:
        """Give how many rows have an outcome."""
        return sum(each.outcome is outcome for each in self.lines)


def plan(
    register: Register,
    kind: Kind[Any],
    sheet: Sheet,
    columns: Sequence[Column],
    *,
    owner: str = "",
    defaults: Mapping[str, object] | None = None,
    constants: Mapping[str, str] | None = None,
    by: str,
    now: datetime.datetime,
    ask: Ask | None = None,
) -> Plan:
    """Say what every row would do. `owner` is an id, for rows that name none; `defaults` are for new records alone.

    `constants` are what all rows say, as cells do: texts by their keys. `ask` is asked, once a name, whether an owner
    of a close name is meant. A row may refer to a record that a later row makes. Raises UsageError for a constant that
    cannot be read, and never for what stands in a row.
    """
    planner = _Planner(register, kind, columns, owner=owner, defaults=defaults or {}, by=by, now=now, ask=ask)
    planner.take(constants or {})
    lines: dict[int, Line] = {}
    waiting, made = list(sheet.rows), True
    while waiting and made:
        for row in waiting:
            lines[row.number] = planner.line(row)
        made = any(lines[row.number].draft is not None for row in waiting)
        waiting = [row for row in waiting if lines[row.number].outcome is Outcome.REFUSED]
    unknown = tuple(each for each in columns if each.use is Use.UNKNOWN)
    return Plan(lines=tuple(lines[row.number] for row in sheet.rows), unknown=unknown)


class _Stop(Exception):  # noqa: N818  a carrier inside this module
    """A row ends here, with its faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


class _Planner:
    """What goes for all rows, and what the rows so far have made."""

    def __init__(
        self,
        register: Register,
        kind: Kind[Any],
        columns: Sequence[Column],
        *,
        owner: str,
        defaults: Mapping[str, object],
        by: str,
        now: datetime.datetime,
        ask: Ask | None,
    ) -> None:
        self.kind = kind
        self.columns = [each for each in columns if each.use is Use.KEY]
        self.owner = owner
        self.defaults = defaults
        self.by = by
        self.now = now
        self.cells = Cells(register, kind, ask)
        self.standing = Standing(register, kind)
        self.first: dict[Ref | None, int] = {}  # row of this list that first spoke of a record
        self.constants: dict[str, object] = {}
        self.needed = [each for each in required_keys(kind) if each in map(key_of, kind.key) and each != "id"]

    def take(self, constants: Mapping[str, str]) -> None:
        """Read what all rows say."""
        for key, text in constants.items():
            try:
                found = self.cells.read(key, text)
            except CellFault as fault:
                raise UsageError(f"--set {key}: {fault.message}", remedy=fault.remedy) from None
            if isinstance(found, Spoken):
                self.constants[f"{key}_text"] = found.text
                found = found.value
            self.constants[key] = found

    def line(self, row: Row) -> Line:
        """Say what one row does."""
        try:
            values, spoken = self._values(row)
            owner = self._owner(values, row)
            live = self._live(values, owner)
            if live is None:
                made = self._borne(row, values, owner) or self._new(row, values, owner)
            else:
                made = self._held(row, values, live)
            first = self.first.setdefault(made.ref, row.number)
            twin = first if made.outcome is Outcome.SAME and first != row.number else 0
            return attrs.evolve(made, spoken=spoken, twin=twin)
        except _Stop as stop:
            faults = stop.faults
        except Refused as error:
            faults = tuple(self._faults(error, row))
        except PledgekitError as error:
            faults = (Fault(message=error.message, remedy=error.remedy),)
        return Line(row=row.number, outcome=Outcome.REFUSED, faults=faults)

    # reading

    def _values(self, row: Row) -> tuple[dict[str, Any], dict[str, Spoken]]:
        """Read the cells that say something, each under its key; and which of them are dates in words."""
        values: dict[str, Any] = dict(self.constants)
        spoken: dict[str, Spoken] = {}
        faults = []
        for column in self.columns:
            if column.at in row.faults:
                faults.append(self._at(column, row, *row.faults[column.at]))
                continue
            try:
                found = self.cells.read(column.key, row.cells[column.at])
            except CellFault as fault:
                faults.append(self._at(column, row, fault.message, fault.remedy))
                continue
            if isinstance(found, Spoken):
                spoken[column.key] = found
                found = found.value
            if found not in ("", []):
                values[column.key] = found
        if faults:
            raise _Stop(*faults)
        for key, each in spoken.items():  # words in a column of their own go before those of the date
            if declared_type(self.kind, f"{key}_text") is not None:
                values.setdefault(f"{key}_text", each.text)
        return values, spoken

    def _owner(self, values: dict[str, Any], row: Row) -> str:
        """Take owner, ref and id out of the values as far as they only name; give the owner, "" for a new city's."""
        ref, text = str(values.pop(REF, "")), str(values.pop(OWNER, ""))
        if ref and not is_ref(ref):
            raise _Stop(Fault(message=f"{ref!r} is not a ref", remedy="write owner/id"))
        meant = Ref.parse(ref) if ref else Ref("")
        if self.kind.single:
            names = {each for each in (meant.owner, text, str(values.get("id", ""))) if each}
            if len(names) > 1:
                raise _Stop(Fault(message=f"it names {' and '.join(sorted(names))}", remedy="give one id"))
            return next(iter(names), "")
        if text:
            try:
                text = self.cells.owner(text, "" if self.kind.home == BOTH else self.kind.home)
            except CellFault as fault:
                column = next(each for each in self.columns if each.key == OWNER)
                raise _Stop(self._at(column, row, fault.message, fault.remedy)) from None
        owner = meant.owner or text or self.owner
        if not owner:
            raise _Stop(
                Fault(message="it does not say whose record it is", remedy="fill its owner in, or give --owner")
            )
        if (text and text != owner) or values.get("id", meant.id) != (meant.id or values.get("id", "")):
            raise _Stop(Fault(message=f"it says {ref} and names another", remedy="leave one of them out"))
        if meant.id:
            values["id"] = meant.id
        return owner

    def _live(self, values: Mapping[str, Any], owner: str) -> Record | None:
        """Give the record that a row is about, as rows before it leave it; nothing for a new one."""
        name = owner if self.kind.single else values.get("id", "")
        if name:
            return self.standing.named(Ref(owner) if self.kind.single else Ref(owner, name))
        missing = [each for each in self.needed if each not in values]
        if missing:  # what is left would find any record that has it
            raise _Stop(*(self._missing(each) for each in missing))
        found = self.standing.alike(values, owner)
        if found is not None:
            self._insist_meant(values, found)
        return found

    def _insist_meant(self, values: Mapping[str, Any], live: Record) -> None:
        """Stop where a row would change a record without saying all that makes it this one, such as its day."""
        before = ready(live)
        unsaid = [key for key in map(key_of, self.kind.key) if key in before and key not in values]
        given = self._merged(plain(live), values)
        if unsaid and any(json_ready(each) != before.get(key) for key, each in given.items()):
            message = f"it would change {live.ref}, and does not say its {' and '.join(unsaid)}"
            raise _Stop(Fault(message=message, remedy=f"fill that in, or a column ref with {live.ref}"))

    def _borne(self, row: Row, values: Mapping[str, Any], owner: str) -> Line | None:
        """Stop where a row would make a city whose name one on record bears too; if it says no more, it is the same."""
        if self.kind is not CITIES or owner:
            return None
        known = self.standing.bearing(values)
        if not known:
            return None
        before = ready(known[0])
        if len(known) == 1 and all(
            json_ready(each) == before.get(key) for key, each in values.items() if key != "name"
        ):
            return Line(row=row.number, outcome=Outcome.SAME, ref=known[0].ref)
        refs = " and ".join(str(each.ref) for each in known)
        remedy = f"to mean that one, fill in a column id: {known[0].ref}; for another city, an id of its own"
        raise _Stop(Fault(message=f"likely on record already: {refs}", remedy=remedy))

    # judging

    def _held(self, row: Row, values: Mapping[str, Any], live: Record) -> Line:
        """Compare with what is held: the same, or a correction of the keys that differ."""
        before, now = plain(live), ready(live)
        given = self._merged(before, {key: each for key, each in values.items() if key != "id"})
        differ = {key: each for key, each in given.items() if json_ready(each) != now.get(key)}
        same = Line(row=row.number, outcome=Outcome.SAME, ref=live.ref)
        if not differ:
            return same
        if self.standing.row(live.ref):
            raise _Stop(self._twice(live.ref))
        around = self.standing.around([before, differ], live.owner)
        try:
            made = correct(around, live.ref, differ, by=self.by, now=self.now)
        except UsageError:  # said in another way, it is what is held: a default, spelt out
            return same
        self.standing.keep(row.number, made.record)
        changes = {key: (before.get(key), each) for key, each in differ.items()}
        return Line(row=row.number, outcome=Outcome.CHANGED, ref=live.ref, changes=changes, draft=made)

    def _new(self, row: Row, values: Mapping[str, Any], owner: str) -> Line:
        """Draft a new record."""
        given = {**self.defaults, **self._merged({}, values)}
        made: Draft[Any]
        if self.kind.single:
            name = owner or self._made_id(given)
            if self.standing.row(Ref(name)):
                raise _Stop(self._twice(Ref(name)))
            made = owner_draft(self.standing.around([given], name), self.kind, name, given, by=self.by, now=self.now)
        else:
            made = draft(self.standing.around([given], owner), self.kind, owner, given, by=self.by, now=self.now)
        self.standing.keep(row.number, made.record)
        return Line(row=row.number, outcome=Outcome.NEW, ref=made.record.ref, draft=made)

    def _merged(self, before: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        try:
            return merged(before, values)
        except ValueError as error:
            message = f"it has a part {error}, and none before that"
            raise _Stop(Fault(message=message, remedy="number parts from 0")) from None

    def _made_id(self, values: Mapping[str, Any]) -> str:
        """Make a city's id of its name, its country, and in the United States its state."""
        name, country = slug(str(values.get("name", ""))), str(values.get("country", "")).lower()
        state = str(values.get("subdivision", "")).lower().removeprefix("us-") if country == _STATES.lower() else ""
        if self.kind is not CITIES:
            raise _Stop(Fault(message="it has no id", remedy="add a column id: a short name and the year, hague-2022"))
        if not name:
            message = (
                f"it has no id, and none can be made of {str(values.get('name', ''))!r}, which has no Latin letters"
            )
            remedy = "add a column id: the name in Latin letters and the country's code, as in kyiv-ua"
            raise _Stop(Fault(message=message, remedy=remedy))
        if has_country(str(values.get("kind", ""))) and not country:
            message = "it has no id, and none can be made of it without a country"
            raise _Stop(Fault(message=message, remedy=f"fill in country, or add a column id, as in {name}-nl"))
        if country == _STATES.lower() and not state:
            message = "it has no id, and that of a city in the United States names its state"
            remedy = f"add a column subdivision, as in US-OH, or a column id, as in {name}-oh-us"
            raise _Stop(Fault(message=message, remedy=remedy))
        return "-".join(filter(None, [name, state, country]))

    # complaining

    def _missing(self, key: str) -> Fault:
        remedy = f"fill it in; where it is the same for all rows: --set {key}=…; or name the record in a column ref"
        return Fault(message=f'"{key}" is missing', remedy=remedy)

    def _twice(self, ref: Ref) -> Fault:
        return Fault(
            message=f"row {self.standing.row(ref)} says something else of {ref}", remedy="leave one of them out"
        )

    def _at(self, column: Column, row: Row, message: str, remedy: str) -> Fault:
        return Fault(
            message=message, remedy=remedy, cell=f"{letters(column.at)}{row.number}", column=column.name or column.key
        )

    def _faults(self, error: Refused, row: Row) -> Iterator[Fault]:
        """Say in which cell each problem lies, as far as a column holds its key."""
        for each in (one for one in error.problems if isinstance(one, Problem)):
            path = re.sub(rf"^{self.kind.table}(\[\d+\])?\.?", "", each.path)
            key = re.sub(r"\[(\d+)\]", r".\1", path)
            column = next((c for c in self.columns if key == c.key), None)
            column = column or next((c for c in self.columns if key.split(".")[0] == c.key.split(".")[0]), None)
            if column is not None:
                yield self._at(column, row, each.message, each.remedy)
            else:
                message = f"{path}: {each.message}" if path else each.message
                yield Fault(message=message, remedy=each.remedy)
        if not error.problems:
            yield Fault(message=error.message, remedy=error.remedy)
