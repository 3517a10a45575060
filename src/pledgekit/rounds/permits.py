"""What a city lets be published, as reviews bound to what was read. Last part of reading answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import REVIEWS, kind_of
from pledgekit.model.levels import Verdict, Visibility
from pledgekit.recording import draft, visibility_of
from pledgekit.rounds.choices import PUBLISH

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.recording import Draft
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["Consent", "ban_on", "consented"]


class Consent(NamedTuple):
    """A record as it will stand, and the city's word on publishing it (`yes`, `unnamed`, `no`)."""

    record: Record
    word: str


def ban_on(view: View, city: str, ref: Ref) -> Ref | None:
    """Give the review that forbids to publish a record, or to name its city."""
    for each in view.all(REVIEWS, city):
        bans = each.verdict in (Verdict.MUST_NOT_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED)
        if bans and any(seen.record == ref for seen in each.seen):
            return each.ref
    return None


def consented(
    register: Register,
    view: View,
    city: str,
    consents: Iterable[Consent],
    shared: Mapping[str, object],
    *,
    by: str,
    now: datetime.datetime,
) -> list[Draft[Any]]:
    """Draft one review a word for all records it speaks of; what stands on record already is not said again.

    A "no" is a review only for what is public: everything else stays where it is without one. `register` holds the
    records as they will stand; `shared` goes into each review (by whom, when, from where).
    """
    found: dict[str, list[dict[str, object]]] = {}
    for record, word in consents:
        verdict = PUBLISH[word]
        public = visibility_of(register, kind_of(record), record) is Visibility.PUBLIC
        if verdict == Verdict.MUST_NOT_PUBLISH and not public:
            continue
        content = fingerprint(record)
        if not _said(view.all(REVIEWS, city), verdict, record.ref, content):
            found.setdefault(verdict, []).append({"record": str(record.ref), "content": content})
    return [
        draft(register, REVIEWS, city, {"verdict": verdict, "seen": seen, **shared}, by=by, now=now)
        for verdict, seen in found.items()
    ]


def _said(reviews: Iterable[Any], verdict: str, ref: Ref, content: str) -> bool:
    return any(
        each.verdict == verdict and any(seen.record == ref and seen.content == content for seen in each.seen)
        for each in reviews
    )
