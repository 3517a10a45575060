"""Checks of who cities are: no two bear one name, and none lies in itself or follows itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.ids import fold
from pledgekit.model.kinds import CITIES, DECLARATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.checks.scope import Scope
    from pledgekit.model.city import City

__all__ = ["circles", "same_name"]


def circles(scope: Scope) -> Iterator[Finding]:
    """A city's parent, its parent's parent and so on is another one; so with successors."""
    cities = {each.owner: each for each in scope.live(CITIES)}
    for key in ("parent", "successor"):
        onward = {name: getattr(each, key).owner for name, each in cities.items() if getattr(each, key) is not None}
        for name in onward:
            way = _way(name, onward)
            if way[-1] == name:
                yield Finding("city-circle", cities[name], (key,), f'"{key}" leads in a circle: {" → ".join(way)}')


def _way(start: str, onward: Mapping[str, str]) -> list[str]:
    """Follow the way from a city until it ends or comes to a place a second time."""
    way = [start]
    while way[-1] in onward and onward[way[-1]] not in way[1:]:
        way.append(onward[way[-1]])
        if way[-1] == start:
            break
    return way


def same_name(scope: Scope) -> Iterator[Finding]:
    """Who is named is one: two cities of a kind in one country, or two declarations, have different names."""
    known: dict[tuple[str, str, str], list[City]] = {}
    for city in scope.live(CITIES):
        names = sorted({fold(each) for each in (city.name, *city.local_names.values(), *city.aliases)} - {""})
        alike = {name: known.setdefault((name, city.kind, city.country), []) for name in names}
        twins = [(name, each.owner) for name, others in alike.items() for each in others if _may_be(each, city)]
        if twins:
            yield Finding("same-name", city, ("name",), f"{twins[0][1]} is called {twins[0][0]!r} as well")
        for others in alike.values():
            others.append(city)
    titles: dict[str, str] = {}
    for each in scope.live(DECLARATIONS):
        for title in dict.fromkeys(fold(title) for title in (each.title, each.short_title, *each.aliases) if title):
            if titles.setdefault(title, each.owner) != each.owner:
                yield Finding("same-name", each, ("title",), f"{titles[title]} is called {title!r} as well")
                break


def _may_be(one: City, other: City) -> bool:
    """Tell whether two cities of one name cannot be told apart: they do not lie in two named parts of the country."""
    return not (one.subdivision and other.subdivision and one.subdivision != other.subdivision)
