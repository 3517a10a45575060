"""What commands print: data on stdout, talk on stderr; and what they ask, on a terminal only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ask", "ask_word", "can_ask", "complain", "confirm", "data", "talk", "visible_lines", "warn"]


def data(text: str) -> None:
    """Print data on stdout as it is, without adding anything."""
    sys.stdout.write(text)


def talk(text: str) -> None:
    """Say something on stderr."""
    print(visible_lines(text), file=sys.stderr)


def warn(text: str) -> None:
    """Warn on stderr, in one line."""
    print(_coloured("pledgekit:", "33"), visible_lines(text), file=sys.stderr)


def complain(text: str) -> None:
    """Say on stderr what went wrong, in one line."""
    print(_coloured("pledgekit:", "31"), visible_lines(text), file=sys.stderr)


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal and can answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(option: str, words: Sequence[str] = ()) -> str:
    """Ask for a value that was not given; raises UsageError, naming the option and its words, without a terminal."""
    if not can_ask():
        allowed = f": one of {', '.join(words)}" if words else ""
        raise UsageError(f"{option} is missing{allowed}")
    import typer

    while True:
        hint = f" ({', '.join(words)})" if words else ""
        answer = str(typer.prompt(f"{option.lstrip('-')}{hint}", err=True)).strip()
        if answer in words or not words:
            return answer
        from pledgekit.words import words as sentences

        talk(sentences().say("cli.one-of", words=", ".join(words)))


def ask_word(option: str, given: str | None, scale: str) -> str:
    """Give the word of a scale that was given, or ask for it."""
    if given:
        return given
    from pledgekit.model.scales import SCALES

    return ask(option, SCALES[scale].words)


def confirm(question: str) -> bool:
    """Ask a question that is answered with yes or no, on a terminal."""
    import typer

    return bool(typer.confirm(question, err=True))


def visible_lines(text: str) -> str:
    """Give the text with its lines, and control characters made visible: user data must not steer a terminal."""
    if text.replace("\n", "").isprintable():
        return text
    from pledgekit.render.safe import visible

    lines = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        lines.append(line if line.isprintable() else " " * indent + visible(line.lstrip(" ")))
    return "\n".join(lines)


def _coloured(text: str, code: str) -> str:
    """Colour a word on stderr where that is wanted: NO_COLOR, FORCE_COLOR and TERM=dumb are obeyed."""
    if os.environ.get("NO_COLOR"):
        return text
    if os.environ.get("FORCE_COLOR") or (os.environ.get("TERM") != "dumb" and sys.stderr.isatty()):
        return f"\x1b[{code}m{text}\x1b[0m"
    return text
