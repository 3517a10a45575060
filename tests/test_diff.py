"""What changed between two views, as a value: every kind of change once, nothing twice, nothing hidden."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.diff import diff, word_diff
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.view import Lens, look
from tests.checks.registers import loaded, record
from tests.registers import registers

if TYPE_CHECKING:
    from pledgekit.diff import Difference
    from pledgekit.model.record import Record
    from pledgekit.view import View

DAY = datetime.date(2026, 1, 1)


def view(*texts: str, audience: Audience = Audience.INTERNAL) -> View:
    """Look at Oslo's files."""
    files = {f"commitments/oslo-no/f{number}.toml": text for number, text in enumerate(texts)}
    return look(loaded(files).register, Lens(as_of=DAY, audience=audience))


def changes(found: Difference) -> list[tuple[str, str, list[str]]]:
    """Write changes short: what, which, which keys."""
    return [
        (each.what, f"{each.table} {each.ref.id or each.ref}", [key.key for key in each.keys]) for each in found.changes
    ]


def update(id: str, completion: str, period: str = "2024", **keys: object) -> str:
    """Write an answer of Oslo."""
    return record("updates", id=id, commitment="hague-2022/speak-out", period=period, completion=completion, **keys)


ACTION = record("actions", id="a", title="A", visibility="public")
RETRACTED = record("retractions", id="r", record="oslo-no/a", reason="error")
CITY_GONE = record("retractions", id="r", record="oslo-no", reason="error")
SIGNED = record("endorsements", id="s", declaration="hague-2022", act="signed")
ENDED = record("endorsements", id="e", declaration="hague-2022", act="ended")
LATER = record("actions", id="a", revision=2, title="A", visibility="public", status="closed")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([ACTION], [ACTION], []),
        ([], [ACTION], [("new", "actions a", [])]),
        ([ACTION], [], [("gone", "actions a", [])]),
        ([ACTION], [ACTION, RETRACTED], [("retracted", "actions a", [])]),
        ([ACTION], [CITY_GONE], [("retracted", "city oslo-no", []), ("retracted", "actions a", [])]),
        ([ACTION], [ACTION, LATER], [("changed", "actions a", ["status"])]),
        ([LATER], [ACTION.replace("id =", "revision = 3\nid =")], [("changed", "actions a", ["status"])]),
        ([ACTION], [ACTION.replace("id =", "recorded = 2025-01-01\nid =")], []),
        ([SIGNED], [SIGNED, ENDED], [("ended", "endorsements e", [])]),
        ([], [SIGNED], [("new", "endorsements s", [])]),
        ([update("u", "limited")], [update("u", "limited"), update("v", "complete", date="2025-02")],
         [("changed", "updates v", ["completion", "date"])]),
        ([update("u", "limited"), update("v", "complete", date="2025-02")], [update("u", "limited")],
         [("changed", "updates u", ["completion", "date"])]),
        ([update("u", "limited")], [], [("gone", "updates u", [])]),
    ],
)  # fmt: skip
def test_each_change_is_told(before: list[str], after: list[str], expected: list[tuple[str, str, list[str]]]) -> None:
    """What is new, changed, ended, taken back and gone; of answers to one question the latest counts."""
    assert expected == changes(diff(view(*before), view(*after)))


def test_a_new_answer_knows_the_one_before() -> None:
    """An answer for a later period stands beside the city's last one; an answer to another clause does not."""
    was = [update("o", "not-started", "2022"), update("u", "limited", "2023")]
    found = diff(view(*was), view(*was, update("v", "complete"), update("w", "limited", "2021")))
    assert [("v", "u"), ("w", None)] == [(each.ref.id, each.earlier and each.earlier.id) for each in found.changes]


def test_a_city_taken_back_goes_with_all_it_holds() -> None:
    """Where the retraction lies elsewhere and so is seen, it is told."""
    held = {"declarations/hague-2022/r.toml": CITY_GONE, "commitments/oslo-no/f0.toml": ACTION}
    after = look(loaded(held).register, Lens(as_of=DAY, audience=Audience.INTERNAL))
    expected: list[tuple[str, str, list[str]]] = [("retracted", "city oslo-no", []), ("retracted", "actions a", [])]
    assert expected == changes(diff(view(ACTION), after))


def test_nobody_is_told_of_what_is_hidden() -> None:
    """A change in what an audience may not see is none for it."""
    hidden = record("actions", id="h", title="H")
    found = diff(view(audience=Audience.PUBLIC), view(hidden, audience=Audience.PUBLIC))
    assert () == found.changes


def test_cities_come_by_name() -> None:
    """Inside a kind, changes are in the order of names, not of ids."""
    city = '[city]\nid = "{}"\nname = "{}"\nkind = "city"\ncountry = "NO"\n'
    files = {f"commitments/{id}/c.toml": city.format(id, name) for id, name in (("a-no", "Ås"), ("b-no", "Alta"))}
    after = look(loaded(files).register, Lens(as_of=DAY, audience=Audience.INTERNAL))
    assert ["b-no", "a-no"] == [each.ref.owner for each in diff(view(), after).changes]


@given(registers())
def test_a_register_does_not_differ_from_itself(records: list[Record]) -> None:
    """Nothing changed, whatever there is."""
    seen = look(Register.of(records), Lens(as_of=DAY, audience=Audience.INTERNAL))
    assert () == diff(seen, seen).changes


@given(registers(), registers())
def test_there_and_back_tell_the_same_records(one: list[Record], other: list[Record]) -> None:
    """What is new one way is gone the other way, and what changed changed."""
    lens = Lens(as_of=DAY, audience=Audience.PUBLIC)
    left, right = look(Register.of(one), lens), look(Register.of(other), lens)
    there, back = diff(left, right), diff(right, left)
    assert len(there.changes) == len(back.changes)
    changed = [
        [each.ref for each in found.changes if each.what == "changed" and each.table != "updates"]
        for found in (there, back)
    ]
    assert sorted(changed[0]) == sorted(changed[1])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("We speak out.", "We speak out.", [("same", "We speak out.")]),
        ("We speak out.", "We speak up.", [("same", "We speak"), ("gone", "out."), ("new", "up.")]),
        ("a b", "b", [("gone", "a"), ("same", "b")]),
        ("b", "b c", [("same", "b"), ("new", "c")]),
        ("", "", []),
    ],
)
def test_words_are_compared(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    """What stayed, what went and what came, in order."""
    assert expected == list(word_diff(before, after))


def test_very_long_texts_are_shown_as_replaced() -> None:
    """Comparing them would take too long."""
    one, other = "a " * 3000, "b " * 3000
    assert ["gone", "new"] == [tag for tag, _ in word_diff(one, other)]


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_both_texts_can_be_read_off(before: list[str], after: list[str]) -> None:
    """The pieces that stayed and went are the one text, those that stayed and came the other."""
    found = word_diff(" ".join(before), " ".join(after))
    assert before == " ".join(text for tag, text in found if tag != "new").split()
    assert after == " ".join(text for tag, text in found if tag != "gone").split()
