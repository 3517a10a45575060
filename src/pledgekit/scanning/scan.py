"""Scanning files for what an audience must not see: needles × pieces → places, without the text. Part of scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.scanning.needles import Secrets
from pledgekit.scanning.opening import LIMIT_BYTES, Opener
from pledgekit.scanning.search import Lines
from pledgekit.scanning.texts import variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.register import Loaded
    from pledgekit.scanning.needles import Secret
    from pledgekit.view import View

__all__ = ["Found", "Scan", "Unread", "scan"]


class Found(NamedTuple):
    """Something that must not leave: in which file, part of it and line (0: lines mean nothing there), whose it is."""

    file: str
    part: str
    line: int
    ref: str
    key: str


class Unread(NamedTuple):
    """What could not be looked into: the file, the part of it, and why, as a word or the format's name."""

    file: str
    part: str
    why: str


class Scan(NamedTuple):
    """What a scan came to. It is clean when both are empty."""

    found: tuple[Found, ...]
    unread: tuple[Unread, ...]


def scan(loaded: Loaded, view: View, files: Iterable[tuple[str, bytes]], *, most: int = LIMIT_BYTES) -> Scan:
    """Look in files (name, bytes) for every string of a register that the audience of a view may not see.

    A string has eight characters or more, and is found neither in the view nor in what the program itself says.
    """
    secrets = Secrets(loaded, view)
    found: set[Found] = set()
    unread: list[Unread] = []
    for name, data in files:
        own = name.replace("\\", "/").split("/")[-1]
        found |= {Found(name, "name", 0, *each) for text, _ in variants(own) for _, each in _hits(secrets, text)}
        opener = Opener(lambda said: any(True for text, _ in variants(said) for _ in _hits(secrets, text)), most)
        for part, text, lined in opener.open(data):
            found |= {Found(name, part, line if lined else 0, *each) for line, each in _hits(secrets, text)}
        unread += [Unread(name, part, why) for part, why in opener.unread]
    return Scan(tuple(sorted(found)), tuple(dict.fromkeys(unread)))


def _hits(secrets: Secrets, text: str) -> Iterator[tuple[int, Secret]]:
    """Yield the line and the owner of each string that a text holds."""
    lines = Lines(text)
    for at, secret in secrets.find(lines.text):
        yield lines.line(at), secret
