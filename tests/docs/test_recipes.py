"""The walk through all commitments, which needs a terminal, is run on one as the page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.docs.running import PAGES, Session, blocks, lay_example

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = ("limited", "Two stations more.", "no-funding", "", "yes", "wroclaw.eml")


def test_telephone_call(tmp_path: Path) -> None:
    """What stands on the screen is what the page shows, with these answers; the last commitment is passed over."""
    lay_example(tmp_path)
    (walk,) = blocks(PAGES / "recipes.md", "text")
    Session(tmp_path).type(walk, ANSWERS)
