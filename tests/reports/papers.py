"""What the reports on cities, commitments and findings look like, of the register here and of the shipped one.

To write the files anew, from the root of the repository: python -m tests.reports.papers
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from pledgekit.dates import Period
from pledgekit.model.levels import Audience
from pledgekit.render import FORMATS, render, render_fragment
from pledgekit.render.json import to_json
from pledgekit.reports import REPORTS
from pledgekit.words import words
from tests.reports.goldens import REGISTER, SHIPPED, seen

if TYPE_CHECKING:
    from pledgekit.reports.value import Paper
    from pledgekit.view import View

__all__ = ["FOLDER", "NEW", "goldens", "made", "paper"]

FOLDER = Path(__file__).parent / "golden_papers"
NEW = ("city", "commitment", "spotlight", "findings")


def paper(view: View, name: str, subject: str, period: str = "") -> Paper:
    """A report that says nothing of the version of the day."""
    made = REPORTS[name].make(view, subject, Period.parse(period) if period else None)
    return attrs.evolve(made, tool_version="0.0.0")


def made(name: str, found: Paper, ending: str) -> bytes:
    """A report in one format; `fragment` is a part of another page."""
    if ending == "json":
        return to_json(found)
    document = REPORTS[name].lay_out(found, words())
    if ending.startswith("fragment."):
        return render_fragment(document, ending.removeprefix("fragment."))
    return render(document, ending)


def goldens() -> dict[str, bytes]:
    """Each golden file's name, and what belongs into it."""
    public, real = seen(REGISTER), seen(SHIPPED)
    inside = seen(REGISTER, Audience.INTERNAL)
    own = seen(REGISTER, Audience.CITY, "arden-gb")
    every = (*FORMATS, "json")
    wanted = (
        ("city-arden", "city", public, "arden-gb", "", every),
        ("city-arden-2024", "city", public, "arden-gb", "2024", ("md",)),
        ("city-arden-own", "city", own, "arden-gb", "", ("md", "json")),
        ("city-cliff", "city", public, "cliff-fr", "", ("md",)),
        ("city-haven", "city", public, "haven-pt", "", ("md",)),
        ("city-fjord-inside", "city", inside, "fjord-no", "", ("md", "txt")),
        ("city-the-hague", "city", real, "the-hague-nl", "", ("md", "html", "json")),
        ("city-oslo", "city", real, "oslo-no", "", ("md",)),
        ("city-arnhem", "city", real, "arnhem-nl", "", ("md", "txt")),
        ("commitment-doors", "commitment", public, "oak-2023/open-doors", "2024", (*every, "fragment.html")),
        (
            "commitment-speak-out",
            "commitment",
            real,
            "hague-2022/speak-out",
            "",
            ("md", "fragment.md", "fragment.html"),
        ),
        ("spotlight-arden", "spotlight", public, "arden-gb", "", every),
        ("spotlight-the-hague", "spotlight", real, "the-hague-nl", "", ("md",)),
        ("findings-oak", "findings", public, "oak-2023", "", every),
        ("findings-2023", "findings", real, "hague-2022", "2023", ("md", "json")),
    )
    return {
        f"{name}.{ending}": made(kind, paper(view, kind, subject, period), ending)
        for name, kind, view, subject, period, endings in wanted
        for ending in endings
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in goldens().items():
        (FOLDER / name).write_bytes(content)
