"""`round ask`: a workbook and a draft of a mail for every city that a round asks. Nothing is sent."""

from __future__ import annotations

import datetime
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.completion import cities
from pledgekit.cli.console import Want, data, obtain, talk
from pledgekit.cli.context import Session
from pledgekit.cli.options import PeriodOf
from pledgekit.cli.outputs import home_of, publish_all
from pledgekit.cli.report_options import Despite
from pledgekit.cli.round_options import Declarations, cities_meant, declarations_meant, period_meant, tell_of
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    declaration: Declarations = None,
    period: PeriodOf = None,
    city: Annotated[
        list[str] | None,
        typer.Option(
            "--city",
            metavar="CITY",
            autocompletion=cities,
            help="This city alone; may be repeated (default: all that are due to report).",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write into; it is made.")
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="TAG", help="The language (default: each city's first, else English).")
    ] = "",
    allow_draft: Annotated[
        bool, typer.Option("--allow-draft", help="Use a language that nobody has reviewed yet.")
    ] = False,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="html|md|txt",
            help="Also write this, for going round in a city's house; may be repeated.",
        ),
    ] = None,
    despite_problems: Despite = False,
) -> None:
    """Make what each city is sent: a workbook to fill in, and a draft of the mail with it. Nothing is sent."""
    from pledgekit.reports.contacts import contacts_of
    from pledgekit.rounds.asking import parcel
    from pledgekit.rounds.languages import insist_known
    from pledgekit.rounds.whom import asked
    from pledgekit.view import Lens, look

    session: Session = ctx.obj
    words = session.words()
    if session.audience not in (None, Audience.CITY):
        raise UsageError("a form shows each city its own", remedy="leave out --audience")
    insist_known(lang)
    formats = _formats(format or ())
    (folder,) = obtain(Want("--out", out, read=Path))
    home_of(session, folder)
    loaded = session.load()
    register = loaded.register
    names = declarations_meant(session, register, declaration)
    meant = period_meant(register, names[0], period)
    chosen = cities_meant(session, register, city)
    if not despite_problems:
        session.refuse_errors(loaded)
    found = list(asked(register, names, meant, as_of=session.as_of, known_on=session.known_on, cities=chosen))
    if not found:
        talk(words.say("asking.nobody"))
        return
    staff = look(register, Lens(as_of=session.as_of, known_on=session.known_on, audience=Audience.INTERNAL))
    issued = datetime.datetime.combine(session.as_of, datetime.time(), datetime.UTC)
    make = partial(
        parcel,
        period=meant,
        issued=issued,
        lang=lang,
        allow_draft=allow_draft,
        formats=formats,
        despite_problems=despite_problems,
    )
    with typer.progressbar(found, file=sys.stderr, hidden=not sys.stderr.isatty()) as going:
        made = [make(each, contact=contacts_of(staff, each.city).focal_point) for each in going]
    files = {name: content for each in made for name, content in each.files.items()}
    publish_all(session, folder, files)
    talk(words.count("asking.made", len(made)))
    tell_of(words, made)
    options = " ".join(words.say("asking.option", id=each) for each in names)
    talk(words.say("asking.next", period=meant.label, declarations=options))
    data("".join(f"{folder / name}\n" for name in files))


def _formats(given: Sequence[str]) -> tuple[str, ...]:
    """Give the formats asked for besides the workbook, which is always made; raises UsageError for an unknown one."""
    from pledgekit.render import FORMATS

    for each in given:
        if each not in FORMATS:
            raise UsageError(f"no format {each!r}", remedy=f"give --format, one of {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(given))
