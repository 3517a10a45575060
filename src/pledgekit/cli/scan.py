"""`scan`: nothing of the register that an audience may not see stands in files that are about to be sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit import disk
from pledgekit.cli.console import data, talk, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import Json
from pledgekit.errors import NotFound, Refused
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.scanning import Found, Scan, Unread
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["command"]

LIMIT = 500_000_000


def command(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="What is about to be sent; a folder: all of it.")
    ],
    json: Json = False,
) -> int:
    """Look in files for what must not leave: names the record and the place, never the text."""
    from pledgekit.scanning import scan

    session: Session = ctx.obj
    words = session.words()
    loaded = session.load()
    if loaded.problems:
        talk(words.say("scan.errors-stand"))
    view = session.view(loaded.register, default=Audience.PUBLIC, unjudged=True)
    names = [name for each in files for name in _names(each)]
    made = scan(loaded, view, _contents(names))
    if json:
        data(_json(view, made))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(words, made))))
    places, audience = len(made.found) + len(made.unread), view.lens.audience.value
    if places:
        talk(words.count("scan.not-clean", places, audience=audience))
        return 1
    talk(words.count("scan.clean", len(names), audience=audience))
    return 0


def _names(path: Path) -> Iterator[Path]:
    """Yield a file, or the files of a folder; raises NotFound for an empty folder, Refused for what is no file."""
    if not disk.is_folder(path):
        yield path
        return
    whole = path.absolute()
    found = list(disk.walk(whole.parent, [whole.name]))
    if not found:
        raise NotFound(f"the folder {path} holds no files", remedy="name the files")
    for each in found:
        if each.kind in ("outside", "unreadable"):
            raise Refused(each.reason, file=f"{path.parent / each.path}", remedy="name the files one by one")
        yield path.parent / each.path if path.name == whole.name else whole.parent / each.path


def _contents(names: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        content = disk.read(name, LIMIT)
        if len(content) > LIMIT:
            raise Refused(f"it is larger than {LIMIT // 1_000_000} MB", file=f"{name}", remedy="split it")
        yield f"{name}", content


def _lines(words: Words, made: Scan) -> Iterator[str]:
    for each in made.found:
        yield words.say("scan.found", place=_place(each), key=each.key, ref=each.ref)
    for other in made.unread:
        known = words.has(f"scan.why.{other.why}")
        why = words.say(f"scan.why.{other.why}") if known else words.say("scan.why.format", format=other.why)
        yield words.say("scan.unread", place=_place(other), why=why)


def _place(each: Found | Unread) -> str:
    """Write file, part and line: `report.docx!word/document.xml:12`."""
    line = getattr(each, "line", 0)
    return f"{each.file}{f'!{each.part}' if each.part else ''}{f':{line}' if line else ''}"


def _json(view: View, made: Scan) -> str:
    from pledgekit.render.json import encode

    return encode(
        {
            "format": "pledgekit/scan",
            "format_version": 1,
            "audience": view.lens.audience.value,
            "found": [each._asdict() for each in made.found],
            "unread": [each._asdict() for each in made.unread],
        }
    ).decode()
