"""What stands around every report: the renderers' few labels, the banner, and how it was made. Sixth step."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pledgekit.model.document import Document, Fact, Facts, Labels, Paragraph, say
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from pledgekit.dates import Period
    from pledgekit.model.document import Block
    from pledgekit.reports.value import Paper
    from pledgekit.words import Words

__all__ = ["banner", "colophon", "framed", "labels"]


def framed(
    report: Paper,
    words: Words,
    *,
    kicker: str,
    title: str,
    subtitle: str,
    description: str,
    blocks: tuple[Block, ...],
    letter: bool = False,
) -> Document:
    """Put a report's own blocks into the frame that all reports have; `letter`: it is to fill two pages, not more."""
    return Document(
        title=title,
        lang=words.lang,
        dir=words.dir,
        labels=labels(words),
        kicker=kicker,
        subtitle=subtitle,
        description=description,
        banner=banner(
            words,
            report.audience,
            report.name(report.for_city),
            despite_problems=report.note("despite-problems") is not None,
        ),
        letter=letter,
        blocks=blocks,
        colophon=colophon(
            words,
            as_of=report.as_of,
            known_on=report.known_on,
            newest=_newest(report),
            period=report.period,
            audience=report.audience,
            version=report.tool_version,
            register=report.register,
        ),
    )


def _newest(report: Paper) -> datetime.date:
    """Give the day as known on which the report speaks."""
    note = report.note("minimums")
    return report.as_of if note is None else datetime.date.fromisoformat(note.values["known_on"])


def labels(words: Words) -> Labels:
    """Give the words that renderers add."""
    return Labels(
        skip=words.say("report.skip"),
        contents=words.say("report.contents"),
        sources=words.say("report.sources"),
        colophon=words.say("report.colophon"),
        colon=words.say("report.colon"),
    )


def banner(words: Words, audience: Audience, city: str = "", *, despite_problems: bool = False) -> str:
    """Give what nobody must miss: for whom it is, where not for all, and that errors did not stop it."""
    parts = []
    if audience is Audience.CITY:
        parts.append(words.say("report.banner.city", city=city))
    elif audience is not Audience.PUBLIC:
        parts.append(words.say(f"report.banner.{audience.value}"))
    if despite_problems:
        parts.append(words.say("report.banner.despite-problems"))
    return words.say("report.banner.join", before=parts[0], after=parts[1]) if len(parts) > 1 else "".join(parts)


def colophon(
    words: Words,
    *,
    as_of: datetime.date,
    known_on: datetime.date | None,
    newest: datetime.date,
    period: Period | None,
    audience: Audience,
    version: str,
    register: str,
) -> tuple[Block, ...]:
    """Tell how a report was made, so that it can be made again: the lens, the version and the records' fingerprint.

    `newest`: the day on which the newest record that it uses was recorded.
    """
    known = words.say("report.made.everything")
    if known_on is not None:
        known = words.date(known_on)
    elif newest != as_of:
        known = words.say("report.made.newest", date=words.date(newest))
    facts = [
        ("as-of", words.date(as_of)),
        ("known-on", known),
        ("period", words.period(period) if period else ""),
        ("audience", words.level("audience", audience)),
        ("with", words.say("report.made.version", version=version)),
        ("register", register),
    ]
    return (
        Paragraph(text=say(words.say("report.made.note"))),
        Facts(
            items=tuple(
                Fact(label=words.say(f"report.made.{name}"), value=say(value)) for name, value in facts if value
            )
        ),
    )
