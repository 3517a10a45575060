"""One thing that needs somebody: what `todo` gathers, and what its parts yield. Fifth step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.dates import PartialDate
    from pledgekit.ids import Ref
    from pledgekit.model.problem import Problem

__all__ = ["Task"]


class Task(NamedTuple):
    """One thing to do: topic, why (a message of the topic), of whom, about which record, by when, what to tell, how."""

    topic: str
    why: str
    owner: str
    ref: Ref | None = None
    due: PartialDate | None = None
    values: Mapping[str, str] = {}
    problem: Problem | None = None
    command: tuple[str, ...] = ()  # what to type, after the program's name
