"""Everything one city is sent: its form as a workbook and on paper, and the letter with it. Last step of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.ids import slug
from pledgekit.rounds.form import form_of
from pledgekit.rounds.languages import language_for
from pledgekit.rounds.letter import letter, recipient
from pledgekit.rounds.workbook import workbook

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from pledgekit.dates import Period
    from pledgekit.model.people import Contact
    from pledgekit.rounds.languages import Chosen
    from pledgekit.rounds.whom import Asked

__all__ = ["Parcel", "parcel"]


class Parcel(NamedTuple):
    """The files for one city by name, in which language they are, and whether an address is on record."""

    city: str
    files: Mapping[str, bytes]
    language: Chosen
    addressed: bool


def parcel(
    asked: Asked,
    *,
    period: Period,
    contact: Contact | None,
    issued: datetime.datetime,
    lang: str = "",
    allow_draft: bool = False,
    formats: Sequence[str] = (),
    despite_problems: bool = False,
) -> Parcel:
    """Make the workbook, the copies on paper in some formats, and the draft of a mail with them.

    The same values give the same bytes. Raises like `form_of` and `workbook`.
    """
    city = asked.view.city(asked.city)
    assert city is not None  # noqa: S101  only who is seen is asked
    chosen = language_for(city, lang, allow_draft=allow_draft)
    words = chosen.words
    form = form_of(asked.view, asked.city, asked.declarations, period, lang=words.lang, issued=issued)
    form = form._replace(despite_problems=despite_problems)
    name = f"{asked.city}-{slug(period.label)}"
    files = {f"{name}.xlsx": workbook(form, words)}
    if formats:
        from pledgekit.render import render
        from pledgekit.rounds.paper import paper

        document = paper(form, words)
        files |= {f"{name}.{each}": render(document, each) for each in formats}
    mail = letter(form, words, to=contact, files=files)
    return Parcel(asked.city, {**files, f"{name}.eml": mail}, chosen, recipient(contact) is not None)
