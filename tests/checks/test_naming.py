"""What is told without its city's name: texts that give it away, and owners that nobody types."""

from __future__ import annotations

import pytest

from pledgekit.checks.naming import by_hand, hidden_name, name_in_text
from pledgekit.codec.read import parse
from pledgekit.exports.folders import register_files
from pledgekit.fingerprint import fingerprint
from pledgekit.view import Lens, look
from tests.checks.registers import OSLO, TODAY, found, found_in_part, loaded, record

SIGNED = record("endorsements", id="signed", declaration="hague-2022", act="signed")
OTHERS = {
    f"commitments__{name.lower()}___no__city.toml": OSLO.replace("oslo", name.lower()).replace("Oslo", name) + SIGNED
    for name in ("Bergen", "Molde")
}
COUNTRY = {**OTHERS, "commitments__oslo___no__city.toml": OSLO + SIGNED}


def deed(title: str) -> str:
    """An action and the review that takes the name off it."""
    text = record("actions", id="a", visibility="public", title=title)
    text += 'commitments = ["hague-2022/speak-out"]\n'
    content = fingerprint(parse(text.encode(), file="f", owner="oslo-no", home="commitments").records[0])
    seen = f'seen = [{{ record = "oslo-no/a", content = "{content}" }}]\n'
    return text + record("reviews", id="r", verdict="may-publish-unnamed", by="B", date="2024") + seen


OFFICIAL = record("officials", id="o", name="Jane Doe", office="Mayor", seen="2025")
CONTACT = record("contacts", id="c", name="John Roe")


@pytest.mark.parametrize(
    ("title", "in_text", "hidden"),
    [
        ("Days", [], []),
        ("Days of Oslo", ["name-in-text title"], []),
        ("Days with Molde", ["name-in-text title"], []),
        ("Days of Jane Doe", [], ["hidden-name title"]),
        ("Days of Roe", [], ["hidden-name title"]),
    ],
)
def test_a_text_gives_no_name_away(title: str, in_text: list[str], hidden: list[str]) -> None:
    """What the public can connect is left out; what only staff can connect stops what is to be published."""
    texts = (deed(title), OFFICIAL, CONTACT)
    assert (in_text, hidden) == (found(name_in_text, *texts, **COUNTRY), found(hidden_name, *texts, **COUNTRY))


def test_names_of_others_say_nothing() -> None:
    """Another city's mayor may be named, and what is not told is not judged."""
    theirs = {**COUNTRY, "commitments__molde___no__o.toml": OFFICIAL}
    assert [] == found(hidden_name, deed("Days of Jane Doe"), **theirs)
    assert [] == found(hidden_name, deed("Days of Jane Doe"), OFFICIAL)
    assert [] == found(hidden_name, OFFICIAL, **COUNTRY)


def test_a_part_of_a_register_is_not_judged() -> None:
    """Who else could be meant is not known there."""
    assert [] == found_in_part(name_in_text, deed("Days of Oslo"), **COUNTRY)


def test_nobody_types_an_owner_without_a_name() -> None:
    """Another name, another kind of record or another key than an export writes is found."""
    bare = '[city]\nid = "unnamed-no"\nname = "A city, Norway"\nkind = "unnamed"\ncountry = "NO"\n'
    action = record("actions", id="a", title="Days")
    cases = (bare, bare.replace("A city", "My city"), bare + SIGNED, bare + action)
    expected = [[], *([["unnamed-by-hand kind"]] * 3)]
    assert expected == [found(by_hand, **{"commitments__unnamed___no__c.toml": each}) for each in cases]


def test_an_export_is_what_an_export_writes() -> None:
    """The public's register passes."""
    files = {name.replace("___", "-").replace("__", "/"): text for name, text in COUNTRY.items()}
    register = loaded({**files, "commitments/oslo-no/a.toml": deed("Days")}).register
    copy = register_files(register, look(register, Lens(as_of=TODAY)))
    assert any(each.startswith("commitments/unnamed-no/") for each in copy)
    named = {each.replace("/", "__").replace("-", "___"): text for each, text in copy.items()}
    assert [] == found(by_hand, **named)
