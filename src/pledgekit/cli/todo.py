"""`todo`: what needs somebody, with the last note on each city; for staff alone."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, Final

import typer

from pledgekit.cli.console import data, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import Json
from pledgekit.store import is_register

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.reports.tasks import Task
    from pledgekit.reports.todo import Todo
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["command"]

_COUNTED: Final = "answers"  # the topic whose days are counted


def command(ctx: typer.Context, *, json: Json = False) -> None:
    """Show what needs somebody: answers, permissions, replies, mayors, steps, clauses, suspect records, problems."""
    from pledgekit.checks import Tier, check
    from pledgekit.reports.todo import todo

    session: Session = ctx.obj
    session.insist_staff("todo")
    loaded = session.load()
    view = session.view(loaded.register)
    found = todo(loaded.register, view, check(loaded, today=session.as_of, tier=Tier.CHECK))
    if json:
        data(_json(found, view))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, session))))


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
            "command": list(task.command),
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


def _lines(found: Todo, session: Session) -> Iterator[str]:
    """Put the tasks into lines, topic by topic; the last note on an owner stands once, where it first appears."""
    from pledgekit.reports.todo import TOPICS

    words, program = session.words(), _program(session)
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
            yield f"  {_line(task, found, words, program, session.as_of)}"
            note = found.notes.get(task.owner)
            if note is not None and task.owner not in told:
                told.add(task.owner)
                date = words.date(note.date, note.date_texts.get("date", ""))
                yield f"    {words.say('todo.note', date=date, text=' '.join(note.text.split()))}"


def _line(task: Task, found: Todo, words: Words, program: str, as_of: datetime.date) -> str:
    """Tell of one task: whose, what, by when; what helps; what to type."""
    if task.problem is not None:
        problem = task.problem
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        said = words.say("todo.found", place=place, message=problem.message)
        return _do(said, problem.remedy, task, words, program)
    values = dict(task.values)
    who = values.pop("responsible", "")
    if "declaration" in values:
        values["declaration"] = found.titles.get(values["declaration"], values["declaration"])
    what = words.say(f"todo.{task.topic}.{task.why}", **values)
    if who:
        what = words.say("todo.steps.responsible", what=what, who=who)
    if task.due is not None:
        what = words.say("todo.by", what=what, date=words.date(task.due))
    if task.due is not None and task.topic == _COUNTED:
        days = (task.due.last - as_of).days
        message = "todo.days-ago" if days < 0 else "todo.days-left"
        what = words.count(message, abs(days), what=what)
    name = found.cities[task.owner].name if task.owner in found.cities else found.titles.get(task.owner, task.owner)
    said = words.say("todo.task", name=name, what=what)
    return _do(said, words.say(f"todo.remedy.{task.topic}.{task.why}"), task, words, program)


def _do(said: str, remedy: str, task: Task, words: Words, program: str) -> str:
    """Put what is the matter and what helps into a sentence each; a command to paste ends the line."""
    remedy = remedy[:1].upper() + remedy[1:].rstrip(".")
    command = " ".join([program, *(quote(each) for each in task.command)])
    message = "todo.look" if task.command[0] in ("show", "check") else "todo.do"
    return words.say(message, said=said.rstrip("."), remedy=remedy, command=command)


def _program(session: Session) -> str:
    """Name the program as it was started: with its folder, where it would not find that by itself."""
    here = Path.cwd()
    folder = session.root.resolve()
    found = next((each for each in (here, *here.parents) if is_register(each)), None)
    named = os.environ.get("PLEDGEKIT_ROOT", "") or found
    if named and folder == Path(named).resolve():
        return "pledgekit"
    return " ".join(("pledgekit", "--root", quote(str(folder))))
