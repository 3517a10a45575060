"""How many signatories did such a thing: the share behind one sentence to paste. Fifth step: view → value.

The arithmetic is that of `cities-with-action`, over the cities and deeds that the filters let through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pledgekit.errors import UsageError
from pledgekit.figures import figures, tally_all
from pledgekit.ids import fold, nearest
from pledgekit.model.kinds import ACTIONS, CITIES, COMMITMENTS
from pledgekit.model.levels import STATEMENT, Wording
from pledgekit.reports.listing import Filters, listed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Line, Share, Tally
    from pledgekit.ids import Ref
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Action
    from pledgekit.model.levels import Audience
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["Counted", "count"]


@attrs.frozen(kw_only=True)
class Counted:
    """The value: of the signatories that the filters leave, those with such an action, and the actions behind it."""

    declaration: Declaration
    period: Period | None
    as_of: datetime.date
    known_on: datetime.date | None
    known_day: datetime.date  # as known on which the sentence speaks
    audience: Audience
    filters: Filters
    commitments: tuple[Commitment, ...]  # those it was narrowed to
    share: Share
    actions: tuple[Action, ...]  # behind the share, by the cities' names
    before: tuple[Ref, ...]  # such actions from before the declaration: not counted
    provisional: bool  # whether a commitment's wording is ours
    cities: Mapping[str, City]

    @property
    def not_known(self) -> int:
        """For how many of the signatories no such action is held."""
        return self.share.of - self.share.value


def count(register: Register, view: View, declaration: str, period: Period | None, filters: Filters) -> Counted:
    """Count the signatories that have such an action on record; without a period, everything up to as-of.

    Of `filters`, commitments have to be the declaration's. Raises NotFound for a declaration that the view does not
    hold, UsageError for another declaration's commitment and for statements, which are said and not done.
    """
    if STATEMENT in filters.kinds:
        raise UsageError(
            "a statement is said, not done, and counts as no action",
            remedy=f"see: pledgekit list actions --kind {STATEMENT}",
        )
    total = tally_all(view, declaration, period)
    wanted = _in_use(view, total, filters)
    narrowed = _narrowed(register, view, total, filters, wanted)
    name = f"{wanted[0]}/cities-with-action" if len(wanted) == 1 else "cities-with-action"
    share: Share = figures(narrowed)[name]  # type: ignore[assignment]  # of this id it is one
    cities = {each.owner: each for each in view.all(CITIES)}
    clauses = total.scope.commitments
    return Counted(
        declaration=total.scope.declaration,
        period=period,
        as_of=view.lens.as_of,
        known_on=view.lens.known_on,
        known_day=view.known_on,
        audience=view.lens.audience,
        filters=filters,
        commitments=tuple(each for each in clauses if each.ref in wanted),
        share=share,
        actions=_by_name(view, share.records, cities),
        before=tuple(sorted(_before(narrowed))),
        provisional=any(each.wording == Wording.PROVISIONAL for each in clauses),
        cities=cities,
    )


def _in_use(view: View, total: Tally, filters: Filters) -> tuple[Ref, ...]:
    """Give the commitments in use that those of the filters lead to, in their order."""
    wanted: set[Ref] = set()
    for ref in filters.commitments:
        own = [each for each in total.scope.leads_to.get(ref, ()) if each.owner == total.scope.declaration.id]
        if not own:
            close = nearest(f"{ref}", [f"{each.ref}" for each in view.all(COMMITMENTS, total.scope.declaration.id)])
            hint = f"nearest: {close}" if close else ""
            raise UsageError(f"{ref} is not a commitment of {total.scope.declaration.id}", remedy=hint)
        wanted.update(own)
    return tuple(each.ref for each in total.scope.commitments if each.ref in wanted)


def _narrowed(register: Register, view: View, total: Tally, filters: Filters, wanted: tuple[Ref, ...]) -> Tally:
    """Leave the cities and deeds of a tally that the filters let through."""
    of_actions = attrs.evolve(filters, declarations=(), commitments=(), cities=(), countries=(), periods=())
    kept = {each.ref for each in listed(register, view, ACTIONS, of_actions)}
    countries = {each.upper() for each in filters.countries}

    def stays(line: Line) -> bool:
        return (not filters.cities or line.city.owner in filters.cities) and (
            not countries or line.country in countries
        )

    def cut(line: Line) -> Line:
        deeds = (each for each in line.deeds if each.ref in kept)
        return line._replace(
            deeds=tuple(each for each in deeds if not wanted or not set(wanted).isdisjoint(each.commitments))
        )

    lines = {ref: cut(line) for ref, line in total.lines.items() if stays(line)}
    # A part of a whole list is a whole of its own.
    scope = total.scope._replace(printed=0) if total.whole else total.scope
    return attrs.evolve(total, scope=scope, lines=lines)


def _before(total: Tally) -> frozenset[Ref]:
    """Give the deeds of signatories that lay before the declaration."""
    found = figures(total)["actions/before"].members
    return frozenset(each for each in found if not isinstance(each, str))


def _by_name(view: View, refs: frozenset[Ref], cities: Mapping[str, City]) -> tuple[Action, ...]:
    held = (view.get(ACTIONS, ref) for ref in refs)
    actions = [each for each in held if each is not None]
    return tuple(sorted(actions, key=lambda each: (fold(cities[each.owner].name), each.owner, each.id)))
