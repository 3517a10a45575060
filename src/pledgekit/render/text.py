"""Render: plain text of 80 columns, for mail and terminals. Nothing in it can steer a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

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
from pledgekit.render.safe import visible
from pledgekit.render.width import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pledgekit.model.document import Block, Document, Inline

__all__ = ["in_line", "to_text"]

_COLUMNS = 80
_BAR = 30  # columns of the longest bar
_LABEL = 36  # and of the labels beside bars; the rest is for the number
_UNDERLINES = {2: "=", 3: "-", 4: "-", 5: ""}
_NOTES = {"caution": "! ", "info": "| ", "made": ": "}
_GAP = "  "  # between two columns of a table
_NARROWEST = 8  # a column; where there is no room for this, a table becomes a list


def to_text(document: Document) -> str:
    """Return the document as plain text; lines are at most 80 columns wide, but for web addresses, which stay whole."""
    title = _wrapped(document.title)
    parts = [
        _framed(document.banner),
        _wrapped(document.kicker),
        [*title, "=" * max(map(width, title), default=0)],
        _wrapped(document.subtitle),
        *(_print(block, document) for block in document.blocks),
    ]
    if document.colophon:
        parts += [["-" * _COLUMNS], _wrapped(document.labels.colophon)]
        parts += [_print(block, document) for block in document.colophon]
    parts.append(_framed(document.banner))
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _print(block: Block, document: Document) -> list[str]:  # noqa: C901 - one branch a kind
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _wrapped(in_line(block.text))
        case Bullets():
            return _list(block)
        case Facts():
            return _facts(block, document.labels.colon)
        case Table():
            return _table(block, document.labels.colon)
        case Figures():
            return _figures(block)
        case Chart():
            return _chart(block)
        case Note():
            return _passages((say(block.title), *block.text), _NOTES[block.kind])
        case Quotation():
            return _passages((*block.text, block.source and say("— ") + block.source), "> ")
        case Entry():
            return _entry(block, document)
        case Contents():
            headings = (one for one in document.blocks if isinstance(one, Heading) and one.level <= block.depth)
            items = (_hanging(visible(one.text), "  " * (one.level - 1) + "- ") for one in headings)
            return [*_wrapped(document.labels.contents), "", *(line for item in items for line in item)]
        case _:
            assert_never(block)


def in_line(spans: Inline) -> str:
    """Give the words of the spans on one line, each address behind its own."""
    return visible("".join(map(_said, spans))).strip()


def _said(span: Span) -> str:
    if not span.href or span.href in (span.text, f"mailto:{span.text}"):
        return span.text
    return f"{span.text} <{span.href}>" if span.text else span.href


def _wrapped(text: str) -> list[str]:
    return wrap(visible(text), _COLUMNS)


def _hanging(text: str, first: str, after: str = "") -> list[str]:
    """Lines after `first`; those that follow begin with `after`, or as much space."""
    after = after or " " * width(first)
    lines = wrap(text, _COLUMNS - width(first))
    return [(after if number else first) + line for number, line in enumerate(lines)]


def _passages(passages: Iterable[Inline], mark: str) -> list[str]:
    lines: list[str] = []
    for passage in filter(None, passages):
        lines += [mark.rstrip()] if lines else []
        lines += _hanging(in_line(passage), mark, mark)
    return lines


def _framed(text: str) -> list[str]:
    rule = "*" * _COLUMNS
    return [rule, *_wrapped(text), rule] if text else []


def _heading(block: Heading) -> list[str]:
    lines = _wrapped(block.text)
    under = _UNDERLINES[block.level] * max(map(width, lines), default=0)
    return ["", *lines, under] if block.level == 2 else [*lines, *filter(None, [under])]  # noqa: PLR2004  the highest below the title


def _bullets(items: Iterable[Inline]) -> list[str]:
    return [line for item in items for line in _hanging(in_line(item), "- ")]


def _list(block: Bullets) -> list[str]:
    if block.start is not None:
        return _numbered(block.items, block.start)
    return _columns(block.items) if block.compact else _bullets(block.items)


def _numbered(items: Sequence[Inline], start: int) -> list[str]:
    """Set numbers flush with their dots."""
    room = len(str(start + len(items) - 1))
    lines = (_hanging(in_line(item), f"{number:>{room}}. ") for number, item in enumerate(items, start))
    return [line for item in lines for line in item]


def _columns(items: Sequence[Inline]) -> list[str]:
    """Set short items in columns, each read downwards."""
    cells = [in_line(item) for item in items]
    room = max(map(width, cells), default=0) + len(_GAP)
    if room > _COLUMNS // 2:
        return _bullets(items)
    height = -(-len(cells) // (_COLUMNS // room))
    return ["".join(pad(cell, room) for cell in cells[row::height]).rstrip() for row in range(height)]


def _facts(block: Facts, colon: str) -> list[str]:
    labels = [visible(fact.label + colon).rstrip() for fact in block.items]
    room = min(24, max(map(width, labels), default=0))
    lines: list[str] = []
    for label, fact in zip(labels, block.items, strict=True):
        first = pad(label, room) + " "
        value = in_line(fact.value)
        # A long word (a fingerprint) stays whole below its label: nobody can use half of it.
        if max(map(width, value.split(" "))) > _COLUMNS - width(first) and "://" not in value:
            lines += [label, *_hanging(value, "  ")]
        else:
            lines += _hanging(value, first, " " * (room + 1)) or [label]
    return lines


def _figures(block: Figures) -> list[str]:
    room = max((width(visible(figure.value)) for figure in block.items), default=0)
    lines: list[str] = []
    for figure in block.items:
        lines += _hanging(visible(figure.label), pad(visible(figure.value), room, end=True) + "  ")
        lines += _hanging(visible(figure.detail), " " * (room + 2))
    return lines


def _chart(block: Chart) -> list[str]:
    labels = [visible(f"{part.glyph} {part.label}").strip() for part in block.parts]
    room = min(_LABEL, max(map(width, labels), default=0))
    lines = [*_wrapped(block.title), ""]
    for label, part in zip(labels, block.parts, strict=True):
        # A bar is drawn to scale, and what is not nothing can be seen.
        length = max(part.value * _BAR // (block.total or 1), min(part.value, 1))
        *above, last = wrap(label, room, hard=True) or [""]
        first = pad(last, room) + "  " + ("█" * length + " " if length else "")
        lines += above
        lines += _hanging(visible(part.shown), first) or [first.rstrip()]
    detail = _wrapped(in_line(block.detail))
    return [*lines, *([""] if detail else []), *detail]


def _entry(block: Entry, document: Document) -> list[str]:
    about = [in_line(block.who), *map(in_line, block.meta), *(f"[{visible(flag)}]" for flag in block.flags)]
    parts = [
        _hanging(in_line(block.title), "* ") + _hanging(" · ".join(filter(None, about)), "  "),
        *(_hanging(in_line(passage), "  ") for passage in block.summary),
        _hanging(in_line(block.remark), "  "),
    ]
    if block.sources:
        label = visible(document.labels.sources + document.labels.colon).rstrip()
        parts.append([f"  {label}", *(line for one in block.sources for line in _hanging(in_line(one), "  - "))])
    lines: list[str] = []
    for part in filter(None, parts):
        lines += [*([""] if lines else []), *part]
    return lines


def _table(block: Table, colon: str) -> list[str]:
    heads = [visible(column.head) for column in block.columns]
    rows = [[in_line(cell) for cell in row] for row in block.rows]
    room = _COLUMNS - len(_GAP) * (len(heads) - 1)
    widths = _widths([heads, *rows], room)
    title = [*_wrapped(block.caption), ""]
    if not widths:
        return title[:-1] + [line for row in rows for line in ["", *_record(heads, row, colon)]]
    numeric = [column.numeric for column in block.columns]
    rule = _GAP.join("-" * columns for columns in widths)
    lines = [*_row(heads, widths, numeric), rule]
    for row in rows:
        lines += _row(row, widths, numeric)
    return title + lines


def _record(heads: Sequence[str], row: Sequence[str], colon: str) -> list[str]:
    return [
        line for head, cell in zip(heads, row, strict=True) for line in _hanging(f"{head}{colon}{cell}", "- ", "  ")
    ]


def _row(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> list[str]:
    columns = [wrap(cell, room, hard=True) for cell, room in zip(cells, widths, strict=True)]
    height = max(map(len, columns), default=0)
    return [
        _GAP.join(
            pad(lines[number] if number < len(lines) else "", room, end=end)
            for lines, room, end in zip(columns, widths, numeric, strict=True)
        ).rstrip()
        for number in range(height)
    ]


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """As wide as the longest cell; where that is too much, the widest columns give way. Nothing if there is no room."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _NARROWEST:
            return []
        widths[widths.index(widest)] -= 1
    return widths
