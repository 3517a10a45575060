"""How the examples of an update are spread over countries and sizes: for staff who choose them. Fifth step."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pledgekit.model.city import City
    from pledgekit.reports.annual import AnnualReport

__all__ = ["Size", "Spread", "spread"]

_SMALL, _LARGE = 100_000, 500_000


class Size(StrEnum):
    """How many people live there."""

    SMALL = "small"  # fewer than 100,000
    MEDIUM = "medium"
    LARGE = "large"  # 500,000 or more
    UNKNOWN = "unknown"


class Spread(NamedTuple):
    """How many examples come from each country (by code; empty for none) and from places of each size."""

    countries: Counter[str]
    sizes: Counter[Size]


def spread(report: AnnualReport) -> Spread | None:
    """Count the examples of an update of which none were chosen; nothing where there are none, or some were."""
    refs = dict.fromkeys(ref for each in report.commitments for ref in each.examples)
    if not refs or any(each.chosen for each in report.commitments):
        return None
    cities = [report.cities.get(ref.owner) for ref in refs]
    return Spread(
        Counter(each.country if each is not None else "" for each in cities), Counter(_size(each) for each in cities)
    )


def _size(city: City | None) -> Size:
    if city is None or city.population is None:
        return Size.UNKNOWN
    if city.population.value < _SMALL:
        return Size.SMALL
    return Size.MEDIUM if city.population.value < _LARGE else Size.LARGE
