"""The figures of a declaration, counted off a tally. Last part of the fourth step: tally → {id: Count or Share}.

Ids are those of the command line's contract; a commitment's carry its ref in front: `hague-2022/speak-out/actions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import Certainty
from pledgekit.figures.cells import NOT_SETTLED, NOT_YET_RATED
from pledgekit.figures.values import Count, LeftOut, Partition, Share
from pledgekit.model.levels import EvidenceLevel, State, Timing
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pledgekit.figures.tally import Deed, Line, Tally
    from pledgekit.ids import Ref

__all__ = ["figures", "partition"]


def figures(total: Tally) -> Mapping[str, Count | Share]:
    """Count what a tally holds. Every member stands once; members only possibly so stand in `uncertain` too."""
    rows = [each for each in total.lines.values() if each.row]
    signed = [each for each in rows if each.in_force is not Certainty.NO]
    ended = tuple(LeftOut(each.city, State.NOT_ENDORSED.value) for each in rows if each.in_force is Certainty.NO)
    elsewhere = [each for each in total.lines.values() if each.in_force is Certainty.NO]
    unsure = frozenset(each.city for each in signed if each.in_force is Certainty.POSSIBLY)
    cities = frozenset(each.city for each in signed)
    deeds = _Deeds(signed, whole=total.whole)
    counted = (
        Count(id="signatories", members=cities, uncertain=unsure),
        Count(id="signatories/undated", members=frozenset(each.city for each in signed if each.undated)),
        _countries(signed),
        deeds.cities("cities-with-action", None, cities, ended),
        deeds.count("actions", Timing.AFTER, Timing.UNKNOWN),
        deeds.count("actions/after", Timing.AFTER),
        deeds.count("actions/unknown", Timing.UNKNOWN),
        deeds.count("actions/before", Timing.BEFORE),
        deeds.with_evidence(),
        _Deeds(elsewhere).count("actions-elsewhere", *Timing),
        deeds.statements("statements"),
        _Deeds(elsewhere).statements("statements-elsewhere"),
        *_response_rate(signed),
    )
    result: dict[str, Count | Share] = {each.id: each for each in counted}
    for commitment in total.scope.commitments:
        for each in _of_commitment(total, commitment.ref, signed, deeds, ended):
            result[f"{commitment.ref}/{each.id}"] = each
    return result


def partition(total: Tally, commitment: Ref) -> Partition:
    """Split the rows of a declaration by the state of their cell: every city that ever endorsed is in one state."""
    states: dict[str, set[Ref]] = {}
    rows = [each for each in total.lines.values() if each.row]
    for line in rows:
        for cell in line.cells:
            if cell.commitment == commitment:
                states.setdefault(cell.state.value, set()).add(line.city)
    ordered: dict[str, frozenset[Ref]] = {
        state.value: frozenset(states[state.value]) for state in State if state.value in states
    }
    return Partition(id=f"{commitment}/states", universe=frozenset(each.city for each in rows), states=ordered)


class _Deeds:
    """The deeds of some lines, ready to be counted."""

    def __init__(self, lines: Iterable[Line], *, whole: bool = True) -> None:
        """Take the lines; `whole`: nothing speaks for signatories that are not held."""
        self.all = [(line, deed) for line in lines for deed in line.deeds]
        self.whole = whole

    def select(self, timings: tuple[Timing, ...], commitment: Ref | None = None) -> list[tuple[Line, Deed]]:
        return [
            (line, deed)
            for line, deed in self.all
            if deed.done and deed.timing in timings and (commitment is None or commitment in deed.commitments)
        ]

    def count(self, name: str, *timings: Timing, commitment: Ref | None = None) -> Count:
        return _count(name, self.select(timings, commitment))

    def statements(self, name: str, commitment: Ref | None = None) -> Count:
        said = [
            (line, deed)
            for line, deed in self.all
            if not deed.done and (commitment is None or commitment in deed.commitments)
        ]
        return _count(name, said)

    def cities(
        self, name: str, commitment: Ref | None, universe: frozenset[Ref], left_out: tuple[LeftOut, ...]
    ) -> Share:
        """Share the cities with at least one deed; uncertain where all that speaks for it is."""
        found = [
            (line, deed)
            for line, deed in self.select((Timing.AFTER, Timing.UNKNOWN), commitment)
            if line.city in universe
        ]
        members = frozenset(line.city for line, _ in found)
        certain = {line.city for line, deed in found if _certain(line, deed)}
        return Share(
            id=name,
            members=members,
            uncertain=members - certain,
            universe=universe,
            left_out=left_out,
            records=frozenset(deed.ref for _, deed in found),
            whole=self.whole,
        )

    def with_evidence(self) -> Share:
        every = self.select((Timing.AFTER, Timing.UNKNOWN))
        shown = [(line, deed) for line, deed in every if deed.evidence]
        members = _count("", shown)
        return Share(
            id="actions-with-evidence",
            members=members.members,
            uncertain=members.uncertain,
            universe=frozenset(deed.ref for _, deed in every),
            records=frozenset(deed.ref for _, deed in shown),
        )


def _certain(line: Line, deed: Deed) -> bool:
    return deed.certain and line.in_force is not Certainty.POSSIBLY


def _count(name: str, found: Iterable[tuple[Line, Deed]]) -> Count:
    pairs = list(found)
    return Count(
        id=name,
        members=frozenset(deed.ref for _, deed in pairs),
        uncertain=frozenset(deed.ref for line, deed in pairs if not _certain(line, deed)),
    )


def _countries(signed: Iterable[Line]) -> Count:
    lines = [each for each in signed if each.country]
    certain = {each.country for each in lines if each.in_force is Certainty.CERTAINLY}
    members = frozenset(each.country for each in lines)
    return Count(id="countries", members=members, uncertain=members - certain)


def _response_rate(signed: Iterable[Line]) -> tuple[Share, ...]:
    """Share who answered of those asked; only when someone was asked, and without our own gaps."""
    asked = [each for each in signed if each.asked]
    if not asked:
        return ()
    universe = [each for each in asked if not each.why_left_out]
    answered = frozenset(each.city for each in universe if each.answered)
    left_out = tuple(LeftOut(each.city, each.why_left_out) for each in asked if each.why_left_out)
    return (
        Share(
            id="response-rate",
            members=answered,
            uncertain=frozenset(each.city for each in universe if each.in_force is Certainty.POSSIBLY) & answered,
            universe=frozenset(each.city for each in universe),
            left_out=left_out,
            records=frozenset(ref for each in universe for ref in each.requests),
        ),
    )


def _of_commitment(
    total: Tally, commitment: Ref, signed: list[Line], deeds: _Deeds, ended: tuple[LeftOut, ...]
) -> Iterable[Count | Share]:
    """Count one commitment: cities and actions, levels of the city's lane, and of the assessor's where there is one."""
    row = {each.city: cell for each in signed for cell in each.cells if cell.commitment == commitment}
    spared = [city for city, cell in row.items() if cell.state is State.NOT_APPLICABLE]
    left_out = (*ended, *(LeftOut(city, State.NOT_APPLICABLE.value) for city in spared))
    yield deeds.cities("cities-with-action", commitment, frozenset(row) - set(spared), left_out)
    yield deeds.count("actions", Timing.AFTER, Timing.UNKNOWN, commitment=commitment)
    yield deeds.count("actions/before", Timing.BEFORE, commitment=commitment)
    yield deeds.statements("statements", commitment)
    for level in SCALES["completion"].words:
        yield Count(id=f"completion/{level}", members=_where(row, level, "completion"))
    if not total.scope.declaration.assessed:
        return
    for level in (*SCALES["completion"].words, EvidenceLevel.NONE):
        yield Count(id=f"assessed/{level}", members=_where(row, level, "assessed"))
    for word in (NOT_SETTLED, NOT_YET_RATED):
        yield Count(id=word, members=_where(row, word, "assessment"))


def _where(row: Mapping[Ref, object], value: str, field: str) -> frozenset[Ref]:
    return frozenset(city for city, cell in row.items() if getattr(cell, field) == value)
