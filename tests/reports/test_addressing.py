"""Whom a report speaks to, and of which day: a mayor, a region, a network; today, and as known when."""

from __future__ import annotations

import datetime
import re

import pytest

from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.reports import REPORTS
from pledgekit.store import load
from pledgekit.view import Lens, look
from pledgekit.words import words
from tests.registers import BASE, made
from tests.registers import seen as looked
from tests.reports.goldens import DAY, REGISTER, SHIPPED, seen
from tests.reports.papers import made as written
from tests.reports.papers import paper

MAYORS = ("mayor", "cities like yours", "City Spotlight")


@pytest.mark.parametrize("name", ["city", "spotlight"])
@pytest.mark.parametrize(
    ("kind", "mayor"),
    [
        ("city", True),
        ("municipality", True),
        ("district", True),
        ("region", False),
        ("country", False),
        ("association", False),
        ("network", False),
        ("organisation", False),
    ],
)
def test_only_who_has_a_mayor_is_spoken_to_as_one(name: str, kind: str, mayor: bool) -> None:
    """A region, a country, a network is no city: nobody there is called mayor, and no city is called like it."""
    view = looked(
        made("city", name="Here", kind=kind),
        made("endorsements"),
        made("city", "", "paris-fr", name="Paris", country="FR"),
        made("endorsements", "e", "paris-fr"),
        made("actions", "deed", "paris-fr", title="A deed"),
    )
    found = written(name, paper(view, name, "oslo-no"), "md").decode()
    assert mayor is any(each in found for each in MAYORS)


@pytest.mark.parametrize(
    ("city", "head"), [("uclg", "For the leadership"), ("greater-manchester-gb", "For the leader")]
)
def test_the_network_and_the_region_of_this_register(city: str, head: str) -> None:
    """They are asked who leads them, not who is mayor."""
    found = written("city", paper(seen(SHIPPED), "city", city), "md").decode()
    assert found.startswith(head)
    assert "who leads you today" in found
    assert "mayor's office" not in found


def test_who_endorses_nothing_is_told_whom_to_call() -> None:
    """Corrections go to the publishers of the declarations that could be endorsed; headings of ours are said to be."""
    found = written("city", paper(seen(SHIPPED), "city", "munich-de"), "md").decode()
    assert "**Whom to call:" in found
    assert "This page is drawn from public sources." in found
    assert "The headings are our working titles" in found
    assert "What you endorsed" not in found


def test_an_announcement_is_no_endorsement() -> None:
    """It is told as such, and asked after."""
    found = written("city", paper(seen(REGISTER), "city", "haven-pt"), "md").decode()
    assert "- **The Oak Declaration**: announced 11 November 2024; not on record as endorsed" in found
    assert "You announced that you would endorse “The Oak Declaration”; tell us whether you have done so." in found
    assert "What you endorsed" not in found


def test_an_office_holder_of_a_place_without_declarations_is_told() -> None:
    """Where nothing can be endorsed no heading stands over nothing; who is in office is told all the same."""
    official = made("officials", "a", visibility="public", seen="2025-11")
    view = look(Register.of([made("city"), official]), Lens(as_of=datetime.date(2026, 1, 1)))
    found = written("city", paper(view, "city", "oslo-no"), "md").decode()
    assert "- **In office**: A. Mayor, Mayor (named in November 2025)" in found
    assert "Declarations" not in found


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(
    ("as_of", "known_on", "said"),
    [
        ("2026-01-01", None, "s of 1 January 2026; the newest record used here is of 2 March 2025"),
        ("2026-01-01", "2025-06-01", "s of 1 January 2026, as we knew it on 1 June 2025"),
        ("2025-03-02", None, "s of 2 March 2025"),
    ],
)
def test_the_head_says_which_day_is_which(name: str, as_of: str, known_on: str | None, said: str) -> None:
    """The day that a report speaks of; and, where that is another, the day of our knowledge, in the same sentence."""
    dated = made("endorsements", "dated", recorded="2025-03-02")
    day = datetime.date.fromisoformat
    held = [each.changed({"recorded": day("2025-03-01")}) for each in BASE if each.ref != dated.ref]
    lens = Lens(as_of=day(as_of), known_on=day(known_on) if known_on else None, audience=Audience.INTERNAL)
    subject = {"city": "oslo-no", "spotlight": "oslo-no", "commitment": "hague-2022/speak-out"}.get(name, "hague-2022")
    found = REPORTS[name].make(look(Register.of([*held, dated]), lens), subject, None)
    assert REPORTS[name].lay_out(found, words()).subtitle.endswith(said)


def test_the_end_says_the_same_days() -> None:
    """How the document was made names the newest record where everything on record was used."""
    stamped = [
        each if each.recorded else each.changed({"recorded": datetime.date(2026, 11, 1)})
        for each in load(REGISTER).register.everything()
    ]
    found = written("city", paper(look(Register.of(stamped), Lens(as_of=DAY)), "city", "fjord-no"), "md").decode()
    assert datetime.date(2026, 11, 22) == DAY
    assert "- **As of**: 22 November 2026\n" in found
    assert "- **As known on**: everything on record; the newest record used here is of 1 November 2026\n" in found


def test_findings_of_a_period_say_of_which() -> None:
    """With a period it is named; without one nothing is said of a time."""
    view = seen(SHIPPED)
    found = {
        period: written("findings", paper(view, "findings", "hague-2022", period), "md").decode()
        for period in ("", "2023")
    }
    assert "10 findings are on record for 2023. 8 dialogues are on record for 2023." in found["2023"]
    assert re.search(r"\n10 findings are on record\. \d+ dialogues are on record\.\n", found[""])
    assert "- **For mayors and cities**: findings 2, 3, 4 and 10" in found["2023"]
