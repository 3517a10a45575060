"""What the report to a city holds: what it endorsed, what we hold, what we miss, what others like it do. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

import attrs

from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures import Cell
    from pledgekit.ids import Ref
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Action, Endorsement
    from pledgekit.model.lanes import Update
    from pledgekit.model.levels import State
    from pledgekit.model.people import Official
    from pledgekit.reports.judging import Judgement
    from pledgekit.reports.matching import Practice
    from pledgekit.reports.tasks import Task

__all__ = ["Answer", "CityReport", "Endorsed", "Missing", "Signed"]


class Answer(NamedTuple):
    """What the city answered for a commitment, and what an assessor found."""

    cell: Cell
    update: Update | None
    judgement: Judgement | None


@attrs.frozen(kw_only=True)
class Endorsed:
    """A declaration that the city endorses. `state`, `due`: where its answers stand, if this audience may see."""

    declaration: Declaration
    acts: tuple[Endorsement, ...]
    commitments: tuple[Commitment, ...]
    period: Period | None  # of the answers
    state: State
    due: PartialDate | None
    answers: tuple[Answer, ...]  # those that there are


class Signed(NamedTuple):
    """A record that is or may be published about the city, for it to approve; `approved`: when it did, as it stands."""

    record: Endorsement | Action | Update
    mark: str  # of what is shown here
    approved: PartialDate | None


class Missing(NamedTuple):
    """Something that we do not know and would like to: what, and of which record."""

    what: str
    ref: Ref


@attrs.frozen(kw_only=True)
class CityReport(Paper):
    """The report. Lists are in the order in which they are printed."""

    format: ClassVar[str] = "pledgekit/city-report"

    city: City
    officials: tuple[Official, ...]
    endorsed: tuple[Endorsed, ...]
    former: tuple[Endorsement, ...]
    announced: tuple[Endorsement, ...]
    declarations: tuple[Declaration, ...]  # all that are held here
    commitments: tuple[Commitment, ...]  # all whose headings are printed
    actions: tuple[Ref, ...]
    missing: tuple[Missing, ...]
    practices: tuple[Practice, ...]
    staff: tuple[Task, ...]  # what staff should look after; for them alone
    sign_off: tuple[Signed, ...] = ()  # in papers for the city itself and for staff

    @property
    def silent(self) -> bool:
        """Whether nothing is on record that the city did, said or answered."""
        return not self.actions and not any(each.answers for each in self.endorsed)
