"""The tutorial, the commands' page and the others that show a terminal: every session is run with the real program."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.docs.running import PAGES, ROOT, Session, blocks, lay_example, text_of

if TYPE_CHECKING:
    from pathlib import Path

BEGIN_EMPTY = ("tutorial", "another-network")
ON_OURS = ("reading", "round-tutorial")
WITH_SCRIPTS = ("round-tutorial",)  # whose Python is that of a file named in its first line
PAGES_WITH_SESSIONS = sorted(each.stem for each in PAGES.glob("*.md") if "```console\n" in text_of(each))


def test_sessions_are_found() -> None:
    """The pages that promise sessions have some; a test that finds none proves nothing."""
    assert {"tutorial", "commands", "checks", "official-text"} <= set(PAGES_WITH_SESSIONS)
    assert {*BEGIN_EMPTY, *ON_OURS} <= set(PAGES_WITH_SESSIONS)


@pytest.mark.parametrize("page", PAGES_WITH_SESSIONS)
def test_session(page: str, tmp_path: Path) -> None:
    """What a page shows of a terminal is what the program prints.

    It begins in an empty folder, with a copy of the register kept here, or with the small one of `numbers`.
    """
    if page in ON_OURS:
        for folder in ("declarations", "commitments"):
            shutil.copytree(ROOT / folder, tmp_path / folder)
    elif page not in BEGIN_EMPTY:
        lay_example(tmp_path)
    if page in WITH_SCRIPTS:
        for block in blocks(PAGES / f"{page}.md", "python"):
            name, _, script = block.text.partition("\n")
            (tmp_path / name.removeprefix("# ")).write_text(script, "utf-8")
    session = Session(tmp_path)
    for block in blocks(PAGES / f"{page}.md", "console"):
        session.run(block)
