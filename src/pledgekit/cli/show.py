"""`show`: one readable page of an owner or a record, with its revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.completion import refs
from pledgekit.cli.console import data, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import Json
from pledgekit.errors import NotFound
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.reports.listing import Page, Places
    from pledgekit.words import Words

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF", autocompletion=refs, help="owner/id, or an owner by id or name.", show_default=False
        ),
    ],
    json: Json = False,
) -> None:
    """Show a record, city or declaration, with its revisions and where they stand."""
    from pledgekit.naming import find_ref
    from pledgekit.reports.listing import Places, page

    session: Session = ctx.obj
    loaded = session.load()
    target = find_ref(loaded.register, ref)
    view = session.view(loaded.register)
    session.warn_of_errors(loaded)
    found = page(loaded.register, view, target)
    if found is None:
        session.insist_known(loaded.register, target)
        raise NotFound(
            session.words().say("cli.not-seen", ref=str(target)),
            remedy=session.words().say("cli.not-seen-remedy"),
        )
    places = Places(loaded.register.root, named=view.lens.audience is Audience.INTERNAL)
    if json:
        data(_json(found, places))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, places, session.words()))))


def _json(found: Page, places: Places) -> str:
    from pledgekit.render.json import encode, record_item

    revisions = []
    for each in found.revisions:
        file, line = places.place(each)
        revisions.append({**record_item(each), "file": file, "line": line})
    made: dict[str, Any] = {
        "format": "pledgekit/record",
        "format_version": 1,
        "kind": found.kind.table,
        "item": revisions[-1],
        "revisions": revisions,
        "holds": {table: [str(each) for each in refs] for table, refs in found.holds.items()},
    }
    if found.reviews:
        made["reviews"] = [{**record_item(each.review), "holds": each.holds} for each in found.reviews]
    if found.replies:
        made["replies"] = [record_item(each) for each in found.replies]
    if found.retraction is not None:
        made["retraction"] = record_item(found.retraction)
    return encode(made).decode()


def _lines(found: Page, places: Places, words: Words) -> Iterator[str]:
    """Put the page into lines: the newest revision first, then the earlier ones, then what an owner holds."""
    from pledgekit.codec.plain import plain

    yield f"{found.record.ref}  ({found.kind.singular})"
    if found.retraction is not None:
        by = found.retraction
        when = plain(by).get("recorded", "")
        yield words.say("cli.show-retracted", day=f"{when}"[:10], reason=by.reason, ref=str(by.ref))
    for review, holds in found.reviews:
        values = {"verdict": words.level("verdict", review.verdict), "by": review.by, "ref": f"{review.ref}"}
        message = "review.holds" if holds else "review.void"
        yield words.say(message, date=words.date(review.date, review.date_texts.get("date", "")), **values)
    for each in reversed(found.revisions):
        file, line = places.place(each)
        yield ""
        if file:
            yield words.say("cli.show-revision", revision=str(each.revision), file=file, line=str(line))
        else:
            yield words.say("cli.show-revision-alone", revision=str(each.revision))
        yield from _keys(plain(each), "  ")
    for reply in found.replies:
        yield ""
        yield words.say("cli.show-reply", date=f"{reply.date}", ref=f"{reply.ref}", text=_text(reply.text))
    for table, those in found.holds.items():
        yield ""
        yield f"{table} ({words.number(len(those))})"
        for ref in those:
            yield f"  {ref}"


def _keys(values: dict[str, Any], indent: str) -> Iterator[str]:
    """Write keys and values, tables and lists of tables indented below their key."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _keys(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for each in value:
                first, *rest = list(_keys(each, f"{indent}    "))
                yield f"{indent}  - {first.strip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{key}: {'; '.join(_text(each) for each in value)}"
        else:
            yield f"{indent}{key}: {_text(value)}"


def _text(value: object) -> str:
    """Give one value on one line; paragraphs are joined by a blank."""
    return " ".join(f"{value}".split())
