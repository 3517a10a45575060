"""Plain values → a draft that is checked and can be shown → one new file, with one record or several of one owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from pledgekit.checks import Tier, check
from pledgekit.checks.duplicates import alike
from pledgekit.codec.plain import plain
from pledgekit.codec.read import path_text, read_record
from pledgekit.codec.scalars import Faults
from pledgekit.codec.write import dumps
from pledgekit.dates import PartialDate
from pledgekit.datewords import Spoken
from pledgekit.disk import salt
from pledgekit.errors import NotFound, Refused, Unchanged, UsageError
from pledgekit.fingerprint import canonical_json
from pledgekit.ids import ID_LENGTH, Ref, is_id, is_reserved, slug
from pledgekit.model.kinds import (
    ACTIONS,
    ASSESSMENTS,
    BOTH,
    CITIES,
    CONTACTS,
    DECLARATIONS,
    REPLIES,
    RETRACTIONS,
    REVIEWS,
    ROUNDS,
    kind_of,
)
from pledgekit.model.levels import Visibility
from pledgekit.model.problem import Problem, problem
from pledgekit.model.record import Origin, Record
from pledgekit.recording.wording import insist_letters, is_blank
from pledgekit.register import Loaded
from pledgekit.store import Added, New, add
from pledgekit.view.order import newest
from pledgekit.view.takingback import last_words, standing

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pledgekit.model.acts import Retraction
    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register

__all__ = [
    "Draft",
    "correct",
    "draft",
    "draft_together",
    "keep",
    "owner_draft",
    "retraction_of",
    "revision_draft",
    "visibility_of",
]

R = TypeVar("R", bound=Record)

_HASH = 8
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"  # base 32
_WORDS = 40  # how long the words of a made id may be


@attrs.frozen(kw_only=True)
class Draft(Generic[R]):
    """A record that is ready to be added: what it says, in which file, with what beside it, and what it resembles."""

    record: R
    beside: tuple[Record, ...] = ()  # further records of the same file
    path: str
    text: str
    similar: tuple[Ref, ...] = ()


def draft(
    register: Register, kind: Kind[R], owner: str, values: Mapping[str, object], *, by: str, now: datetime.datetime
) -> Draft[R]:
    """Draft a new record of an owner from values as they would stand in its file; `id` may be left out.

    Raises NotFound for an unknown owner, UsageError for a kind that does not belong to it, and Refused with every
    problem that the record has or would cause.
    """
    made: Any = draft_together(register, owner, [(kind, values)], by=by, now=now)
    return made  # type: ignore[no-any-return]  # the kind says which


def draft_together(
    register: Register,
    owner: str,
    parts: Sequence[tuple[Kind[Any], Mapping[str, object]]],
    *,
    by: str,
    now: datetime.datetime,
) -> Draft[Record]:
    """Draft several new records of one owner for one file, which is named after the first; raises like `draft`."""
    made = [(kind, _new(register, kind, owner, values, by=by, now=now)) for kind, values in parts]
    return _drafted(register, made, made[0][1].id, now.date())


def _new(
    register: Register, kind: Kind[R], owner: str, values: Mapping[str, object], *, by: str, now: datetime.datetime
) -> R:
    """Make a new record: typed, named and stamped."""
    holding = register.holdings.get(owner)
    if holding is None:
        raise NotFound(
            f"{owner} is no city or declaration of this register", remedy=f"make it: pledgekit new city {owner}"
        )
    if kind.single:
        raise UsageError(f"{owner} has its [{kind.table}] already", remedy=f"change it with: pledgekit correct {owner}")
    if kind.home not in (holding.home, BOTH):
        raise UsageError(f"{kind.table} belong under {kind.home}/, and {owner} lies under {holding.home}/")
    if kind is not RETRACTIONS:
        _insist_it_stands(register, Ref(owner))
    given = _given(values)
    unnamed = _structured(kind, {"id": "draft", **given}, owner)
    for ref in _answered(kind, unnamed):
        _insist_it_stands(register, ref)
    if kind is REVIEWS:
        from pledgekit.recording.reviewing import insist_unchanged

        insist_unchanged(register, unnamed)  # type: ignore[arg-type]  # the kind says which
    if "id" in given:
        if is_reserved(unnamed.id):
            raise UsageError(f"Windows keeps the name {unnamed.id} for itself", remedy="choose another id")
        if register.holds(Ref(owner, unnamed.id)):
            raise Refused(
                f"{owner}/{unnamed.id} is taken", remedy="choose another id, or correct the record that has it"
            )
        named = unnamed
    else:
        named = unnamed.changed({"id": _made_id(register, kind, unnamed, now)})
    return named.changed(_stamp(by, now))


def owner_draft(
    register: Register, kind: Kind[R], owner: str, values: Mapping[str, object], *, by: str, now: datetime.datetime
) -> Draft[R]:
    """Draft a new city or declaration: the first file of its folder. Raises Refused when the id is taken or bad."""
    if len(owner) > ID_LENGTH:
        raise UsageError(f"an id of {len(owner)} characters is too long", remedy=f"use at most {ID_LENGTH}")
    if not is_id(owner):
        raise UsageError(f"{owner!r} is not an id", remedy="use lower-case letters, digits and single hyphens: oslo-no")
    if is_reserved(owner):
        raise UsageError(f"Windows keeps the name {owner} for itself", remedy=f"choose another: {owner}-city")
    if owner in register.holdings:
        _insist_it_stands(register, Ref(owner))
        raise Refused(f"{owner} exists already", remedy=f"change it with: pledgekit correct {owner}")
    made = _structured(kind, {**_given(values), "id": owner}, owner)
    return _drafted(register, [(kind, made.changed(_stamp(by, now)))], kind.table, now.date())


def correct(
    register: Register, ref: Ref, changes: Mapping[str, object], *, by: str, now: datetime.datetime
) -> Draft[Record]:
    """Draft the next revision of a record: what is not named is kept, an empty value takes a key away.

    Raises NotFound for an unknown ref, Unchanged when nothing would change, Refused for what may not be.
    """
    live = _live(register, ref)
    kind = kind_of(live)
    kept = plain(live)
    stale = {f"{key}_text" for key in changes}  # words that were printed for a date that is another one now
    kept_on = {key: value for key, value in kept.items() if key not in stale}
    values = {**kept_on, **_spelt(changes), "id": live.id, "revision": live.revision + 1}
    made = _structured(kind, _given(values), live.owner)
    if plain(made.changed({"revision": live.revision})) == kept:
        raise Unchanged(f"nothing of {ref} would change", remedy="name the keys to change: key=value")
    return revision_draft(register, made, by=by, now=now)


def revision_draft(register: Register, made: R, *, by: str, now: datetime.datetime) -> Draft[R]:
    """Draft a later revision that is typed already; its file is named after its own hash."""
    stamped = made.changed(_stamp(by, now))
    name = f"{stamped.id}-r{stamped.revision}-{_hash(canonical_json(plain(stamped)))}"
    return _drafted(register, [(kind_of(stamped), stamped)], name, now.date())


def keep(root: Path, drafts: Sequence[Draft[Any]]) -> Added:
    """Add the drafts' files; see `store.add`."""
    return add(root, [New(each.path, each.text) for each in drafts])


