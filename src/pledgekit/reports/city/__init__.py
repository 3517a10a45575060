"""Two pages for a mayor: `city` makes the value, `lay_out` puts it into words."""

from __future__ import annotations

from pledgekit.reports.city.gather import city
from pledgekit.reports.city.layout import lay_out
from pledgekit.reports.city.value import CityReport

__all__ = ["CityReport", "city", "lay_out"]
