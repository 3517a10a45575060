"""`update`: what a city says of one commitment, or, walking through them at a terminal, of all that it endorsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.answering import period_meant, round_of, seen_clause, standing
from pledgekit.cli.console import ask, can_ask, talk
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import By, CityName, DryRun, Note, PeriodOf, Remark, Sources, Visible, When, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.dates import Period
    from pledgekit.ids import Ref
    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register

__all__ = ["command"]

Parts = list[tuple["Kind[Any]", dict[str, object]]]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    ref: Annotated[
        str, typer.Argument(metavar="[REF]", help="The commitment; none: ask for each.", show_default=False)
    ] = "",
    period: PeriodOf = None,
    completion: Annotated[
        str | None,
        typer.Option("--completion", parser=word("completion"), metavar="LEVEL", help="How far: limited, complete, …"),
    ] = None,
    instead: Annotated[
        str | None,
        typer.Option("--instead", parser=word("instead"), metavar="WORD", help="Another answer: nothing-new, …"),
    ] = None,
    included_in: Annotated[
        str, typer.Option("--included-in", metavar="CITY", help="Who reports it, with included-elsewhere.")
    ] = "",
    narrative: Annotated[str, typer.Option("--narrative", metavar="TEXT", help="At most 200 words.")] = "",
    obstacle: Annotated[
        list[str] | None,
        typer.Option(
            "--obstacle", parser=word("obstacle"), metavar="WORD", help="What stood in the way; may be repeated."
        ),
    ] = None,
    action: Annotated[
        list[str] | None,
        typer.Option("--action", metavar="REF", help="An action that it rests on; may be repeated."),
    ] = None,
    date: When = None,
    via: Annotated[
        str | None,
        typer.Option("--via", parser=word("via"), metavar="WORD", help="How: workbook, mail, phone, meeting."),
    ] = None,
    answered_by: Annotated[str, typer.Option("--answered-by", metavar="WHO", help="Who answered; internal.")] = "",
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    dry_run: DryRun = False,
) -> None:
    """Record a city's answer for a period (default: that of the newest round); without REF, ask for each commitment."""
    from pledgekit.errors import UsageError
    from pledgekit.model.kinds import ACTIONS, CITY, COMMITMENTS, UPDATES
    from pledgekit.naming import find_owner, find_ref
    from pledgekit.recording import draft_together

    session: Session = ctx.obj
    loaded = session.load_for(*filter(None, [city, included_in])) if ref else session.load()
    register = loaded.register
    owner = find_owner(register, city, CITY)
    shared: dict[str, object] = {
        "date": date or session.as_of,
        "via": via,
        "answered_by": answered_by,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    parts: Parts
    if ref:
        target = find_ref(register, ref, COMMITMENTS)
        label = period_meant(register, target.owner, period)
        if not completion and not instead:
            completion, instead = _one_answer()
        values = {
            "commitment": str(target),
            "period": label,
            "completion": completion,
            "instead": instead,
            "included_in": find_owner(register, included_in, CITY) if included_in else "",
            "narrative": narrative,
            "obstacles": obstacle,
            "actions": [str(find_ref(register, _own(each, owner), ACTIONS)) for each in action or ()],
            "clause_seen": seen_clause(register, target),
        }
        parts = [(UPDATES, {**values, **shared}), *_answered(register, owner, target.owner, label, shared)]
    else:
        given = [completion, instead, included_in, narrative, obstacle, action]
        if any(given):
            names = "--completion, --instead, --included-in, --narrative, --obstacle, --action"
            raise UsageError(session.words().say("update.only-with-ref", options=names))
        parts = _walk(session, register, owner, period, shared)
        if not parts:
            talk(session.words().say("update.nothing"))
            return
    made = draft_together(register, owner, parts, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)


def _own(text: str, owner: str) -> str:
    """Give a ref of a record of the city when its id alone was given."""
    return text if "/" in text else f"{owner}/{text}"


def _answered(register: Register, owner: str, declaration: str, period: str, shared: dict[str, object]) -> Parts:
    """Give the request that says that the city answered, where there is a round and this day has none yet."""
    from pledgekit.datewords import Spoken
    from pledgekit.model.kinds import REQUESTS
    from pledgekit.model.levels import RequestAct

    found = round_of(register, declaration, period)
    if found is None:
        return []
    date = shared["date"]
    day = f"{date.value if isinstance(date, Spoken) else date}"
    for each in standing(register, REQUESTS, owner):
        same = each.declaration.owner == declaration and each.period[1:] == found.period[1:]
        if same and each.act == RequestAct.ANSWERED and str(each.date) == day:
            return []
    values = {"declaration": declaration, "period": found.period.label, "act": RequestAct.ANSWERED, "date": date}
    return [(REQUESTS, values)]


def _walk(session: Session, register: Register, owner: str, period: Period | None, shared: dict[str, object]) -> Parts:
    """Ask for each commitment of each declaration that the city endorses; give what was answered."""
    from pledgekit.errors import Refused, UsageError
    from pledgekit.model.kinds import COMMITMENTS, UPDATES

    words = session.words()
    view = session.view(register)
    clauses = {
        declaration: [each for each in view.all(COMMITMENTS, declaration) if not each.superseded_by]
        for declaration in _endorsed(session, register, owner)
    }
    clauses = {declaration: held for declaration, held in clauses.items() if held}
    if not clauses:
        raise Refused(words.say("update.none", city=owner), remedy=words.say("update.none-remedy", city=owner))
    if not can_ask():
        refs = [str(each.ref) for held in clauses.values() for each in held]
        raise UsageError(words.say("update.needs-ref", refs=words.listed(refs)))
    parts: Parts = []
    try:
        for declaration, held in clauses.items():
            label = period_meant(register, declaration, period)
            talk(words.say("update.begin", city=owner, declaration=declaration, period=label))
            answers: Parts = []
            for place, each in enumerate(held, 1):
                talk(words.say("update.clause", place=place, all=len(held), ref=str(each.ref), title=each.title))
                if each.text:
                    talk(f"    {each.text}")
                talk(_last(session, register, owner, each.ref))
                completion, instead = _answer(session)
                if completion or instead:
                    asked = _more(session, register, instead)
                    values = {"commitment": str(each.ref), "period": label, "completion": completion}
                    values |= {"instead": instead, "clause_seen": seen_clause(register, each.ref)}
                    answers.append((UPDATES, {**values, **asked, **shared}))
            parts += answers
            if answers:
                parts += _answered(register, owner, declaration, label, shared)
    except (KeyboardInterrupt, typer.Abort):
        talk("")
        talk(words.say("update.interrupted"))
        raise
    return parts


def _endorsed(session: Session, register: Register, owner: str) -> Iterator[str]:
    """Name the declarations whose endorsement by the city is, or may be, in force on the day."""
    from pledgekit.dates import Certainty
    from pledgekit.figures import tally_all
    from pledgekit.ids import Ref as OwnerRef
    from pledgekit.model.kinds import DECLARATION

    for declaration in register.owners(DECLARATION):
        line = tally_all(session.view(register), declaration, None).lines.get(OwnerRef(owner))
        if line is not None and line.row and line.in_force is not Certainty.NO:
            yield declaration


def _last(session: Session, register: Register, owner: str, commitment: Ref) -> str:
    """Say what the city last answered to a commitment, in whatever period."""
    from pledgekit.model.kinds import UPDATES

    words = session.words()
    held = [each for each in session.view(register).all(UPDATES, owner) if each.commitment == commitment]
    if not held:
        return words.say("update.never")
    last = max(held, key=lambda each: (each.period.first, str(each.date or ""), each.id))
    answer = ": ".join(filter(None, (last.completion or last.instead, last.narrative)))
    return words.say("update.last", period=last.period.label, answer=answer)


def _answer(session: Session) -> tuple[str, str]:
    """Ask for a level or another answer; give both as keys have them, empty when passed over."""
    from pledgekit.model.scales import SCALES

    levels, others = SCALES["completion"].words, SCALES["instead"].words
    found = "".join(_words_of(session, "update.answer", (*levels, *others), many=False))
    return (found, "") if found in levels else ("", found)


def _one_answer() -> tuple[str, str]:
    """Ask for a level or another answer that must be given."""
    from pledgekit.model.scales import SCALES

    levels, others = SCALES["completion"].words, SCALES["instead"].words
    found = ask("--completion or --instead", [*levels, *others])
    return (found, "") if found in levels else ("", found)


def _more(session: Session, register: Register, instead: str) -> dict[str, object]:
    """Ask for what belongs to an answer."""
    from pledgekit.errors import PledgekitError
    from pledgekit.model.kinds import CITY
    from pledgekit.model.levels import Instead
    from pledgekit.model.scales import SCALES
    from pledgekit.naming import find_owner

    words = session.words()
    made: dict[str, object] = {}
    while instead == Instead.INCLUDED_ELSEWHERE and not made:
        try:
            made["included_in"] = find_owner(register, _line(words.say("update.included-in"), needed=True), CITY)
        except PledgekitError as error:
            talk(f"{error}")
    made["narrative"] = _line(words.say("update.narrative"))
    made["obstacles"] = _words_of(session, "update.obstacles", SCALES["obstacle"].words, many=True)
    return made


def _words_of(session: Session, message: str, known: tuple[str, ...], *, many: bool) -> list[str]:
    """Ask until only known words are given, or nothing."""
    from pledgekit.ids import nearest

    words = session.words()
    while True:
        line = _line(words.say(message, words=", ".join(known)))
        given = line.replace(",", " ").split() if many else [line] if line else []
        wrong = [each for each in given if each not in known]
        if not wrong:
            return given
        close = nearest(wrong[0], known)
        if close:
            talk(words.say("update.nearest", given=wrong[0], nearest=close))
        else:
            talk(words.say("update.one-of", words=", ".join(known)))


def _line(question: str, *, needed: bool = False) -> str:
    """Ask for a line; enter alone gives nothing, unless something is needed."""
    if needed:
        return str(typer.prompt(question, err=True)).strip()
    return str(typer.prompt(question, default="", show_default=False, err=True)).strip()
