"""Names and places of cities: one name, one city; and none in itself."""

from __future__ import annotations

import pytest

from pledgekit.checks.cities import circles, same_name
from tests.checks.registers import HAGUE, found, said


def city(id: str, name: str, more: str = "", kind: str = "city", country: str = "NO") -> str:
    """Write a city."""
    return f'[city]\nid = "{id}"\nname = "{name}"\nkind = "{kind}"\ncountry = "{country}"\n{more}'


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('parent = "b-no"\n', []),
        ('parent = "a-no"\n', ["city-circle parent"]),
        ('successor = "a-no"\n', ["city-circle successor"]),
        ('parent = "nobody-no"\n', []),
    ],
)
def test_a_city_does_not_lie_in_itself(more: str, expected: list[str]) -> None:
    """Nor does it follow itself; a ref to nobody is another finding."""
    assert expected == found(
        circles, commitments__a___no__c=city("a-no", "A", more), commitments__b___no__c=city("b-no", "B")
    )


def test_only_those_in_the_circle_are_named() -> None:
    """Who leads into a circle is not in it."""
    files = {
        "commitments__a___no__c": city("a-no", "A", 'parent = "b-no"\n'),
        "commitments__b___no__c": city("b-no", "B", 'parent = "c-no"\n'),
        "commitments__c___no__c": city("c-no", "C", 'parent = "b-no"\n'),
    }
    expected = ['"parent" leads in a circle: b-no → c-no → b-no', '"parent" leads in a circle: c-no → b-no → c-no']
    assert expected == said(circles, **files)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (city("b-no", "OSLO"), ["same-name name"]),
        (city("b-no", "B", 'aliases = ["Óslo"]\n'), ["same-name name"]),
        (city("b-no", "Oslo", kind="region"), []),
        (city("b-no", "Oslo", country="US"), []),
        (city("b-no", "Oslo", 'subdivision = "NO-03"\n'), ["same-name name"]),
        (city("b-no", "B", 'aliases = ["b", "B"]\n'), []),
    ],
)
def test_one_name_is_one_city(other: str, expected: list[str]) -> None:
    """Accents and case do not count; another kind or country does."""
    named = [each.partition(" ")[0] + " name" for each in found(same_name, commitments__b___no__c=other)]
    assert expected == named


def test_two_parts_of_a_country_have_namesakes() -> None:
    """Where both are named, they can be told apart."""
    files = {
        "commitments__a___us__c": city("a-us", "Columbus", 'subdivision = "US-OH"\n', country="US"),
        "commitments__b___us__c": city("b-us", "Columbus", 'subdivision = "US-GA"\n', country="US"),
    }
    assert [] == found(same_name, **files)


@pytest.mark.parametrize(("title", "expected"), [("Another", []), ("T", ["nyc-2023 is called 't' as well"])])
def test_one_title_is_one_declaration(title: str, expected: list[str]) -> None:
    """Titles, short titles and aliases."""
    other = HAGUE.replace("hague-2022", "nyc-2023").replace('"T"', f'"{title}"')
    told = said(same_name, declarations__nyc___2023__d=other)
    assert len(expected) == len(told)
