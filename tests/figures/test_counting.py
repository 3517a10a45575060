"""The figures of a declaration: who is counted, who is left out and why, and where each number comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.dates import Period
from pledgekit.errors import NotFound
from pledgekit.figures import Count, LeftOut, Share, Tally, figures, partition, scope_of, tally, tally_all
from pledgekit.ids import Ref
from tests.registers import CITY, DECLARED, made, seen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.record import Record

PARIS = made("city", "", "paris-fr", country="FR")
CLAUSE = f"{DECLARED}/speak-out"


def counted(*records: Record, period: str = "", **lens: str) -> Mapping[str, Count | Share]:
    """The figures, for staff unless told."""
    view = seen(*records, **{"audience": "internal", **lens})
    return figures(tally_all(view, DECLARED, Period.parse(period) if period else None))


def names(figure: Count) -> list[str]:
    """The members, by name; possible ones with a question mark."""
    return sorted(f"{each}?" if each in figure.uncertain else str(each) for each in figure.members)


def share(found: Mapping[str, Count | Share], name: str) -> Share:
    """A figure that is a share."""
    figure = found[name]
    assert isinstance(figure, Share)
    return figure


def deed(name: str = "deed", owner: str = "", /, **values: Any) -> Any:  # noqa: ANN401  an action
    """An action."""
    return made("actions", name, owner, **values)


def test_signatories() -> None:
    """Who is in force, possibly so in `uncertain`; who left is left out; undated ones are told."""
    held = [
        PARIS,
        made("endorsements", "e", "paris-fr", date="2025-12/2026-01"),
        made("city", "", "rome-it", country="IT"),
        made("endorsements", "e", "rome-it", date=None),
        made("city", "", "bonn-de", country="DE"),
        made("endorsements", "e", "bonn-de"),
        made("endorsements", "x", "bonn-de", act="ended", date="2023"),
        made("city", "", "eurocities", kind="network", country=None),
        made("endorsements", "e", "eurocities"),
        made("city", "", "lyon-fr", country="FR"),
        made("endorsements", "e", "lyon-fr"),
    ]
    found = counted(*held)
    assert ["eurocities", "lyon-fr", CITY, "paris-fr?", "rome-it"] == names(found["signatories"])
    assert ["rome-it"] == names(found["signatories/undated"])
    assert ["FR", "IT", "NO"] == names(found["countries"])
    assert (LeftOut(Ref("bonn-de"), "not-endorsed"),) == share(found, "cities-with-action").left_out
    assert 5 == share(found, "cities-with-action").of


def test_a_country_is_uncertain_with_its_only_city() -> None:
    """Nothing is counted twice, and nothing is surer than its city."""
    held = [PARIS, made("endorsements", "e", "paris-fr", date="2025-12/2026-01")]
    assert ["FR?", "NO"] == names(counted(*held)["countries"])


def test_an_action_counts_once_and_apart() -> None:
    """Statements are said, not done; deeds before, and of cities that are not in force, are listed apart."""
    held = [
        deed("after", date="2023"),
        deed("unknown"),
        deed("before", date="2021"),
        deed("said", kind="statement", date="2023"),
        deed("said-before", kind="statement", date="2021"),
        deed("no-clause", commitments=[]),
        deed("other", commitments=["nyc-2023/c"]),
        PARIS,
        deed("theirs", "paris-fr", date="2023"),
        deed("theirs-before", "paris-fr", date="2021"),
        deed("theirs-said", "paris-fr", kind="statement"),
    ]
    found = counted(*held)
    expected = {
        "actions": ["after", "unknown"],
        "actions/after": ["after"],
        "actions/unknown": ["unknown"],
        "actions/before": ["before"],
        "statements": ["said", "said-before"],
        f"{CLAUSE}/actions": ["after", "unknown"],
        f"{CLAUSE}/actions/before": ["before"],
        f"{CLAUSE}/statements": ["said", "said-before"],
    }
    assert {name: [f"{CITY}/{each}" for each in ids] for name, ids in expected.items()} == {
        name: names(found[name]) for name in expected
    }
    assert ["paris-fr/theirs", "paris-fr/theirs-before"] == names(found["actions-elsewhere"])
    assert ["paris-fr/theirs-said"] == names(found["statements-elsewhere"])


def test_an_action_under_many_clauses_counts_once() -> None:
    """Once in the declaration, and once under each clause; clauses that became one count once."""
    old = [made("commitments", name, superseded_by=[CLAUSE]) for name in ("old-1", "old-2")]
    other = made("commitments", "other")
    found = counted(
        *old, other, deed(commitments=[CLAUSE, *(f"{DECLARED}/{each}" for each in ("old-1", "old-2", "other"))])
    )
    values = [found[name].value for name in ("actions", f"{CLAUSE}/actions", f"{DECLARED}/other/actions")]
    assert ([1, 1, 1], False) == (values, f"{DECLARED}/old-1/actions" in found)


def test_an_action_in_a_period() -> None:
    """Certainly in it: counted. Possibly: counted as uncertain. Not: not counted."""
    held = [
        deed("in", date="2024-06-01"),
        deed("maybe", date="2023-12/2024-01"),
        deed("out", date="2023"),
        deed("ticked", start="2022-12"),
        made("updates", completion="limited", date="2024-12-01", actions=[f"{CITY}/ticked"]),
        made("updates", "u", completion="limited", actions=[f"{CITY}/out"]),
    ]
    found = counted(*held, period="2024")
    assert [f"{CITY}/{each}" for each in ("in", "maybe?", "ticked")] == names(found["actions"])
    assert [CITY] == names(found["cities-with-action"])
    assert [f"{CITY}?"] == names(counted(held[1], period="2024")["cities-with-action"])


def test_all_of_an_uncertain_city_is_uncertain() -> None:
    """Its deeds are counted with it, possibly."""
    found = counted(
        PARIS, made("endorsements", "e", "paris-fr", date="2025-12/2026-01"), deed("d", "paris-fr", date="2023")
    )
    assert (["paris-fr/d?"], ["paris-fr?"]) == (names(found["actions"]), names(found["cities-with-action"]))


def test_who_did_something() -> None:
    """Of those in force, each counts once; the records behind it are named; deeds before do not count."""
    rome = [made("city", "", "rome-it"), made("endorsements", "e", "rome-it"), deed("d", "rome-it", date="2020")]
    found = share(counted(deed("a"), deed("b"), deed("s", kind="statement"), *rome), "cities-with-action")
    assert ([CITY], 2, 50) == (names(found), found.of, found.percent)
    assert {Ref(CITY, "a"), Ref(CITY, "b")} == found.records


def test_a_clause_that_does_not_apply() -> None:
    """The city is left out of that clause's share, and said why."""
    other = made("commitments", "other")
    found = counted(other, deed(), made("updates", instead="not-applicable"), period="2024")
    spared, rest = share(found, f"{CLAUSE}/cities-with-action"), share(found, f"{DECLARED}/other/cities-with-action")
    assert (0, (LeftOut(Ref(CITY), "not-applicable"),), None) == (spared.of, spared.left_out, spared.percent)
    assert (1, (), 0) == (rest.of, rest.left_out, rest.percent)


