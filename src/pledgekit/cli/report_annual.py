"""`report annual`: a declaration's implementation update."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from pledgekit.cli.console import talk
from pledgekit.cli.context import Session
from pledgekit.cli.options import DeclarationOption
from pledgekit.cli.report_making import Wanted, make
from pledgekit.cli.report_options import Despite, Format, Lang, Out, PeriodOption, SinceOption

if TYPE_CHECKING:
    from pledgekit.reports.value import Paper

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    declaration: DeclarationOption = "",
    period: PeriodOption = None,
    since: SinceOption = None,
    format: Format = "",
    out: Out = None,
    lang: Lang = "en",
    despite_problems: Despite = False,
) -> None:
    """Make a declaration's implementation update."""
    session: Session = ctx.obj

    def hint(paper: Paper) -> None:
        said = _spread(session, paper)
        if said:
            talk(said)

    wanted = Wanted(period, format, out, lang, despite_problems, since=since)
    make(session, "annual", lambda register: session.declaration(register, declaration), wanted, hint)


def _spread(session: Session, paper: Paper) -> str:
    """Say, where no examples were chosen, how all of them are spread over countries and sizes; else nothing."""
    from pledgekit.model.countries import COUNTRIES
    from pledgekit.reports.annual import AnnualReport
    from pledgekit.reports.spread import Size, spread

    found = spread(paper) if isinstance(paper, AnnualReport) else None
    if found is None:
        return ""
    words = session.words()

    def part(what: str, n: int) -> str:
        return words.say("cli.spread.part", what=what, n=n)

    named = {words.country(code, COUNTRIES.get(code, code)): n for code, n in found.countries.items() if code}
    countries = [part(name, named[name]) for name in sorted(named)]
    if found.countries[""]:
        countries.append(part(words.say("cli.spread.no-country"), found.countries[""]))
    sizes = [part(words.say(f"cli.spread.{each}"), found.sizes[each]) for each in Size if found.sizes[each]]
    return words.say("cli.spread", countries=words.listed(countries), sizes=words.listed(sizes))
