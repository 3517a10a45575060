"""Actions told without their city's name: "a city in Norway". A part of the last step of a look. Used by `view` alone.

`may-publish-unnamed` takes the name off a public action. What is left belongs to an owner that stands for several
cities of a country, holds a few harmless fields, and bears an id made of those alone. It is left out where fewer than
three cities could be meant (one that its text names is not), where its text gives the name away, and where it changed
since the review. All of this is decided by what the audience sees anyway, so that what it is not shown might as well
not be there.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import ACTIONS, CITIES, COMMITMENTS, DECLARATIONS, ENDORSEMENTS, OFFICIALS
from pledgekit.model.levels import UNNAMED, Act, Visibility, is_city, is_unnamed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pledgekit.model.city import City
    from pledgekit.model.deeds import Action, Endorsement
    from pledgekit.model.people import Official
    from pledgekit.model.record import Record

__all__ = ["LEAST", "Naming", "Names", "names_of", "stand_in", "tell", "texts_of", "unnamed"]

Tables = dict[str, dict[str, list["Record"]]]

LEAST: Final = 3
"""So many cities at least could be meant."""

_IN_FORCE: Final = (Act.SIGNED, Act.ENDORSED, Act.ADOPTED, Act.REAFFIRMED)
_DATES: Final = ("status_since", "date", "start", "end", "described")
_KEPT: Final = ("title", "summary", "filed_by", "kind", "status", *_DATES)
_TEXTS: Final = ("title", "summary")
_SHORT: Final = 3  # letters of a name that says nothing as the beginning of another word
_TELLING: Final = 5  # letters of a word that may stand for a name of several words
_ID: Final = slice(7, 23)  # of a fingerprint, behind "sha256:"
_ADDRESS: Final = re.compile(r"://|\bwww\.|\w@\w")


class Naming(StrEnum):
    """What becomes of an action that may be told without its city's name."""

    TOLD = "told"
    NARROW = "narrow"  # not public itself, or banned: a review never opens
    CHANGED = "changed"  # since it was looked at
    PLACE = "place"  # its owner is not seen, or is no city
    UNFILED = "unfiled"  # under no commitment that is seen
    FEW = "few"  # too few cities could be meant
    NAMED = "named"  # its text says which
    OTHERS = "others"  # too few cities are left when those that its text names are set apart


class Names(NamedTuple):
    """What gives a city away: folded names, found where a word begins with one, and words found as they are written."""

    whole: frozenset[str]
    words: frozenset[str]

    def found_in(self, text: str) -> str:
        """Give what of it stands in a text; empty for nothing. An address gives a city away as well."""
        said = f" {fold(text)} "
        for name in sorted(self.whole):
            sought = f" {name} " if len(name) <= _SHORT else f" {name}"
            if (sought if name.isascii() else name) in said:  # not every script has spaces between words
                return name
        for word in sorted(self.words):
            if re.search(rf"\b{re.escape(word)}\b", text):
                return word
        found = _ADDRESS.search(text)
        return found.group() if found else ""


def names_of(
    city: City, districts: Iterable[City], endorsements: Iterable[Endorsement], people: Iterable[str]
) -> Names:
    """Give what gives a city away: its own names and ids, its districts', those on lists, and people's."""
    acts = list(endorsements)
    stem = re.sub(r"(-[a-z]{2}){1,2}$", "", city.id)
    places = [each for one in (city, *districts) for each in (one.name, *one.local_names.values(), *one.aliases)]
    places += [each.listed_as for each in acts]
    ids = [city.id, stem, *city.former_ids, *city.identifiers.values()]
    persons = [*people, *(each.official for each in acts)]
    whole = {fold(each) for each in (*places, *ids, *persons)} - {""}
    words = {word for each in places if " " in each for word in re.findall(r"\w+", each) if _tells(word)}
    words |= {each.split()[-1] for each in persons if len(each.split()) > 1 and len(each.split()[-1]) >= _SHORT}
    return Names(frozenset(whole), frozenset(words))


def _tells(word: str) -> bool:
    return len(word) >= _TELLING and word[0].isupper()


def texts_of(action: Action) -> str:
    """Give all free text that is left of an action, in any language."""
    translated = (text for texts in action.translations.values() for text in texts.values())
    return "\n".join((action.title, action.summary, *translated, *action.date_texts.values()))


