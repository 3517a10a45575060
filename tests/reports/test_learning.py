"""Who learned from whom: both ways, one step, of what the audience sees, in every format."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.ids import Ref
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.render import FORMATS
from pledgekit.reports import REPORTS
from pledgekit.reports.learning import learned
from pledgekit.view import Lens, View, look
from tests.registers import BASE, CITY, DECLARED
from tests.registers import made as record
from tests.reports.papers import made

if TYPE_CHECKING:
    from pledgekit.model.record import Record

SUBJECTS = {"city": CITY, "commitment": f"{DECLARED}/speak-out", "spotlight": CITY}
ENDINGS = (*FORMATS, "json")


def action(name: str, owner: str = CITY, *models: str, **values: Any) -> Any:  # noqa: ANN401  an action
    """A public action, with those it follows."""
    return record("actions", name, owner, title=f"Title {name}", inspired_by=list(models), **values)


HELD: tuple[Record, ...] = (
    record("city", "", "bonn-de", name="Bonn", country="DE"),
    record("city", "", "rome-it", name="Rome", country="IT"),
    action("deed", CITY, "bonn-de/first", "bonn-de/hidden", "bonn-de/none", "nowhere-xx/thing", f"{CITY}/deed"),
    action("own", CITY, f"{CITY}/deed"),
    action("first", "bonn-de", f"{CITY}/deed", "rome-it/far"),
    action("hidden", "bonn-de", f"{CITY}/deed", visibility="internal"),
    action("second", "rome-it", f"{CITY}/deed"),
    action("far", "rome-it", "bonn-de/first"),
)


def view(*more: Record, audience: str = "public") -> View:
    """The records as an audience sees them."""
    names = {each.ref for each in more}
    register = Register.of([*(each for each in (*BASE, *HELD) if each.ref not in names), *more])
    return look(register, Lens(as_of=datetime.date(2025, 6, 1), audience=Audience(audience)))


def told(name: str, ending: str, audience: str = "public") -> str:
    """One report in one format, its lines joined."""
    found = REPORTS[name].make(view(audience=audience), SUBJECTS[name], None)
    return " ".join(made(name, found, ending).decode().split())


def links(seen: View, *names: str) -> dict[str, tuple[list[str], list[str]]]:
    """The links of some of Oslo's actions."""
    found = learned(seen, [Ref(CITY, each) for each in names])
    return {
        each.action.id: ([f"{one.ref}" for one in each.models], [f"{one.ref}" for one in each.followers])
        for each in found
    }


def test_links_go_both_ways_and_one_step() -> None:
    """What it follows and what follows it, by city; neither itself, nor a city's own among the others, nor a chain."""
    expected = {"deed": (["bonn-de/first"], ["bonn-de/first", "rome-it/second"]), "own": ([f"{CITY}/deed"], [])}
    assert expected == links(view(), "deed", "own", "deed", "nothing")


def test_staff_sees_what_is_hidden_and_nobody_what_is_not_there() -> None:
    """A ref to what no record is leaves no trace, in any view."""
    expected = (["bonn-de/first", "bonn-de/hidden"], ["bonn-de/first", "bonn-de/hidden", "rome-it/second"])
    assert expected == links(view(audience="internal"), "deed")["deed"]


def test_what_was_taken_back_leaves_no_trace() -> None:
    """In either direction."""
    gone = record("retractions", "gone", "bonn-de", record="bonn-de/first")
    assert {"deed": ([], ["rome-it/second"])} == links(view(gone), "deed")


def test_circles_and_chains_end() -> None:
    """Two that follow each other, and a long chain, give one step each."""
    ring = [action(f"a{n}", CITY, f"{CITY}/a{(n + 1) % 50}") for n in range(50)]
    found = links(view(*ring), *(f"a{n}" for n in range(50)))
    assert {f"a{n}": ([f"{CITY}/a{(n + 1) % 50}"], []) for n in range(50)} == found


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_reports_name_both_sides(name: str, ending: str) -> None:
    """With cities and titles; of what is hidden or unknown there is no trace."""
    found = told(name, ending)
    assert [] == [each for each in ("Title first", "Title second", "Bonn", "Rome") if each not in found]
    assert [] == [each for each in ("Title hidden", "bonn-de/hidden", "nowhere-xx", "bonn-de/none") if each in found]
    if ending == "json":
        link = json.loads(found)["learned"][0]
        expected = {"ref": "bonn-de/first", "city": "Bonn", "title": "Title first"}
        assert (f"{CITY}/deed", [expected]) == (link["action"], link["from"])
        assert ["bonn-de/first", "rome-it/second"] == [each["ref"] for each in link["by"]]


@pytest.mark.parametrize("name", SUBJECTS)
def test_the_words_of_a_link(name: str) -> None:
    """The action, what it learned from, and others that learned from this."""
    said = "**Oslo** (“Title deed”): learned from Bonn (“Title first”); others that learned from this: "
    assert f"{said}Bonn (“Title first”) and Rome (“Title second”)." in told(name, "md")
    assert "**Oslo** (“Title own”): learned from Oslo (“Title deed”)." in told(name, "md")


def test_a_portrait_tells_a_follower_once() -> None:
    """Who followed an action of the portrait stands with it, and not once more below."""
    assert "What others did after its example" not in told("spotlight", "md")


def test_a_citys_paper_is_short() -> None:
    """Of many links it tells some, and how many more there are."""
    many = [action(f"m{n}", CITY, "bonn-de/first") for n in range(9)]
    found = made("city", REPORTS["city"].make(view(*many), CITY, None), "md").decode()
    assert "- and 7 more" in found


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_an_update_names_no_city_that_is_not_there(audience: str) -> None:
    """Where a model is told with the action itself, an unknown one is left out too."""
    found = REPORTS["annual"].make(view(audience=audience), DECLARED, None)
    assert b"nowhere-xx" not in made("annual", found, "md")
