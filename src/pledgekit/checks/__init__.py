"""Rules that a person can break, each a pure function in one literal tuple. Layer 7: what was loaded → problems.

Nothing is changed. What can only be seen while reading (syntax, types, words) is among the problems of loading already.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.checks import (
    cities,
    clauses,
    completeness,
    dates,
    deeds,
    duplicates,
    endorsing,
    evidence,
    future,
    identity,
    lanes,
    leaks,
    naming,
    people,
    permission,
    published,
    refs,
    rounds,
    selecting,
    visibility,
)
from pledgekit.checks.scope import Finding, Scope
from pledgekit.errors import UsageError
from pledgekit.model.problem import CODES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Iterator

    from pledgekit.model.problem import Problem
    from pledgekit.register import Loaded, Register

__all__ = ["CHECKS", "Check", "Tier", "check", "select"]


class Tier(IntEnum):
    """When a check runs: whenever something is read (errors), when checking is asked for, when strictness is."""

    ALWAYS = 0
    CHECK = 1
    STRICT = 2


class Check(NamedTuple):
    """One rule and when it is asked."""

    run: Callable[[Scope], Iterator[Finding]]
    tier: Tier = Tier.ALWAYS


CHECKS: Final[tuple[Check, ...]] = (
    Check(identity.missing_owner),
    Check(identity.folder_mismatch),
    Check(identity.duplicate_id),
    Check(identity.two_revisions),
    Check(identity.unportable_name, Tier.CHECK),
    Check(refs.dangling),
    Check(refs.of_itself),
    Check(refs.retracted, Tier.CHECK),
    Check(refs.absent, Tier.CHECK),
    Check(refs.unchecked, Tier.CHECK),
    Check(dates.in_order),
    Check(dates.day_or_span),
    Check(future.dated, Tier.CHECK),
    Check(future.recorded, Tier.CHECK),
    Check(completeness.country),
    Check(completeness.official),
    Check(completeness.number_without_text),
    Check(completeness.sources),
    Check(completeness.extension),
    Check(completeness.recorded, Tier.STRICT),
    Check(lanes.completion_or_instead),
    Check(lanes.level_and_evidence),
    Check(lanes.settles_other),
    Check(lanes.settles_circle),
    Check(lanes.long_narrative, Tier.CHECK),
    Check(lanes.two_answers, Tier.CHECK),
    Check(lanes.unchanged_from_nothing, Tier.CHECK),
    Check(rounds.missing_round),
    Check(rounds.overlap),
    Check(rounds.narrow_round),
    Check(visibility.internal_outside),
    Check(visibility.retraction_inside),
    Check(visibility.narrowed_in_open),
    Check(visibility.hidden_endorsement, Tier.CHECK),
    Check(visibility.built_on_hidden, Tier.CHECK),
    Check(cities.circles),
    Check(cities.same_name, Tier.CHECK),
    Check(endorsing.twice, Tier.CHECK),
    Check(endorsing.ended_first, Tier.CHECK),
    Check(endorsing.never, Tier.CHECK),
    Check(deeds.before_declaration, Tier.CHECK),
    Check(deeds.undated, Tier.CHECK),
    Check(deeds.outside_period, Tier.CHECK),
    Check(deeds.planned_past, Tier.CHECK),
    Check(duplicates.likely, Tier.CHECK),
    Check(evidence.missing, Tier.CHECK),
    Check(evidence.one_source, Tier.CHECK),
    Check(evidence.addresses, Tier.CHECK),
    Check(people.overlap, Tier.CHECK),
    Check(people.not_seen, Tier.CHECK),
    Check(clauses.circle),
    Check(clauses.chain, Tier.CHECK),
    Check(clauses.changed, Tier.CHECK),
    Check(clauses.filed, Tier.CHECK),
    Check(clauses.translated, Tier.CHECK),
    Check(clauses.unplaced, Tier.CHECK),
    Check(clauses.included_in, Tier.CHECK),
    Check(selecting.missing, Tier.CHECK),
    Check(selecting.other_clause, Tier.CHECK),
    Check(permission.missing, Tier.CHECK),
    Check(permission.unused, Tier.CHECK),
    Check(permission.reply_open, Tier.CHECK),
    Check(permission.void, Tier.CHECK),
    Check(naming.name_in_text, Tier.CHECK),
    Check(naming.hidden_name),
    Check(naming.by_hand, Tier.CHECK),
    Check(leaks.contacts, Tier.CHECK),
    Check(leaks.internal_words, Tier.CHECK),
    Check(published.unknown_figure),
    Check(published.differs, Tier.CHECK),
)


def check(
    loaded: Loaded, *, today: datetime.date, tier: Tier = Tier.ALWAYS, since: Register | None = None, of_file: str = ""
) -> tuple[Problem, ...]:
    """Give every problem at once, sorted by file and line: those of reading, and what the checks up to a tier find.

    With an earlier state, `since`, also what was changed or taken away since. With `of_file`, only what is found about
    that file: every check looks at everything all the same, but no other file is read for lines. Writes nothing. Reads
    a file again only to name the line of what was found in it.
    """
    scope = Scope(loaded, today)
    found = [finding for each in CHECKS if each.tier <= tier for finding in each.run(scope)]
    if since is not None:
        from pledgekit.checks.since import since as changed

        found += changed(since, scope)
    problems = {each for each in loaded.problems if each.file == of_file or not of_file}
    if of_file:
        found = [each for each in found if _file(each) == of_file]
    if found:
        from pledgekit.checks.placing import place

        problems.update(place(found, loaded.register.root))
    return tuple(sorted(problems, key=_order))


def select(
    problems: Iterable[Problem], *, only: Collection[str] = (), ignore: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Keep the problems of some codes, or leave some out; raises UsageError, with the nearest, for an unknown code."""
    for code in (*only, *ignore):
        if code not in CODES:
            from pledgekit.ids import nearest

            close = nearest(code, CODES)
            remedy = f"nearest: {close}" if close else "check names the code of each problem in brackets"
            raise UsageError(f"{code} is not a code of a problem", remedy=remedy)
    return tuple(each for each in problems if (not only or each.code in only) and each.code not in ignore)


def _file(finding: Finding) -> str:
    where = finding.where
    if isinstance(where, str):
        return where
    return where.origin.file if where.origin is not None else ""


def _order(each: Problem) -> tuple[str, int, str, str, str]:
    return each.file, each.line, each.code, each.path, each.message
