"""Matching: practices of cities like one, only where it has nothing on record; never a ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from pledgekit.ids import Ref
from pledgekit.model.kinds import CITIES
from pledgekit.register import Register
from pledgekit.reports.matching import Alike, Practice, few, gaps, match
from pledgekit.view import Lens, View, look
from tests.registers import lenses, made, registers, seen
from tests.reports.goldens import SHIPPED
from tests.reports.goldens import seen as held

if TYPE_CHECKING:
    from pledgekit.model.record import Record


def small(**oslo: object) -> View:
    """Oslo with nothing done; Rome, Paris and Bergen with a practice each; Paris endorses too."""
    return seen(
        made("city", **oslo),
        made("commitments", "second", title="Second"),
        made("city", "", "paris-fr", name="Paris", country="FR", languages=["nb"], population={"value": 900}),
        made("endorsements", "signed", "paris-fr"),
        made("actions", "deed", "paris-fr", title="P"),
        made("actions", "cancelled", "paris-fr", title="X", status="cancelled"),
        made("actions", "said", "paris-fr", title="S", kind="statement"),
        made("city", "", "rome-it", name="Rome", country="IT"),
        made("actions", "deed", "rome-it", title="R"),
        made("city", "", "bergen-no", name="Bergen", country="NO", subdivision="NO-46"),
        made("actions", "deed", "bergen-no", title="B", commitments=["hague-2022/second"]),
    )


def test_practices_come_with_reasons_in_the_order_of_names() -> None:
    """Only cities like it, each with what they have in common; statements and what was given up are no practices."""
    found = match(small(languages=["nb"], population={"value": 500}, subdivision="NO-46"), "oslo-no")
    assert [
        ("bergen-no/deed", (Alike.REGION, Alike.COUNTRY)),
        ("paris-fr/deed", (Alike.SIZE, Alike.LANGUAGE, Alike.DECLARATION)),
    ] == [(str(each.action), each.alike) for each in found]


def test_size_is_alike_within_twice() -> None:
    """Neither city has more than twice the inhabitants of the other; of none, nothing is said."""
    for number, expected in ((450, True), (449, False), (0, False)):
        found = match(small(population={"value": number}), "oslo-no")
        assert expected == any(Alike.SIZE in each.alike for each in found)


def test_gaps_are_where_nothing_is_on_record() -> None:
    """What a city did or said under a commitment closes the gap; a city without endorsement looks at all."""
    assert ["hague-2022/second", "hague-2022/speak-out"] == sorted(map(str, gaps(small(), "oslo-no")))
    assert [Ref("hague-2022", "second")] == list(gaps(small(), "paris-fr"))
    assert [Ref("hague-2022", "second")] == list(gaps(small(), "rome-it"))


def test_few_are_of_different_cities_for_different_commitments() -> None:
    """Cities most alike go first; a second practice of one city comes only when there is no other."""

    def practice(city: str, commitment: str, *alike: Alike) -> Practice:
        return Practice(action=Ref(city, commitment), city=city, commitments=(Ref("d", commitment),), alike=alike)

    a1, a2 = practice("a", "x", Alike.COUNTRY, Alike.LANGUAGE), practice("a", "y", Alike.COUNTRY, Alike.LANGUAGE)
    b1, c1 = practice("b", "x", Alike.COUNTRY), practice("c", "z", Alike.DECLARATION)
    every = (a1, a2, b1, c1)
    assert (a1,) == few(every, 1)
    assert (a1, c1) == few(every, 2)
    assert (a1, b1, c1) == few(every, 3)
    assert every == few(every, 9)
    assert () == few((), 3)


def test_the_shipped_register_has_practices_for_all_who_endorse() -> None:
    """Whoever endorsed the declaration can learn from somebody."""
    assert 3 == len(few(match(held(SHIPPED), "oslo-no"), 3))


@given(records=registers(), lens=lenses())
def test_nobody_is_matched_with_itself(records: list[Record], lens: Lens) -> None:
    """In any register practices are of others, for gaps only, with a reason, and sorted by name."""
    view = look(Register.of(records), lens)
    for city in view.all(CITIES):
        open_ones = set(gaps(view, city.owner))
        for each in match(view, city.owner):
            assert each.city != city.owner
            assert each.alike
            assert set(each.commitments) <= open_ones
