"""`review`: approve records, permit or forbid to publish them, or say that they still hold; bound to their content."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible, When, word

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    refs: Annotated[
        list[str], typer.Argument(metavar="REF…", help="The records that were looked at.", show_default=False)
    ],
    verdict: Annotated[
        str | None,
        typer.Option("--verdict", parser=word("verdict"), metavar="WORD", help="approved, still-holds, may-publish, …"),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who decided.")] = "",
    date: When = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record a decision about records as they are now; a later change of their content voids it."""
    from pledgekit.errors import NotFound
    from pledgekit.fingerprint import fingerprint
    from pledgekit.model.kinds import REVIEWS
    from pledgekit.naming import find_ref
    from pledgekit.recording import draft
    from pledgekit.view.order import newest

    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    targets = list(dict.fromkeys(find_ref(register, each) for each in refs))
    seen = []
    for target in targets:
        record = newest(register.revisions(target))
        if record is None:
            raise NotFound(f"{target} is not on record", remedy="list what is: pledgekit list KIND")
        seen.append({"record": str(target), "content": fingerprint(record)})
    decided, who = obtain(Want("--verdict", verdict, "verdict"), Want("--by", by))
    values = {
        "verdict": decided,
        "seen": seen,
        "by": who,
        "date": date or session.as_of,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(register, REVIEWS, targets[0].owner, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
