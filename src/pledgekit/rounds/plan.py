"""What a form that came back would do to the register: nothing, a new record, a correction, or it is refused.

Second step of reading answers; nothing is written here. A form is one whole: what it refuses is repaired in the
workbook or asked of the city, and reading it again changes nothing of what was kept before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.dates import Certainty, PartialDate, Period
from pledgekit.datewords import Spoken, read_date
from pledgekit.errors import PledgekitError, Refused
from pledgekit.figures.scope import same_period
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import ACTIONS, COMMITMENTS, NOTES, ROUNDS, UPDATES
from pledgekit.model.levels import Visibility
from pledgekit.recording import correct, draft_together
from pledgekit.recording.answering import answered_request
from pledgekit.recording.outcome import Outcome
from pledgekit.rounds.permits import Consent, ban_on, consented
from pledgekit.rounds.values import action_values, differing, stands_in_question, update_values

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.model.kinds import Kind
    from pledgekit.model.lanes import Update
    from pledgekit.model.record import Record
    from pledgekit.recording import Draft
    from pledgekit.register import Register
    from pledgekit.rounds.answers import Answers, Row
    from pledgekit.view import View

__all__ = ["Item", "Plan", "plan"]


_CHANGED: Final = "it has changed since it was shown"


class Item(NamedTuple):
    """One row or cell: where it stands, what it would do, to which record or under which title, and what to know."""

    place: str
    outcome: Outcome
    what: str
    why: str = ""


class Plan(NamedTuple):
    """One workbook. It can be carried out when nothing of it is refused."""

    file: str
    city: str
    period: Period
    items: tuple[Item, ...]
    drafts: tuple[Draft[Any], ...]

    def count(self, outcome: Outcome) -> int:
        """How many rows have an outcome."""
        return sum(each.outcome is outcome for each in self.items)


class _Wanted(NamedTuple):
    """A record to be: a new one of a kind, or the next revision of one; and the city's word on publishing it."""

    kind: Kind[Any]
    live: Record | None
    values: Mapping[str, object]
    publish: str


def plan(register: Register, view: View, answers: Answers, *, by: str, now: datetime.datetime, release: bool) -> Plan:
    """Say what a form would do; `view` is the whole register's at audience internal.

    With `release` what may be published is made public at once. Raises Refused for a form of a city, round or period
    that this register does not hold so.
    """
    return _Planner(register, view, answers, by=by, now=now, release=release).plan()