def unnamed(action: Action, city: City, commitments: Iterable[Ref], spoken: Collection[str] = ()) -> Action:
    """Give what is left of an action without its city's name, under these commitments. Nothing else survives.

    Not even its language, which may be that of one city alone; nor translations into languages so `spoken`.
    """
    kept: dict[str, Any] = {name: getattr(action, name) for name in _KEPT}
    translations: Mapping[str, Mapping[str, str]] = {
        lang: left
        for lang, texts in action.translations.items()
        if lang not in spoken and (left := {key: text for key, text in texts.items() if key in _TEXTS})
    }
    bare = type(action)(
        id=UNNAMED,
        visibility=Visibility.PUBLIC,
        commitments=tuple(sorted(commitments)),
        translations=translations,
        date_texts={key: text for key, text in action.date_texts.items() if key in _DATES},
        owner=f"{UNNAMED}-{city.country.lower()}",
        **kept,
    )
    from pledgekit.fingerprint import fingerprint

    return bare.changed({"id": fingerprint(bare)[_ID]})


def tell(tables: Tables, asked: Sequence[Action]) -> dict[Ref, Naming]:
    """Put what is left of some actions into tables that are seen, each once; tell what became of each."""
    became = {}
    for action in asked:
        made = _tell(tables, action)
        if isinstance(made, Naming):
            became[action.ref] = made
            continue
        became[action.ref] = Naming.TOLD
        _place(tables, made)
    return became


def _tell(tables: Tables, action: Action) -> Action | Naming:
    city = next(iter(_held(tables, CITIES.table, action.owner)), None)
    if city is None or not is_city(city.kind) or not city.country or not _free(tables, city):
        return Naming.PLACE
    filed = [ref for ref in action.commitments if _holds(tables, COMMITMENTS.table, ref)]
    if not filed:
        return Naming.UNFILED
    declared = {ref.owner for ref in filed}
    meant = [each for each in _cities(tables) if _meant(tables, each, city.country, declared)]
    if len(meant) < LEAST:
        return Naming.FEW
    made = unnamed(action, city, filed, _of_few(meant))
    text = texts_of(made)
    if _names(tables, city).found_in(text):
        return Naming.NAMED
    left = [each for each in meant if not _names(tables, each).found_in(text)]
    return made if len(left) >= LEAST else Naming.OTHERS


def _of_few(meant: Sequence[City]) -> frozenset[str]:
    """Give the languages that some of the cities that could be meant speak, but too few of them."""
    spoken = [lang for each in meant for lang in set(each.languages)]
    return frozenset(lang for lang in spoken if spoken.count(lang) < LEAST)


def _names(tables: Tables, city: City) -> Names:
    """Give what gives a city away, as far as it is seen."""
    officials: Iterable[Official] = _held(tables, OFFICIALS.table, city.id)
    return names_of(
        city,
        (each for each in _cities(tables) if each.parent == city.ref),
        _held(tables, ENDORSEMENTS.table, city.id),
        (each.name for each in officials),
    )


def _free(tables: Tables, city: City) -> bool:
    """Tell whether no other owner bears the id that stands for the cities of this city's country."""
    owner = f"{UNNAMED}-{city.country.lower()}"
    others = _held(tables, CITIES.table, owner)
    return all(is_unnamed(each.kind) for each in others) and not _held(tables, DECLARATIONS.table, owner)


def _meant(tables: Tables, city: City, country: str, declarations: set[str]) -> bool:
    """Tell whether a city could be meant: of this country, there still, and bound by each of the declarations."""
    if city.country != country or not is_city(city.kind) or city.until is not None:
        return False
    acts: dict[str, set[str]] = {}
    for each in _held(tables, ENDORSEMENTS.table, city.id):
        acts.setdefault(each.declaration.owner, set()).add(each.act)
    return all(acts.get(name, set()) & {*_IN_FORCE} and Act.ENDED not in acts[name] for name in declarations)


def _place(tables: Tables, made: Action) -> None:
    """Put an action into the tables, with the owner that it has now; what says the same stands once."""
    cities = tables.setdefault(CITIES.table, {})
    if made.owner not in cities:
        cities[made.owner] = [stand_in(made.owner)]
    held = tables.setdefault(ACTIONS.table, {}).setdefault(made.owner, [])
    if all(each.id != made.id for each in held):
        held.append(made)


def stand_in(owner: str) -> City:
    """Give the owner that stands for several cities of a country."""
    from pledgekit.model.city import City
    from pledgekit.model.countries import COUNTRIES

    country = owner.removeprefix(f"{UNNAMED}-").upper()
    return City(id=owner, name=f"A city, {COUNTRIES.get(country, country)}", kind=UNNAMED, country=country, owner=owner)


def _cities(tables: Tables) -> Iterator[City]:
    for held in tables.get(CITIES.table, {}).values():
        yield from held  # type: ignore[misc]  # the table holds its kind


def _held(tables: Tables, table: str, owner: str) -> Sequence[Any]:
    return tables.get(table, {}).get(owner, ())


def _holds(tables: Tables, table: str, ref: Ref) -> bool:
    return any(each.id == ref.id for each in _held(tables, table, ref.owner))
