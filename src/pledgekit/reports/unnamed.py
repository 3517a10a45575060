"""What is told under a commitment without its city's name: from a view, and into words. Fifth and sixth step.

It is in no figure, and stands apart from what is told by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.dates import Certainty
from pledgekit.figures.timing import belongs, last_heard, timing
from pledgekit.ids import fold
from pledgekit.model.document import Heading, Paragraph, say
from pledgekit.model.kinds import ACTIONS, CITIES
from pledgekit.model.levels import is_unnamed
from pledgekit.reports.value import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.figures import Scope
    from pledgekit.ids import Ref
    from pledgekit.model.document import Block
    from pledgekit.reports.papers import PaperTelling
    from pledgekit.view import View

__all__ = ["told_unnamed", "unnamed_of"]


def unnamed_of(view: View, scope: Scope, commitment: Ref) -> tuple[Deed, ...]:
    """Give what is told under a commitment without its city's name, of the period or perhaps of it, by text."""
    found = []
    for city in view.all(CITIES):
        for action in view.all(ACTIONS, city.owner) if is_unnamed(city.kind) else ():
            filed = {last for ref in action.commitments for last in scope.leads_to.get(ref, ())}
            within = belongs(action, scope.period, scope.as_of)
            if commitment in filed and within is not Certainty.NO:
                found.append(
                    Deed(
                        action=action,
                        timing=timing(action, scope.declaration.adopted),
                        certain=within is Certainty.CERTAINLY,
                        last_heard=last_heard(action, scope.as_of),
                        filed=(commitment,),
                    )
                )
    return tuple(sorted(found, key=_by_text))


def told_unnamed(told: PaperTelling[Any], deeds: Iterable[Deed], *, level: int, anchor: str) -> Iterator[Block]:
    """Tell of them under a heading of their own; nothing where there are none."""
    held = list(deeds)
    if held:
        yield Heading(level=level, text=told.words.say("report.unnamed"), anchor=anchor)
        yield Paragraph(text=say(told.words.say("report.unnamed.intro")))
    for each in held:
        yield told.entry(each.action, timing=each.timing, last_heard=each.last_heard, certain=each.certain)


def _by_text(deed: Deed) -> tuple[str, ...]:
    action = deed.action
    return fold(action.title), fold(action.summary), action.owner, action.id
