"""The lens and the view: what can be asked for, and how a view gives its records."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit.errors import UsageError
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, CITIES, COMMITMENTS, DECLARATIONS, NOTES, REVIEWS
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.view import Lens, look
from tests.registers import BASE, CITY, DECLARED, made, refs, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

TODAY = datetime.date(2026, 1, 1)


def test_a_lens_is_public_unless_told() -> None:
    """Nothing narrower than public leaves by an oversight."""
    assert (Audience.PUBLIC, None, None) == (
        Lens(as_of=TODAY).audience,
        Lens(as_of=TODAY).known_on,
        Lens(as_of=TODAY).city,
    )


@pytest.mark.parametrize(
    ("audience", "city"),
    [(Audience.CITY, None), (Audience.CITY, ""), (Audience.NETWORK, CITY), (Audience.PUBLIC, CITY)],
)
def test_the_audience_city_goes_with_a_city(audience: Audience, city: str | None) -> None:
    """One without the other is refused."""
    with pytest.raises(UsageError, match="audience city"):
        Lens(as_of=TODAY, audience=audience, city=city)


def test_a_part_of_a_register_is_not_looked_at() -> None:
    """Figures of a part would be wrong without a word."""
    part = Register(Register.of(BASE).holdings.values(), complete=False)
    with pytest.raises(UsageError, match="only some owners"):
        look(part, Lens(as_of=TODAY))


def test_records_of_one_owner() -> None:
    """`all` takes an owner; one that holds nothing yields nothing."""
    view = seen(made("actions", "a"), made("city", "", "paris-fr"), made("actions", "b", "paris-fr"))
    found = [[each.id for each in view.all(ACTIONS, owner)] for owner in ("", CITY, "paris-fr", "rome-it")]
    assert [["a", "b"], ["a"], ["b"], []] == found


def test_records_by_ref() -> None:
    """`get` gives a record of that kind or nothing; owners have a ref of one part."""
    view = seen(made("actions", "a"))
    found = [
        view.get(ACTIONS, Ref(CITY, "a")),
        view.get(CITIES, Ref(CITY)),
        view.city(CITY),
        view.declaration(DECLARED),
    ]
    assert [f"{CITY}/a", CITY, CITY, DECLARED] == [str(each.ref) for each in found if each is not None]
    missing = [view.get(COMMITMENTS, Ref(CITY, "a")), view.get(ACTIONS, Ref("rome-it", "a")), view.city("rome-it")]
    assert [None, None, None, None] == [*missing, view.declaration(CITY)]


def test_a_view_of_one_city() -> None:
    """It yields that city's records beside those of declarations, and leads back to the whole."""
    records = [
        made("city", "", "paris-fr"),
        made("actions", "a"),
        made("actions", "b", "paris-fr"),
        made("notes", "n"),
        made("notes", "m", "paris-fr"),
        made("notes", "d", DECLARED),
    ]
    view = seen(*records, audience="internal")
    cities = list(view.by_city())
    assert [CITY, "paris-fr"] == [each.only for each in cities]
    assert [["a"], ["b"]] == [[each.id for each in city.all(ACTIONS)] for city in cities]
    assert [["d", "n"], ["d", "m"]] == [[each.id for each in city.all(NOTES)] for city in cities]
    assert [[DECLARED]] * 2 == [refs(city, DECLARATIONS.table) for city in cities]
    assert (view, refs(view)) == (view.whole(), refs(cities[0].whole()))
    assert [] == [each for city in cities for each in city.all(REVIEWS)]


def test_work_on_the_whole_is_done_once() -> None:
    """A view and the views of its cities share what was worked out."""
    view, calls = seen(made("actions", "a")), []

    def work() -> int:
        calls.append(1)
        return len(calls)

    assert [1, 1, 1] == [
        view.once("key", work),
        *(each.once("key", work) for each in view.by_city()),
        view.once("key", work),
    ]


def test_as_known_on_is_the_day_of_the_last_record_seen() -> None:
    """The lens's own day goes first; without it the last day of recording that this view sees; else as-of."""
    first = datetime.date(2024, 5, 1)
    base = [each.changed({"recorded": first}) for each in BASE]
    records = [
        *base,
        made("actions", "a", recorded=first),
        made("actions", "b", recorded=datetime.datetime(2024, 6, 1, 23, tzinfo=datetime.UTC)),
        made("actions", "c", recorded=datetime.date(2025, 5, 1), visibility="internal"),
    ]
    day, as_of = datetime.date(2024, 6, 1), seen().lens.as_of
    assert (None, as_of) == (seen().known_until, seen().known_on)
    assert (day, day) == (seen(*records).known_until, seen(*records).known_on)
    assert [day, day] == [each.known_until for each in [*seen(*records).by_city(), seen(*records)]]
    assert datetime.date(2025, 5, 1) == seen(*records, audience="internal").known_on
    assert datetime.date(2024, 5, 2) == seen(*records, known_on="2024-05-02").known_on


@pytest.mark.parametrize(
    ("record", "stays"),
    [
        (made("actions", "b", recorded=None), False),  # written by hand
        (made("actions", "b", recorded=datetime.date(2024, 5, 1), date="2024-06-15"), False),
        (made("actions", "b", recorded=datetime.date(2024, 5, 1), date="2024-05"), True),
        (made("actions", "b", recorded=datetime.date(2024, 5, 1), date="2031"), True),  # later than what is asked for
        (made("events", "b", recorded=datetime.date(2024, 5, 1), start="2024-06-15"), True),  # planned
    ],
)
def test_no_day_is_said_that_what_is_told_contradicts(record: Record, stays: bool) -> None:
    """Where a record does not say since when it is known, or tells of what was later, the day is as-of."""
    day = datetime.date(2024, 5, 1)
    view = seen(*(each.changed({"recorded": day}) for each in BASE), record)
    assert (day if stays else view.lens.as_of) == view.known_on
