"""`leave`: put on record that a city no longer endorses a declaration."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, CityName, DeclarationName, DryRun, Note, Remark, Sources, Visible, When
from pledgekit.model.levels import Act

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    declaration: DeclarationName,
    date: When = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it ended.")] = "",
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a city no longer endorses a declaration."""
    from pledgekit.model.kinds import CITY, DECLARATION, ENDORSEMENTS
    from pledgekit.naming import find_owner
    from pledgekit.recording import draft

    session: Session = ctx.obj
    loaded = session.load_for(city)
    owner = find_owner(loaded.register, city, CITY)
    values = {
        "declaration": find_owner(loaded.register, declaration, DECLARATION),
        "act": Act.ENDED,
        "date": date,
        "reason": reason,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(loaded.register, ENDORSEMENTS, owner, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
