"""`correct`: the next revision of a record. What is not named is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from pledgekit.cli.completion import refs
from pledgekit.cli.console import talk, warn
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish_all, sources_of, typed
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.recording import Draft
    from pledgekit.register import Register

__all__ = ["command"]

_FIXED = {"id", "revision", "recorded", "recorded_by"}
_TOLD = {"from": "from_", **{key: key for key in ("until", "seen", "date", "start", "end")}}  # days that sources tell
_FIXED_REMEDY = (
    "a correction is the next revision of the same record, stamped anew; to rename it, retract it and record it anew"
)


def command(
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="REF… KEY=VALUE…",
            autocompletion=refs,
            help="The records or owners; what changes in each. KEY= takes a key away.",
            show_default=False,
        ),
    ],
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Correct one record or many: a further revision of each is recorded, the earlier one stays."""
    from pledgekit.errors import PledgekitError, Unchanged

    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    targets, changes = _parted(register, words)
    options = {"visibility": visibility, "remark": remark, "note": note, "sources": sources_of(source)}
    given: dict[str, object] = {key: value for key, value in options.items() if value}
    by = session.by(recorded_by)
    made: list[Draft[Record]] = []
    for target in targets:  # each is judged with those before it, so that together they break nothing either
        try:
            made.append(_drafted(session, register, target, _Change(changes, given, by)))
        except Unchanged:
            if len(targets) == 1:
                raise
            talk(session.words().say("clause.unchanged", ref=str(target)))
        except PledgekitError as error:
            if len(targets) > 1:
                error.message = f"{target}: {error.message}"
            raise
        else:
            register = register.adding(made[-1].record)
    if not made:
        raise Unchanged("nothing of them would change", remedy="name the keys to change: key=value")
    finish_all(session, loaded, made, dry_run=dry_run)


def _parted(register: Register, words: Sequence[str]) -> tuple[Sequence[Ref], Sequence[str]]:
    """Part the records, each once, from what changes in them: the first word with a `=` begins that."""
    from pledgekit.errors import NotFound, UsageError
    from pledgekit.naming import find_ref

    first = next((at for at, each in enumerate(words) if "=" in each), len(words))
    if not first:
        raise UsageError(f"{words[0]!r} is no record", remedy="name the record first: pledgekit correct REF KEY=VALUE")
    targets = tuple(dict.fromkeys(find_ref(register, each) for each in words[:first]))
    for target in targets:
        if not register.revisions(target):
            raise NotFound(f"{target} is not on record", remedy="list what is: pledgekit list KIND")
    return targets, words[first:]


class _Change(NamedTuple):
    """What changes in each record: as typed, by options, and by whom."""

    words: Sequence[str]
    options: dict[str, object]
    by: str


def _drafted(session: Session, register: Register, target: Ref, change: _Change) -> Draft[Record]:
    """Draft the next revision of one record."""
    from pledgekit.cli.answering import pinned
    from pledgekit.cli.values import read_values, resolved
    from pledgekit.codec.plain import plain
    from pledgekit.errors import Refused, UsageError
    from pledgekit.model.kinds import kind_of
    from pledgekit.recording import correct
    from pledgekit.recording.replying import insist_time, less_time

    live = register.revisions(target)[-1]
    kind = kind_of(live)
    changes = resolved(register, kind, read_values(kind, change.words)) | change.options
    for key in _FIXED & changes.keys():
        raise UsageError(f"{key} cannot be changed", remedy=_FIXED_REMEDY)
    with typed():
        try:
            made = correct(register, target, changes, by=change.by, now=session.now)
            more, said = pinned(register, live, made.record, changes)
            if more:
                made = correct(register, target, changes | more, by=change.by, now=session.now)
            insist_time(live, made.record, session.as_of)
            for each in said:
                talk(session.words().say(each.message, ref=str(target), **each.values))
            if less_time(live, made.record):
                warn(session.words().say("review.less-time", ref=str(target)))
            moved = _moved(live, made.record, changes)
            if moved:
                warn(session.words().say("clause.other-day", ref=str(target), keys=", ".join(moved)))
        except Refused as error:
            also = " ".join(f"{key}=" for key in _in_the_way(plain(live), changes))
            if also and any(getattr(each, "code", "") == "date-and-span" for each in error.problems):
                remedy = session.words().say("cli.take-away", keys=also)
                raise Refused(error.message, problems=error.problems, remedy=remedy) from None
            raise
    return made


def _moved(live: Record, made: Record, changes: Mapping[str, object]) -> list[str]:
    """Name the days that move while the sources stay that told of the earlier ones."""
    if not live.sources or "sources" in changes:
        return []
    of = {str(each.date) for each in live.sources}
    days = {key: (getattr(live, name, None), getattr(made, name, None)) for key, name in _TOLD.items()}
    return [key for key, (old, new) in days.items() if old and new and str(old) != str(new) and str(new) not in of]


def _in_the_way(held: Mapping[str, object], changes: Mapping[str, object]) -> list[str]:
    """Name the keys that a record has and a change leaves, and that exclude what the change brings."""
    others = ("start", "end") if changes.get("date") else ("date",)
    return [key for key in others if key in held and key not in changes]
