"""What is on record where a form speaks of it: its clauses, answers and actions, now and as they were shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.dates import Certainty, shifted
from pledgekit.figures.scope import same_period, scope_of
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import fold
from pledgekit.model.kinds import ACTIONS, COMMITMENTS, NOTES, UPDATES
from pledgekit.model.levels import Audience
from pledgekit.recording.answering import live_records, seen_clause
from pledgekit.rounds.values import differing
from pledgekit.view import Lens, look
from pledgekit.view.knowing import known_only_from

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from pledgekit.dates import PartialDate
    from pledgekit.ids import Ref
    from pledgekit.model.deeds import Action
    from pledgekit.model.lanes import Update
    from pledgekit.register import Register
    from pledgekit.rounds.facts import Facts
    from pledgekit.view import View

__all__ = ["Held"]


class Held:
    """A register, as one form finds it. `view` is that of staff."""

    def __init__(self, register: Register, view: View, facts: Facts) -> None:
        self.register = register
        self.view = view
        self.facts = facts
        self._shown: dict[datetime.date | None, View] = {}
        self._actions: list[Action] | None = None

    def answer(self, ref: Ref) -> Update | None:
        """Give the answer to a clause for the form's period; of several the latest."""
        return max(
            (
                each
                for each in self._updates()
                if each.commitment == ref and same_period(each.period, self.facts.period)
            ),
            key=lambda each: (each.date.last.isoformat() if each.date else "", each.id),
            default=None,
        )

    def has_level_before(self, ref: Ref) -> bool:
        """Tell whether the city reported how far it came with a clause in an earlier period."""
        leads_to = scope_of(self.view, ref.owner, self.facts.period).leads_to
        return any(
            each.completion
            and each.period.last < self.facts.period.first
            and ref in leads_to.get(each.commitment, (each.commitment,))
            for each in self._updates()
        )

    def was_so(self, live: Any, values: Mapping[str, object], date: PartialDate | None = None) -> bool:  # noqa: ANN401 -- of any kind
        """Tell whether a record once said these values (of that day, where one is given): they were read before."""
        earlier: Sequence[Any] = self.register.revisions(live.ref)
        return any(not differing(each, values) and (date is None or each.date == date) for each in earlier)

    def clause_seen(self, ref: Ref) -> tuple[str, bool]:
        """Give the fingerprint of a clause as it was asked, and whether the clause is still that."""
        asked, now = self.facts.clauses[ref], seen_clause(self.register, ref)
        if asked == now:
            return now, True
        mine = self._city_view(None).get(COMMITMENTS, ref)  # of what a city does not see nothing was asked
        return (now, True) if mine is not None and fingerprint(mine) == asked else (asked, False)

    def as_shown(self, live: Action) -> tuple[bool, PartialDate | None]:
        """Tell whether an action says what was shown to the city, and as confirmed when it was shown.

        That the city has confirmed it since makes no difference.
        """
        told = self.facts.actions[live.ref]
        before: Any = next((each for each in self.register.revisions(live.ref) if fingerprint(each) == told), None)
        now: Action | None = live
        if before is None:  # something of it is not for the city's eyes
            before = self._city_view(self.facts.issued.date()).get(ACTIONS, live.ref)
            now = self._city_view(None).get(ACTIONS, live.ref)
        if before is None or now is None:
            return False, None
        return _bare(before) == _bare(now), before.confirmed

    def told(self, title: str) -> list[Action]:
        """Give the actions of a title of which the city itself told: of whatever day, planned ones too."""
        if self._actions is None:  # a view leaves out what is dated after its day
            self._actions = live_records(self.register, ACTIONS, self.facts.city)
        return [each for each in self._actions if each.told_by == "city" and fold(each.title) == fold(title)]

    def came_since(self, action: Action) -> bool:
        """Tell whether an action came on record since the form was made: by an earlier copy of it, perhaps."""
        before = shifted(self.facts.issued.date(), -1)
        return action.ref not in self.facts.actions and known_only_from(self.register, action.ref, before) is not None

    def has_note(self, text: str) -> bool:
        """Tell whether a note of these words is or was on record."""
        return any(each.text == text for each in self.register.records(NOTES, self.facts.city))

    def later(self, live: Update, date: PartialDate) -> bool:
        """Tell whether an answer on record was certainly given after a day."""
        return live.date is not None and live.date.later_than(date.last) is Certainty.CERTAINLY

    def _updates(self) -> list[Update]:
        return list(self.view.all(UPDATES, self.facts.city))

    def _city_view(self, day: datetime.date | None) -> View:
        """Give what the city sees, as known on a day."""
        if day not in self._shown:
            as_of, city = self.view.lens.as_of, self.facts.city
            self._shown[day] = look(self.register, Lens(as_of=as_of, known_on=day, audience=Audience.CITY, city=city))
        return self._shown[day]


def _bare(action: Action) -> str:
    return fingerprint(action.changed({"confirmed": None}))
