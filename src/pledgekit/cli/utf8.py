"""Bytes that are no text: arguments and variables of the environment are UTF-8, or the command is not run."""

from __future__ import annotations

from pledgekit.errors import UsageError

__all__ = ["insist_text"]


def insist_text(*texts: str, of: str = "", remedy: str = "give it in UTF-8") -> None:
    """Raise UsageError, showing the bytes, for a text that came from bytes which are not UTF-8.

    `of`: the variable that holds it. Python hands such bytes on as halves of letters, which no file can hold.
    """
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError:
            shown = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            raise UsageError(f"{of}{': ' if of else ''}'{shown}' is not UTF-8", remedy=remedy) from None
