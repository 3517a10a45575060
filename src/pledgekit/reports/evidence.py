"""How well what is on record can still be shown: copies, their age, dates, and what rests on little. Fifth step.

Nothing is fetched. Copies of pages are kept elsewhere; a fingerprint of each says whether the copy is still that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.model.kinds import ACTIONS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator

    from pledgekit.dates import PartialDate
    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.view import View

__all__ = ["OLD_YEARS", "Copies", "Shown", "Thin", "copies", "shown_in"]

OLD_YEARS: Final = 2  # after which a copy is worth taking anew


class Shown(NamedTuple):
    """One source of a record: which key holds it and as which one (from 0), and what is known of it."""

    ref: Ref
    key: str  # `evidence` or `sources`
    nth: int
    title: str
    url: str
    date: PartialDate | None
    sha256: str
    captured: PartialDate | None
    archive: str


class Thin(NamedTuple):
    """An action that rests on one source, or on none."""

    ref: Ref
    title: str
    sources: int


class Copies(NamedTuple):
    """The value. `lost` and `found` speak of the copies that were looked at; both are empty when none were."""

    as_of: datetime.date
    sources: int
    found: tuple[Shown, ...]
    lost: tuple[Shown, ...]  # a fingerprint is on record, and no copy that was looked at has it
    uncopied: tuple[Shown, ...]  # an address, and neither fingerprint nor archive
    old: tuple[Shown, ...]  # the copy was taken more than two years ago
    undated: tuple[Shown, ...]
    thin: tuple[Thin, ...]


def copies(view: View, held: Collection[str] | None = None) -> Copies:
    """Look through all sources of a view; `held` are the fingerprints of the copies at hand, where there are any.

    A fingerprint is `sha256:` or nothing before 64 hexadecimal digits, in any case.
    """
    every = [shown for record in view.everything() for shown in shown_in(record)]
    at_hand = {bare(each) for each in held or ()}
    copied = [each for each in every if each.sha256]
    return Copies(
        as_of=view.lens.as_of,
        sources=len(every),
        found=tuple(each for each in copied if bare(each.sha256) in at_hand),
        lost=tuple(each for each in copied if held is not None and bare(each.sha256) not in at_hand),
        uncopied=tuple(each for each in every if each.url and not each.sha256 and not each.archive),
        old=tuple(each for each in every if each.captured is not None and _old(each.captured, view.lens.as_of)),
        undated=tuple(each for each in every if each.date is None),
        thin=tuple(_thin(view)),
    )


def shown_in(record: Record) -> Iterator[Shown]:
    """Yield the sources of a record: the evidence of an action, and what any record names as its sources."""
    for key in ("evidence", "sources"):
        for nth, each in enumerate(getattr(record, key, ())):
            captured, archive = getattr(each, "captured", None), getattr(each, "archive", "")
            yield Shown(record.ref, key, nth, each.title, each.url, each.date, each.sha256, captured, archive)


def bare(fingerprint: str) -> str:
    """Give the digits of a fingerprint alone."""
    return fingerprint.strip().lower().removeprefix("sha256:")


def _thin(view: View) -> Iterator[Thin]:
    for each in view.all(ACTIONS):
        sources = {shown.url or shown.title for shown in shown_in(each)}
        if len(sources) < 2:  # noqa: PLR2004 -- one, or none
            yield Thin(each.ref, each.title, len(sources))


def _old(captured: PartialDate, today: datetime.date) -> bool:
    """Tell whether a copy is certainly older than two years."""
    last = captured.last
    return (last.year + OLD_YEARS, last.month, last.day) < (today.year, today.month, today.day)
