"""`add`: put a record of any kind on record, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.completion import kinds, owners
from pledgekit.cli.console import ask, can_ask
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of, typed
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.kinds import Kind

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", autocompletion=kinds, help="official, event, commitment, …", show_default=False),
    ],
    owner: Annotated[
        str, typer.Argument(metavar="OWNER", autocompletion=owners, help="The city or declaration.", show_default=False)
    ],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="The record's keys.", show_default=False)
    ] = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record anything else: an official, contact, profile, event, finding, step, selection, commitment or round."""
    from pledgekit.cli.kinds import kind_meant
    from pledgekit.cli.values import read_values, resolved
    from pledgekit.model.kinds import BOTH
    from pledgekit.naming import find_owner
    from pledgekit.recording import draft

    session: Session = ctx.obj
    found = kind_meant(kind)
    given = read_values(found, values or ())
    loaded = session.load()
    home = "" if found.home == BOTH else found.home
    name = find_owner(loaded.register, owner, home)
    options = {"visibility": visibility, "remark": remark, "note": note, "sources": sources_of(source)}
    given = resolved(loaded.register, found, given) | {key: value for key, value in options.items() if value}
    with typed():
        given |= resolved(loaded.register, found, _asked(found, given))
        made = draft(loaded.register, found, name, given, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)


def _asked(kind: Kind[Any], given: Mapping[str, object]) -> dict[str, object]:
    """Ask for the required keys that were not given, on a terminal; else the codec names them all."""
    from pledgekit.cli.values import read_values
    from pledgekit.model.kinds import required_keys
    from pledgekit.model.record import about_of, fields_of, key_of
    from pledgekit.model.scales import SCALES

    made: dict[str, object] = {}
    if kind.single or not can_ask():
        return made
    scales = {key_of(each.name): about_of(each).scale for each in fields_of(kind.cls)}
    for key in required_keys(kind):
        if key != "id" and key not in given:
            answer = ask(key, SCALES[scales[key]].words if scales[key] else ())
            made |= read_values(kind, [f"{key}={answer}"])
    return made
