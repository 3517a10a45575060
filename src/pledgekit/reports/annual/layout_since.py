"""What is new, changed, ended and corrected since an earlier edition. Sixth step; it compares nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.model.document import Bullets, Heading, Paragraph, say
from pledgekit.model.kinds import (
    ACTIONS,
    ASSESSMENTS,
    CITIES,
    COMMITMENTS,
    ENDORSEMENTS,
    EVENTS,
    FINDINGS,
    OFFICIALS,
    PUBLISHED,
    REPLIES,
    ROUNDS,
    STEPS,
    UPDATES,
)
from pledgekit.reports.clauses import named, short
from pledgekit.reports.corrections.lines import told_correction
from pledgekit.reports.dialogues import short_event
from pledgekit.reports.people import ended, told_acts, told_officials
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.document import Block, Inline
    from pledgekit.model.lanes import Assessment, Update
    from pledgekit.reports.annual.telling import UpdateTelling
    from pledgekit.reports.annual.value import News

__all__ = ["since"]

_ORDER = (
    *(ENDORSEMENTS, CITIES, OFFICIALS, ACTIONS, COMMITMENTS, ROUNDS),
    *(UPDATES, ASSESSMENTS, REPLIES, EVENTS, FINDINGS, STEPS, PUBLISHED),
)
_WHATS = ("new", "said", "moved", "confirmed", "measured", "reworded", "done", "ended")
_LANES = (UPDATES.table, ASSESSMENTS.table, REPLIES.table)  # told where the matrix is


def since(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell what changed since the edition that this one is compared with; nothing where there is none."""
    words, report = told.words, told.report
    if report.since is None:
        return ()
    date = words.date(report.since)
    corrections = tuple(told_correction(told, each) for each in report.corrections)
    groups = tuple(_groups(told))
    return (
        Heading(level=2, text=words.say("annual.since", date=date), anchor="since"),
        *(
            [told.sentence("since.intro")]
            if groups
            else [Paragraph(text=say(words.say("annual.since.none", date=date)))]
        ),
        *(block for head, lines in groups for block in (Paragraph(text=say(head)), Bullets(items=lines))),
        Heading(level=2, text=words.say("annual.corrected", date=date), anchor="corrected"),
        *(
            [told.sentence("corrected.intro"), Bullets(items=corrections)]
            if corrections
            else [Paragraph(text=say(words.count("corrections.lead-since", 0, date=date)))]
        ),
        Paragraph(text=say(words.say("corrections.never-listed"))),
    )


def _groups(told: UpdateTelling) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """Give each kind of change: how many there are, and each of them."""
    reserved = told.reserved(told.report.declaration.owner)
    for kind in _ORDER:
        if reserved and kind.table in _LANES:
            continue
        held = [each for each in told.report.changes if each.table == kind.table]
        for what in _WHATS:
            news = [each for each in held if each.what == what]
            if not news:
                continue
            yield (
                told.words.count(f"annual.since.{kind.table}.{what}", len(news)),
                tuple(_line(told, each) for each in news),
            )


def _line(told: UpdateTelling, news: News) -> Inline:
    """Tell one change in a line."""
    words, record = told.words, _any(news)
    table = news.table
    if table == ENDORSEMENTS.table:
        act = ended(told, record) if news.what == "ended" else told_acts(told, [record])
        return told.place(record.owner) + say(words.say("annual.since.aside", text=act))
    if table == ACTIONS.table:
        return short(told, record.ref) if news.what in ("new", "said") else _moved(told, news)
    if table == CITIES.table:
        return told.place(record.owner)
    if table == OFFICIALS.table:
        colon = words.say("report.colon")
        return say(told.name(record.owner), name=True, strong=True) + say(colon + told_officials(told, [record]))
    if table == COMMITMENTS.table:
        return say(told.headings[record.ref])
    if table == ROUNDS.table:
        return say(words.say("annual.since.round", period=words.period(record.period), due=told.date(record, "due")))
    if table == EVENTS.table:
        return short_event(told, record)
    if table in (FINDINGS.table, STEPS.table):
        done = words.say("report.step.done", when=told.when(record, "done")) if getattr(record, "done", None) else ""
        return told.text(record, "text") + (say(words.say("annual.since.aside", text=done)) if done else ())
    if table == PUBLISHED.table:
        date = told.date(record, "as_of")
        return say(words.say("annual.published.unmatched", value=record.value, unit=record.unit, date=date))
    return _lane(told, news)


def _any(news: News) -> Any:  # noqa: ANN401  the table says which kind it is
    return news.record


def _moved(told: UpdateTelling, news: News) -> Inline:
    """Say where an action stands now, or when its city confirmed it; what was measured stands with the action."""
    words, record = told.words, _any(news)
    line = fitted(words, "report.titled", named(told, record.ref))
    if news.what == "moved":
        status = words.level("status", record.status) if record.status else words.say("annual.since.no-status")
        return line + say(words.say("annual.since.now", text=status))
    if news.what == "confirmed" and record.confirmed is not None:
        when = words.say("report.confirmed", when=told.when(record, "confirmed"))
        return line + say(words.say("annual.since.aside", text=when))
    return line


def _lane(told: UpdateTelling, news: News) -> Inline:
    """Tell an answer with the one before it; an assessment by whom; a reply to what."""
    words, record = told.words, _any(news)
    judged = news.judged or record
    if news.table == REPLIES.table:
        said = told.words.say("annual.since.replied", date=told.date(record, "date"))
    elif news.table == ASSESSMENTS.table:
        said = _assessed(told, record)
    else:
        said = _answered(told, record, news.earlier)
    parts = {
        "city": say(told.name(record.owner), name=True, strong=True),
        "heading": say(told.quoted(told.clause_of(judged.commitment))),
        "said": say(said),
    }
    return fitted(words, "annual.since.lane", parts)


def _assessed(told: UpdateTelling, assessment: Assessment) -> str:
    words = told.words
    found = [
        words.level("completion", assessment.completion) if assessment.completion else "",
        words.level("evidence-level", assessment.evidence_level),
        words.say("report.assessed-by", who=assessment.assessor, date=told.date(assessment, "date")),
    ]
    return told.phrases(found)


def _answered(told: UpdateTelling, update: Update, earlier: Update | None) -> str:
    """Give the level that a city reports; and, where it moved, from which."""
    words = told.words
    after = _level(told, update)
    values = {"level": after, "period": words.period(update.period)}
    if earlier is None:
        return words.say("annual.since.level", **values)
    values["then"] = words.period(earlier.period)
    before = _level(told, earlier)
    if before == after:
        return words.say("annual.since.level-as-before", **values)
    return words.say("annual.since.level-moved", **values, before=before)


def _level(told: UpdateTelling, update: Update) -> str:
    if not update.completion:
        return told.words.level("instead", update.instead)
    nature = next(
        each.commitment.nature for each in told.report.commitments if each.commitment.ref == update.commitment
    )
    return told.words.level("completion", update.completion, nature)
