"""What a check looks at: the register, the day, and which records still speak. Shared by all checks of one run.

A check judges live records: the highest revision, not retracted. What a later revision mended is mended, since nobody
may change a file that is there already. What lies where is judged for every revision.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pledgekit.ids import Ref
from pledgekit.model.kinds import CITIES, DECLARATION, DECLARATIONS, RETRACTIONS, kind_of
from pledgekit.model.levels import is_unnamed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Loaded
    from pledgekit.view.unnamed import Naming

__all__ = ["Finding", "KeyPath", "Scope"]

R = TypeVar("R", bound="Record")

KeyPath = tuple[str | int, ...]

_HOME_AND_OWNER = 2  # the first two steps of a path: home / owner


class Finding(NamedTuple):
    """What a check found: code, the record or file it is about, the key in it, and what is wrong."""

    code: str
    where: Record | str
    path: KeyPath
    message: str
    remedy: str = ""


class Scope:
    """One run's register, with what several checks ask about worked out once."""

    def __init__(self, loaded: Loaded, today: datetime.date) -> None:
        """Look at what was loaded, on a day."""
        self.register = loaded.register
        self.today = today
        self._problems = loaded.problems

    @cached_property
    def retracted(self) -> frozenset[Ref]:
        """What is taken back, as `view.takingback` has it."""
        if next(self.register.records(RETRACTIONS), None) is None:  # most often: a view is not needed yet
            return frozenset()
        from pledgekit.view.takingback import last_words, taken_back

        return taken_back(last_words(self.register))

    @cached_property
    def tables(self) -> dict[str, list[Record]]:
        """The live records by table, in the order of owners and files."""
        made: dict[str, list[Record]] = {}
        gone = self.retracted
        for owner, holding in self.register.holdings.items():
            if gone and Ref(owner) in gone:
                continue
            for held in holding.records.values():
                record = max(held, key=_revision) if isinstance(held, list) else held
                if not gone or record.ref not in gone:
                    made.setdefault(kind_of(record).table, []).append(record)
        return made

    def is_retracted(self, ref: Ref) -> bool:
        """Tell whether a record was taken back, by itself or with its owner."""
        return ref in self.retracted or Ref(ref.owner) in self.retracted

    def live(self, kind: Kind[R]) -> list[R]:
        """Give the live records of a kind."""
        found: list[Any] = self.tables.get(kind.table, [])
        return found

    def find(self, ref: Ref) -> Record | None:
        """Give the record or owner that a ref names: its highest revision, whether retracted or not."""
        holding = self.register.holdings.get(ref.owner)
        if holding is None:
            return None
        if not ref.id:
            kind: Kind[Any] = DECLARATIONS if holding.home == DECLARATION else CITIES
            owners = holding.tables.get(kind.table)
            return owners[-1] if owners else None
        held = holding.records.get(ref.id)
        found = max(held, key=_revision) if isinstance(held, list) else held
        return found if found is not None and found.ref == ref else None  # an owner's name has one part

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Owners of whom something could not be read. What is missing with them may only be waiting for that repair."""
        lost = (each.file for each in self._problems if each.severity == "error" and each.code != "unknown-file")
        steps = (file.split("/") for file in lost)
        return frozenset(each[1] for each in steps if len(each) > _HOME_AND_OWNER)

    @cached_property
    def public(self) -> tuple[Record, ...]:
        """What the public sees or will see, as it sees it; nothing where only a part of the register was read."""
        if not self.register.complete:
            return ()
        import datetime

        from pledgekit.model.levels import Audience
        from pledgekit.view import Lens, look

        return tuple(look(self.register, Lens(as_of=datetime.date.max, audience=Audience.PUBLIC)).everything())

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Owners that stand for several cities: what would lead to the one that is meant was taken off by an export."""
        return frozenset(each.owner for each in self.live(CITIES) if is_unnamed(each.kind))

    @cached_property
    def namings(self) -> Mapping[Ref, Naming]:
        """What becomes, for the public today or later, of actions that may be told without their city's name."""
        import datetime

        from pledgekit.model.levels import Audience
        from pledgekit.view import Lens, namings

        return namings(self.register, Lens(as_of=datetime.date.max, audience=Audience.PUBLIC))

    def may_hold(self, owner: str) -> bool:
        """Tell whether an owner may hold more than was read: a bad file of it, or it was not asked for."""
        return owner in self.doubtful or (not self.register.complete and owner not in self.register.holdings)


def _revision(record: Record) -> int:
    return record.revision
