"""After an answer by phone: the draft of a mail in which the city reads what was recorded, and confirms it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from pledgekit.dates import PartialDate
from pledgekit.errors import NotFound
from pledgekit.figures import scope_of
from pledgekit.figures.asking import Asking
from pledgekit.model.levels import Audience
from pledgekit.reports.contacts import contacts_of
from pledgekit.rounds.choices import headings, label
from pledgekit.rounds.form import Form, Question
from pledgekit.rounds.languages import language_for
from pledgekit.rounds.letter import closing, draft_mail, greeting, recipient
from pledgekit.rounds.saying import city_name, title
from pledgekit.view import Lens, look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.model.city import City
    from pledgekit.model.lanes import Update
    from pledgekit.register import Register
    from pledgekit.rounds.languages import Chosen
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["Confirmation", "confirmation"]


class Confirmation(NamedTuple):
    """The draft of the mail, in which language it is, and whether an address is on record."""

    city: str
    mail: bytes
    language: Chosen
    addressed: bool


def confirmation(
    register: Register,
    owner: str,
    updates: Sequence[Update],
    *,
    as_of: datetime.date,
    lang: str = "",
    allow_draft: bool = False,
) -> Confirmation:
    """Draft the mail about some answers of one city; `register` holds them. The same values give the same bytes.

    Raises NotFound for a city that is not on record on the day.
    """
    view = look(register, Lens(as_of=as_of, audience=Audience.INTERNAL))
    city = view.city(owner)
    if city is None:
        raise NotFound(f"{owner} is not a city of this register")
    chosen = language_for(city, lang, allow_draft=allow_draft)
    words = chosen.words
    contact = contacts_of(view, city.id).focal_point
    forms = [_form(view, city, held, as_of, words) for held in _by_period(updates)]
    told = {"title": words.listed(title(each, words) for each in forms), "city": city_name(forms[0], words)}
    lines = [greeting(contact, words), words.say("round.recorded.what", **told)]
    for each in forms:
        names = headings(each, words)
        lines += [_answer(view, one, one.last, names, words) for one in each.questions if one.last is not None]
    left = [headings(each, words)[str(one.ref)] for each in forms for one in each.questions if one.last is None]
    if left:
        points = [words.say("round.bullet", text=each) for each in left]
        lines.append("\n".join([words.say("round.recorded.open"), *points]))
    lines += [words.say("round.recorded.publish"), words.say("round.recorded.reply"), *closing(forms[0], words)]
    return Confirmation(
        city=city.id,
        mail=draft_mail(words.say("round.recorded.subject", **told), lines, to=contact, lang=words.lang, files={}),
        language=chosen,
        addressed=recipient(contact) is not None,
    )


def _by_period(updates: Sequence[Update]) -> list[list[Update]]:
    """Put answers about the same period together, in their order."""
    found: dict[tuple[datetime.date, datetime.date], list[Update]] = {}
    for each in updates:
        found.setdefault((each.period.first, each.period.last), []).append(each)
    return list(found.values())


def _form(view: View, city: City, updates: Sequence[Update], as_of: datetime.date, words: Words) -> Form:
    """Give the answers of one period as a form without a round: what was answered now, and what nothing answers."""
    period = updates[0].period
    (own,) = (each for each in view.by_city() if each.only == city.id)
    scopes = [scope_of(view, name, period) for name in dict.fromkeys(each.commitment.owner for each in updates)]
    leads_to = scopes[0].leads_to  # of all clauses
    now = {ref: each for each in updates for ref in leads_to.get(each.commitment, ())}
    questions = [
        Question((clause,), now.get(clause.ref))
        for scope in scopes
        for clause in scope.commitments
        if clause.ref in now or Asking(own, scope).update(clause.ref) is None
    ]
    return Form(
        city=city,
        declarations=tuple(each.declaration for each in scopes),
        rounds=(),
        period=period,
        due=PartialDate.of(as_of),  # never told: nothing is asked by a day
        lang=words.lang,
        issued=datetime.datetime.combine(as_of, datetime.time(), datetime.UTC),
        questions=tuple(questions),
        actions=(),
    )


def _answer(view: View, question: Question, last: Update, names: Mapping[str, str], words: Words) -> str:
    """Tell one answer: the clause, the answer, the city's words, and what stood in the way."""
    answer = label(words, last.completion or last.instead, question.commitments[0].nature)
    if last.included_in is not None:
        other = view.city(last.included_in.owner)
        name = other.name if other is not None else last.included_in.owner
        answer = words.say("round.recorded.included-in", answer=answer, city=name)
    said = [answer, last.narrative]
    if last.obstacles:
        named = words.listed(words.level("obstacle", each) for each in last.obstacles)
        said.append(words.say("round.recorded.obstacles", obstacles=named))
    points = [words.say("round.bullet", text=each) for each in said if each]
    return "\n".join([names[str(question.ref)], *points])
