"""`new declaration`, `new city`: the folder of an owner and its first file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible, country_code, when, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.kinds import Kind

__all__ = ["command"]

command = typer.Typer(rich_markup_mode=None, help="Make a declaration or a city: its folder and first file.")

Id = Annotated[str, typer.Argument(metavar="ID", help="Lower-case words joined by hyphens.", show_default=False)]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="TAG", help="A language, the first is that of the texts; may be repeated."),
]
Aliases = Annotated[list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name; may be repeated.")]


@command.command("declaration")
def declaration(
    ctx: typer.Context,
    *,
    id: Id,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The full title.")] = "",
    adopted: Annotated[
        object | None, typer.Option("--adopted", parser=when, metavar="DATE", help="When it was adopted.")
    ] = None,
    short_title: Annotated[str, typer.Option("--short-title", metavar="TEXT", help="The title in running text.")] = "",
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="Where it was adopted.")] = "",
    network: Annotated[str, typer.Option("--network", metavar="NAME", help="The network that holds it.")] = "",
    language: Languages = None,
    alias: Aliases = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Make a declaration."""
    from pledgekit.model.kinds import DECLARATIONS

    named, day = obtain(Want("--title", title), Want("--adopted", adopted, read=when))
    values = {
        "title": named,
        "adopted": day,
        "short_title": short_title,
        "place": place,
        "network": network,
        "languages": language,
        "aliases": alias,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    _make(ctx.obj, DECLARATIONS, id, values, recorded_by, dry_run=dry_run)


@command.command("city")
def city(
    ctx: typer.Context,
    *,
    id: Id,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Its name in English.")] = "",
    kind: Annotated[
        str | None,
        typer.Option("--kind", parser=word("city-kind"), metavar="WORD", help="What it is: city, municipality, …"),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", parser=country_code, metavar="CODE", help="ISO 3166-1, two letters.")
    ] = None,
    language: Languages = None,
    alias: Aliases = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Make a city."""
    from pledgekit.model.kinds import CITIES
    from pledgekit.model.levels import has_country

    called, meant, lies_in = obtain(
        Want("--name", name),
        Want("--kind", kind, "city-kind"),
        Want(
            "--country", country, read=country_code, needed=lambda before: before[1] is None or has_country(before[1])
        ),
    )
    values = {
        "name": called,
        "kind": meant,
        "country": lies_in,
        "languages": language,
        "aliases": alias,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    _make(ctx.obj, CITIES, id, values, recorded_by, dry_run=dry_run)


def _make(
    session: Session, kind: Kind[Any], id: str, values: Mapping[str, object], recorded_by: str | None, *, dry_run: bool
) -> None:
    from pledgekit.recording import owner_draft

    loaded = session.load()
    made = owner_draft(loaded.register, kind, id, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