def test_evidence_is_something_to_look_up() -> None:
    """A title or an address; a kind alone shows nothing."""
    held = [
        deed("a", evidence=[{"kind": "news", "title": "news"}]),
        deed("b", evidence=[{"url": "https://example.org"}]),
        deed("c"),
    ]
    found = share(counted(*held), "actions-with-evidence")
    assert ([f"{CITY}/a", f"{CITY}/b"], 3, 67) == (names(found), found.of, found.percent)


def test_levels() -> None:
    """Each level of both lanes, with the cities that have it; the assessor's only where there is that lane."""
    judged = made("assessments", completion="complete")
    own = made("updates", completion="limited")
    found = counted(own, judged, period="2024")
    levels = (
        "completion/limited",
        "completion/complete",
        "assessed/complete",
        "assessed/none",
        "not-settled",
        "not-yet-rated",
    )
    assert [[CITY], [], [CITY], [], [], []] == [names(found[f"{CLAUSE}/{each}"]) for each in levels]
    without = counted(made("declaration", assessed=False), own, judged, period="2024")
    assert [True, True, False, False, False, False] == [f"{CLAUSE}/{each}" in without for each in levels]


def asked(act: str, owner: str = CITY, /, **values: Any) -> Any:  # noqa: ANN401  a request
    """A step of the round."""
    return made("requests", act, owner, act=act, **values)


ROUND = made("rounds", eligible_if_endorsed_by="2024-06-30", responses="public")
FOUR = [
    made(table, "e", owner, **values)
    for owner, date in (("paris-fr", "2022"), ("rome-it", "2022"), ("bonn-de", "2024-07-01"))
    for table, values in (("city", {}), ("endorsements", {"date": date}))
]


def test_the_response_rate() -> None:
    """Who answered of those asked, without those not reached and not due; with the requests behind it."""
    held = [
        asked("asked"),
        asked("answered", date="2025-01-01"),
        asked("asked", "paris-fr"),
        asked("undelivered", "rome-it"),
        asked("asked", "bonn-de"),
    ]
    found = share(counted(ROUND, *FOUR, *held, period="2024"), "response-rate")
    assert ([CITY], frozenset({Ref(CITY), Ref("paris-fr")}), 50) == (names(found), found.universe, found.percent)
    assert (LeftOut(Ref("bonn-de"), "not-due"), LeftOut(Ref("rome-it"), "not-reached")) == found.left_out
    assert {Ref(CITY, "asked"), Ref(CITY, "answered"), Ref("paris-fr", "asked")} == found.records


