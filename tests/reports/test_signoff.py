"""The page that a city signs: for whom it is, what it asks, and how its return is put on record."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from pledgekit.fingerprint import fingerprint, mark_of
from pledgekit.model.kinds import ACTIONS
from pledgekit.render import FORMATS
from pledgekit.reports.city.layout_signoff import command
from pledgekit.reports.city.value import CityReport
from pledgekit.words import words
from tests.registers import CITY, DECLARED, made, seen
from tests.reports.papers import made as printed
from tests.reports.papers import paper

if TYPE_CHECKING:
    from pledgekit.model.record import Record

CLAUSE = f"{DECLARED}/speak-out"
DEED = made("actions", "deed", visibility="network", title="Dialogue days", summary="Many came.", remark="In spring.")
SAID = made("actions", "said", title="A speech", kind="statement")
UPDATE = made("updates", "u", commitment=CLAUSE, period="2024", completion="limited", narrative="We began.")
INSTEAD = made("updates", "u", commitment=CLAUSE, period="2024", instead="nothing-new")


def report(*records: Record, audience: str = "city") -> CityReport:
    """The report to Oslo."""
    found = paper(seen(*(records or (DEED, SAID, UPDATE)), audience=audience), "city", CITY)
    assert isinstance(found, CityReport)
    return found


def page(found: CityReport, ending: str = "md") -> str:
    """The page for signing, without what stands before it."""
    return printed("city", found, ending).decode().partition("For you to sign")[2]


@pytest.mark.parametrize(("audience", "expected"), [("public", 0), ("network", 0), ("city", 4), ("internal", 4)])
def test_it_is_for_the_city_and_for_staff(audience: str, expected: int) -> None:
    """Others are not asked: endorsement, actions and answers stand in papers for the city and for staff."""
    found = report(DEED.changed({"visibility": None}), SAID, UPDATE, audience=audience)
    assert expected == len(found.sign_off)
    assert bool(expected) is bool(page(found))


def test_it_lists_what_is_or_may_be_published() -> None:
    """In full words, each in a line with boxes; what is no action has no box for being told without a name."""
    rows = [line for line in page(report()).splitlines() if re.match(r"\| \d|\|\s+\d", line)]
    cells = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]
    assert ["1", "2", "3", "4"] == [each[0] for each in cells]
    assert [["☐", "–", "☐"], ["☐", "☐", "☐"], ["☐", "☐", "☐"], ["☐", "–", "☐"]] == [each[2:] for each in cells]
    texts = [each[1].replace("*", "") for each in cells]
    assert "The Hague Declaration: signed 16 November 2022" == texts[0]
    assert "A speech (undated; said, not done)" == texts[1]
    assert "Dialogue days (undated) Many came. In spring." == texts[2]
    assert "Speak out (2024; limited) We began." == texts[3]
    assert "Speak out (2024; nothing new)" in page(report(INSTEAD)).replace("*", "")


@pytest.mark.parametrize("ending", FORMATS)
def test_it_asks_in_every_format(ending: str) -> None:
    """What the boxes mean, who signs, and the reference."""
    said = page(report(), ending)
    for each in (
        "A city in Norway",
        "at least three cities",
        "Signature",
        "Name and office",
        f"{CITY}/deed@{mark_of(DEED)}",
    ):
        assert each in said.replace("\\", "")


def test_who_cannot_go_unnamed_is_not_asked_to() -> None:
    """A region is no city, so there is no such box."""
    region = made("city", kind="region")
    said = page(report(region, DEED))
    assert "at least three cities" not in said
    assert 2 == said.count("| –")


def test_in_print_it_is_a_page_of_its_own() -> None:
    """The heading begins a new page."""
    assert '<h2 id="sign-off" class="new-page">' in printed("city", report(), "html").decode()


def test_staff_are_told_the_one_command() -> None:
    """It names all that was asked, with what was signed; the city's own paper has the reference alone."""
    inside, own = report(audience="internal"), report()
    said = command(inside, words())
    refs = [f"{each.record.ref}@{each.mark}" for each in inside.sign_off]
    assert f'pledgekit review {" ".join(refs)} --verdict approved --by "…"' == said
    assert (True, False) == ("pledgekit review" in page(inside, "txt"), "pledgekit review" in page(own, "txt"))


def test_what_was_approved_is_said_as_long_as_it_stands() -> None:
    """A review that stands, of these words: a change, a retraction or another verdict says nothing."""

    def told(**values: object) -> list[str | None]:
        content = values.pop("content", fingerprint(DEED))
        review = made(
            "reviews", "r", visibility="network", seen=[{"record": str(DEED.ref), "content": content}], **values
        )
        more = (made("retractions", "t", record=f"{CITY}/r"),) if values.get("note") else ()
        return [str(each.approved) if each.approved else None for each in report(DEED, review, *more).sign_off][1:]

    assert [["2025-01-20"], ["2025-01-20"], [None], [None], [None]] == [
        told(),
        told(verdict="may-publish"),
        told(verdict="still-holds"),
        told(content="sha256:0"),
        told(note="taken back"),
    ]


def test_the_sentence_of_what_was_confirmed_counts_what_says_so() -> None:
    """A review is no confirmation: `confirmed` counts records that the city itself confirmed."""
    review = made("reviews", "r", seen=[{"record": str(SAID.ref), "content": fingerprint(SAID)}])
    found = seen(SAID, made("actions", "other", confirmed="2023-07"), review, audience="internal")
    values = [each.values for each in paper(found, "annual", DECLARED).notes if each.id == "told"]
    assert [1] == [each["confirmed"] for each in values]


def test_json_has_the_marks() -> None:
    """Refs, marks and the day of approval."""
    found = json.loads(printed("city", report(DEED), "json"))["sign_off"]
    deed = seen(DEED, audience="city").get(ACTIONS, DEED.ref)
    assert deed is not None
    assert {"ref": f"{CITY}/deed", "mark": mark_of(deed), "approved": None} == found[1]
    assert [] == json.loads(printed("city", report(SAID, audience="public"), "json"))["sign_off"]


def test_nothing_to_sign() -> None:
    """A city of which nothing is held is asked nothing."""
    assert "" == page(report(made("endorsements", "signed", act="ended", visibility="internal")))


def test_staff_read_what_the_city_is_asked() -> None:
    """Records that the city is not shown are not on it, and the marks are those of what it is shown."""
    hidden = made("actions", "hidden", visibility="internal")
    shown = DEED.changed({"inspired_by": (hidden.ref,)})
    inside, own = report(shown, hidden, audience="internal"), report(shown, hidden)
    assert own.sign_off == inside.sign_off
    assert mark_of(shown) != own.sign_off[1].mark


def test_the_day_of_approval_stands_in_the_line() -> None:
    """Beside the words that were approved."""
    review = made("reviews", "r", visibility="network", seen=[{"record": str(DEED.ref), "content": fingerprint(DEED)}])
    (line,) = [each for each in page(report(DEED, review)).splitlines() if "Approved on" in each]
    assert ("Dialogue days" in line, "Approved on 20 January 2025." in line) == (True, True)
