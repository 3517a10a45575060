"""What staff should look after in a city: office-holders who changed or were not seen, focal points. Fifth step.

For staff alone: officials may be, and contacts are, for no other audience.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import Certainty
from pledgekit.figures import scope_of
from pledgekit.figures.cells import Standing
from pledgekit.ids import fold
from pledgekit.model.kinds import CONTACTS, DECLARATIONS, OFFICIALS
from pledgekit.reports.contacts import contacts_of
from pledgekit.reports.people import holds_office
from pledgekit.reports.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.people import Official
    from pledgekit.view import View

__all__ = ["focal_point", "in_office", "not_seen"]


def in_office(city: View) -> Iterator[Task]:
    """Yield endorsements whose office-holder has a successor on record, and offices that somebody left to nobody.

    `city` is the view of one city; so it is of all that follows here.
    """
    held = sorted(city.all(OFFICIALS), key=_since)
    told: set[Ref] = set()
    for declaration in city.all(DECLARATIONS):
        standing = Standing(city, scope_of(city, declaration.owner, None))
        act = standing.current
        if act is None or not act.official or standing.in_force is Certainty.NO:
            continue
        later = _later(held, act, (act.date or declaration.adopted).first.isoformat(), city)
        if later is not None:
            values = {"before": act.official, "after": later.name, "declaration": declaration.owner}
            yield Task("mayors", "changed", city.only, later.ref, values=values)
            told.add(later.ref)
    for each in _newest(held):
        if _gone(each, city) and each.ref not in told:
            yield Task("mayors", "left", city.only, each.ref, values={"name": each.name, "office": each.office})


def not_seen(city: View) -> Iterator[Task]:
    """Yield who is named last in an office, and no source of the last twelve months says that it still is so."""
    for each in _newest(sorted(city.all(OFFICIALS), key=_since)):
        if not _gone(each, city) and not holds_office(each, city.lens.as_of):
            last = each.seen or each.from_
            values = {"name": each.name, "office": each.office}
            yield Task("mayors", "not-seen" if last else "never-seen", city.only, each.ref, last, values)


def focal_point(city: View) -> Iterator[Task]:
    """Yield that a city has no focal point, or none any more; where it endorses nothing, nobody is missed."""
    standings = (Standing(city, scope_of(city, each.owner, None)) for each in city.all(DECLARATIONS))
    if all(each.in_force is Certainty.NO for each in standings):
        return
    contacts = contacts_of(city, city.only)
    if contacts.current:
        return
    if contacts.gone:
        last = max(contacts.gone, key=lambda each: (f"{each.until}", each.id))
        yield Task("contacts", "gone", city.only, values={"name": last.name})
    elif next(city.whole().all(CONTACTS), None) is not None:  # a register without any keeps them elsewhere
        yield Task("contacts", "none", city.only)


def _later(held: Sequence[Official], act: Endorsement, since: str, city: View) -> Official | None:
    """Give who is named in the office now, when it is somebody else than at the endorsing, and named after it."""
    named = [each.office for each in held if fold(each.name) == fold(act.official)]
    office = act.office or (named[-1] if named else "")
    same = [each for each in held if not office or fold(each.office) == fold(office)]
    last = same[-1] if same else None
    if last is None or fold(last.name) == fold(act.official) or _gone(last, city):
        return None
    return last if _since(last)[0] > since else None


def _newest(held: Sequence[Official]) -> Iterator[Official]:
    """Yield who is named last in each office."""
    yield from {fold(each.office): each for each in held}.values()


def _gone(official: Official, city: View) -> bool:
    return official.until is not None and official.until.later_than(city.lens.as_of) is Certainty.NO


def _since(official: Official) -> tuple[str, str]:
    known = [each for each in (official.from_, official.seen) if each is not None]
    return max((each.last.isoformat() for each in known), default=""), official.id
