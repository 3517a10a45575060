"""English: what `fmt` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "fmt.changed": {
        "none": "nothing had to change",
        "one": "1 file was put into canonical form",
        "other": "{n} files were put into canonical form",
    },
    "fmt.would-change": {
        "none": "nothing would change",
        "one": "1 file would change; to do it: pledgekit fmt",
        "other": "{n} files would change; to do it: pledgekit fmt",
    },
    "fmt.kept": {"one": "1 file was left as it is", "other": "{n} files were left as they are"},
    "fmt.more": {"one": "… and 1 more line", "other": "… and {n} more lines"},
    "fmt.unconfirmed": "{path} was replaced, not yet confirmed on disk: a power cut could still undo it",
}