class _Planner:
    """The planning of one form."""

    def __init__(
        self, register: Register, view: View, answers: Answers, *, by: str, now: datetime.datetime, release: bool
    ) -> None:
        self.register = register
        self.view = view
        self.answers = answers
        self.by = by
        self.now = now
        self.release = release
        self.city = self._known_city()
        self.period = self._known_period()
        self.items: list[Item] = [Item(each.place, Outcome.REFUSED, "", each.message) for each in answers.faults]
        self.date = self._date()
        self.wanted: list[_Wanted] = []
        self.consents: list[Consent] = []  # on records that stay as they are

    def plan(self) -> Plan:
        """Read all rows; then, when nothing is refused, draft what they come to."""
        for row in self.answers.rows.get("answers", ()):
            self._guarded(row, self._answer)
        for row in self.answers.rows.get("actions", ()):
            self._guarded(row, self._confirmation)
        for row in self.answers.rows.get("new", ()):
            self._guarded(row, self._addition)
        refused = any(each.outcome is Outcome.REFUSED for each in self.items)
        drafts = [] if refused else self._drafts()
        return Plan(self.answers.file, self.city, self.period, tuple(self.items), tuple(drafts))

    def _known_city(self) -> str:
        name = self.answers.facts.get("city", "")
        if self.view.city(name) is None:
            raise Refused(f"it is the form of {name or 'nobody'}, no city of this register", file=self.answers.file)
        return name

    def _known_period(self) -> Period:
        """Give the period of the form; its rounds are on record, with that period and for its declarations."""
        facts, file = self.answers.facts, self.answers.file
        try:
            period = Period.parse(facts.get("period", ""))
            rounds = [Ref.parse(each) for each in facts.get("rounds", "").split()]
        except ValueError as error:
            raise Refused("its hidden facts are damaged", file=file, remedy="take the form as it was sent") from error
        for ref in rounds:
            held = self.view.get(ROUNDS, ref)
            if held is None:
                raise Refused(f"it answers the round {ref}, which this register does not hold", file=file)
            if not same_period(held.period, period):
                raise Refused(f"it speaks of {period}, and the round {ref} of {held.period}", file=file)
        if [ref.owner for ref in rounds] != facts.get("declarations", "").split() or not rounds:
            raise Refused("its hidden facts contradict each other", file=file, remedy="take the form as it was sent")
        return period

    def _date(self) -> Spoken:
        """Give the day of the answer: as typed, else that of reading."""
        today = Spoken(PartialDate.parse(self.now.date().isoformat()))
        said = self.answers.answered_on
        if not said:
            return today
        try:
            found = read_date(said)
        except PledgekitError as error:
            self._refuse(self.answers.place_of("answered_on"), "", f"{error}")
            return today
        if found.date.later_than(self.now.date()) is Certainty.CERTAINLY:
            self._refuse(self.answers.place_of("answered_on"), "", f"{said} lies in the future")
        return found

    def _refuse(self, place: str, what: str, why: str) -> None:
        self.items.append(Item(place, Outcome.REFUSED, what, why))

    def _guarded(self, row: Row, read: Any) -> None:  # noqa: ANN401 -- a method that takes a row
        """Read a row that says something; what is wrong with it is said with its place."""
        if not row.said:
            return
        try:
            read(row)
        except PledgekitError as error:
            self._refuse(row.places[""], row.key, f"{error}")

    def _answer(self, row: Row) -> None:
        """Read the answer to one question: an update for each clause it stands for."""
        clauses = stands_in_question(self.answers, row.key)
        if not clauses:
            raise Refused("this row is of no question that was asked")
        values = update_values(self.register, self.city, row)
        for ref in clauses:
            if self.view.get(COMMITMENTS, ref) is None:
                raise Refused(f"{ref} is no longer on record")
            asked = {**values, "actions": [str(each) for each in self._confirmed(ref)]}
            with_it = {"date": self.date, "via": "workbook", "answered_by": self.answers.answered_by}
            with_it["clause_seen"] = self.answers.facts.get(f"clause {ref}", "")
            self._put(
                row, UPDATES, self._live_answer(ref), {**asked, **self._open(row)}, what=f"{ref}", with_it=with_it
            )

    def _live_answer(self, ref: Ref) -> Update | None:
        """Give the answer on record to a clause for this period; raises Refused for one that was given later."""
        held = [
            each
            for each in self.view.all(UPDATES, self.city)
            if each.commitment == ref and same_period(each.period, self.period)
        ]
        live = max(held, key=lambda each: (each.date.last.isoformat() if each.date else "", each.id), default=None)
        if live is not None and live.date is not None and live.date.first > self.date.date.last:
            raise Refused(f"a later answer is on record, of {live.date}: {live.ref}")
        return live

    def _confirmed(self, ref: Ref) -> list[Ref]:
        """Give the actions under a clause that the city says are right."""
        right = {row.key for row in self.answers.rows.get("actions", ()) if row.said.get("confirm") == "right"}
        found = (self.view.get(ACTIONS, Ref.parse(key)) for key in sorted(right))
        return [each.ref for each in found if each is not None and ref in each.commitments]

    def _confirmation(self, row: Row) -> None:
        """Read what the city says of an action on record: it is confirmed, or a note tells staff what to correct."""
        ref = Ref.parse(row.key)
        live = self.view.get(ACTIONS, ref)
        if live is None:
            raise Refused(f"{ref} is no longer on record")
        said = row.said.get("confirm", "")
        if said in ("", "right") and row.said.get("correction"):
            raise Refused("a correction is written, and it is not said that something is to be corrected")
        if said == "correct" and not row.said.get("correction"):
            raise Refused("something is to be corrected, and it is not said what")
        mine = live.confirmed == self.date.date  # this very answer, read before
        why = "" if mine or fingerprint(live) == self.answers.facts.get(f"action {ref}") else _CHANGED
        if said in ("correct", "not-ours"):
            self._note(row, ref, said)
        elif said == "right" and (live.confirmed is None or live.confirmed.last < self.date.date.first):
            self._put(row, ACTIONS, live, {"confirmed": self.date, **self._open(row)}, what=f"{ref}", why=why)
        elif said or row.said.get("publish"):
            self._put(row, ACTIONS, live, self._open(row), what=f"{ref}", why=why)

    def _note(self, row: Row, ref: Ref, said: str) -> None:
        """Leave a note for staff, who correct or retract by hand; once."""
        words = row.said.get("correction", "")
        text = f"{ref}: {'not ours' if said == 'not-ours' else 'to be corrected'}{': ' if words else ''}{words}"
        held = {each.text for each in self.view.all(NOTES, self.city)}
        if text in held:
            self.items.append(Item(row.places[""], Outcome.SAME, f"{ref}"))
            return
        self.items.append(Item(row.places[""], Outcome.NEW, f"{ref}", "a note for staff"))
        self.wanted.append(_Wanted(NOTES, None, {"text": text, "date": self.date}, ""))

    def _addition(self, row: Row) -> None:
        """Read an action that was not on record; the same one read before is found again by its title."""
        values = action_values(self.answers, row)
        held = [
            each
            for each in self.view.all(ACTIONS, self.city)
            if each.told_by == "city" and fold(each.title) == fold(str(values["title"]))
        ]
        self._put(row, ACTIONS, held[-1] if held else None, {**values, **self._open(row)}, what=str(values["title"]))

    def _open(self, row: Row) -> dict[str, object]:
        """With `release`, what may be published is made public."""
        return {"visibility": Visibility.PUBLIC.value} if self.release and row.said.get("publish") == "yes" else {}

    def _put(
        self,
        row: Row,
        kind: Kind[Any],
        live: Any,  # noqa: ANN401 -- of that kind
        values: Mapping[str, object],
        *,
        what: str,
        with_it: Mapping[str, object] | None = None,
        why: str = "",
    ) -> None:
        """Want a record as said, unless it stands so already; `with_it` alone makes no record differ."""
        publish = row.said.get("publish", "")
        ban = ban_on(self.view, self.city, live.ref) if live is not None and publish == "yes" else None
        if ban is not None:
            why = f"a review forbids to publish it: to lift that, pledgekit retract {ban}"
        changes = values if live is None else differing(live, values)
        if not changes:
            self.items.append(Item(row.places[""], Outcome.SAME, what, why))
            if publish:
                self.consents.append(Consent(live, publish))
            return
        outcome = Outcome.NEW if live is None else Outcome.CHANGED
        self.items.append(Item(row.places[""], outcome, what, why or ", ".join(changes if live is not None else ())))
        fixed = {"commitment": what, "period": self.period.label} if live is None and kind is UPDATES else {}
        self.wanted.append(_Wanted(kind, live, {**fixed, **changes, **(with_it or {})}, publish))

    def _drafts(self) -> list[Draft[Any]]:
        """Draft all: new records in one file, a file for each revision, and the reviews that speak of both."""
        new = [each for each in self.wanted if each.live is None and each.kind is not NOTES]
        parts: list[tuple[Kind[Any], Mapping[str, object]]] = [(each.kind, each.values) for each in new]
        if self.wanted or self.consents or any(each.outcome is Outcome.SAME for each in self.items):
            for declaration in self.answers.facts["declarations"].split():
                parts += answered_request(self.register, self.city, declaration, self.period, self.date.value)
        drafts: list[Draft[Any]] = []
        consents = list(self.consents)
        if parts:
            made = draft_together(self.register, self.city, parts, by=self.by, now=self.now)
            drafts.append(made)
            records = (made.record, *made.beside)
            consents += [Consent(r, each.publish) for each, r in zip(new, records, strict=False) if each.publish]
        for each in self.wanted:
            if each.kind is NOTES:  # for staff, so in a file of its own
                drafts.append(
                    draft_together(self.register, self.city, [(NOTES, each.values)], by=self.by, now=self.now)
                )
            elif each.live is not None:
                changed = correct(self.register, each.live.ref, each.values, by=self.by, now=self.now)
                drafts.append(changed)
                if each.publish:
                    consents.append(Consent(changed.record, each.publish))
        after = self.register
        for draft in drafts:
            for record in (draft.record, *draft.beside):
                after = after.adding(record)
        shared = {
            "by": self.answers.answered_by or self.city,
            "date": self.date,
            "sources": [{"title": self.answers.file}],
        }
        return [*drafts, *consented(after, self.view, self.city, consents, shared, by=self.by, now=self.now)]
