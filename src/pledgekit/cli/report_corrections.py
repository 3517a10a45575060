"""`report corrections`: what was public once and is corrected or taken back since."""

from __future__ import annotations

import typer

from pledgekit.cli.context import Session
from pledgekit.cli.options import DeclarationOption
from pledgekit.cli.report_making import Wanted, make
from pledgekit.cli.report_options import Despite, Format, Lang, Out, SinceOption

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    declaration: DeclarationOption = "",
    since: SinceOption = None,
    format: Format = "",
    out: Out = None,
    lang: Lang = "en",
    despite_problems: Despite = False,
) -> None:
    """List what is corrected or taken back: which record, on which day, for what kind of reason."""
    session: Session = ctx.obj
    wanted = Wanted(None, format, out, lang, despite_problems, since=since)
    make(
        session,
        "corrections",
        lambda register: session.declaration(register, declaration) if declaration else "",
        wanted,
    )
