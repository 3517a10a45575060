"""A report as JSON: the keys that others rely on, and every figure with its members."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pledgekit.model.levels import Audience
from pledgekit.render.json import encode, period_item, to_json
from tests.reports.goldens import REGISTER, SHIPPED, report, seen

KEYS = [
    "format",
    "format_version",
    "tool_version",
    "register",
    "declaration",
    "period",
    "as_of",
    "known_on",
    "audience",
    "figures",
    "signatories",
    "commitments",
    "before",
    "events",
    "findings",
    "elsewhere",
    "not_heard_from",
    "matrix",
    "assessments",
    "published",
    "since",
    "changes",
    "corrections",
    "notes",
]


def read(declaration: str = "oak-2023", period: str = "2024", audience: Audience = Audience.PUBLIC) -> dict[str, Any]:
    """A report of the register of tests, as whoever reads the JSON has it."""
    found: dict[str, Any] = json.loads(to_json(report(seen(REGISTER, audience), declaration, period)))
    return found


@pytest.mark.parametrize(("declaration", "period"), [("oak-2023", "2024"), ("elm-2024", ""), ("void-2025", "")])
def test_the_keys_are_those_of_the_contract(declaration: str, period: str) -> None:
    """Every report has the same keys, whatever it holds."""
    assert KEYS == list(read(declaration, period))


def test_it_says_what_it_is() -> None:
    """Format, version, lens: a reader needs no file name."""
    found = read()
    expected = {
        "format": "pledgekit/annual-report",
        "format_version": 1,
        "declaration": "oak-2023",
        "period": {"from": "2024-01-01", "to": "2024-12-31", "label": "2024"},
        "as_of": "2026-11-22",
        "known_on": None,
        "audience": "public",
    }
    assert expected == {key: found[key] for key in expected}
    assert found["register"].startswith("sha256:")
    assert period_item(None) is None


def figures(found: dict[str, Any]) -> list[dict[str, Any]]:
    """All figures of a report."""
    return [*found["figures"].values(), *(each for one in found["commitments"] for each in one["figures"].values())]


def test_every_figure_is_its_members() -> None:
    """A value is the number of its members, sorted; a share's members lie in its universe, apart from the left out."""
    found = figures(read())
    assert found
    for each in found:
        assert each["value"] == len(each["members"])
        assert sorted(each["members"]) == each["members"]
        assert set(each["uncertain"]) <= set(each["members"])
    shares = [each for each in found if "of" in each]
    assert shares
    for each in shares:
        assert ["value", "members", "uncertain", "of", "universe", "left_out", "records"] == list(each)
        assert each["of"] == len(each["universe"])
        assert set(each["members"]) <= set(each["universe"])
        assert not {left["ref"] for left in each["left_out"]} & set(each["universe"])


def test_the_figures_of_the_contract_are_there() -> None:
    """Whoever asks for a figure by its id finds it, in the report and in each commitment."""
    found = read()
    assert {
        "signatories",
        "signatories/undated",
        "countries",
        "cities-with-action",
        "actions",
        "actions/after",
        "actions/unknown",
        "actions/before",
        "actions-with-evidence",
        "actions-elsewhere",
        "statements",
        "response-rate",
    } <= set(found["figures"])
    for each in found["commitments"]:
        levels = {f"{lane}/{level}" for lane in ("completion", "assessed") for level in ("limited", "complete")}
        own = {"cities-with-action", "actions", "assessed/none", "not-settled", "not-yet-rated"}
        assert own | levels <= set(each["figures"])


def test_lists_agree_with_their_figures() -> None:
    """Whoever counts the listed records gets the printed number."""
    found = read()
    assert found["figures"]["signatories"]["members"] == sorted(each["city"] for each in found["signatories"])
    elsewhere = [each for each in found["elsewhere"] if each.get("kind") != "statement"]
    assert found["figures"]["actions-elsewhere"]["members"] == sorted(each["ref"] for each in elsewhere)
    for each in found["commitments"]:
        assert each["figures"]["actions"]["members"] == sorted(action["ref"] for action in each["actions"])
        assert each["figures"]["statements"]["members"] == sorted(action["ref"] for action in each["statements"])


def test_an_action_has_the_keys_of_the_file_format() -> None:
    """An item is what the file holds, with ref and owner, and without what is not for this audience."""
    action = next(each for one in read()["commitments"] for each in one["actions"] if each["id"] == "orchard")
    assert {"ref": "arden-gb/orchard", "owner": "arden-gb", "id": "orchard"}.items() <= action.items()
    assert "2024-03-01" == action["start"]
    assert 1000 == action["results"][0]["target"]
    assert not {"note", "extra", "recorded_by", "origin"} & set(action)


def test_a_signatory_and_a_cell_have_the_keys_of_the_contract() -> None:
    """The list of signatories and the matrix can be read by others."""
    found = read()
    assert {
        "city": "brook-de",
        "name": "Brook",
        "listed_as": "Brook am Bach",
        "country": "DE",
        "kind": "city",
        "act": "endorsed",
        "date": None,
    } == found["signatories"][1]
    assert {
        "city": "arden-gb",
        "commitment": "oak-2023/open-doors",
        "state": "reported",
        "completion": "complete",
        "actions": ["arden-gb/open-day", "arden-gb/orchard"],
        "assessment": "arden-gb/a-doors",
        "flags": ["clause-changed", "lanes-differ"],
    } == found["matrix"][0]
    cliff = next(each for each in found["matrix"] if each["city"] == "cliff-fr")
    assert ("not-endorsed", []) == (cliff["state"], cliff["actions"])


def test_json_holds_the_matrix_while_wording_is_provisional() -> None:
    """What is kept from paper for the public is data all the same."""
    assert 4 == len(read("elm-2024", "")["matrix"])


def test_notes_hold_no_language_of_ours() -> None:
    """What must be said is named, with its values; the words are the lay-out's."""
    found: dict[str, Any] = json.loads(to_json(report(seen(SHIPPED), "hague-2022")))
    told = next(each for each in found["notes"] if each["id"] == "told")
    assert {"id", "examples", "told_by", "not_known", "confirmed"} == set(told)
    assert told["examples"] == sum(told["told_by"].values()) + told["not_known"]


def test_the_same_value_gives_the_same_bytes() -> None:
    """Nothing of the machine, the day or the order of reading gets into a report."""
    view = seen(REGISTER)
    assert to_json(report(view, "oak-2023", "2024")) == to_json(report(view, "oak-2023", "2024"))
    assert b'{\n  "a": "\xc3\xa9"\n}\n' == encode({"a": "é"})
