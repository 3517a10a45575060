"""`leave`: put on record that a city no longer endorses a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.console import Want, can_ask, obtain, warn
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import before_adopted, finish, sources_of
from pledgekit.cli.options import By, CityName, DeclarationName, DryRun, Note, Remark, Sources, Visible, When, when
from pledgekit.errors import UsageError
from pledgekit.model.levels import Act

if TYPE_CHECKING:
    from pledgekit.model.deeds import Endorsement
    from pledgekit.recording import Draft
    from pledgekit.register import Loaded, Register

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
    left = find_owner(loaded.register, declaration, DECLARATION)
    if date is None and _dated(loaded.register, owner, left):
        if not can_ask():
            raise UsageError(session.words().say("cli.leave-date", city=owner, ref=left), remedy="give --date")
        (date,) = obtain(Want("--date", read=when))
    before_adopted(session, loaded, left, date)
    values = {
        "declaration": left,
        "act": Act.ENDED,
        "date": date,
        "reason": reason,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(loaded.register, ENDORSEMENTS, owner, values, by=session.by(recorded_by), now=session.now)
    _warn(session, loaded, made)
    finish(session, loaded, made, dry_run=dry_run)


def _warn(session: Session, loaded: Loaded, made: Draft[Endorsement]) -> None:
    """Say at once what `check` would say of this end: that it is on record already, or comes before any beginning."""
    from pledgekit.checks.endorsing import ended_first, twice
    from pledgekit.checks.scope import Scope
    from pledgekit.register import Loaded

    scope = Scope(Loaded(loaded.register.adding(made.record), loaded.problems, loaded.files), session.as_of)
    for found in (*twice(scope), *ended_first(scope)):
        if getattr(found.where, "ref", None) == made.record.ref:
            warn(found.message)


def _dated(register: Register, owner: str, declaration: str) -> bool:
    """Tell whether an endorsement that stands has a date: undated acts come first, so an undated end ends nothing."""
    from pledgekit.model.kinds import ENDORSEMENTS
    from pledgekit.recording import retraction_of

    live = {each.ref: each for each in sorted(register.records(ENDORSEMENTS, owner), key=lambda each: each.revision)}
    return any(
        each.date is not None and each.declaration.owner == declaration and retraction_of(register, ref) is None
        for ref, each in live.items()
        if each.act not in (Act.ENDED, Act.ANNOUNCED)
    )
