"""All that can be given out of a register, as names and bytes: what two registers must share to be one to a reader.

Every report of every subject in every format, every export, and the lists; as the program knows them, so that a new one
is asked for too. What is refused counts as well: its words.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pledgekit.errors import NotFound, UsageError
from pledgekit.exports.folders import register_files
from pledgekit.exports.objects import to_json
from pledgekit.exports.tables import table, to_csv
from pledgekit.fingerprint import digest
from pledgekit.model.kinds import CITIES, COMMITMENTS, DECLARATIONS, KINDS
from pledgekit.model.levels import is_unnamed
from pledgekit.render import FORMATS
from pledgekit.reports import REPORTS
from pledgekit.reports.count import count
from pledgekit.reports.listing import Filters, listed, page
from pledgekit.reports.status import status
from pledgekit.view import look
from tests.reports.papers import made as written

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator

    from pledgekit.dates import Period
    from pledgekit.register import Register
    from pledgekit.view import Lens, View

__all__ = ["COMPARING", "ENDINGS", "differing", "given_out", "printed", "subjects"]

ENDINGS = (*FORMATS, "json")
COMPARING = ("annual", "corrections")
"""The reports that look back: at earlier editions, or at what was corrected."""


def subjects(view: View, name: str) -> Iterator[str]:
    """Name what there is of a report's subject, as far as this view sees it; the list of corrections has one of all."""
    kind = REPORTS[name].subject
    if name == "corrections":
        yield ""
    if kind == "declaration":
        yield from (each.id for each in view.all(DECLARATIONS))
    elif kind == "city":
        yield from (each.id for each in view.all(CITIES) if not is_unnamed(each.kind))
    else:
        yield from (str(each.ref) for each in view.all(COMMITMENTS))


def printed(
    view: View, period: Period | None, since: datetime.date | None, endings: Collection[str] = ENDINGS
) -> dict[str, bytes]:
    """Make every report of every subject in every format; with `since` those that compare, compared, too."""
    found: dict[str, bytes] = {}
    for name in REPORTS:
        days = [None, since] if since is not None and name in COMPARING else [None]
        for subject in subjects(view, name):
            for day in days:
                called = f"{name} {subject} {day or ''}".strip()
                try:
                    paper = REPORTS[name].make(view, subject, period, since=day)
                except (NotFound, UsageError) as error:
                    found[called] = f"{error}".encode()
                else:
                    found |= {f"{called}.{ending}": written(name, paper, ending) for ending in endings}
    return found


def given_out(
    register: Register, lens: Lens, period: Period | None = None, since: datetime.date | None = None
) -> dict[str, bytes]:
    """Make everything of a register that this lens shows: reports, tables, JSON, a register of its own, lists."""
    view = look(register, lens)
    found = printed(view, period, since)
    held = {name: listed(register, view, kind, Filters()) for name, kind in KINDS.items()}
    found["export.json"] = to_json(lens, held)
    for name, kind in KINDS.items():
        found[f"{name}.csv"] = to_csv(table(kind, held[name], lens.audience))
    found |= {f"register/{path}": text.encode() for path, text in register_files(register, view).items()}
    found["digest"] = digest(view.everything()).encode()
    for each in view.everything():
        found[f"show {each.ref}"] = f"{page(register, view, each.ref)}".encode()
    for declaration in view.all(DECLARATIONS):
        found[f"status {declaration.id}"] = f"{status(view, declaration.id, period)}".encode()
        found[f"count {declaration.id}"] = f"{count(register, view, declaration.id, period, Filters())}".encode()
    found["order"] = json.dumps([*found]).encode()
    return found


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> dict[str, Any]:
    """Name what two editions do not share, with the first line that differs; nothing where they are one."""
    found: dict[str, Any] = {}
    for name in sorted(one.keys() | other.keys()):
        lines, others = (each.get(name, b"(not there)").splitlines() for each in (one, other))
        if one.get(name) != other.get(name):
            pairs = zip([*lines, b"(end)"], [*others, b"(end)"], strict=False)
            found[name] = next(((a, b) for a, b in pairs if a != b), "only the ends of lines")
    return found
