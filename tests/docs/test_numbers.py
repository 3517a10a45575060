"""The worked example of the page on numbers: what is counted there by hand is what the program counts."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import pytest

from pledgekit.checks import Tier, check
from pledgekit.dates import Period
from pledgekit.figures import Count, Share, figures, tally_all
from pledgekit.ids import Ref
from pledgekit.model.levels import State
from pledgekit.store import load
from pledgekit.view import Lens, look
from tests.docs.running import PAGES, lay_example, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pledgekit.figures import Tally

PAGE = text_of(PAGES / "numbers.md")
AS_OF = datetime.date(2025, 3, 1)
DECLARATION = "canals-2023"


@pytest.fixture
def total(tmp_path: Path) -> Tally:
    """Give the tally of the page's register as the page asks for it."""
    lay_example(tmp_path)
    loaded = load(tmp_path)
    assert {"info"} == {each.severity for each in check(loaded, today=AS_OF, tier=Tier.STRICT)}
    return tally_all(look(loaded.register, Lens(as_of=AS_OF)), DECLARATION, Period.parse("2024"))


@pytest.fixture
def counted(total: Tally) -> Mapping[str, Count | Share]:
    """Give the figures."""
    return figures(total)


def test_figures_are_those_of_the_page(counted: Mapping[str, Count | Share]) -> None:
    """Each row of the table gives value and universe as counted; of the declaration's own figures none is missing."""
    rows = re.findall(r"^\| `([a-z0-9/-]+)` \| (\d+) \| ?(\d*) ?\|", PAGE, re.MULTILINE)
    actual = [(name, f"{counted[name].value}", _of(counted[name])) for name, _, _ in rows]
    assert rows == actual
    assert {each for each in counted if not each.startswith(DECLARATION)} <= {name for name, _, _ in rows}


def test_what_is_uncertain_is_that_of_the_page(counted: Mapping[str, Count | Share]) -> None:
    """The stations and Wrocław are what stands in `uncertain`, and Ghent and Leiden are left out as it says."""
    stations, wroclaw = Ref("wroclaw-pl", "stations"), Ref("wroclaw-pl")
    assert frozenset({stations}) == counted["actions"].uncertain == counted["actions/after"].uncertain
    assert frozenset({wroclaw}) == counted["cities-with-action"].uncertain
    assert [("ghent-be", "not-reached")] == _left_out(counted["response-rate"])
    assert [("leiden-nl", "not-applicable")] == _left_out(counted[f"{DECLARATION}/clean-water/cities-with-action"])


def test_cells_are_those_of_the_page(total: Tally) -> None:
    """The states of the table are those of the cells."""
    names = {"Ghent": "ghent-be", "Leiden": "leiden-nl", "Wrocław": "wroclaw-pl"}
    shown = {
        names[city]: [clean, banks]
        for city, clean, banks in re.findall(r"^\| (\S+) \| `([a-z-]+)` \| `([a-z-]+)` \|$", PAGE, re.MULTILINE)
        if city in names
    }
    cells = {line.city.owner: [cell.state.value for cell in line.cells] for line in total.lines.values() if line.row}
    assert shown == cells
    assert ["clean-water", "open-banks"] == [each.id for each in total.scope.commitments]


def test_every_figure_and_state_is_explained(counted: Mapping[str, Count | Share]) -> None:
    """What the program counts and how it calls a cell stands on the page."""
    ids = {each.removeprefix(f"{DECLARATION}/open-banks/") for each in counted if "/clean-water/" not in each}
    assert set() == {each for each in ids if f"`{each}`" not in PAGE and not each.startswith("completion/")}
    assert set() == {each.value for each in State if f"`{each.value}`" not in PAGE}


def _of(figure: Count | Share) -> str:
    return f"{figure.of}" if isinstance(figure, Share) else ""


def _left_out(figure: Count | Share) -> list[tuple[str, str]]:
    assert isinstance(figure, Share)
    return [(each.ref.owner, each.why) for each in figure.left_out]