def _given(values: Mapping[str, object]) -> dict[str, object]:
    """Leave out what says nothing, and spell out dates that were typed in words."""
    return {key: value for key, value in _spelt(values).items() if not is_blank(value)}


def _spelt(values: Mapping[str, object]) -> dict[str, object]:
    """Give a date that was typed in words as its value, with the words beside it."""
    made: dict[str, object] = {}
    for key, value in values.items():
        made[key] = value.value if isinstance(value, Spoken) else value
        if isinstance(value, Spoken) and value.text:
            made.setdefault(f"{key}_text", value.text)
    return {**made, **{key: value for key, value in values.items() if not isinstance(value, Spoken)}}


def _stamp(by: str, now: datetime.datetime) -> dict[str, object]:
    """Say since when we know and from whom; a moment without an offset would not be the same moment elsewhere."""
    if now.tzinfo is None:
        raise UsageError("the moment of recording has no offset", remedy="give it a time zone")
    insist_letters({"recorded_by": by})
    return {"recorded": now.replace(microsecond=0), "recorded_by": by}


def _live(register: Register, ref: Ref) -> Record:
    """Give the highest revision; raises NotFound, or Refused when it was retracted or exists in two versions."""
    held = register.revisions(ref)
    if not held:
        raise NotFound(f"{ref} is no record of this register")
    _insist_it_stands(register, ref)
    top = [each for each in held if each.revision == held[-1].revision]
    if any(_bare(each) != _bare(top[0]) for each in top):
        raise Refused(
            f"revision {top[0].revision} of {ref} exists in two versions", remedy="mend that first: pledgekit check"
        )
    return top[0]


