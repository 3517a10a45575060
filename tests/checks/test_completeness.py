"""What a record needs beside its required keys."""

from __future__ import annotations

import pytest

from pledgekit.checks import completeness
from tests.checks.registers import OSLO, found, record, said


@pytest.mark.parametrize(
    ("city", "expected"),
    [
        (OSLO, []),
        (OSLO.replace("NO", "XK"), []),
        (OSLO.replace("NO", "no"), ["'no' is not a country code; nearest: NO"]),
        (OSLO.replace("NO", "Norvay"), ["'Norvay' is not a country code; nearest: NO"]),
        (OSLO.replace("NO", "UK"), ["'UK' is not a country code"]),
        (OSLO.replace('country = "NO"\n', ""), ["Oslo has no country"]),
        (OSLO.replace('country = "NO"\n', "").replace('"city"', '"network"'), []),
    ],
)
def test_a_city_lies_in_a_country(city: str, expected: list[str]) -> None:
    """Networks and associations need none; a name of a country leads to its code."""
    assert expected == said(completeness.country, commitments__oslo___no__city=city)


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", ["undated-official"]), ('from = "2020"\n', []), ('seen = "2020"\n', [])],
)
def test_an_office_holder_has_a_day(more: str, expected: list[str]) -> None:
    """In office from then, or seen in office then."""
    text = record("officials", id="o", name="N", office="O") + more
    assert expected == found(completeness.official, text)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("official", []),
        ("paraphrase", ["number-without-text number", "number-without-text text"]),
        ("provisional", ["number-without-text number", "number-without-text text"]),
    ],
)
def test_only_official_words_have_a_number(wording: str, expected: list[str]) -> None:
    """Our own words never look like the declaration's."""
    clause = record("commitments", id="c", title="C", wording=wording, number="1", text="T")
    assert expected == found(completeness.number_without_text, declarations__hague___2022__c=clause)


@pytest.mark.parametrize(
    ("wording", "expected"), [("official", ["official-without-text wording"]), ("paraphrase", []), ("provisional", [])]
)
def test_official_words_are_there(wording: str, expected: list[str]) -> None:
    """Who calls a clause official gives its words."""
    clause = record("commitments", id="c", title="C", wording=wording)
    assert expected == found(completeness.number_without_text, declarations__hague___2022__c=clause)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"act": "extended"}, ["missing-key"]),
        ({"act": "extended", "due": "2025-02"}, []),
        ({"act": "asked"}, []),
    ],
)
def test_more_time_ends_on_a_day(more: dict[str, object], expected: list[str]) -> None:
    """An extension without its day would extend nothing."""
    text = record("requests", id="q", declaration="hague-2022", period="2024", date="2025-01", **more)
    assert expected == found(completeness.extension, text)


def test_a_source_has_a_title_or_an_address() -> None:
    """So do evidence, and the sources of a city's numbers."""
    some = 'sources = [{ title = "A" }, { url = "u" }, { lang = "nl" }]'
    city = OSLO + f"{some}\npopulation = {{ value = 1, {some} }}\nlocation = {{ lat = 1, lon = 1, {some} }}\n"
    action = record("actions", id="a", title="A") + 'evidence = [{ title = "A" }, { kind = "news" }]\n'
    expected = [
        "empty-source " + path for path in ("sources[2]", "evidence[1]", "population.sources[2]", "location.sources[2]")
    ]
    assert expected == found(completeness.sources, action, commitments__oslo___no__city=city)
    assert [] == found(completeness.sources)


def test_strictly_every_record_says_since_when_it_is_known() -> None:
    """Only live records; what was corrected is past."""
    old = record("actions", id="a", title="A")
    new = record("actions", id="a", title="A", revision=2) + "recorded = 2025-01-01\n"
    missing = [each for each in said(completeness.recorded, old, new) if "oslo-no/a" in each]
    assert [] == missing
    assert "oslo-no/a does not say since when we know it" in said(completeness.recorded, old)
