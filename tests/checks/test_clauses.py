"""Clauses over time."""

from __future__ import annotations

import pytest

from pledgekit.checks.clauses import chain, changed, circle, included_in
from pledgekit.codec.read import parse
from pledgekit.fingerprint import fingerprint
from tests.checks.registers import HAGUE, found, record


def clauses(**onward: str) -> str:
    """A declaration with clauses, each with what took its place."""
    more = [
        record(
            "commitments", id=name, title=name, wording="provisional", superseded_by=[f"hague-2022/{to}"] if to else []
        )
        for name, to in onward.items()
    ]
    return HAGUE + "".join(more)


@pytest.mark.parametrize(
    ("onward", "chains", "circles"),
    [
        ({"a": "b", "b": ""}, 0, 0),
        ({"a": "b", "b": "c", "c": ""}, 1, 0),
        ({"a": "a"}, 0, 1),
        ({"a": "b", "b": "a"}, 0, 2),
        ({"a": "b", "b": "c", "c": "b"}, 1, 2),
        ({"a": "gone"}, 0, 0),
    ],
)
def test_what_takes_a_place_is_in_use(onward: dict[str, str], chains: int, circles: int) -> None:
    """A chain is named where it begins; a circle at each of its clauses."""
    text = clauses(**onward)
    assert (chains, circles) == (
        len(found(chain, declarations__hague___2022__d=text)),
        len(found(circle, declarations__hague___2022__d=text)),
    )


def update(**keys: object) -> str:
    """Write an answer."""
    return record("updates", id="u", commitment="hague-2022/speak-out", period="2024", **keys)


def test_an_answer_to_other_words_is_named() -> None:
    """One to the words of now is not, nor one that says nothing of it, nor one to a clause that is not there."""
    now = fingerprint(parse(HAGUE.encode(), file="f", owner="hague-2022", home="declarations").records[1])
    right = update(completion="limited", clause_seen=now)
    wrong = update(completion="limited", clause_seen="sha256:0")
    assert [] == found(changed, right)
    assert [] == found(changed, update(completion="limited"))
    assert [] == found(changed, wrong.replace("speak-out", "gone"))
    expected = ["clause-changed updates[0].clause_seen".replace("updates[0].", "")] * 2
    assert expected == found(changed, wrong, wrong.replace('"u"', '"v"'))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"instead": "included-elsewhere"}, ["included-in instead"]),
        ({"instead": "included-elsewhere", "included_in": "oslo-no"}, []),
        ({"completion": "limited", "included_in": "oslo-no"}, ["included-in included_in"]),
        ({"completion": "limited"}, []),
    ],
)
def test_who_reports_elsewhere_is_named(keys: dict[str, object], expected: list[str]) -> None:
    """Exactly where somebody else does."""
    assert expected == found(included_in, update(**keys))
