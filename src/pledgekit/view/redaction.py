"""The last step of a look: what is hidden is taken off the records that are seen. Used by `looking` alone.

Fields that this audience never sees are emptied, narrower evidence and refs to what is not seen are dropped, and a record
whose one meaning is such a ref goes with it. So nothing seen tells that something hidden exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from pledgekit.ids import Ref
from pledgekit.model.kinds import KINDS
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, about_of, fields_of

if TYPE_CHECKING:
    from pledgekit.model.record import Record

__all__ = ["Redaction"]

Tables = dict[str, dict[str, list["Record"]]]


_PLANS: Final[dict[type[Part], "_Fields"]] = {}


class _Fields(NamedTuple):
    """What redaction asks of a class: hidden fields by rank, refs one and many, and parts that may hold refs or be narrower."""

    hidden: tuple[tuple[str, int, Any], ...]
    one: tuple[tuple[str, bool], ...]  # name, required
    many: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def rigid(self) -> tuple[str, ...]:
        """The refs without which the record means nothing."""
        return tuple(name for name, required in self.one if required)


class Redaction:
    """One redaction, for an audience that sees up to a rank; records of its own `city` it sees up to `network`."""

    def __init__(self, tables: Tables, sees: int, city: str, held_back: dict[str, int]) -> None:
        """Take the records that are seen."""
        self.tables = tables
        self.sees = sees
        self.city = city
        self.held_back = held_back
        self.ids: dict[str, set[str]] = {}
        for by_owner in tables.values():
            for owner, records in by_owner.items():
                self.ids.setdefault(owner, set()).update(each.id for each in records)

    def result(self) -> Tables:
        """Drop what lost its meaning, then clean the rest."""
        rigid = [table for table in self.tables if _fields(KINDS[table].cls).rigid]
        while self._drop(rigid):
            pass
        return {
            table: {owner: [self._clean(each) for each in records] for owner, records in by_owner.items()}
            for table, by_owner in self.tables.items()
        }

    def _holds(self, ref: Ref) -> bool:
        ids = self.ids.get(ref.owner)
        return ids is not None and (ref.id or ref.owner) in ids

    def _drop(self, tables: list[str]) -> bool:
        """Drop records whose one ref is not seen; tell whether any went, since others may point to those."""
        dropped = False
        for table in tables:
            names = _fields(KINDS[table].cls).rigid
            for owner, records in self.tables[table].items():
                kept = [each for each in records if all(self._holds(getattr(each, name)) for name in names)]
                if len(kept) < len(records):
                    dropped = True
                    self.held_back[table] = self.held_back.get(table, 0) + len(records) - len(kept)
                    self.ids[owner] -= {each.id for each in records} - {each.id for each in kept}
                    self.tables[table][owner] = kept
        return dropped

    def _clean(self, record: Record) -> Record:
        sees = max(self.sees, Visibility.NETWORK.rank) if record.owner == self.city else self.sees
        cleaned: Record = self._cleaned(record, sees)
        return cleaned

    def _cleaned(self, part: Any, sees: int) -> Any:
        """Give a part without what is hidden; the part itself when nothing is."""
        fields = _fields(type(part))
        changes: dict[str, Any] = {}
        for name, ceiling, empty in fields.hidden:
            if ceiling > sees and getattr(part, name) != empty:
                changes[name] = empty
        for name, required in fields.one:
            ref = getattr(part, name)
            if ref is not None and not required and not self._holds(ref):
                changes[name] = None
        for name in fields.many:
            refs = getattr(part, name)
            if refs and not all(map(self._holds, refs)):
                changes[name] = tuple(ref for ref in refs if self._holds(ref))
        for name in fields.parts:
            value = getattr(part, name)
            if isinstance(value, tuple):
                kept = tuple(self._cleaned(each, sees) for each in value if self._open(each, sees))
                if len(kept) < len(value) or any(a is not b for a, b in zip(kept, value, strict=True)):
                    changes[name] = kept
            elif value is not None and (kept := self._cleaned(value, sees)) is not value:
                changes[name] = kept
        return attrs.evolve(part, **changes) if changes else part

    def _open(self, part: Part, sees: int) -> bool:
        """Tell whether a part of a list is shown: not narrower than the audience, and its ref seen."""
        visibility = getattr(part, "visibility", None)
        if visibility is not None and visibility.rank > sees:
            return False
        return all(self._holds(getattr(part, name)) for name in _fields(type(part)).rigid)


def _fields(cls: type[Part]) -> _Fields:
    """Give what redaction asks of a class; read off the fields' descriptions once."""
    if cls not in _PLANS:
        _PLANS[cls] = _plan(cls)
    return _PLANS[cls]


def _plan(cls: type[Part]) -> _Fields:
    hidden, one, many, parts = [], [], [], []
    for attribute in fields_of(cls):
        about, declared = about_of(attribute), str(attribute.type)
        if about.ceiling is not Visibility.PUBLIC and attribute.default is not attrs.NOTHING:
            hidden.append((attribute.name, about.ceiling.rank, attribute.default))
        if about.target and declared.startswith("tuple"):
            many.append(attribute.name)
        elif about.target:
            one.append((attribute.name, attribute.default is attrs.NOTHING))
        elif "pledgekit.model" in declared and "levels" not in declared:
            parts.append(attribute.name)
    return _Fields(tuple(hidden), tuple(one), tuple(many), tuple(parts))
