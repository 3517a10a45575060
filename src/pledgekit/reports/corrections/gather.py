"""Gather the list of corrections, of one declaration or of all. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.figures import scope_of
from pledgekit.fingerprint import digest
from pledgekit.model.kinds import CITIES, DECLARATIONS
from pledgekit.reports.corrections.value import CorrectionsReport
from pledgekit.reports.notes import publishing
from pledgekit.reports.value import Note
from pledgekit.version import __version__

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.dates import Period
    from pledgekit.view import View
    from pledgekit.view.correcting import Correction

__all__ = ["corrected", "corrections"]


def corrections(
    view: View,
    declaration: str,
    period: Period | None,
    *,
    despite_problems: bool = False,
    since: datetime.date | None = None,
) -> CorrectionsReport:
    """Make the list of what was corrected after a day, or ever; of one declaration, or of all where none is named.

    A correction lies in no period: it stands in the list whatever period is asked for. `despite_problems`: it was asked
    for whether or not the register has errors, and says so. Raises NotFound for a declaration that this view does not
    hold.
    """
    found = scope_of(view, declaration, None).declaration if declaration else None
    publishers = [each.publisher for each in ([found] if found else view.all(DECLARATIONS))]
    return CorrectionsReport(
        tool_version=__version__,
        register=digest(view.everything()),
        period=period,
        as_of=view.lens.as_of,
        known_on=view.lens.known_on,
        audience=view.lens.audience,
        for_city=view.lens.city or "",
        deeds={},
        notes=(
            *([Note(id="despite-problems")] if despite_problems else []),
            Note(id="minimums", values={"known_on": view.known_on.isoformat()}),
            *publishing(publishers, view.lens.audience),
        ),
        cities={each.owner: each for each in view.all(CITIES)},
        declaration=found,
        since=since,
        corrections=tuple(corrected(view, declaration, since)),
    )


def corrected(view: View, declaration: str, since: datetime.date | None) -> Iterator[Correction]:
    """Yield the corrections after a day, or all; of what speaks of one declaration, or of everything."""
    for each in view.corrections():
        if (since is None or each.day > since) and (not declaration or declaration in each.declarations):
            yield each
