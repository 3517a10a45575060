"""Checks of what facts rest on: a public action shows evidence, addresses lead somewhere, "corroborated" has two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, CITIES, CONTACTS
from pledgekit.model.levels import EvidenceLevel, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import KeyPath, Scope
    from pledgekit.model.record import Record, Source

__all__ = ["addresses", "is_page", "missing", "one_source"]

_ADDRESS: Final = re.compile(r"https?://[^\s/?#@:\[\]]+\.[^\s/?#@:.\[\]]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+")
_SEVERAL: Final = (EvidenceLevel.CORROBORATED, EvidenceLevel.EXTERNALLY_VERIFIED)


def missing(scope: Scope) -> Iterator[Finding]:
    """What is said of a city in public can be looked up."""
    for each in scope.live(ACTIONS):
        if each.visibility is Visibility.PUBLIC and not each.evidence and not each.sources:
            if each.owner in scope.unnamed:
                continue  # it would lead to the city
            yield Finding("missing-evidence", each, (), f"{each.ref} is public, without evidence or source")


def one_source(scope: Scope) -> Iterator[Finding]:
    """What is called corroborated rests on more than one source."""
    for each in scope.live(ASSESSMENTS):
        if each.evidence_level in _SEVERAL and len(each.sources) == 1:
            message = f'"{each.evidence_level}", and one source is named'
            yield Finding("one-source", each, ("evidence_level",), message)


def addresses(scope: Scope) -> Iterator[Finding]:
    """An address is one: of a page, beginning with https:// or http://, or of a mailbox."""
    for records in scope.tables.values():
        for record in records:
            if record.sources:
                yield from _sources(record, record.sources, "sources")
    for city in scope.live(CITIES):
        for key in ("population", "location"):
            held = getattr(city, key)
            yield from _sources(city, held.sources if held is not None else (), key, "sources")
    for action in scope.live(ACTIONS):
        for number, shown in enumerate(action.evidence):
            yield from _page(action, shown.url, ("evidence", number, "url"))
            yield from _page(action, shown.archive, ("evidence", number, "archive"))
    for contact in scope.live(CONTACTS):
        if contact.email and not _MAIL.fullmatch(contact.email):
            yield Finding("bad-address", contact, ("email",), "this is not an e-mail address")


def _sources(record: Record, sources: tuple[Source, ...], *path: str) -> Iterator[Finding]:
    for number, source in enumerate(sources):
        yield from _page(record, source.url, (*path, number, "url"))


def is_page(url: str) -> bool:
    """Tell whether this is the address of a page."""
    return _ADDRESS.fullmatch(url) is not None


def _page(record: Record, url: str, path: KeyPath) -> Iterator[Finding]:
    if url and not is_page(url):
        yield Finding("bad-address", record, path, f"{url!r} is not the address of a page")
