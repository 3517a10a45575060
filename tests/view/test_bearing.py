"""The part of a register that decides how a few records are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pledgekit.ids import Ref
from pledgekit.model.kinds import KINDS
from pledgekit.register import Register
from pledgekit.view import Lens, View, look
from pledgekit.view.bearing import bearing
from pledgekit.view.correcting import KINDS_CORRECTED
from tests.registers import BASE, CITY, lenses, made, registers

if TYPE_CHECKING:
    from pledgekit.model.record import Record


def shown(view: View, ref: Ref) -> list[Record | None]:
    """A record as a view shows it, of each kind that is ever corrected."""
    return [view.get(kind, ref) for kind in KINDS_CORRECTED]


@given(registers(), lenses(), st.data())
def test_it_shows_the_few_as_the_whole_does(records: list[Record], lens: Lens, data: st.DataObject) -> None:
    """Whoever looks, on whatever day, sees each of them as in the whole register, or sees it in neither."""
    register = Register.of(records)
    refs = data.draw(st.lists(st.sampled_from(sorted({each.ref for each in records})), max_size=3))
    whole, few = look(register, lens), look(bearing(register, refs), lens)
    assert [shown(whole, each) for each in refs] == [shown(few, each) for each in refs]


def test_it_leaves_out_the_rest() -> None:
    """What does not bear on them is not there: that is what makes many looks cheap."""
    deeds = [made("actions", "one", inspired_by=[f"{CITY}/two"]), made("actions", "two"), made("actions", "three")]
    found = bearing(Register.of([*BASE, *deeds]), [Ref.parse(f"{CITY}/one")])
    assert ["one", "two"] == [each.id for each in found.records(KINDS["actions"])]