@pytest.mark.parametrize("audience", ["internal", "network", "public"])
def test_an_answer_counts_for_every_audience(audience: str) -> None:
    """A city that answered is in the rate, though it was not reached at first, or was not due."""
    held = [asked("undelivered"), asked("answered", date="2025-01-01"), asked("answered", "bonn-de")]
    found = share(counted(ROUND, *FOUR, *held, period="2024", audience=audience), "response-rate")
    assert (["bonn-de", CITY], 2) == (names(found), found.of)


def test_without_asking_there_is_no_rate() -> None:
    """Nobody asked, or an audience that may not see who was: no figure at all."""
    closed = made("rounds", responses="network")
    found = [
        counted(ROUND, period="2024"),
        counted(ROUND, asked("asked"), period="2023"),
        counted(closed, asked("asked", visibility="public"), period="2024", audience="public"),
        counted(closed, asked("asked"), period="2024", audience="network"),
    ]
    assert [False, False, False, True] == ["response-rate" in each for each in found]


def test_an_unsure_city_makes_an_unsure_answer() -> None:
    """It is in the rate, possibly."""
    maybe = made("endorsements", "signed", date="2024-12/2025-01")
    found = share(counted(made("rounds"), maybe, asked("answered"), period="2024"), "response-rate")
    assert [f"{CITY}?"] == names(found)


def test_the_states_of_a_clause() -> None:
    """A partition of all rows, in the order of the states; who left is not endorsed."""
    held = [
        *FOUR,
        made("endorsements", "x", "rome-it", act="ended", date="2023"),
        made("updates", completion="limited"),
    ]
    total = tally_all(seen(*held, audience="internal"), DECLARED, Period.parse("2024"))
    found = partition(total, Ref.parse(CLAUSE))
    expected = {"not-endorsed": ["rome-it"], "reported": [CITY], "not-asked": ["bonn-de", "paris-fr"]}
    assert expected == {state: sorted(map(str, cities)) for state, cities in found.states.items()}
    assert (f"{CLAUSE}/states", 4, list(expected)) == (found.id, len(found.universe), list(found.states))


@pytest.mark.parametrize(
    ("members", "universe", "expected"),
    [(0, 0, None), (0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (3, 3, 100)],
)
def test_percent_is_whole(members: int, universe: int, expected: int | None) -> None:
    """Halves go up; of nothing there is none."""
    every = [Ref(f"city-{number}") for number in range(universe)]
    figure = Share(id="s", members=frozenset(every[:members]), universe=frozenset(every))
    assert (expected, members, universe) == (figure.percent, figure.value, figure.of)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], (True, 100)),
        ([{"value": 1}], (True, 100)),
        ([{"value": 1}, {"value": 2}], (False, None)),
        ([{"value": 2, "figure": "countries"}], (True, 100)),
        ([{"value": 2, "as_of": "2027"}], (True, 100)),
    ],
)
def test_no_percentage_of_a_list_that_is_not_whole(
    values: list[dict[str, Any]], expected: tuple[bool, int | None]
) -> None:
    """Where a printed total of that time tells of more signatories than ever endorsed here, a share of them is none."""
    printed = [made("published", f"p-{number}", DECLARED, **each) for number, each in enumerate(values)]
    found = share(counted(deed("a"), *printed), "cities-with-action")
    assert (expected, 1, 1) == ((found.whole, found.percent), found.value, found.of)


def test_who_left_is_part_of_the_list() -> None:
    """A printed total that counts a city which left later tells of nobody unknown."""
    left = [
        made("city", "", "bonn-de", country="DE"),
        made("endorsements", "e", "bonn-de"),
        made("endorsements", "x", "bonn-de", act="ended", date="2023"),
    ]
    found = counted(*left, made("published", "p", DECLARED, value=2))
    assert share(found, "cities-with-action").whole


def test_an_unknown_declaration() -> None:
    """The nearest is named, or all there are."""
    view = seen()
    with pytest.raises(NotFound) as close:
        scope_of(view, "hague-2023", None)
    with pytest.raises(NotFound) as far:
        tally_all(view, "zzz")
    assert ((DECLARED,), (DECLARED,)) == (close.value.nearest, far.value.nearest)


def test_only_like_tallies_add_up() -> None:
    """Another period, or another lens, is refused."""
    view = seen()
    one, other = tally_all(view, DECLARED), tally_all(view, DECLARED, Period.parse("2024"))
    elsewhen = tally_all(seen(as_of="2025-01-01"), DECLARED)
    for wrong in (other, elsewhen):
        with pytest.raises(ValueError, match="add up"):
            one + wrong


def test_a_city_that_nobody_described() -> None:
    """For staff it is a row all the same; it has no country."""
    view = seen(made("endorsements", "e", "paris-fr"), audience="internal")
    total: Tally = sum(
        (tally(city, DECLARED) for city in view.by_city()), Tally(scope=scope_of(view, DECLARED, None), lines={})
    )
    assert ({CITY: "NO", "paris-fr": ""}) == {str(ref): each.country for ref, each in total.lines.items()}
    assert ([CITY, "paris-fr"], ["NO"]) == (names(figures(total)["signatories"]), names(figures(total)["countries"]))
