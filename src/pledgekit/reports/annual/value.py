"""What the implementation update of one declaration holds: refs, levels, numbers and texts, and no language of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import PartialDate, Period
    from pledgekit.figures import Count, Share
    from pledgekit.ids import Ref
    from pledgekit.model.city import City
    from pledgekit.model.declaration import Commitment, Declaration
    from pledgekit.model.deeds import Action, Endorsement
    from pledgekit.model.dialogue import Event, Finding, Step
    from pledgekit.model.edition import Published, Round
    from pledgekit.model.lanes import Assessment, Reply, Update
    from pledgekit.model.levels import Audience, State, Timing
    from pledgekit.model.people import Official
    from pledgekit.reports.matrix import MatrixCell

__all__ = ["AnnualReport", "Clause", "Deed", "Note", "Signatory"]


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
class Deed:
    """An action or a statement, as it lies in the period of the report."""

    action: Action
    timing: Timing
    certain: bool  # certainly within the period
    last_heard: PartialDate | None  # of one with an open end
    filed: tuple[Ref, ...]  # under which commitments of this declaration, in its order


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


@attrs.frozen(kw_only=True)
class Note:
    """Something that has to be said because it is true of this report: which, and with what values."""

    id: str
    values: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class AnnualReport:
    """The report. Lists are in the order in which they are printed; `deeds` holds every action that they name."""

    tool_version: str
    register: str
    declaration: Declaration
    period: Period | None
    as_of: datetime.date
    known_on: datetime.date | None
    audience: Audience
    for_city: str
    figures: Mapping[str, Count | Share]
    signatories: tuple[Signatory, ...]
    former: tuple[Endorsement, ...]
    announced: tuple[Endorsement, ...]
    commitments: tuple[Clause, ...]
    before: tuple[Ref, ...]
    elsewhere: tuple[Ref, ...]
    deeds: Mapping[Ref, Deed]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    cell_period: Period | None
    round: Round | None
    responses_seen: bool
    states: Mapping[str, State]
    not_heard_from: tuple[str, ...]
    matrix: tuple[MatrixCell, ...]
    assessments: tuple[Assessment, ...]  # those that hold
    replies: tuple[Reply, ...]
    published: tuple[Published, ...]
    notes: tuple[Note, ...]
    cities: Mapping[str, City]

    def name(self, city: str) -> str:
        """Give a city's name, or its id where no `[city]` is held."""
        return self.cities[city].name if city in self.cities else city

    def note(self, id: str) -> Note | None:
        """Give a note by its id, or nothing when it is not true here."""
        return next((each for each in self.notes if each.id == id), None)
