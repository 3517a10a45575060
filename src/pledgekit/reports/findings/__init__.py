"""The yearly synthesis of findings: `findings` makes the value, `lay_out` puts it into words."""

from __future__ import annotations

from pledgekit.reports.findings.gather import findings
from pledgekit.reports.findings.layout import lay_out
from pledgekit.reports.findings.value import FindingsReport

__all__ = ["FindingsReport", "findings", "lay_out"]
