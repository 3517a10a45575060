"""What every recording command does: gather values, show the draft, write one new file, print its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.cli.console import data, talk, warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pledgekit.cli.context import Session
    from pledgekit.recording import Draft
    from pledgekit.register import Loaded

__all__ = ["evidence_of", "finish", "source_of", "sources_of"]

_ADDRESS = ("http://", "https://")


def source_of(text: str) -> dict[str, object]:
    """Make a source of an address or of words."""
    return {"url": text} if text.startswith(_ADDRESS) else {"title": text}


def sources_of(texts: Iterable[str] | None) -> list[dict[str, object]]:
    """Make sources of what was given with --source."""
    return [source_of(each) for each in texts or ()]


def evidence_of(texts: Iterable[str] | None) -> list[dict[str, object]]:
    """Make evidence of "URL TITLE": an address, then the words after the first space; or words alone."""
    made: list[dict[str, object]] = []
    for each in texts or ():
        first, _, rest = each.strip().partition(" ")
        both = first.startswith(_ADDRESS) and rest.strip()
        made.append({"title": rest.strip(), "url": first} if both else source_of(each.strip()))
    return made


def finish(session: Session, loaded: Loaded, draft: Draft[Any], *, dry_run: bool) -> None:
    """Show the draft, write it unless nothing may be written, and print its path."""
    words = session.words()
    if loaded.problems:
        session.warn_of_errors(loaded)
    if draft.similar:
        warn(words.say("cli.similar", refs=words.listed(str(each) for each in draft.similar)))
    talk(draft.text.rstrip("\n"))
    if dry_run:
        talk(words.say("cli.dry-run", path=draft.path))
        return
    from pledgekit.recording import keep

    added = keep(session.root, [draft])
    if added.unconfirmed:
        warn(words.say("cli.unconfirmed"))
    data(f"{draft.path}\n")
