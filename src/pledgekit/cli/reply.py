"""`reply`: a city's right of reply to an assessment."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import refs
from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, CityName, DryRun, Note, Remark, Sources, Visible, When

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    assessment: Annotated[
        str,
        typer.Argument(
            metavar="ASSESSMENT", autocompletion=refs, help="The assessment: its id or ref.", show_default=False
        ),
    ],
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="What the city says to it.")] = "",
    date: When = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record what a city replies to an assessment; dated today unless --date says else."""
    from pledgekit.errors import UsageError
    from pledgekit.model.kinds import ASSESSMENTS, CITY, REPLIES
    from pledgekit.naming import find_owner, find_ref
    from pledgekit.recording import draft

    session: Session = ctx.obj
    loaded = session.load_for(city)
    register = loaded.register
    owner = find_owner(register, city, CITY)
    target = find_ref(register, assessment if "/" in assessment else f"{owner}/{assessment}", ASSESSMENTS)
    if target.owner != owner:
        raise UsageError(f"{target} is an assessment of {target.owner}, not of {owner}")
    (said,) = obtain(Want("--text", text))
    values = {
        "assessment": str(target),
        "text": said,
        "date": date or session.as_of,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(register, REPLIES, owner, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
