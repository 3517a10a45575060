"""`retract`: take a record back. It stays in its file; the retraction says that it no longer speaks."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import refs, scale
from pledgekit.cli.console import Want, can_ask, confirm, obtain, talk
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish
from pledgekit.cli.options import By, DryRun, Note, word

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    ref: Annotated[
        str, typer.Argument(metavar="REF", autocompletion=refs, help="The record: owner/id.", show_default=False)
    ],
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            parser=word("reason"),
            autocompletion=scale("reason"),
            metavar="WORD",
            help="Why: error, duplicate, privacy, safety, other.",
        ),
    ] = None,
    in_favour_of: Annotated[
        str, typer.Option("--in-favour-of", metavar="REF", autocompletion=refs, help="What stands in its place.")
    ] = "",
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="More words, for staff.")] = "",
    recorded_by: By = None,
    note: Note = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Take a record back: it was not so, is held twice, or must not be held."""
    from pledgekit.errors import Refused, UsageError
    from pledgekit.model.kinds import ENDORSEMENTS, RETRACTIONS, kind_of
    from pledgekit.naming import find_ref
    from pledgekit.recording import draft, retraction_of

    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    target = find_ref(register, ref)
    held = register.revisions(target)
    words = session.words()
    before = retraction_of(register, target)
    if before is not None and before.record == target:
        raise Refused(
            f"{target} is retracted already, by {before.ref}",
            remedy=f"to take that back: pledgekit retract {before.ref} --reason error",
        )
    if not target.id and not yes:
        number = len(register.holdings[target.owner].records)
        if not can_ask():
            raise UsageError(words.count("cli.retract-owner-yes", number, ref=str(target)), remedy="give --yes")
        if not confirm(words.count("cli.retract-owner", number, ref=str(target))):
            raise typer.Exit(1)
    if held and kind_of(held[-1]) is ENDORSEMENTS and not yes:
        if can_ask() and not confirm(words.say("cli.never-true", ref=str(target))):
            talk(words.say("cli.leave-instead", city=target.owner))
            raise typer.Exit(1)
        if not can_ask():
            talk(words.say("cli.leave-perhaps", city=target.owner))
    (why,) = obtain(Want("--reason", reason, "reason"))
    values = {
        "record": str(target),
        "reason": why,
        "in_favour_of": str(find_ref(register, in_favour_of)) if in_favour_of else "",
        "text": text,
        "note": note,
    }
    made = draft(register, RETRACTIONS, target.owner, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
