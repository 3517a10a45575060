"""The one door: what of a register holds on a day, as we knew it, for somebody. Third step: register + lens → view.

In this order, once, here: known-on picks revisions and retractions, as-of leaves out what is certainly later, the
audience decides which records are seen, and redaction takes hidden fields, evidence and refs off those. Everything
after it (figures, reports, exports) sees only a view, so nothing can leave by another way.

Outside the audience `internal` safety does not wait for dates: retractions for privacy or safety, revisions that narrow
and bans to publish act whatever `known_on` and `as_of` say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from pledgekit.dates import PartialDate, day_of
from pledgekit.errors import UsageError
from pledgekit.ids import Ref
from pledgekit.model.kinds import CITIES, CITY, DECLARATIONS, EVENTS, KINDS, ROUNDS, kind_of
from pledgekit.model.levels import Audience, is_unnamed
from pledgekit.view.looking import Looking

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping

    from pledgekit.model.city import City
    from pledgekit.model.declaration import Declaration
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.view.correcting import Correction
    from pledgekit.view.unnamed import Naming

__all__ = ["Lens", "View", "look", "namings"]

R = TypeVar("R", bound="Record")
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Lens:
    """From when, as known when, and for whom. `city` is the city's id, with audience `city` and only there."""

    as_of: datetime.date
    known_on: datetime.date | None = None
    audience: Audience = Audience.PUBLIC
    city: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an audience `city` without its city, and a city without that audience."""
        if (self.audience is Audience.CITY) != bool(self.city):
            raise UsageError("the audience city goes with one city, and a city with that audience")


class View:
    """What is seen through a lens: records that are live, redacted, and in order of owner and id."""

    def __init__(
        self,
        lens: Lens,
        tables: Mapping[str, Mapping[str, list[Record]]],
        held_back: Mapping[str, int],
        only: str = "",
        made: dict[object, Any] | None = None,
        *,
        upheld: frozenset[tuple[Ref, Ref]] = frozenset(),
        register: Register | None = None,
    ) -> None:
        """Hold what `look` found in a register; `only` names the one city of a view made by `by_city`.

        `upheld`: each record with each clause of which a review that acts for all says that it still holds.
        """
        self.lens = lens
        self.held_back = held_back
        self.upheld = upheld
        self.only = only
        self._tables = tables
        self._register = register
        self._made: dict[object, Any] = {} if made is None else made
        self._index: dict[tuple[str, str], dict[str, Record]] = {}

    def all(self, kind: Kind[R], owner: str = "") -> Iterator[R]:
        """Yield the records of a kind, of every owner or of one."""
        owners: Mapping[str, Any] = self._tables.get(kind.table, {})
        name = owner or (self.only if kind.home == CITY else "")
        if name:
            yield from owners.get(name, ())
        else:
            for each, held in owners.items():
                if not self.only or each == self.only or each in self._declarations():
                    yield from held

    def get(self, kind: Kind[R], ref: Ref) -> R | None:
        """Give one record of a kind, or nothing when this view does not hold it."""
        key = (kind.table, ref.owner)
        if key not in self._index:
            self._index[key] = {each.id: each for each in self._tables.get(kind.table, {}).get(ref.owner, ())}
        found: Any = self._index[key].get(ref.id or ref.owner)
        return found  # type: ignore[no-any-return]  # the table holds its kind

    def city(self, owner: str) -> City | None:
        """Give a city by its id."""
        return self.get(CITIES, Ref(owner))

    def declaration(self, owner: str) -> Declaration | None:
        """Give a declaration by its id."""
        return self.get(DECLARATIONS, Ref(owner))

    def by_city(self) -> Iterator[View]:
        """Yield a view of each city alone, beside all declarations: figures fold over these.

        What is told without its city's name is of no one city, so it is in none of these views and in no figure.
        """
        owners = {owner for table in self._tables.values() for owner in table} - set(self._declarations())
        owners -= {each.owner for each in self.whole().all(CITIES) if is_unnamed(each.kind)}
        for owner in sorted(owners):
            yield View(
                self.lens, self._tables, self.held_back, owner, self._made, upheld=self.upheld, register=self._register
            )

    def whole(self) -> View:
        """Give the view of all cities that a city's view is part of; a whole view gives itself."""
        if not self.only:
            return self
        return View(
            self.lens, self._tables, self.held_back, "", self._made, upheld=self.upheld, register=self._register
        )

    def before(self, day: datetime.date) -> View:
        """Give the whole view as an edition of an earlier day had it: as known on that day, and not later than it.

        Safety does not wait for dates there either. Raises UsageError for a day that is not before this view's own.
        """
        if self.lens.known_on is not None and day >= self.lens.known_on:
            raise UsageError(f"{day} is not before {self.lens.known_on}, the day as known on which this is asked")
        assert self._register is not None  # noqa: S101  `look` gives it
        return look(self._register, attrs.evolve(self.lens, as_of=min(day, self.lens.as_of), known_on=day))

    def shown_to(self, city: str) -> View:
        """Give what one city is shown on the same day, for those who see more; a city's own view gives itself."""
        if self.lens.city == city:
            return self
        assert self._register is not None  # noqa: S101  `look` gives it
        return look(self._register, attrs.evolve(self.lens, audience=Audience.CITY, city=city))

    def corrections(self) -> tuple[Correction, ...]:
        """Give all corrections of what this audience once saw, in the order of days: see `correcting`."""
        from pledgekit.view.correcting import corrections

        assert self._register is not None  # noqa: S101  `look` gives it
        register, whole = self._register, self.whole()
        return self.once("corrections", lambda: corrections(register, whole))

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Work something out about the whole view once, for it and all its cities' views."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    @property
    def known_until(self) -> datetime.date | None:
        """The last day on which a record of the whole view was recorded; nothing where no record says when it was."""
        return self.once(
            "known-until",
            lambda: max(
                (day_of(each.recorded) for each in self.whole().everything() if each.recorded is not None), default=None
            ),
        )

    @property
    def known_on(self) -> datetime.date:
        """The day as known on which this view can speak: the lens's own, else the last one recorded, else as-of.

        As-of, too, where the last day recorded cannot be the day of all that is told: a record does not say since when
        it is known, or tells of what was later.
        """
        return self.lens.known_on or self.once("known-on", self._known_day)

    def _known_day(self) -> datetime.date:
        last, as_of = self.known_until, self.lens.as_of
        if last is None:
            return as_of
        unnamed = {each.owner for each in self.whole().all(CITIES) if is_unnamed(each.kind)}  # of no day, by intent
        for each in self.whole().everything():
            if each.owner not in unnamed and (
                each.recorded is None or any(last < day <= as_of for day in _happened(each))
            ):
                return as_of
        return last

    def everything(self) -> Iterator[Record]:
        """Yield every record of this view, table by table."""
        for kind in KINDS.values():
            yield from self.all(kind)

    def _declarations(self) -> Mapping[str, list[Record]]:
        return self._tables.get(DECLARATIONS.table, {})


def _happened(record: Record) -> Iterator[datetime.date]:
    """Yield the first days on which what a record tells can have been; meetings and rounds are known beforehand."""
    kind = kind_of(record)
    for key in kind.when if kind not in (EVENTS, ROUNDS) else ():
        date = getattr(record, key)
        if isinstance(date, PartialDate):
            yield date.first


def look(register: Register, lens: Lens) -> View:
    """Look at a whole register through a lens; raises UsageError when only a part of it was loaded."""
    if not register.complete:
        raise UsageError("only some owners were loaded: a view of a part would count wrongly")
    looking = Looking(register, as_of=lens.as_of, known_on=lens.known_on, audience=lens.audience, city=lens.city or "")
    tables, held_back, upheld = looking.result()
    return View(lens, tables, held_back, upheld=upheld, register=register)


def namings(register: Register, lens: Lens) -> Mapping[Ref, Naming]:
    """Give what becomes, for an audience, of each action of which a review says that its city must not be named.

    For staff and for copies: the refs say what the audience is not told.
    """
    looking = Looking(register, as_of=lens.as_of, known_on=lens.known_on, audience=lens.audience, city=lens.city or "")
    looking.result()
    return looking.namings
