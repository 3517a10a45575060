"""`fmt`: files in canonical form, comments kept. Calling it is the request to write; `--check` never writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.console import complain, data, talk, warn
from pledgekit.cli.context import Session

if TYPE_CHECKING:
    from pledgekit.formatting import Rewrite
    from pledgekit.words import Words

__all__ = ["command"]

_SHOWN = 12  # lines of a file's difference


def command(
    ctx: typer.Context,
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH…", help="Files or folders (default: the whole register).", show_default=False),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name the files that would change, and exit 1.")
    ] = False,
) -> None:
    """Put files into canonical form. No value and no comment is lost, and records keep their order."""
    from pledgekit.errors import PledgekitError, Refused
    from pledgekit.formatting import Kept, rewrite, survey

    session: Session = ctx.obj
    words, root = session.words(), session.root
    changed = kept = 0
    for each in survey(root, [_below(root, path) for path in paths or ()]):
        if isinstance(each, Kept):
            kept += 1
            complain(f"{PledgekitError(each.message, file=each.path, line=each.line, remedy=each.remedy)}")
            continue
        if check:
            _show(each, words)
        else:
            try:
                if not rewrite(root, each):
                    warn(words.say("fmt.unconfirmed", path=each.path))
            except Refused as error:
                kept += 1
                complain(f"{error}")
                continue
        changed += 1
        data(f"{each.path}\n")
    talk(words.count("fmt.would-change" if check else "fmt.changed", changed))
    if kept:
        talk(words.count("fmt.kept", kept))
    if kept or (check and changed):
        raise typer.Exit(1)


def _below(root: Path, path: str) -> str:
    """Give a path as the register has it: typed from here, or as other commands print it, from the register's top."""
    top, named = root.resolve(), Path(path).resolve()
    if named.is_relative_to(top) and named.exists():
        path = named.relative_to(top).as_posix()
    return "" if path == "." else path


def _show(change: Rewrite, words: Words) -> None:
    """Show on stderr the first lines of what would change."""
    from difflib import unified_diff

    before, after = change.was.decode("utf-8-sig").split("\n"), change.text.split("\n")
    lines = list(unified_diff(before, after, change.path, change.path, n=1, lineterm=""))
    for line in lines[:_SHOWN]:
        talk(line)
    if len(lines) > _SHOWN:
        talk(words.count("fmt.more", len(lines) - _SHOWN))
