"""The portrait of a city: `spotlight` makes the value, `lay_out` puts it into words."""

from __future__ import annotations

from pledgekit.reports.spotlight.gather import spotlight
from pledgekit.reports.spotlight.layout import lay_out
from pledgekit.reports.spotlight.value import Spotlight

__all__ = ["Spotlight", "lay_out", "spotlight"]
