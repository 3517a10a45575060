"""The register as it would be after the rows so far: what a row is about, and what its draft is judged in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.codec.plain import plain
from pledgekit.errors import Refused
from pledgekit.fingerprint import json_ready
from pledgekit.ids import Ref, fold, is_ref
from pledgekit.model.kinds import DECLARATION, kind_of
from pledgekit.model.record import key_of
from pledgekit.naming import city_names
from pledgekit.register import Holding, Register
from pledgekit.view.takingback import last_words, taken_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record

__all__ = ["Standing", "ready"]

Plain = dict[str, Any]


def ready(record: Record) -> Plain:
    """Give a record's keys as JSON has them, which is how values are compared."""
    return {key: json_ready(each) for key, each in plain(record).items()}


class Standing:
    """A register and what rows have made of it. Lookups raise Refused for what is never chosen."""

    def __init__(self, register: Register, kind: Kind[Any]) -> None:
        """Begin with the register as it is."""
        self._register = register
        self._kind = kind
        self._retracted = taken_back(last_words(register))
        self._rows: dict[Ref, tuple[int, Record]] = {}
        self._made: dict[str, list[Record]] = {}  # by owner
        self._bearers: dict[str, dict[Ref, Any]] | None = None  # cities by their names, folded
        self._known: dict[str, dict[Ref, tuple[Plain, Record]]] = {}  # by owner; of all owners under ""

    def row(self, ref: Ref) -> int:
        """Give the row that said something of a record before; 0 for none."""
        return self._rows[ref][0] if ref in self._rows else 0

    def keep(self, row: int, record: Record) -> None:
        """Take in what a row makes."""
        self._rows[record.ref] = (row, record)
        self._made.setdefault(record.owner, []).append(record)
        for owner in {record.owner, ""} & self._known.keys():
            self._known[owner][record.ref] = (ready(record), record)
        if self._bearers is not None:
            self._bear(record)

    def named(self, ref: Ref) -> Record | None:
        """Give the newest revision under a ref; nothing when there is none."""
        if ref in self._rows:
            return self._rows[ref][1]
        found = next(iter(self._register.revisions(ref)[-1:]), None)
        if found is not None and kind_of(found) is not self._kind:
            raise Refused(f"{ref} is on record among the {kind_of(found).plural}", remedy="choose another id")
        return self._standing(found)

    def alike(self, values: Mapping[str, Any], owner: str) -> Record | None:
        """Find by natural key, as far as the values give it; without an owner, among all owners.

        What agrees wholly goes first, then what says nothing where the values say something.
        """
        keys = [key_of(each) for each in self._kind.key]
        given = {key: json_ready(values[key]) for key in keys if key in values}
        if not given:
            return None
        held = list(self._held(owner).values())
        for same in (_agrees, _does_not_differ):
            found = [record for plainly, record in held if same(plainly, given)]
            standing = [each for each in found if each.ref not in self._retracted] or found
            if len(standing) > 1:
                refs = ", ".join(str(each.ref) for each in standing)
                raise Refused(f"it may be {refs}", remedy="say which, in a column id or ref")
            if standing:
                return self._standing(standing[0])
        return None

    def bearing(self, values: Mapping[str, Any]) -> list[Any]:
        """Give the cities of a country that bear the name of a new one, by whatever names they are known."""
        if self._bearers is None:
            self._bearers = {}
            for _, record in self._held("").values():
                self._bear(record)
        country = f"{values.get('country', '')}".upper()
        found = self._bearers.get(fold(f"{values['name']}"), {}).values()
        return [each for each in found if not (country and each.country) or country == each.country]

    def _bear(self, city: Any) -> None:  # noqa: ANN401  of this kind
        """Note the names of a city, as long as it stands."""
        if self._bearers is not None and city.ref not in self._retracted:
            for name in map(fold, city_names(city)):
                self._bearers.setdefault(name, {})[city.ref] = city

    def around(self, values: Sequence[object], *owners: str) -> Register:
        """Give what a record of these owners touches, since drafting judges the whole of a register each time."""
        wanted = {*owners, *(each.owner for each in _refs(values)), *self._register.owners(DECLARATION)}
        parts = []
        for name in wanted & (self._register.holdings.keys() | self._made.keys()):
            held = self._register.holdings.get(name)
            records = [each for table in held.tables.values() for each in table] if held else []
            parts.append(Holding(name, held.home if held else self._kind.home, [*records, *self._made.get(name, [])]))
        return Register(parts, root=self._register.root, complete=self._register.complete)

    def _standing(self, found: Record | None) -> Record | None:
        if found is not None and found.ref in self._retracted:
            raise Refused(f"{found.ref} was retracted", remedy="leave the row out, or record it by hand")
        return found

    def _held(self, owner: str) -> dict[Ref, tuple[Plain, Record]]:
        """Give the newest revision of each record of the kind."""
        if owner not in self._known:
            refs = dict.fromkeys(each.ref for each in self._register.records(self._kind, owner))
            newest = {ref: self._register.revisions(ref)[-1] for ref in refs}
            newest |= {ref: each for ref, (_, each) in self._rows.items() if owner in ("", each.owner)}
            self._known[owner] = {ref: (ready(each), each) for ref, each in newest.items()}
        return self._known[owner]


def _agrees(held: Plain, given: Plain) -> bool:
    return all(held.get(key) == each for key, each in given.items())


def _does_not_differ(held: Plain, given: Plain) -> bool:
    return all(held.get(key, each) == each for key, each in given.items())


def _refs(value: object) -> Iterator[Ref]:
    """Yield every text of a plain value that has the shape of a ref."""
    if isinstance(value, str):
        if is_ref(value):
            yield Ref.parse(value)
    elif isinstance(value, dict | list | tuple):
        inner: Iterable[object] = value.values() if isinstance(value, dict) else value
        for each in inner:
            yield from _refs(each)
