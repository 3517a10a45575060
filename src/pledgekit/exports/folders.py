"""A view as a register of its own: folders of TOML, to be shared in place of the working folder. Part of exporting.

It holds the live records as the audience sees them: no earlier revision, nothing retracted, no comment, and no name of
a file that says more than the records in it. Looked at as the public sees it, it is what the whole register is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pledgekit.codec.write import dumps
from pledgekit.errors import UsageError
from pledgekit.gate import LIMIT_BYTES
from pledgekit.model.kinds import CITY, DECLARATION, kind_of
from pledgekit.model.levels import Audience, Visibility
from pledgekit.register import Register
from pledgekit.view import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    for each in _as_closed(register, list(view.everything()), view.lens):
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
    while True:
        opened = [each for each in look(Register.of(records), public).everything() if _name(each) not in seen]
        owners = [each for each in opened if kind_of(each).single]
        close = {_name(each) for each in owners or opened}  # with its owner, what it holds is closed
        if not close:
            return records
        records = [
            each.changed({"visibility": Visibility.NETWORK}) if _name(each) in close else each for each in records
        ]


def _name(record: Record) -> tuple[str, str]:
    return kind_of(record).table, str(record.ref)
