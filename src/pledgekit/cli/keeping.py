"""What every recording command does: gather values, show the draft, write one new file, print its path."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pledgekit.cli.console import data, talk, warn
from pledgekit.errors import Refused, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pledgekit.cli.context import Session
    from pledgekit.recording import Draft
    from pledgekit.register import Loaded

__all__ = ["before_adopted", "evidence_of", "finish", "finish_all", "source_of", "sources_of", "typed"]

_ADDRESS = ("http://", "https://")


def source_of(text: str) -> dict[str, object]:
    """Make a source of an address or of words."""
    return {"url": text} if text.startswith(_ADDRESS) else {"title": text}


def sources_of(texts: Iterable[str] | None) -> list[dict[str, object]]:
    """Make sources of what was given with --source: addresses, words, or "URL TITLE"."""
    return evidence_of(texts)


def evidence_of(texts: Iterable[str] | None) -> list[dict[str, object]]:
    """Make evidence of "URL TITLE": an address, then the words after the first space; or words alone."""
    made: list[dict[str, object]] = []
    for each in texts or ():
        first, _, rest = each.strip().partition(" ")
        both = first.startswith(_ADDRESS) and rest.strip()
        made.append({"title": rest.strip(), "url": first} if both else source_of(each.strip()))
    return made


@contextmanager
def typed() -> Iterator[None]:
    """Where values come from key=value words: what is wrong with a value itself is wrong usage."""
    try:
        yield
    except Refused as error:
        if error.problems and not any(getattr(each, "file", "") for each in error.problems):
            raise UsageError(error.message, remedy=error.remedy) from None
        raise


def before_adopted(session: Session, loaded: Loaded, declaration: str, date: object) -> None:
    """Warn of a date, as it was typed, before the declaration was there."""
    from pledgekit.ids import Ref

    when = getattr(date, "date", None)
    for each in loaded.register.revisions(Ref(declaration))[-1:]:
        adopted = getattr(each, "adopted", None)
        if when is not None and adopted is not None and when.last < adopted.first:
            warn(session.words().say("cli.before-adopted", date=f"{when}", ref=declaration, adopted=f"{adopted}"))


def _warn_of_future(session: Session, draft: Draft[Any]) -> None:
    """Say of what is dated in the future that it does not count yet; events and rounds may well be planned."""
    from pledgekit.checks.future import DONE
    from pledgekit.dates import PartialDate
    from pledgekit.model.kinds import EVENTS, ROUNDS, kind_of

    told: list[str] = []
    for record in (draft.record, *draft.beside):
        kind = kind_of(record)
        dates = [getattr(record, key) for key in kind.when if isinstance(getattr(record, key), PartialDate)]
        done = [getattr(record, key) for table, key in DONE if table == kind.table]  # what `check` will tell of
        told += [
            f"{each}"
            for each in (*dates[:1], *done)
            if each is not None and each.first > session.as_of and kind not in (EVENTS, ROUNDS)
        ]
    for each in dict.fromkeys(told):
        warn(session.words().say("cli.future", date=each))


def _warn_of_superseded(session: Session, loaded: Loaded, draft: Draft[Any]) -> None:
    """Say of what is filed anew under a commitment that others took the place of, where it belongs."""
    from pledgekit.view.order import newest

    for record in (draft.record, *draft.beside):
        filed = getattr(record, "commitments", ()) or (getattr(record, "commitment", None),)
        for ref in filed if record.revision == 1 else ():
            clause: Any = newest(loaded.register.revisions(ref)) if ref is not None else None
            if getattr(clause, "superseded_by", ()):
                words = session.words()
                named = words.listed(str(each) for each in clause.superseded_by)
                warn(words.say("clause.superseded", ref=str(ref), clauses=named))


def _warn_of_addresses(session: Session, draft: Draft[Any]) -> None:
    """Say of evidence and sources that their address is none, or that what looks like one is kept as words."""
    import re

    from pledgekit.checks.evidence import is_page

    for record in (draft.record, *draft.beside):
        for each in (*record.sources, *getattr(record, "evidence", ())):
            if each.url and not is_page(each.url):
                warn(session.words().say("cli.no-address", text=each.url))
            elif not each.url and re.match(r"[a-z][a-z0-9+.-]*:\S|www\.", each.title, re.IGNORECASE):
                warn(session.words().say("cli.address-as-words", text=each.title))


def finish(session: Session, loaded: Loaded, draft: Draft[Any], *, dry_run: bool) -> None:
    """Show the draft, write it unless nothing may be written, and print its path."""
    finish_all(session, loaded, [draft], dry_run=dry_run)


def finish_all(session: Session, loaded: Loaded, drafts: Sequence[Draft[Any]], *, dry_run: bool) -> None:
    """Show every draft, then write them all unless nothing may be written, and print their paths."""
    words = session.words()
    if loaded.problems:
        session.warn_of_errors(loaded)
    for draft in drafts:
        if draft.similar:
            warn(words.say("cli.similar", refs=words.listed(str(each) for each in draft.similar)))
        _warn_of_future(session, draft)
        _warn_of_addresses(session, draft)
        _warn_of_superseded(session, loaded, draft)
        talk(draft.text.rstrip("\n"))
        if dry_run:
            talk(words.say("cli.dry-run", path=draft.path))
    if dry_run:
        return
    from pledgekit.recording import keep

    added = keep(session.root, drafts)
    if added.unconfirmed:
        warn(words.say("cli.unconfirmed"))
    data("".join(f"{draft.path}\n" for draft in drafts))
