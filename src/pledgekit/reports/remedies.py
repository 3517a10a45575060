"""What to type for what needs somebody: each task with the command that does it, or shows where to look. Fifth step.

A command names everything that is known, dated on the day of the view; what is missing it asks for on a terminal. Where
nobody can know the answer before having looked, a word in capitals stands, which no command takes for one.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pledgekit.dates import shifted
from pledgekit.model.kinds import COMMITMENTS, OFFICIALS, kind_of
from pledgekit.model.levels import Act, Reason, RequestAct, Verdict, Visibility

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pledgekit.ids import Ref
    from pledgekit.model.acts import Review
    from pledgekit.model.lanes import Assessment, Update
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.reports.tasks import Task
    from pledgekit.view import View

__all__ = ["Remedies"]

Command = tuple[str, ...]

# Placeholders, of which the first two are refused when they are pasted unlooked.
_DATE: Final = "DATE"
_WORD: Final = "WORD"
_SOURCE: Final = "URL or words"
_TO_REPLY: Final = 28  # days
_PATH: Final = re.compile(r"(?P<table>\w+)(?:\[(?P<nth>\d+)\])?(?:\..*)?")


class Remedies:
    """The commands for the tasks of one register and view."""

    def __init__(self, register: Register, view: View, problems: Iterable[Problem]) -> None:
        """Take the register in which these problems were found, and the view in which the tasks were."""
        self.register = register
        self.view = view
        self._problems = problems
        self.today = view.lens.as_of

    def command(self, task: Task) -> Command:
        """Give the words of the command, after the program's name.

        What mends a problem, else what shows the record it is in, else what lists the problem itself.
        """
        if task.problem is None:
            if task.ref in self._faulty:  # which has to be mended first
                return "show", str(task.ref)
            return _DOING[task.topic, task.why](self, task)
        record = self._record(task.problem)
        mend = _MENDING.get(task.problem.code)
        if record is not None and mend is not None and (record.ref not in self._faulty or task.problem.code in _FIRST):
            return mend(self, record)
        if record is not None and self.view.get(kind_of(record), record.ref) is not None:
            return "show", str(record.ref)
        return "check", "--only", task.problem.code

    def _record(self, problem: Problem) -> Record | None:
        found = _PATH.fullmatch(problem.path)
        return self._at.get((problem.file, found["table"], int(found["nth"] or -1))) if found else None

    @cached_property
    def _faulty(self) -> frozenset[Ref]:
        """The records with an error: what they say cannot be recorded anew until it is mended."""
        found = (self._record(each) for each in self._problems if each.severity == "error")
        return frozenset(each.ref for each in found if each is not None)

    @cached_property
    def _at(self) -> Mapping[tuple[str, str, int], Record]:
        """The records by where they stand."""
        held = (each for one in self.register.holdings.values() for table in one.tables.values() for each in table)
        return {(each.origin.file, each.origin.table, each.origin.nth): each for each in held if each.origin}


def _answered(remedies: Remedies, task: Task) -> Command:
    """Record the answers; where there is nothing to answer, that the city did is all there is to record."""
    declaration, period = task.values["declaration"], task.values["period"]
    if any(not each.superseded_by for each in remedies.view.all(COMMITMENTS, declaration)):
        return "update", task.owner, "--period", period
    return _request(remedies, task, RequestAct.ANSWERED)


def _asked(remedies: Remedies, task: Task) -> Command:
    return _request(remedies, task, RequestAct.ASKED)


def _request(remedies: Remedies, task: Task, act: str) -> Command:
    declared, period = f"declaration={task.values['declaration']}", f"period={task.values['period']}"
    return "add", "request", task.owner, declared, period, f"act={act}", f"date={remedies.today}"


def _remind(_: Remedies, task: Task) -> Command:
    return "round", "remind", "--declaration", task.owner, "--period", task.values["period"], "--out", "reminders"


def _found_contact(_: Remedies, task: Task) -> Command:
    return "add", "contact", task.owner


def _shown(_: Remedies, task: Task) -> Command:
    return "show", f"{task.ref}"


def _may_publish(_: Remedies, about: Any) -> Command:  # noqa: ANN401  a record, or a task about one
    return "review", str(about.ref), "--verdict", Verdict.MAY_PUBLISH


def _reply(_: Remedies, about: Any) -> Command:  # noqa: ANN401  an assessment, or a task about one
    return "reply", about.owner, str(about.ref)


def _day_to_reply(remedies: Remedies, task: Task) -> Command:
    return "correct", str(task.ref), f"reply_due={shifted(remedies.today, _TO_REPLY)}"


def _reaffirmed(remedies: Remedies, task: Task) -> Command:
    act = ("endorse", task.owner, task.values["declaration"], "--act", Act.REAFFIRMED)
    found = remedies.view.get(OFFICIALS, task.ref) if task.ref else None
    office = ("--office", found.office) if found is not None else ()
    return *act, "--official", task.values["after"], *office, "--date", f"{remedies.today}"


def _followed(_: Remedies, task: Task) -> Command:
    return "add", "official", task.owner, f"office={task.values['office']}"


def _done(_: Remedies, task: Task) -> Command:
    return "correct", str(task.ref), f"done={_DATE}"


def _seen(_: Remedies, official: Record) -> Command:
    return "correct", str(official.ref), f"seen={_DATE}", "--source", _SOURCE


def _took_place(_: Remedies, event: Record) -> Command:
    return "correct", str(event.ref), f"state={_WORD}"


def _without_date(_: Remedies, action: Record) -> Command:
    return "correct", str(action.ref), "date="


def _held_still(_: Remedies, record: Record) -> Command:
    return "review", str(record.ref), "--verdict", Verdict.STILL_HOLDS


def _reviewed_again(remedies: Remedies, review: Review) -> Command:
    """Review the same records; those that still hold are held against their clauses by themselves."""
    refs = dict.fromkeys(each.record for each in review.seen)
    if review.verdict == Verdict.STILL_HOLDS:
        others = [
            each for each in refs if not any(kind_of(r) is COMMITMENTS for r in remedies.register.revisions(each))
        ]
        refs = dict.fromkeys(others)
    return "review", *map(str, refs), "--verdict", f"{review.verdict}"


def _opened(_: Remedies, record: Record) -> Command:
    return "release", str(record.ref), "--to", Visibility.PUBLIC.value


def _narrowed(_: Remedies, record: Record) -> Command:
    return "release", str(record.ref), "--to", Visibility.NETWORK.value


def _endorsed(_: Remedies, lane: Update | Assessment) -> Command:
    return "endorse", lane.owner, lane.commitment.owner


def _duplicate(_: Remedies, record: Record) -> Command:
    return "retract", str(record.ref), "--reason", Reason.DUPLICATE


_DOING: Final[Mapping[tuple[str, str], Callable[[Remedies, Task], Command]]] = {
    ("answers", "awaiting"): _answered,
    ("answers", "no-answer"): _answered,
    ("answers", "unrecorded"): _answered,
    ("answers", "not-reached"): _asked,
    ("answers", "not-asked"): _asked,
    ("answers", "partly"): _answered,
    ("reminders", "due"): _remind,
    ("contacts", "none"): _found_contact,
    ("contacts", "gone"): _found_contact,
    ("corrections", "asked"): _shown,
    ("permissions", "ask"): _may_publish,
    ("replies", "awaited"): _reply,
    ("replies", "no-day"): _day_to_reply,
    ("mayors", "changed"): _reaffirmed,
    ("mayors", "left"): _followed,
    ("steps", "overdue"): _done,
}
_FIRST: Final = frozenset({"date-and-span"})  # errors that a command mends
_MENDING: Final[Mapping[str, Callable[[Remedies, Any], Command]]] = {
    "no-permission": _may_publish,
    "not-released": _opened,
    "reply-open": _reply,
    "official-not-seen": _seen,
    "planned-past": _took_place,
    "clause-changed": _held_still,
    "void-review": _reviewed_again,
    "date-and-span": _without_date,
    "hidden-endorsement": _opened,
    "built-on-hidden": _narrowed,
    "never-endorsed": _endorsed,
    "likely-duplicate": _duplicate,
    "endorsed-twice": _duplicate,
    "two-answers": _duplicate,
}
