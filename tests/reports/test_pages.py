"""The report to a city on paper: two pages at most, as a browser prints them."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import attrs
import pytest

from pledgekit.model.kinds import CITIES
from pledgekit.model.levels import Audience
from tests.registers import made as record
from tests.registers import seen as looked
from tests.reports.goldens import SHIPPED, seen
from tests.reports.papers import made, paper

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.reports.value import Paper
    from pledgekit.view import View

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDS_A_BROWSER = pytest.mark.skipif(
    BROWSER is None, reason="no chromium here, so nobody looked how many pages the reports to cities fill"
)
LONGEST = 3


def pages(page: bytes, folder: Path) -> int:
    """Print a page to A4 as a browser does, and count the sheets."""
    source, printed = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}"]
    subprocess.run(
        [f"{BROWSER}", *options, f"--print-to-pdf={printed}", source.as_uri()], check=True, capture_output=True
    )
    counts = re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", printed.read_bytes())
    return max(map(int, counts))


def full() -> View:
    """A city of which more is on record than two pages could hold, in full words."""
    words = " ".join(["Residents and the council meet in every quarter of the city."] * 6)
    told = {
        "summary": words,
        "partners": ["A school", "A museum", "A football club"],
        "evidence": [
            {"title": f"Report {n} of the council on its work", "url": f"https://example.org/{n}"} for n in (1, 2)
        ],
        "remark": "The source tells of several quarters, and does not say of which.",
        "start": "2023-05",
    }
    clauses = [record("commitments", f"c{n}", title=f"Commitment on the subject of number {n}") for n in range(14)]
    own = [
        record(
            "actions",
            f"a{n}",
            title=f"Meeting number {n} in all quarters of the city",
            commitments=["hague-2022/c0"],
            **told,
        )
        for n in range(30)
    ]
    others = [record("city", "", f"town{n}-no", name=f"Town {n}", country="NO") for n in range(3)] + [
        record(
            "actions", "deed", f"town{n}-no", title=f"A deed of town {n}", commitments=[f"hague-2022/c{9 + n}"], **told
        )
        for n in range(3)
    ]
    answers = [
        record(
            "updates", f"u{n}", commitment=f"hague-2022/c{n}", period="2024", completion="limited", narrative=words * 2
        )
        for n in range(9)
    ]
    endorsed = record("endorsements", official="A. Mayor", remark="The page gives no day.")
    return looked(endorsed, *clauses, *own, *others, *answers, audience="internal")


def unsigned(view: View, city: str) -> Paper:
    """The report without the page that a city signs, which is a page more."""
    return attrs.evolve(paper(view, "city", city), sign_off=())  # type: ignore[call-arg]  # a report to a city


@NEEDS_A_BROWSER
def test_the_page_to_sign_is_a_third_one(tmp_path: Path) -> None:
    """It begins a new page, and what stands at the end of each report has room on it."""
    view = seen(SHIPPED, Audience.CITY, "munich-de")
    bare, signed = (
        made("city", each, "html") for each in (unsigned(view, "munich-de"), paper(view, "city", "munich-de"))
    )
    assert pages(bare, tmp_path) + 1 == pages(signed, tmp_path)


@NEEDS_A_BROWSER
def test_the_longest_reports_to_cities_fill_two_pages(tmp_path: Path) -> None:
    """Of the register here, those with the most text; and those of a city with nothing on record, and of a network."""
    view = seen(SHIPPED, Audience.INTERNAL)
    every = {each.owner: made("city", unsigned(view, each.owner), "html") for each in view.all(CITIES)}
    longest = sorted(every, key=lambda city: len(every[city]), reverse=True)[:LONGEST]
    assert dict.fromkeys(longest, True) == {city: pages(every[city], tmp_path) <= 2 for city in longest}
    assert 1 == pages(every["uclg"], tmp_path)


@NEEDS_A_BROWSER
def test_a_city_that_did_more_than_can_be_told_has_two_pages(tmp_path: Path) -> None:
    """So much is told in full, some by name, and how many more there are is said."""
    found = unsigned(full(), "oslo-no")
    assert "and 24 more; we send you the list" in made("city", found, "md").decode()
    assert 2 == pages(made("city", found, "html"), tmp_path)


def test_what_is_not_told_is_counted() -> None:
    """One action of many words in full, five by name, the rest as a number; of most answers the level alone."""
    found = made("city", unsigned(full(), "oslo-no"), "md").decode()
    assert (1, 5) == (found.count("\n### Meeting number"), found.count("\n- Meeting number"))
    assert "and 24 more; we send you the list" in found
    told, _, short = found.partition("only the level of these is told here; what you wrote is on record:")
    assert (1, 8) == (told.count("**: limited. Residents"), short.count("**: limited.\n"))
