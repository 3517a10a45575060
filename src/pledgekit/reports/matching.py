"""What cities like one do where it has nothing on record: for learning from, never for comparing. Fifth step.

Pure: a view in, refs and reasons out. Reports and the command line ask the same function.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from pledgekit.dates import Certainty
from pledgekit.figures.cells import Standing
from pledgekit.figures.scope import scope_of
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import ACTIONS, CITIES, DECLARATIONS
from pledgekit.model.levels import Status, deed_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pledgekit.model.city import City
    from pledgekit.model.deeds import Action
    from pledgekit.view import View

__all__ = ["Alike", "Practice", "considered", "few", "gaps", "in_force", "match"]

_TWICE = 2  # of like size: neither has more than twice the inhabitants of the other


class Alike(StrEnum):
    """In what two cities are alike, as far as the register knows; the order is that of closeness."""

    SIZE = "size"
    REGION = "region"
    COUNTRY = "country"
    LANGUAGE = "language"
    DECLARATION = "declaration"


@attrs.frozen(kw_only=True)
class Practice:
    """An action of another city, the commitments it would show something for, and in what the two are alike."""

    action: Ref
    city: str
    commitments: tuple[Ref, ...]
    alike: tuple[Alike, ...]


def match(view: View, city: str) -> tuple[Practice, ...]:
    """Give what cities like this one did under commitments for which it has nothing on record; by city and title.

    A city is like another that lies in the same region or country, has a language in common with it, is of like size
    or endorses the same declaration. Statements and what was given up are no practices.
    """
    whole = view.whole()
    cities = {each.owner: each for each in whole.all(CITIES)}
    found: dict[Ref, list[Ref]] = {}
    actions: dict[Ref, Action] = {}
    held = _practices(whole)
    for commitment in gaps(view, city):
        for action in held.get(commitment, ()):  # none of its own: one would have closed the gap
            actions[action.ref] = action
            found.setdefault(action.ref, []).append(commitment)
    practices = []
    for ref in sorted(found, key=lambda ref: (*_by_name(cities, ref.owner), fold(actions[ref].title), ref.id)):
        alike = _alike(whole, cities, city, ref.owner)
        if alike:
            practices.append(Practice(action=ref, city=ref.owner, commitments=tuple(found[ref]), alike=alike))
    return tuple(practices)


def few(practices: Sequence[Practice], most: int) -> tuple[Practice, ...]:
    """Choose some practices, of the cities most alike; if it can be, of different cities, for different commitments.

    They keep their order.
    """
    order = list(Alike)
    waiting = sorted(practices, key=lambda each: (-len(each.alike), *map(order.index, each.alike)))
    chosen: list[Practice] = []
    cities: set[str] = set()
    covered: set[Ref] = set()
    for cares in (_new_both, _new_city, _any):
        for each in waiting:
            if len(chosen) < most and each not in chosen and cares(each, cities, covered):
                chosen.append(each)
                cities.add(each.city)
                covered.update(each.commitments)
    return tuple(each for each in practices if each in chosen)


def considered(view: View, city: str) -> tuple[str, ...]:
    """Give the declarations that are looked at for a city: those that it endorses; all, where it endorses none."""
    whole = view.whole()
    return in_force(whole).get(city) or tuple(each.owner for each in whole.all(DECLARATIONS))


def gaps(view: View, city: str) -> tuple[Ref, ...]:
    """Give the commitments for which a city has nothing on record, neither done nor said, in their order.

    They are those of the declarations that are considered for it.
    """
    whole = view.whole()
    found = []
    for name in considered(whole, city):
        scope = scope_of(whole, name, None)
        filed = {
            last
            for action in whole.all(ACTIONS, city)
            for ref in action.commitments
            for last in scope.leads_to.get(ref, ())
        }
        found += [each.ref for each in scope.commitments if each.ref not in filed]
    return tuple(found)


def in_force(view: View) -> Mapping[str, tuple[str, ...]]:
    """Give, for each city, the declarations that it certainly or possibly endorses, in the order of their adoption."""
    return view.whole().once("in-force", lambda: _in_force(view.whole()))


def _in_force(view: View) -> dict[str, tuple[str, ...]]:
    declarations = sorted(view.all(DECLARATIONS), key=lambda each: (each.adopted.first, each.owner))
    scopes = [scope_of(view, each.owner, None) for each in declarations]
    return {
        city.only: tuple(
            scope.declaration.owner for scope in scopes if Standing(city, scope).in_force is not Certainty.NO
        )
        for city in view.by_city()
    }


def _practices(view: View) -> Mapping[Ref, Sequence[Action]]:
    """Give what was done under each commitment in use, by anybody whose name is given."""

    def make() -> dict[Ref, list[Action]]:
        found: dict[Ref, list[Action]] = {}
        declared = [each.owner for each in view.all(DECLARATIONS)]
        leads_to = scope_of(view, declared[0], None).leads_to if declared else {}  # of all declarations
        for action in (each for city in view.by_city() for each in city.all(ACTIONS)):
            if deed_kind(action.kind) and action.status != Status.CANCELLED:
                filed = dict.fromkeys(last for ref in action.commitments for last in leads_to.get(ref, ()))
                for commitment in filed:
                    found.setdefault(commitment, []).append(action)
        return found

    return view.once("practices", make)


def _alike(view: View, cities: Mapping[str, City], one: str, other: str) -> tuple[Alike, ...]:
    held = in_force(view)
    shared = set(held.get(one, ())) & set(held.get(other, ()))
    here, there = cities.get(one), cities.get(other)
    said = set() if here is None or there is None else set(_of_cities(here, there))
    if shared:
        said.add(Alike.DECLARATION)
    return tuple(each for each in Alike if each in said)


def _of_cities(one: City, other: City) -> Iterable[Alike]:
    """Say in what two cities are alike by what is known of them."""
    if one.country and one.country == other.country:
        yield Alike.COUNTRY
    if one.subdivision and one.subdivision == other.subdivision:
        yield Alike.REGION
    if set(one.languages) & set(other.languages):
        yield Alike.LANGUAGE
    if one.population is not None and other.population is not None:
        small, large = sorted((one.population.value, other.population.value))
        if small > 0 and large <= _TWICE * small:
            yield Alike.SIZE


def _new_both(practice: Practice, cities: set[str], covered: set[Ref]) -> bool:
    return practice.city not in cities and not covered & set(practice.commitments)


def _new_city(practice: Practice, cities: set[str], _: set[Ref]) -> bool:
    return practice.city not in cities


def _any(_: Practice, __: set[str], ___: set[Ref]) -> bool:
    return True


def _by_name(cities: Mapping[str, City], city: str) -> tuple[str, str]:
    return fold(cities[city].name) if city in cities else city, city
