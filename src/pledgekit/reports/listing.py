"""Lists of records and the page of one: view → records, filtered, each with its line. Part of the fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from pledgekit.codec.lines import Lines
from pledgekit.codec.plain import plain
from pledgekit.dates import Certainty, PartialDate, Period
from pledgekit.errors import DiskError, UsageError
from pledgekit.figures.timing import belongs
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import (
    ACTIONS,
    CITIES,
    COMMITMENTS,
    DECLARATION,
    DECLARATIONS,
    ENDORSEMENTS,
    KINDS,
    REPLIES,
    RETRACTIONS,
    kind_of,
)
from pledgekit.model.levels import Audience
from pledgekit.model.record import about_of, field_names, fields_of
from pledgekit.reports.reviewed import reviews_of
from pledgekit.store import read_file
from pledgekit.view import Lens, look
from pledgekit.view.takingback import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from pledgekit.model.acts import Retraction
    from pledgekit.model.kinds import Kind
    from pledgekit.model.lanes import Reply
    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.reports.reviewed import Reviewed
    from pledgekit.view import View

__all__ = ["Filters", "Page", "Places", "listed", "page"]


@attrs.frozen(kw_only=True)
class Filters:
    """What a list is narrowed to: one of several values of each, and all of these together. Empty: not narrowed."""

    declarations: Collection[str] = ()
    commitments: Collection[Ref] = ()
    cities: Collection[str] = ()
    countries: Collection[str] = ()
    kinds: Collection[str] = ()
    statuses: Collection[str] = ()
    periods: Collection[Period] = ()
    visibilities: Collection[str] = ()
    search: Collection[str] = ()


def listed(register: Register, view: View, kind: Kind[Any], filters: Filters) -> tuple[Record, ...]:
    """Give the records of a kind that a view holds and all filters let through, in order of owner and id.

    Raises UsageError for a filter that says nothing about this kind.
    """
    tests = tuple(_tests(register, view, kind, filters))
    return tuple(each for each in view.all(kind) if all(test(each) for test in tests))


def _tests(register: Register, view: View, kind: Kind[Any], filters: Filters) -> Iterator[Callable[[Record], bool]]:
    """Yield what a record has to pass, one test a filter that narrows."""
    if filters.declarations:
        yield _of_declarations(view, kind, set(filters.declarations))
    if filters.commitments:
        yield _of_commitments(kind, set(filters.commitments))
    if filters.cities:
        yield _of_cities(kind, set(filters.cities))
    if filters.countries:
        yield _of_countries(view, kind, {each.upper() for each in filters.countries})
    if filters.kinds:
        yield _holds_word(kind, "kind", set(filters.kinds))
    if filters.statuses:
        yield _holds_word(kind, "status", set(filters.statuses))
    if filters.periods:
        yield _within(view, kind, tuple(filters.periods))
    if filters.visibilities:
        yield _as_open_as(register, view, kind, set(filters.visibilities))
    if filters.search:
        yield _says(view, filters.search)


class Places:
    """Where records stand. Files are read again, each once, to name lines; a file that cannot be gives line 0."""

    def __init__(self, root: Path | None, *, named: bool = True) -> None:
        """Read lines below this folder; without one there are none. Not `named`: no record stands anywhere.

        A file's name is whatever somebody chose, so it is told to staff alone.
        """
        self._root = root
        self._named = named
        self._lines: dict[str, Lines | None] = {}

    def place(self, record: Record) -> tuple[str, int]:
        """Give the file of a record, below the register, and its line there."""
        origin = record.origin
        if origin is None or not self._named:
            return "", 0
        if origin.file not in self._lines:
            self._lines[origin.file] = self._read(origin.file)
        lines = self._lines[origin.file]
        if lines is None:
            return origin.file, 0
        return origin.file, lines.line([origin.table] if origin.nth < 0 else [origin.table, origin.nth])

    def _read(self, file: str) -> Lines | None:
        if self._root is None:
            return None
        try:
            return Lines(read_file(self._root, file))
        except DiskError:
            return None


class Page(NamedTuple):
    """One record or owner: as it is seen, all its revisions up to that, and, of an owner, what it holds."""

    record: Record
    kind: Kind[Any]
    revisions: tuple[Record, ...]
    holds: Mapping[str, tuple[Ref, ...]]
    retraction: Retraction | None = None
    reviews: tuple[Reviewed, ...] = ()
    replies: tuple[Reply, ...] = ()  # of the city, to an assessment


def page(register: Register, view: View, ref: Ref) -> Page | None:
    """Give the page of a ref, or nothing when this view does not hold it.

    Earlier revisions are shown to staff alone: they hold what a later one may have taken away.
    """
    found = next((each for each in view.everything() if each.ref == ref), None)
    if found is None:
        return _taken_back(register, view, ref)
    earlier: tuple[Record, ...] = (found,)
    if view.lens.audience is Audience.INTERNAL:
        earlier = tuple(each for each in register.revisions(ref) if each.revision < found.revision) + earlier
    holds: dict[str, tuple[Ref, ...]] = {}
    if not ref.id:
        for kind in KINDS.values():
            refs = tuple(each.ref for each in view.all(kind, ref.owner) if each.ref != ref)
            if refs:
                holds[kind.table] = refs
    said = tuple(each for each in view.all(REPLIES, ref.owner) if each.assessment == ref) if ref.id else ()
    return Page(found, kind_of(found), earlier, holds, reviews=reviews_of(view, found, register), replies=said)


def _taken_back(register: Register, view: View, ref: Ref) -> Page | None:
    """Give staff the page of what was retracted: its last words, and by what they were taken back."""
    if view.lens.audience is not Audience.INTERNAL or view.lens.known_on is not None:
        return None
    acting = {each.record: each for each in standing(view.all(RETRACTIONS))}
    held, by = register.revisions(ref), acting.get(ref) or acting.get(Ref(ref.owner))
    return Page(held[-1], kind_of(held[-1]), held, {}, by) if held and by is not None else None


def _refs(record: Record) -> Iterator[tuple[str, Ref]]:
    """Yield what a record names, with the target that the field's description gives."""
    for attribute in fields_of(type(record)):
        value = getattr(record, attribute.name)
        target = about_of(attribute).target
        for each in (value,) if isinstance(value, Ref) else value if target and value else ():
            yield target, each


