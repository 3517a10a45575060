"""`report`: what is made to be sent. It refuses while errors stand, and writes a file whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pledgekit import disk
from pledgekit.cli.completion import declarations
from pledgekit.cli.console import data, talk
from pledgekit.cli.context import Session
from pledgekit.cli.options import period
from pledgekit.dates import Period
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

__all__ = ["command"]

command = typer.Typer(rich_markup_mode=None, help="Make a report.")

JSON = "json"


@command.callback()
def _reports() -> None:
    """Make a report."""


@command.command("annual")
def annual(
    ctx: typer.Context,
    *,
    declaration: Annotated[
        str,
        typer.Option(
            "--declaration",
            metavar="ID",
            autocompletion=declarations,
            help="Which declaration; may be left out when there is one.",
        ),
    ] = "",
    period: Annotated[
        Period | None,
        typer.Option(
            "--period", parser=period, metavar="PERIOD", help="2024, or 2024-07/2025-06 (default: everything)."
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar="md|html|json|txt", help="The format (default: by the ending of --out, else md)."
        ),
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write it (default: to the terminal).")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="TAG", help="The language of the report.")] = "en",
    despite_problems: Annotated[
        bool, typer.Option("--despite-problems", help="Make it although errors stand in the register; it will say so.")
    ] = False,
) -> None:
    """Make a declaration's implementation update."""
    from pledgekit.render import render
    from pledgekit.render.json import to_json
    from pledgekit.reports.annual import annual, lay_out

    session: Session = ctx.obj
    wanted = _format(format, out)
    words = session.words(lang)
    loaded = session.load()
    name = session.declaration(loaded.register, declaration)
    if not despite_problems:
        session.refuse_errors(loaded)
    view = session.view(loaded.register, default=Audience.PUBLIC)
    report = annual(view, name, period, despite_problems=despite_problems)
    made = to_json(report) if wanted == JSON else render(lay_out(report, words), wanted)
    held = sum(view.held_back.values())
    if held:
        talk(words.count("cli.held-back", held, audience=view.lens.audience.value))
    if out is None:
        data(made.decode())
        return
    disk.publish(out, made)
    talk(words.say("cli.report-at", path=f"{out.absolute()}"))
    data(f"{out}\n")


def _format(given: str, out: Path | None) -> str:
    """Give the format asked for, or that of the file's ending; raises UsageError, naming those there are."""
    from pledgekit.render import FORMATS

    wanted = given or (out.suffix.removeprefix(".").lower() if out is not None else "") or "md"
    known = (*FORMATS, JSON)
    if wanted not in known:
        raise UsageError(f"no format {wanted!r}", remedy=f"give --format, one of {', '.join(known)}")
    return wanted
