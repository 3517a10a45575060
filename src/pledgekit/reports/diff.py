"""Lay out what changed: a difference becomes a Document, in the domain's words. Sixth step; it compares nothing."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final

from pledgekit.dates import PartialDate
from pledgekit.diff import word_diff
from pledgekit.model.document import Bullets, Document, Heading, Paragraph, say
from pledgekit.model.kinds import ASSESSMENTS, COMMITMENTS, ENDORSEMENTS, KINDS, REQUESTS, UPDATES
from pledgekit.model.record import about_of, fields_of, key_of
from pledgekit.reports.framing import banner, labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.diff import Change, Difference, KeyChange
    from pledgekit.ids import Ref
    from pledgekit.model.document import Block, Inline
    from pledgekit.words import Words

__all__ = ["lay_out"]

_TITLES: Final = ("title", "name", "question", "figure", "text", "verdict")
_SHORT: Final = 3  # words of a text that is shown whole, before and after
_LONGEST: Final = 80  # letters of what names a record


def lay_out(difference: Difference, words: Words, *, before: str, after: str, marked: bool = True) -> Document:
    """Put a difference into words; `before` and `after` are what the two sides are called.

    `marked`: with the mark of its audience, as what may be sent on has to be. Raises KeyError when the language lacks
    a word.
    """
    told = _Telling(difference, words)
    blocks: list[Block] = [Paragraph(text=say(words.count("diff.lead", len(difference.changes))), role="lead")]
    for table in dict.fromkeys(each.table for each in difference.changes):
        changes = [each for each in difference.changes if each.table == table]
        head = words.say("diff.head", kind=words.say(f"diff.kind.{table}"), n=len(changes))
        blocks += [
            Heading(level=2, text=head, anchor=table),
            Bullets(items=tuple(told.line(each) for each in changes)),
        ]
    return Document(
        title=words.say("diff.title"),
        lang=words.lang,
        dir=words.dir,
        labels=labels(words),
        subtitle=words.say("diff.subtitle", before=before, after=after),
        banner=banner(words, difference.after.audience) if marked else "",
        blocks=tuple(blocks),
    )


class _Telling:
    """The words of a language, and how clauses are called: by their id alone where that is clear."""

    def __init__(self, difference: Difference, words: Words) -> None:
        self.words = words
        self.names = difference.names
        declarations = {ref.owner for each in difference.changes if (ref := _clause(each)) is not None}
        self.many = len(declarations) > 1

    def line(self, change: Change) -> Inline:
        """Tell one change: whose, which record, what of it."""
        owner = self.names.get(change.ref.owner, change.ref.owner)
        if change.table == UPDATES.table:
            said = self.update(change)
        else:
            said = self.words.say(f"diff.{change.what}", what=self.thing(change))
        if change.keys and change.table != UPDATES.table:
            said = self.words.say("diff.how", what=said, how=self.keys(change.keys, change))
        return say(self.words.say("diff.line", owner=owner, said=said))

    def update(self, change: Change) -> str:
        """Tell an answer: "speak-out: limited → substantial (2024)"."""
        record: Any = change.record
        clause, period = self.clause(record.commitment), self.words.period(record.period)
        values: Mapping[str, str] = {"clause": clause, "period": period}
        if change.what == "new" and change.earlier is not None:
            earlier: Any = change.earlier
            before, then = self.answer(earlier), self.words.period(earlier.period)
            return self.words.say("diff.update-since", **values, before=before, then=then, after=self.answer(record))
        if change.what != "changed":
            return self.words.say(f"diff.update-{change.what}", **values, answer=self.answer(record))
        level = {each.key for each in change.keys} & {"completion", "instead"}
        others = [each for each in change.keys if each.key not in ("completion", "instead")]
        if not level:
            said = self.words.say("diff.update-changed", **values, answer=self.answer(record))
        else:
            before, after = self.answer(change.before), self.answer(record)
            said = self.words.say("diff.update-moved", **values, before=before, after=after)
        return self.words.say("diff.how", what=said, how=self.keys(tuple(others), change)) if others else said

    def answer(self, update: Any) -> str:  # noqa: ANN401  an update
        """Give a city's answer: its level, or what it says instead of one."""
        scale = "completion" if update.completion else "instead"
        return self.words.level(scale, getattr(update, scale))

    def clause(self, ref: Ref) -> str:
        """Give what a clause is called."""
        return str(ref) if self.many else ref.id

    def thing(self, change: Change) -> str:
        """Name a record by its foremost words."""
        record: Any = change.record
        if change.table in (ENDORSEMENTS.table, REQUESTS.table):
            scale = "act" if change.table == ENDORSEMENTS.table else "request-act"
            act = self.words.level(scale, record.act)
            named = self.names.get(record.declaration.owner, record.declaration.owner)
            if change.table == REQUESTS.table:
                named = self.words.say("report.aside", text=named, aside=self.words.period(record.period))
            if record.date is not None:
                when = self.words.when(record.date, record.date_texts.get("date", ""))
                act = self.words.say("diff.dated", act=act, when=when)
            return self.words.say("diff.act", named=named, act=act)
        if change.table == ASSESSMENTS.table:
            level = record.completion or record.evidence_level
            scale = "completion" if record.completion else "evidence-level"
            return self.words.say(
                "diff.assessed",
                clause=self.clause(record.commitment),
                level=self.words.level(scale, level),
                assessor=record.assessor,
                period=self.words.period(record.period),
            )
        if change.table == COMMITMENTS.table:
            return self.words.say("diff.clause", id=record.id, title=_cut(record.title))
        if not change.ref.id:
            return self.words.say("diff.owner")
        title = next((f"{getattr(record, key)}" for key in _TITLES if getattr(record, key, "")), "")
        if not title:
            commitment = getattr(record, "commitment", None)
            title = self.clause(commitment) if commitment is not None else record.id
        return self.words.say("diff.titled", title=_cut(title))

    def keys(self, keys: tuple[KeyChange, ...], change: Change) -> str:
        """Tell which keys changed, and how."""
        scales = {key_of(each.name): about_of(each).scale for each in fields_of(KINDS[change.table].cls)}
        return "; ".join(self.key(each, scales.get(each.key, "")) for each in keys)

    def key(self, change: KeyChange, scale: str) -> str:
        """Tell one key: a long text word by word, a list by what came and went, all else before and after."""
        before, after = change.before, change.after
        if change.key == "year":
            before, after = (None if each is None else f"{each}" for each in (before, after))
        elif isinstance(before, str) and isinstance(after, str) and not scale:
            if max(len(before.split()), len(after.split())) > _SHORT:
                return self.words.say("diff.text", key=change.key, text=self.marked(before, after))
        elif isinstance(before or after, list):
            return self.listed(change, scale)
        elif isinstance(before or after, dict):
            return self.words.say("diff.table", key=change.key)
        if before is None or after is None:
            message, value = ("diff.came", after) if before is None else ("diff.went", before)
            return self.words.say(message, key=change.key, value=self.value(value, scale))
        return self.words.say(
            "diff.value", key=change.key, before=self.value(before, scale), after=self.value(after, scale)
        )

    def listed(self, change: KeyChange, scale: str) -> str:
        """Tell what came to a list of words or refs and what went; of tables, how many there were."""
        before, after = change.before or [], change.after or []
        if any(isinstance(each, dict) for each in (*before, *after)):
            return self.words.say("diff.entries", key=change.key, before=len(before), after=len(after))
        pieces = [self.words.say("diff.removed", text=self.value(each, scale)) for each in before if each not in after]
        pieces += [self.words.say("diff.added", text=self.value(each, scale)) for each in after if each not in before]
        if not pieces:
            return self.words.say("diff.order", key=change.key)
        return self.words.say("diff.text", key=change.key, text=" ".join(pieces))

    def marked(self, before: str, after: str) -> str:
        """Write a text with what went and what came marked in it."""
        marks = {"gone": "diff.removed", "new": "diff.added"}
        pieces = word_diff(before, after)
        return " ".join(self.words.say(marks[tag], text=text) if tag in marks else text for tag, text in pieces)

    def value(self, value: object, scale: str) -> str:
        """Write a plain value."""
        if isinstance(value, bool):
            return self.words.say(f"diff.{'yes' if value else 'no'}")
        if isinstance(value, datetime.date):
            return self.words.date(value)
        if isinstance(value, int):
            return self.words.number(value)
        text = f"{value}"
        if scale:
            return self.words.level(scale, text)
        return _dated(text, self.words)


def _dated(text: str, words: Words) -> str:
    """Write a date that is not known to the day as people say it; other text as it is."""
    try:
        return words.date(PartialDate.parse(text))
    except ValueError:
        return _cut(text)


def _clause(change: Change) -> Ref | None:
    found: Ref | None = getattr(change.record, "commitment", None)
    return found


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
