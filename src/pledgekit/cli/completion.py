"""What the shell offers when TAB is pressed: names of the register at hand, and the words of scales.

Of cities only `city.toml` is read; where it is missing or broken the id stands alone. What is offered is only a hint:
commands read the register themselves. Whatever fails offers nothing, since nobody wants to read errors at a prompt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pledgekit.model.record import Record

__all__ = ["cities", "codes", "commitments", "declarations", "figures", "kinds", "owners", "refs", "scale", "typed"]


class _Word(str):
    """What is offered for another name of the same thing: typer drops words that do not begin as was typed."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Say so: it was compared by name before."""
        return True


Offers = list[tuple[str, str]]  # a word to go on with, and what is said of it where the shell has room for that
Known = tuple[str, str, "Iterable[str]"]  # what is offered, what is said of it, by what names it may be asked for

_OWN_FILE = "city.toml"
_OF_CLAUSES = "commitment."


def typed(environment: Mapping[str, str]) -> list[str] | None:
    """Give the whole words after the program's name when a shell asks what could follow; nothing when none does."""
    if "_PLEDGEKIT_COMPLETE" not in environment:
        return None
    if "COMP_WORDS" in environment:  # bash says which word the cursor is in
        return environment["COMP_WORDS"].split()[1 : int(environment.get("COMP_CWORD", "1"))]
    line = environment.get("_TYPER_COMPLETE_ARGS", "")
    return line.split()[1 : None if line.endswith(" ") else -1]


def cities(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer cities by id; what was typed may be any name of theirs, without accents."""
    from pledgekit.model.kinds import CITY

    return _fitting(incomplete, _owners(ctx, CITY, incomplete))


def declarations(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer declarations by id; what was typed may be a title."""
    from pledgekit.model.kinds import DECLARATION

    return _fitting(incomplete, _owners(ctx, DECLARATION, incomplete))


def owners(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer cities and declarations."""
    from pledgekit.model.kinds import CITY, DECLARATION

    return _fitting(incomplete, [*_owners(ctx, DECLARATION, incomplete), *_owners(ctx, CITY, incomplete)])


def commitments(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer commitments by ref; what was typed may be a title, a number or the id alone."""
    from pledgekit.model.kinds import COMMITMENTS, DECLARATION, kind_of

    found: list[Known] = []
    for records in _read(ctx, DECLARATION).values():
        for each in records:
            if kind_of(each) is COMMITMENTS:
                names = [getattr(each, key) for key in ("title", "id", "number")]
                found.append((f"{each.ref}", names[0], names))
    return _fitting(incomplete, found)


def refs(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer cities and declarations, and once one is named the records it holds: only its own files are read."""
    owner, slash, _ = incomplete.partition("/")
    if not slash:
        return owners(ctx, incomplete)
    return _fitting(incomplete, [(f"{each}", about, ()) for each, about in _held_by(ctx, owner).items()])


def figures(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer the ids of figures; those of a commitment once one is named."""
    from pledgekit.reports.explain import RULES

    clause, slash, _ = incomplete.rpartition("/")
    of_all = [rule for rule in RULES if not rule.startswith(_OF_CLAUSES)]
    offered = [(each, "", ()) for each in of_all]
    if not slash or any(each.startswith(incomplete) for each in of_all):
        return _fitting(incomplete, offered)
    of_one = [rule.removeprefix(_OF_CLAUSES) for rule in RULES if rule.startswith(_OF_CLAUSES)]
    named = [ref for ref, _ in commitments(ctx, clause)]
    return _fitting(incomplete, [(f"{ref}/{rule}", "", ()) for ref in named for rule in of_one])


def codes(incomplete: str) -> Offers:
    """Offer the codes of problems, each with its meaning."""
    from pledgekit.model.problem import CODES

    return _fitting(incomplete, [(code, each.meaning, ()) for code, each in CODES.items()])


def kinds(incomplete: str) -> Offers:
    """Offer the kinds of records in the plural."""
    from pledgekit.model.kinds import KINDS

    return _fitting(incomplete, [(each.plural, "", [each.singular]) for each in KINDS.values()])


def scale(name: str) -> Callable[[str], Offers]:
    """Give what offers the words of one scale, each with its meaning."""

    def words(incomplete: str) -> Offers:
        from pledgekit.model.scales import SCALES

        return _fitting(incomplete, [(each.word, each.meaning, ()) for each in SCALES[name].levels])

    return words


def _fitting(incomplete: str, known: Iterable[Known]) -> Offers:
    """Give what begins as was typed; when nothing does, what has a name of which a word begins so."""
    from pledgekit.ids import fold

    every = list(known)
    found = [(value, about) for value, about, _ in every if value.startswith(incomplete)]
    if found:
        return found
    start = f" {fold(incomplete)}"
    return [(_Word(value), about) for value, about, names in every if any(start in f" {fold(name)}" for name in names)]


def _owners(ctx: typer.Context, home: str, incomplete: str) -> Iterator[Known]:
    """Yield each owner of a home with its foremost name and all its names; if ids begin as was typed, those alone."""
    from pledgekit.naming import names_of
    from pledgekit.register import Register

    meant = _read(ctx, home, lambda owner: owner.startswith(incomplete))
    for owner, records in (meant or _read(ctx, home)).items():
        own = next((each for each in records if not each.ref.id), None)
        name = (
            ""
            if own is None
            else getattr(own, "name", "") or getattr(own, "short_title", "") or getattr(own, "title", "")
        )
        yield owner, name, names_of(Register.of(records), owner)


def _held_by(ctx: typer.Context, owner: str) -> dict[str, str]:
    """Give the refs of one owner's records, each with its title or name."""
    from pledgekit.model.kinds import CITY, DECLARATION

    found = [each for home in (CITY, DECLARATION) for each in _read(ctx, home, owner.__eq__, whole=True).get(owner, ())]
    return {str(each.ref): getattr(each, "title", "") or getattr(each, "name", "") for each in found if each.ref.id}


def _read(
    ctx: typer.Context, home: str, wanted: Callable[[str], bool] = bool, *, whole: bool = False
) -> dict[str, list[Record]]:
    """Give each owner that is wanted with the records of its own file.

    All its records come with it where the whole is wanted, and of declarations, which are few.
    """
    from pledgekit import disk
    from pledgekit.cli.context import Session
    from pledgekit.codec.read import parse
    from pledgekit.errors import PledgekitError
    from pledgekit.model.kinds import CITY
    from pledgekit.store import read_file

    held: dict[str, list[Record]] = {}
    try:
        root = Session(root=ctx.find_root().params.get("root") or "").root
        for each in disk.walk(root, [home]):
            _, owner, *rest = [*each.path.split("/"), ""]
            if each.kind == "data" and rest[:-1] and wanted(owner):
                records = held.setdefault(owner, [])
                if whole or home != CITY or rest == [_OWN_FILE, ""]:
                    records += parse(read_file(root, each.path), file=each.path, owner=owner, home=home).records
    except PledgekitError:
        pass
    return held
