"""Lay out the report to a city, as a letter that a mayor can read in two minutes. Sixth step; it counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from pledgekit.model.document import Bullets, Document, Fact, Facts, Heading, Note, Paragraph, say
from pledgekit.model.levels import STATEMENT, State
from pledgekit.reports.city.layout_answers import answers
from pledgekit.reports.framing import framed
from pledgekit.reports.papers import PaperTelling
from pledgekit.reports.people import dated, told_acts, told_officials
from pledgekit.reports.telling import fitted, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.dates import PartialDate
    from pledgekit.ids import Ref
    from pledgekit.model.document import Block, Entry, Inline
    from pledgekit.reports.city.value import CityReport, Endorsed
    from pledgekit.reports.matching import Practice
    from pledgekit.words import Words

__all__ = ["lay_out"]

_IN_FULL: Final = 4  # of the city's own actions; the rest is named, so that two pages suffice


def lay_out(report: CityReport, words: Words) -> Document:
    """Put a report into words; raises KeyError when the language lacks one of them."""
    told = PaperTelling(report, words, "city", report.commitments)
    opening = _lead(told)
    return framed(
        report,
        words,
        kicker=words.say("city.kicker"),
        title=report.city.name,
        subtitle=words.say("city.subtitle", date=words.date(report.as_of)),
        description=opening,
        letter=True,
        blocks=(
            Paragraph(text=say(opening), role="lead"),
            *_invitation(told),
            *_endorsed(told),
            *_held(told),
            *answers(told),
            *_missing(told),
            *_practices(told),
            *_asks(told),
            told.how_to_read_briefly(),
            *told.publishing(),
        ),
    )


def _lead(told: PaperTelling[CityReport]) -> str:
    """Greet the city: what it endorsed, and what this paper is."""
    words, report = told.words, told.report
    if not report.endorsed:
        return words.say("city.lead.not-endorsed", city=report.city.name)
    titles = words.listed(_title(each) for each in report.endorsed)
    return words.say("city.lead.silent" if report.silent else "city.lead", city=report.city.name, declarations=titles)


def _title(endorsed: Endorsed) -> str:
    declaration = endorsed.declaration
    return declaration.short_title or declaration.title


def _invitation(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Invite a city of which nothing is on record, in place of empty lists."""
    if not told.report.silent:
        return
    said = [told.own("invitation.why"), told.own("invitation.how")]
    yield Note(kind="info", title=told.own("invitation"), text=tuple(map(say, said)))


