"""Reports of what is not whole: refs that lead nowhere, owners without a record, years that are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.registers import CITY, DECLARED, made, seen
from tests.reports.papers import made as printed
from tests.reports.papers import paper

if TYPE_CHECKING:
    from pledgekit.model.record import Record

CLAUSE = f"{DECLARED}/speak-out"
DEED = made("actions", "deed", date="2023-06-15", evidence=[{"title": "A page"}])


def text(name: str, subject: str, *records: Record, audience: str = "internal", period: str = "") -> str:
    """A report as Markdown, of the base and these records."""
    view = seen(*records, audience=audience)
    return printed(name, paper(view, name, subject, period), "md").decode()


def test_a_like_commitment_that_is_not_held_is_left_out() -> None:
    """Neither one that does not exist nor one whose declaration does not is told; one that is there is."""
    refs = ("nyc-2023/speak-up", "gone-2020/c", f"{DECLARED}/absent")
    clause = made("commitments", "speak-out", maps_to=[{"commitment": each, "relation": "same"} for each in refs])
    known = (
        made("declaration", "", "nyc-2023", title="New York"),
        made("commitments", "speak-up", "nyc-2023", title="Up"),
    )
    orphan = made("commitments", "c", "gone-2020", title="Orphan")
    page = text("commitment", CLAUSE, clause, *known, orphan).partition("## Like commitments")[2]
    assert (True, False) == ("Up" in page, "Orphan" in page)
    assert "Like commitments" not in text("commitment", CLAUSE, clause, orphan)


def test_chosen_examples_are_told_and_the_rest_is_named() -> None:
    """Where a selection stands for a period, its examples come in full and the others by name below."""
    other = made("actions", "other", title="Another evening", date="2024-02-01")
    chosen = made("selections", "s", period="2024", commitment=CLAUSE, actions=[f"{CITY}/told"])
    told = made("actions", "told", title="Told in full", summary="The whole story.", date="2024-03-01")
    page = text("commitment", CLAUSE, told, other, chosen, period="2024")
    examples = page.partition("## Examples")[2]
    assert "The whole story." in examples
    assert "Another evening" in examples.partition("The whole story.")[2]


def test_a_finding_built_on_one_that_is_not_held_stands_alone() -> None:
    """What it builds on is told where it is held, and passed over where it is not."""
    first = made("findings", "first", text="Mayors matter", year=2022)
    second = made("findings", "second", text="Mayors still matter", year=2023, builds_on=[f"{DECLARED}/first"])
    assert "Mayors matter" in text("findings", DECLARED, first, second, period="2023")
    lost = made("findings", "second", text="Mayors still matter", year=2023, builds_on=[f"{DECLARED}/absent"])
    page = text("findings", DECLARED, lost, period="2023")
    assert (True, False) == ("Mayors still matter" in page, "uilds on" in page)


def test_a_number_of_inhabitants_without_a_year_is_told_bare() -> None:
    """Whose year is known says it."""
    assert "**Inhabitants**: 700,000\n" in text("spotlight", CITY, made("city", population={"value": 700_000}))
    assert "700,000 (2023)" in text("spotlight", CITY, made("city", population={"value": 700_000, "year": 2023}))


def test_a_city_that_lacks_only_actions_is_asked_for_no_details() -> None:
    """Details that are missing have a sentence of their own, and only where there are any."""
    signed = made("endorsements", "signed", date="2022-11-16")
    mayor = made("officials", "mayor", seen="2025-10")
    bare = text("city", CITY, signed, mayor)
    undated = text("city", CITY, signed, mayor, made("commitments", "second", title="Second"), made("actions", "deed"))
    sentence = "These details would help"
    assert (False, True) == (sentence in bare, sentence in undated)
