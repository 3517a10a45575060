"""English: what `todo` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "todo.none": "Nothing waits for anybody.",
    "todo.topic.answers": "Answers ({n})",
    "todo.topic.permissions": "Permissions ({n})",
    "todo.topic.replies": "Replies to assessments ({n})",
    "todo.topic.mayors": "Mayors and other office-holders ({n})",
    "todo.topic.steps": "Next steps ({n})",
    "todo.topic.clauses": "Filed under a working title that became several clauses, or none ({n})",
    "todo.topic.suspect": "Said or reviewed before something changed ({n})",
    "todo.topic.problems": "Problems ({n})",
    "todo.task": "{name}: {what}",
    "todo.by": "{what}; by {date}",
    "todo.note": "last note ({date}): {text}",
    "todo.answers.awaiting": "{declaration}, {period}: asked, answer not yet due",
    "todo.answers.no-answer": "{declaration}, {period}: asked, no answer",
    "todo.answers.unrecorded": "{declaration}, {period}: answered, but none of its answers is on record",
    "todo.answers.not-reached": "{declaration}, {period}: our request did not arrive",
    "todo.answers.not-asked": "{declaration}, {period}: not asked yet, and the round is open",
    "todo.permissions.ask": "ask whether it may be published: “{title}”",
    "todo.replies.awaited": "may reply to the assessment of {commitment}, {period}",
    "todo.replies.no-day": "the assessment of {commitment}, {period}, has no day by which to reply",
    "todo.mayors.changed": "{declaration} was endorsed under {before}; now in office: {after}",
    "todo.mayors.left": "{name}, {office}, left; nobody later is on record",
    "todo.steps.overdue": "“{text}”; whether it was done is not on record",
    "todo.steps.responsible": "{what}; responsible: {who}",
    "todo.found": "{place}: {message}",
    "todo.do": "{said}. {remedy}: {command}",
    "todo.look": "{said}. {remedy}. See: {command}",
    "todo.remedy.answers.awaiting": "When it answers",
    "todo.remedy.answers.no-answer": "Ring or write, and record what it says",
    "todo.remedy.answers.unrecorded": "Record what it answered",
    "todo.remedy.answers.not-reached": "Find an address that works, ask again, and record that",
    "todo.remedy.answers.not-asked": "Ask, and record that",
    "todo.remedy.permissions.ask": "If it may",
    "todo.remedy.replies.awaited": "When it replies",
    "todo.remedy.replies.no-day": "Give it a day",
    "todo.remedy.mayors.changed": "Ask whether it still stands; if so",
    "todo.remedy.mayors.left": "Find out who followed",
    "todo.remedy.steps.overdue": "Find out; if it was done",
}
