"""Checks of clauses over time: what took their place, and what was made for other words than theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, COMMITMENTS, REVIEWS, UPDATES
from pledgekit.model.levels import Instead, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.checks.scope import Scope
    from pledgekit.figures.leading import Leading
    from pledgekit.ids import Ref
    from pledgekit.model.lanes import Assessment, Update

__all__ = ["chain", "changed", "circle", "filed", "included_in", "reached", "translated", "unplaced"]


def circle(scope: Scope) -> Iterator[Finding]:
    """What took a clause's place is not that clause again."""
    onward = {each.ref: each.superseded_by for each in scope.live(COMMITMENTS)}
    for each in scope.live(COMMITMENTS):
        if each.ref in reached(each.ref, onward):
            message = f"{each.ref} takes its own place in the end"
            yield Finding("superseded-circle", each, ("superseded_by",), message)


def chain(scope: Scope) -> Iterator[Finding]:
    """What took a clause's place is in use itself."""
    onward = {each.ref: each.superseded_by for each in scope.live(COMMITMENTS)}
    for each in scope.live(COMMITMENTS):
        for number, ref in enumerate(each.superseded_by):
            if onward.get(ref) and each.ref not in reached(ref, onward):
                named = ", ".join(map(str, onward[ref]))
                message = f"{ref} was superseded in its turn, by {named}"
                yield Finding("superseded-chain", each, ("superseded_by", number), message)


def reached(start: Ref, onward: Mapping[Ref, tuple[Ref, ...]]) -> set[Ref]:
    """Give every clause that one leads to, step by step."""
    found: set[Ref] = set()
    waiting = list(onward.get(start, ()))
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting += onward.get(ref, ())
    return found


def changed(scope: Scope) -> Iterator[Finding]:
    """What was said of a clause was said of its words as they are, or a review upheld it."""
    leading = _leading(scope)
    if leading is None:
        return
    given: list[Update | Assessment] = [*scope.live(UPDATES), *scope.live(ASSESSMENTS)]
    for each in given:
        found = leading.outdated(each)
        if found == (each.commitment,):
            yield Finding("clause-changed", each, ("clause_seen",), f"{each.commitment} reads otherwise now")
        elif found:
            message = f"{each.commitment} was superseded by {_named(found)}"
            yield Finding("clause-changed", each, ("commitment",), message)


def filed(scope: Scope) -> Iterator[Finding]:
    """An action is filed under a clause in use, or a review upheld it there."""
    leading = _leading(scope)
    if leading is None:
        return
    for action in scope.live(ACTIONS):
        outdated = set(leading.outdated(action))
        for number, ref in enumerate(action.commitments if outdated else ()):
            onward = leading.leads_to.get(ref, ())
            if len(onward) == 1 and outdated.issuperset(onward):
                message = f"{ref} was superseded by {_named(onward)}"
                yield Finding("clause-changed", action, ("commitments", number), message)


def translated(scope: Scope) -> Iterator[Finding]:
    """What was translated of a clause are its words as they are, or a review upheld it."""
    leading = _leading(scope)
    if leading is None:
        return
    for clause in scope.live(COMMITMENTS):
        for lang, texts in clause.translations.items():
            seen = texts.get("seen", "")
            if seen and seen != leading.words_now(clause.ref) and not leading.upholds(clause.ref):
                message = f"{clause.ref} reads otherwise than when it was translated ({lang})"
                yield Finding("clause-changed", clause, ("translations", lang), message)


def unplaced(scope: Scope) -> Iterator[Finding]:
    """An action stands under a clause: not under a title that became several, or none though clauses are held."""
    leading = _leading(scope)
    if leading is None:
        return
    official = {ref.owner for ref in leading.clauses if _in_use(leading, ref, Wording.OFFICIAL)}
    for action in scope.live(ACTIONS):
        open_ones = set(leading.outdated(action))
        for number, ref in enumerate(action.commitments):
            onward = leading.leads_to.get(ref, ())
            if len(onward) > 1 and open_ones.intersection(onward):
                message = f"{ref} became {_named(onward)}, and nobody has said under which it belongs"
                yield Finding("open-clause", action, ("commitments", number), message)
            elif ref.owner in official and _in_use(leading, ref, Wording.PROVISIONAL):
                message = f"{ref} is a working title that no clause took the place of"
                yield Finding("open-clause", action, ("commitments", number), message)


def _in_use(leading: Leading, ref: Ref, wording: str) -> bool:
    """Tell whether a commitment is in use, in that wording."""
    return leading.leads_to.get(ref) == (ref,) and leading.clauses[ref].wording == wording


def _leading(scope: Scope) -> Leading | None:
    """Give where the clauses lead; nothing where there are none."""
    from pledgekit.figures.leading import Leading
    from pledgekit.view.upheld import upheld

    clauses = scope.live(COMMITMENTS)
    return Leading(clauses, upheld(scope.live(REVIEWS), scope.find)) if clauses else None


def _named(refs: tuple[Ref, ...]) -> str:
    return ", ".join(map(str, refs))


def included_in(scope: Scope) -> Iterator[Finding]:
    """Who reports it in the city's place is named exactly where another one does."""
    for each in scope.live(UPDATES):
        elsewhere = each.instead == Instead.INCLUDED_ELSEWHERE
        if elsewhere and each.included_in is None:
            message = f'"{each.instead}", and "included_in" names nobody'
            yield Finding("included-in", each, ("instead",), message)
        elif not elsewhere and each.included_in is not None:
            message = f'"included_in" is given without instead = "{Instead.INCLUDED_ELSEWHERE}"'
            yield Finding("included-in", each, ("included_in",), message)
