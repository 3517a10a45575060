"""What reports tell without a city's name: where it stands, in what words, and in no figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pledgekit.dates import Period
from pledgekit.errors import NotFound
from pledgekit.fingerprint import fingerprint
from pledgekit.render import FORMATS, render
from pledgekit.render.json import to_json
from pledgekit.reports import REPORTS
from pledgekit.reports.matching import match
from pledgekit.words import words
from tests.registers import CITY, DECLARED, made, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record
    from pledgekit.view import View

CLAUSE = f"{DECLARED}/speak-out"
NEIGHBOURS: tuple[Record, ...] = tuple(
    each
    for name in ("bergen", "molde")
    for each in (
        made("city", "", f"{name}-no", name=name.title()),
        made("endorsements", "signed", f"{name}-no"),
    )
)


def deed(name: str, owner: str = CITY, **values: object) -> list[Record]:
    """An action and the review that takes the name off it."""
    action = made("actions", name, owner, **values)
    looked = [{"record": str(action.ref), "content": fingerprint(action)}]
    return [action, made("reviews", f"{name}-leave", owner, verdict="may-publish-unnamed", seen=looked)]


def view(*more: Record, audience: str = "public") -> View:
    """Three cities of one country; two of them did something and are not named."""
    return seen(
        *NEIGHBOURS,
        *deed("second", title="Evenings of dialogue", start="2024"),
        *deed("first", "bergen-no", title="Choirs", summary="Many sang.", start="2021", end="2021"),
        made("actions", "named", "molde-no", title="Bridges", start="2024"),
        *more,
        audience=audience,
    )


def text(found: View, name: str, subject: str, ending: str = "md", period: str = "") -> str:
    """A report in a format."""
    paper = REPORTS[name].make(found, subject, Period.parse(period) if period else None, despite_problems=False)
    return (to_json(paper) if ending == "json" else render(REPORTS[name].lay_out(paper, words()), ending)).decode()


@pytest.mark.parametrize("ending", [*FORMATS])
@pytest.mark.parametrize(("name", "subject"), [("annual", DECLARED), ("commitment", CLAUSE)])
def test_they_stand_after_what_is_named(name: str, subject: str, ending: str) -> None:
    """Under their commitment, in every format, in the order of their text, of "a city in Norway"."""
    found = text(view(), name, subject, ending)
    places = [found.index(each) for each in ("Bridges", "without the city’s name", "Choirs", "Evenings of dialogue")]
    assert sorted(places) == places
    assert 2 == found.count("A city in Norway")
    assert 0 == found.count("Bergen, Norway") + found.count(f"{CITY}/second")


def test_json_has_them_apart() -> None:
    """`unnamed` beside `actions`; no figure and no other list holds them."""
    found = json.loads(text(view(), "annual", DECLARED, "json"))
    (clause,) = found["commitments"]
    assert ["Choirs", "Evenings of dialogue"] == [each["title"] for each in clause["unnamed"]]
    assert {"unnamed-no"} == {each["owner"] for each in clause["unnamed"]}
    assert ["molde-no/named"] == found["figures"]["actions"]["members"]
    del clause["unnamed"]
    assert "unnamed-no" not in json.dumps(found)


def test_figures_are_those_without_them() -> None:
    """Nobody who compares a figure with the lists can tell who they are of."""
    bare = seen(*NEIGHBOURS, made("actions", "named", "molde-no", title="Bridges", start="2024"))
    figures = [json.loads(text(each, "annual", DECLARED, "json"))["figures"] for each in (view(), bare)]
    assert figures[1] == figures[0]


def test_the_period_counts_and_the_adoption_is_said() -> None:
    """Of a period only what may lie in it is told; what came before the declaration is said to."""
    assert "Choirs" not in text(view(), "annual", DECLARED, period="2024")
    assert "before the declaration" in text(view(), "annual", DECLARED)


def test_whoever_sees_the_name_is_told_the_name() -> None:
    """For the network nothing is told without a name."""
    found = text(view(audience="network"), "annual", DECLARED)
    assert (False, True) == ("A city in Norway" in found, "Bergen" in found)


def test_an_article_where_there_is_one() -> None:
    """Of the Netherlands, not of Netherlands."""
    cities = [made("city", "", f"{name}-nl", name=name.title(), country="NL") for name in ("leiden", "delft", "breda")]
    signed = [made("endorsements", "signed", each.owner) for each in cities]
    found = seen(*cities, *signed, *deed("deed", "leiden-nl", title="Choirs"))
    assert "A city in the Netherlands" in text(found, "annual", DECLARED)


def test_nobody_is_made_of_it() -> None:
    """There is no report to a city that is not named, and no city learns from one."""
    with pytest.raises(NotFound, match="not a city") as error:
        REPORTS["city"].make(view(), "unnamed-no", None, despite_problems=False)
    assert "unnamed-no" not in error.value.nearest
    assert {"molde-no"} == {each.city for each in match(view(), CITY)}
