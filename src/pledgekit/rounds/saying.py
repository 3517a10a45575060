"""What a form says, in one language, on sheet, paper or letter. Second step of asking: form → texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.ids import fold
from pledgekit.model.levels import Wording
from pledgekit.reports.telling import Telling
from pledgekit.rounds.choices import label, text_of

if TYPE_CHECKING:
    from pledgekit.model.declaration import Declaration
    from pledgekit.model.deeds import Action
    from pledgekit.rounds.form import Form, Question
    from pledgekit.words import Words

__all__ = [
    "LONGEST",
    "about",
    "by_when",
    "city_name",
    "intro",
    "last_answer",
    "network",
    "short",
    "text_of",
    "title",
    "under",
    "when",
    "whose_words",
    "wording",
]

LONGEST: Final = 200  # words of a narrative


def short(declaration: Declaration, words: Words) -> str:
    """Give a declaration's name in running text."""
    return text_of(declaration, "short_title", words) or text_of(declaration, "title", words)


def city_name(form: Form, words: Words) -> str:
    """Give the city's name in the language of the form, where it has one."""
    return form.city.local_names.get(words.lang, form.city.name)


def network(form: Form, words: Words) -> str:
    """Give who asks: the networks of the declarations; empty where none is held."""
    return words.listed(sorted({each.network for each in form.declarations if each.network}, key=fold))


def by_when(form: Form, words: Words) -> str:
    """Give the line that says by when an answer is asked for."""
    return words.say("round.due", date=words.date(form.due))


def title(form: Form, words: Words) -> str:
    """Give the form's title."""
    names = [short(each, words) for each in form.declarations]
    period = words.period(form.period)
    if len(names) == 1:
        return words.say("round.title", declaration=names[0], period=period)
    return words.say("round.title-many", declarations=words.listed(names), period=period)


def intro(form: Form, words: Words) -> tuple[str, ...]:
    """Give what stands before the questions: for whom, who asks, what, why, by when, how data are used."""
    asks = network(form, words)
    fixes = dict.fromkeys(each.publisher.corrections for each in form.declarations if each.publisher)
    names = words.listed([short(each, words) for each in form.declarations])
    lines = [
        words.say("round.for", city=city_name(form, words)),
        words.say("round.asks", network=asks) if asks else words.say("round.asks-nobody"),
        words.say("round.what", declarations=names, period=words.period(form.period)),
        words.say("round.why"),
        by_when(form, words),
        words.say("round.data-use"),
        words.say("round.how"),
        words.say("round.privacy"),
    ]
    lines += [words.say("round.corrections", corrections=each) for each in fixes if each]
    if form.despite_problems:
        lines.append(words.say("report.banner.despite-problems"))
    return tuple(lines)


def wording(question: Question, words: Words) -> str:
    """Give the words of what is asked about and whose words they are; of clauses asked at once, of which."""
    text = text_of(question.commitments[0], "text", words)
    return "\n".join([*([text] if text else []), *whose_words(question, words)])


def whose_words(question: Question, words: Words) -> list[str]:
    """Say whose words are shown, where they are not the declaration's own; of clauses asked at once, of which."""
    first = question.commitments[0]
    lines = []
    if first.wording != Wording.OFFICIAL or not first.text:
        lines.append(words.level("wording", first.wording))
    if len(question.commitments) > 1:
        lines.append(words.say("round.same", clauses=words.listed([str(each.ref) for each in question.commitments])))
    return lines


def last_answer(question: Question, words: Words) -> str:
    """Give the last answer held, with its period and the city's words."""
    last = question.last
    if last is None:
        return words.say("round.last-none")
    answer = label(words, last.completion or last.instead, question.commitments[0].nature)
    said = words.say("round.last", period=words.period(last.period), answer=answer)
    return f"{said}\n{last.narrative}" if last.narrative else said


def when(action: Action, words: Words) -> str:
    """Give when an action was, as far as that is on record."""
    return Telling(words, {}).dates(action)


def about(action: Action, words: Words) -> str:
    """Give what is on record of an action besides its title: its summary, and what shows it."""
    shown = [each.title or each.url for each in action.evidence]
    return "\n".join([*filter(None, [text_of(action, "summary", words)]), *shown])


def under(form: Form, action: Action, words: Words) -> str:
    """Give the titles of the questions under which an action is on record."""
    mine = set(action.commitments)
    found = [
        text_of(each.commitments[0], "title", words)
        for each in form.questions
        if mine & {c.ref for c in each.commitments}
    ]
    return "\n".join(found)
