"""Render: how wide text is in a terminal, and lines of a given width."""

from __future__ import annotations

import unicodedata

__all__ = ["pad", "width", "wrap"]


def width(text: str) -> int:
    """The columns the text takes: wide characters take two, combining and invisible ones none."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, columns: int, *, end: bool = False) -> str:
    """Fill up with spaces, behind the text or (`end`) before it; text that is too long stays whole."""
    spaces = " " * (columns - width(text))
    return spaces + text if end else text + spaces


def wrap(text: str, columns: int, *, hard: bool = False) -> list[str]:
    """Break at spaces into lines of so many columns; no text gives no line.

    A word that is too long is cut, but a web address only if `hard`: a cut one would lead nowhere.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if not word:
            continue
        if line and width(line) + 1 + width(word) <= columns:
            line += f" {word}"
            continue
        if line:
            lines.append(line)
        *full, line = [word] if "://" in word and not hard else _cut(word, columns)
        lines += full
    return [*lines, line] if line else lines


def _cut(word: str, columns: int) -> list[str]:
    pieces = [""]
    room = columns
    for character in word:
        taken = _width(character)
        if taken > room and pieces[-1]:
            pieces.append("")
            room = columns
        pieces[-1] += character
        room -= taken
    return pieces
