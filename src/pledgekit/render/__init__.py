"""Render: a Document becomes bytes, one module for each format. Nothing is computed or translated here."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pledgekit.model.document import Document

__all__ = ["FORMATS", "FRAGMENTS", "render", "render_fragment"]


# A format's module is imported when it is asked for: jinja2 is needed for HTML alone.
def _html(document: Document) -> str:
    from pledgekit.render.html import to_html

    return to_html(document)


def _markdown(document: Document) -> str:
    from pledgekit.render.markdown import to_markdown

    return to_markdown(document)


def _text(document: Document) -> str:
    from pledgekit.render.text import to_text

    return to_text(document)


FORMATS: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {
        "md": _markdown,
        "html": _html,
        "txt": _text,
    }
)


def _html_fragment(document: Document) -> str:
    from pledgekit.render.html import to_fragment

    return to_fragment(document)


def _markdown_fragment(document: Document) -> str:
    from pledgekit.render.markdown import to_fragment

    return to_fragment(document)


FRAGMENTS: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {
        "md": _markdown_fragment,
        "html": _html_fragment,
    }
)


def render_fragment(document: Document, format: str) -> bytes:
    """Return the document as a part of another page: its title is a heading of level 2; no head, no body, no styles.

    Raises UsageError for a format that has no fragments.
    """
    if format not in FRAGMENTS:
        raise UsageError(f"no fragment in the format {format!r}", remedy=f"formats: {', '.join(FRAGMENTS)}")
    return FRAGMENTS[format](document).encode()


def render(document: Document, format: str) -> bytes:
    """Return the document as UTF-8 with LF line ends and a final newline; the same document gives the same bytes.

    Raises UsageError when there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}", remedy=f"formats: {', '.join(FORMATS)}")
    return FORMATS[format](document).encode()
