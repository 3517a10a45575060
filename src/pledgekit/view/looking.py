"""How a view is made: the four steps behind `view.look`, each a method, in their one order. Used by `view` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pledgekit.dates import day_of
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.kinds import (
    ACTIONS,
    ASSESSMENTS,
    CITIES,
    COMMITMENTS,
    CONTACTS,
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
from pledgekit.model.levels import Audience, Reason, Verdict, Visibility, Wording
from pledgekit.view.narrowing import as_narrowed
from pledgekit.view.order import by_id, newest, version_order
from pledgekit.view.redaction import Redaction
from pledgekit.view.replying import may_be_told, replied_at, verdict_since
from pledgekit.view.takingback import taken_back
from pledgekit.view.unnamed import Naming, tell
from pledgekit.view.upheld import upheld

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from pledgekit.model.declaration import Declaration
    from pledgekit.model.edition import Round
    from pledgekit.model.kinds import Kind
    from pledgekit.model.lanes import Assessment, Request
    from pledgekit.model.record import Record
    from pledgekit.register import Register

__all__ = ["Looking"]

R = TypeVar("R", bound="Record")
Tables = dict[str, dict[str, list["Record"]]]

_PUBLIC, _NETWORK, _INTERNAL = (each.rank for each in Visibility)
_SEES = {Audience.PUBLIC: _PUBLIC, Audience.CITY: _PUBLIC, Audience.NETWORK: _NETWORK, Audience.INTERNAL: _INTERNAL}
# Whatever is written there: contacts are for staff, and what acts for all has words that are not for all.
_AT_LEAST = {CONTACTS.table: _INTERNAL, RETRACTIONS.table: _INTERNAL, REVIEWS.table: _NETWORK}
_GRAVE = (Reason.PRIVACY, Reason.SAFETY)


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
        """Prepare what all steps ask about: retractions and bans."""
        self.register = register
        self.as_of = as_of
        self.known_on = known_on
        self.sees = _SEES[audience]
        self.city = city
        self.inside = audience is Audience.INTERNAL
        known = self._retracted(self._known)
        self.retracted = known if self.inside else known | self._retracted(newest, _GRAVE)
        self.unnamed: dict[Ref, set[str]] = {}
        self.namings: Mapping[Ref, Naming] = {}
        self.banned = self._banned(known)
        self.held_back: dict[str, int] = {}
        self.live: Tables = {}
        self.later_events: list[Record] = []

    def result(self) -> tuple[Tables, Mapping[str, int], frozenset[tuple[Ref, Ref]]]:
        """Take the four steps; give the view's tables, how many records of each were held back, what reviews uphold."""
        self._take()
        held_up = self._upheld()
        self._prepare()
        seen = self.live if self.inside else self._seen()
        self._drop_with_event(seen)
        if not self.inside:
            seen = Redaction(seen, self.sees, self.city, self.held_back).result()
            if self.unnamed:
                self._tell_unnamed(seen)
        return _in_order(seen), self.held_back, held_up

    def _take(self) -> None:
        """Take the live revisions of what is not taken back, as known, and leave out what is certainly later."""
        for owner, holding in self.register.holdings.items():
            gone = Ref(owner) in self.retracted
            if gone and not self.inside:
                continue
            for name, held in holding.records.items():
                if gone and not _takes_back(held):  # staff sees by what an owner was hidden
                    continue
                if self.retracted and Ref(owner, "" if name == owner else name) in self.retracted:
                    continue
                if isinstance(held, list):
                    for record in self._known_of(held):
                        self._place(owner, record)
                elif self.known_on is None or self._knows(held):
                    self._place(owner, held)

    # known-on

    def _knows(self, record: Record) -> bool:
        return self.known_on is None or record.recorded is None or day_of(record.recorded) <= self.known_on

    def _known(self, held: Sequence[R]) -> R | None:
        """Give the live revision, the highest one known; nothing when none is."""
        return newest([each for each in held if self._knows(each)])

    def _known_of(self, held: list[Record]) -> Iterator[Record]:
        """Yield the live revision of an id; of each kind, where an id was given twice by mistake."""
        kinds: dict[type[Record], list[Record]] = {}
        for each in held:
            kinds.setdefault(type(each), []).append(each)
        for revisions in kinds.values():
            live = self._known(revisions)
            if live is not None:
                yield live

    def _held(self, kind: Kind[Any]) -> Iterator[list[Any]]:
        """Yield all revisions of each record of a kind."""
        for holding in self.register.holdings.values():
            by_name: dict[str, list[Any]] = {}
            for each in holding.tables.get(kind.table, ()):
                by_name.setdefault(each.id, []).append(each)
            yield from by_name.values()

    def _retracted(self, live: Callable[[list[Any]], Any], reasons: Collection[str] = ()) -> frozenset[Ref]:
        """Give what live retractions take back; only for some reasons, when any are given."""
        found = [live(held) for held in self._held(RETRACTIONS)]
        return taken_back([each for each in found if each is not None], reasons)

    # as-of

    def _place(self, owner: str, record: Record) -> None:
        """Put a record among the live ones, unless it is certainly later. Without a date known-on alone moves it."""
        kind = kind_of(record)
        for key in kind.when:
            when = getattr(record, key)
            if when is not None and not isinstance(when, Ref):
                if when.first > self.as_of:
                    if kind is EVENTS:
                        self.later_events.append(record)
                    return
                break
        self.live.setdefault(kind.table, {}).setdefault(owner, []).append(record)

    def _upheld(self) -> frozenset[tuple[Ref, Ref]]:
        """Give what reviews found to hold still: whoever looks, judged by the records as staff sees them."""
        reviews: list[Any] = [each for held in self.live.get(REVIEWS.table, {}).values() for each in held]
        if not reviews:
            return frozenset()
        live = {each.ref: each for table in self.live.values() for held in table.values() for each in held}
        return upheld(reviews, live.get)

    def _drop_with_event(self, seen: Tables) -> None:
        """Leave out findings and steps with their event. An event that this audience may not see moves nothing."""
        later = {each.ref for each in self.later_events if self.inside or self._visible(each, seen)}
        for table in (FINDINGS.table, STEPS.table) if later else ():
            for owner, records in seen.get(table, {}).items():
                seen[table][owner] = [each for each in records if getattr(each, "event", None) not in later]

    # audience

    def _prepare(self) -> None:
        """Look up what inherited visibility asks for: how open the answers of each round are, who replied in public."""
        self.responses: dict[tuple[str, datetime.date, datetime.date], int] = {}
        self.answered: dict[Ref, str] = {}  # when an open reply of the city came last
        self.assessed: set[str] = set()  # the declarations that have an assessor's lane
        if self.inside:
            return
        rounds: dict[str, list[Any]] = self.live.get(ROUNDS.table, {})
        for of_owner in rounds.values():
            of_owner[:] = [self._narrowed(each) for each in of_owner]
        there = {each.ref for of_owner in rounds.values() for each in of_owner}
        for held in self._held(ROUNDS):
            last: Any = newest(held)
            known = self._known(held)
            if known is None or known.ref not in there:  # no such round, or not yet; what it closed stays closed
                rank = max(_NETWORK, _rank_of(last.responses))
            else:
                last, rank = known, _rank_of(self._narrowed(known).responses)
            key = (last.owner, last.period.first, last.period.last)
            self.responses[key] = max(rank, self.responses.get(key, _PUBLIC))
        replies: dict[str, list[Any]] = self.live.get(REPLIES.table, {})
        for owner, said in replies.items():
            own = [each for each in said if each.assessment.owner == owner]
            for each in own:
                if self._open(each):
                    moment = replied_at(self.register.revisions(each.ref))  # type: ignore[arg-type]  # all replies
                    self.answered[each.assessment] = max(moment, self.answered.get(each.assessment, ""))
        declarations: dict[str, list[Any]] = self.live.get(DECLARATIONS.table, {})
        for owner, held in declarations.items():
            held[:] = [self._without_lane(each) for each in held]
            if any(each.assessed for each in held):
                self.assessed.add(owner)
        self.provisional = self._provisional()

    def _without_lane(self, declaration: Declaration) -> Declaration:
        """Give a declaration as not assessed where it, or any later revision of it, says so."""
        said = [declaration, *self._later_versions(declaration)]
        lane = all(each.assessed for each in said)
        return declaration if declaration.assessed == lane else declaration.changed({"assessed": lane})

    def _provisional(self) -> frozenset[str]:
        """Give the declarations of which this audience sees a clause in use whose words are only ours."""
        clauses: dict[str, list[Any]] = self.live.get(COMMITMENTS.table, {})
        seen = {each.ref: each for held in clauses.values() for each in held if self._rank(each) <= self.sees}
        return frozenset(
            ref.owner
            for ref, each in seen.items()
            if each.wording == Wording.PROVISIONAL and not any(later in seen for later in each.superseded_by)
        )

    def _narrowed(self, held: Round) -> Round:
        """Give a round with responses as narrow as any later revision made them."""
        narrowest = max((each.responses for each in [held, *self._later_versions(held)]), key=_rank_of)
        return held if narrowest == held.responses else held.changed({"responses": narrowest})

    def _open(self, reply: Record) -> bool:
        """Tell whether a reply is public, or will be when its assessment is."""
        said = [reply, *self._later_versions(reply)]
        return not self._is_banned(reply.ref) and all(each.visibility in (None, Visibility.PUBLIC) for each in said)

    def _limit(self, owner: str) -> int:
        return max(_NETWORK, self.sees) if owner == self.city else self.sees

    def _visible(self, record: Record, seen: Tables) -> bool:
        """Tell whether the audience sees a record that as-of left out."""
        owned = any(record.owner in seen.get(kind.table, {}) for kind in (DECLARATIONS, CITIES))
        return owned and self._rank(record) <= self._limit(record.owner)

    def _seen(self) -> Tables:
        """Keep what the audience may see: records open enough, of owners that are seen themselves."""
        owners = {
            owner
            for kind in (DECLARATIONS, CITIES)
            for owner, records in self.live.get(kind.table, {}).items()
            if any(self._rank(each) <= self._limit(owner) for each in records)
        }
        seen: Tables = {}
        for table, by_owner in self.live.items():
            for owner, records in by_owner.items():
                limit = self._limit(owner)
                kept = [each for each in records if self._rank(each) <= limit] if owner in owners else []
                if table == ACTIONS.table:
                    kept = [as_narrowed(each, self._later_versions(each)) for each in kept]
                if kept:
                    seen.setdefault(table, {})[owner] = kept
                if len(kept) < len(records):
                    self.held_back[table] = self.held_back.get(table, 0) + len(records) - len(kept)
        return seen

    def _rank(self, record: Record) -> int:
        """Give how open a record is at most: by its own word or its kind's, narrowing, bans, the right of reply."""
        kind = kind_of(record)
        if kind is ROUNDS:
            return _PUBLIC
        rank = self._own_rank(record)
        for each in self._later_versions(record):
            rank = max(rank, self._own_rank(each))
        if kind is ASSESSMENTS:
            rank = max(rank, self._lane(record))  # type: ignore[arg-type]  # kind says which
        if self._is_banned(record.ref):
            rank = max(rank, _NETWORK)
        return max(rank, _AT_LEAST.get(kind.table, _PUBLIC))

    def _later_versions(self, record: Record) -> list[Any]:
        """Give the versions of a record that come after this one, whenever they were recorded."""
        held = self.register.holdings[record.owner].records[record.id]
        if not isinstance(held, list):
            return []
        mine = version_order(record)
        return [each for each in held if type(each) is type(record) and version_order(each) > mine]

    def _own_rank(self, record: Record) -> int:
        if record.visibility is not None:
            return record.visibility.rank
        default = kind_of(record).visibility
        return default.rank if isinstance(default, Visibility) else self._inherited(record, default)

    def _inherited(self, record: Any, default: Inherited) -> int:  # noqa: ANN401  a reply or a request
        """Give the openness of what a record follows: a reply its assessment, a request its round."""
        if default.of == "round":
            request: Request = record
            period = request.period
            return self.responses.get((request.declaration.owner, period.first, period.last), _NETWORK)
        for each in self.live.get(ASSESSMENTS.table, {}).get(record.assessment.owner, ()):
            if each.id == record.assessment.id:
                return self._rank(each)
        return _NETWORK

    def _lane(self, assessment: Assessment) -> int:
        """Give how open an assessment may be at all: its lane, the right of reply, whose words it judged by."""
        declaration = assessment.commitment.owner
        if declaration not in self.assessed:
            return _INTERNAL
        return _PUBLIC if self._reply_passed(assessment) and declaration not in self.provisional else _NETWORK

    def _reply_passed(self, assessment: Assessment) -> bool:
        """Tell whether the city's time to reply to this verdict is over: its day passed, or a public reply came."""
        held: list[Any] = [each for each in self.register.revisions(assessment.ref) if type(each) is type(assessment)]
        mine = version_order(assessment) if len(held) > 1 else None
        since = verdict_since(each for each in held if mine is None or version_order(each) <= mine)
        due = assessment.reply_due.last if assessment.reply_due is not None else None
        return may_be_told(since, due, self.answered.get(assessment.ref, ""), self.as_of)

    def _banned(self, retracted: Collection[Ref]) -> frozenset[Ref]:
        """Give what a review that stands forbids to publish. Permission never opens: to lift a ban, retract it.

        Beside it are kept the contents that may be told without their owner's name.
        """
        banned: set[Ref] = set()
        for held in self._held(REVIEWS):
            for review in (newest(held), self._known(held)):
                if review is None or review.ref in retracted:
                    continue
                if review.verdict == Verdict.MUST_NOT_PUBLISH:
                    banned |= {seen.record for seen in review.seen}
                elif review.verdict == Verdict.MAY_PUBLISH_UNNAMED:
                    for seen in review.seen:
                        self.unnamed.setdefault(seen.record, set()).add(seen.content)
        return frozenset(banned)

    def _is_banned(self, ref: Ref) -> bool:
        return ref in self.banned or ref in self.unnamed

    # what may be told without its owner's name

    def _tell_unnamed(self, seen: Tables) -> None:
        """Put what is left of actions without their city's name among what is seen."""
        became: dict[Ref, Naming] = {}
        asked = []
        for ref, contents in sorted(self.unnamed.items()):
            actions: list[Any] = self.live.get(ACTIONS.table, {}).get(ref.owner, [])
            for each in actions:
                if each.id == ref.id and self._rank(each) > self._limit(ref.owner):
                    versions = [each, *self._later_versions(each)]
                    if ref in self.banned or any(self._own_rank(one) > _PUBLIC for one in versions):
                        became[ref] = Naming.NARROW
                    elif all(fingerprint(one) in contents for one in versions):
                        asked.append(each)
                    else:
                        became[ref] = Naming.CHANGED
        self.namings = became | tell(seen, asked)
        told = sum(each is Naming.TOLD for each in self.namings.values())
        if told:
            left = self.held_back[ACTIONS.table] - told
            self.held_back = {**self.held_back, ACTIONS.table: left}
            if not left:
                del self.held_back[ACTIONS.table]


def _takes_back(held: Record | list[Record]) -> bool:
    return kind_of(held[0] if isinstance(held, list) else held) is RETRACTIONS


def _rank_of(word: str) -> int:
    return Visibility(word).rank


def _in_order(tables: Tables) -> Tables:
    """Sort tables, owners and records, so that the order of files and folders never shows."""
    return {
        table: {owner: sorted(held, key=by_id) for owner, held in sorted(tables[table].items()) if held}
        for table in KINDS
        if table in tables
    }
