"""How `update` walks through all commitments of a city at a terminal, for an answer by phone.

Every question takes `back`, `skip` and `stop`; leaving it with Ctrl-C or Ctrl-D is `stop`. Before anything is written
the answers are shown, and whether to keep them is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import typer

from pledgekit.cli.answering import other_city, period_of
from pledgekit.cli.console import can_ask, obtain, talk, typed_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.cli.context import Session
    from pledgekit.dates import Period
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register

__all__ = ["walk"]

_BACK: Final = "back"
_SKIP: Final = "skip"
_STOP: Final = "stop"
_MOVES: Final = (_BACK, _SKIP, _STOP)


class _Place(NamedTuple):
    """One commitment on the way, with its declaration and the period."""

    declaration: str
    period: str
    nth: int
    of: int
    clause: Commitment


class _Stopped(Exception):  # noqa: N818  no error: somebody said stop
    """The walk ends here."""


def walk(
    session: Session, register: Register, owner: str, period: Period | None, shared: dict[str, object]
) -> list[tuple[Kind[Any], dict[str, object]]]:
    """Ask for each commitment of each declaration that the city endorses; give what was answered and is to be kept.

    Raises Refused where there is nothing to ask, UsageError where nobody can be asked, typer.Abort and typer.Exit for
    who keeps nothing.
    """
    from pledgekit.dates import Period
    from pledgekit.model.kinds import UPDATES
    from pledgekit.recording.answering import answered_request, seen_clause

    places = _places(session, register, owner, period)
    _try_out(session, register, owner, places[0], shared)
    answers = _Walk(session, register, owner, places).run()
    parts: list[tuple[Kind[Any], dict[str, object]]] = []
    for declaration in dict.fromkeys(each.declaration for each in places):
        own = [
            (place, answers[n]) for n, place in enumerate(places) if place.declaration == declaration and n in answers
        ]
        for place, said in own:
            ref = place.clause.ref
            values = {"commitment": str(ref), "period": place.period, "clause_seen": seen_clause(register, ref)}
            parts.append((UPDATES, {**values, **said, **shared}))
        if own:
            parts += answered_request(register, owner, declaration, Period.parse(own[0][0].period), shared["date"])
    return parts


def _places(session: Session, register: Register, owner: str, period: Period | None) -> list[_Place]:
    """Find the commitments of all declarations that the city endorses, without those that were replaced."""
    from pledgekit.errors import Refused, UsageError
    from pledgekit.model.kinds import COMMITMENTS

    words = session.words()
    view = session.view(register)
    clauses = {
        declaration: [each for each in view.all(COMMITMENTS, declaration) if not each.superseded_by]
        for declaration in _endorsed(session, register, owner)
    }
    if not any(clauses.values()):
        raise Refused(words.say("update.none", city=owner), remedy=words.say("update.none-remedy", city=owner))
    if not can_ask():
        refs = [str(each.ref) for held in clauses.values() for each in held]
        raise UsageError(words.say("update.needs-ref", refs=words.listed(refs)))
    places = []
    for declaration, held in clauses.items():
        (label,) = obtain(period_of(register, declaration, period)) if held else ("",)
        places += [_Place(declaration, label, nth, len(held), each) for nth, each in enumerate(held, 1)]
    return places


def _try_out(session: Session, register: Register, owner: str, place: _Place, shared: dict[str, object]) -> None:
    """Raise what is wrong with the options before anybody is asked, not when all was answered."""
    from pledgekit.model.kinds import UPDATES
    from pledgekit.model.levels import Instead
    from pledgekit.recording import draft

    values = {"commitment": str(place.clause.ref), "period": place.period, "instead": Instead.DECLINED}
    draft(register, UPDATES, owner, {**values, **shared}, by="", now=session.now)


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


class _Walk:
    """One conversation: where it stands, and what was answered so far."""

    def __init__(self, session: Session, register: Register, owner: str, places: Sequence[_Place]) -> None:
        from pledgekit.model.scales import SCALES

        self.session, self.register, self.owner, self.places = session, register, owner, places
        self.words = session.words()
        self.answers: dict[int, dict[str, object]] = {}
        self.unfinished = ""  # the commitment whose answer cannot stand yet
        self.levels = SCALES["completion"].words
        self.others = SCALES["instead"].words
        self.obstacles = SCALES["obstacle"].words

    def run(self) -> dict[int, dict[str, object]]:
        """Walk, back and forth, to the end or to where it is stopped; give what is to be kept, by place."""
        now = 0
        while True:
            try:
                while now < len(self.places):
                    now = self.clause(now)
            except _Stopped:
                pass
            except (KeyboardInterrupt, typer.Abort):
                if not self.answers:
                    talk(self.words.say("cli.left"))
                    raise
            if self.unfinished:
                talk(self.words.say("update.unfinished", ref=self.unfinished))
            if not self.answers or self.keep():
                return self.answers
            now = min(now, len(self.places) - 1)

    def keep(self) -> bool:
        """Show what was answered and ask whether to keep it; give whether it is, or the walk goes on. Raises Exit."""
        for place, said in sorted(self.answers.items()):
            answer = self.told(said)
            talk(self.words.say("update.summary", ref=str(self.places[place].clause.ref), answer=answer))
        try:
            while True:
                line = typed_line(self.words.count("update.keep", len(self.answers))).lower()
                if line in ("y", "yes", _BACK):
                    return line != _BACK
                if line in ("n", "no"):
                    talk(self.words.say("update.dropped"))
                    raise typer.Exit(1)
        except (KeyboardInterrupt, typer.Abort):
            talk(self.words.say("cli.left"))
            raise

    def clause(self, now: int) -> int:
        """Ask for one commitment, question by question; give the place that comes next."""
        place = self.places[now]
        if place.nth == 1:
            talk(self.words.say("update.begin", city=self.owner, declaration=place.declaration, period=place.period))
        clause = place.clause
        talk(self.words.say("update.clause", place=place.nth, all=place.of, ref=str(clause.ref), title=clause.title))
        if clause.text:
            talk(f"    {clause.text}")
        talk(self.last(clause.ref))
        said = dict(self.answers.get(now, {}))
        if said:
            talk(self.words.say("update.so-far", answer=self.told(said)))
        at = 0
        while at < len(self.questions(said)):
            question = self.questions(said)[at]
            move = question(said)
            if move == _BACK and at == 0:
                if now == 0:
                    talk(self.words.say("update.first"))
                    continue
                return now - 1
            if move == _SKIP:
                self.put(now, {})
                break
            self.put(now, said)
            if move == _STOP:
                raise _Stopped
            at += -1 if move == _BACK else 1
        return now + 1

    def questions(self, said: dict[str, object]) -> list[Any]:
        """Give the questions that belong to an answer."""
        where = [self.included_in] if self.elsewhere(said) else []
        return [self.answer, *where, self.narrative, self.stood_in_the_way]

    def elsewhere(self, said: dict[str, object]) -> bool:
        """Tell whether another city reports it."""
        from pledgekit.model.levels import Instead

        return said.get("instead") == Instead.INCLUDED_ELSEWHERE

    def put(self, now: int, said: dict[str, object]) -> None:
        """Keep what was answered so far, if it can stand: an answer, and who reports it where that is the answer."""
        if not self.elsewhere(said):
            said.pop("included_in", None)
        self.unfinished = ""
        if said and (not self.elsewhere(said) or said.get("included_in")):
            self.answers[now] = dict(said)
            return
        self.answers.pop(now, None)
        if said:
            self.unfinished = str(self.places[now].clause.ref)

    def answer(self, said: dict[str, object]) -> str:
        """Ask for a level or another answer. Enter keeps what there is, or passes over."""
        found = self.one_of("update.answer", (*self.levels, *self.others), many=False)
        if isinstance(found, str):
            return found
        if found:
            said.pop("completion", None)
            said.pop("instead", None)
            said["completion" if found[0] in self.levels else "instead"] = found[0]
        return "" if said else _SKIP

    def included_in(self, said: dict[str, object]) -> str:
        """Ask which city reports it, until there is one."""
        from pledgekit.errors import PledgekitError

        while True:
            line = typed_line(self.words.say("update.included-in"))
            if line in _MOVES:
                return line
            if not line and not said.get("included_in"):
                talk(self.words.say("update.needed"))
                continue
            try:
                if line:
                    said["included_in"] = other_city(self.register, line, self.owner)
            except PledgekitError as error:
                talk(f"{error}")
            else:
                return ""

    def narrative(self, said: dict[str, object]) -> str:
        """Ask for the city's words; skipping them leaves the answer."""
        line = typed_line(self.words.say("update.narrative"))
        if line == _SKIP:
            said.pop("narrative", None)
        elif line in _MOVES:
            return line
        elif line:
            said["narrative"] = line
        return ""

    def stood_in_the_way(self, said: dict[str, object]) -> str:
        """Ask for obstacles; skipping them leaves the answer."""
        found = self.one_of("update.obstacles", self.obstacles, many=True)
        if found == _SKIP:
            said.pop("obstacles", None)
        elif isinstance(found, str):
            return found
        elif found:
            said["obstacles"] = found
        return ""

    def one_of(self, message: str, known: tuple[str, ...], *, many: bool) -> list[str] | str:
        """Ask until only known words are given, or nothing, or a move."""
        from pledgekit.ids import nearest

        while True:
            line = typed_line(self.words.say(message, words=", ".join(known)))
            if line in _MOVES:
                return line
            given = line.replace(",", " ").split() if many else [line] if line else []
            wrong = [each for each in given if each not in known]
            if not wrong:
                return given
            close = nearest(wrong[0], (*known, *_MOVES))
            if close:
                talk(self.words.say("update.nearest", given=wrong[0], nearest=close))
            else:
                talk(self.words.say("update.one-of", words=", ".join(known)))

    def told(self, said: dict[str, object]) -> str:
        """Tell an answer in one line."""
        parts = [said.get("completion") or said.get("instead"), said.get("included_in"), said.get("narrative")]
        held: Any = said.get("obstacles")
        return "; ".join(f"{each}" for each in (*parts, ", ".join(held or ())) if each)

    def last(self, commitment: Ref) -> str:
        """Say what the city last answered to a commitment, in whatever period."""
        from pledgekit.model.kinds import UPDATES

        every = self.session.view(self.register).all(UPDATES, self.owner)
        held = [each for each in every if each.commitment == commitment]
        if not held:
            return self.words.say("update.never")
        last = max(held, key=lambda each: (each.period.first, str(each.date or ""), each.id))
        answer = ": ".join(filter(None, (last.completion or last.instead, last.narrative)))
        return self.words.say("update.last", period=last.period.label, answer=answer)
