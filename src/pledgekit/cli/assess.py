"""`assess`: what an assessor finds of one commitment of a city in one period. The second lane, apart from the first."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.answering import period_of, warn_unless_endorsed
from pledgekit.cli.completion import commitments, refs, scale
from pledgekit.cli.console import Want, obtain, warn
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import (
    By,
    CityName,
    CompletionLevel,
    DryRun,
    Note,
    PeriodOf,
    Remark,
    Sources,
    Visible,
    When,
    when,
    word,
)

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    ref: Annotated[
        str, typer.Argument(metavar="REF", autocompletion=commitments, help="The commitment.", show_default=False)
    ],
    period: PeriodOf = None,
    completion: CompletionLevel = None,
    evidence_level: Annotated[
        str | None,
        typer.Option(
            "--evidence-level",
            parser=word("evidence-level"),
            metavar="LEVEL",
            autocompletion=scale("evidence-level"),
            help="On what it rests: documented, …",
        ),
    ] = None,
    rationale: Annotated[str, typer.Option("--rationale", metavar="TEXT", help="Why.")] = "",
    assessor: Annotated[str, typer.Option("--assessor", metavar="WHO", help="Who judged.")] = "",
    date: When = None,
    reply_due: Annotated[
        object | None,
        typer.Option(
            "--reply-due", parser=when, metavar="DATE", help="Until when the city may reply; not public before."
        ),
    ] = None,
    settles: Annotated[
        list[str] | None,
        typer.Option(
            "--settles",
            metavar="REF",
            autocompletion=refs,
            help="An earlier assessment that this one settles; may be repeated.",
        ),
    ] = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record an assessment; dated today unless --date says else."""
    from pledgekit.model.kinds import ASSESSMENTS, CITY, COMMITMENTS, DECLARATIONS
    from pledgekit.model.levels import EvidenceLevel
    from pledgekit.naming import find_owner, find_ref
    from pledgekit.recording import draft
    from pledgekit.recording.answering import seen_clause

    session: Session = ctx.obj
    loaded = session.load_for(city)
    register = loaded.register
    owner = find_owner(register, city, CITY)
    target = find_ref(register, ref, COMMITMENTS)
    level, reached, judge, label = obtain(
        Want("--evidence-level", evidence_level, "evidence-level"),
        Want(
            "--completion",
            completion,
            "completion",
            needed=lambda before: before[0] != EvidenceLevel.NONE,
            unless=session.words().say("update.unless-none"),
        ),
        Want("--assessor", assessor),
        period_of(register, target.owner, period),
    )
    values = {
        "commitment": str(target),
        "period": label,
        "completion": reached,
        "evidence_level": level,
        "rationale": rationale,
        "assessor": judge,
        "date": date or session.as_of,
        "reply_due": reply_due,
        "settles": [
            str(find_ref(register, each if "/" in each else f"{owner}/{each}", ASSESSMENTS)) for each in settles or ()
        ],
        "clause_seen": seen_clause(register, target),
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(register, ASSESSMENTS, owner, values, by=session.by(recorded_by), now=session.now)
    if not any(each.assessed for each in register.records(DECLARATIONS, target.owner)):
        warn(session.words().say("update.not-assessed", declaration=target.owner))
    warn_unless_endorsed(session, register, owner, target.owner)
    finish(session, loaded, made, dry_run=dry_run)