def retraction_of(register: Register, ref: Ref) -> Retraction | None:
    """Give the retraction that takes back a record, or its owner, and itself stands."""
    acting = {each.record: each for each in standing(last_words(register))}
    return acting.get(ref) or acting.get(Ref(ref.owner))


def _insist_it_stands(register: Register, ref: Ref) -> None:
    """Raise Refused, with the way out, for what was retracted."""
    taken = retraction_of(register, ref)
    if taken is not None:
        way = f"to take that back: pledgekit retract {taken.ref} --reason error"
        if ref.id and taken.record == ref:
            way = f"record it anew, or {way}"
        raise Refused(f"{taken.record} was retracted, by {taken.ref}", remedy=way)


def _answered(kind: Kind[Any], record: Any) -> tuple[Ref, ...]:  # noqa: ANN401  of any kind
    """Give the assessments that a new record replies to or settles: of what was taken back there is nothing to say."""
    if kind is REPLIES:
        return (record.assessment,)
    return record.settles if kind is ASSESSMENTS else ()


def _bare(record: Record) -> Record:
    """Give what makes two copies one record: all but when and by whom it was recorded."""
    return record.changed({"recorded": None, "recorded_by": ""})


def _structured(kind: Kind[R], values: Mapping[str, object], owner: str) -> R:
    """Make the typed record, or raise Refused with everything that is wrong with the values."""
    insist_letters(values)
    try:
        made: Any = read_record(kind, values, owner)
    except Faults as found:
        problems = [
            problem(each.code, each.message, file="", path=path_text(each.path), remedy=each.remedy)
            for each in found.faults
        ]
        raise _refused(problems) from None
    return made  # type: ignore[no-any-return]  # the kind says which


def _drafted(register: Register, made: Sequence[tuple[Kind[Any], R]], name: str, today: datetime.date) -> Draft[R]:
    """Place, check and write out records. What they would break is refused; what was broken before is not their fault.

    A file with anything internal in it lies inside.
    """
    kind, first = made[0]
    inside = any(visibility_of(register, each, record) is Visibility.INTERNAL for each, record in made)
    inside = inside and kind is not RETRACTIONS
    path = f"{_home(register, kind, first)}/{first.owner}/{'internal/' if inside else ''}{name}.toml"
    placed: list[R] = []
    after = register
    for each, record in made:
        nth = -1 if each.single else sum(kind_of(before) is each for before in placed)
        placed.append(record.changed({"origin": Origin(path, each.table, nth)}))
        after = after.adding(placed[-1])
    found = check(Loaded(after, (), 1), today=today, tier=Tier.ALWAYS, of_file=path)
    errors = [each for each in found if each.severity == "error"]
    if errors:
        raise _refused(errors)
    similar = {ref for each, record in zip(made, placed, strict=True) for ref in _similar(register, each[0], record)}
    return Draft(
        record=placed[0],
        beside=tuple(placed[1:]),
        path=path,
        text=dumps(placed),
        similar=tuple(sorted(similar)),
    )


