"""Lay out: the Document, what every format can print.

A report is laid out as a Document once, in one language; the renderers turn it into bytes. All text in it is already
translated and all numbers are already worded: a renderer neither translates nor computes. What cannot be printed
well (two headings with one anchor, a level left out, a row that is too short) cannot be built: these are mistakes of
a programmer, so they raise ValueError.

Text comes from people and is never markup. A line end inside a span prints as a space; `passages` splits a longer text
at its blank lines.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from attrs import Attribute, field, frozen

__all__ = [
    "Block",
    "Bullets",
    "Chart",
    "Column",
    "Contents",
    "Document",
    "Entry",
    "Fact",
    "Facts",
    "Figure",
    "Figures",
    "Heading",
    "Inline",
    "Labels",
    "Note",
    "Paragraph",
    "Part",
    "Quotation",
    "Span",
    "Table",
    "passages",
    "say",
]

_MOST_PARTS = 8  # more patterns nobody tells apart
_TOP, _DEEPEST = 2, 5  # levels of headings; HTML's first is the document's title, its sixth an entry's below the fifth


@frozen(kw_only=True)
class Span:
    """A run of text. `href` is printed as a link only for http, https and mailto, else as words beside the text."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    lang: str = ""  # the language of this text, where it is not the document's
    name: bool = False  # a person's or a place's name: its writing direction must not disturb its neighbours


Inline: TypeAlias = tuple[Span, ...]


def say(
    text: str, *, strong: bool = False, emphasis: bool = False, href: str = "", lang: str = "", name: bool = False
) -> Inline:
    """One span as inline text, joined to others by `+`. No text and no address give nothing: `()`."""
    if not text and not href:
        return ()
    return (Span(text=text, strong=strong, emphasis=emphasis, href=href, lang=lang, name=name),)


def passages(text: str, *, lang: str = "") -> tuple[Inline, ...]:
    """Split a longer text at its blank lines: one inline text for each passage."""
    return tuple(say(part.strip(), lang=lang) for part in re.split(r"\n[^\S\n]*\n", text) if part.strip())


def _anchor(_: object, attribute: Attribute[str], value: str) -> None:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9/_.-]*", value):
        message = f"{attribute.name} {value!r}: letters, digits and / _ . - only"
        raise ValueError(message)


@frozen(kw_only=True)
class Heading:
    """A heading of level 2 to 5 (level 1 is the document's title), with the anchor that links lead to.

    `page`: in print a new page begins here.
    """

    level: int
    text: str
    anchor: str = field(validator=_anchor)
    lang: str = ""
    page: bool = False


@frozen(kw_only=True)
class Paragraph:
    """Running text."""

    text: Inline
    role: Literal["body", "lead", "small"] = "body"


@frozen(kw_only=True)
class Bullets:
    """A list of short items; `compact` for many short ones (names), which a wide page sets in columns.

    `start`: the items are numbered, from this number on.
    """

    items: tuple[Inline, ...]
    compact: bool = False
    start: int | None = None


@frozen(kw_only=True)
class Fact:
    """A label and what it stands for: "Adopted", "16 November 2022"."""

    label: str
    value: Inline


@frozen(kw_only=True)
class Facts:
    """Labels and their values, one below the other."""

    items: tuple[Fact, ...]


@frozen(kw_only=True)
class Column:
    """The head of a table's column. `header`: its cells name their rows. `numeric`: set flush with the line's end."""

    head: str
    numeric: bool = False
    header: bool = False


