"""English: what `diff` says of changes, and `check --since` of an earlier state."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "diff.lost": {
        "one": "1 file at {at} has errors; what it held is not compared",
        "other": "{n} files at {at} have errors; what they held is not compared",
    },
}
