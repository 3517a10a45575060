"""English: what `scan` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "scan.found": "{place}: {key} of {ref}",
    "scan.unread": "{place}: not looked into: {why}",
    "scan.why.too-deep": "it is nested too deeply",
    "scan.why.too-large": "unpacked, it is larger than anything honest",
    "scan.why.too-many": "it has too many parts",
    "scan.why.damaged": "it is damaged, encrypted or packed in a way that is not known",
    "scan.why.encrypted": "it is encrypted",
    "scan.why.packed": "some of it is packed in a way that is not known",
    "scan.why.format": "it is {format}",
    "scan.clean": {
        "one": "1 file holds nothing that the audience {audience} may not see",
        "other": "{n} files hold nothing that the audience {audience} may not see",
    },
    "scan.not-clean": {
        "one": "1 place must not be seen by the audience {audience}, or could not be looked into",
        "other": "{n} places must not be seen by the audience {audience}, or could not be looked into",
    },
    "scan.errors-stand": "some files of the register could not be read in full: what they have in quotes is looked for",
}
