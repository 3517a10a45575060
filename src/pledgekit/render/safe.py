"""Render: people's text and addresses, made safe for every format."""

from __future__ import annotations

import re

__all__ = ["visible", "web_address"]

_SPACES = re.compile(r"[ \t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Marks that turn the direction of whatever follows, and a stray byte order mark: what they hide must not stay hidden.
_DROPPED = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_SHOWN = _DROPPED | _PICTURES
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ADDRESS = re.compile(r"(?:https?://[^\s/?#]+|mailto:[^\s@]+@)\S*", re.IGNORECASE)


def visible(text: str) -> str:
    """Return the text on one line, without what steers a terminal or a browser.

    Runs of spaces and line ends become one space; control characters become pictures (ESC: ␛) or �; bidirectional
    embeddings, overrides and isolates go; what UTF-8 cannot hold becomes �. Names in any script stay as they are.
    """
    return _NO_CHARACTERS.sub("\ufffd", _SPACES.sub(" ", text).translate(_SHOWN))


def web_address(href: str) -> bool:
    """Tell whether this may be a link: http, https or mailto, and nothing invisible in it."""
    return _ADDRESS.fullmatch(href) is not None and visible(href) == href
