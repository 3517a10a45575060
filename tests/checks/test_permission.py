"""Permission, the right of reply, and reviews that no longer speak for a record."""

from __future__ import annotations

import pytest

from pledgekit.checks.permission import missing, reply_open, unused, void
from pledgekit.codec.read import parse
from pledgekit.fingerprint import fingerprint
from tests.checks.registers import found, record, said

ACTION = record("actions", id="a", visibility="public", title="A", told_by="city")


def mark(text: str) -> str:
    """Give the fingerprint of a city's record."""
    return fingerprint(parse(text.encode(), file="f", owner="oslo-no", home="commitments").records[0])


def review(verdict: str, content: str, id: str = "r", date: str = "2024", about: str = "a") -> str:
    """Write a review."""
    seen = f'seen = [{{ record = "oslo-no/{about}", content = "{content}" }}]\n'
    return record("reviews", id=id, verdict=verdict, by="B", date=date) + seen


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([ACTION], ['told by the city, public, and no review says "may-publish"']),
        ([ACTION.replace("public", "network", 1)], []),
        ([ACTION.replace('"city"', '"press"')], []),
        ([ACTION + 'sources = [{ title = "T" }]\n'], ['told by the city, public, and no review says "may-publish"']),
        ([ACTION + 'sources = [{ url = "https://example.org/" }]\n'], []),
        ([ACTION + '[[actions.evidence]]\nurl = "https://example.org/"\n'], []),
        ([ACTION + '[[actions.evidence]]\nurl = "https://example.org/"\nvisibility = "network"\n'],
         ['told by the city, public, and no review says "may-publish"']),
        ([ACTION, review("may-publish", mark(ACTION))], []),
        ([ACTION, review("approved", mark(ACTION))], ['told by the city, public, and no review says "may-publish"']),
        ([ACTION, review("may-publish", "sha256:0")], ['it has changed since a review said "may-publish"']),
        ([ACTION, review("may-publish-unnamed", "sha256:0")], []),
        ([ACTION, review("must-not-publish", "sha256:0")], []),
    ],
)  # fmt: skip
def test_what_was_told_to_us_is_public_by_leave(texts: list[str], expected: list[str]) -> None:
    """Unless it was published before; leave is for what was seen. What is withheld needs none."""
    assert expected == said(missing, *texts)


ASSESSED = record(
    "assessments", id="s", visibility="public", commitment="hague-2022/speak-out", period="2024", completion="limited",
    evidence_level="documented", assessor="A", date="2025",
)  # fmt: skip
REPLY = record("replies", id="p", assessment="oslo-no/s", text="T", date="2025")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([ASSESSED], 1),
        ([ASSESSED + 'reply_due = "2026-02"\n'], 1),
        ([ASSESSED + 'reply_due = "2025-12"\n'], 0),
        ([ASSESSED, REPLY], 0),
        ([ASSESSED, REPLY.replace("id", 'visibility = "network"\nid', 1)], 1),
        ([ASSESSED.replace("public", "network", 1)], 0),
    ],
)
def test_the_city_replies_first(texts: list[str], expected: int) -> None:
    """Or lets its day pass; a reply that is not public does not open the assessment."""
    assert expected == len(found(reply_open, *texts))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([review("approved", mark(ACTION))], []),
        ([review("approved", "sha256:0")], ["oslo-no/a has changed since"]),
        ([review("approved", "sha256:0"), review("still-holds", mark(ACTION), "q", "2025-06")], []),
        ([review("approved", mark(ACTION), "q", "2025-06"), review("approved", "sha256:0")], []),
        ([review("approved", "sha256:0", about="gone")], []),
        (
            [review("must-not-publish", "sha256:0")],
            ["oslo-no/a has changed since; the ban stays until it is retracted"],
        ),
        (
            [review("may-publish-unnamed", "sha256:0"), review("approved", mark(ACTION), "q", "2025")],
            ["oslo-no/a has changed since; nothing of it is shown to the public until somebody looks again"],
        ),
        ([review("approved", "sha256:0"), record("retractions", id="t", record="oslo-no/a", reason="error")], []),
    ],
)
def test_a_review_speaks_of_what_is(texts: list[str], expected: list[str]) -> None:
    """The latest one counts; of what is gone nothing is said."""
    assert expected == said(void, ACTION, *texts)


HELD = ACTION.replace("public", "network", 1)
LEAVE = 'a review says "may-publish", and it is not public'


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([HELD, review("may-publish", mark(HELD))], [LEAVE]),
        ([HELD, review("may-publish-unnamed", mark(HELD))], [LEAVE.replace("publish", "publish-unnamed", 1)]),
        ([HELD, review("may-publish", "sha256:0")], []),
        ([HELD, review("may-publish", "sha256:0", about="b")], []),
        ([HELD, review("approved", mark(HELD))], []),
        ([ACTION, review("may-publish", mark(ACTION))], []),
        ([HELD, review("may-publish", mark(HELD)), review("must-not-publish", "sha256:0", id="n")], []),
        (
            [
                HELD,
                review("may-publish", mark(HELD)),
                record("retractions", id="x", record="oslo-no/a", reason="error"),
            ],
            [],
        ),
    ],
)
def test_what_may_be_published_and_is_not_is_told(texts: list[str], expected: list[str]) -> None:
    """Where a city gave leave for a record as it is now, and nobody forbade it."""
    assert expected == said(unused, *texts)
