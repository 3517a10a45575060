"""What a text that is recorded may be made of: letters and line ends, no signs that steer machines. For recording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pledgekit.errors import Refused

__all__ = ["insist_letters", "is_blank"]

# What steers machines, but for line ends and tabs; and halves of letters, which no file can hold.
_SIGNS: Final = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def insist_letters(values: Mapping[str, object]) -> None:
    """Raise Refused, with key and sign, for a text with a control character in it."""
    for key, value in values.items():
        sign = _found(value)
        if sign:
            raise Refused(f"{key}: the control character U+{ord(sign):04X} is no text", remedy="take it out")


def is_blank(value: object) -> bool:
    """Tell whether a value says nothing: none, an empty list, a text of blanks alone."""
    return value in (None, "", [], ()) or (isinstance(value, str) and not value.strip())


def _found(value: object) -> str:
    """Give the first such sign in a value, at any depth; nothing where there is none."""
    if isinstance(value, str):
        sign = _SIGNS.search(value)
        return sign[0] if sign else ""
    if isinstance(value, Mapping):
        return next(filter(None, map(_found, (*value, *value.values()))), "")
    return next(filter(None, map(_found, value)), "") if isinstance(value, list | tuple) else ""
