"""Who endorses the declaration, who no longer does, who has only announced it; in the order of names. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Column, Heading, Paragraph, Table, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.annual.telling import UpdateTelling
    from pledgekit.reports.annual.value import Signatory

__all__ = ["people"]


def people(told: UpdateTelling) -> tuple[Block, ...]:
    """List all signatories with what is known of their endorsement."""
    words, report = told.words, told.report
    blocks: list[Block] = [Heading(level=2, text=words.say("annual.signatories"), anchor="signatories")]
    if not report.signatories:
        blocks.append(told.sentence("signatories.none"))
    else:
        undated = report.note("undated")
        if undated is not None:
            blocks.append(Paragraph(text=say(words.count("annual.undated", undated.values["signatories"]))))
        blocks.append(_table(told))
        remarks = tuple(_remarks(told))
        if remarks:
            blocks += [told.sentence("remarks"), Bullets(items=remarks)]
    for message, acts in (("former", report.former), ("announced", report.announced)):
        if acts:
            blocks += [told.sentence(message), Bullets(items=tuple(_left(told, each) for each in acts))]
    return tuple(blocks)


def _table(told: UpdateTelling) -> Table:
    words, signatories = told.words, told.report.signatories
    columns = ["name", "country", "act"]
    rows = [[_name(told, each), say(told.country(each.city)), say(_acts(told, each))] for each in signatories]
    if any(each.officials for each in signatories):
        columns.append("office")
        for row, each in zip(rows, signatories, strict=True):
            row.append(say(_officials(told, each)))
    return Table(
        caption=words.say("annual.signatories.caption"),
        columns=tuple(Column(head=words.say(f"annual.signatories.{each}"), header=each == "name") for each in columns),
        rows=tuple(map(tuple, rows)),
    )


def _name(told: UpdateTelling, signatory: Signatory) -> Inline:
    """Give a name; the city it is a part of; and its name on the declaration's own list, where that is another."""
    words, name = told.words, told.name(signatory.city)
    city = told.report.cities.get(signatory.city)
    aside = []
    if city is not None and city.parent is not None:
        aside.append(words.say("annual.part-of", city=told.name(city.parent.owner)))
    if signatory.listed_as not in ("", name):
        aside.append(words.say("annual.listed-as", name=signatory.listed_as))
    return say(name, name=True) + (say(f" ({told.phrases(aside)})") if aside else ())


def _acts(told: UpdateTelling, signatory: Signatory) -> str:
    """Tell of every act in the order of time: "signed 16 November 2022; endorsed under X (2022)"."""
    return told.phrases(part for act in signatory.acts for part in _act(told, act))


def _act(told: UpdateTelling, act: Endorsement) -> Iterator[str]:
    words, label = told.words, told.words.level("act", act.act)
    if act.date is None:
        yield words.say("annual.act-undated", act=label)
    else:
        yield words.say("annual.act", act=label, date=told.date(act, "date"))
    if act.official:
        if act.date is None or act.date.first.year != act.date.last.year:
            yield words.say("annual.endorsed-under", official=act.official)
        else:
            yield words.say("annual.endorsed-under-year", official=act.official, year=str(act.date.first.year))


def _officials(told: UpdateTelling, signatory: Signatory) -> str:
    return told.phrases(
        told.words.say("annual.office", name=each.name, office=each.office, date=told.date(each, "seen"))
        for each in signatory.officials
    )


def _remarks(told: UpdateTelling) -> Iterator[Inline]:
    """Give what is to be printed beside a city or its endorsement."""
    for signatory in told.report.signatories:
        city = told.report.cities.get(signatory.city)
        for each in (*([city] if city else []), *signatory.acts):
            if each.remark:
                colon = told.words.say("report.colon")
                yield say(told.name(signatory.city), strong=True, name=True) + say(colon) + told.text(each, "remark")


def _left(told: UpdateTelling, act: Endorsement) -> Inline:
    """Name a city with the day on which it left, or announced; and why, where that is said."""
    words = told.words
    label = words.level("act", act.act)
    date = told.date(act, "date")
    said = words.say("annual.act", act=label, date=date) if date else words.say("annual.act-undated", act=label)
    aside: Iterable[str] = (said, act.reason)
    return told.place(act.owner) + say(f" ({told.phrases(aside)})")
