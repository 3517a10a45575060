"""What the commands of a round share: the declarations and the period that are meant, and how they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from pledgekit.cli.completion import declarations
from pledgekit.cli.console import obtain, talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.cli.context import Session
    from pledgekit.dates import Period
    from pledgekit.register import Register
    from pledgekit.rounds.languages import Chosen
    from pledgekit.words import Words

__all__ = ["Declarations", "cities_meant", "declarations_meant", "period_meant", "tell_of"]

Declarations = Annotated[
    list[str] | None,
    typer.Option(
        "--declaration",
        metavar="ID",
        autocompletion=declarations,
        help="Which declaration; may be repeated, or left out when there is one.",
    ),
]


def declarations_meant(session: Session, register: Register, names: Iterable[str] | None) -> tuple[str, ...]:
    """Give the declarations named, each once, in their order; or the only one."""
    return tuple(dict.fromkeys(session.declaration(register, each) for each in names or [""]))


def period_meant(register: Register, declaration: str, given: Period | None) -> Period:
    """Give the period: as given, else that of the declaration's newest round, else as answered."""
    from pledgekit.cli.answering import period_of
    from pledgekit.dates import Period

    (label,) = obtain(period_of(register, declaration, given))
    return Period.parse(label)


def cities_meant(session: Session, register: Register, names: Iterable[str] | None) -> tuple[str, ...]:
    """Give the cities named, each once; raises NotFound, with the nearest, for one that is not there."""
    from pledgekit.ids import Ref
    from pledgekit.model.kinds import CITY
    from pledgekit.naming import find_owner

    found: dict[str, Any] = dict.fromkeys(find_owner(register, each, CITY) for each in names or ())
    for each in found:
        session.insist_known(register, Ref(each))
    return tuple(found)


class Drafted(Protocol):
    """A mail drafted for a city."""

    @property
    def city(self) -> str:
        """Its id."""
        ...

    @property
    def addressed(self) -> bool:
        """Whether an address is on record."""
        ...

    @property
    def language(self) -> Chosen:
        """In which language it is, and why."""
        ...


def tell_of(words: Words, made: Iterable[Drafted]) -> None:
    """Say whom nobody can write to, and who is written to in English for want of a reviewed catalogue."""
    every = list(made)
    lacking = [each.city for each in every if not each.addressed]
    if lacking:
        talk(words.say("asking.no-address", cities=words.listed(lacking)))
    told: dict[tuple[str, str], list[str]] = {}
    for each in every:
        if each.language.note:
            told.setdefault((each.language.note, each.language.wanted), []).append(each.city)
    for (note, wanted), those in sorted(told.items()):
        talk(words.say(f"asking.{note}", lang=wanted, cities=words.listed(those)))
