"""What a form says, in one language, on sheet, paper or letter. Second step of asking: form → texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.ids import fold
from pledgekit.model.levels import Wording
from pledgekit.reports.telling import Telling
from pledgekit.rounds.choices import label

if TYPE_CHECKING:
    from pledgekit.model.declaration import Declaration
    from pledgekit.model.deeds import Action
    from pledgekit.rounds.form import Form, Question
    from pledgekit.words import Words

__all__ = ["LONGEST", "intro", "last_answer", "short", "title", "under", "when", "wording"]

LONGEST: Final = 200  # words of a narrative


def short(declaration: Declaration) -> str:
    """Give a declaration's name in running text."""
    return declaration.short_title or declaration.title


def title(form: Form, words: Words) -> str:
    """Give the form's title."""
    names = [short(each) for each in form.declarations]
    period = words.period(form.period)
    if len(names) == 1:
        return words.say("round.title", declaration=names[0], period=period)
    return words.say("round.title-many", declarations=words.listed(names), period=period)


def intro(form: Form, words: Words) -> tuple[str, ...]:
    """Give what stands before the questions: for whom, who asks, what, why, by when, how data are used."""
    networks = sorted({each.network for each in form.declarations if each.network}, key=fold)
    fixes = dict.fromkeys(each.publisher.corrections for each in form.declarations if each.publisher)
    names = words.listed([short(each) for each in form.declarations])
    lines = [
        words.say("round.for", city=form.city.name),
        words.say("round.asks", network=words.listed(networks)) if networks else words.say("round.asks-nobody"),
        words.say("round.what", declarations=names, period=words.period(form.period)),
        words.say("round.why"),
        words.say("round.due", date=words.date(form.due)),
        words.say("round.data-use"),
        words.say("round.how"),
        words.say("round.privacy"),
    ]
    lines += [words.say("round.corrections", corrections=each) for each in fixes if each]
    return tuple(lines)


def wording(question: Question, words: Words) -> str:
    """Give the words of what is asked about and whose words they are; of clauses asked at once, of which."""
    first = question.commitments[0]
    lines = [first.text] if first.text else []
    if first.wording != Wording.OFFICIAL or not first.text:
        lines.append(words.level("wording", first.wording))
    if len(question.commitments) > 1:
        lines.append(words.say("round.same", clauses=words.listed([str(each.ref) for each in question.commitments])))
    return "\n".join(lines)


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
    return Telling(words, {}).dates(action) or words.say("round.undated")


def under(form: Form, action: Action) -> str:
    """Give the titles of the questions under which an action is on record."""
    mine = set(action.commitments)
    found = [each.commitments[0].title for each in form.questions if mine & {c.ref for c in each.commitments}]
    return "\n".join(found)
