"""`round sent`: put on record that cities were asked or reminded, could not be reached, answered, or declined."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from pledgekit.cli.completion import cities
from pledgekit.cli.console import Want, can_ask, confirm, obtain, talk
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish_all
from pledgekit.cli.options import By, DryRun, Note, PeriodOf, day, word
from pledgekit.cli.round_options import Declarations, cities_meant, declarations_meant, period_meant
from pledgekit.errors import Unchanged, UsageError

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CITY…]",
            help="Which cities (default: all that are due to report; of reminded: all whose answer is open).",
            show_default=False,
            autocompletion=cities,
        ),
    ] = None,
    declaration: Declarations = None,
    period: PeriodOf = None,
    act: Annotated[
        str | None,
        typer.Option(
            "--act",
            parser=word("request-act"),
            metavar="WORD",
            help="What happened: asked, reminded, undelivered, answered, declined.",
        ),
    ] = None,
    date: Annotated[
        datetime.date | None, typer.Option("--date", parser=day, metavar="DATE", help="On which day (default: today).")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="TAG", help="In which language.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before all cities are put on record.")] = False,
    recorded_by: By = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """Put steps of a round on record, one file a city; not twice for one day."""
    from pledgekit.model.levels import Audience, RequestAct
    from pledgekit.rounds.sending import TO_ALL, reminded, sent
    from pledgekit.rounds.whom import Around, asked

    session: Session = ctx.obj
    words = session.words()
    loaded = session.load()
    register = loaded.register
    names = declarations_meant(session, register, declaration)
    meant = period_meant(register, names[0], period)
    chosen = cities_meant(session, register, city)
    (done,) = obtain(Want("--act", act, "request-act"))
    if done == RequestAct.EXTENDED:
        raise UsageError("more time is given with its day", remedy="say: pledgekit round extend CITY --due DATE")
    if not chosen and done not in TO_ALL:
        raise UsageError(f"--act {done} needs the cities of which it is true", remedy="name them")
    around = Around(register)
    on = date or session.as_of
    label = words.level("request-act", done)
    found = list(asked(register, names, meant, as_of=session.as_of, known_on=session.known_on, cities=chosen))
    if not chosen and done == RequestAct.REMINDED:
        session.audience = Audience.INTERNAL
        still = reminded(session.view(register), names, meant)
        found = [each for each in found if each.city in still]
    made = sent(
        around, found, meant, act=done, date=on, lang=lang, note=note or "", by=session.by(recorded_by), now=session.now
    )
    if made.before:
        talk(words.say("asking.before", cities=words.listed(made.before), act=label, date=f"{on}"))
    if not made.drafts:
        raise Unchanged("nothing is left to put on record", remedy="see: pledgekit status")
    if not chosen and not dry_run:
        those = [each.record.owner for each in made.drafts]
        talk(words.say("asking.list", cities=words.listed(those), act=label, date=f"{on}"))
        if not yes and not can_ask():
            raise UsageError("--yes is missing", remedy="give it to put all of these on record, or name the cities")
        if not yes and not confirm(words.count("asking.sure", len(those))):
            raise typer.Abort
    finish_all(session, loaded, made.drafts, dry_run=dry_run)
