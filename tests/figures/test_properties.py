"""What figures promise of any register."""

from __future__ import annotations

from functools import reduce
from itertools import combinations
from operator import add
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pledgekit.figures import Share, Tally, figures, partition, tally, tally_all
from pledgekit.ids import Ref
from pledgekit.model.kinds import DECLARATIONS
from pledgekit.model.levels import RequestAct
from pledgekit.register import Register
from pledgekit.view import Lens, look
from tests.registers import lenses, periods, registers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from pledgekit.dates import Period
    from pledgekit.model.record import Record

SILENCES = (RequestAct.ASKED, RequestAct.REMINDED, RequestAct.EXTENDED, RequestAct.UNDELIVERED)


def totals(records: list[Record], lens: Lens, period: Period | None) -> Iterator[Tally]:
    """The tally of every declaration."""
    view = look(Register.of(records), lens)
    for each in view.all(DECLARATIONS):
        yield tally_all(view, each.id, period)


@given(registers(), lenses(), periods())
def test_states_add_up(records: list[Record], lens: Lens, period: Period | None) -> None:
    """Each clause splits all cities that ever endorsed into states: none left out, none twice."""
    for total in totals(records, lens, period):
        rows = sorted(each.city for each in total.lines.values() if each.row)
        for commitment in total.scope.commitments:
            split = partition(total, commitment.ref)
            assert (rows, frozenset(rows)) == (
                sorted(c for state in split.states.values() for c in state),
                split.universe,
            )


@given(registers(), lenses(), periods())
def test_nothing_counts_twice(records: list[Record], lens: Lens, period: Period | None) -> None:
    """An action is in one of: counted, before, elsewhere, said; a city has one level, one assessment."""
    for total in totals(records, lens, period):
        counted = figures(total)
        deeds = [deed.ref for line in total.lines.values() for deed in line.deeds]
        names = ("actions/after", "actions/unknown", "actions/before", "actions-elsewhere")
        apart = [counted[name].members for name in (*names, "statements", "statements-elsewhere")]
        assert sorted(deeds) == sorted(ref for members in apart for ref in members if isinstance(ref, Ref))
        assert counted["actions"].members == counted["actions/after"].members | counted["actions/unknown"].members
        for commitment in total.scope.commitments:
            for lane in ("completion/", "assessed/"):
                levels = [each.members for id_, each in counted.items() if id_.startswith(f"{commitment.ref}/{lane}")]
                assert [] == [(a, b) for a, b in combinations(levels, 2) if a & b]


@given(registers(), lenses(), periods())
def test_members_are_of_their_universe(records: list[Record], lens: Lens, period: Period | None) -> None:
    """Members belong to the universe, the uncertain are members, who is left out is not in it, percent is 0 to 100."""
    for total in totals(records, lens, period):
        for name, each in figures(total).items():
            assert (name.endswith(each.id), each.uncertain - each.members) == (True, frozenset())
            if isinstance(each, Share):
                left_out = {left.ref for left in each.left_out}
                assert (True, True) == (each.members <= each.universe, left_out.isdisjoint(each.universe))
                assert (each.percent is None) == (not (each.universe and each.whole))
                assert each.percent is None or 0 <= each.percent <= 100
        counted = figures(total)
        of_commitments = {
            f"{each.ref}/{rest}" for each in total.scope.commitments for rest in ("actions", "statements")
        }
        for name in of_commitments:
            assert counted[name].members <= counted[name.rpartition("/")[2]].members


@given(registers(), lenses(), periods(), st.randoms(use_true_random=False))
def test_tallies_add_up_in_any_order(records: list[Record], lens: Lens, period: Period | None, random: Random) -> None:
    """Tallies of cities fold to the same total in any order and grouping, and adding one twice changes nothing."""
    view = look(Register.of(records), lens)
    for declaration in view.all(DECLARATIONS):
        total = tally_all(view, declaration.id, period)
        empty = Tally(scope=total.scope, lines={})
        parts = [tally(city, declaration.id, period) for city in view.by_city()]
        heap = [empty, *parts, *parts[:1]]
        while len(heap) > 1:
            random.shuffle(heap)
            heap.append(heap.pop() + heap.pop())
        assert [total, total, total] == [heap[0], reduce(add, parts, empty), total + total]
        assert list(total.lines) == list(heap[0].lines)


@given(registers(), lenses(), periods(), st.data())
def test_silence_is_never_a_deed(records: list[Record], lens: Lens, period: Period | None, data: st.DataObject) -> None:
    """Whether a city was asked, reminded, not reached, or not asked at all changes no figure but the response rate."""
    other: list[Record] = []
    for each in records:
        act: str | None = getattr(each, "act", None)
        if type(each).__name__ != "Request" or act not in SILENCES:
            other.append(each)
        elif (instead := data.draw(st.sampled_from([None, *SILENCES]))) is not None:
            other.append(each.changed({"act": instead}))

    def deeds(held: list[Record]) -> list[dict[str, object]]:
        return [
            {name: each for name, each in figures(total).items() if name != "response-rate"}
            for total in totals(held, lens, period)
        ]

    assert deeds(records) == deeds(other)
