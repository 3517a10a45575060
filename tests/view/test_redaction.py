"""What is taken off a record that is seen: hidden keys, narrower evidence, refs to what is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.codec.plain import plain
from pledgekit.ids import Ref
from pledgekit.model.kinds import KINDS
from tests.registers import CITY, DECLARED, made, refs, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

AUDIENCES = ("public", "city", "network", "internal")
DEED = f"{CITY}/deed"
OPEN = made("actions", "deed")
HIDDEN = made("actions", "hidden", visibility="internal")


def values(*records: Record, key: str, audience: str = "public", table: str = "") -> list[Any]:
    """What a view shows of one key of the records of a table (that of the first record)."""
    table = table or next(name for name, kind in KINDS.items() if isinstance(records[0], kind.cls))
    return [plain(each).get(key) for each in seen(*records, audience=audience).all(KINDS[table])]


@pytest.mark.parametrize(
    ("table", "key", "value", "expected"),
    [
        ("actions", "note", "psst", {"internal"}),
        ("actions", "recorded_by", "A. Colleague", {"internal"}),
        ("updates", "answered_by", "B. Colleague", {"internal"}),
        ("updates", "obstacles", ["no-funding"], {"city", "network", "internal"}),
        ("actions", "extra", {"budget": 7}, {"city", "network", "internal"}),
        ("actions", "remark", "printed", set(AUDIENCES)),
        ("city", "note", "psst", {"internal"}),
        ("declaration", "extra", {"x": 1}, {"network", "internal"}),
    ],
)
def test_hidden_keys_are_emptied(table: str, key: str, value: object, expected: set[str]) -> None:
    """Whatever the record, some keys are for staff, some for the network at most."""
    more = {"completion": "limited"} if table == "updates" else {}
    record = made(table, visibility="public", **{key: value, **more})
    shown = {each: values(record, key=key, audience=each) for each in AUDIENCES}
    assert {each: [value if each in expected else None] for each in AUDIENCES} == shown


def test_a_hidden_key_is_hidden_in_translation_too() -> None:
    """A translation of a note is a note."""
    texts = {"nl": {"title": "Dagen", "note": "stil", "seen": "sha256:0"}, "fr": {"title": "Jours"}}
    record = made("actions", "deed", translations=texts)
    open_texts = {"nl": {"title": "Dagen", "seen": "sha256:0"}, "fr": {"title": "Jours"}}
    found = [values(record, key="translations", audience=each) for each in ("public", "internal")]
    assert [[open_texts], [texts]] == found
    free = {"fr": texts["fr"]}
    assert [free] == values(made("actions", "deed", translations=free), key="translations")


@pytest.mark.parametrize(
    ("of_action", "of_evidence", "expected"),
    [
        ("public", None, set(AUDIENCES)),
        ("public", "public", set(AUDIENCES)),
        ("public", "network", {"city", "network", "internal"}),
        ("public", "internal", {"internal"}),
        ("network", "public", {"city", "network", "internal"}),
        ("internal", "public", {"internal"}),
    ],
)
def test_evidence_can_only_be_narrower(of_action: str, of_evidence: str | None, expected: set[str]) -> None:
    """It inherits the action's visibility; its own key can only narrow."""
    item = {"title": "law", "visibility": of_evidence} if of_evidence else {"title": "law"}
    action = made("actions", "deed", visibility=of_action, evidence=[item])
    assert expected == {each for each in AUDIENCES if values(action, key="evidence", audience=each) == [[item]]}


def test_open_evidence_stays_beside_hidden() -> None:
    """Only what is narrower goes."""
    items = [{"title": "law", "visibility": "internal"}, {"title": "news"}]
    assert [[{"title": "news"}]] == values(made("actions", "deed", evidence=items), key="evidence")


