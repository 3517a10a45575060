"""What was corrected of what an audience once saw: which record, when, for what kind of reason. Beside looking.

A line tells of a record that was seen on the day before, and never what it said. It never tells of what is hidden:

* what was taken back for privacy or safety, narrowed or banned since is not seen on any earlier day either;
* a corrected record has to be seen now; one that was taken back has to stand under what is seen now, or is told itself;
* what says no day on which it was recorded cannot be set between two days, and leaves no line.

Corrected is where something that had been said is said otherwise or no longer. To add what was missing, to move on (an
action that ends, a dialogue that was held) and to show a source to fewer people is no correction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from pledgekit.dates import day_of
from pledgekit.ids import Ref
from pledgekit.model.kinds import (
    ACTIONS,
    ASSESSMENTS,
    CITIES,
    COMMITMENTS,
    DECLARATIONS,
    ENDORSEMENTS,
    EVENTS,
    FINDINGS,
    OFFICIALS,
    PROFILES,
    PUBLISHED,
    REPLIES,
    RETRACTIONS,
    ROUNDS,
    STEPS,
    UPDATES,
    kind_of,
)
from pledgekit.model.levels import EventState, Reason
from pledgekit.model.record import Part, about_of, fields_of
from pledgekit.view.bearing import bearing
from pledgekit.view.order import newest
from pledgekit.view.takingback import standing

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from pledgekit.model.acts import Retraction
    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["CORRECTED", "KINDS_CORRECTED", "Correction", "corrections"]

CORRECTED: Final = "corrected"  # beside the reasons of retractions

# What states facts. What is asked, chosen, decided and noted inside is how we work, and nobody has read it as a fact.
KINDS_CORRECTED: Final[tuple[Kind[Any], ...]] = (
    *(DECLARATIONS, COMMITMENTS, ROUNDS, EVENTS, FINDINGS, STEPS, PUBLISHED),
    *(CITIES, OFFICIALS, PROFILES, ENDORSEMENTS, ACTIONS, UPDATES, ASSESSMENTS, REPLIES),
)
_NEVER_LISTED: Final = frozenset({Reason.PRIVACY, Reason.SAFETY})
_UNSAID: Final = frozenset(
    {"id", "revision", "visibility", "recorded", "recorded_by", "note", "extra", "translations", "lang"}
)
_MOVES: Final[Mapping[str, frozenset[str]]] = {
    DECLARATIONS.table: frozenset({"all_clauses", "assessed", "publisher"}),
    ROUNDS.table: frozenset({"due", "responses"}),
    CITIES.table: frozenset({"population"}),
    OFFICIALS.table: frozenset({"seen"}),
    ACTIONS.table: frozenset({"status", "status_since", "confirmed"}),
    UPDATES.table: frozenset({"clause_seen"}),
    ASSESSMENTS.table: frozenset({"clause_seen", "reply_due"}),
}


@attrs.frozen(kw_only=True)
class Correction:
    """One record that is corrected or taken back. `declarations`: the ids of those that it speaks of."""

    day: datetime.date
    table: str
    ref: Ref
    reason: str  # error, duplicate, other; or corrected
    in_favour_of: Ref | None = None  # only where that is seen
    declarations: frozenset[str] = frozenset()


def corrections(register: Register, view: View) -> tuple[Correction, ...]:
    """Give the corrections up to a whole view of a register, in the order of days, then of refs."""
    return _Correcting(register, view).result()


class _Correcting:
    """One look back, each day looked at once."""

    def __init__(self, register: Register, view: View) -> None:
        self.register = register
        self.view = view
        self.holds = {each.ref for each in view.everything()}
        self.days: dict[datetime.date, View] = {}
        self.retractions = self._retractions()
        self.revised = [*self._several()]
        few = {*(each.record for _, each in self.retractions), *(record.ref for _, record, _ in self.revised)}
        self.few = bearing(register, few)

    def result(self) -> tuple[Correction, ...]:
        found = [*self._standing_ground(list(self._taken_back())), *self._revised()]
        return tuple(sorted(found, key=lambda each: (each.day, each.ref, each.table)))

    def _knows(self, record: Record) -> bool:
        known_on = self.view.lens.known_on
        return known_on is None or record.recorded is None or day_of(record.recorded) <= known_on

    def _day_before(self, day: datetime.date) -> View | None:
        """Give what was seen on the day before; nothing before the first day there is."""
        if day.toordinal() == 1:
            return None
        if day not in self.days:
            from pledgekit.view import look  # the door itself; read here, since it reads this module

            lens, before = self.view.lens, day.fromordinal(day.toordinal() - 1)
            lens = attrs.evolve(lens, as_of=min(before, lens.as_of), known_on=before)
            self.days[day] = look(self.few, lens)
        return self.days[day]

    # taken back

    def _taken_back(self) -> Iterator[tuple[Correction, Record]]:
        """Yield each record that a retraction took out of sight, with the first one that did."""
        seen: set[tuple[str, Ref]] = set()
        for day, retraction in self.retractions:
            before = self._day_before(day)
            if before is None:
                continue
            for kind in KINDS_CORRECTED:
                record = before.get(kind, retraction.record)
                if record is None or (kind.table, record.ref) in seen:
                    continue
                seen.add((kind.table, record.ref))
                other = retraction.in_favour_of
                correction = Correction(
                    day=day,
                    table=kind.table,
                    ref=record.ref,
                    reason=retraction.reason,
                    in_favour_of=other if other in self.holds else None,
                    declarations=self._declarations(record, before),
                )
                yield correction, record

    def _retractions(self) -> list[tuple[datetime.date, Retraction]]:
        """Give the retractions that stand and say a day, earliest first; none that was ever for privacy or safety."""
        held: dict[Ref, list[Retraction]] = {}
        for each in self.register.records(RETRACTIONS):
            if self._knows(each):
                held.setdefault(each.ref, []).append(each)
        live = [last for each in held.values() if (last := newest(each)) is not None]
        found = []
        for each in standing(live):
            days = [day_of(version.recorded) for version in held[each.ref] if version.recorded is not None]
            if len(days) == len(held[each.ref]) and not _NEVER_LISTED & {one.reason for one in held[each.ref]}:
                found.append((min(days), each))
        return sorted(found, key=lambda each: (each[0], each[1].ref))

    def _standing_ground(self, found: Sequence[tuple[Correction, Record]]) -> Iterator[Correction]:
        """Leave out what stood under a record that is now hidden: a reply to an assessment that is no longer shown."""
        kept = list(found)
        while True:
            told = self.holds | {correction.ref for correction, _ in kept}
            left = [each for each in kept if all(ref in told for ref in _needs(each[1]))]
            if len(left) == len(kept):
                break
            kept = left
        yield from (correction for correction, _ in kept)

    # revised

    def _several(self) -> Iterator[tuple[Kind[Any], Record, list[Record]]]:
        """Yield the records that are seen and have several versions, with those that are known."""
        for kind in KINDS_CORRECTED:
            for record in self.view.all(kind):
                held = self.register.revisions(record.ref)
                known = [each for each in held if type(each) is type(record) and self._knows(each)]
                if len(known) > 1:
                    yield kind, record, known

    def _revised(self) -> Iterator[Correction]:
        """Yield each day on which a record that is seen began to say something else."""
        for kind, record, held in self.revised:
            for day in sorted({day_of(each.recorded) for each in held if each.recorded is not None}):
                before = self._day_before(day)
                said = before.get(kind, record.ref) if before is not None else None
                then = newest([each for each in held if each.recorded is None or day_of(each.recorded) <= day])
                if before is not None and said is not None and then is not None and self._otherwise(said, then):
                    yield Correction(
                        day=day,
                        table=kind.table,
                        ref=record.ref,
                        reason=CORRECTED,
                        declarations=self._declarations(said, before) | self._declarations(record, self.view),
                    )

    def _otherwise(self, before: Any, after: Any) -> bool:  # noqa: ANN401  two versions of a record
        """Tell whether something that was seen is said otherwise or no longer; of `after` nothing is redacted."""
        table = kind_of(before).table
        if table == COMMITMENTS.table and before.wording != after.wording:
            return False  # the official words came: nothing that had been said was wrong
        skipped = _UNSAID | _MOVES.get(table, frozenset())
        return any(
            self._lost(attribute.name, getattr(before, attribute.name), getattr(after, attribute.name))
            for attribute in fields_of(type(before))
            if attribute.name not in skipped
        )

    def _lost(self, name: str, before: Any, after: Any) -> bool:  # noqa: ANN401  values of one key
        if before is None or before is False or before in ("", ()):
            return False
        if type(before) is tuple:  # dates and refs are tuples of a kind, too
            return any(self._gone(item, after) for item in before)
        if isinstance(before, Mapping):
            return any(after.get(key) != value for key, value in before.items())
        if name == "state" and before in (EventState.PLANNED, EventState.UNKNOWN):
            return False
        return before != after and not (isinstance(before, Ref) and before not in self.holds)

    def _gone(self, item: Any, after: Iterable[Any]) -> bool:  # noqa: ANN401  an item of a list
        """Tell whether an item is no longer in a list, not even with more to it or for fewer people."""
        if isinstance(item, Ref):
            return item in self.holds and item not in after
        if isinstance(item, Part):
            if any(ref not in self.holds for ref in _refs(item)):
                return False
            return not any(_continues(each, item) for each in after)
        return item not in after

    def _declarations(self, record: Any, view: View) -> frozenset[str]:  # noqa: ANN401  a record of any of the kinds
        """Give the declarations that a record speaks of: its owner, those it names, those that its city endorsed."""
        if kind_of(record).home == DECLARATIONS.home:
            return frozenset({record.owner, *(each.owner for each in getattr(record, "also_for", ()))})
        if kind_of(record) is REPLIES:
            judged = view.get(ASSESSMENTS, record.assessment)
            return frozenset({judged.commitment.owner} if judged is not None else ())
        for key in ("declaration", "commitment"):
            if hasattr(record, key):
                return frozenset({getattr(record, key).owner})
        if kind_of(record) is ACTIONS:
            return frozenset(each.owner for each in record.commitments)
        seen = self.view if Ref(record.owner) in self.holds else view
        return frozenset(each.declaration.owner for each in seen.all(ENDORSEMENTS, record.owner))


def _needs(record: Record) -> Iterator[Ref]:
    """Yield the owner of a record and the refs without which it means nothing."""
    if record.ref.id:
        yield Ref(record.owner)
    for attribute in fields_of(type(record)):
        if about_of(attribute).target and attribute.default is attrs.NOTHING:
            yield getattr(record, attribute.name)


def _refs(part: Part) -> Iterator[Ref]:
    for attribute in fields_of(type(part)):
        value = getattr(part, attribute.name)
        if isinstance(value, Ref):
            yield value


def _continues(part: Any, earlier: Any) -> bool:  # noqa: ANN401  parts of a list
    """Tell whether a part says all that an earlier one said, perhaps more; a measured result also at another time."""
    moved = getattr(earlier, "indicator", "") and part.indicator == earlier.indicator and part.date != earlier.date
    return bool(moved) or all(
        getattr(part, each.name) == getattr(earlier, each.name)
        for each in fields_of(type(earlier))
        if each.name != "visibility" and getattr(earlier, each.name) not in (None, "", ())
    )
