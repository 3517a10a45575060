"""`report spotlight`: the portrait of a city."""

from __future__ import annotations

import typer

from pledgekit.cli.context import Session
from pledgekit.cli.options import CityName
from pledgekit.cli.report_making import Wanted, make
from pledgekit.cli.report_options import Despite, Format, Lang, Out, PeriodOption

__all__ = ["command"]


def command(
    ctx: typer.Context,
    city: CityName,
    *,
    period: PeriodOption = None,
    format: Format = "",
    out: Out = None,
    lang: Lang = "en",
    despite_problems: Despite = False,
) -> None:
    """Make the portrait of a city."""
    from pledgekit.model.kinds import CITY
    from pledgekit.naming import find_owner

    session: Session = ctx.obj
    wanted = Wanted(period, format, out, lang, despite_problems)
    make(session, "spotlight", lambda register: find_owner(register, city, CITY), wanted)
