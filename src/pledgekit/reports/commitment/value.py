"""What the report of one commitment holds. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

import attrs

from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    from pledgekit.dates import Period
    from pledgekit.figures import Cell
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.dialogue import Finding
    from pledgekit.reports.annual.value import Clause
    from pledgekit.reports.judging import Judgement

__all__ = ["CommitmentReport", "Related"]


class Related(NamedTuple):
    """A like commitment of another declaration, and how the two relate. It is in no count."""

    commitment: Commitment
    declaration: Declaration
    relation: str


@attrs.frozen(kw_only=True)
class CommitmentReport(Paper):
    """The report. Lists are in the order in which they are printed."""

    format: ClassVar[str] = "pledgekit/commitment-report"

    declaration: Declaration
    commitments: tuple[Commitment, ...]  # all of the declaration: what may be numbered depends on all
    clause: Clause
    before: tuple[Ref, ...]
    elsewhere: tuple[Ref, ...]
    cell_period: Period | None
    responses_seen: bool
    cells: tuple[Cell, ...]  # of every city that ever endorsed, by name
    judgements: tuple[Judgement, ...]  # the assessments that hold for them
    related: tuple[Related, ...]
    findings: tuple[Finding, ...]  # that cite an action told here
