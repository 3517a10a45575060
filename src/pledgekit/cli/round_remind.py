"""`round remind`: drafts of mails to the cities whose answer is open, and a list for mail merges. Nothing is sent."""

from __future__ import annotations

import datetime
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit import disk
from pledgekit.cli.console import Want, data, obtain, talk, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import PeriodOf
from pledgekit.cli.outputs import home_of, publish_all
from pledgekit.cli.report_options import Despite
from pledgekit.cli.round_options import Declarations, declarations_meant, tell_of
from pledgekit.cli.round_status import followed_by_staff
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.rounds.following import Following
    from pledgekit.words import Words

__all__ = ["command"]

_MARK = "-reminder.eml"


def command(
    ctx: typer.Context,
    *,
    declaration: Declarations = None,
    period: PeriodOf = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write into; it is made.")
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="TAG", help="The language (default: each city's first, else English).")
    ] = "",
    allow_draft: Annotated[
        bool, typer.Option("--allow-draft", help="Use a language that nobody has reviewed yet.")
    ] = False,
    despite_problems: Despite = False,
) -> None:
    """Make drafts of reminders for the cities whose answer is open, and a list of them. Nothing is sent."""
    from pledgekit.exports.tables import to_csv
    from pledgekit.ids import slug
    from pledgekit.rounds.following import follow_all, one_period
    from pledgekit.rounds.languages import insist_known
    from pledgekit.rounds.reminding import merge_list, open_of, reminded
    from pledgekit.rounds.whom import asked
    from pledgekit.view import Lens, look

    session: Session = ctx.obj
    words = session.words()
    followed_by_staff(session)
    insist_known(lang)
    (folder,) = obtain(Want("--out", out, read=Path))
    home_of(session, folder)
    loaded = session.load()
    register = loaded.register
    names = declarations_meant(session, register, declaration)
    if not despite_problems:
        session.refuse_errors(loaded)
    lens = Lens(as_of=session.as_of, known_on=session.known_on, audience=Audience.INTERNAL)
    found = follow_all(look(register, lens), names, period)
    meant = one_period(found)
    waiting = open_of(found)
    make = partial(
        reminded,
        period=meant,
        issued=datetime.datetime.combine(session.as_of, datetime.time(), datetime.UTC),
        lang=lang,
        allow_draft=allow_draft,
        despite_problems=despite_problems,
    )
    each_asked = asked(register, names, meant, as_of=session.as_of, known_on=session.known_on)
    those = [each for each in each_asked if each.city in waiting]
    with typer.progressbar(those, file=sys.stderr, hidden=not sys.stderr.isatty()) as going:
        made = [make(each, waiting[each.city]) for each in going]
    _tell_passed_over(words, found)
    talk(words.count("following.drafts", len(made)))
    if not made:
        return
    files = {each.name: each.mail for each in made}
    files[f"reminders-{slug(meant.label)}.csv"] = to_csv(merge_list(made))
    publish_all(session, folder, files)
    tell_of(words, made)
    _tell_older(words, folder, files)
    options = " ".join(words.say("asking.option", id=each) for each in names)
    talk(words.say("following.next", declarations=options, period=meant.label))
    data("".join(f"{folder / name}\n" for name in files))


def _tell_passed_over(words: Words, found: Iterable[Following]) -> None:
    """Say who did not answer and is not reminded either, and why."""
    from pledgekit.rounds.following import Place

    for place in (Place.UNDELIVERED, Place.UNRECORDED, Place.NOT_ASKED):
        cities = dict.fromkeys(one.city.name for each in found for one in each.at(place))
        if cities:
            talk(words.say(f"following.passed.{place}", cities=words.listed(cities)))


def _tell_older(words: Words, folder: Path, files: Iterable[str]) -> None:
    """Warn of drafts that lie there from another day: whoever answered since must not get one."""
    older = sorted(name for name in disk.files_in(folder) if name.endswith(_MARK) and name not in set(files))
    if older:
        warn(words.say("following.older", files=", ".join(older)))
