"""`round open`: put a new round of a declaration on record."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import scale
from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish
from pledgekit.cli.options import By, DeclarationOption, DryRun, Note, Remark, period, when, word
from pledgekit.dates import Period
from pledgekit.datewords import Spoken

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    declaration: DeclarationOption = "",
    period: Annotated[
        Period | None,
        typer.Option("--period", parser=period, metavar="PERIOD", help="The time asked about: 2024, 2024-07/2025-06."),
    ] = None,
    opens: Annotated[
        Spoken | None, typer.Option("--opens", parser=when, metavar="DATE", help="The first day of asking.")
    ] = None,
    due: Annotated[
        Spoken | None, typer.Option("--due", parser=when, metavar="DATE", help="By when answers are asked.")
    ] = None,
    eligible_if_endorsed_by: Annotated[
        Spoken | None,
        typer.Option(
            "--eligible-if-endorsed-by",
            parser=when,
            metavar="DATE",
            help="Who endorsed certainly later need not report yet.",
        ),
    ] = None,
    responses: Annotated[
        str | None,
        typer.Option(
            "--responses",
            parser=word("visibility"),
            autocompletion=scale("visibility"),
            metavar="LEVEL",
            help="Who may see who was asked and who answered (default: network).",
        ),
    ] = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """Open a round: the period a declaration is reported on, and by when."""
    from pledgekit.cli.options import period as read_period
    from pledgekit.rounds.opening import open_round

    session: Session = ctx.obj
    loaded = session.load()
    owner = session.declaration(loaded.register, declaration)
    asked, by_when = obtain(Want("--period", period, read=read_period), Want("--due", due, read=when))
    values = {
        "eligible_if_endorsed_by": eligible_if_endorsed_by,
        "responses": responses,
        "remark": remark,
        "note": note,
    }
    made = open_round(
        loaded.register,
        owner,
        asked,
        due=by_when,
        opens=opens,
        values=values,
        by=session.by(recorded_by),
        now=session.now,
    )
    finish(session, loaded, made, dry_run=dry_run)
