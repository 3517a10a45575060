"""Checks of what a record needs beside its required keys, and of what it must not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.ids import nearest
from pledgekit.model.countries import COUNTRIES
from pledgekit.model.kinds import ACTIONS, CITIES, COMMITMENTS, OFFICIALS, REQUESTS
from pledgekit.model.levels import RequestAct, Wording, has_country

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.model.deeds import Evidence
    from pledgekit.model.record import Record, Source

__all__ = ["country", "extension", "number_without_text", "official", "recorded", "sources"]


def country(scope: Scope) -> Iterator[Finding]:
    """A city lies in a country of ISO 3166-1."""
    for city in scope.live(CITIES):
        if city.country and city.country not in COUNTRIES:
            close = city.country.upper() if city.country.upper() in COUNTRIES else nearest(city.country, _names())
            hint = f"; nearest: {_names().get(close, close)}" if close else ""
            yield Finding("unknown-country", city, ("country",), f"{city.country!r} is not a country code{hint}")
        elif not city.country and has_country(city.kind):
            yield Finding("missing-country", city, (), f"{city.name} has no country")


def _names() -> dict[str, str]:
    return {name: code for code, name in COUNTRIES.items()}


def official(scope: Scope) -> Iterator[Finding]:
    """An office-holder is named with a day: in office from then, or seen in office then."""
    for each in scope.live(OFFICIALS):
        if each.from_ is None and each.seen is None:
            yield Finding("undated-official", each, (), f'{each.name} has neither "from" nor "seen"')


def number_without_text(scope: Scope) -> Iterator[Finding]:
    """Only the declaration's own words have a number, or stand as its text; and who calls them so gives them."""
    for each in scope.live(COMMITMENTS):
        if each.wording != Wording.OFFICIAL:
            for key, value in (("number", each.number), ("text", each.text)):
                if value:
                    yield Finding("number-without-text", each, (key,), f'"{key}" stands with wording "{each.wording}"')
        elif not each.text:
            yield Finding("official-without-text", each, ("wording",), f'{each.ref} is "official", and has no "text"')


def extension(scope: Scope) -> Iterator[Finding]:
    """More time was given until a day."""
    for each in scope.live(REQUESTS):
        if each.act == RequestAct.EXTENDED and each.due is None:
            yield Finding("missing-key", each, (), '"due" is missing: more time, until when?', "Add due = ….")


def sources(scope: Scope) -> Iterator[Finding]:
    """A source or a piece of evidence can be found: it has a title or an address."""
    for records in scope.tables.values():
        for record in records:
            if record.sources:
                yield from _empty(record, record.sources, "sources")
    for action in scope.live(ACTIONS):
        yield from _empty(action, action.evidence, "evidence")
    for city in scope.live(CITIES):
        if city.population is not None:
            yield from _empty(city, city.population.sources, "population", "sources")
        if city.location is not None:
            yield from _empty(city, city.location.sources, "location", "sources")


def _empty(record: Record, given: Iterable[Source | Evidence], *path: str) -> Iterator[Finding]:
    """Find what has neither title nor address."""
    for number, each in enumerate(given):
        if not each.title and not each.url:
            yield Finding("empty-source", record, (*path, number), "there is neither a title nor an address")


def recorded(scope: Scope) -> Iterator[Finding]:
    """A record says since when we know it."""
    for records in scope.tables.values():
        for record in records:
            if record.recorded is None and record.owner not in scope.unnamed:
                yield Finding("no-recorded", record, (), _since(record))


def _since(record: Record) -> str:
    return f"{record.ref} does not say since when we know it"