@frozen(kw_only=True)
class Table:
    """Rows of cells below a caption; every row has as many cells as there are columns."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline, ...], ...] = field()

    @rows.validator
    def _rows(self, _: Attribute[object], value: tuple[tuple[Inline, ...], ...]) -> None:
        if any(len(row) != len(self.columns) for row in value):
            message = f"{self.caption!r}: a row has not as many cells as there are columns"
            raise ValueError(message)


@frozen(kw_only=True)
class Figure:
    """A number that stands out: "9", "cities with an action on record", "of 41, as known on 31 December 2024"."""

    value: str
    label: str
    detail: str = ""


@frozen(kw_only=True)
class Figures:
    """A row of figures."""

    items: tuple[Figure, ...]


@frozen(kw_only=True)
class Part:
    """A part of a chart: `value` sets its length, `shown` is the number as printed, `glyph` tells it without colour."""

    label: str
    value: int
    shown: str
    glyph: str = ""


@frozen(kw_only=True)
class Chart:
    """Bars drawn to scale, their numbers printed too.

    "partition": one bar, its parts (eight at most) add up to `total`. "bars": a bar for each part; `total` is the
    scale's length, and no part is longer. `detail` is a sentence below: the denominator, the date.
    """

    title: str
    kind: Literal["partition", "bars"]
    parts: tuple[Part, ...]
    total: int = field()
    detail: Inline = ()

    @total.validator
    def _total(self, _: Attribute[object], value: int) -> None:
        values = [part.value for part in self.parts]
        fits = sum(values) == value if self.kind == "partition" else max(values, default=0) <= value
        if min(values, default=0) < 0 or not fits or (self.kind == "partition" and len(values) > _MOST_PARTS):
            message = f"{self.title!r}: the parts {values} do not fit a {self.kind} of {value}"
            raise ValueError(message)


@frozen(kw_only=True)
class Note:
    """A sentence that has to be said: "caution" before it is misread, "info" beside it, "made" on how it was made."""

    kind: Literal["caution", "info", "made"]
    text: tuple[Inline, ...]
    title: str = ""


@frozen(kw_only=True)
class Quotation:
    """Official wording, word for word, in its own language, and where it is from."""

    text: tuple[Inline, ...]
    lang: str = ""
    source: Inline = ()


@frozen(kw_only=True)
class Entry:
    """One thing done. Its title is a heading one level below the last `Heading`, and not among the contents."""

    title: Inline
    who: Inline = ()
    meta: tuple[Inline, ...] = ()  # dates, kind, status
    flags: tuple[str, ...] = ()  # "before the declaration"
    summary: tuple[Inline, ...] = ()  # passages
    remark: Inline = ()
    sources: tuple[Inline, ...] = ()


@frozen(kw_only=True)
class Contents:
    """Where the table of contents stands; a renderer makes it of the headings down to `depth`."""

    depth: int = 2


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Table | Figures | Chart | Note | Quotation | Entry | Contents


@frozen(kw_only=True)
class Labels:
    """The few words a renderer adds, in the document's language."""

    skip: str  # the link past the header: "Skip to the text"
    contents: str
    sources: str
    colophon: str  # the footer's heading: "About this document"
    colon: str = ": "  # between a label and its value; French has a space before it


@frozen(kw_only=True)
class Document:
    """A report as it will be printed: the same Document gives the same bytes in every format."""

    title: str
    lang: str
    labels: Labels
    blocks: tuple[Block, ...] = field()
    kicker: str = ""  # a short line above the title: what kind of paper this is
    subtitle: str = ""
    dir: Literal["ltr", "rtl"] = "ltr"
    description: str = ""  # a sentence for search engines and link previews
    banner: str = ""  # on top, where nobody can miss it, at the end, and on each printed page
    letter: bool = False  # a paper of two pages: print sets it close
    colophon: tuple[Block, ...] = ()  # how it was made; no headings

    @blocks.validator
    def _headings(self, _: Attribute[object], value: tuple[Block, ...]) -> None:
        anchors: set[str] = set()
        level = 1
        for block in value:
            if not isinstance(block, Heading):
                continue
            if not _TOP <= block.level <= min(_DEEPEST, level + 1):
                message = f"{block.text!r}: a heading of level {block.level} cannot follow level {level}"
                raise ValueError(message)
            if block.anchor in anchors:
                message = f"{block.text!r}: the anchor {block.anchor!r} is taken"
                raise ValueError(message)
            anchors.add(block.anchor)
            level = block.level
