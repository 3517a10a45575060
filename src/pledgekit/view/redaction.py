"""The last step of a look: what is hidden is taken off the records that are seen. Used by `looking` alone.

Fields that this audience never sees are emptied, narrower evidence and refs to what is not seen are dropped, and a
record whose one meaning is such a ref goes with it. So nothing seen tells that something hidden exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import attrs

from pledgekit.ids import Ref
from pledgekit.model.kinds import KINDS
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, about_of, fields_of, key_of

if TYPE_CHECKING:
    from pledgekit.model.record import Record

P = TypeVar("P", bound=Part)

__all__ = ["Redaction"]

Tables = dict[str, dict[str, list["Record"]]]


_PLANS: Final[dict[type[Part], _Fields]] = {}


class _Fields(NamedTuple):
    """What redaction asks of a class: hidden fields by rank, refs, and parts that may hold refs or be narrower."""

    hidden: tuple[tuple[str, int, Any], ...]
    one: tuple[str, ...]  # may be missing
    many: tuple[str, ...]
    parts: tuple[str, ...]
    rigid: tuple[str, ...]  # refs without which the record means nothing
    lists: tuple[str, ...]  # lists of which at least one item must be seen


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
        while self._drop():
            pass
        return {
            table: {owner: [self._clean(each) for each in records] for owner, records in by_owner.items()}
            for table, by_owner in self.tables.items()
        }

    def _holds(self, ref: Ref) -> bool:
        ids = self.ids.get(ref.owner)
        return ids is not None and (ref.id or ref.owner) in ids

    def _drop(self) -> bool:
        """Drop records whose one ref is not seen; tell whether any went, since others may point to those."""
        dropped = False
        for table in self.tables:
            fields = _fields(KINDS[table].cls)
            if not fields.rigid and not fields.lists:
                continue
            for owner, records in self.tables[table].items():
                kept = [each for each in records if self._means(each, fields)]
                if len(kept) < len(records):
                    dropped = True
                    self.held_back[table] = self.held_back.get(table, 0) + len(records) - len(kept)
                    self.ids[owner] -= {each.id for each in records} - {each.id for each in kept}
                    self.tables[table][owner] = kept
        return dropped

    def _means(self, part: Part, fields: _Fields) -> bool:
        """Tell whether all is seen without which a record or part means nothing."""
        return all(self._holds(getattr(part, name)) for name in fields.rigid) and all(
            not held or any(map(self._stands, held)) for held in (getattr(part, name) for name in fields.lists)
        )

    def _stands(self, item: Ref | Part) -> bool:
        return self._holds(item) if isinstance(item, Ref) else self._means(item, _fields(type(item)))

    def _clean(self, record: Record) -> Record:
        sees = max(self.sees, Visibility.NETWORK.rank) if record.owner == self.city else self.sees
        return self._cleaned(_without_hidden(record, sees), sees)

    def _cleaned(self, part: P, sees: int) -> P:
        """Give a part without refs and parts that are not seen; the part itself when all are."""
        fields = _fields(type(part))
        changes: dict[str, Any] = {}
        for name in fields.one:
            ref = getattr(part, name)
            if ref is not None and not self._holds(ref):
                changes[name] = None
        for name in fields.many:
            refs = getattr(part, name)
            if refs and not all(map(self._holds, refs)):
                changes[name] = tuple(ref for ref in refs if self._holds(ref))
        for name in fields.parts:
            value = getattr(part, name)
            many = isinstance(value, tuple)
            held = value if many else (value,) if value is not None else ()
            kept = tuple(self._cleaned(each, sees) for each in held if self._open(each, sees))
            if len(kept) < len(held) or any(a is not b for a, b in zip(kept, held, strict=True)):
                changes[name] = kept if many else next(iter(kept), None)
        return attrs.evolve(part, **changes) if changes else part  # type: ignore[misc]  # every part is attrs

    def _open(self, part: Part, sees: int) -> bool:
        """Tell whether a part of a list is shown: not narrower than the audience, and its ref seen."""
        visibility = getattr(part, "visibility", None)
        if visibility is not None and visibility.rank > sees:
            return False
        return self._means(part, _fields(type(part)))


def _without_hidden(record: Record, sees: int) -> Record:
    """Give a record without the keys that are never shown to this audience, and without their translations."""
    hidden = [(name, empty) for name, ceiling, empty in _fields(type(record)).hidden if ceiling > sees]
    changes: dict[str, Any] = {name: empty for name, empty in hidden if getattr(record, name) != empty}
    if record.translations:
        unseen = {key_of(name) for name, _ in hidden}
        if any(unseen & set(texts) for texts in record.translations.values()):
            changes["translations"] = {
                lang: {key: text for key, text in texts.items() if key not in unseen}
                for lang, texts in record.translations.items()
            }
    return record.changed(changes) if changes else record


def _fields(cls: type[Part]) -> _Fields:
    """Give what redaction asks of a class; read off the fields' descriptions once."""
    if cls not in _PLANS:
        _PLANS[cls] = _plan(cls)
    return _PLANS[cls]


def _plan(cls: type[Part]) -> _Fields:
    hidden: list[tuple[str, int, Any]] = []
    one: list[str] = []
    many: list[str] = []
    parts: list[str] = []
    rigid: list[str] = []
    lists: list[str] = []
    for attribute in fields_of(cls):
        about, declared = about_of(attribute), str(attribute.type)
        name, required = attribute.name, attribute.default is attrs.NOTHING
        listed = declared.startswith("tuple")
        if about.ceiling is not Visibility.PUBLIC and not required:
            hidden.append((name, about.ceiling.rank, attribute.default))
        if about.target and listed:
            many.append(name)
        elif about.target:
            (rigid if required else one).append(name)
        elif "pledgekit.model" in declared and "levels" not in declared:
            parts.append(name)
        if required and listed:
            lists.append(name)
    return _Fields(tuple(hidden), tuple(one), tuple(many), tuple(parts), tuple(rigid), tuple(lists))