def _home(register: Register, kind: Kind[Any], record: Record) -> str:
    if kind is DECLARATIONS or kind is CITIES:
        return kind.home
    return register.holdings[record.owner].home


def _refused(problems: Sequence[Problem]) -> Refused:
    """Say what is wrong by the keys' names, and what helps."""
    said = [(_named(each), each.remedy.rstrip(".")) for each in problems]
    said = [(message, remedy[:1].lower() + remedy[1:]) for message, remedy in said]
    if len(said) == 1:
        return Refused(said[0][0], problems=problems, remedy=said[0][1])
    return Refused("; ".join(f"{message} ({remedy})" for message, remedy in said), problems=problems)


def _named(each: Problem) -> str:
    """Put the key in front of the message: `visibility`, not `actions[0].visibility`."""
    _, dot, key = each.path.partition(".")
    name = key if each.file and dot else "" if each.file else each.path
    return f"{name}: {each.message}" if name else each.message


def visibility_of(register: Register, kind: Kind[Any], record: Any) -> Visibility:  # noqa: ANN401  of any kind
    """Give who may see a record: by its own word or its kind's; a reply and a request by what they belong to."""
    if kind is CONTACTS:
        return Visibility.INTERNAL
    if record.visibility is not None:
        return Visibility(record.visibility)
    if isinstance(kind.visibility, Visibility):
        return kind.visibility
    if kind is REPLIES:
        above = newest(register.revisions(record.assessment))
        return Visibility.NETWORK if above is None else visibility_of(register, kind_of(above), above)
    for held in register.records(ROUNDS, record.declaration.owner):
        last: Any = newest(register.revisions(held.ref))
        if last.period[1:] == record.period[1:]:
            return Visibility(last.responses)
    return Visibility.NETWORK


def _made_id(register: Register, kind: Kind[Any], record: Record, now: datetime.datetime) -> str:
    """Make an id: the date of the matter, words, and a hash of content, time and chance, so that no two ever collide.

    An internal record's id has no words: its name may be seen where its content must not.
    """
    mark = _hash(f"{kind.table} {plain(record)} {now.isoformat()} {salt()}")
    if visibility_of(register, kind, record) is Visibility.INTERNAL:
        return f"{now.date().isoformat()}-{mark}"
    dates = [getattr(record, key) for key in kind.when if isinstance(getattr(record, key), PartialDate)]
    period = getattr(record, "period", None)
    day = period.label if period else next((each.text[:7] for each in dates), "")
    words = [getattr(record, key) for key in kind.key if key not in (*kind.when, "period")]
    said = " ".join(
        (each.id or each.owner) if isinstance(each, Ref) else str(each or "")
        for each in words
        if not isinstance(each, tuple) or isinstance(each, Ref)
    )
    return "-".join(filter(None, [slug(day), slug(said, _WORDS), mark]))


def _hash(text: str) -> str:
    """Give eight letters and digits of a hash."""
    from hashlib import sha256

    number = int.from_bytes(sha256(text.encode()).digest())
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_HASH))


def _similar(register: Register, kind: Kind[Any], record: Record) -> tuple[Ref, ...]:
    """Give records of the owner that likely say the same: equal natural key, or for actions a close title."""
    found = set()
    for each in register.records(kind, record.owner):
        if each.id == record.id:
            continue
        same = all(getattr(each, key) == getattr(record, key) for key in kind.key)
        if same or (kind is ACTIONS and alike(each.title, record.title)):  # type: ignore[attr-defined]  # an action
            found.add(each.ref)
    return tuple(sorted(found))
