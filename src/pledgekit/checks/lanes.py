"""Checks of what cities say (updates) and what assessors say (assessments)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.model.kinds import ASSESSMENTS, COMMITMENTS, UPDATES, kind_of
from pledgekit.model.levels import EvidenceLevel, Instead

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.ids import Ref
    from pledgekit.model.lanes import Assessment, Update

__all__ = [
    "completion_or_instead",
    "level_and_evidence",
    "long_narrative",
    "settles_circle",
    "settles_other",
    "two_answers",
    "unchanged_from_nothing",
]

_WORDS: Final = 200


def completion_or_instead(scope: Scope) -> Iterator[Finding]:
    """An update answers once: by a level or in another way."""
    for each in scope.live(UPDATES):
        if each.completion and each.instead:
            yield Finding("completion-or-instead", each, ("instead",), 'both "completion" and "instead" are given')
        elif not each.completion and not each.instead:
            yield Finding("completion-or-instead", each, (), 'neither "completion" nor "instead" is given')


def level_and_evidence(scope: Scope) -> Iterator[Finding]:
    """An assessor gives a level exactly when there is something to judge by."""
    for each in scope.live(ASSESSMENTS):
        nothing = each.evidence_level == EvidenceLevel.NONE
        if nothing and each.completion:
            message = f'a level is given, with evidence_level "{each.evidence_level}"'
            yield Finding("level-and-evidence", each, ("completion",), message)
        elif not nothing and not each.completion:
            message = f'no level is given, with evidence_level "{each.evidence_level}"'
            yield Finding("level-and-evidence", each, ("evidence_level",), message)


def settles_other(scope: Scope) -> Iterator[Finding]:
    """An assessment settles others of the same matter: of one city, clause and period."""
    for each in scope.live(ASSESSMENTS):
        for number, ref in enumerate(each.settles):
            other = scope.find(ref)
            if ref.owner != each.owner:
                what = f"of {ref.owner}, not of {each.owner}"
            elif other is None or kind_of(other) is not ASSESSMENTS:
                continue  # which is another finding
            else:
                what = _other_matter(scope, each, other)  # type: ignore[arg-type]  # the kind says which
            if what:
                yield Finding("settles-other", each, ("settles", number), f"{ref} is an assessment {what}")


def settles_circle(scope: Scope) -> Iterator[Finding]:
    """An assessment settles earlier ones: not itself, nor one that settles it in the end."""
    from pledgekit.checks.clauses import reached

    onward = {each.ref: each.settles for each in scope.live(ASSESSMENTS) if each.settles}
    for each in scope.live(ASSESSMENTS):
        for number, ref in enumerate(each.settles):
            if ref == each.ref:
                yield Finding("settles-circle", each, ("settles", number), f"{each.ref} settles itself")
            elif each.ref in reached(ref, onward):
                yield Finding("settles-circle", each, ("settles", number), f"{each.ref} and {ref} settle each other")


def _other_matter(scope: Scope, one: Assessment, other: Assessment) -> str:
    """Tell of what else another assessment is; what took a clause's place is the same matter. Empty: of the same."""
    from pledgekit.figures.leading import Leading
    from pledgekit.figures.scope import same_period

    leads_to = Leading(scope.live(COMMITMENTS), ()).leads_to
    clauses = [{*leads_to.get(each.commitment, ()), each.commitment} for each in (one, other)]
    if clauses[0].isdisjoint(clauses[1]):
        return f"of {other.commitment}, not of {one.commitment}"
    return "" if same_period(one.period, other.period) else f"for {other.period}, not for {one.period}"


def long_narrative(scope: Scope) -> Iterator[Finding]:
    """A narrative fits the page that is printed of it."""
    for each in scope.live(UPDATES):
        words = len(each.narrative.split())
        if words > _WORDS:
            yield Finding("long-narrative", each, ("narrative",), f"the narrative has {words} words, over {_WORDS}")


def two_answers(scope: Scope) -> Iterator[Finding]:
    """A city gives one answer to a commitment in a period; of several the latest counts."""
    given: dict[tuple[str, Ref, datetime.date, datetime.date], Update] = {}
    for each in scope.live(UPDATES):
        first = given.setdefault((each.owner, each.commitment, each.period.first, each.period.last), each)
        if first is not each:
            message = f"{first.ref} answers {each.commitment} for {each.period} as well; the latest counts"
            yield Finding("two-answers", each, (), message)


def unchanged_from_nothing(scope: Scope) -> Iterator[Finding]:
    """The answer "unchanged" refers to a level that was reported before."""
    first: dict[tuple[str, Ref], datetime.date] = {}
    for each in scope.live(UPDATES):
        if each.completion:
            key = (each.owner, each.commitment)
            first[key] = min(first.get(key, each.period.first), each.period.first)
    for each in scope.live(UPDATES):
        if each.instead == Instead.UNCHANGED:
            earliest = first.get((each.owner, each.commitment))
            if earliest is None or earliest >= each.period.first:
                message = f"no earlier level for {each.commitment} is held"
                yield Finding("unchanged-from-nothing", each, ("instead",), message)
