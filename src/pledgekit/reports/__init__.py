"""Reports: a view becomes a value, and the value a Document. One module or package a report; a line each in REPORTS."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.model.document import Document
    from pledgekit.reports.value import Paper
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["REPORTS", "Compare", "Make", "Report"]


class Make(Protocol):
    """How a report is made of its subject; without a period, of everything up to as-of."""

    def __call__(self, view: View, subject: str, period: Period | None, *, despite_problems: bool = False) -> Paper:
        """Make it; raises NotFound for a subject that the view does not hold."""
        ...


class Compare(Protocol):
    """How a report is made that compares with an earlier edition."""

    def __call__(
        self, view: View, subject: str, period: Period | None, *, despite_problems: bool, since: datetime.date
    ) -> Paper:
        """Make it; raises NotFound for a subject that the view does not hold, now or then."""
        ...


class Report(NamedTuple):
    """What a report is about, and the package that makes it: a function of its name, and `lay_out`."""

    name: str
    subject: Literal["declaration", "city", "commitment"]

    def make(
        self,
        view: View,
        subject: str,
        period: Period | None,
        *,
        despite_problems: bool = False,
        since: datetime.date | None = None,
    ) -> Paper:
        """Make the report's value; raises NotFound for a subject that the view does not hold.

        `since`: with what changed since then, for the reports that compare editions.
        """
        if since is not None:
            compared: Compare = getattr(self._package(), self.name)
            return compared(view, subject, period, despite_problems=despite_problems, since=since)
        made: Make = getattr(self._package(), self.name)
        return made(view, subject, period, despite_problems=despite_problems)

    def lay_out(self, report: Paper, words: Words) -> Document:
        """Put the value into words; raises KeyError when the language lacks one of them."""
        document: Document = self._package().lay_out(report, words)
        return document

    def _package(self) -> Any:  # noqa: ANN401 - a module; it is read when the report is asked for
        return import_module(f"{__name__}.{self.name}")


_EVERY = (
    Report("annual", "declaration"),
    Report("city", "city"),
    Report("commitment", "commitment"),
    Report("spotlight", "city"),
    Report("findings", "declaration"),
    Report("corrections", "declaration"),
)

REPORTS: Mapping[str, Report] = MappingProxyType({each.name: each for each in _EVERY})
