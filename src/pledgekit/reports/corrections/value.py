"""What the list of corrections holds: records, days and kinds of reason; never what was said. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    import datetime

    from pledgekit.model.declaration import Declaration
    from pledgekit.view.correcting import Correction

__all__ = ["CorrectionsReport"]


@attrs.frozen(kw_only=True)
class CorrectionsReport(Paper):
    """The list, in the order of days. Without a declaration it is that of the whole register."""

    format: ClassVar[str] = "pledgekit/corrections"

    declaration: Declaration | None
    since: datetime.date | None  # only what was corrected after this day
    corrections: tuple[Correction, ...]
