"""What commands print: data on stdout, talk on stderr; and what they ask, on a terminal only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "ask",
    "ask_value",
    "ask_word",
    "can_ask",
    "complain",
    "confirm",
    "data",
    "need",
    "talk",
    "visible_lines",
    "warn",
]

T = TypeVar("T")


def data(text: str) -> None:
    """Print data on stdout as it is, without adding anything."""
    sys.stdout.write(text)


def talk(text: str) -> None:
    """Say something on stderr."""
    _talk(visible_lines(text))


def warn(text: str) -> None:
    """Warn on stderr, in one line."""
    _talk(_coloured("pledgekit:", "33"), visible_lines(text))


def complain(text: str) -> None:
    """Say on stderr what went wrong, in one line."""
    _talk(_coloured("pledgekit:", "31"), visible_lines(text))


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal and can answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()


def ask(option: str, words: Sequence[str] = ()) -> str:
    """Ask for a value that was not given; raises UsageError, naming the option and its words, without a terminal."""
    if not can_ask():
        raise UsageError(_missing(option, words))
    from pledgekit.words import words as sentences

    hint = f" ({', '.join(words)})" if words else ""
    while True:
        answer = _typed(f"{option.lstrip('-')}{hint}")
        if not answer:
            talk(sentences().say("cli.needed"))
        elif not answer.isprintable():
            talk(sentences().say("cli.type-again"))
        elif answer in words or not words:
            return answer
        else:
            talk(sentences().say("cli.one-of", words=", ".join(words)))


def ask_value(option: str, read: Callable[[str], T]) -> T:
    """Ask for a value until it can be read; raises UsageError without a terminal."""
    import typer

    while True:
        answer = ask(option)
        try:
            return read(answer)
        except typer.BadParameter as error:
            talk(error.message)
        except UsageError as error:
            talk(f"{error}")


def need(*values: tuple[str, object, str]) -> None:
    """Raise UsageError, naming everything that is missing, where nobody can be asked; options with value and scale."""
    from pledgekit.model.scales import SCALES

    lacking = [(option, scale) for option, given, scale in values if given in (None, "")]
    if lacking and not can_ask():
        raise UsageError("; ".join(_missing(option, SCALES[scale].words if scale else ()) for option, scale in lacking))


def _missing(option: str, words: Sequence[str]) -> str:
    allowed = f": one of {', '.join(words)}" if words else ""
    return f"{option} is missing{allowed}"


def _typed(question: str) -> str:
    """Give what was typed; an unprintable sign where it is not text."""
    import typer

    try:
        return str(typer.prompt(question, err=True, default="", show_default=False)).strip()
    except UnicodeDecodeError:
        return "\N{REPLACEMENT CHARACTER}\0"


def ask_word(option: str, given: str | None, scale: str) -> str:
    """Give the word of a scale that was given, or ask for it."""
    if given:
        return given
    from pledgekit.model.scales import SCALES

    return ask(option, SCALES[scale].words)


def confirm(question: str) -> bool:
    """Ask a question that is answered with yes or no, on a terminal."""
    import typer

    while True:
        try:
            return bool(typer.confirm(question, err=True))
        except UnicodeDecodeError:
            from pledgekit.words import words as sentences

            talk(sentences().say("cli.type-again"))


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


def _talk(*words: str) -> None:
    """Print on stderr after what was printed on stdout, so that a reader of both sees them in their order."""
    if sys.stdout is not None:
        sys.stdout.flush()
    print(*words, file=sys.stderr)


def _coloured(text: str, code: str) -> str:
    """Colour a word on stderr where that is wanted: NO_COLOR, FORCE_COLOR and TERM=dumb are obeyed."""
    if os.environ.get("NO_COLOR"):
        return text
    if os.environ.get("FORCE_COLOR") or (os.environ.get("TERM") != "dumb" and sys.stderr.isatty()):
        return f"\x1b[{code}m{text}\x1b[0m"
    return text
