"""For whom a paper is: every report says it on each page, and says nothing that is true for others alone."""

from __future__ import annotations

import pytest

from pledgekit.dates import Period
from pledgekit.model.levels import Audience
from pledgekit.reports import REPORTS
from pledgekit.words import words
from tests.reports.goldens import REGISTER, seen
from tests.reports.papers import made

DISCLAIMER = b"The towns answer for their own words."
SUBJECTS = {"city": "arden-gb", "spotlight": "arden-gb", "commitment": "oak-2023/open-doors"}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("ending", ["md", "html", "txt", "json"])
def test_the_publishers_disclaimer_stands_in_public_reports_alone(name: str, ending: str) -> None:
    """It speaks of what is public ("drawn from public sources"); papers for others hold more than that."""
    for audience in Audience:
        view = seen(REGISTER, audience, "arden-gb" if audience is Audience.CITY else "")
        found = REPORTS[name].make(view, SUBJECTS.get(name, "oak-2023"), Period.parse("2024"))
        held = b" ".join(made(name, found, ending).split())
        assert (audience is Audience.PUBLIC) is (DISCLAIMER in held), audience


@pytest.mark.parametrize(
    ("audience", "mark"),
    [
        (Audience.PUBLIC, ""),
        (Audience.CITY, "For Arden only"),
        (Audience.NETWORK, "For the network only"),
        (Audience.INTERNAL, "INTERNAL"),
    ],
)
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_says_for_whom_alone_it_is(name: str, audience: Audience, mark: str) -> None:
    """The mark stands on top, and on each page of paper."""
    view = seen(REGISTER, audience, "arden-gb" if audience is Audience.CITY else "")
    document = REPORTS[name].lay_out(REPORTS[name].make(view, SUBJECTS.get(name, "oak-2023"), None), words())
    assert mark == document.banner
