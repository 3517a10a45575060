"""Erasing: every revision of a record leaves its files, and a tombstone stays. For privacy and safety alone.

The one step of recording that touches what is there. Each file is replaced only while it holds what was read; other
records of it keep their bytes. The tombstone is put first, so that an erasing that breaks off hides what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pledgekit.checks import Tier, check
from pledgekit.codec.cutting import cut
from pledgekit.errors import NotFound, Refused, UsageError
from pledgekit.model.kinds import RETRACTIONS, REVIEWS, kind_of
from pledgekit.model.levels import Reason, Verdict
from pledgekit.recording.drafting import Draft, draft
from pledgekit.recording.mentions import Mention, echoes, mentions, moved
from pledgekit.register import Holding, Loaded, Register
from pledgekit.store import Added, Change, New, add, change, read_file
from pledgekit.view.takingback import last_words, taken_back

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from pledgekit.ids import Ref
    from pledgekit.model.acts import Retraction
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Origin, Record

__all__ = ["Erasure", "carry_out", "erase"]

REASONS = (Reason.PRIVACY, Reason.SAFETY)


@attrs.frozen(kw_only=True)
class Erasure:
    """What an erasing will do: the tombstone, a new file for it or none, the files it changes, and what it leaves.

    `cited` are the problems that refs to the record will be, `mentions` the other places that speak of it, at the lines
    they will have, `echoes` those where its names and texts stand, with its keys; `unread` are the problems of files
    that could not be read, which may hold more of it.
    """

    ref: Ref
    tombstone: Draft[Retraction] | None
    new: tuple[New, ...]
    changes: tuple[Change, ...]
    cited: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    echoes: tuple[Mention, ...]
    unread: tuple[Problem, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that are written, removed or changed, in this order of work."""
        return (*(each.path for each in self.new), *(each.path for each in self.changes))


def erase(loaded: Loaded, root: Path, ref: Ref, *, reason: str, by: str, now: datetime.datetime) -> Erasure:
    """Work out how to erase a record; nothing is written yet.

    Raises NotFound for an unknown ref, UsageError for a reason that does not justify it, Refused for owners, for what
    hides other records, and for files whose records cannot be cut out.
    """
    register = loaded.register
    if reason not in REASONS:
        raise UsageError(f"{reason!r} is no reason to erase", remedy="privacy or safety; else: pledgekit retract")
    held = register.revisions(ref)
    if not held:
        raise NotFound(f"{ref} is no record of this register")
    _may_go(held[-1])
    stands = ref in taken_back(last_words(register), REASONS)
    values = {"record": str(ref), "reason": reason}
    tombstone = None if stands else draft(register, RETRACTIONS, ref.owner, values, by=by, now=now)
    places: dict[str, set[tuple[str, int]]] = {}
    for each in held:
        origin: Origin = each.origin  # type: ignore[assignment]  # what was loaded stands somewhere
        places.setdefault(origin.file, set()).add((origin.table, origin.nth))
    outside = sorted(each for each in places if each.split("/")[2:-1][:1] != ["internal"])
    at = outside[0] if outside and tombstone else ""
    changes = [
        _change(root, path, places[path], tombstone.text if tombstone and path == at else "")
        for path in sorted(places, key=lambda path: (path != at, path))
    ]
    new = (New(tombstone.path, tombstone.text),) if tombstone and not at else ()
    after = _after(register, ref, tombstone.record if tombstone else None)
    found = check(Loaded(after, (), loaded.files), today=now.date(), tier=Tier.CHECK)
    cited = _cited(ref, found, changes)
    known = {(each.file, each.line) for each in cited}
    instead = {each.path: each.data for each in changes}
    speaks = mentions(root, ref, instead)
    return Erasure(
        ref=ref,
        tombstone=tombstone,
        new=new,
        changes=tuple(changes),
        cited=cited,
        mentions=tuple(each for each in speaks if (each.file, each.line) not in known),
        echoes=tuple(echoes(root, held, instead)),
        unread=tuple(each for each in loaded.problems if each.file.split("/")[1:2] == [ref.owner]),
    )


def carry_out(root: Path, erasure: Erasure) -> Added:
    """Write the tombstone, then change the files; see `store.add` and `store.change` for what is raised."""
    first = add(root, erasure.new)
    then = change(root, erasure.changes)
    return Added(first.paths + then.paths, first.unconfirmed + then.unconfirmed)


def _may_go(record: Record) -> None:
    """Refuse what others need: an owner has everything below it, and what hides a record would show it again."""
    kind = kind_of(record)
    if kind.single:
        raise Refused(
            f"{record.owner} is a {kind.singular}, with records of its own",
            remedy="erase those that must go; take out of this one with: pledgekit correct",
        )
    if kind is RETRACTIONS or (kind is REVIEWS and record.verdict == Verdict.MUST_NOT_PUBLISH):  # type: ignore[attr-defined]  # a review
        raise Refused(
            f"{record.ref} keeps another record from being shown, and would no longer",
            remedy="what is private in its words can be recorded anew, and the rest erased by hand",
        )


def _change(root: Path, path: str, records: set[tuple[str, int]], instead: str) -> Change:
    was = read_file(root, path)
    try:
        return Change(path, was, cut(was, records, instead))
    except ValueError as error:
        raise Refused(
            f"nothing was erased: {error}",
            file=path,
            remedy=f"bring the file into canonical form: pledgekit fmt {path}",
        ) from error


def _cited(ref: Ref, found: Iterable[Problem], changes: Iterable[Change]) -> tuple[Problem, ...]:
    """Give the problems that refs to the record will be, each at the line that it will have."""
    changed = {each.path: each for each in changes}
    cited = (each for each in found if each.code == "retracted-ref" and each.message.startswith(f"{ref} "))
    return tuple(
        each._replace(line=moved(changed[each.file].was, changed[each.file].data, each.line))
        if each.file in changed
        else each
        for each in cited
    )


def _after(register: Register, ref: Ref, tombstone: Retraction | None) -> Register:
    """Give the register as it will be."""
    holdings = [
        Holding(owner, each.home, [one for table in each.tables.values() for one in table if one.ref != ref])
        for owner, each in register.holdings.items()
    ]
    after = Register(holdings, root=register.root, complete=register.complete)
    return after if tombstone is None else after.adding(tombstone)
