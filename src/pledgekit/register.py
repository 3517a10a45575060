"""Everything that was loaded, immutable: all revisions of all records, by owner. Between reading and looking.

It answers what lies where; what of it holds, and who may see it, is asked of a view alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pledgekit.model.kinds import CITIES, CITY, DECLARATION, DECLARATIONS, KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pledgekit.ids import Ref
    from pledgekit.model.kinds import Kind
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Record

__all__ = ["Holding", "Loaded", "Register"]

R = TypeVar("R", bound="Record")


class Holding:
    """What one owner's folder holds."""

    __slots__ = ("home", "owner", "records", "tables")

    def __init__(self, owner: str, home: str, records: Iterable[Record]) -> None:
        """Sort the records of a folder by table and by id."""
        self.owner = owner
        self.home = home
        self.tables: dict[str, list[Record]] = {}
        self.records: dict[str, Record | list[Record]] = {}  # by id; the rare ids with several revisions hold a list
        for record in records:
            self.tables.setdefault(kind_of(record).table, []).append(record)
            held = self.records.setdefault(record.id, record)
            if isinstance(held, list):
                held.append(record)
            elif held is not record:
                self.records[record.id] = [held, record]

    def groups(self) -> Iterator[tuple[str, list[Record]]]:
        """Yield each id with all that is held under it."""
        for name, held in self.records.items():
            yield name, held if isinstance(held, list) else [held]


class Register:
    """All revisions of all records. Two registers are told apart by content, never by the order of files."""

    def __init__(self, holdings: Iterable[Holding], *, root: Path | None = None, complete: bool = True) -> None:
        """Hold what was loaded; `complete` is false when only some owners were asked for."""
        self.holdings: Mapping[str, Holding] = {each.owner: each for each in sorted(holdings, key=lambda h: h.owner)}
        self.root = root
        self.complete = complete

    @classmethod
    def of(cls, records: Iterable[Record], *, root: Path | None = None) -> Register:
        """Make a register of records in memory; an owner's home is that of its kinds."""
        owners: dict[str, list[Record]] = {}
        for record in records:
            owners.setdefault(record.owner, []).append(record)
        holdings = []
        for owner, held in owners.items():
            holdings.append(Holding(owner, _home_of(held), held))
        return cls(holdings, root=root)

    def adding(self, record: Record) -> Register:
        """Give a register that holds one record more, as if its file were there."""
        held = self.holdings.get(record.owner)
        home = held.home if held else _home_of([record])
        records = [each for table in held.tables.values() for each in table] if held else []
        others = [each for each in self.holdings.values() if each is not held]
        return Register(
            [*others, Holding(record.owner, home, [*records, record])], root=self.root, complete=self.complete
        )

    def owners(self, home: str = "") -> tuple[str, ...]:
        """Give the owners' ids in order: all, or those under `declarations` or `commitments`."""
        return tuple(name for name, each in self.holdings.items() if not home or each.home == home)

    def records(self, kind: Kind[R], owner: str = "") -> Iterator[R]:
        """Yield every revision of every record of a kind, of all owners or of one."""
        for name, holding in self.holdings.items():
            if not owner or name == owner:
                yield from holding.tables.get(kind.table, ())  # type: ignore[misc]  # a table holds its kind

    def everything(self) -> Iterator[Record]:
        """Yield every revision of every record."""
        for holding in self.holdings.values():
            for table in KINDS:
                yield from holding.tables.get(table, ())

    def revisions(self, ref: Ref) -> tuple[Record, ...]:
        """Give all that is held under a ref, lowest revision first; empty when there is nothing."""
        holding = self.holdings.get(ref.owner)
        if holding is None:
            return ()
        held = holding.records.get(ref.id or ref.owner, [])
        found = held if isinstance(held, list) else [held]
        return tuple(sorted((r for r in found if r.ref == ref), key=lambda r: r.revision))

    def holds(self, ref: Ref) -> bool:
        """Tell whether a ref names an owner or a record."""
        holding = self.holdings.get(ref.owner)
        return holding is not None and (not ref.id or ref.id in holding.records)


def _home_of(records: Iterable[Record]) -> str:
    """Give the home that an owner's records tell of; where all may lie in both, a city's."""
    homes = {kind_of(record).home for record in records} & {CITY, DECLARATION}
    return DECLARATION if homes == {DECLARATION} else CITY


class Loaded(NamedTuple):
    """What loading gives: the register, what is wrong with its files, and how many there are."""

    register: Register
    problems: tuple[Problem, ...]
    files: int


OWNER_KINDS: tuple[Kind[Any], ...] = (DECLARATIONS, CITIES)
