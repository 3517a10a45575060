"""A view as a register of its own: folders of TOML, to be shared in place of the working folder. Part of exporting.

It holds the live records as the audience sees them: no earlier revision, nothing retracted, no comment, and no name of
a file that says more than the records in it. Looked at as the public sees it, it is what the whole register is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pledgekit.codec.write import dumps
from pledgekit.dates import PartialDate
from pledgekit.errors import UsageError
from pledgekit.exports.upholding import upholding
from pledgekit.fingerprint import fingerprint
from pledgekit.gate import LIMIT_BYTES
from pledgekit.model.acts import Review, Seen
from pledgekit.model.kinds import CITIES, CITY, DECLARATION, kind_of
from pledgekit.model.levels import UNNAMED, Audience, Verdict, Visibility, is_unnamed
from pledgekit.register import Register
from pledgekit.view import look, namings
from pledgekit.view.unnamed import Naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.record import Record
    from pledgekit.view import Lens, View

__all__ = ["register_files"]


def register_files(register: Register, view: View, *, most: int = LIMIT_BYTES) -> dict[str, str]:
    """Give the files of the view's own register, path → text, none of more bytes than may be read.

    Raises UsageError for the audience `internal`: for staff, the register itself is the register.
    """
    if view.lens.audience is Audience.INTERNAL:
        raise UsageError("the register for staff is the folder itself", remedy="copy it, or give another --audience")
    held: dict[tuple[str, str], list[Record]] = {}
    records = _as_closed(register, list(view.everything()), view.lens)
    views = [view]
    if view.lens.audience is not Audience.PUBLIC:
        views.append(look(register, attrs.evolve(view.lens, audience=Audience.PUBLIC, city=None)))
    for each in (*records, *upholding(views, records, view.lens)):
        held.setdefault((each.owner, kind_of(each).table), []).append(each)
    declared = set(register.owners(DECLARATION))
    files: dict[str, str] = {}
    for (owner, table), records in sorted(held.items()):
        folder = f"{DECLARATION if owner in declared else CITY}/{owner}"
        for number, text in enumerate(_texts(records, most), 1):
            files[f"{folder}/{table}{f'-{number}' if number > 1 else ''}.toml"] = text
    return files


def _texts(records: Sequence[Record], most: int) -> Iterator[str]:
    """Write records in as few files as may be."""
    text = dumps(records)
    if len(text.encode()) <= most or len(records) == 1:
        yield text
        return
    half = len(records) // 2
    yield from _texts(records[:half], most)
    yield from _texts(records[half:], most)


def _as_closed(register: Register, records: list[Record], lens: Lens) -> list[Record]:
    """Close by its own word what the public does not see for reasons that stay behind, such as a later revision."""
    if lens.audience is Audience.PUBLIC:
        return records
    public = attrs.evolve(lens, audience=Audience.PUBLIC, city=None)
    seen = {_name(each) for each in look(register, public).everything()}
    records = _without_names(register, records, public)
    while True:
        opened = [each for each in _public(records, public) if _name(each) not in seen]
        owners = [each for each in opened if kind_of(each).single]
        close = {_name(each) for each in owners or opened}  # with its owner, what it holds is closed
        if not close:
            return records
        records = [_closed(each) if _name(each) in close else each for each in records]


def _public(records: list[Record], lens: Lens) -> Iterator[Record]:
    """Yield what the public sees of a copy by name; what it is told without is decided by that."""
    view = look(Register.of(records), lens)
    unnamed = {each.owner for each in view.all(CITIES) if is_unnamed(each.kind)}
    yield from (each for each in view.everything() if each.owner not in unnamed)


def _without_names(register: Register, records: list[Record], lens: Lens) -> list[Record]:
    """See to it that the copy's public is told the same without a city's name.

    A review is bound to the whole record, which a copy may not hold, and may itself have stayed behind. So the copy's
    own reviews speak of the copy's records, and what the public is not told is closed.
    """
    became = namings(register, lens)
    told = {ref for ref, naming in became.items() if naming is Naming.TOLD}
    contents = {each.ref: fingerprint(each) for each in records if each.ref in told}
    kept = [_rebound(each, contents) if isinstance(each, Review) else each for each in records]
    kept = [_closed(each) if each.ref in became and each.ref not in told else each for each in kept]
    bound = {
        seen.record
        for each in kept
        if isinstance(each, Review) and each.verdict == Verdict.MAY_PUBLISH_UNNAMED
        for seen in each.seen
    }
    return [*kept, *(_review_of(ref, content, lens) for ref, content in sorted(contents.items()) if ref not in bound)]


def _rebound(review: Review, contents: Mapping[Ref, str]) -> Review:
    """Bind a review to the records as the copy holds them, where it lets them be told without a name."""
    if review.verdict != Verdict.MAY_PUBLISH_UNNAMED:
        return review
    seen = tuple(attrs.evolve(each, content=contents.get(each.record, each.content)) for each in review.seen)
    return review if seen == review.seen else review.changed({"seen": seen})


def _review_of(ref: Ref, content: str, lens: Lens) -> Review:
    """Give a review that says no more than what anybody sees: that the city's name is not given."""
    return Review(
        id=f"{UNNAMED}-{content[7:15]}",
        verdict=Verdict.MAY_PUBLISH_UNNAMED,
        seen=(Seen(record=ref, content=content),),
        by=UNNAMED,
        date=PartialDate.parse(lens.as_of.isoformat()),
        owner=ref.owner,
    )


def _closed(record: Record) -> Record:
    return record.changed({"visibility": Visibility.NETWORK})


def _name(record: Record) -> tuple[str, str]:
    return kind_of(record).table, str(record.ref)
