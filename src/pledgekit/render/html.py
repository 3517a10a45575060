"""Render: one self-contained HTML file. No script, no request to anyone, readable on paper, phone and screen reader."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pledgekit.ids import slug
from pledgekit.model.document import Contents, Heading
from pledgekit.render.safe import visible, web_address

if TYPE_CHECKING:
    from pledgekit.model.document import Block, Document

__all__ = ["to_fragment", "to_html"]

_DEEPEST = 6  # headings have six levels


@frozen(kw_only=True)
class _Placed:
    """A block as the template takes it: its kind, the level below the last heading, a number of its own."""

    kind: str
    block: Block
    below: int
    number: str
    headings: tuple[Heading, ...]


def to_html(document: Document) -> str:
    """Return the page. All text is escaped; only http, https and mailto addresses become links."""
    page = _environment().get_template("document.html")
    return page.render(
        document=document,
        blocks=_place(document.blocks, "b"),
        colophon=_place(document.colophon, "c"),
        beside=any(isinstance(block, Contents) for block in document.blocks),
    )


def to_fragment(document: Document) -> str:
    """Return the document as a part of another page: no head, no styles; its title is a heading of level 2.

    All other headings are one deeper, and every id begins with words of the title, so that parts of two documents can
    stand on one page.
    """
    prefix = f"pledgekit-{slug(document.title, 40) or 'part'}"
    lowered = tuple(
        evolve(block, level=block.level + 1, anchor=f"{prefix}-{block.anchor}") if isinstance(block, Heading) else block
        for block in document.blocks
    )
    page = _environment().get_template("fragment.html")
    return page.render(document=document, blocks=_place(lowered, f"{prefix}-b", 2), prefix=prefix)


def _place(blocks: tuple[Block, ...], letter: str, top: int = 1) -> list[_Placed]:
    headings = tuple(block for block in blocks if isinstance(block, Heading))
    placed = []
    level = top
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, Heading):
            level = block.level
        shown = tuple(one for one in headings if isinstance(block, Contents) and one.level <= block.depth)
        kind = type(block).__name__.lower()
        placed.append(
            _Placed(kind=kind, block=block, below=min(level + 1, _DEEPEST), number=f"{letter}{number}", headings=shown)
        )
    return placed


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pledgekit.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters["css_text"] = _css_text
    environment.tests["web_address"] = web_address
    environment.tests["language"] = _is_language
    return environment


def _finalize(value: object) -> object:
    """Clean whatever the templates print, but for the output of a macro, which went through here before."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _css_text(text: str) -> Markup:
    """Write a text for a string of CSS: whatever is not a plain letter or digit as an escape."""
    shown = (each if each.isascii() and each.isalnum() else f"\\{ord(each):x} " for each in visible(text))
    return Markup("".join(shown))  # noqa: S704 - nothing is left that could end the string


def _is_language(lang: str) -> bool:
    return re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", lang) is not None
