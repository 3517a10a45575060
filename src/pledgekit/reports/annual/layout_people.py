"""Who endorses the declaration, who no longer does, who has only announced it; in the order of names. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Column, Heading, Paragraph, Table, say
from pledgekit.reports.people import ended, told_acts, told_officials

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    rows = [[_name(told, each), say(told.country(each.city)), say(told_acts(told, each.acts))] for each in signatories]
    if any(each.officials for each in signatories):
        columns.append("office")
        for row, each in zip(rows, signatories, strict=True):
            row.append(say(told_officials(told, each.officials)))
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
        aside.append(words.say("report.part-of", city=told.name(city.parent.owner)))
    if signatory.listed_as not in ("", name):
        aside.append(words.say("report.listed-as", name=signatory.listed_as))
    return say(name, name=True) + (say(f" ({told.phrases(aside)})") if aside else ())


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
    return told.place(act.owner) + say(f" ({ended(told, act)})")
