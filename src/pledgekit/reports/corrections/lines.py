"""How a correction is told: the day, which record, what became of it; never what it said. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import say
from pledgekit.reports.telling import fitted

if TYPE_CHECKING:
    from pledgekit.model.document import Inline
    from pledgekit.reports.telling import Telling
    from pledgekit.view.correcting import Correction

__all__ = ["told_correction"]


def told_correction(told: Telling, correction: Correction) -> Inline:
    """Tell one correction: "3 March 2024: action oslo-no/deed (Oslo, Norway): taken back, it was an error."."""
    words, ref = told.words, correction.ref
    message = f"corrections.{correction.reason}"
    if correction.in_favour_of is not None:
        message += "-other"
    thing = words.say("corrections.thing", kind=words.say(f"corrections.kind.{correction.table}"), ref=str(ref))
    where = say(" (") + told.place(ref.owner) + say(")") if ref.owner in told.cities else ()
    parts = {
        "date": say(words.date(correction.day), strong=True),
        "thing": say(thing) + where,
        "other": say(str(correction.in_favour_of)),
    }
    return fitted(words, message, parts)
