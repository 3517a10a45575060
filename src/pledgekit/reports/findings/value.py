"""What the yearly synthesis holds: findings of years, those of single dialogues, what they build on. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.dialogue import Event, Finding

__all__ = ["FindingsReport"]


@attrs.frozen(kw_only=True)
class FindingsReport(Paper):
    """The synthesis. Lists are in the order in which they are printed."""

    format: ClassVar[str] = "pledgekit/findings-report"

    declaration: Declaration
    commitments: tuple[Commitment, ...]  # all whose headings are printed
    synthesis: tuple[Finding, ...]  # of years, by year and number
    of_dialogues: tuple[Finding, ...]  # of single dialogues, in the order of time
    events: tuple[Event, ...]
    earlier: Mapping[Ref, Finding]  # every finding that another one builds on, as far as it is seen
