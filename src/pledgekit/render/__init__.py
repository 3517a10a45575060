"""Render: a Document becomes bytes, one module for each format. Nothing is computed or translated here."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pledgekit.model.document import Document

__all__ = ["FORMATS", "render"]


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


def render(document: Document, format: str) -> bytes:
    """Return the document as UTF-8 with LF line ends and a final newline; the same document gives the same bytes.

    Raises UsageError when there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}", remedy=f"formats: {', '.join(FORMATS)}")
    return FORMATS[format](document).encode()
