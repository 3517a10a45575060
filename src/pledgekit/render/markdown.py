"""Render: CommonMark with GFM tables. People's text stays text: escaped where it would be markup, and only there."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from pledgekit.model.document import (
    Bullets,
    Chart,
    Contents,
    Entry,
    Facts,
    Figures,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Span,
    Table,
    say,
)
from pledgekit.render.safe import visible, web_address
from pledgekit.render.width import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pledgekit.model.document import Block, Document, Inline

__all__ = ["to_fragment", "to_markdown"]

_DEEPEST = 6  # headings have six levels

# Where a character would begin or end markup. \Z is a seam: what comes next is not known there, so it might.
_MARKUP = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|\Z)                          # a backslash that would escape
    | [`\[\]]
    | \*(?!(?<=[ ]\*)[ ])                               # not the star of 2 * 3
    | _(?!(?<=[^\W_]_)[^\W_])                           # not the underscore of snake_case
    | ~(?!(?<=[ ]~)\d)                                  # not the tilde of "about ~30"
    | \$(?!\d)                                          # mathematics; not US$5
    | <(?=[A-Za-z/!?]|\Z)
    | &(?=\#?\w+;|\#?\w*\Z)
    | !(?=\[|\Z)                                        # of an image
    | :(?=//)|(?<=www)\.|(?<=[\w.+-])@(?=\w)            # addresses that GFM would link
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINE_START = re.compile(r"\A(?:(?P<digits>\d{1,9})(?=[.)](?:\s|\Z))|(?=>|[-+*](?:\s|\Z)|#{1,6}(?:\s|\Z)|-{3,}\Z))")
_IN_ADDRESS = {ord(character): f"%{ord(character):02X}" for character in '<>()"\\`|*_[]'}


def to_markdown(document: Document) -> str:
    """Return the document as Markdown. Nothing of people's text becomes a link, a tag or emphasis."""
    slugs = _slugs(document)
    banner = _quoted(_line(say(document.banner, strong=True)))
    parts = [banner, _line(say(document.kicker)), _heading(1, say(document.title)), _line(say(document.subtitle))]
    level = 1
    for block in document.blocks:
        if isinstance(block, Heading):
            level = block.level
        parts.append(_print(block, document, level, slugs))
    if document.colophon:
        parts += ["---", _heading(2, say(document.labels.colophon))]
        parts += [_print(block, document, 2, slugs) for block in document.colophon]
    return "\n\n".join(part for part in [*parts, banner] if part) + "\n"


def to_fragment(document: Document) -> str:
    """Return the document as a part of another page: its title is a heading of level 2, all others one deeper."""
    parts = [_quoted(_line(say(document.banner, strong=True))), _heading(2, say(document.title))]
    parts.append(_line(say(document.subtitle)))
    level = 2
    for block in document.blocks:
        if isinstance(block, Heading):
            level = block.level + 1
            parts.append(_heading(level, say(block.text)))
        else:
            parts.append(_print(block, document, min(level, _DEEPEST - 1), {}))
    return _apart(*parts) + "\n"


def _print(block: Block, document: Document, level: int, slugs: Mapping[str, str]) -> str:  # noqa: C901 - one branch a kind
    match block:
        case Heading():
            return _heading(block.level, say(block.text))
        case Paragraph():
            return _line(block.text)
        case Bullets():
            return _list(block.items) if block.start is None else _numbered(block.items, block.start)
        case Facts():
            colon = say(document.labels.colon)
            return _list(say(fact.label, strong=True) + colon + fact.value for fact in block.items)
        case Table():
            return _table(block)
        case Figures():
            return _list(
                say(figure.value, strong=True) + say(f" {figure.label}") + say(figure.detail and f" · {figure.detail}")
                for figure in block.items
            )
        case Chart():
            parts = _list(
                say(f"{part.glyph} {part.label}" + document.labels.colon) + say(part.shown, strong=True)
                for part in block.parts
            )
            return _apart(_line(say(block.title, strong=True)), parts, _line(block.detail))
        case Note():
            return _quoted(_line(say(block.title, strong=True)), *map(_line, block.text))
        case Quotation():
            return _quoted(*map(_line, block.text), _line(block.source and say("— ") + block.source))
        case Entry():
            return _entry(block, document, level + 1)
        case Contents():
            headings = [one for one in document.blocks if isinstance(one, Heading) and one.level <= block.depth]
            items = (
                f"{'  ' * (one.level - 2)}- [{_escape(visible(one.text).strip(), ']')}](#{slugs[one.anchor]})"
                for one in headings
            )
            return _apart(_line(say(document.labels.contents, strong=True)), "\n".join(items))
        case _:
            assert_never(block)


