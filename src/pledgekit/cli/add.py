"""`add`: put a record of any kind on record, key by key."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import kinds, owners
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", autocompletion=kinds, help="official, event, commitment, …", show_default=False),
    ],
    owner: Annotated[
        str, typer.Argument(metavar="OWNER", autocompletion=owners, help="The city or declaration.", show_default=False)
    ],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="The record's keys.", show_default=False)
    ] = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record anything else: an official, contact, profile, event, finding, step, selection, commitment or round."""
    from pledgekit.cli.kinds import kind_meant
    from pledgekit.cli.values import read_values, resolved
    from pledgekit.model.kinds import BOTH
    from pledgekit.naming import find_owner
    from pledgekit.recording import draft

    session: Session = ctx.obj
    found = kind_meant(kind)
    given = read_values(found, values or ())
    loaded = session.load()
    home = "" if found.home == BOTH else found.home
    name = find_owner(loaded.register, owner, home)
    options = {"visibility": visibility, "remark": remark, "note": note, "sources": sources_of(source)}
    given = resolved(loaded.register, found, given) | {key: value for key, value in options.items() if value}
    made = draft(loaded.register, found, name, given, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
