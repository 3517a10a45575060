"""What needs somebody: answers, permissions, replies, mayors, steps, what is suspect, problems. Fifth step.

Nothing is judged here a second time: who has not answered is what `status` says, and what is wrong or doubtful is what
the checks found; this only puts together what waits for a person, with the last note on each city.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.dates import Certainty
from pledgekit.ids import fold
from pledgekit.model.kinds import (
    ACTIONS,
    ASSESSMENTS,
    CITIES,
    DECLARATIONS,
    NOTES,
    REPLIES,
    REVIEWS,
    STEPS,
)
from pledgekit.model.levels import Audience, Verdict, needs_permission
from pledgekit.reports.holders import focal_point, in_office
from pledgekit.reports.remedies import Remedies
from pledgekit.reports.tasks import Task
from pledgekit.reports.todo_rounds import corrections_asked, round_tasks
from pledgekit.view import Lens, look

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pledgekit.model.acts import Note
    from pledgekit.model.city import City
    from pledgekit.model.problem import Problem
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["TOPICS", "Todo", "todo"]

TOPICS: Final = (
    "answers", "reminders", "contacts", "permissions", "corrections", "replies", "mayors", "steps", "clauses",
    "suspect", "problems",
)  # fmt: skip

# Where the finding of a check belongs; what is not named here is a problem, unless it is mere information.
_TOPIC_OF: Final = {
    "no-permission": "permissions",
    "not-released": "permissions",
    "name-in-text": "permissions",
    "hidden-name": "permissions",
    "reply-open": "replies",
    "official-not-seen": "mayors",
    "officials-overlap": "mayors",
    "planned-past": "steps",
    "open-clause": "clauses",
    "clause-changed": "suspect",
    "void-review": "suspect",
}


class Todo(NamedTuple):
    """The value: tasks by topic, day and owner, and the last note on each owner that has a task."""

    tasks: tuple[Task, ...]
    notes: Mapping[str, Note]
    cities: Mapping[str, City]
    titles: Mapping[str, str]  # of declarations


def todo(register: Register, view: View, problems: Sequence[Problem]) -> Todo:
    """Gather what needs somebody on the day of the view, which should be that of staff; `problems`: of all checks."""
    cities = {each.owner: each for each in view.all(CITIES)}
    titles = {each.owner: each.short_title or each.title for each in view.all(DECLARATIONS)}
    rounds = tuple(round_tasks(view))
    tasks = [
        *rounds,
        *_permissions(register, view),
        *corrections_asked(view),
        *_replies(view),
        *_people(view, {each.owner for each in rounds if each.topic == "contacts"}),
        *_steps(view),
        *_found(problems),
    ]

    def order(task: Task) -> tuple[object, ...]:
        due = task.due.last.isoformat() if task.due else "9999"
        name = cities[task.owner].name if task.owner in cities else titles.get(task.owner, task.owner)
        where = (task.problem.file, task.problem.line) if task.problem else ("", 0)
        return TOPICS.index(task.topic), due, fold(name), task.owner, task.why, where, str(task.ref or "")

    remedies = Remedies(register, view, problems)
    ordered = tuple(each._replace(command=remedies.command(each)) for each in sorted(tasks, key=order))
    last: dict[str, Note] = {}
    for note in sorted(view.all(NOTES), key=lambda each: (each.date.last, each.id)):
        last[note.owner] = note
    owners = {each.owner for each in ordered}
    return Todo(ordered, {name: note for name, note in last.items() if name in owners}, cities, titles)


def _permissions(register: Register, view: View) -> Iterator[Task]:
    """Yield what a city or partner told us, is not public, and about whose publication nobody has decided."""
    lens = view.lens
    public = look(register, Lens(as_of=lens.as_of, known_on=lens.known_on, audience=Audience.PUBLIC))
    decided = {
        seen.record
        for review in view.all(REVIEWS)
        if review.verdict in (Verdict.MAY_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED, Verdict.MUST_NOT_PUBLISH)
        for seen in review.seen
    }
    for each in view.all(ACTIONS):
        if needs_permission(each.told_by) and each.ref not in decided and public.get(ACTIONS, each.ref) is None:
            yield Task("permissions", "ask", each.owner, each.ref, values={"title": each.title})


def _replies(view: View) -> Iterator[Task]:
    """Yield assessments to which the city may still reply, and those without a day for that."""
    replied = {each.assessment for each in view.all(REPLIES)}
    for each in view.all(ASSESSMENTS):
        if each.ref in replied:
            continue
        values = {"commitment": str(each.commitment), "period": each.period.label}
        if each.reply_due is None:
            yield Task("replies", "no-day", each.owner, each.ref, values=values)
        elif each.reply_due.last >= view.lens.as_of:
            yield Task("replies", "awaited", each.owner, each.ref, each.reply_due, values)


def _people(view: View, asked: Collection[str]) -> Iterator[Task]:
    """Yield what is to be looked after of office-holders and focal points; `asked`: whose focal point is missed."""
    for city in view.by_city():
        yield from in_office(city)
        if city.only not in asked:
            yield from focal_point(city)


def _steps(view: View) -> Iterator[Task]:
    """Yield next steps that are overdue."""
    for each in view.all(STEPS):
        if each.done is None and each.due is not None and each.due.earlier_than(view.lens.as_of) is Certainty.CERTAINLY:
            values = {"text": each.text, "responsible": each.responsible}
            yield Task("steps", "overdue", each.owner, each.ref, each.due, values)


def _found(problems: Iterable[Problem]) -> Iterator[Task]:
    """Yield what the checks found: under its own topic, or, if it is more than information, as a problem."""
    for each in problems:
        topic = _TOPIC_OF.get(each.code, "" if each.severity == "info" else "problems")
        if topic:
            _, owner, *_ = [*each.file.split("/"), ""]
            yield Task(topic, "found", owner, problem=each)
