"""What the implementation update of one declaration holds: refs, levels, numbers and texts, and no language of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Count, Share
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Endorsement
    from pledgekit.model.dialogue import Event, Finding, Step
    from pledgekit.model.edition import Published, Round
    from pledgekit.model.lanes import Assessment, Update
    from pledgekit.model.levels import State
    from pledgekit.model.people import Official
    from pledgekit.model.record import Record
    from pledgekit.reports.judging import Judgement
    from pledgekit.reports.matrix import MatrixCell
    from pledgekit.reports.value import Deed
    from pledgekit.view.correcting import Correction

__all__ = ["AnnualReport", "Clause", "News", "Signatory"]


@attrs.frozen(kw_only=True)
class Signatory:
    """A city whose endorsement is in force, by its latest act; all its acts, and who holds its offices now."""

    city: str
    act: Endorsement
    acts: tuple[Endorsement, ...]
    officials: tuple[Official, ...] = ()

    @property
    def listed_as(self) -> str:
        """The name on the declaration's own list, as the latest act that has one gives it."""
        return next((each.listed_as for each in reversed(self.acts) if each.listed_as), "")


@attrs.frozen(kw_only=True)
class Clause:
    """One commitment with what is on record under it. `chosen`: the examples are a selection, not all there is."""

    commitment: Commitment
    figures: Mapping[str, Count | Share]
    examples: tuple[Ref, ...]
    actions: tuple[Ref, ...]
    statements: tuple[Ref, ...]
    told: tuple[Update, ...]  # what cities answered in words, one answer a city
    chosen: bool
    unnamed: tuple[Deed, ...] = ()  # told without their city's name, and in no figure


@attrs.frozen(kw_only=True)
class News:
    """A record that is new, moved on or ended since an earlier edition. `earlier`: the answer before, if it stands."""

    table: str
    what: str  # new, said, moved, confirmed, measured, reworded, done, ended
    record: Record
    earlier: Update | None = None
    judged: Assessment | None = None  # of a reply, what it replies to


@attrs.frozen(kw_only=True)
class AnnualReport(Paper):
    """The report. Lists are in the order in which they are printed."""

    format: ClassVar[str] = "pledgekit/annual-report"

    declaration: Declaration
    figures: Mapping[str, Count | Share]
    signatories: tuple[Signatory, ...]
    former: tuple[Endorsement, ...]
    announced: tuple[Endorsement, ...]
    commitments: tuple[Clause, ...]
    before: tuple[Ref, ...]
    elsewhere: tuple[Ref, ...]
    planned: tuple[Ref, ...]  # of the actions counted, those that have not begun
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    cell_period: Period | None
    round: Round | None
    responses_seen: bool
    states: Mapping[str, State]
    not_heard_from: tuple[str, ...]
    matrix: tuple[MatrixCell, ...]
    judgements: tuple[Judgement, ...]  # the assessments that hold, by city and in the order of the commitments
    published: tuple[Published, ...]
    since: datetime.date | None = None  # compared with the edition of this day; without one, both lists are empty
    changes: tuple[News, ...] = ()
    corrections: tuple[Correction, ...] = ()
