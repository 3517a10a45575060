"""`release`: open a record to more people, or close it; the most common correction."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import owners, scale
from pledgekit.cli.console import ask_word
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish
from pledgekit.cli.options import By, DryRun, Note, word

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    ref: Annotated[
        str, typer.Argument(metavar="REF", autocompletion=owners, help="The record or owner.", show_default=False)
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
    from pledgekit.naming import find_ref
    from pledgekit.recording import correct

    session: Session = ctx.obj
    loaded = session.load()
    target = find_ref(loaded.register, ref)
    changes: dict[str, object] = {"visibility": ask_word("--to", to, "visibility")}
    if note:
        changes["note"] = note
    made = correct(loaded.register, target, changes, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
