"""Clauses over time."""

from __future__ import annotations

import pytest

from pledgekit.checks.clauses import chain, changed, circle, filed, included_in, translated, unplaced
from pledgekit.codec.read import parse
from pledgekit.fingerprint import fingerprint
from tests.checks.registers import HAGUE, found, record, said


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


def official(name: str, **keys: object) -> str:
    """Write a clause in the declaration's words."""
    text = f"Clause {name} of the test text"
    return record("commitments", id=name, title=name, wording="official", text=text, **keys)


def action(*filed: str) -> str:
    """Write an action under these commitments."""
    return record("actions", id="a", title="A", commitments=[f"hague-2022/{each}" for each in filed])


def declared(*onward: str, more: str = "") -> str:
    """The declaration, its working title led on to these clauses; two clauses are there."""
    led = f"superseded_by = {[f'hague-2022/{each}' for each in onward]}\n" if onward else ""
    return HAGUE + led + official("c1") + official("c2") + more


def mark(text: str, owner: str, home: str) -> str:
    """Give the fingerprint of the last record of a file."""
    return fingerprint(parse(text.encode(), file="f", owner=owner, home=home).records[-1])


def still_holds(what: str, clause: str, *, clause_as: str = "") -> str:
    """Write a review of the record of a file of Oslo, held against a clause of now unless told."""
    name = clause_as or mark(HAGUE + official(clause), "hague-2022", "declarations")
    mine = mark(what, "oslo-no", "commitments")
    (ref,) = [line.split('"')[1] for line in what.splitlines() if line.startswith("id = ")]
    clause = f"hague-2022/{clause}"
    seen = f'[{{ record = "oslo-no/{ref}", content = "{mine}" }}, {{ record = "{clause}", content = "{name}" }}]'
    return f'[[reviews]]\nid = "r"\nverdict = "still-holds"\nseen = {seen}\nby = "X"\ndate = 2025-01-01\n'


def test_what_stands_under_a_superseded_title_is_named() -> None:
    """An answer and an action; until a review upholds it, for the clause and the record as they are now."""
    led = {"declarations__hague___2022__d": declared("c1")}
    answer, deed = update(completion="limited"), action("speak-out")
    for rule, each, key in ((changed, answer, "commitment"), (filed, deed, "commitments[0]")):
        assert [f"clause-changed {key}"] == found(rule, each, **led)
        assert ["hague-2022/speak-out was superseded by hague-2022/c1"] == said(rule, each, **led)
        assert [] == found(rule, each, still_holds(each, "c1"), **led)
        assert [f"clause-changed {key}"] == found(rule, each, still_holds(each, "c2"), **led)
        assert [f"clause-changed {key}"] == found(rule, each, still_holds(each, "c1", clause_as="sha256:0"), **led)
        changed_since = each.replace('id = "', 'remark = "R"\nlang = "en"\nid = "')
        assert [f"clause-changed {key}"] == found(rule, changed_since, still_holds(each, "c1"), **led)
    assert [] == found(filed, action("c1"), **led)
    assert [] == found(filed, action("speak-out", "c1"), **led)


def test_a_translation_of_other_words_is_named() -> None:
    """Of a clause; a review of the clause by itself upholds it, one of what was held against it does not."""
    text = official("c3", translations='{ nl = { title = "T", seen = "sha256:0" }, de = { title = "T" } }').replace(
        '"{ nl', "{ nl"
    )
    text = text.replace('} }"', "} }")
    now = mark(HAGUE + text, "hague-2022", "declarations")
    path = {"declarations__hague___2022__d": declared(more=text)}
    assert ["clause-changed translations.nl"] == found(translated, **path)
    right = {"declarations__hague___2022__d": declared(more=text.replace("sha256:0", now))}
    assert [] == found(translated, **right)
    review = still_holds(action("c3"), "c3", clause_as=now)
    assert ["clause-changed translations.nl"] == found(translated, action("c3"), review, **path)
    alone = review.replace(review[review.index("{ record") : review.index('{ record = "hague')], "")
    assert [] == found(translated, action("c3"), alone, **path)


def test_an_action_without_one_clause_is_named() -> None:
    """Its title became several, or none took its place though clauses are held; not where no clause is held at all."""
    several = {"declarations__hague___2022__d": declared("c1", "c2")}
    none = {"declarations__hague___2022__d": declared()}
    assert ["open-clause commitments[0]"] == found(unplaced, action("speak-out"), **several)
    assert ["open-clause commitments[0]"] == found(unplaced, action("speak-out", "c1"), **several)
    assert ["open-clause commitments[0]"] == found(unplaced, action("speak-out"), **none)
    assert [] == found(filed, action("speak-out"), **several)
    assert [] == found(unplaced, action("c1"), **several)
    assert [] == found(unplaced, action("gone"), **none)
    assert [] == found(unplaced, action("speak-out"), declarations__hague___2022__d=declared("c1"))
    assert [] == found(unplaced, action("speak-out"))
    bare = HAGUE[: HAGUE.index("[[")]
    assert [] == found(unplaced, action("speak-out"), declarations__hague___2022__d=bare)
    for rule in (changed, filed, translated):
        assert [] == found(rule, action("speak-out"), declarations__hague___2022__d=bare)


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