def _endorsed(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Say what the city endorsed, how, when and under whom."""
    words, report = told.words, told.report
    facts = [Fact(label=_title(each), value=_acts(told, each)) for each in report.endorsed]
    for message, acts in (("former", report.former), ("announced", report.announced)):
        for act in acts:
            label = words.say(f"city.{message}", declaration=_declared(told, act.declaration))
            facts.append(Fact(label=label, value=say(told.phrases([dated(told, act), act.reason]))))
    if report.officials:
        facts.append(Fact(label=words.say("city.office"), value=say(told_officials(told, report.officials))))
    if not facts:
        yield Heading(level=2, text=words.say("city.may-endorse"), anchor="endorsed")
        yield Bullets(items=tuple(_open(told)))
        return
    yield Heading(level=2, text=words.say("city.endorsed"), anchor="endorsed")
    yield Facts(items=tuple(facts))


def _open(told: PaperTelling[CityReport]) -> Iterator[Inline]:
    """Name the declarations that a city could join."""
    for each in told.report.declarations:
        aside = told.words.say("city.open-to", who=each.open_to) if each.open_to else ""
        yield told.text(each, "title") + (say(f" ({aside})") if aside else ())


def _declared(told: PaperTelling[CityReport], declaration: Ref) -> str:
    return next(
        (each.short_title or each.title for each in told.report.declarations if each.ref == declaration),
        f"{declaration}",
    )


def _acts(told: PaperTelling[CityReport], endorsed: Endorsed) -> Inline:
    """Tell of the acts; of the name on the list where that is another; and what has to stand beside them."""
    listed = next((each.listed_as for each in reversed(endorsed.acts) if each.listed_as), "")
    other = listed if listed != told.report.city.name else ""
    said = say(
        told.phrases([told_acts(told, endorsed.acts), told.words.say("report.listed-as", name=other) if other else ""])
    )
    for act in endorsed.acts:
        if act.remark:
            said = fitted(told.words, "city.remarked", {"acts": said, "remark": told.text(act, "remark")})
    return said


def _held(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Tell what is on record of the city, the first in full, the others by name."""
    refs = told.report.actions
    if not refs:
        return
    yield Heading(level=2, text=told.own("held"), anchor="held")
    for ref in refs[:_IN_FULL]:
        yield evolve(told.deed(ref, under=True), who=())
    if refs[_IN_FULL:]:
        yield told.sentence("held.more")
        yield Bullets(items=tuple(_short(told, each) for each in refs[_IN_FULL:]))


def _short(told: PaperTelling[CityReport], ref: Ref) -> Inline:
    deed = told.report.deeds[ref]
    said = told.words.say("report.said") if deed.action.kind == STATEMENT else ""
    about = told.phrases([told.dates(deed.action, deed.last_heard), said])
    return fitted(told.words, "city.short", {"title": told.text(deed.action, "title"), "about": say(about)})


def _missing(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Say kindly what we do not know: under which commitments, and which details."""
    words, report = told.words, told.report
    if not report.missing:
        return
    yield Heading(level=2, text=words.say("city.missing"), anchor="missing")
    for each in report.endorsed:
        own = {one.ref for one in each.commitments}
        empty = [one.ref for one in report.missing if one.what == "commitment" and one.ref in own]
        if empty:
            yield Paragraph(text=say(words.say("city.missing.commitments", declaration=_title(each))))
            yield Bullets(items=tuple(say(told.headings[ref]) for ref in empty), compact=True)
    details = tuple(_details(told))
    if details:
        yield told.sentence("missing.details")
        yield Bullets(items=details)


def _details(told: PaperTelling[CityReport]) -> Iterator[Inline]:
    """Say which details we would like to have: of one kind together."""
    words, missing = told.words, told.report.missing
    for one in missing:
        if one.what == "endorsement-date":
            yield say(words.say("city.missing.endorsement-date", declaration=_declared(told, one.ref)))
        elif one.what == "office-holder":
            yield say(told.own("missing.office-holder"))
    for what in ("dates", "evidence"):
        titles = [told.text(told.report.deeds[one.ref].action, "title") for one in missing if one.what == what]
        if titles:
            quoted = [fitted(words, "report.quoted", {"text": each}) for each in titles]
            yield fitted(words, f"city.missing.{what}", {"titles": joined(words, quoted)})


def _practices(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Tell of a few cities like this one, where it has nothing on record."""
    if not told.report.practices:
        return
    yield Heading(level=2, text=told.own("practices"), anchor="practices")
    yield told.sentence("practices.intro")
    yield from (_practice(told, each) for each in told.report.practices)


def _practice(told: PaperTelling[CityReport], practice: Practice) -> Entry:
    """Tell of a practice in short: the first passage of its summary is enough to ask for more."""
    words, deed = told.words, told.report.deeds[practice.action]
    entry = told.deed(practice.action)
    alike = words.listed(told.own(f"alike.{each}") for each in practice.alike)
    why = told.phrases([alike, words.say("report.under", titles=told.under(practice.commitments))])
    return evolve(
        entry,
        meta=(say(told.dates(deed.action, deed.last_heard)),),
        summary=(*told.passages(deed.action, "summary")[:1], say(words.say("city.why", why=why))),
        sources=entry.sources[:1],
    )


def _asks(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Say what we ask of the city, and whom to call."""
    words, report = told.words, told.report
    asks = [] if report.silent else [told.own("ask.right")]
    asks += [_round(told, each, each.due) for each in report.endorsed if each.due is not None]
    if any(each.what == "commitment" for each in report.missing):
        asks.append(told.own("ask.one-thing"))
    if any(each.what != "commitment" for each in report.missing):
        asks.append(told.own("ask.details"))
    if report.practices:
        asks.append(told.own("ask.meet"))
    if not report.endorsed:
        asks.append(told.own("ask.endorse"))
    yield Heading(level=2, text=words.say("city.ask"), anchor="ask")
    yield Bullets(items=tuple(map(say, asks)))
    for note in report.notes:
        if note.id == "corrections":
            yield Paragraph(text=say(words.say("city.call", **note.values), strong=True))


def _round(told: PaperTelling[CityReport], endorsed: Endorsed, due: PartialDate) -> str:
    """Remind of questions that are open; those that came due are asked for all the same."""
    message = "city.ask.awaiting" if endorsed.state is State.AWAITING else "city.ask.no-answer"
    return told.words.say(
        message,
        declaration=_title(endorsed),
        period=told.period(endorsed.period),
        due=told.words.date(due),
    )
