"""Checks of what may be published and still holds: permission, the right of reply, reviews of what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.checks.scope import Finding
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ACTIONS, ASSESSMENTS, COMMITMENTS, CONTACTS, REPLIES, REVIEWS, kind_of
from pledgekit.model.levels import Verdict, Visibility, needs_permission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope
    from pledgekit.ids import Ref
    from pledgekit.model.acts import Review
    from pledgekit.model.record import Record

__all__ = ["missing", "reply_open", "unused", "void"]


def missing(scope: Scope) -> Iterator[Finding]:
    """What a city or a partner told us is public by its leave, unless it was published before."""
    given: dict[Ref, set[str]] = {}
    withheld: set[Ref] = set()
    for review in scope.live(REVIEWS):
        for seen in review.seen:
            if review.verdict == Verdict.MAY_PUBLISH:
                given.setdefault(seen.record, set()).add(seen.content)
            elif review.verdict in (Verdict.MAY_PUBLISH_UNNAMED, Verdict.MUST_NOT_PUBLISH):
                withheld.add(seen.record)
    for each in scope.live(ACTIONS):
        if each.visibility is not Visibility.PUBLIC or not needs_permission(each.told_by) or each.ref in withheld:
            continue
        published = any(shown.url and shown.visibility in (None, Visibility.PUBLIC) for shown in each.evidence)
        if published or any(source.url for source in each.sources):
            continue
        if each.ref not in given:
            message = f'told by the {each.told_by}, public, and no review says "{Verdict.MAY_PUBLISH}"'
            yield Finding("no-permission", each, ("told_by",), message)
        elif fingerprint(each) not in given[each.ref]:
            message = f'it has changed since a review said "{Verdict.MAY_PUBLISH}"'
            yield Finding("no-permission", each, ("told_by",), message)


def unused(scope: Scope) -> Iterator[Finding]:
    """What a city lets be published, as it is now, is not public yet."""
    given: dict[Record, str] = {}
    banned: set[Ref] = set()
    for review in scope.live(REVIEWS):
        for seen in review.seen:
            if review.verdict == Verdict.MUST_NOT_PUBLISH:
                banned.add(seen.record)
            elif review.verdict in (Verdict.MAY_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED):
                record = scope.find(seen.record)
                if record is not None and fingerprint(record) == seen.content:
                    given[record] = f"{review.verdict}"
    for record, verdict in given.items():
        if record.ref in banned or scope.is_retracted(record.ref):
            continue
        visibility = record.visibility or kind_of(record).visibility
        if visibility in (Visibility.NETWORK, Visibility.INTERNAL) and kind_of(record) is not CONTACTS:
            message = f'a review says "{verdict}", and it is not public'
            yield Finding("not-released", record, ("visibility",) if record.visibility else (), message)


def reply_open(scope: Scope) -> Iterator[Finding]:
    """An assessment is released after the city replied or its time to reply passed."""
    answered = {each.assessment for each in scope.live(REPLIES) if each.visibility in (None, Visibility.PUBLIC)}
    for each in scope.live(ASSESSMENTS):
        if each.visibility is not Visibility.PUBLIC or each.ref in answered:
            continue
        if each.reply_due is None:
            message = "it is public, without a reply or a day by which to reply"
            yield Finding("reply-open", each, ("visibility",), message)
        elif each.reply_due.last >= scope.today:
            message = f"it is public, and the city may reply until {each.reply_due}"
            yield Finding("reply-open", each, ("visibility",), message)


def void(scope: Scope) -> Iterator[Finding]:
    """A review speaks of the record as it is now. A later one that does stands in its place.

    But for leave to publish without a name: nothing else stands in the place of that, and a change hides the record.
    """
    latest: dict[tuple[Ref, bool], tuple[str, str, Review, int]] = {}
    for review in scope.live(REVIEWS):
        for number, seen in enumerate(review.seen):
            if review.verdict == Verdict.STILL_HOLDS and _is_clause(scope, seen.record):
                continue  # what others were held against; that it changed since is told of them
            key = (seen.record, review.verdict == Verdict.MAY_PUBLISH_UNNAMED)
            held = (review.date.last.isoformat(), review.id, review, number)
            if key not in latest or latest[key][:2] < held[:2]:
                latest[key] = held
    for (ref, unnamed), (_, _, review, number) in latest.items():
        record = scope.find(ref)
        if record is not None and not scope.is_retracted(ref) and fingerprint(record) != review.seen[number].content:
            message = f"{ref} has changed since"
            if unnamed:
                message += "; nothing of it is shown to the public until somebody looks again"
            elif review.verdict == Verdict.MUST_NOT_PUBLISH:
                message += "; the ban stays until it is retracted"
            yield Finding("void-review", review, ("seen", number, "content"), message)


def _is_clause(scope: Scope, ref: Ref) -> bool:
    record = scope.find(ref)
    return record is not None and kind_of(record) is COMMITMENTS
