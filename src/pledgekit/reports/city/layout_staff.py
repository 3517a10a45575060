"""What staff should look after in a city: for them alone, at the end of their own copy of the paper. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Heading, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.document import Block
    from pledgekit.reports.city.value import CityReport
    from pledgekit.reports.papers import PaperTelling
    from pledgekit.reports.tasks import Task

__all__ = ["staff_page"]


def staff_page(told: PaperTelling[CityReport]) -> Iterator[Block]:
    """List who is new in office, who was not seen there lately, and whether a focal point is missing."""
    if told.report.staff:
        yield Heading(level=2, text=told.own("staff"), anchor="staff")
        yield told.sentence("staff.intro")
        yield Bullets(items=tuple(say(_line(told, each)) for each in told.report.staff))


def _line(told: PaperTelling[CityReport], task: Task) -> str:
    values = dict(task.values)
    if "declaration" in values:
        titles = {each.owner: each.short_title or each.title for each in told.report.declarations}
        values["declaration"] = told.quoted(titles[values["declaration"]])
    if task.due is not None:
        values["since"] = told.words.date(task.due)
    return told.words.say(f"city.staff.{task.topic}.{task.why}", **values)
