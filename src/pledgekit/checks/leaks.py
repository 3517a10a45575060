"""Checks of what public texts give away: a contact's name or address, and words that were meant for staff.

What is public is asked of the one door. A message names the record and what it holds, and never repeats the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.ids import fold
from pledgekit.model.kinds import CONTACTS, NOTES, OFFICIALS
from pledgekit.model.record import Part, field_names, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pledgekit.checks.scope import KeyPath, Scope

__all__ = ["contacts", "internal_words"]

_NUMBER: Final = re.compile(r"\+?\d[\d\s()/.-]{6,}\d")
_DIGITS: Final = 8  # the end of a telephone number, however its country is written
_LENGTH: Final = 20  # of words that two texts do not share by chance
_GETTERS: Final[dict[type[Part], Callable[[object], tuple[object, ...]]]] = {}  # of all fields of a class at once
_NAMES: Final[dict[type[Part], tuple[str, ...]]] = {}  # of each class; asked for once
_NO_WORDS: Final = frozenset({"id", "visibility", "recorded", "lang"})
_PHRASES: Final = re.compile(
    r"\b(?:not for publication|do not (?:publish|share)|internal use only|for internal use|off the record"
    r"|told in confidence|strictly confidential)\b"
)


def contacts(scope: Scope) -> Iterator[Finding]:
    """Whom to call at a city stands in no public text of it."""
    held: dict[str, list[tuple[str, str, str]]] = {}
    officials = {(each.owner, fold(each.name)) for each in scope.live(OFFICIALS)}
    for each in scope.live(CONTACTS):
        name = fold(each.name)
        named = name if " " in name and (each.owner, name) not in officials else ""
        digits = re.sub(r"\D", "", each.phone)[-_DIGITS:]
        for key, sought in (("name", named), ("email", each.email.strip().casefold()), ("phone", digits)):
            if sought and (key != "phone" or len(sought) == _DIGITS):
                held.setdefault(each.owner, []).append((f"{each.ref}", key, sought))
    for record in scope.public if held else ():
        for path, text in _texts(record, ()) if record.owner in held else ():
            for contact, key, sought in held[record.owner]:
                if _holds(text, key, sought):
                    message = f'the "{key}" of {contact} stands in a public text'
                    yield Finding("contact-in-public", record, path, message)


def internal_words(scope: Scope) -> Iterator[Finding]:
    """What was written for staff stands in no public text."""
    kept = _for_staff(scope)
    for record in scope.public:
        notes = kept.get(record.owner, ())
        if not notes and not _confidential("\n".join(_strings(record, []))):
            continue  # nearly every record; which text it is need not be found out
        for path, text in _texts(record, ()):
            if _confidential(text):
                yield Finding("internal-words", record, path, "a public text says that it is not for the public")
            said = fold(text) if len(text) >= _LENGTH else ""
            for where, words in notes:
                if len(words) >= _LENGTH and words in said:
                    yield Finding("internal-words", record, path, f"the words of {where} stand in a public text")


def _for_staff(scope: Scope) -> dict[str, list[tuple[str, str]]]:
    """Give what was written for staff about each owner: where it stands, and its words."""
    kept: dict[str, list[tuple[str, str]]] = {}
    for records in scope.tables.values():
        for record in records:
            if record.note:
                kept.setdefault(record.owner, []).append((f"the note of {record.ref}", fold(record.note)))
    for note in scope.live(NOTES):
        kept.setdefault(note.owner, []).append((f"{note.ref}", fold(note.text)))
    return kept


def _holds(text: str, key: str, sought: str) -> bool:
    if key == "name":
        return f" {sought} " in f" {fold(text)} "
    if key == "email":
        return sought in text.casefold()
    return any(re.sub(r"\D", "", each).endswith(sought) for each in _NUMBER.findall(text))


def _confidential(text: str) -> bool:
    return _PHRASES.search(" ".join(text.casefold().split())) is not None


def _strings(value: object, found: list[str]) -> list[str]:
    """Collect the strings of a record, without the way to each: many times faster, and most records hold nothing."""
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, Part):
        cls = type(value)
        if cls not in _GETTERS:
            _GETTERS[cls] = attrgetter(*field_names(cls))
        for each in _GETTERS[cls](value):
            if each:
                _strings(each, found)
    elif isinstance(value, Mapping):
        for each in value.values():
            _strings(each, found)
    elif type(value) is tuple:
        for each in value:
            _strings(each, found)
    return found


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        if path[0] not in _NO_WORDS:
            yield path, value
        return
    for step, each in _inside(value):
        if each:
            yield from _texts(each, (*path, step))


def _inside(value: object) -> Iterable[tuple[str | int, object]]:
    """Give what a part, a mapping or a list holds, with its key or number."""
    if isinstance(value, Part):
        cls = type(value)
        if cls not in _NAMES:
            _NAMES[cls] = field_names(cls)
        return ((key_of(name), getattr(value, name)) for name in _NAMES[cls])
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if type(value) is tuple else ()  # dates, periods and refs are tuples with names
