"""From what people type to what is meant: owners and records by id, name, alias or local name. Beside looking.

Accents, case and punctuation do not count. The nearest name is suggested, never assumed; of two alike both are named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.errors import NotFound, UsageError
from pledgekit.ids import Ref, fold, is_ref
from pledgekit.model.kinds import CITIES, CITY, DECLARATIONS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.model.city import City
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["city_names", "closeness", "find_owner", "find_ref", "names_of"]

_SHORT, _FEW = 4, 0.75
_WORDS = {CITY: "city", "": "city or declaration"}


def find_owner(register: Register, text: str, home: str = "") -> str:
    """Give the id of the city or declaration that is meant; `home` is `commitments`, `declarations`, or empty for both.

    Raises NotFound with the nearest names, UsageError when several owners bear the name.
    """
    holding = register.holdings.get(text)
    if holding is not None and home in ("", holding.home):
        return text
    names = {owner: names_of(register, owner) for owner in register.owners(home)}
    found = sorted(owner for owner, known in names.items() if fold(text) in {fold(each) for each in known} - {""})
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{text!r} is the name of {' and of '.join(found)}", remedy="give the id")
    what = _WORDS.get(home, "declaration")
    raise NotFound(f"{text!r} is no {what} of this register", nearest=_nearest(text, names))


def find_ref(register: Register, text: str, kind: Kind[Any] | None = None) -> Ref:
    """Give the record (of a kind) that is meant: `owner/id`, the owner by id or name; or an id, title or number alone.

    Raises NotFound with the nearest refs, UsageError when several records are meant.
    """
    owner, slash, rest = text.partition("/")
    named = Ref.parse(text) if is_ref(text) else None
    kinds = {kind_of(each) for each in register.revisions(named)} if named is not None else set()
    if named is not None and register.holds(named) and (kind is None or kind in kinds):
        return named
    if not slash and (kind is None or kind.single):
        return _owner_meant(register, text, kind)
    inside = find_owner(register, owner) if slash else ""
    wanted = rest if slash else text
    records: list[Record] = list(register.everything() if kind is None else register.records(kind, inside))
    records = [each for each in records if not inside or each.owner == inside]
    found = sorted({each.ref for each in records if each.id == wanted})
    if not found:
        found = sorted({each.ref for each in records if fold(wanted) in _titles(each)})
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{text!r} may mean {', '.join(map(str, found))}", remedy="give the whole ref: owner/id")
    what = kind.singular if kind else "record"
    known = {str(each.ref): {each.id, *_titles(each)} for each in records}
    raise NotFound(f"{text!r} is no {what} of this register", nearest=_nearest(wanted, known))


def _owner_meant(register: Register, text: str, kind: Kind[Any] | None) -> Ref:
    """Give an owner's ref; where no owner is near and any record would do, the nearest records are named."""
    try:
        return Ref(find_owner(register, text, kind.home if kind else ""))
    except NotFound as error:
        if error.nearest or kind is not None:
            raise
        known = {str(each.ref): {each.id, *_titles(each)} for each in register.everything()}
        raise NotFound(error.message, nearest=_nearest(text, known)) from None


def names_of(register: Register, owner: str) -> set[str]:
    """Give every name an owner is known by: id, name or title, local names, aliases, former ids."""
    names = {owner}
    for city in register.records(CITIES, owner):
        names |= city_names(city)
    for declaration in register.records(DECLARATIONS, owner):
        names |= {declaration.title, declaration.short_title, *declaration.aliases}
    return names - {""}


def city_names(city: City) -> set[str]:
    """Give every name that a city's record says it is known by."""
    return {city.owner, city.name, *city.local_names.values(), *city.aliases, *city.former_ids}


def closeness(text: str, names: Iterable[str]) -> float:
    """Say how alike a text is to the nearest of some names, folded: 1 for the same, 0 for nothing in common."""
    import difflib

    return max((difflib.SequenceMatcher(None, fold(text), fold(each)).ratio() for each in names), default=0)


def _titles(record: Record) -> set[str]:
    """Give what a record may be called besides its id."""
    names = [getattr(record, key, None) for key in ("title", "name", "number")]
    return {fold(f"{each}") for each in names if each is not None} - {""}


def _nearest(text: str, names: dict[str, Iterable[str]] | dict[str, set[str]]) -> tuple[str, ...]:
    """Give up to three owners or refs whose names come closest."""
    import difflib

    by_name: dict[str, list[str]] = {}
    for key, known in sorted(names.items(), key=lambda each: (len(each[0]), each)):  # of two alike the shorter first
        for name in known:
            by_name.setdefault(fold(name), []).append(key)
    by_name.pop("", None)
    sought = fold(text)
    begun = [each for each in by_name if sought and each.startswith(f"{sought} ")]  # "the" of "the hague"
    # Of a short word most of the letters must be there: three of five stand by chance in many a name.
    close = begun + difflib.get_close_matches(sought, list(by_name), n=3, cutoff=_FEW if len(sought) <= _SHORT else 0.6)
    return tuple(dict.fromkeys(key for each in close for key in by_name[each]))[:3]
