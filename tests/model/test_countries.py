"""Countries: the codes of ISO 3166-1, in order, with names."""

from __future__ import annotations

import re

from pledgekit.model.countries import COUNTRIES


def test_the_codes_are_those_of_the_standard_and_kosovo() -> None:
    """249 codes and XK; each has two capital letters, each country one name."""
    assert 250 == len(COUNTRIES) == len(set(COUNTRIES.values()))
    assert all(re.fullmatch("[A-Z]{2}", code) for code in COUNTRIES)
    assert sorted(COUNTRIES) == list(COUNTRIES)
    assert "XK" in COUNTRIES


def test_what_is_often_mistaken_for_a_code_is_none() -> None:
    """The United Kingdom is GB, Greece GR; the European Union is no country; YU, SU and AN are gone."""
    assert {"UK", "EL", "EU", "YU", "SU", "AN"}.isdisjoint(COUNTRIES)
    assert ("United Kingdom", "Greece", "Netherlands") == (COUNTRIES["GB"], COUNTRIES["GR"], COUNTRIES["NL"])