def _apart(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _quoted(*parts: str) -> str:
    return "\n>\n".join(f"> {part}" for part in parts if part)


def _list(items: Iterable[Inline]) -> str:
    return "\n".join(f"- {_line(item)}" for item in items)


def _numbered(items: Iterable[Inline], start: int) -> str:
    return "\n".join(f"{number}. {_line(item)}" for number, item in enumerate(items, start))


def _heading(level: int, text: Inline) -> str:
    # A row of # at the end would be taken for decoration.
    return f"{'#' * level} " + re.sub(r"(?<!\S)(?=#+\Z)", r"\\", _inline(text).strip())


def _entry(block: Entry, document: Document, level: int) -> str:
    who = tuple(Span(text=span.text, strong=True, href=span.href) for span in block.who)
    about = [one for one in (who, *block.meta, *(say(flag, emphasis=True) for flag in block.flags)) if one]
    sources = _apart(_line(say(document.labels.sources + document.labels.colon)), _list(block.sources))
    return _apart(
        _heading(level, block.title),
        _line(tuple(span for number, one in enumerate(about) for span in (say(" · ") if number else ()) + one)),
        *map(_line, block.summary),
        _line(block.remark),
        sources if block.sources else "",
    )


def _table(block: Table) -> str:
    rows = [[_cell(say(column.head)) for column in block.columns]]
    rows += [[_cell(cell) for cell in row] for row in block.rows]
    widths = [min(30, max(3, *(width(row[number]) for row in rows))) for number in range(len(block.columns))]
    lines = [
        " | ".join(
            pad(cell, room, end=column.numeric) for cell, room, column in zip(row, widths, block.columns, strict=True)
        )
        for row in rows
    ]
    rules = [
        "-" * (room - 1) + (":" if column.numeric else "-") for column, room in zip(block.columns, widths, strict=True)
    ]
    lines.insert(1, " | ".join(rules))
    return _apart(_line(say(block.caption, strong=True)), "\n".join(f"| {line} |" for line in lines))


def _cell(text: Inline) -> str:
    return _inline(text).strip().replace("|", r"\|")


def _line(spans: Inline) -> str:
    """One line that is no heading, list, quotation or rule, whatever it begins with."""
    return _LINE_START.sub(lambda match: (match["digits"] or "") + "\\", _inline(spans).strip())


def _inline(spans: Inline) -> str:
    """Print spans one after the other; neighbours of one style first become one, since markup may hide in the seam."""
    joined: list[Span] = []
    for span in spans:
        plain = Span(text=visible(span.text), strong=span.strong, emphasis=span.emphasis, href=span.href)
        if joined and evolve(joined[-1], text=plain.text) == plain:
            joined[-1] = evolve(plain, text=joined[-1].text + plain.text)
        elif plain.text or plain.href:
            joined.append(plain)
    printed = ""
    for span, following in zip_longest(joined, joined[1:]):
        printed += _span(span, printed[-1:], (following.text or following.href)[0] if following else "")
    return printed


def _span(span: Span, before: str, after: str) -> str:
    if web_address(span.href):
        target = re.sub(r"&(?=#?\w+;)", "&amp;", span.href.translate(_IN_ADDRESS))
        if span.text in ("", span.href) and target == span.href:
            return f"<{span.href}>"
        if f"mailto:{span.text}" == span.href and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", span.text, re.ASCII):
            return f"<{span.text}>"
        return f"[{_escape(span.text or span.href, ']')}]({target})"
    stars = "*" * (2 * span.strong + span.emphasis)
    lead, core, trail = _edges(span.text)
    if stars and core and _opens(lead[-1:] or before, core[0]) and _opens(trail[:1] or after, core[-1]):
        printed = f"{lead}{stars}{_escape(core, '*')}{stars}{trail}"
    else:
        printed = _escape(span.text, "" if after and not span.href else "\n")
    return f"{printed} ({_escape(visible(span.href), ')')})" if span.href else printed


def _edges(text: str) -> tuple[str, str, str]:
    core = text.strip()
    start = text.find(core)
    return text[:start], core, text[start + len(core) :]


def _opens(beside: str, edge: str) -> bool:
    """Tell whether stars between these two are emphasis: CommonMark's rule on flanking, on the safe side."""
    return beside != "*" and (not beside or beside.isspace() or unicodedata.category(edge)[0] in "LN")


def _escape(text: str, following: str) -> str:
    """Escape what would be markup before `following`, the next character; if that is not known, it is empty."""
    printed = _MARKUP.sub(lambda match: "\\" + match[0] if match.start() < len(text) else match[0], text + following)
    return printed[: len(printed) - len(following)]


def _slugs(document: Document) -> dict[str, str]:
    """The anchors that GitHub and others make of headings: by anchor, equal ones numbered."""
    taken: dict[str, int] = {}
    slugs = {}
    for anchor, text in _headings(document):
        slug = re.sub(r"[^\w -]", "", visible(text).strip().lower()).replace(" ", "-")
        again = taken.get(slug, 0)
        taken[slug] = again + 1
        slugs[anchor] = f"{slug}-{again}" if again else slug
    return slugs


def _headings(document: Document) -> Iterator[tuple[str, str]]:
    yield "", document.title
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block.anchor, block.text
        elif isinstance(block, Entry):
            yield "", "".join(span.text for span in block.title)
