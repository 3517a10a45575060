"""What a review may not be made of: what changed since somebody signed it, was taken back, or is decided otherwise.

Part of recording: refs as they are signed for → records, or a refusal before anything is drafted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pledgekit.errors import Refused, UsageError
from pledgekit.fingerprint import SHOWN, bears, mark_of
from pledgekit.ids import Ref
from pledgekit.model.kinds import CITY, REVIEWS, ROUNDS, kind_of
from pledgekit.model.levels import Audience, Verdict
from pledgekit.view import Lens, look
from pledgekit.view.order import newest
from pledgekit.view.takingback import last_words, taken_back

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from pledgekit.model.acts import Review
    from pledgekit.register import Register

__all__ = ["insist_closable", "insist_free", "insist_held", "insist_signed", "signed_for"]

_ALGORITHM: Final = "sha256:"
_MARK: Final = re.compile(rf"[0-9a-f]{{{SHOWN},64}}")
_OPENING: Final = (Verdict.MAY_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED)


def signed_for(text: str) -> tuple[str, str]:
    """Split what was signed, `ref@mark`, into both; a ref alone has no mark. Raises UsageError for what is no mark."""
    plain = text.replace("\\", "")  # as it stands in Markdown's own text
    ref, at, mark = plain.rpartition("@")
    if not at:
        return plain, ""
    mark = mark.removeprefix(_ALGORITHM).lower()
    if not ref or not _MARK.fullmatch(mark):
        message = f"{text!r}: what stands behind @ is no fingerprint: {SHOWN} to 64 of the signs 0-9 and a-f"
        raise UsageError(message, remedy="copy it from the page that was signed, or leave out @ and what follows it")
    return ref, mark


def insist_held(register: Register, refs: Sequence[Ref]) -> None:
    """Raise Refused for what was taken back, with or without its owner."""
    gone = taken_back(last_words(register))
    for ref in refs:
        if ref in gone or Ref(ref.owner) in gone:
            raise Refused(f"{ref} was retracted", remedy=f"leave it out; what it said: pledgekit show {ref}")


def insist_signed(register: Register, ref: Ref, mark: str, as_of: datetime.date) -> None:
    """Raise Refused when a record is not what was signed, neither as staff holds it nor as its city is shown it."""
    record = newest(register.revisions(ref))
    if record is None or bears(record, mark):
        return
    if register.holdings[ref.owner].home == CITY:
        shown = look(register, Lens(as_of=as_of, audience=Audience.CITY, city=ref.owner))
        if any(bears(each, mark) for each in shown.all(kind_of(record), ref.owner) if each.ref == ref):
            return
    message = f"{ref} is no longer what was signed ({mark[:SHOWN]}); it is {mark_of(record)} now"
    raise Refused(message, remedy=f"nothing was recorded; look at it (pledgekit show {ref}) and ask again")


def insist_free(register: Register, refs: Sequence[Ref], verdict: str) -> None:
    """Raise Refused for leave to publish what a review that stands forbids, or allows without its name alone."""
    if verdict not in _OPENING:
        return
    stricter = {Verdict.MUST_NOT_PUBLISH, Verdict.MAY_PUBLISH_UNNAMED} - {verdict}
    gone = taken_back(last_words(register))
    for review in _standing(register):
        for seen in review.seen:
            if review.verdict in stricter and seen.record in refs and review.ref not in gone:
                message = f'a review of {review.date} by {review.by} says "{review.verdict}" of {seen.record}'
                remedy = f"if that no longer holds, take it back first: pledgekit retract {review.ref}"
                raise Refused(message, remedy=remedy)


def insist_closable(register: Register, refs: Sequence[Ref], verdict: str) -> None:
    """Raise Refused for a ban on a round: rounds are public, whatever is said of them."""
    for ref in refs if verdict == Verdict.MUST_NOT_PUBLISH else ():
        if any(kind_of(each) is ROUNDS for each in register.revisions(ref)):
            message = f"{ref} is a round: rounds are always public, so a ban would hide nothing"
            raise Refused(message, remedy=f"correct what it says (pledgekit correct {ref}), or retract it")


def _standing(register: Register) -> list[Review]:
    held: dict[Ref, list[Review]] = {}
    for each in register.records(REVIEWS):
        held.setdefault(each.ref, []).append(each)
    return [last for each in held.values() if (last := newest(each)) is not None]
