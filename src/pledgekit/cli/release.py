"""`release`: open a record to more people, or close it; the most common correction."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import refs, scale
from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish
from pledgekit.cli.options import By, DryRun, Note, word

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    ref: Annotated[
        str, typer.Argument(metavar="REF", autocompletion=refs, help="The record or owner.", show_default=False)
    ],
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            parser=word("visibility"),
            autocompletion=scale("visibility"),
            metavar="LEVEL",
            help="public, network or internal.",
        ),
    ] = None,
    recorded_by: By = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """Change who may see a record."""
    from pledgekit.errors import UsageError
    from pledgekit.model.kinds import CONTACTS, kind_of
    from pledgekit.naming import find_ref
    from pledgekit.recording import correct, visibility_of

    session: Session = ctx.obj
    loaded = session.load()
    target = find_ref(loaded.register, ref)
    (level,) = obtain(Want("--to", to, "visibility"))
    for live in loaded.register.revisions(target)[-1:]:
        now = visibility_of(loaded.register, kind_of(live), live)
        if kind_of(live) is CONTACTS:
            raise UsageError(f"{target} is a contact: contacts are internal, always")
        if now == level:
            raise UsageError(f"{target} is {level} already")
    changes: dict[str, object] = {"visibility": level}
    if note:
        changes["note"] = note
    made = correct(loaded.register, target, changes, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
