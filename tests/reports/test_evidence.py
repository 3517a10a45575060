"""How well what is on record can still be shown."""

from __future__ import annotations

import datetime

import pytest

from pledgekit.dates import PartialDate
from pledgekit.ids import Ref
from pledgekit.model.city import City
from pledgekit.model.deeds import Action, Evidence
from pledgekit.model.levels import Audience
from pledgekit.model.record import Source
from pledgekit.register import Register
from pledgekit.reports.evidence import Copies, copies
from pledgekit.view import Lens, look

DIGITS = "ab" * 32
TODAY = datetime.date(2026, 6, 30)


def looked(*actions: Action, held: set[str] | None = None, sources: tuple[Source, ...] = ()) -> Copies:
    """Look through a register with one city."""
    city = City(owner="oslo-no", id="oslo-no", name="Oslo", kind="city", country="NO", sources=sources)
    register = Register.of([city, *actions])
    return copies(look(register, Lens(as_of=TODAY, audience=Audience.INTERNAL)), held)


def action(*evidence: Evidence, sources: tuple[Source, ...] = ()) -> Action:
    """An action that rests on something."""
    return Action(owner="oslo-no", id="a", title="A", evidence=evidence, sources=sources)


def test_copies_are_found_by_their_fingerprint() -> None:
    """With or without `sha256:`, in capitals or not; one that nobody has is lost; without copies nothing is said."""
    held = action(Evidence(url="https://x.org/1", sha256=f"sha256:{DIGITS}"), Evidence(title="T", sha256="CD" * 32))
    found = looked(held, held={DIGITS.upper()})
    assert ["https://x.org/1"] == [each.url for each in found.found]
    assert [("T", 1)] == [(each.title, each.nth) for each in found.lost]
    assert ((), ()) == looked(held)[2:4]


def test_pages_without_a_copy_are_listed() -> None:
    """An address without fingerprint and archive; what has no address cannot be copied."""
    held = action(
        Evidence(url="https://x.org/1"),
        Evidence(url="https://x.org/2", archive="https://archive.org/2"),
        Evidence(title="a letter"),
    )
    found = looked(held, sources=(Source(url="https://x.org/3"),))
    assert [("https://x.org/3", "sources"), ("https://x.org/1", "evidence")] == [(e.url, e.key) for e in found.uncopied]
    assert 4 == found.sources


@pytest.mark.parametrize(
    ("captured", "old"), [("2024-06-29", True), ("2024-06-30", False), ("2024", False), ("2023", True)]
)
def test_copies_grow_old(captured: str, old: bool) -> None:
    """A copy that is certainly older than two years is worth taking anew."""
    found = looked(action(Evidence(title="T", sha256=DIGITS, captured=PartialDate.parse(captured))))
    assert old == bool(found.old)


def test_what_has_no_date_is_listed() -> None:
    """Who reads a source wants to know when it was said."""
    found = looked(action(Evidence(title="T"), Evidence(title="U", date=PartialDate.parse("2020"))))
    assert ["T"] == [each.title for each in found.undated]


def test_what_rests_on_little_is_listed() -> None:
    """One source named twice is one; two are enough."""
    page = Evidence(url="https://x.org/1")
    assert [(Ref("oslo-no", "a"), 0)] == [(each.ref, each.sources) for each in looked(action()).thin]
    assert [1] == [each.sources for each in looked(action(page, page)).thin]
    assert () == looked(action(page, sources=(Source(title="T"),))).thin
