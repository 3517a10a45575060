"""What a city lets be published, as reviews bound to what was read. Last part of reading answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.dates import Certainty
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import REVIEWS, kind_of
from pledgekit.model.levels import Verdict, Visibility
from pledgekit.recording import draft_together, visibility_of
from pledgekit.rounds.choices import PUBLISH

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from pledgekit.dates import PartialDate
    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.recording import Draft
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["Consent", "allowed_before", "ban_on", "consented", "is_public", "leave_for", "says_anew"]

_LEAVE = (Verdict.MAY_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED)


class Consent(NamedTuple):
    """A record as it will stand, and the city's word on publishing it (`yes`, `unnamed`, `no`)."""

    record: Record
    word: str


def is_public(register: Register, record: Record) -> bool:
    """Tell whether a record is public, but for what reviews forbid."""
    return visibility_of(register, kind_of(record), record) is Visibility.PUBLIC


def ban_on(view: View, city: str, ref: Ref) -> Ref | None:
    """Give the review that forbids to publish a record, or to name its city."""
    bans = (Verdict.MUST_NOT_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED)
    return next((each.ref for each in view.all(REVIEWS, city) if each.verdict in bans and _names(each, ref)), None)


def allowed_before(view: View, record: Record, day: PartialDate) -> bool:
    """Tell whether a review that is certainly of before a day let a record be published, with whatever content."""
    held = (each for each in view.all(REVIEWS, record.owner) if each.verdict in _LEAVE and _names(each, record.ref))
    return any(each.date is not None and day.later_than(each.date.last) is Certainty.CERTAINLY for each in held)


def leave_for(view: View, record: Record) -> Ref | None:
    """Give a review that lets a record be published as it is now: with another content it speaks of it no longer."""
    content = fingerprint(record)
    held = (each for each in view.all(REVIEWS, record.owner) if each.verdict in _LEAVE)
    return next((each.ref for each in held if _names(each, record.ref, content)), None)


def says_anew(register: Register, view: View, consent: Consent) -> bool:
    """Tell whether a city's word on publishing a record is a review that is not on record yet.

    A "no" is one only for what is public or was allowed before: all else stays where it is without one.
    """
    record, verdict = consent.record, PUBLISH[consent.word]
    held = [each for each in view.all(REVIEWS, record.owner) if _names(each, record.ref)]
    if verdict == Verdict.MUST_NOT_PUBLISH:
        allowed = any(each.verdict in _LEAVE for each in held)
        return (is_public(register, record) or allowed) and not any(each.verdict == verdict for each in held)
    content = fingerprint(record)
    return not any(each.verdict == verdict and _names(each, record.ref, content) for each in held)


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
    """Draft the reviews, one a word for all records it speaks of, in one file; nothing that is on record already.

    `register` holds the records as they will stand; `shared` goes into each review (by whom, when, from where).
    """
    found: dict[str, list[dict[str, object]]] = {}
    for each in consents:
        if says_anew(register, view, each):
            seen = found.setdefault(PUBLISH[each.word], [])
            seen.append({"record": str(each.record.ref), "content": fingerprint(each.record)})
    parts = [(REVIEWS, {"verdict": verdict, "seen": seen, **shared}) for verdict, seen in found.items()]
    return [draft_together(register, city, parts, by=by, now=now)] if parts else []


def _names(review: Any, ref: Ref, content: str = "") -> bool:  # noqa: ANN401 -- a review
    return any(seen.record == ref and content in ("", seen.content) for seen in review.seen)
