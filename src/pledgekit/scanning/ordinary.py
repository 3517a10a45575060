"""What is no secret although nobody sees it: times, and names that say nothing of their own. Part of scanning.

A name is a file's or a record's id. One that is made of the program's words, of times and of what is public could stand
anywhere by chance, such as the heading `findings-2023` of a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pledgekit.datewords import read_date
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["is_time", "says_nothing", "tells_only_times"]

_LONGEST: Final = 48  # letters of a time in words
_COUNTED: Final = re.compile(r"[0-9]{1,4}|[qhrv][0-9]")  # years, days, quarters, halves, revisions


def is_time(text: str) -> bool:
    """Tell whether a text is a day, a period or the like, in figures or words."""
    if len(text) > _LONGEST or not any(each.isdigit() for each in text):
        return False
    try:
        read_date(text)
    except UsageError:
        return False
    return True


def tells_only_times(name: str) -> bool:
    """Tell whether a folded name is made of numbers, and so might stand behind a city's name by chance."""
    return all(_COUNTED.fullmatch(each) for each in name.split())


def says_nothing(name: str, words: Collection[str], phrases: Collection[str]) -> bool:
    """Tell whether a folded name is made of these words and phrases and of numbers alone."""
    steps = name.split()
    reached = {0}
    for at in range(len(steps)):
        if at in reached:
            if steps[at] in words or _COUNTED.fullmatch(steps[at]):
                reached.add(at + 1)
            reached.update(end for end in range(at + 1, len(steps) + 1) if " ".join(steps[at:end]) in phrases)
    return len(steps) in reached
