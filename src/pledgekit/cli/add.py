"""`add`: put a record of any kind on record, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from pledgekit.cli.completion import kinds, owners
from pledgekit.cli.console import Want, obtain
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of, typed
from pledgekit.cli.options import By, DryRun, Note, Remark, Sources, Visible
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pledgekit.codec.scalars import Fault
    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register

__all__ = ["command"]

# What only some records of a kind need, or in one of two keys: the keys, when, and when not in words (a message).
_SOMETIMES: Final[dict[str, tuple[tuple[tuple[str, ...], Callable[[Mapping[str, Any]], bool], str], ...]]] = {
    "officials": ((("seen", "from"), lambda _: True, ""),),
    "updates": ((("completion", "instead"), lambda _: True, ""),),
    "assessments": ((("completion",), lambda held: held.get("evidence_level") != "none", "cli.unless-none"),),
    "requests": ((("due",), lambda held: held.get("act") == "extended", ""),),
    "commitments": ((("text",), lambda held: held.get("wording") == "official", ""),),
}


def command(
    ctx: typer.Context,
    *,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", autocompletion=kinds, help="official, event, commitment, …", show_default=False),
    ],
    owner: Annotated[
        str, typer.Argument(metavar="OWNER", autocompletion=owners, help="The city or declaration.", show_default=False)
    ],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="The record's keys.", show_default=False)
    ] = None,
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record anything else: an official, contact, profile, event, finding, step, selection, commitment or round."""
    from pledgekit.cli.kinds import kind_meant
    from pledgekit.cli.values import read_values, resolved
    from pledgekit.model.kinds import BOTH
    from pledgekit.naming import find_owner
    from pledgekit.recording import draft

    session: Session = ctx.obj
    found = kind_meant(kind)
    given = read_values(found, values or ())
    loaded = session.load()
    if found.single and owner not in loaded.register.holdings:
        raise UsageError(f"{owner} is not there yet", remedy=f"make it: pledgekit new {found.table} {owner}")
    home = "" if found.home == BOTH else found.home
    name = find_owner(loaded.register, owner, home)
    options = {"visibility": visibility, "remark": remark, "note": note, "sources": sources_of(source)}
    given = resolved(loaded.register, found, given) | {key: value for key, value in options.items() if value}
    with typed():
        given |= _asked(loaded.register, found, given)
        made = draft(loaded.register, found, name, given, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)


def _asked(register: Register, kind: Kind[Any], given: Mapping[str, object]) -> dict[str, object]:
    """Obtain what a record of the kind needs and was not given; raises UsageError naming all of it."""
    from pledgekit.model.kinds import REVIEWS, required_keys

    if kind.single or _faults(kind, given):
        return {}  # the draft will say what is wrong, before anybody types more
    if kind is REVIEWS and not given.get("seen"):
        raise UsageError("seen= is missing", remedy="give the records to: pledgekit review REF")
    keys = [each for each in required_keys(kind) if each != "id" and given.get(each) in (None, "", [])]
    wants = [_want(register, kind, (each,)) for each in keys]
    for others, needed, unless in _SOMETIMES.get(kind.table, ()):
        if not any(given.get(each) for each in others):

            def lacks(before: Sequence[Any], needed: Callable[[Mapping[str, Any]], bool] = needed) -> bool:
                return needed(_all(given, before))

            wants.append(_want(register, kind, others, lacks, unless))
    return _all({}, obtain(*wants))


def _all(given: Mapping[str, object], answers: Sequence[Mapping[str, object] | None]) -> dict[str, Any]:
    """Give what was given and answered, together."""
    return {**given, **{key: value for each in answers for key, value in (each or {}).items()}}


def _want(
    register: Register,
    kind: Kind[Any],
    keys: tuple[str, ...],
    needed: Callable[[Sequence[Any]], bool] | None = None,
    unless: str = "",
) -> Want:
    """Want one of some keys: by its word, where they have words, else the first of them."""
    from pledgekit.model.record import about_of, fields_of, key_of
    from pledgekit.model.scales import SCALES
    from pledgekit.words import words

    scales = {key_of(each.name): about_of(each).scale for each in fields_of(kind.cls)}
    known = {word: key for key in keys if scales[key] for word in SCALES[scales[key]].words}
    if keys[1:]:
        unless = words().say("cli.or-keys", keys=" / ".join(f"{each}=" for each in keys[1:]))
    elif unless:
        unless = words().say(unless)

    def read(text: str) -> dict[str, object]:
        return _read(register, kind, known.get(text, keys[0]), text)

    return Want(f"{keys[0]}=", words=tuple(known), read=read, needed=needed, unless=unless)


def _read(register: Register, kind: Kind[Any], key: str, text: str) -> dict[str, object]:
    """Make the value of one key of what was typed; raises UsageError for what the key does not take."""
    from pledgekit.cli.values import read_values, resolved

    made = resolved(register, kind, read_values(kind, [f"{key}={text}"]))
    for each in _faults(kind, made):
        raise UsageError(each.message, remedy=each.remedy)
    return made


def _faults(kind: Kind[Any], given: Mapping[str, object]) -> list[Fault]:
    """Find what is wrong with values, but that others are missing."""
    from pledgekit.codec.read import read_record
    from pledgekit.codec.scalars import Faults
    from pledgekit.datewords import Spoken

    plain = {each: value.value if isinstance(value, Spoken) else value for each, value in given.items()}
    try:
        read_record(kind, {"id": "draft", **{key: value for key, value in plain.items() if value not in ("", [])}}, "")
    except Faults as found:
        return [each for each in found.faults if each.code != "missing-key"]
    return []
