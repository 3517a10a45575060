"""Who learned from whom: each action with those it follows, and those that follow it, one step each way.

Fifth step, view → links, and sixth, links → blocks. A view holds only what its audience sees, so nothing else is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.ids import fold
from pledgekit.model.document import Bullets, Heading, say
from pledgekit.model.kinds import ACTIONS
from pledgekit.reports.gathering import by_name, cities_of
from pledgekit.reports.telling import fitted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pledgekit.ids import Ref
    from pledgekit.model.deeds import Action
    from pledgekit.model.document import Block, Inline
    from pledgekit.reports.papers import PaperTelling
    from pledgekit.view import View

__all__ = ["Link", "learned", "told_learned"]


class Link(NamedTuple):
    """An action, those it learned from, and those of others that learned from it."""

    action: Action
    models: tuple[Action, ...]
    followers: tuple[Action, ...]


def learned(view: View, refs: Iterable[Ref]) -> tuple[Link, ...]:
    """Give the links of some actions in their order, by the names of cities; an action without any has none.

    One step is followed, never a chain, so circles do not matter. What the view does not hold is left out.
    """
    whole = view.whole()
    held = view.once(
        "actions", lambda: {each.ref: each for each in whole.all(ACTIONS) if each.owner in cities_of(view)}
    )
    follow = view.once("followers", lambda: _followers(held))
    found = []
    for ref in dict.fromkeys(refs):
        action = held.get(ref)
        if action is not None:
            models = {one for one in action.inspired_by if one in held and one != ref}
            others = {one for one in follow.get(ref, ()) if one.owner != ref.owner}
            if models or others:
                found.append(Link(action, _ordered(view, held, models), _ordered(view, held, others)))
    return tuple(found)


def told_learned(told: PaperTelling[Any], links: Iterable[Link], *, most: int = 0) -> Iterator[Block]:
    """Tell the links under a heading of their own; with `most`, of so many, and how many more there are."""
    every = list(links)
    if not every:
        return
    shown = every[:most] if most else every
    items = [_item(told, each) for each in shown]
    more = len(every) - len(shown)
    if more:
        items.append(say(told.words.count("learning.more", more)))
    yield Heading(level=2, text=told.words.say("learning"), anchor="learned")
    yield Bullets(items=tuple(items))


def _followers(held: Mapping[Ref, Action]) -> Mapping[Ref, tuple[Ref, ...]]:
    found: dict[Ref, tuple[Ref, ...]] = {}
    for action in held.values():
        for ref in dict.fromkeys(action.inspired_by):
            found[ref] = (*found.get(ref, ()), action.ref)
    return found


def _ordered(view: View, held: Mapping[Ref, Action], refs: Iterable[Ref]) -> tuple[Action, ...]:
    return tuple(
        sorted((held[ref] for ref in refs), key=lambda each: (*by_name(view, each.owner), fold(each.title), each.id))
    )


def _item(told: PaperTelling[Any], link: Link) -> Inline:
    """Name an action, and say from whom it learned and who learned from it."""
    words = told.words
    parts = [
        fitted(words, message, {"who": joined(words, [_named(told, each) for each in others])})
        for message, others in (("learning.from", link.models), ("learning.by", link.followers))
        if others
    ]
    about = parts[0] if len(parts) == 1 else fitted(words, "learning.both", {"from": parts[0], "by": parts[1]})
    return fitted(words, "learning.link", {"action": _named(told, link.action, strong=True), "about": about})


def _named(told: PaperTelling[Any], action: Action, *, strong: bool = False) -> Inline:
    return fitted(
        told.words,
        "learning.named",
        {"city": say(told.name(action.owner), name=True, strong=strong), "title": told.text(action, "title")},
    )
