"""The implementation update of one declaration: `annual` makes the value, `lay_out` puts it into words."""

from __future__ import annotations

from pledgekit.reports.annual.gather import annual
from pledgekit.reports.annual.layout import lay_out
from pledgekit.reports.annual.value import AnnualReport

__all__ = ["AnnualReport", "annual", "lay_out"]
