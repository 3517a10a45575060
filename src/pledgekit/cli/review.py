"""`review`: approve records, permit or forbid to publish them, or say that they still hold; bound to their content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.completion import refs, scale
from pledgekit.cli.console import Want, obtain, talk
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible, When, word
from pledgekit.errors import UsageError
from pledgekit.model.levels import Verdict

if TYPE_CHECKING:
    from pledgekit.ids import Ref
    from pledgekit.register import Register

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    refs: Annotated[
        list[str],
        typer.Argument(
            metavar="REF…",
            autocompletion=refs,
            help="The records that were looked at; REF@MARK of what was signed, refused if it changed since.",
            show_default=False,
        ),
    ],
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            "--verdict",
            parser=word("verdict"),
            metavar="WORD",
            autocompletion=scale("verdict"),
            help="approved, still-holds, may-publish, …",
        ),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who decided.")] = "",
    date: When = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record a decision about records as they are now; a later change of their content voids it.

    With still-holds they are held against their clauses as these read now: a later change of these voids it too.
    """
    from pledgekit.model.kinds import REVIEWS
    from pledgekit.naming import find_ref
    from pledgekit.recording import draft
    from pledgekit.recording.reviewing import seen_now
    from pledgekit.recording.signing import insist_closable, insist_free, insist_held, insist_signed, signed_for

    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    signed = [(find_ref(register, ref), mark) for ref, mark in map(signed_for, refs)]
    targets = tuple(dict.fromkeys(ref for ref, _ in signed))
    seen = seen_now(register, targets)
    insist_held(register, targets)
    for ref, mark in signed:
        if mark:
            insist_signed(register, ref, mark, session.as_of)
    decided, who = obtain(Want("--verdict", _one(verdict), "verdict"), Want("--by", by))
    insist_free(register, targets, decided)
    insist_closable(register, targets, decided)
    owner = targets[0].owner
    if decided == Verdict.STILL_HOLDS:
        clauses = _held_against(session, register, targets)
        seen += seen_now(register, clauses)
        if clauses and any(each.owner != owner for each in targets):
            owner = clauses[0].owner  # of several cities: not a matter of one of them
    values = {
        "verdict": decided,
        "seen": seen,
        "by": who,
        "date": date or session.as_of,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    made = draft(register, REVIEWS, owner, values, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
    if decided == Verdict.MAY_PUBLISH_UNNAMED:
        _tell_what_becomes(session, register.adding(made.record), targets)


def _one(verdicts: list[str] | None) -> str | None:
    """Give the one verdict; raises UsageError for two that differ: one of them would be lost."""
    said = list(dict.fromkeys(verdicts or ()))
    if len(said) > 1:
        raise UsageError(f"a review says one thing, not {' and '.join(said)}", remedy="one command for each")
    return said[0] if said else None


def _tell_what_becomes(session: Session, register: Register, targets: tuple[Ref, ...]) -> None:
    """Say of each record whether, and why not, the public is told of it without its owner's name."""
    from pledgekit.view import Lens, namings

    became = namings(register, Lens(as_of=session.as_of))
    for ref in targets:
        message = f"review.unnamed.{became[ref].value}" if ref in became else "review.unnamed.hidden"
        talk(session.words().say(message, ref=f"{ref}"))


def _held_against(session: Session, register: Register, targets: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Give the clauses that records are held against, and name them; refuse what is not as it was known."""
    from pledgekit.errors import Refused
    from pledgekit.fingerprint import fingerprint
    from pledgekit.recording.reviewing import held_against, seen_now

    clauses = held_against(register, targets)
    if session.known_on is not None:  # they were looked at as they were known on that day
        from pledgekit.model.levels import Audience
        from pledgekit.view import Lens, look

        lens = Lens(as_of=session.as_of, known_on=session.known_on, audience=Audience.INTERNAL)
        then = {str(each.ref): fingerprint(each) for each in look(register, lens).everything()}
        for each in seen_now(register, (*targets, *clauses)):
            if then.get(str(each["record"])) != each["content"]:
                said = session.words().say("clause.changed-since", ref=str(each["record"]), day=f"{session.known_on}")
                raise Refused(said, remedy=session.words().say("clause.look", ref=str(each["record"])))
    if clauses:
        words = session.words()
        talk(words.count("clause.held-against", len(clauses), clauses=words.listed(map(str, clauses))))
    return clauses
