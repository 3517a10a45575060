"""What rounds wait for: answers, reminders, whom to write to, and what cities asked to be corrected. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.figures import tally_all
from pledgekit.figures.asking import Asking
from pledgekit.ids import Ref, fold
from pledgekit.model.kinds import ACTIONS, DECLARATIONS, NOTES
from pledgekit.model.levels import State
from pledgekit.reports.contacts import contacts_of
from pledgekit.reports.tasks import Task
from pledgekit.view.order import known_since

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.figures import Line, Tally
    from pledgekit.view import View

__all__ = ["UNRECORDED", "corrections_asked", "round_tasks"]

UNRECORDED: Final = "unrecorded"  # it answered, and none of its answers is on record
_PARTLY: Final = "partly"  # some of its answers are on record
_WAITING: Final = (State.AWAITING, State.NO_ANSWER, State.NOT_REACHED)


def round_tasks(view: View) -> Iterator[Task]:
    """Yield who was asked and has not answered, and, while a round runs, who was not asked yet.

    Beside them one reminder a round for all whose time it is, and each city that waits for us and has no focal point.
    """
    lonely: dict[str, Task] = {}
    for declaration in view.all(DECLARATIONS):
        total = tally_all(view, declaration.owner)
        if total.scope.cell_period is None:
            continue
        waiting = tuple(_waiting(view, total))
        yield from waiting
        yield from _reminder(view, total, [each.owner for each in waiting if each.why not in (UNRECORDED, "not-asked")])
        if total.scope.round is not None:
            for each in (task for task in waiting if task.why != UNRECORDED):
                lonely.setdefault(each.owner, _without_contact(view, each.owner))
    yield from (each for each in lonely.values() if each.why)


def corrections_asked(view: View) -> Iterator[Task]:
    """Yield what cities asked to be corrected, as notes that begin with the record's name: `oslo-no/x: …`.

    It is done when the record was corrected or retracted after that; or the note was, where nothing is to be mended.
    """
    for note in view.all(NOTES):
        name, mark, text = note.text.partition(": ")
        owner, _, record = name.partition("/")
        held = view.get(ACTIONS, Ref(owner, record)) if mark and record and owner == note.owner else None
        if held is not None and known_since(held) <= known_since(note):
            values = {"title": held.title, "text": " ".join(text.split())}
            yield Task("corrections", "asked", note.owner, held.ref, values=values)


def _waiting(view: View, total: Tally) -> Iterator[Task]:
    scope = total.scope
    asking = scope.round is not None and scope.round.due.last >= scope.as_of
    wanted = (*_WAITING, State.NOT_ASKED) if asking else _WAITING
    values = {"declaration": scope.declaration.id, "period": scope.cell_period.label if scope.cell_period else ""}
    for city in view.by_city():
        line = total.lines[Ref(city.only)]
        if not line.row:
            continue
        due = Asking(city, scope).due
        left = sum(each.state in _WAITING for each in line.cells)
        if line.state in wanted:
            yield Task("answers", UNRECORDED if line.answered else line.state.value, city.only, due=due, values=values)
        elif left and _asked(line):
            counts = {"given": f"{len(line.cells) - left}", "of": f"{len(line.cells)}"}
            yield Task("answers", _PARTLY, city.only, due=due, values={**values, **counts})


def _asked(line: Line) -> bool:
    """Tell whether something was asked of a city that has answered in part, and it did not decline the rest."""
    return line.state not in (State.DECLINED, State.NOT_ENDORSED)


def _reminder(view: View, total: Tally, waiting: list[str]) -> Iterator[Task]:
    """Yield one task for all cities of a round that it is time to remind."""
    scope = total.scope
    names = []
    for city in view.by_city():
        if city.only in waiting and total.lines[Ref(city.only)].state is not State.NOT_REACHED:
            known = view.city(city.only)
            if Asking(city, scope).reminder() is not None:
                names.append(known.name if known is not None else city.only)
    if names and scope.cell_period is not None:
        values = {"period": scope.cell_period.label, "cities": ", ".join(sorted(names, key=fold))}
        yield Task("reminders", "due", scope.declaration.id, values=values)


def _without_contact(view: View, city: str) -> Task:
    """Give the task of finding a focal point; without a reason where there is one."""
    contacts = contacts_of(view, city)
    if contacts.current:
        return Task("contacts", "", city)
    if contacts.gone:
        last = max(contacts.gone, key=lambda each: (f"{each.until}", each.id))
        return Task("contacts", "gone", city, values={"name": last.name})
    return Task("contacts", "none", city)
