"""Reports: a view becomes a value, and the value a Document. One module or package a report; a line each in REPORTS."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pledgekit.dates import Period
    from pledgekit.model.document import Document
    from pledgekit.reports.annual import AnnualReport
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["REPORTS", "Make", "Report"]


class Make(Protocol):
    """How a report of one declaration is made; without a period, of everything up to as-of."""

    def __call__(
        self, view: View, declaration: str, period: Period | None, *, despite_problems: bool = False
    ) -> AnnualReport:
        """Make it; raises NotFound for a declaration that the view does not hold."""
        ...


class Report(NamedTuple):
    """How a report is made, and how it is put into words."""

    make: Make
    lay_out: Callable[[AnnualReport, Words], Document]


# A report's modules are read when it is asked for.
def _annual(view: View, declaration: str, period: Period | None, *, despite_problems: bool = False) -> AnnualReport:
    from pledgekit.reports.annual import annual

    return annual(view, declaration, period, despite_problems=despite_problems)


def _annual_document(report: AnnualReport, words: Words) -> Document:
    from pledgekit.reports.annual import lay_out

    return lay_out(report, words)


REPORTS: Mapping[str, Report] = MappingProxyType(
    {
        "annual": Report(make=_annual, lay_out=_annual_document),
    }
)
