"""`diff`: what changed, in the domain's words, between revisions of git, days of known-on, or folders."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from pledgekit import disk
from pledgekit.cli.console import data, visible_lines, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import Json
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.diff import Difference
    from pledgekit.register import Loaded
    from pledgekit.view import View

__all__ = ["command", "sides"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TEXT = "txt"
_FORMATS = (_TEXT, "md", "html")


class _Side(NamedTuple):
    """One side: what it is called, the register, and as known when."""

    name: str
    loaded: Loaded
    known_on: datetime.date | None


def command(
    ctx: typer.Context,
    *,
    between: Annotated[
        str,
        typer.Argument(
            metavar="A..B",
            help="Two git revisions, days (known-on) or folders; A.. compares with the folder as it is.",
            show_default=False,
        ),
    ],
    format: Annotated[str, typer.Option("--format", metavar="txt|md|html", help="How to print it.")] = _TEXT,
    json: Json = False,
) -> None:
    """Tell what changed in the register, in its own words: endorsements, answers, actions, clauses word by word."""
    from pledgekit.diff import diff
    from pledgekit.render import render
    from pledgekit.reports.diff import lay_out

    if format not in _FORMATS:
        raise UsageError(f"no format {format!r}", remedy=f"one of {', '.join(_FORMATS)}")
    session: Session = ctx.obj
    before, after = (_side(session, text) for text in sides(between))
    difference = diff(_view(session, before), _view(session, after))
    if json:
        data(_json(difference, between))
        return
    marked = format != _TEXT  # the terminal is staff's own
    document = lay_out(difference, session.words(), before=before.name, after=after.name, marked=marked)
    printed = render(document, format).decode()
    data(visible_lines(printed) if format == _TEXT else printed)


def sides(between: str) -> tuple[str, str]:
    """Split A..B; folders may have dots of their own. Raises UsageError for what is no pair."""
    found = [(between[: each.start()], between[each.start() + 2 :]) for each in re.finditer(r"(?=\.\.)", between)]
    fitting = [(left, right) for left, right in found if left and _may_be(left) and (not right or _may_be(right))]
    sure = [pair for pair in fitting if all(not each or _DAY.fullmatch(each) or disk.is_folder(each) for each in pair)]
    for pair in (*sure, *fitting):
        return pair
    raise UsageError(
        f"{between!r} does not name two states of the register",
        remedy="write A..B, each a git revision, a day (2024-06-01) or a folder; or A.. for what changed since",
    )


def _may_be(text: str) -> bool:
    """Tell whether a text can be one side: a path, or a revision, which has no two dots and no dot at its ends."""
    if _is_path(text):
        return not text.endswith("/.")
    return not (text.startswith((".", "-")) or text.endswith(".") or ".." in text)


def _is_path(text: str) -> bool:
    return text.startswith(("/", "./", "../", "~/")) or text.endswith("/")


def _side(session: Session, text: str) -> _Side:
    """Load one side; raises NotFound where there is no such register, revision or git."""
    words = session.words()
    if not text:
        return _Side(words.say("diff.now"), session.load(), session.known_on)
    if _DAY.fullmatch(text):
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            raise UsageError(f"{text!r} is not a day", remedy="write it as 2024-06-30") from None
        return _Side(words.say("diff.known-on", date=words.date(day)), session.load(), day)
    if _is_path(text) or disk.is_folder(text):
        from pledgekit.store import load

        return _Side(text, load(Path(text).expanduser()), session.known_on)
    import os

    from pledgekit.history import read_at

    return _Side(text, read_at(session.root, text, os.environ), session.known_on)


def _view(session: Session, side: _Side) -> View:
    """Look at a side as the other commands do; say how many of its files could not be read."""
    from pledgekit.model.levels import Audience
    from pledgekit.view import Lens, look

    lost = {each.file for each in side.loaded.problems if each.severity == "error"}
    if lost:
        warn(session.words().count("diff.lost", len(lost), at=side.name))
    audience = session.audience or Audience.INTERNAL
    session.refuse_hidden_names(side.loaded.register, audience)
    return look(side.loaded.register, Lens(as_of=session.as_of, known_on=side.known_on, audience=audience))


def _json(difference: Difference, between: str) -> str:
    from pledgekit.render.json import encode

    made = {
        "format": "pledgekit/diff",
        "format_version": 1,
        "between": list(sides(between)),
        "as_of": difference.after.as_of.isoformat(),
        "known_on": [each.known_on and each.known_on.isoformat() for each in (difference.before, difference.after)],
        "audience": difference.after.audience.value,
        "changes": list(_items(difference)),
    }
    return encode(made).decode()


def _items(difference: Difference) -> Iterator[dict[str, Any]]:
    from pledgekit.fingerprint import json_ready
    from pledgekit.render.json import record_item

    for each in difference.changes:
        yield {
            "kind": each.table,
            "what": each.what,
            "ref": str(each.ref),
            "owner": each.ref.owner,
            "name": difference.names.get(each.ref.owner, each.ref.owner),
            "keys": [
                {"key": key.key, "before": json_ready(key.before), "after": json_ready(key.after)} for key in each.keys
            ],
            "before": record_item(each.before) if each.before is not None else None,
            "after": record_item(each.after) if each.after is not None else None,
        }
