"""`report city`: two pages for a mayor; with --all, one for every city that endorses a declaration."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit import disk
from pledgekit.cli.completion import cities
from pledgekit.cli.console import data, talk
from pledgekit.cli.context import Session
from pledgekit.cli.outputs import home_of, publish_all
from pledgekit.cli.report_making import JSON, Wanted, ending_of, make, named, printed, register_for
from pledgekit.cli.report_options import Despite, Format, Lang, Out, PeriodOption
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.register import Register
    from pledgekit.reports.value import Paper
    from pledgekit.view import View

__all__ = ["command"]


def command(
    ctx: typer.Context,
    city: Annotated[
        str | None,
        typer.Argument(
            metavar="CITY", autocompletion=cities, help="Its id, name, alias or local name.", show_default=False
        ),
    ] = None,
    *,
    all: Annotated[  # noqa: A002 - named as its option
        bool, typer.Option("--all", help="One for every city that endorses a declaration; needs --out DIR.")
    ] = False,
    period: PeriodOption = None,
    format: Format = "",
    out: Out = None,
    lang: Lang = "en",
    despite_problems: Despite = False,
) -> None:
    """Make two pages for a mayor: what the city endorsed, what is on record, what is missing."""
    from pledgekit.model.kinds import CITY
    from pledgekit.naming import find_owner

    session: Session = ctx.obj
    wanted = Wanted(period, format, out, lang, despite_problems)
    if (city is None) is not all:
        raise UsageError("give a city, or --all with --out DIR")
    if city is not None:
        name = city
        make(
            session,
            "city",
            lambda register: find_owner(register, name, CITY),
            wanted,
            lambda paper: _sign(session, paper),
        )
        return
    if out is None:
        raise UsageError("--all needs a folder: --out DIR")
    _everyone(session, wanted._replace(out=None), _folder(session, out))


def _sign(session: Session, paper: Paper) -> None:
    """Say by which command the page that a city signs is put on record when it comes back."""
    from pledgekit.reports.city.layout_signoff import command as review_of
    from pledgekit.reports.city.value import CityReport

    if isinstance(paper, CityReport) and paper.audience is Audience.CITY and paper.sign_off:
        words = session.words()
        talk(words.say("review.page.staff", command=review_of(paper, words)))


def _folder(session: Session, out: Path) -> Path:
    """Give the folder that all are written into; raises UsageError for what looks like a file."""
    from pledgekit.render import FORMATS

    if not disk.is_folder(out) and out.suffix.removeprefix(".").lower() in (*FORMATS, JSON):
        raise UsageError(f"--all writes a file for each city, and {out} is no folder", remedy="give --out DIR")
    home_of(session, out)
    return out


def _everyone(session: Session, wanted: Wanted, folder: Path) -> None:
    """Write a report for each city that endorses a declaration, all or none; a bar shows on a terminal only."""
    from pledgekit.reports import REPORTS
    from pledgekit.reports.matching import in_force

    ending = ending_of(wanted)
    session.words(wanted.lang)
    register = register_for(session, wanted)
    audience = session.audience or Audience.PUBLIC
    common = None if audience is Audience.CITY else session.view(register, default=Audience.PUBLIC)
    whole = common or _public(session, register)
    cities = [each for each, declarations in in_force(whole).items() if declarations and whole.city(each) is not None]
    if not cities:
        talk(session.words(wanted.lang).say("cli.report-nobody"))
        return
    held = 0
    files = {}
    terminal = sys.stderr.isatty()
    with typer.progressbar(cities, file=sys.stderr, hidden=not terminal) as going:
        for each in going:
            view = common or session.view(register, city=each)
            held = max(held, sum(view.held_back.values()))
            paper = REPORTS["city"].make(view, each, wanted.period, despite_problems=wanted.despite_problems)
            files[named(each, ending, audience)] = printed(session, "city", paper, ending, wanted)
    publish_all(session, folder, files)
    if held:
        message = "cli.held-back" if common else "cli.held-back-each"
        talk(session.words().count(message, held, audience=audience.value))
    data("".join(f"{folder / name}\n" for name in files))


def _public(session: Session, register: Register) -> View:
    """Look as the public does: which cities there are is no secret of any one of them."""
    from pledgekit.view import Lens, look

    return look(register, Lens(as_of=session.as_of, known_on=session.known_on))
