"""`match`: what cities like one did under commitments for which it has nothing on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from pledgekit.cli.console import data, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import CityName, Json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.model.declaration import Commitment
    from pledgekit.reports.matching import Practice
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["command"]


def command(ctx: typer.Context, *, city: CityName, json: Json = False) -> None:
    """Show practices of cities like one, for the commitments under which it has nothing on record."""
    from pledgekit.errors import NotFound
    from pledgekit.ids import Ref
    from pledgekit.model.kinds import CITY, COMMITMENTS
    from pledgekit.naming import find_owner
    from pledgekit.reports.matching import gaps, match

    session: Session = ctx.obj
    loaded = session.load()
    name = find_owner(loaded.register, city, CITY)
    view = session.view(loaded.register, city=name)
    session.warn_of_errors(loaded)
    if view.city(name) is None:
        session.insist_known(loaded.register, Ref(name))
        words = session.words()
        raise NotFound(words.say("cli.not-seen", ref=name), remedy=words.say("cli.not-seen-remedy"))
    clauses = [each for ref in gaps(view, name) if (each := view.get(COMMITMENTS, ref)) is not None]
    practices = match(view, name)
    if json:
        data(_json(view, name, clauses, practices))
    else:
        lines = _lines(view, name, clauses, practices, session.words())
        data(visible_lines("".join(f"{line}\n" for line in lines)))


def _json(view: View, city: str, clauses: Sequence[Commitment], practices: Sequence[Practice]) -> str:
    from pledgekit.model.kinds import ACTIONS
    from pledgekit.render.json import encode, record_item

    def item(each: Practice) -> dict[str, object]:
        action = view.get(ACTIONS, each.action)
        return {"city": each.city, "alike": [way.value for way in each.alike], "action": action and record_item(action)}

    return encode(
        {
            "format": "pledgekit/match",
            "format_version": 1,
            "city": city,
            "as_of": view.lens.as_of.isoformat(),
            "known_on": view.lens.known_on.isoformat() if view.lens.known_on else None,
            "audience": view.lens.audience.value,
            "commitments": [
                {
                    "ref": str(clause.ref),
                    "title": clause.title,
                    "practices": [item(each) for each in practices if clause.ref in each.commitments],
                }
                for clause in clauses
            ],
        }
    ).decode()


def _lines(
    view: View, city: str, clauses: Sequence[Commitment], practices: Sequence[Practice], words: Words
) -> Iterator[str]:
    """Put the practices into lines, commitment by commitment, by the cities' names."""
    from pledgekit.figures import scope_of
    from pledgekit.model.kinds import ACTIONS, CITIES
    from pledgekit.render.text import in_line
    from pledgekit.reports.matching import considered, in_force
    from pledgekit.reports.telling import Telling

    telling = Telling(words, {each.owner: each for each in view.all(CITIES)})
    name = telling.name(city)
    if not in_force(view).get(city):
        yield words.say("match.not-endorsing", city=name)
    if not any(scope_of(view, each, None).commitments for each in considered(view, city)):
        yield words.say("match.no-commitment", city=name)
        return
    message = "match.title" if practices or not clauses else "match.title-none"
    yield words.count(message, len(clauses), city=name)
    if clauses:
        yield words.say("match.no-entry")
    for clause in clauses:
        yield ""
        yield words.say("match.commitment", title=in_line(telling.text(clause, "title")), ref=str(clause.ref))
        here = [each for each in practices if clause.ref in each.commitments]
        for each, action in ((each, view.get(ACTIONS, each.action)) for each in here):
            ways = words.listed(words.say(f"match.alike.{way.value}") for way in each.alike)
            said = words.say(
                "match.practice",
                place=in_line(telling.place(each.city)),
                title=in_line(telling.text(action, "title")) if action else "",
                dates=telling.dates(action) if action else "",
                ref=str(each.action),
                alike=words.say("match.alike", ways=ways),
            )
            yield f"  {said}"
        if not here:
            yield f"  {words.say('match.none')}"
