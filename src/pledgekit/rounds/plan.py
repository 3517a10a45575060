"""What a form that came back would do to the register: nothing, a new record, a correction, or it is refused.

Second step of reading answers; nothing is written here. A form is one whole: what it refuses is repaired in the
workbook or asked of the city, and reading it again changes nothing of what was kept before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pledgekit.dates import Certainty, PartialDate, shifted
from pledgekit.datewords import Spoken
from pledgekit.errors import PledgekitError, Refused
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, COMMITMENTS, NOTES, UPDATES
from pledgekit.model.levels import Instead, Visibility
from pledgekit.recording.outcome import Outcome
from pledgekit.rounds.drafts import Wanted, drafted, faults_of
from pledgekit.rounds.facts import facts_of, insist_known
from pledgekit.rounds.form import last_of
from pledgekit.rounds.held import Held
from pledgekit.rounds.permits import Consent, allowed_before, ban_on, is_public, leave_for, says_anew
from pledgekit.rounds.planned import Item, Plan, changes_of, standing
from pledgekit.rounds.saying import LONGEST
from pledgekit.rounds.values import action_values, differing, read_day, unchanged_values, update_values

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping, Sequence

    from pledgekit.model.deeds import Action
    from pledgekit.model.kinds import Kind
    from pledgekit.recording import Draft
    from pledgekit.register import Register
    from pledgekit.rounds.answers import Answers, Row
    from pledgekit.view import View

__all__ = ["plan"]

_SINCE_ASKED: Final = "the clause has changed since it was asked about"
_NOT_SAID: Final = "no longer public: it is not said that this may be published"
_NO_LONGER_SAID: Final = "was allowed before, and nothing is chosen now: it is hidden until it is said again"
_BY_WORKBOOK: Final = "workbook"
_PUBLISHING: Final = {
    "yes": "may be published",
    "unnamed": "may be published without naming the city",
    "no": "must not be published",
}


def plan(
    register: Register,
    view: View,
    answers: Answers,
    *,
    by: str,
    now: datetime.datetime,
    today: datetime.date,
    release: bool,
) -> Plan:
    """Say what a form would do; `view` is the whole register's at audience internal.

    `today` is the day of an answer that does not say of which day it is; none is later. With `release` what may be
    published is made public at once. Raises Refused for a form of a city, round, period or clause that this register
    does not hold so.
    """
    return _Planner(register, view, answers, by=by, now=now, today=today, release=release).plan()


class _Planner:
    """The planning of one form."""

    def __init__(
        self,
        register: Register,
        view: View,
        answers: Answers,
        *,
        by: str,
        now: datetime.datetime,
        today: datetime.date,
        release: bool,
    ) -> None:
        self.register = register
        self.view = view
        self.answers = answers
        self.by = by
        self.now = now
        self.today = today
        self.release = release
        self.facts = facts_of(answers)
        insist_known(self.facts, register, view, answers.file)
        self.city = self.facts.city
        self.held = Held(register, view, self.facts)
        self.items: list[Item] = [Item(each.place, Outcome.REFUSED, "", (each.message,)) for each in answers.faults]
        self.date = self._date()
        self.wanted: list[Wanted] = []
        self.consents: list[Consent] = []  # on records that stay as they are
        self.touched: set[str] = set()  # declarations of which something is said

    def plan(self) -> Plan:
        """Read all rows; then, when nothing is refused, draft what they come to."""
        rows = self.answers.rows
        for row in rows.get("answers", ()):
            self._guarded(row, self._answer)
        for row in rows.get("actions", ()):
            self._guarded(row, self._confirmation)
        self._additions(rows.get("new", ()))
        drafts: tuple[Draft[Any], ...] = ()
        if not any(each.outcome is Outcome.REFUSED for each in self.items):
            try:
                drafts = self._drafts()
            except PledgekitError as error:
                found = faults_of(self.register, self.city, self.wanted, by=self.by, now=self.now)
                for place, what, why in found or [(self.answers.file, "", f"{error}")]:
                    self._refuse(place, what, why)
        return Plan(self.answers.file, self.city, self.facts.period, tuple(self.items), drafts)

    def _drafts(self) -> tuple[Draft[Any], ...]:
        asked = list(dict.fromkeys(each.owner for each in self.facts.rounds))
        touched = [each for each in asked if each in self.touched] or asked
        said_before = not self.wanted and not self.consents
        shared = {
            "by": self.city,  # who it was in the city is for staff alone
            "date": self.date,
            "sources": [{"title": f"{self.city}-{self.facts.period.label}.xlsx".replace("/", "-")}],
        }
        return drafted(
            self.register,
            self.view,
            self.city,
            self.wanted,
            self.consents,
            answered=(touched if self.items else [], self.facts.period, self.date, said_before),
            shared=shared,
            by=self.by,
            now=self.now,
        )

    def _date(self) -> Spoken:
        """Give the day of the answer: as typed, else that of reading."""
        today = self.today
        said, place = self.answers.answered_on, self.answers.place_of("answered_on")
        if not said:
            return Spoken(PartialDate.parse(today.isoformat()))
        try:
            found = read_day(said)
        except PledgekitError as error:
            self._refuse(place, "", f"{error}")
            return Spoken(PartialDate.parse(today.isoformat()))
        issued = self.facts.issued.date()
        if found.date.later_than(today) is Certainty.CERTAINLY:
            self._refuse(place, "", f"{said} lies in the future")
        elif found.date.last < shifted(issued, -1):
            self._refuse(place, "", f"{said} lies before {issued}, when the form was made")
        return found

    def _refuse(self, place: str, what: str, why: str) -> None:
        self.items.append(Item(place, Outcome.REFUSED, what, (why,)))

    def _guarded(self, row: Row, read: Callable[[Row], None]) -> None:
        """Read a row that says something and has no fault; what is wrong with it is said with its place."""
        if not row.said or row.broken:
            return
        try:
            read(row)
        except PledgekitError as error:
            self._refuse(row.places[""], row.key, f"{error}")

    def _answer(self, row: Row) -> None:
        """Read the answer to one question: an update for each clause it stands for."""
        clauses = self.facts.questions.get(row.key, ())
        if not clauses:
            raise Refused("this row is of no question that was asked")
        for ref in clauses:
            if self.view.get(COMMITMENTS, ref) is None:
                raise Refused(f"{ref} is no longer on record")
        if row.said.keys() <= {"publish"}:
            self._consent_alone(row, clauses)
            return
        values = update_values(self.register, self.city, row)
        for ref in clauses:
            self._answer_for(row, ref, values, clauses)

    def _consent_alone(self, row: Row, clauses: Sequence[Ref]) -> None:
        """Take a word on publishing without an answer for the answer on record; without one it says nothing."""
        for ref in clauses:
            live = self.held.answer(ref)
            if live is not None:
                self.touched.add(ref.owner)
                self._put(row, Wanted(UPDATES, live, {}, what=f"{ref}"))

    def _answer_for(self, row: Row, ref: Ref, values: Mapping[str, object], clauses: Sequence[Ref]) -> None:
        live = self.held.answer(ref)
        own = dict(values)
        if values["instead"] == Instead.UNCHANGED:
            last = last_of(self.view, self.city, clauses, self.facts.period)
            own = unchanged_values(values, live, last, level_before=self.held.has_level_before(ref))
        seen, as_asked = self.held.clause_seen(ref)
        why = [] if as_asked else [_SINCE_ASKED]
        length = len(row.said.get("narrative", "").split())
        if length > LONGEST:
            why.append(f"{length} words, more than {LONGEST}")
        self.touched.add(ref.owner)
        confirmed = [str(each) for each in self._confirmed(ref)]
        if live is not None:
            own |= {} if values["instead"] == Instead.UNCHANGED and not confirmed else {"actions": confirmed}
            if differing(live, own):
                dated = self.date.date if self.answers.answered_on else None
                if self.held.was_so(live, {k: v for k, v in own.items() if k != "actions"}, dated):
                    before = f"read before; the answer on record is {standing(live)}"
                    self._read_before(row, UPDATES, live, f"{ref}", before)
                    return
                why += self._beside(live, ref)
            fixed: dict[str, object] = {}
        else:
            fixed = {"commitment": f"{ref}", "period": self.facts.period.label, "actions": confirmed}
        told_with = {"date": self.date, "via": _BY_WORKBOOK, "answered_by": self.answers.answered_by}
        what = f"{ref}: {row.said['answer']}" if live is None else f"{ref}"
        wanted = Wanted(UPDATES, live, {**fixed, **own}, what=what, with_it={**told_with, "clause_seen": seen})
        self._put(row, wanted, why)

    def _beside(self, live: Any, ref: Ref) -> list[str]:  # noqa: ANN401 -- an update
        """Say what an answer takes the place of; raises Refused where that may be the newer one."""
        if self.held.later(live, self.date.date):
            raise Refused(f"{ref}: a later answer is on record, {standing(live)}")
        if not self.answers.answered_on and (live.date is None or live.date.last >= self.facts.issued.date()):
            place = self.answers.place_of("answered_on")
            raise Refused(
                f"{ref}: an answer is on record, {standing(live)}, and the form does not say of which day it is",
                remedy=f"type the day into {place}" if place else "record it by hand: pledgekit update CITY",
            )
        if live.via in ("", _BY_WORKBOOK):
            return []
        same = live.date == self.date.date
        return [f"in place of an answer by {live.via}{' of the same day' if same else f' of {live.date}'}"]

    def _confirmed(self, ref: Ref) -> list[Ref]:
        """Give the actions under a clause that the city says are right."""
        rows = self.answers.rows.get("actions", ())
        right = {row.key for row in rows if row.said.get("confirm") == "right"}
        asked = (each for each in sorted(self.facts.actions) if str(each) in right)
        found = (self.view.get(ACTIONS, each) for each in asked)
        return [each.ref for each in found if each is not None and ref in each.commitments]

    def _confirmation(self, row: Row) -> None:
        """Read what the city says of an action on record: it is confirmed, or a note tells staff what to correct."""
        ref = next((each for each in self.facts.actions if str(each) == row.key), None)
        if ref is None:
            raise Refused("this row is of no action that was shown")
        said, words = row.said.get("confirm", ""), row.said.get("correction", "")
        if said in ("", "right") and words:
            raise Refused("a correction is written, and it is not said that something is to be corrected")
        if said == "correct" and not words:
            raise Refused("something is to be corrected, and it is not said what")
        live = self.view.get(ACTIONS, ref)
        if live is None and said == "not-ours":
            self.items.append(Item(row.places[""], Outcome.SAME, f"{ref}", ("it is no longer on record",)))
            return
        if live is None:
            raise Refused(f"{ref} is no longer on record")
        self.touched |= {each.owner for each in live.commitments}
        as_shown, confirmed = self.held.as_shown(live)
        publish = row.said.get("publish", "")
        if said in ("correct", "not-ours") or not as_shown:
            self._note(row, live, said, as_shown=as_shown)
            if publish == "no":
                self._put(row, Wanted(ACTIONS, live, {}, what=f"{ref}"))
            return
        fresh = live.confirmed is None or live.confirmed.last < self.date.date.first
        if not self.answers.answered_on:
            fresh = live.confirmed == confirmed  # as it was shown: nobody has read this form yet
        values = {"confirmed": self.date} if said == "right" and fresh else {}
        why = []
        if values and not publish and leave_for(self.view, live) is not None:
            why.append("what lets it be published speaks of it as it was: pledgekit todo tells")
        self._put(row, Wanted(ACTIONS, live, values, what=f"{ref}"), why)

    def _note(self, row: Row, live: Action, said: str, *, as_shown: bool) -> None:
        """Leave a note for staff, who correct or retract by hand; once."""
        told = {"not-ours": "not ours", "correct": "to be corrected", "right": "right"}.get(said, "")
        text = ": ".join(filter(None, (f"{live.ref}", told, row.said.get("correction", ""))))
        if not as_shown:
            text += f" (said of what was shown on {self.facts.issued.date()}; it has changed since)"
        if said != "not-ours" and row.said.get("publish", "no") != "no":
            text += f" (publish: {row.said['publish']})"
        why = ("a note for staff",) if as_shown else ("it has changed since it was shown", "a note for staff")
        if self.held.has_note(text):
            self.items.append(Item(row.places[""], Outcome.SAME, f"{live.ref}"))
            return
        self.items.append(Item(row.places[""], Outcome.NEW, f"{live.ref}: {told or 'a word on publishing'}", why))
        self.wanted.append(
            Wanted(NOTES, None, {"text": text, "date": self.date}, what=f"{live.ref}", place=row.places[""])
        )

    def _additions(self, rows: Sequence[Row]) -> None:
        """Read actions that were not on record; the same ones read before are found again."""
        taken: set[Ref] = set()
        left: list[Row] = []
        for row in rows:
            self._guarded(row, lambda row: self._addition(row, taken, left))
        for row in left:
            self._guarded(row, lambda row: self._addition(row, taken, None))

    def _addition(self, row: Row, taken: set[Ref], left: list[Row] | None) -> None:
        """Read one: first those that are on record just so, then, with nothing left to look for, all others."""
        clause = row.said.get("clause", "")
        if clause and clause not in self.facts.questions:
            raise Refused("it is under no commitment that was asked about")
        values = action_values(row, self.facts.questions.get(clause, ()))
        held = [each for each in self.held.told(str(values["title"])) if each.ref not in taken]
        same = next((each for each in held if self.held.was_so(each, values)), None)
        if same is None and left is not None:
            left.append(row)
            return
        since = [each for each in held if self.held.came_since(each)] if same is None else [same]
        if len(since) > 1:
            raise Refused(f"several actions of this title are on record: {', '.join(str(e.ref) for e in since)}")
        self.touched |= {Ref.parse(str(each)).owner for each in self.facts.questions.get(clause, ())}
        why = [f"one of this title is on record: {each.ref}" for each in held] if not since else []
        live = next(iter(since), None)
        taken |= {live.ref} if live is not None else set()
        if same is not None and differing(same, values):
            self._read_before(row, ACTIONS, same, same.title, f"read before; {same.ref} was corrected since")
            return
        self._put(row, Wanted(ACTIONS, live, values, what=str(values["title"])), why)

    def _read_before(self, row: Row, kind: Kind[Any], live: Any, what: str, told: str) -> None:  # noqa: ANN401 -- of that kind
        """Leave a record that was corrected since this row was read: a yes was not said of it as it is, a no is."""
        if row.said.get("publish") == "no":
            self._put(row, Wanted(kind, live, {}, what=what), (told,))
        else:
            self.items.append(Item(row.places[""], Outcome.SAME, what, (told,)))

    def _allowed_before(self, row: Row, wanted: Wanted) -> bool:
        """Tell whether an earlier form let be published what this one says again without a word on it."""
        if wanted.live is None or not self.answers.answered_on or "confirm" in row.said:
            return False  # of two forms without a day nobody knows which is later
        return allowed_before(self.view, wanted.live, self.date.date)

    def _put(self, row: Row, wanted: Wanted, why: Sequence[str] = ()) -> None:
        """Want a record as said, unless it stands so already; `with_it` alone makes no record differ."""
        live, publish = wanted.live, row.said.get("publish", "")
        values = dict(wanted.values)
        told = list(why)
        changes = values if live is None else differing(live, values)
        public = live is not None and is_public(self.register, live)
        if self.release and publish == "yes" and not public:
            changes = {**changes, "visibility": Visibility.PUBLIC.value}
        elif public and not publish and ((changes and "confirmed" not in changes) or self._allowed_before(row, wanted)):
            told.append(_NOT_SAID if changes else _NO_LONGER_SAID)
            changes = {**changes, "visibility": Visibility.NETWORK.value}
        consent = Consent(live, publish) if live is not None and publish else None
        speaks = publish and (
            (publish != "no" and bool(changes)) or (consent and says_anew(self.register, self.view, consent))
        )
        if speaks or (publish and live is None and publish != "no"):
            hides = publish == "no" and public
            told.append(_PUBLISHING[publish] + (": hidden from the public at once" if hides else ""))
        ban = ban_on(self.view, self.city, live.ref) if live is not None and publish == "yes" else None
        if ban is not None:
            told.append(f"a review forbids to publish it: to lift that, pledgekit retract {ban}")
        place = row.places[""]
        if not changes:
            outcome = Outcome.CHANGED if speaks else Outcome.SAME
            if speaks and consent:
                self.consents.append(consent)
            self.items.append(Item(place, outcome, wanted.what, tuple(told)))
            return
        outcome = Outcome.NEW if live is None else Outcome.CHANGED
        self.items.append(Item(place, outcome, wanted.what, tuple(told), changes_of(live, changes)))
        made = {**changes, **wanted.with_it}
        self.wanted.append(wanted._replace(values=made, publish=publish, place=place))
