"""`correct`: the next revision of a record. What is not named is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.completion import owners
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of, typed
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["command"]

_FIXED = {"id", "revision", "recorded", "recorded_by"}
_FIXED_REMEDY = (
    "a correction is the next revision of the same record, stamped anew; to rename it, retract it and record it anew"
)


def command(
    ctx: typer.Context,
    *,
    ref: Annotated[
        str, typer.Argument(metavar="REF", autocompletion=owners, help="The record or owner.", show_default=False)
    ],
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY=VALUE…", help="What changes; KEY= takes a key away.", show_default=False),
    ] = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Correct a record: a further revision is recorded, the earlier one stays."""
    from pledgekit.cli.values import read_values, resolved
    from pledgekit.codec.plain import plain
    from pledgekit.errors import NotFound, Refused, UsageError
    from pledgekit.model.kinds import kind_of
    from pledgekit.naming import find_ref
    from pledgekit.recording import correct

    session: Session = ctx.obj
    loaded = session.load()
    target = find_ref(loaded.register, ref)
    held = loaded.register.revisions(target)
    if not held:
        raise NotFound(f"{target} is not on record", remedy="list what is: pledgekit list KIND")
    kind = kind_of(held[-1])
    changes = resolved(loaded.register, kind, read_values(kind, values or ()))
    options = {"visibility": visibility, "remark": remark, "note": note, "sources": sources_of(source)}
    changes |= {key: value for key, value in options.items() if value}
    for key in _FIXED & changes.keys():
        raise UsageError(f"{key} cannot be changed", remedy=_FIXED_REMEDY)
    with typed():
        try:
            made = correct(loaded.register, target, changes, by=session.by(recorded_by), now=session.now)
        except Refused as error:
            also = " ".join(f"{key}=" for key in _in_the_way(plain(held[-1]), changes))
            if also and any(getattr(each, "code", "") == "date-and-span" for each in error.problems):
                remedy = session.words().say("cli.take-away", keys=also)
                raise Refused(error.message, problems=error.problems, remedy=remedy) from None
            raise
    finish(session, loaded, made, dry_run=dry_run)


def _in_the_way(held: Mapping[str, object], changes: Mapping[str, object]) -> list[str]:
    """Name the keys that a record has and a change leaves, and that exclude what the change brings."""
    others = ("start", "end") if changes.get("date") else ("date",)
    return [key for key in others if key in held and key not in changes]
