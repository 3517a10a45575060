"""What the implementation updates of the register beside this file, and of the shipped one, look like.

To write the files anew, from the root of the repository: python -m tests.reports.goldens
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import attrs

from pledgekit.dates import Period
from pledgekit.model.levels import Audience
from pledgekit.render import FORMATS, render
from pledgekit.render.json import to_json
from pledgekit.reports.annual import AnnualReport, annual, lay_out
from pledgekit.store import load
from pledgekit.view import Lens, View, look
from pledgekit.words import words

__all__ = ["FOLDER", "REGISTER", "SHIPPED", "made", "goldens", "report", "seen"]

FOLDER = Path(__file__).parent / "golden"
REGISTER = Path(__file__).parent / "register"
SHIPPED = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 22)


@cache
def seen(root: Path, audience: Audience = Audience.PUBLIC, city: str = "") -> View:
    """A register as an audience sees it on the day of all these reports."""
    loaded = load(root)
    assert () == loaded.problems
    return look(loaded.register, Lens(as_of=DAY, audience=audience, city=city or None))


def report(view: View, declaration: str, period: str = "") -> AnnualReport:
    """A report that says nothing of the version of the day."""
    made = annual(view, declaration, Period.parse(period) if period else None)
    return attrs.evolve(made, tool_version="0.0.0")


def made(report: AnnualReport, ending: str) -> bytes:
    """A report in one format."""
    return to_json(report) if ending == "json" else render(lay_out(report, words()), ending)


def goldens() -> dict[str, bytes]:
    """Each golden file's name, and what belongs into it."""
    public, network = seen(REGISTER), seen(REGISTER, Audience.NETWORK)
    every = (*FORMATS, "json")
    wanted = (
        ("oak-2024", report(public, "oak-2023", "2024"), every),
        ("oak-2024-network", report(network, "oak-2023", "2024"), ("md",)),
        ("oak", report(public, "oak-2023"), ("md",)),
        ("elm", report(public, "elm-2024"), ("md",)),
        ("elm-network", report(network, "elm-2024"), ("md",)),
        ("ash", report(public, "ash-2022"), ("md",)),
        ("void", report(public, "void-2025"), ("md", "json")),
        ("hague", report(seen(SHIPPED), "hague-2022"), ("md", "json")),
    )
    return {f"{name}.{ending}": made(each, ending) for name, each, endings in wanted for ending in endings}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in goldens().items():
        (FOLDER / name).write_bytes(content)
