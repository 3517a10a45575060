"""`check`: every problem of the register at once. It never writes."""

from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.completion import codes
from pledgekit.cli.console import data, visible_lines, warn
from pledgekit.cli.context import Session
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from pledgekit.register import Register

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Ask for more, and fail on warnings too.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="CODE", autocompletion=codes, help="Only these; may be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", autocompletion=codes, help="All but these; may be repeated."),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="REV",
            help="Also: no record changed or gone since this git revision.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[str, typer.Option("--format", metavar="text|json|github", help="How to list them.")] = "text",
) -> None:
    """Check the register; exits 1 when there are errors, with --strict also when there are warnings."""
    from pledgekit.checks import Tier, check, select
    from pledgekit.checks.listing import LISTINGS

    if format not in LISTINGS:
        raise UsageError(f"no format {format!r}", remedy=f"formats: {', '.join(LISTINGS)}")
    session: Session = ctx.obj
    session.insist_staff("check")
    select((), only=only or (), ignore=ignore or ())  # an unknown code is said before anything is read
    loaded = session.load()
    before = _before(session, since) if since else None
    found = check(loaded, today=session.as_of, tier=Tier.STRICT if strict else Tier.CHECK, since=before)
    found = select(found, only=only or (), ignore=ignore or ())
    listed = LISTINGS[format](found, loaded.files)
    data(visible_lines(listed) if format == "text" else listed)
    failing = ("error", "warning") if strict else ("error",)
    if any(each.severity in failing for each in found):
        raise typer.Exit(1)


def _before(session: Session, revision: str) -> "Register":
    """Read the register as it was at a revision; say how many of its files could not be read then."""
    import os

    from pledgekit.history import read_at

    loaded = read_at(session.root, revision, os.environ)
    lost = {each.file for each in loaded.problems if each.severity == "error"}
    if lost:
        warn(session.words().count("diff.lost", len(lost), at=revision))
    return loaded.register
