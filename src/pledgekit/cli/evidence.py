"""`evidence`: copies of what sources say, kept elsewhere and proved by their fingerprint. Nothing is fetched."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from pledgekit import disk
from pledgekit.cli.console import data, talk, visible_lines, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import By, DryRun, Json, Note, Remark, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.model.record import Record
    from pledgekit.reports.evidence import Copies, Shown
    from pledgekit.words import Words

__all__ = ["command"]

_LARGEST: Final = 500_000_000
_HEAD: Final = 200_000  # bytes in which a page names itself

command = typer.Typer(rich_markup_mode=None, help="Keep what sources say provable.")


@command.callback()
def _evidence() -> None:
    """Keep what sources say provable."""


@command.command("capture")
def capture(
    ctx: typer.Context,
    *,
    url: Annotated[str, typer.Argument(metavar="URL", help="The address as it is on record.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy of the page, kept by you.", show_default=False)],
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The page's title, where none is held.")] = "",
    date: When = None,
    captured: Annotated[
        str, typer.Option("--captured", metavar="DATE", help="When the copy was taken (default: today).")
    ] = "",
    archive: Annotated[str, typer.Option("--archive", metavar="URL", help="Where an archive keeps it.")] = "",
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """Put the fingerprint of a copy on record, with the day it was taken, wherever its address is a source."""
    from hashlib import sha256

    from pledgekit.cli.keeping import finish_all
    from pledgekit.datewords import Spoken, read_date
    from pledgekit.errors import NotFound, Refused
    from pledgekit.model.levels import Audience
    from pledgekit.recording import correct
    from pledgekit.reports.evidence import shown_in

    session: Session = ctx.obj
    words = session.words()
    held = disk.read(file, _LARGEST)
    if not held:
        raise Refused(words.say("evidence.empty", file=f"{file}"))
    day = read_date(captured or session.as_of.isoformat())
    new = {"sha256": f"sha256:{sha256(held).hexdigest()}", "archive": archive, "captured": day.value}
    spare = {"title": title or _title(held), "date": date.value if isinstance(date, Spoken) else ""}
    loaded = session.load()
    session.audience = Audience.INTERNAL
    view = session.view(loaded.register)
    records = [each for each in view.everything() if any(source.url == url for source in shown_in(each))]
    if not records:
        raise NotFound(words.say("evidence.nowhere", url=url), remedy=words.say("evidence.nowhere-remedy"))
    by = session.by(recorded_by)
    drafts = []
    beside = {key: value for key, value in (("remark", remark), ("note", note)) if value}
    for record in records:
        changes = _with_copy(record, url, new, spare, again=bool(captured))
        if not changes:
            continue
        changes |= beside
        drafts.append(correct(loaded.register, record.ref, changes, by=by, now=session.now))
        _tell(words, view, record, url, str(new["sha256"]))
    if not drafts:
        talk(words.say("evidence.same"))
        return
    finish_all(session, loaded, drafts, dry_run=dry_run)


@command.command("check")
def look(
    ctx: typer.Context,
    *,
    copies: Annotated[
        list[Path] | None,
        typer.Option("--copies", metavar="DIR", help="A folder of copies to be looked at; may be repeated."),
    ] = None,
    json: Json = False,
) -> int:
    """Look through all sources: copies missing or old, dates missing, what rests on one source or none."""
    from pledgekit.reports.evidence import copies as looked

    session: Session = ctx.obj
    loaded = session.load()
    view = session.view(loaded.register)
    session.warn_of_errors(loaded)
    found = looked(view, None if copies is None else set(_fingerprints(copies)))
    if json:
        data(_json(found))
    else:
        said = _lines(found, session.words(), looked_at=copies is not None)
        data(visible_lines("".join(f"{line}\n" for line in said)))
    return int(bool(found.lost))


def _with_copy(
    record: Record, url: str, new: Mapping[str, object], spare: Mapping[str, object], *, again: bool
) -> dict[str, object]:
    """Give the lists of sources with the copy in them; `spare` only where the source does not say it itself.

    The same copy keeps the day on which it was first taken, unless a day is given `again`.
    """
    from pledgekit.codec.plain import plain

    held = plain(record)
    changes: dict[str, object] = {}
    for key in ("evidence", "sources"):
        given: Any = held.get(key, [])
        made = []
        for each in given:
            fresh = {**{k: v for k, v in spare.items() if v and not each.get(k)}, **{k: v for k, v in new.items() if v}}
            if key == "sources":  # a source knows of its copy only the fingerprint
                fresh = {k: v for k, v in fresh.items() if k not in ("captured", "archive")}
            if each.get("sha256") == fresh["sha256"] and "captured" in each and not again:
                fresh.pop("captured", None)
            made.append({**each, **fresh} if each.get("url") == url else each)
        if made != given:
            changes[key] = made
    return changes


def _tell(words: Words, view: Any, record: Record, url: str, sha256: str) -> None:  # noqa: ANN401 -- a view
    """Say what a new copy takes the place of, and which reviews end with the content they spoke of."""
    from pledgekit.fingerprint import fingerprint
    from pledgekit.model.kinds import REVIEWS
    from pledgekit.reports.evidence import shown_in

    if any(each.url == url and each.sha256 and each.sha256 != sha256 for each in shown_in(record)):
        warn(words.say("evidence.changed", ref=f"{record.ref}"))
    now = fingerprint(record)
    reviews = [
        f"{each.ref}"
        for each in view.all(REVIEWS)
        if any(seen.record == record.ref and seen.content == now for seen in each.seen)
    ]
    if reviews:
        warn(words.say("evidence.voids", ref=f"{record.ref}", reviews=words.listed(reviews)))


class _Page(HTMLParser):
    """What a page calls itself."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.title = ""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin to listen at the first title."""
        del attrs
        self.inside = tag == "title" and not self.title

    def handle_endtag(self, tag: str) -> None:
        """Stop listening."""
        del tag
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Keep the words of the title."""
        self.title += data if self.inside else ""


def _title(held: bytes) -> str:
    """Give the title of a copy that is a page in HTML and UTF-8; nothing for any other."""
    head = held[:_HEAD]
    if b"<title" not in head.lower():
        return ""
    page = _Page()
    page.feed(head.decode("utf-8", "ignore"))
    return " ".join(page.title.split())


def _fingerprints(folders: Sequence[Path]) -> Iterator[str]:
    """Give the fingerprints of all files in some folders and below."""
    from hashlib import sha256

    waiting = list(folders)
    while waiting:
        folder = waiting.pop()
        for name in disk.files_in(folder):
            yield sha256(disk.read(folder / name, _LARGEST)).hexdigest()
        waiting += [folder / name for name in disk.folders_in(folder)]


_FEW: Final = 3
_LISTS: Final = ("lost", "uncopied", "old", "undated")


def _pages(listed: Sequence[Shown], words: Words) -> Iterator[str]:
    """Name each page once, with the first records that rest on it."""
    pages: dict[str, list[str]] = {}
    for each in listed:
        pages.setdefault(each.url, []).append(f"{each.ref}")
    for url, refs in pages.items():
        few = words.listed(refs[:_FEW])
        more = len(refs) - _FEW
        said = words.count("evidence.page-more", more, url=url, refs=few) if more > 0 else ""
        yield said or words.say("evidence.page", url=url, refs=few)


def _json(found: Copies) -> str:
    from pledgekit.render.json import encode

    def item(each: Shown) -> dict[str, Any]:
        return {
            "ref": f"{each.ref}",
            "key": f"{each.key}[{each.nth}]",
            "title": each.title,
            "url": each.url,
            "date": f"{each.date}" if each.date else None,
            "sha256": each.sha256,
            "captured": f"{each.captured}" if each.captured else None,
            "archive": each.archive,
        }

    return encode(
        {
            "format": "pledgekit/evidence",
            "format_version": 1,
            "as_of": found.as_of.isoformat(),
            "sources": found.sources,
            "found": [item(each) for each in found.found],
            **{name: [item(each) for each in getattr(found, name)] for name in _LISTS},
            "thin": [{"ref": f"{each.ref}", "title": each.title, "sources": each.sources} for each in found.thin],
        }
    ).decode()


def _lines(found: Copies, words: Words, *, looked_at: bool) -> Iterator[str]:
    """Say each list: how many, then which."""
    yield words.count("evidence.sources", found.sources)
    if not looked_at:
        yield words.say("evidence.not-looked")
    elif found.found:
        yield words.count("evidence.found", len(found.found))
    for name in _LISTS if looked_at else _LISTS[1:]:
        listed = getattr(found, name)
        yield ""
        yield words.count(f"evidence.{name}", len(listed))
        if name == "uncopied":
            yield from _pages(listed, words)
            continue
        for each in listed:
            what = each.title or each.url
            if name == "old":
                yield words.say("evidence.line-captured", ref=f"{each.ref}", what=what, date=words.date(each.captured))
            else:
                yield words.say("evidence.line", ref=f"{each.ref}", what=what)
    for number, name in ((0, "none"), (1, "one")):
        thin = [each for each in found.thin if each.sources == number]
        yield ""
        yield words.count(f"evidence.thin-{name}", len(thin))
        for few in thin:
            yield words.say("evidence.line", ref=f"{few.ref}", what=few.title)
    if found.uncopied:
        talk(words.say("evidence.capture-hint"))
