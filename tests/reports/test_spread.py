"""How examples are spread over countries and sizes."""

from __future__ import annotations

from pledgekit.reports.annual import annual
from pledgekit.reports.spread import Size, spread
from tests.registers import made, seen
from tests.reports.goldens import REGISTER, report
from tests.reports.goldens import seen as held


def test_examples_are_counted_by_country_and_size() -> None:
    """Each example once, by its city's country and inhabitants; what is not known is said to be so."""
    sizes = {"a-no": 99_999, "b-no": 100_000, "c-fr": 500_000}
    view = seen(
        *(
            made("city", "", owner, name=owner, country=owner[-2:].upper(), population={"value": value})
            for owner, value in sizes.items()
        ),
        *(made("endorsements", "signed", owner) for owner in sizes),
        *(made("actions", "deed", owner) for owner in [*sizes, "oslo-no"]),
    )
    found = spread(annual(view, "hague-2022", None))
    assert found is not None
    assert {"NO": 3, "FR": 1} == found.countries
    assert {Size.SMALL: 1, Size.MEDIUM: 1, Size.LARGE: 1, Size.UNKNOWN: 1} == found.sizes


def test_nothing_is_said_where_examples_were_chosen_or_there_are_none() -> None:
    """A selection is somebody's choice already."""
    assert spread(report(held(REGISTER), "oak-2023", "2024")) is None
    assert spread(report(held(REGISTER), "void-2025")) is None
