"""`round status`: where a round stands, for staff: counts first, then who needs what, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from pledgekit.cli.console import data, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import Json, PeriodOf
from pledgekit.cli.round_options import Declarations
from pledgekit.dates import PartialDate
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.rounds.following import Followed, Following, Place
    from pledgekit.words import Words

__all__ = ["command", "followed_by_staff"]

_QUIET: Final = ("not-asked", "answered", "not-due")  # of whom there is no more to say: named in one line
_DONE: Final = ("declined", "answered", "not-due")  # to whom nobody needs to write


def command(
    ctx: typer.Context, *, declaration: Declarations = None, period: PeriodOf = None, json: Json = False
) -> None:
    """Show where the round stands: who was asked and answered, who is missing, whom to write to."""
    from pledgekit.rounds.following import follow_all

    session: Session = ctx.obj
    followed_by_staff(session)
    loaded = session.load()
    names = [session.declaration(loaded.register, each) for each in dict.fromkeys(declaration or ())]
    session.warn_of_errors(loaded)
    found = follow_all(session.view(loaded.register), names, period)
    if json:
        data(_json(found, session))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, session.words()))))


def followed_by_staff(session: Session) -> None:
    """Raise UsageError for any audience but that of staff."""
    if session.audience not in (None, Audience.INTERNAL):
        words = session.words()
        raise UsageError(words.say("following.staff"), remedy=words.say("following.staff-remedy"))


def _json(found: Sequence[Following], session: Session) -> str:
    from pledgekit.render.json import encode

    made: dict[str, Any] = {
        "format": "pledgekit/round-status",
        "format_version": 1,
        "as_of": session.as_of.isoformat(),
        "known_on": session.known_on.isoformat() if session.known_on else None,
        "audience": Audience.INTERNAL.value,
        "rounds": [_round_item(each) for each in found],
    }
    return encode(made).decode()


def _round_item(found: Following) -> dict[str, Any]:
    from pledgekit.render.json import figure_item

    shares = [*([found.rate] if found.rate is not None else []), *found.clauses]
    return {
        "declaration": found.declaration.id,
        "round": str(found.round.ref),
        "period": found.round.period.label,
        "opens": str(found.round.opens) if found.round.opens else None,
        "due": str(found.round.due),
        "asked": [str(each) for each in found.asked],
        "reached": found.reached,
        "figures": {each.id: figure_item(each) for each in shares},
        "least": [each.id for each in found.least],
        "unlisted": [str(each) for each in found.unlisted],
        "cities": [_city_item(each) for each in found.cities],
    }


def _city_item(one: Followed) -> dict[str, Any]:
    who = one.contacts.focal_point
    return {
        "city": one.city.id,
        "name": one.city.name,
        "place": one.place.value,
        "asked": str(one.asked) if one.asked else None,
        "reminded": [str(each) for each in one.reminded],
        "answered": str(one.answered) if one.answered else None,
        "due": str(one.due),
        "extended": one.extended,
        "days": one.days,
        "given": one.given,
        "of": one.of,
        "open": [str(each.ref) for each in one.open],
        "reminder": one.reminder.value if one.reminder else None,
        "focal_point": None
        if who is None
        else {"ref": str(who.ref), "name": who.name, "role": who.role, "email": who.email, "phone": who.phone},
        "gone": [str(each.ref) for each in one.contacts.gone],
    }


def _lines(found: Sequence[Following], words: Words) -> Iterator[str]:
    """Put the rounds into lines, one after the other."""
    from pledgekit.rounds.following import Place

    for each in found:
        if each is not found[0]:
            yield ""
        yield words.say(
            "following.title",
            title=each.declaration.short_title or each.declaration.title,
            declaration=each.declaration.id,
            period=words.period(each.round.period),
            due=words.date(each.round.due, each.round.date_texts.get("due", "")),
            as_of=words.date(each.as_of),
        )
        yield ""
        yield from _counts(each, words)
        for place in Place:
            if each.at(place):
                yield ""
                yield from _at(each.at(place), place, words)


def _counts(found: Following, words: Words) -> Iterator[str]:
    """Say how many were asked, reached, answered, and stand where; and what to know about the figures."""
    from pledgekit.rounds.following import Place

    if not found.cities:
        yield words.say("following.nobody")
        return
    yield words.say("following.asked", n=len(found.asked), of=len(found.cities))
    if found.rate is not None:
        yield words.say("following.reached", n=found.reached)
        yield words.say("following.rate", share=words.share(found.rate))
    for place in Place:
        if found.at(place):
            yield words.say(f"following.count.{place}", n=len(found.at(place)))
    names = {each.city.id: each.city.name for each in found.cities}
    if found.rate is not None and found.rate.left_out:
        left = [names[each.ref.owner] for each in found.rate.left_out if each.ref.owner in names]
        yield words.say("following.left-out", cities=words.listed(left))
    if found.unlisted:
        yield words.say("following.unlisted", cities=words.listed(names[each.owner] for each in found.unlisted))
    nobody = [each.city.name for each in found.cities if each.place.value not in _DONE and not each.contacts.current]
    if nobody:
        yield words.say("following.no-focal", cities=words.listed(nobody))
    if found.least:
        titles = {f"{each.ref}/answered": f"{each.ref} ({each.title})" for each in found.commitments}
        clauses = words.listed(titles[each.id] for each in found.least)
        yield words.count("following.least", len(found.least), share=words.share(found.least[0]), clauses=clauses)


def _at(those: Sequence[Followed], place: Place, words: Words) -> Iterator[str]:
    """Name who stands at a place; of whom something is needed, what and from whom."""
    yield words.say(f"following.count.{place}", n=len(those))
    if place.value in _QUIET:
        yield f"  {words.listed(each.city.name for each in those)}"
        return
    for each in those:
        yield f"  {words.say('following.city', name=each.city.name, what='; '.join(_parts(each, words)))}"


def _parts(one: Followed, words: Words) -> Iterator[str]:
    """Say what there is to know of one city."""
    from pledgekit.rounds.following import REMINDED

    if one.given and one.open:
        clauses = words.listed(str(each.ref) for each in one.open)
        yield words.say("following.partly", given=one.given, of=one.of, clauses=clauses)
    if one.place in REMINDED:
        yield _due(one, words)
    if one.asked is not None:
        yield words.say("following.asked-on", date=words.date(one.asked))
    elif one.place in REMINDED:
        yield words.say("following.not-asked")
    if one.reminded:
        yield words.count("following.reminded", len(one.reminded), date=words.date(one.reminded[-1]))
    if one.answered is not None:
        yield words.say("following.answered-on", date=words.date(one.answered))
    yield from _focal(one, words)
    if one.reminder is not None:
        yield words.say(f"following.remind.{one.reminder}")


def _due(one: Followed, words: Words) -> str:
    date = words.date(one.due)
    message = "following.due.ago" if one.days < 0 else "following.due.in"
    due = words.count(message, abs(one.days), date=date)
    return words.say("following.extended", due=due) if one.extended else due


def _focal(one: Followed, words: Words) -> Iterator[str]:
    """Say whom to write to, or who was there and is gone; that nobody ever was is said once of all."""
    who = one.contacts.focal_point
    if who is not None:
        yield words.say("following.focal", who=", ".join(filter(None, (who.name, who.role, who.email, who.phone))))
    elif one.contacts.gone:
        until, name = max((f"{each.until}", each.name) for each in one.contacts.gone)
        yield words.say("following.focal-gone", name=name, date=words.date(PartialDate.parse(until)))
