"""What commands print: data on stdout, talk on stderr; and what they ask, on a terminal only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from pledgekit.errors import PledgekitError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "Want",
    "can_ask",
    "complain",
    "confirm",
    "data",
    "obtain",
    "talk",
    "typed_line",
    "visible_lines",
    "warn",
]


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


class Want(NamedTuple):
    """A value that a command needs: its option (or `key=`), what was given, and how it is asked for.

    Its words are those of a scale, or listed; `read` makes a value of what is typed. `needed` tells by the values
    before it whether it is needed at all; `unless` says that in words, where nobody can be asked.
    """

    option: str
    given: object = None
    scale: str = ""
    words: Sequence[str] = ()
    read: Callable[[str], Any] | None = None
    needed: Callable[[Sequence[Any]], bool] | None = None
    unless: str = ""

    def lacks(self, before: Sequence[Any]) -> bool:
        """Tell whether the value is needed and was not given."""
        given = self.given.strip() if isinstance(self.given, str) else self.given
        return given in (None, "") and (self.needed is None or self.needed(before))

    def allowed(self) -> Sequence[str]:
        """Give the words that may be typed; none where anything may."""
        if not self.scale:
            return self.words
        from pledgekit.model.scales import SCALES

        return SCALES[self.scale].words


def obtain(*wants: Want) -> list[Any]:
    """Give the values: as given, else as answered. Raises UsageError, naming all that are missing, with no terminal."""
    values: list[Any] = []
    missing = []
    for want in wants:
        lacks = want.lacks(values)
        if lacks and can_ask():
            values.append(_answer(want))
            continue
        values.append(want.given)
        if lacks:
            missing.append(_missing(want))
    if missing:
        raise UsageError("; ".join(missing))
    return values


def typed_line(question: str) -> str:
    """Ask for one line of text, without blanks around it. Raises typer.Abort for Ctrl-C and Ctrl-D."""
    import typer

    while True:
        try:
            line = str(typer.prompt(question, err=True, default="", show_default=False)).strip()
        except UnicodeDecodeError:
            line = "\0"
        except (KeyboardInterrupt, EOFError, typer.Abort):
            talk("")  # what comes next stands on a line of its own
            raise typer.Abort from None
        if line.isprintable():
            return line
        talk(_say("cli.type-again"))


def confirm(question: str) -> bool:
    """Ask a question that is answered with yes or no, on a terminal, before anything is written."""
    import typer

    while True:
        try:
            return bool(typer.confirm(question, err=True))
        except UnicodeDecodeError:
            talk(_say("cli.type-again"))
        except (KeyboardInterrupt, EOFError, typer.Abort):
            talk("")
            talk(_say("cli.left"))
            raise typer.Abort from None


def _answer(want: Want) -> Any:  # noqa: ANN401  what `read` makes of it
    """Ask until there is an answer that can be read; who leaves is told that nothing was written."""
    import typer

    words = want.allowed()
    hint = f" ({', '.join(words)})" if words else ""
    while True:
        try:
            answer = typed_line(f"{want.option.strip('-=')}{hint}")
        except typer.Abort:
            talk(_say("cli.left"))
            raise
        if not answer:
            talk(_say("cli.needed"))
        elif words and answer not in words:
            talk(_say("cli.one-of", words=", ".join(words)))
        elif want.read is None:
            return answer
        else:
            try:
                return want.read(answer)
            except typer.BadParameter as error:
                talk(error.message)
            except PledgekitError as error:
                talk(f"{error}")


def _missing(want: Want) -> str:
    words = want.allowed()
    allowed = f": one of {', '.join(words)}" if words else ""
    unless = f" ({want.unless})" if want.unless else ""
    return f"{want.option} is missing{allowed}{unless}"


def _say(message: str, **values: str) -> str:
    from pledgekit.words import words

    return words().say(message, **values)


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
