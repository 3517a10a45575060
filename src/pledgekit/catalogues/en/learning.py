"""English: who learned from whom."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "learning": "Who learned from whom",
    "learning.named": "{city} (“{title}”)",
    "learning.link": "{action}: {about}.",
    "learning.from": "learned from {who}",
    "learning.by": "others that learned from this: {who}",
    "learning.both": "{from}; {by}",
    "learning.more": {"one": "and 1 more", "other": "and {n} more"},
}
