"""`endorse`: put on record that a city endorsed a declaration."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import scale
from pledgekit.cli.console import Want, obtain, talk
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import before_adopted, finish, sources_of
from pledgekit.cli.options import By, CityName, DeclarationName, DryRun, Note, Remark, Sources, Visible, When, word
from pledgekit.codec.plain import plain
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    declaration: DeclarationName,
    act: Annotated[
        str | None,
        typer.Option(
            "--act",
            parser=word("act"),
            autocompletion=scale("act"),
            metavar="WORD",
            help="What it did: signed, endorsed, adopted, …",
        ),
    ] = None,
    date: When = None,
    official: Annotated[str, typer.Option("--official", metavar="NAME", help="Under whom.")] = "",
    office: Annotated[str, typer.Option("--office", metavar="OFFICE", help="That person's office.")] = "",
    listed_as: Annotated[
        str, typer.Option("--listed-as", metavar="NAME", help="The name on the declaration's own list.")
    ] = "",
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a city endorsed a declaration."""
    from pledgekit.model.kinds import CITY, DECLARATION, ENDORSEMENTS
    from pledgekit.naming import find_owner
    from pledgekit.recording import draft

    session: Session = ctx.obj
    loaded = session.load_for(city)
    owner = find_owner(loaded.register, city, CITY)
    endorsed = find_owner(loaded.register, declaration, DECLARATION)
    (done,) = obtain(Want("--act", act, "act"))
    before_adopted(session, loaded, endorsed, date)
    values = {
        "declaration": endorsed,
        "act": done,
        "date": date,
        "official": official,
        "office": office,
        "listed_as": listed_as,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(loaded.register, ENDORSEMENTS, owner, values, by=session.by(recorded_by), now=session.now)
    levels = [visibility, *(plain(each).get("visibility") for each in loaded.register.revisions(Ref(owner))[-1:])]
    if any(each not in (None, Visibility.PUBLIC) for each in levels):
        talk(session.words().say("cli.not-in-public"))
    finish(session, loaded, made, dry_run=dry_run)
