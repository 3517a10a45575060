"""Lay out the report to a city, as a letter that a mayor can read in two minutes. Sixth step; it counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from pledgekit.model.document import Bullets, Document, Fact, Facts, Heading, Note, Paragraph, say
from pledgekit.model.levels import STATEMENT, State
from pledgekit.reports.city.layout_answers import answers, fitting
from pledgekit.reports.city.layout_signoff import sign_off
from pledgekit.reports.city.layout_staff import staff_page
from pledgekit.reports.framing import framed
from pledgekit.reports.learning import told_learned
from pledgekit.reports.papers import PaperTelling
from pledgekit.reports.people import ended, told_acts, told_officials
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

# Two pages suffice where so much is told of each thing, and the rest is counted.
_IN_FULL: Final = 3  # of the city's own actions at most, and
_SIGNS: Final = 1500  # of text in them, or
_SIGNS_BESIDE: Final = 900  # where the city's answers stand beside them
_BY_NAME: Final = 5  # of its further actions
_SIGNS_OF_OTHERS: Final = 1000  # of text in practices; of those after it the title tells
_LINKS: Final = 4  # to what others did
_TITLES: Final = 3  # of actions of which a detail is missing
_WITH_A_MAYOR: Final = ("city", "municipality", "district")  # kinds of signatories


def lay_out(report: CityReport, words: Words) -> Document:
    """Put a report into words; raises KeyError when the language lacks one of them."""
    told = PaperTelling(report, words, "city", report.commitments)
    opening = _lead(told)
    return framed(
        report,
        words,
        kicker=told.own(f"kicker.{_kind(report)}"),
        title=report.city.name,
        subtitle=words.say("city.subtitle" if report.endorsed else "city.subtitle.not-endorsed", date=told.day()),
        description=opening,
        letter=True,
        blocks=(
            Paragraph(text=say(opening), role="lead"),
            *_invitation(told),
            *_endorsed(told),
            *_held(told),
            *answers(told),
            *told_learned(told, told.report.learned or (), most=_LINKS),
            *_missing(told),
            *_practices(told),
            *_asks(told),
            told.how_to_read_briefly(),
            *told.publishing(),
            *staff_page(told),
            *sign_off(told),
        ),
    )


def _lead(told: PaperTelling[CityReport]) -> str:
    """Greet the city: what it endorsed, and what this paper is."""
    words, report = told.words, told.report
    if not report.endorsed:
        return words.say("city.lead.not-endorsed", city=report.city.name)
    titles = words.listed(told.quoted(_title(each)) for each in report.endorsed)
    return words.say("city.lead.silent" if report.silent else "city.lead", city=report.city.name, declarations=titles)


def _kind(report: CityReport) -> str:
    """Tell a place that has a mayor from any other signatory: a region, a country, a network."""
    return "mayor" if report.city.kind in _WITH_A_MAYOR else "other"


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
    announced = [(each, words.say("city.announced", act=ended(told, each))) for each in report.announced]
    for act, value in (*((each, ended(told, each)) for each in report.former), *announced):
        facts.append(Fact(label=_declared(told, act.declaration), value=say(value)))
    if not facts and report.declarations:
        yield Heading(level=2, text=words.say("city.may-endorse"), anchor="endorsed")
        yield Bullets(items=tuple(_open(told)))
    elif facts:
        heading = "endorsed" if report.endorsed else "declarations"
        yield Heading(level=2, text=told.own(heading), anchor="endorsed")
    if report.officials:
        facts.append(Fact(label=words.say("city.office"), value=say(told_officials(told, report.officials))))
    if facts:
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
    """Tell what is on record of the city, the first in full, some by name, and how many more there are."""
    refs = told.report.actions
    if not refs:
        return
    yield Heading(level=2, text=told.own("held"), anchor="held")
    entries = [evolve(told.deed(ref, under=True), who=()) for ref in refs[:_IN_FULL]]
    signs = _SIGNS_BESIDE if any(each.answers for each in told.report.endorsed) else _SIGNS
    full = max(1, fitting(map(_length, entries), signs))
    yield from entries[:full]
    if refs[full:]:
        yield told.sentence("held.more")
        named = refs[full:][:_BY_NAME]
        items = [_short(told, each) for each in named]
        more = len(refs) - full - len(named)
        yield Bullets(items=(*items, *([say(told.words.count("city.held.others", more))] if more else ())))


def _length(entry: Entry) -> int:
    return sum(len(span.text) for each in (entry.remark, *entry.summary) for span in each)


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
            title = told.quoted(_title(each))
            yield Paragraph(text=say(words.say("city.missing.commitments", declaration=title)))
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
            title = told.quoted(_declared(told, one.ref))
            yield say(words.say("city.missing.endorsement-date", declaration=title))
        elif one.what == "office-holder":
            yield say(told.own(f"missing.office-holder.{_kind(told.report)}"))
    for what in ("dates", "evidence"):
        titles = [told.text(told.report.deeds[one.ref].action, "title") for one in missing if one.what == what]
        if titles:
            quoted = [fitted(words, "report.quoted", {"text": each}) for each in titles[:_TITLES]]
            if titles[_TITLES:]:
                quoted.append(say(words.count("city.missing.others", len(titles) - _TITLES)))
            yield fitted(words, f"city.missing.{what}", {"titles": joined(words, quoted)})


def _practices(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """Tell of a few cities like this one, where it has nothing on record."""
    if not told.report.practices:
        return
    yield Heading(level=2, text=told.own(f"practices.{_kind(told.report)}"), anchor="practices")
    yield told.sentence("practices.intro")
    entries = [_practice(told, each) for each in told.report.practices]
    full = fitting(map(_length, entries), _SIGNS_OF_OTHERS)
    yield from entries[:full]
    yield from (evolve(each, summary=each.summary[-1:]) for each in entries[full:])


def _practice(told: PaperTelling[CityReport], practice: Practice) -> Entry:
    """Tell of a practice in short: the first passage of its summary is enough to ask for more.

    Why it is shown stands last.
    """
    words, deed = told.words, told.report.deeds[practice.action]
    entry = told.deed(practice.action)
    alike = words.listed(told.own(f"alike.{each}") for each in practice.alike)
    why = words.say("city.why", who=told.name(practice.city), alike=alike, titles=told.under(practice.commitments))
    return evolve(
        entry,
        meta=(say(told.dates(deed.action, deed.last_heard)),),
        summary=(*told.passages(deed.action, "summary")[:1], say(why)),
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
    for each in report.announced:
        asks.append(words.say("city.ask.announced", declaration=told.quoted(_declared(told, each.declaration))))
    if not report.endorsed and not report.announced:
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
        declaration=told.quoted(_title(endorsed)),
        period=told.period(endorsed.period),
        due=told.words.date(due),
    )
