"""`record`: put an action of a city on record."""

from typing import Annotated

import typer

from pledgekit.cli.completion import commitments, refs, scale
from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import evidence_of, finish
from pledgekit.cli.options import By, CityName, DryRun, Note, Remark, Sources, Visible, When, when, word

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What it is, in a few words.")] = "",
    commitment: Annotated[
        list[str] | None,
        typer.Option(
            "--commitment", metavar="REF", autocompletion=commitments, help="A commitment it serves; may be repeated."
        ),
    ] = None,
    date: When = None,
    start: Annotated[object | None, typer.Option("--start", parser=when, metavar="DATE", help="When it began.")] = None,
    end: Annotated[object | None, typer.Option("--end", parser=when, metavar="DATE", help="When it ended.")] = None,
    described: Annotated[
        object | None, typer.Option("--described", parser=when, metavar="DATE", help="When the source described it.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            parser=word("action-kind"),
            autocompletion=scale("action-kind"),
            metavar="WORD",
            help="What kind of deed: policy, plan, …",
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            parser=word("status"),
            autocompletion=scale("status"),
            metavar="WORD",
            help="Where it stands: implementation, closed, …",
        ),
    ] = None,
    summary: Annotated[str, typer.Option("--summary", metavar="TEXT", help="A sentence or two.")] = "",
    told_by: Annotated[
        str | None,
        typer.Option(
            "--told-by",
            parser=word("told-by"),
            autocompletion=scale("told-by"),
            metavar="WORD",
            help="Who told of it: city, press, event, …",
        ),
    ] = None,
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", metavar='"URL TITLE"', help="What shows it; may be repeated.")
    ] = None,
    inspired_by: Annotated[
        list[str] | None,
        typer.Option(
            "--inspired-by",
            metavar="REF",
            autocompletion=refs,
            help="An action whose practice it follows; may be repeated.",
        ),
    ] = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record what a city did."""
    from pledgekit.model.kinds import ACTIONS, CITY, COMMITMENTS
    from pledgekit.naming import find_owner, find_ref
    from pledgekit.recording import draft

    session: Session = ctx.obj
    others = [each.partition("/")[0] for each in inspired_by or ()]
    loaded = session.load_for(city, *others)
    register = loaded.register
    owner = find_owner(register, city, CITY)
    (named,) = obtain(Want("--title", title))
    values = {
        "title": named,
        "commitments": [str(find_ref(register, each, COMMITMENTS)) for each in commitment or ()],
        "date": date,
        "start": start,
        "end": end,
        "described": described,
        "kind": kind,
        "status": status,
        "summary": summary,
        "told_by": told_by,
        "inspired_by": [str(find_ref(register, each, ACTIONS)) for each in inspired_by or ()],
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "evidence": evidence_of([*(evidence or ()), *(source or ())]),
    }
    made = draft(register, ACTIONS, owner, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
