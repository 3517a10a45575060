"""`erase`: take a record out of its files for good, for privacy or safety; a tombstone stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit import disk
from pledgekit.cli.completion import refs, scale
from pledgekit.cli.console import Want, can_ask, confirm, data, obtain, talk, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import By, DryRun, word
from pledgekit.errors import DiskError, NotFound, Refused, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.recording.erasing import Erasure
    from pledgekit.words import Words

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    ref: Annotated[
        str, typer.Argument(metavar="REF", autocompletion=refs, help="The record: owner/id.", show_default=False)
    ],
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            parser=word("reason"),
            metavar="WORD",
            autocompletion=scale("reason"),
            help="Why: privacy or safety.",
        ),
    ] = None,
    recorded_by: By = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
    despite_references: Annotated[
        bool, typer.Option("--despite-references", help="Erase it although other records cite it; check will warn.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Take a record with all its revisions out of its files. Prints the files that were changed or removed."""
    from pledgekit.naming import find_ref
    from pledgekit.recording.erasing import REASONS, carry_out, erase

    session: Session = ctx.obj
    root = session.root
    (why,) = obtain(Want("--reason", reason, words=REASONS))
    loaded = session.load()
    target = find_ref(loaded.register, ref)
    words = session.words()
    found = erase(loaded, root, target, reason=why, by=session.by(recorded_by), now=session.now)
    name = str(target)
    if found.cited and not despite_references:
        raise Refused(
            words.count("erase.refused", len(found.cited), ref=name, places=_places(words, found)),
            problems=found.cited,
            remedy=words.say("erase.refused-remedy"),
        )
    if not (yes or dry_run or can_ask()):
        raise UsageError(words.say("erase.yes", ref=name), remedy=words.say("erase.yes-remedy"))
    if found.tombstone:
        talk(found.tombstone.text.rstrip("\n"))
    _tell(root, words, found)
    git = _git(root, words, found)
    paths = words.listed(found.paths)
    if dry_run:
        talk(words.count("erase.would", len(found.paths), paths=paths))
        if git:
            warn(git)
        return
    if not yes and can_ask() and not confirm(words.say("erase.sure", ref=name)):
        talk(words.say("erase.nothing"))
        raise typer.Exit(1)
    added = carry_out(root, found)
    if added.unconfirmed:
        warn(words.say("cli.unconfirmed"))
    warn(words.say("erase.id-stays", ref=name))
    if git:
        warn(git)
    warn(words.say("erase.copies"))
    data("".join(f"{each}\n" for each in added.paths))


def _tell(root: Path, words: Words, found: Erasure) -> None:
    """Say what will still speak of the record, and what could not be looked into."""
    name = str(found.ref)
    if found.cited:
        warn(words.count("erase.cited", len(found.cited), ref=name, places=_places(words, found)))
    if found.mentions:
        warn(words.count("erase.mentioned", len(found.mentions), ref=name))
        for each in found.mentions:
            what = _rename(root, words, each.file) if not each.line else each.what
            place = f"{each.file}:{each.line}" if each.line else each.file
            talk(words.say("erase.mention", place=place, what=what))
    if found.echoes:
        warn(words.count("erase.echoed", len(found.echoes), ref=name))
        for each in found.echoes:
            talk(words.say("erase.mention", place=f"{each.file}:{each.line}", what=each.what))
    if found.unread:
        warn(words.say("erase.unread", paths=words.listed(dict.fromkeys(each.file for each in found.unread))))


def _places(words: Words, found: Erasure) -> str:
    return words.listed(f"{each.file}:{each.line}" for each in found.cited)


def _rename(root: Path, words: Words, file: str) -> str:
    """Say how a file gets a name that tells nothing."""
    import shlex

    other = f"{file.rpartition('/')[0]}/records-{disk.salt()[:8]}.toml"
    move = "git mv" if _in_git(root) else "mv"
    return words.say("erase.name", command=f"{move} {shlex.quote(file)} {shlex.quote(other)}")


def _in_git(root: Path) -> bool:
    return any(_is_git(each / ".git") for each in (root.absolute(), *root.absolute().parents))


def _git(root: Path, words: Words, found: Erasure) -> str:
    """Say what git holds of the record, as git itself tells; nothing where there is no git."""
    import os

    from pledgekit.history import trace

    if not _in_git(root):
        return ""
    try:
        folder = "/".join(found.changes[0].path.split("/")[:2])
        held = trace(root, folder, found.ref, os.environ)
    except (NotFound, Refused) as error:
        return words.say("erase.git-unasked", why=error.message, paths=words.listed(found.paths))
    paths = words.listed(held.paths)
    if held.commit:
        return words.say("erase.git", paths=paths, commit=held.commit, day=held.day)
    return words.say("erase.git-staged", paths=paths) if held.paths else words.say("erase.git-never")


def _is_git(path: Path) -> bool:
    """Tell whether git keeps a history here: in a folder, or (of a worktree) in the place that a file names."""
    try:
        return disk.is_folder(path) or bool(disk.read(path, 1))
    except DiskError:
        return False
