"""`init`: a new register with a fictitious example, settings for git and editors, and an example for a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pledgekit import disk
from pledgekit.cli.console import data, talk
from pledgekit.cli.context import Session
from pledgekit.cli.example import CITY_FILE, DECLARATION_FILE, SETTINGS
from pledgekit.errors import DiskError, NotFound, Refused

__all__ = ["command"]

_LIMIT = 1_000_000


def command(
    ctx: typer.Context,
    *,
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="Where (default: here); its parent must exist.", show_default=False)
    ] = ".",
) -> None:
    """Make a new register."""
    from shlex import quote

    from pledgekit.cli.schema import SCHEMA_FILE, schema_text
    from pledgekit.model.kinds import DECLARATION
    from pledgekit.store import New, add

    session: Session = ctx.obj
    where = Path(folder)
    if disk.is_folder(where / DECLARATION):
        raise Refused(f"{folder} holds a register already", remedy="name another folder")
    if where.exists() and not disk.is_folder(where):
        raise Refused(f"{folder} is a file, not a folder", remedy="name another folder")
    if not disk.is_folder(where.absolute().parent):
        raise NotFound(f"there is no folder {where.absolute().parent}", remedy="make it, or name another")
    home = where.absolute()
    there = disk.is_folder(home)
    root, prefix = (home, "") if there else (home.parent, f"{home.name}/")
    settings = {**SETTINGS, SCHEMA_FILE: schema_text()}
    kept = [name for name in settings if there and _is_there(home / name)]
    city, declaration = (
        New(prefix + path, text.replace("{today}", session.as_of.isoformat()))
        for path, text in (CITY_FILE, DECLARATION_FILE)
    )
    add(root, [city])
    for name, text in settings.items():
        if name not in kept:
            disk.publish(home / name, text.encode())
    add(root, [declaration])  # last: this makes it a register, so a command that failed before can be run again
    words = session.words()
    if kept:
        talk(words.say("cli.init-kept", names=words.listed(kept)))
    talk(words.say("cli.init-done", path=quote(folder)))
    data(f"{folder}\n")


def _is_there(path: Path) -> bool:
    """Tell whether something of that name is there; what cannot be read is there too."""
    try:
        disk.read(path, _LIMIT)
    except DiskError as error:
        return not isinstance(error.__cause__, FileNotFoundError)
    return True
