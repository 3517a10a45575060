"""A reminder: for a city whose answer is open, the draft of a mail and a row of the list for mail merges.

Nothing is sent, and nothing is put on record: what was sent, `round sent` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.exports.cells import neutral
from pledgekit.exports.tables import Table
from pledgekit.ids import slug
from pledgekit.rounds.choices import heading
from pledgekit.rounds.following import REMINDED
from pledgekit.rounds.form import form_of
from pledgekit.rounds.languages import language_for
from pledgekit.rounds.letter import closing, draft_mail, greeting, recipient
from pledgekit.rounds.saying import city_name, title

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pledgekit.dates import Period
    from pledgekit.rounds.following import Followed, Following
    from pledgekit.rounds.form import Form, Question
    from pledgekit.rounds.languages import Chosen
    from pledgekit.rounds.whom import Asked
    from pledgekit.words import Words

__all__ = ["Reminded", "merge_list", "open_of", "reminded"]

_COLUMNS: Final = ("city", "name", "contact", "email", "lang", "due", "overdue", "open")


class Reminded(NamedTuple):
    """What was made for one city: the file's name and bytes, its row of the list, the language, the declarations."""

    city: str
    name: str
    mail: bytes
    row: tuple[str, ...]
    language: Chosen
    addressed: bool
    declarations: tuple[str, ...]


def open_of(found: Iterable[Following]) -> dict[str, dict[str, Followed]]:
    """Give the cities that may be reminded, each with its place in the rounds of the declarations it has open."""
    cities: dict[str, dict[str, Followed]] = {}
    for each in found:
        for one in each.cities:
            if one.place in REMINDED:
                cities.setdefault(one.city.id, {})[each.declaration.id] = one
    return cities


def reminded(
    asked: Asked,
    places: Mapping[str, Followed],
    *,
    period: Period,
    issued: datetime.datetime,
    lang: str = "",
    allow_draft: bool = False,
    despite_problems: bool = False,
) -> Reminded:
    """Make the reminder of one city about the declarations it has open; the same values give the same bytes."""
    first = next(iter(places.values()))
    chosen = language_for(first.city, lang, allow_draft=allow_draft)
    words = chosen.words
    form = form_of(asked.view, asked.city, tuple(places), period, lang=words.lang, issued=issued)
    form = form._replace(despite_problems=despite_problems)
    contact = first.contacts.focal_point
    left = {clause.ref for each in places.values() for clause in each.open}
    questions = [each for each in form.questions if any(clause.ref in left for clause in each.commitments)]
    subject = words.say("round.remind.subject", title=title(form, words), city=city_name(form, words))
    lines = [greeting(contact, words), *_lines(form, words, places, questions, issued.date()), *closing(form, words)]
    address = recipient(contact)
    row = (
        asked.city,
        city_name(form, words),
        contact.name if contact is not None else "",
        address.addr_spec if address is not None else "",
        words.lang,
        str(form.due),
        "yes" if form.due.last < issued.date() else "no",
        "; ".join(heading(each, words) for each in questions),
    )
    return Reminded(
        city=asked.city,
        name=f"{asked.city}-{slug(period.label)}-reminder.eml",
        mail=draft_mail(subject, lines, to=contact, lang=words.lang, files={}),
        row=row,
        language=chosen,
        addressed=address is not None,
        declarations=tuple(places),
    )


def merge_list(made: Sequence[Reminded]) -> Table:
    """Give the list for mail merges: a row a city, as no spreadsheet runs it."""
    return Table(_COLUMNS, tuple(tuple(map(neutral, each.row)) for each in made))


def _lines(
    form: Form, words: Words, places: Mapping[str, Followed], questions: Sequence[Question], today: datetime.date
) -> Iterator[str]:
    """Say what is open and by when: kindly, and in other words when the day has passed or some answers came."""
    time = "overdue" if form.due.last < today else "waiting"
    told = {"title": title(form, words), "city": city_name(form, words)}
    date = words.date(form.due)
    if any(each.given for each in places.values()):
        yield words.say("round.remind.partly", **told)
        yield words.say(f"round.remind.partly-{time}", date=date)
    else:
        days = [each.asked for each in places.values() if each.asked is not None]
        if days:
            yield words.say("round.remind.asked", asked=words.date(max(days, key=lambda each: each.last)), **told)
        else:
            yield words.say("round.remind.asked-undated", **told)
        yield words.say(f"round.remind.{time}", date=date)
    if questions:
        points = [words.say("round.bullet", text=heading(each, words)) for each in questions]
        yield "\n".join([words.say("round.remind.open"), *points])
    yield words.say("round.remind.how")
    yield words.say("round.remind.crossed")
