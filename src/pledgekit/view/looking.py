"""How a view is made: the four steps behind `view.look`, each a method, in their one order. Used by `view` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.codec.plain import plain
from pledgekit.dates import Certainty, day_of
from pledgekit.fingerprint import canonical_json
from pledgekit.ids import Ref
from pledgekit.model.kinds import (
    ASSESSMENTS,
    CITIES,
    DECLARATIONS,
    EVENTS,
    FINDINGS,
    KINDS,
    REPLIES,
    RETRACTIONS,
    REVIEWS,
    ROUNDS,
    STEPS,
    Inherited,
    kind_of,
)
from pledgekit.model.levels import Audience, Reason, Verdict, Visibility
from pledgekit.view.redaction import Redaction

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from pledgekit.model.edition import Round
    from pledgekit.model.lanes import Assessment, Request
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["Looking"]

Tables = dict[str, dict[str, list["Record"]]]

_PUBLIC, _NETWORK, _INTERNAL = (each.rank for each in Visibility)
_SEES = {Audience.PUBLIC: _PUBLIC, Audience.CITY: _PUBLIC, Audience.NETWORK: _NETWORK, Audience.INTERNAL: _INTERNAL}
_AT_LEAST = {RETRACTIONS.table: _INTERNAL, REVIEWS.table: _NETWORK}  # they act for all; their words are not for all
_GRAVE = (Reason.PRIVACY, Reason.SAFETY)
_BANS = (Verdict.MUST_NOT_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED)  # an unnamed record is not shown at all yet


class Looking:
    """One look at a register."""

    def __init__(
        self,
        register: Register,
        *,
        as_of: datetime.date,
        known_on: datetime.date | None,
        audience: Audience,
        city: str,
    ) -> None:
        """Prepare what all steps ask about: retractions, bans and rounds."""
        self.register = register
        self.as_of = as_of
        self.known_on = known_on
        self.audience = audience
        self.city = city
        self.inside = audience is Audience.INTERNAL
        self.retracted = self._retracted()
        self.banned = self._banned()
        self.held_back: dict[str, int] = {}
        self.live: Tables = {}

    def result(self) -> tuple[Tables, Mapping[str, int]]:
        """Take the four steps and give the tables of the view, and how many records of each table were held back."""
        for owner, holding in self.register.holdings.items():
            if Ref(owner) in self.retracted:
                continue
            for name, held in holding.records.items():
                record = self._known(held) if isinstance(held, list) or self.known_on is not None else held
                if record is None or self._later(record):
                    continue
                if self.retracted and Ref(owner, "" if name == owner else name) in self.retracted:
                    continue
                self.live.setdefault(kind_of(record).table, {}).setdefault(owner, []).append(record)
        self._drop_with_event()
        self._prepare()
        seen = self.live if self.inside else self._seen()
        if not self.inside:
            seen = Redaction(seen, _SEES[self.audience], self.city, self.held_back).result()
        return _in_order(seen), self.held_back

    # known-on

    def _knows(self, record: Record) -> bool:
        return self.known_on is None or record.recorded is None or day_of(record.recorded) <= self.known_on

    def _known(self, held: Record | list[Record]) -> Record | None:
        """Give the live revision: the highest one known."""
        known = [each for each in (held if isinstance(held, list) else [held]) if self._knows(each)]
        if not known:
            return None
        top = max(each.revision for each in known)
        best = [each for each in known if each.revision == top]
        return best[0] if len(best) == 1 else max(best, key=_later_recorded)

    def _retracted(self) -> frozenset[Ref]:
        """Give what is taken back. A retraction that is itself taken back does not count."""
        acting: dict[Ref, list[Ref]] = {}
        for each in self.register.records(RETRACTIONS):
            if self._knows(each) or (not self.inside and each.reason in _GRAVE):
                acting.setdefault(each.ref, []).append(each.record)
        undone = {target for ref, targets in acting.items() for target in targets if target in acting and target != ref}
        return frozenset(target for ref, targets in acting.items() if ref not in undone for target in targets)

    # as-of

    def _later(self, record: Record) -> bool:
        """Tell whether a record is certainly later than the day; what has no date is moved by known-on alone."""
        for key in kind_of(record).when:
            when = getattr(record, key)
            if when is None or isinstance(when, Ref):
                continue
            return bool(when.later_than(self.as_of) is Certainty.CERTAINLY)
        return False

    def _drop_with_event(self) -> None:
        """Leave out findings and steps of events that are certainly later."""
        later = {
            each.ref
            for each in self.register.records(EVENTS)
            if each.id not in {held.id for held in self.live.get(EVENTS.table, {}).get(each.owner, ())}
        }
        for table in (FINDINGS.table, STEPS.table) if later else ():
            for owner, records in self.live.get(table, {}).items():
                self.live[table][owner] = [each for each in records if getattr(each, "event", None) not in later]

    # audience

    def _prepare(self) -> None:
        """Look up what inherited visibility asks for."""
        rounds: Iterable[Any] = [each for held in self.live.get(ROUNDS.table, {}).values() for each in held]
        self.rounds: dict[tuple[str, str], Round] = {(each.owner, each.period.label): each for each in rounds}
        replies: Iterable[Any] = [each for held in self.live.get(REPLIES.table, {}).values() for each in held]
        open_words = (None, Visibility.PUBLIC)
        self.answered = {each.assessment for each in replies if each.visibility in open_words}

    def _seen(self) -> Tables:
        """Keep what the audience may see: records open enough, of owners that are seen themselves."""
        limit = _SEES[self.audience]
        seen: Tables = {}
        for kind in (DECLARATIONS, CITIES):
            for owner, records in self.live.get(kind.table, {}).items():
                kept = [each for each in records if self._rank(each) <= (_NETWORK if owner == self.city else limit)]
                if kept:
                    seen.setdefault(kind.table, {})[owner] = kept
        owners = {owner for table in seen.values() for owner in table}
        for table, by_owner in self.live.items():
            for owner, records in by_owner.items():
                own = _NETWORK if owner == self.city else limit
                kept = [each for each in records if self._rank(each) <= own] if owner in owners else []
                if kept:
                    seen.setdefault(table, {})[owner] = kept
                if len(kept) < len(records):
                    self.held_back[table] = self.held_back.get(table, 0) + len(records) - len(kept)
        return seen

    def _rank(self, record: Record) -> int:
        """Give how open a record is at most: by its own word or its kind's, later narrowing, bans, and the right of reply."""
        kind = kind_of(record)
        rank = self._own_rank(record)
        if kind is ROUNDS:
            return _PUBLIC
        held = self.register.holdings[record.owner].records[record.id]
        if isinstance(held, list):
            rank = max([rank, *(self._own_rank(each) for each in held if each.revision > record.revision)])
        if kind is ASSESSMENTS and not self._reply_passed(record):  # type: ignore[arg-type]  # kind says which
            rank = max(rank, _NETWORK)
        if self.banned and record.ref in self.banned:
            rank = max(rank, _NETWORK)
        return max(rank, _AT_LEAST.get(kind.table, _PUBLIC))

    def _own_rank(self, record: Record) -> int:
        if record.visibility is not None:
            return record.visibility.rank
        default = kind_of(record).visibility
        return default.rank if isinstance(default, Visibility) else self._inherited(record, default)

    def _inherited(self, record: Any, default: Inherited) -> int:
        """Give the openness of what a record follows: a reply its assessment, a request its round."""
        if default.of == "round":
            request: Request = record
            found = self.rounds.get((request.declaration.owner, request.period.label))
            return _NETWORK if found is None else Visibility(found.responses).rank
        for each in self.live.get(ASSESSMENTS.table, {}).get(record.assessment.owner, ()):
            if each.id == record.assessment.id:
                return self._rank(each)
        return _NETWORK

    def _reply_passed(self, assessment: Assessment) -> bool:
        """Tell whether the city's time to reply is over: its day passed, or a public reply came."""
        due = assessment.reply_due
        return assessment.ref in self.answered or (due is not None and due.last < self.as_of)

    def _banned(self) -> frozenset[Ref]:
        """Give what must not be published by the latest review of it; on the same day the ban wins."""
        latest: dict[Ref, tuple[datetime.date, bool]] = {}
        for review in self.register.records(REVIEWS):
            publishes = review.verdict == Verdict.MAY_PUBLISH
            if (publishes or review.verdict in _BANS) and review.ref not in self.retracted:
                for seen in review.seen:
                    found = (review.date.last, not publishes)
                    latest[seen.record] = max(latest.get(seen.record, found), found)
        return frozenset(ref for ref, (_, ban) in latest.items() if ban)


def _later_recorded(record: Record) -> tuple[str, str]:
    """Order two versions of one revision: the later `recorded`, absent first, then the greater canonical JSON."""
    return ("" if record.recorded is None else _moment(record.recorded), canonical_json(plain(record)))


def _moment(recorded: datetime.date | datetime.datetime) -> str:
    """Give an instant as text that sorts; a bare day is its first moment."""
    import datetime as dt

    if isinstance(recorded, dt.datetime):
        return recorded.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    return f"{recorded.isoformat()}T00:00:00.000000"


def _in_order(tables: Tables) -> Tables:
    """Sort tables, owners and records, so that the order of files and folders never shows."""
    return {
        table: {owner: sorted(held, key=_by_id) for owner, held in sorted(tables[table].items()) if held}
        for table in KINDS
        if table in tables
    }


def _by_id(record: Record) -> str:
    return record.id
