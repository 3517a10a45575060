"""`report findings`: the yearly synthesis."""

from __future__ import annotations

import typer

from pledgekit.cli.context import Session
from pledgekit.cli.options import DeclarationOption
from pledgekit.cli.report_making import Wanted, make
from pledgekit.cli.report_options import Despite, Format, Lang, Out, PeriodOption

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    declaration: DeclarationOption = "",
    period: PeriodOption = None,
    format: Format = "",
    out: Out = None,
    lang: Lang = "en",
    despite_problems: Despite = False,
) -> None:
    """Make the yearly synthesis: numbered findings, to whom they speak, what shows them."""
    session: Session = ctx.obj
    wanted = Wanted(period, format, out, lang, despite_problems)
    make(session, "findings", lambda register: session.declaration(register, declaration), wanted)
