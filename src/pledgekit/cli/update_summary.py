"""How `update` ends after an answer by phone: a draft of a mail in which the city confirms what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from pledgekit import disk
from pledgekit.cli.console import talk, typed_line
from pledgekit.cli.outputs import insist_apart, publish
from pledgekit.errors import NotFound, PledgekitError, UsageError

if TYPE_CHECKING:
    from pledgekit.cli.context import Session
    from pledgekit.recording import Draft
    from pledgekit.register import Register

__all__ = ["insist_writable", "summarise"]

_ENDING = ".eml"


def insist_writable(session: Session, out: Path | None, lang: str) -> None:
    """Raise UsageError, NotFound or Refused for a file or language that cannot be, before anybody is asked."""
    from pledgekit.rounds.languages import insist_known

    insist_known(lang)
    if out is None:
        return
    if out.suffix.lower() != _ENDING or disk.is_folder(out):
        raise UsageError(f"the draft of a mail is a file that ends with {_ENDING}, and {out} is none")
    insist_apart(session, out)
    if not disk.is_folder(out.absolute().parent):
        raise NotFound(f"there is no folder {out.absolute().parent}", remedy="make it, or name another")


def summarise(
    session: Session, register: Register, made: Draft[Any], out: Path | None, *, lang: str, allow_draft: bool
) -> None:
    """Draft the mail about answers that were just recorded; without a file, offer it to who sits at the terminal."""
    from pledgekit.cli.round_options import tell_of
    from pledgekit.model.kinds import UPDATES, kind_of
    from pledgekit.rounds.confirming import confirmation

    file = out or _offered(session)
    if file is None:
        return
    records = (made.record, *made.beside)
    after = register
    for each in records:
        after = after.adding(each)
    updates: list[Any] = [each for each in records if kind_of(each) is UPDATES]
    found = confirmation(after, made.record.owner, updates, as_of=session.as_of, lang=lang, allow_draft=allow_draft)
    publish(session, file, found.mail)
    tell_of(session.words(), [found])
    talk(session.words().say("following.summary", path=f"{file}"))


def _offered(session: Session) -> Path | None:
    """Ask for a file until there is one that can be written, or none is wanted: the answers are recorded already."""
    while True:
        try:
            line = typed_line(session.words().say("following.summary-ask"))
        except typer.Abort:
            return None
        if not line:
            return None
        try:
            insist_writable(session, Path(line), "")
        except PledgekitError as error:
            talk(f"{error}")
        else:
            return Path(line)
