"""Totals that others printed: each speaks of a figure of ours; a difference is told."""

from __future__ import annotations

import datetime

import pytest

from pledgekit.checks import published
from pledgekit.figures import figures, tally_all
from pledgekit.model.levels import Audience
from pledgekit.view import Lens, look
from tests.checks.registers import HAGUE, OSLO, found, found_in_part, loaded, record, said

SIGNED = record("endorsements", id="e", declaration="hague-2022", act="signed", date="2022")


def total(figure: str, value: int, as_of: str = "2023", **keys: object) -> str:
    """A published total."""
    text = record("published", id="p", figure=figure, value=value, as_of=as_of, **keys)
    return text + 'sources = [{ title = "A" }]\n'


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("signatories", []),
        ("hague-2022/speak-out/actions", []),
        ("hague-2022/speak-out/completion/limited", []),
        ("signatory", ["'signatory' is not a figure; nearest: signatories"]),
        ("zzz", ["'zzz' is not a figure"]),
    ],
)
def test_a_published_total_names_a_figure(figure: str, expected: list[str]) -> None:
    """Of the declaration or of one of its commitments."""
    assert expected == said(published.unknown_figure, declarations__hague___2022__p=total(figure, 40))


def test_a_figure_of_a_clause_that_may_only_be_waiting_for_a_repair_is_not_called_unknown() -> None:
    """The broken file may hold the clause."""
    files = {"declarations__hague___2022__p": total("hague-2022/x/actions", 1), "declarations__hague___2022__c": "[[c"}
    assert [] == found(published.unknown_figure, **files)


def test_the_figures_known_here_are_those_that_are_counted() -> None:
    """No name can be printed that nothing counts, and none that is counted is refused."""
    request = record("requests", id="q", declaration="hague-2022", period="2024", act="asked", date="2025")
    opened = record("rounds", id="r", period="2024", due="2026-01")
    files = {
        "commitments/oslo-no/e.toml": SIGNED + request,
        "declarations/hague-2022/d.toml": HAGUE.replace("[[comm", "assessed = true\n[[comm", 1),
        "declarations/hague-2022/r.toml": opened,
    }
    view = look(loaded(files).register, Lens(as_of=datetime.date(2026, 1, 1), audience=Audience.INTERNAL))
    names = {name.removeprefix("hague-2022/speak-out/"): name for name in figures(tally_all(view, "hague-2022"))}
    clause = {short for short, name in figures_of_clause(names).items() if name}
    assert published.CLAUSE_FIGURES == clause
    whole = {name for name in figures(tally_all(view, "hague-2022")) if not name.startswith("hague-2022/")}
    assert published.FIGURES == whole


def figures_of_clause(names: dict[str, str]) -> dict[str, str]:
    """Those names that stand for a clause."""
    return {short: name for short, name in names.items() if name.startswith("hague-2022/")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (total("signatories", 1), []),
        (total("signatories", 40), ["others printed 40 for 'signatories', we count 1 on that day"]),
        (total("signatories", 40, why="They count leaders."), []),
        (total("signatories", 40, as_of="2022-01"), ["others printed 40 for 'signatories', we count 1 on that day"]),
        (total("signatories", 0, as_of="2022-01"), []),
        (total("zzz", 40), []),
        (
            total("signatories", 2) + total("countries", 1).replace('"p"', '"p2"'),
            ["others printed 2 for 'signatories', we count 1 on that day"],
        ),
    ],
)
def test_a_total_that_differs_is_told_until_somebody_says_why(text: str, expected: list[str]) -> None:
    """It is laid beside what we count on its day; what is only possibly so gives room."""
    assert expected == said(published.differs, SIGNED, declarations__hague___2022__p=text)


def test_part_of_a_register_counts_nothing() -> None:
    """Nor is there anything to count without the declaration itself."""
    text = total("signatories", 40)
    assert [] == found_in_part(published.differs, declarations__hague___2022__p=text)
    assert [] == said(published.differs, declarations__nyc___2023__p=text)
    assert OSLO
