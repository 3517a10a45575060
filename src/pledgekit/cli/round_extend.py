"""`round extend`: put on record that a city was given more time to answer."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish
from pledgekit.cli.options import By, CityName, DryRun, Note, PeriodOf, day
from pledgekit.cli.round_options import Declarations

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    due: Annotated[
        datetime.date | None, typer.Option("--due", parser=day, metavar="DATE", help="The new day: 2025-02-28.")
    ] = None,
    declaration: Declarations = None,
    period: PeriodOf = None,
    date: Annotated[
        datetime.date | None,
        typer.Option("--date", parser=day, metavar="DATE", help="On which day that was said (default: today)."),
    ] = None,
    recorded_by: By = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """Give a city more time; without --declaration in every round in which it was asked."""
    from pledgekit.ids import Ref
    from pledgekit.model.kinds import CITY
    from pledgekit.model.levels import Audience
    from pledgekit.naming import find_owner
    from pledgekit.rounds.extending import extension
    from pledgekit.rounds.following import follow_all
    from pledgekit.view import Lens, look

    session: Session = ctx.obj
    (until,) = obtain(Want("--due", due, read=day))
    loaded = session.load()
    register = loaded.register
    owner = find_owner(register, city, CITY)
    session.insist_known(register, Ref(owner))
    names = [session.declaration(register, each) for each in dict.fromkeys(declaration or ())]
    lens = Lens(as_of=session.as_of, known_on=session.known_on, audience=Audience.INTERNAL)
    made = extension(
        register,
        owner,
        follow_all(look(register, lens), names, period),
        due=until,
        date=date or session.as_of,
        named=bool(names),
        note=note or "",
        by=session.by(recorded_by),
        now=session.now,
    )
    finish(session, loaded, made, dry_run=dry_run)
