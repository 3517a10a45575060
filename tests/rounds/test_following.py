"""Where a round stands: each city in one place, one arithmetic, no order but names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from pledgekit.dates import Period
from pledgekit.errors import NotFound
from pledgekit.figures import figures, tally_all
from pledgekit.figures.asking import Reminder
from pledgekit.model.kinds import ROUNDS
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.rounds.following import Following, Place, follow, follow_all
from pledgekit.view import Lens, look
from tests.registers import DECLARED, day, made, registers, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record
    from pledgekit.view import View

ROUND = made("rounds", "round-2024", opens="2024-11-01", eligible_if_endorsed_by="2024-06-30")  # due on 2025-01-31
SECOND = made("commitments", "listen", title="Listen")
ASKED = made("requests", "asked")
ANSWERED = made("requests", "answered", act="answered", date="2025-01-20")
ONE = made("updates", "one", completion="limited", date="2025-01-20")
TWO = made("updates", "two", commitment=f"{DECLARED}/listen", instead="nothing-new", date="2025-01-20")
YEAR = Period.parse("2024")


def staff(*records: Record, as_of: str = "2025-06-01") -> View:
    """What staff see of the base, a round and a second clause."""
    return seen(ROUND, SECOND, *records, audience="internal", as_of=as_of)


def followed(*records: Record, as_of: str = "2025-06-01") -> Following:
    """The round of 2024."""
    return follow(staff(*records, as_of=as_of), DECLARED, YEAR)


def city(name: str, title: str, **endorsed: str) -> tuple[Record, ...]:
    """A city that endorses the declaration."""
    return made("city", "", name, name=title), made("endorsements", "signed", name, **endorsed)


@pytest.mark.parametrize(
    ("records", "as_of", "place", "given_of"),
    [
        ((), "2025-01-01", Place.NOT_ASKED, "0/2"),
        ((ASKED,), "2025-01-01", Place.AWAITING, "0/2"),
        ((ASKED,), "2025-02-01", Place.OVERDUE, "0/2"),
        ((made("requests", "back", act="undelivered"),), "2025-02-01", Place.UNDELIVERED, "0/2"),
        ((ASKED, ANSWERED), "2025-02-01", Place.UNRECORDED, "0/2"),
        ((ASKED, ANSWERED, ONE), "2025-02-01", Place.PARTLY, "1/2"),
        ((ASKED, ANSWERED, ONE, TWO), "2025-02-01", Place.ANSWERED, "2/2"),
        ((ONE, TWO), "2025-02-01", Place.ANSWERED, "2/2"),
        ((ASKED, made("requests", "no", act="declined", date="2025-01-10")), "2025-02-01", Place.DECLINED, "0/2"),
        (
            (ASKED, made("requests", "no", act="declined", date="2025-01-10"), ANSWERED, ONE, TWO),
            "2025-02-01",
            Place.ANSWERED,
            "2/2",
        ),
        ((made("endorsements", "signed", date="2024-07-01"),), "2025-02-01", Place.NOT_DUE, "0/2"),
    ],
)
def test_every_place(records: tuple[Record, ...], as_of: str, place: Place, given_of: str) -> None:
    """Where a city stands, and how many clauses it answered."""
    (one,) = followed(*records, as_of=as_of).cities
    assert (place, given_of) == (one.place, f"{one.given}/{one.of}")


def test_what_is_said_of_a_city() -> None:
    """When it was asked and reminded, by when it answers, what it left open, and that a reminder is due."""
    reminded = made("requests", "reminded", act="reminded", date="2025-01-25")
    extended = made("requests", "extended", act="extended", date="2025-01-26", due="2025-02-28")
    (one,) = followed(ASKED, reminded, extended, ONE, as_of="2025-03-10").cities
    told = (f"{one.asked}", [f"{each}" for each in one.reminded], f"{one.due}", one.extended, one.days, one.overdue)
    assert ("2024-11-15", ["2025-01-25"], "2025-02-28", True, -10, True) == told
    assert (["hague-2022/listen"], Reminder.OVERDUE, None) == (
        [f"{each.ref}" for each in one.open],
        one.reminder,
        one.answered,
    )


def test_nobody_is_reminded_who_need_not_be() -> None:
    """Who has answered all, declined, or was never reached."""
    for records in ((ASKED, ONE, TWO), (ASKED, made("requests", "z", act="undelivered", date="2025-02-05"))):
        assert [None] == [each.reminder for each in followed(*records, as_of="2025-06-01").cities]


def test_by_name_alone() -> None:
    """Cities stand by name, however they did; who ended, only announced, or has no own record is not followed."""
    others = (
        *city("aarhus-dk", "Århus"),
        *city("zwolle-nl", "Zwolle"),
        *city("bonn-de", "Bonn", act="announced"),
        *city("gent-be", "Gent"),
        made("endorsements", "left", "gent-be", act="ended", date="2023-05-01"),
        made("endorsements", "signed", "nowhere-se"),
    )
    found = followed(*others, ASKED, ONE, TWO)
    assert ["Århus", "Oslo", "Zwolle"] == [each.city.name for each in found.cities]
    assert (["Oslo"], ["Århus", "Zwolle"]) == tuple(
        [each.city.name for each in found.at(place)] for place in (Place.ANSWERED, Place.NOT_ASKED)
    )


def test_the_rate_is_the_figure() -> None:
    """Asked, reached, answered: those of the figure; what a city answered without saying so is told apart."""
    others = (
        *city("bonn-de", "Bonn"),
        made("requests", "asked", "bonn-de"),
        made("requests", "back", "bonn-de", act="undelivered", date="2024-11-20"),
        *city("gent-be", "Gent"),
        made("requests", "asked", "gent-be"),
        made("updates", "u", "gent-be", completion="complete", date="2025-01-02"),
    )
    found = followed(ASKED, ANSWERED, ONE, TWO, *others)
    assert found.rate is not None
    assert (3, 2, 1, 2, 50) == (len(found.asked), found.reached, found.rate.value, found.rate.of, found.rate.percent)
    assert ["gent-be"] == [f"{each}" for each in found.unlisted]


def test_the_clauses_with_the_fewest_answers() -> None:
    """Of those in the rate, who answered each clause; none is named where all got as many."""
    assert () == followed(ASKED).least
    assert () == followed(ASKED, ONE, TWO).least
    found = followed(ASKED, ONE)
    assert ["hague-2022/listen/answered"] == [each.id for each in found.least]
    assert [(0, 1), (1, 1)] == [(each.value, each.of) for each in found.clauses]


def test_nobody_asked() -> None:
    """No rate, and no clause of which to share anything."""
    found = followed()
    assert (None, 0, [0, 0]) == (found.rate, found.reached, [each.of for each in found.clauses])


def test_a_declaration_without_clauses() -> None:
    """That a city answered is all there is to answer."""
    bare = (
        made("declaration", "", "bare-2021"),
        made("rounds", "r", "bare-2021"),
        made("endorsements", "bare", declaration="bare-2021"),
        made("requests", "a", declaration="bare-2021"),
        made("requests", "b", declaration="bare-2021", act="answered", date="2025-01-01"),
    )
    (one,) = follow(seen(*bare, audience="internal"), "bare-2021").cities
    assert (Place.ANSWERED, 0) == (one.place, one.of)


def test_which_rounds() -> None:
    """Those of the declarations named; else all of the period, or the newest of each."""
    older = made("rounds", "round-2023", period="2023", due="2024-01-31")
    other = (made("declaration", "", "nyc-2023"), made("rounds", "r", "nyc-2023", period="2023"))
    view = staff(older, *other)
    named = [
        [f"{each.round.ref}" for each in follow_all(view, names, period)]
        for names, period in (((), None), ((), Period.parse("2023")), ((DECLARED,), None), ((DECLARED,), YEAR))
    ]
    newest, old = f"{DECLARED}/round-2024", f"{DECLARED}/round-2023"
    assert [[newest, "nyc-2023/r"], [old, "nyc-2023/r"], [newest], [newest]] == named


@pytest.mark.parametrize(
    ("names", "period", "records", "expected"),
    [
        ((), None, (), "there is no round; open one: pledgekit round open --declaration hague-2022 --period YEAR"),
        ((), YEAR, (made("declaration", "", "nyc-2023"),), "there is no round for 2024; open one: "),
        ((DECLARED,), None, (), "hague-2022 has no round; open one: pledgekit round open --declaration hague-2022"),
        ((DECLARED,), YEAR, (), "hague-2022 has no round for 2024; open one: pledgekit round open"),
        (("hage-2022",), None, (), "hage-2022 is not a declaration of this register"),
    ],
)  # fmt: skip
def test_no_round(names: tuple[str, ...], period: Period | None, records: tuple[Record, ...], expected: str) -> None:
    """It is said that there is none, and how to open one."""
    with pytest.raises(NotFound) as error:
        follow_all(seen(*records, audience="internal"), names, period)
    assert f"{error.value}; {error.value.remedy}".startswith(expected) or f"{error.value}".startswith(expected)


@given(register=registers())
def test_every_city_stands_in_one_place(register: list[Record]) -> None:
    """In any register: whoever may be asked stands once, and those answered of those asked are the figure's."""
    view = look(Register.of(register), Lens(as_of=day("2025-06-01"), audience=Audience.INTERNAL))
    for declaration in {each.owner for each in view.all(ROUNDS)}:
        if view.declaration(declaration) is None:
            continue
        found = follow(view, declaration)
        total = tally_all(view, declaration, found.round.period)
        assert figures(total).get("response-rate") == found.rate
        names = [each.city.id for each in found.cities]
        assert (len(names), sum(len(found.at(place)) for place in Place)) == (len(set(names)), len(names))
        assert all(each.given + len(each.open) == each.of for each in found.cities)
