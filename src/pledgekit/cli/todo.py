"""`todo`: what needs somebody, with the last note on each city; for staff alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from pledgekit.cli.console import data, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import Json
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.reports.todo import Task, Todo
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["command"]


def command(ctx: typer.Context, *, json: Json = False) -> None:
    """Show what needs somebody: answers, permissions, replies, mayors, steps, suspect records, problems."""
    from pledgekit.checks import Tier, check
    from pledgekit.reports.todo import todo

    session: Session = ctx.obj
    if session.audience not in (None, Audience.INTERNAL):
        raise UsageError("todo is for staff", remedy="leave out --audience")
    loaded = session.load()
    view = session.view(loaded.register)
    found = todo(loaded.register, view, check(loaded, today=session.as_of, tier=Tier.CHECK))
    if json:
        data(_json(found, view))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, session.words()))))


def _json(found: Todo, view: View) -> str:
    from pledgekit.render.json import encode, record_item

    def item(task: Task) -> dict[str, Any]:
        return {
            "topic": task.topic,
            "why": task.why,
            "owner": task.owner,
            "ref": str(task.ref) if task.ref else None,
            "due": str(task.due) if task.due else None,
            **task.values,
            **({"problem": task.problem._asdict()} if task.problem else {}),
        }

    return encode(
        {
            "format": "pledgekit/todo",
            "format_version": 1,
            "as_of": view.lens.as_of.isoformat(),
            "known_on": view.lens.known_on.isoformat() if view.lens.known_on else None,
            "audience": view.lens.audience.value,
            "tasks": [item(each) for each in found.tasks],
            "notes": {owner: record_item(note) for owner, note in sorted(found.notes.items())},
        }
    ).decode()


def _lines(found: Todo, words: Words) -> Iterator[str]:
    """Put the tasks into lines, topic by topic; the last note on an owner stands once, where it first appears."""
    from pledgekit.reports.todo import TOPICS

    if not found.tasks:
        yield words.say("todo.none")
    told: set[str] = set()
    for topic in TOPICS:
        tasks = [each for each in found.tasks if each.topic == topic]
        if not tasks:
            continue
        if tasks[0] is not found.tasks[0]:
            yield ""
        yield words.say(f"todo.topic.{topic}", n=len(tasks))
        for task in tasks:
            yield f"  {_line(task, found, words)}"
            note = found.notes.get(task.owner)
            if note is not None and task.owner not in told:
                told.add(task.owner)
                date = words.date(note.date, note.date_texts.get("date", ""))
                yield f"    {words.say('todo.note', date=date, text=' '.join(note.text.split()))}"


def _line(task: Task, found: Todo, words: Words) -> str:
    """Tell of one task: whose, what, by when."""
    if task.problem is not None:
        problem = task.problem
        place = f"{problem.file}:{problem.line}"
        return words.say("todo.found", place=place, message=problem.message, remedy=problem.remedy)
    values = dict(task.values)
    who = values.pop("responsible", "")
    if "declaration" in values:
        values["declaration"] = found.titles.get(values["declaration"], values["declaration"])
    what = words.say(f"todo.{task.topic}.{task.why}", **values)
    if who:
        what = words.say("todo.steps.responsible", what=what, who=who)
    if task.due is not None:
        what = words.say("todo.by", what=what, date=words.date(task.due))
    name = found.cities[task.owner].name if task.owner in found.cities else found.titles.get(task.owner, task.owner)
    return words.say("todo.task", name=name, what=what)
