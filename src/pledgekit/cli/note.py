"""`note`: a note for colleagues, dated; internal."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import owners
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, DryRun, Remark, Sources, Visible, When

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    owner: Annotated[
        str, typer.Argument(metavar="OWNER", autocompletion=owners, help="The city or declaration.", show_default=False)
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The note.", show_default=False)],
    date: When = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Note something for colleagues: "rang; answers next week". Staff only; dated today unless --date says else."""
    from pledgekit.model.kinds import NOTES
    from pledgekit.naming import find_owner
    from pledgekit.recording import draft

    session: Session = ctx.obj
    loaded = session.load()
    name = find_owner(loaded.register, owner)
    values = {
        "text": text,
        "date": date or session.as_of,
        "visibility": visibility,
        "remark": remark,
        "sources": sources_of(source),
    }
    made = draft(loaded.register, NOTES, name, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