@pytest.mark.parametrize(
    ("record", "key", "expected"),
    [
        (made("actions", "deed", inspired_by=[f"{CITY}/hidden", f"{CITY}/open"]), "inspired_by", [f"{CITY}/open"]),
        (made("actions", "deed", inspired_by=["paris-fr/any"]), "inspired_by", None),
        (made("findings", event=f"{DECLARED}/none"), "event", None),
        (made("findings", examples=[f"{CITY}/hidden"]), "examples", None),
        (made("findings", examples=[f"{CITY}/open"]), "examples", [f"{CITY}/open"]),
        (made("events", cities=[CITY, "paris-fr"]), "cities", [CITY]),
        (made("city", parent="paris-fr"), "parent", None),
        (made("city", parent=CITY), "parent", CITY),
        (made("selections", actions=[f"{CITY}/hidden", f"{CITY}/open"]), "actions", [f"{CITY}/open"]),
        (
            made("commitments", "speak-out", maps_to=[{"commitment": f"{DECLARED}/none", "relation": "same"}]),
            "maps_to",
            None,
        ),
        (
            made("commitments", "speak-out", maps_to=[{"commitment": f"{DECLARED}/speak-out", "relation": "same"}]),
            "maps_to",
            [{"commitment": f"{DECLARED}/speak-out", "relation": "same"}],
        ),
    ],
)
def test_refs_to_what_is_not_seen_are_dropped(record: Record, key: str, expected: object) -> None:
    """So nothing seen tells that something hidden exists."""
    assert [expected] == values(record, made("actions", "open"), HIDDEN, key=key)[:1]


def test_staff_see_every_ref() -> None:
    """Even one that leads nowhere: `check` says so, and it can be mended."""
    assert [["paris-fr/any"]] == values(
        made("actions", "deed", inspired_by=["paris-fr/any"]), key="inspired_by", audience="internal"
    )


@pytest.mark.parametrize(
    "record",
    [
        made("steps", event=f"{DECLARED}/none", visibility="public"),
        made("selections", commitment=f"{DECLARED}/none", actions=[DEED]),
        made("selections", actions=[f"{CITY}/hidden"]),
        made("endorsements", declaration="nyc-2023"),
        made("updates", commitment=f"{DECLARED}/none", completion="limited", visibility="public"),
        made("replies", assessment=f"{CITY}/none", visibility="public"),
        made("requests", declaration="nyc-2023", visibility="public"),
    ],
)
def test_a_record_that_lost_its_meaning_goes(record: Record) -> None:
    """Without the one thing it speaks of, there is nothing to be seen; and it is counted as held back."""
    view = seen(record, OPEN, HIDDEN)
    hidden_actions = 1
    assert ([], 1 + hidden_actions) == (
        [each for each in refs(view) if each == str(record.ref)],
        sum(view.held_back.values()),
    )


def test_what_hangs_on_what_went_goes_too() -> None:
    """A review of a reply to an assessment of a clause that is hidden: nothing of it is seen."""
    clause = made("commitments", "speak-out", visibility="internal")
    judged = made("assessments", "judged", completion="limited")
    review = made("reviews", seen=[{"record": f"{CITY}/replies-1", "content": "sha256:0"}])
    view = seen(clause, judged, made("replies"), review, audience="network")
    assert [DECLARED, CITY, f"{CITY}/signed"] == refs(view)


def test_a_review_keeps_what_is_seen() -> None:
    """Of several records that were looked at, the hidden ones are left out."""
    looked = [{"record": each, "content": "sha256:0"} for each in (f"{CITY}/hidden", DEED)]
    assert [[looked[1]]] == values(made("reviews", seen=looked), OPEN, HIDDEN, key="seen", audience="network")


def test_what_never_had_an_item_stays() -> None:
    """A list that is empty by mistake is no sign of something hidden."""
    listed = made("published").changed({"sources": ()})
    assert [f"{DECLARED}/published-1"] == refs(seen(listed), "published")


def test_parts_are_looked_through() -> None:
    """What has nothing to hide is the very record that was loaded."""
    city = made("city", population={"value": 700000, "year": 2023, "sources": [{"title": "census"}]})
    found = next(seen(city).all(KINDS["city"]))
    assert (True, Ref(CITY)) == (found is city, found.ref)