def _of_declarations(view: View, kind: Kind[Any], wanted: set[str]) -> Callable[[Record], bool]:
    """Records of a declaration or naming it or its commitments; what names none goes by its city's endorsement."""
    names = {about_of(each).target for each in fields_of(kind.cls)}
    if kind.home == DECLARATION or names & {"declaration", "commitments"}:
        return lambda record: (
            record.owner in wanted
            or any(ref.owner in wanted for target, ref in _refs(record) if target in ("declaration", "commitments"))
        )
    endorsed = {each.owner for each in view.all(ENDORSEMENTS) if each.declaration.owner in wanted}
    return lambda record: record.owner in endorsed


def _of_commitments(kind: Kind[Any], wanted: set[Ref]) -> Callable[[Record], bool]:
    if kind is COMMITMENTS:
        return lambda record: record.ref in wanted
    if all(about_of(each).target != COMMITMENTS.table for each in fields_of(kind.cls)):
        raise UsageError(f"{kind.table} name no commitment", remedy="leave out --commitment")
    return lambda record: any(ref in wanted for target, ref in _refs(record) if target == COMMITMENTS.table)


def _of_cities(kind: Kind[Any], wanted: set[str]) -> Callable[[Record], bool]:
    if kind.home == DECLARATION and all(about_of(each).target != CITIES.table for each in fields_of(kind.cls)):
        raise UsageError(f"{kind.table} belong to no city", remedy="leave out --city")
    return lambda record: (
        record.owner in wanted
        or any(
            ref.owner in wanted for target, ref in _refs(record) if target == CITIES.table and kind.home == DECLARATION
        )
    )


def _of_countries(view: View, kind: Kind[Any], wanted: set[str]) -> Callable[[Record], bool]:
    if kind.home == DECLARATION:
        raise UsageError(f"{kind.table} lie in no country", remedy="leave out --country")
    owners = {each.owner for each in view.all(CITIES) if each.country in wanted}
    return lambda record: record.owner in owners


def _holds_word(kind: Kind[Any], key: str, wanted: set[str]) -> Callable[[Record], bool]:
    if key not in field_names(kind.cls):
        raise UsageError(f"{kind.table} have no {key}", remedy=f"leave out --{key}")
    return lambda record: getattr(record, key) in wanted


def _within(view: View, kind: Kind[Any], wanted: tuple[Period, ...]) -> Callable[[Record], bool]:
    """Records of the periods: by `period`, actions as figures place them, else possibly by their own date."""
    if kind is ACTIONS:
        as_of = view.lens.as_of
        return lambda record: any(belongs(record, each, as_of) is not Certainty.NO for each in wanted)  # type: ignore[arg-type]  # the kind says which
    if "period" in field_names(kind.cls):
        return lambda record: any(getattr(record, "period").overlaps(each) for each in wanted)  # noqa: B009  a record has it or not
    dates = [name for name in kind.when if _is_date(kind, name)]
    if not dates:
        raise UsageError(f"{kind.table} have no date", remedy="leave out --period")

    def dated(record: Record) -> bool:
        known = [getattr(record, name) for name in dates if getattr(record, name) is not None]
        return not known or any(each.meets(known[0], known[0]) is not Certainty.NO for each in wanted)

    return dated


def _is_date(kind: Kind[Any], name: str) -> bool:
    declared = next(each.type for each in fields_of(kind.cls) if each.name == name)
    return declared in (PartialDate, PartialDate | None)


def _as_open_as(register: Register, view: View, kind: Kind[Any], wanted: set[str]) -> Callable[[Record], bool]:
    """Records by who sees them, asked of the one door: network is what members see and the public does not."""
    lens = view.lens

    def seen(audience: Audience) -> set[Ref]:
        other = look(register, Lens(as_of=lens.as_of, known_on=lens.known_on, audience=audience))
        return {each.ref for each in other.all(kind)}

    public = seen(Audience.PUBLIC)
    network = seen(Audience.NETWORK) - public
    levels = {"public": public, "network": network}

    def level(record: Record) -> bool:
        found = next((word for word, refs in levels.items() if record.ref in refs), "internal")
        return found in wanted

    return level


def _says(view: View, wanted: Iterable[str]) -> Callable[[Record], bool]:
    """Records in whose words, or in whose owner's names, one of the searched words stands."""
    looked = []
    for each in wanted:
        looked.append(fold(each))
        if not looked[-1]:
            raise UsageError(f"{each!r} has no letter or digit to search for")
    names = {
        each.owner: f"{each.name} {_words([*each.local_names.values(), *each.aliases])}" for each in view.all(CITIES)
    }
    for declaration in view.all(DECLARATIONS):
        names[declaration.owner] = _words([declaration.title, declaration.short_title, *declaration.aliases])

    def says(record: Record) -> bool:
        text = fold(f"{_words(plain(record))} {names.get(record.owner, '')}")
        return any(each in text for each in looked)

    return says


def _words(value: object) -> str:
    """Give all text of a plain value in one line."""
    if isinstance(value, dict):
        return " ".join(_words(each) for each in value.values())
    if isinstance(value, list):
        return " ".join(_words(each) for each in value)
    return f"{value}"
