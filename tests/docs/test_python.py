"""The examples of the page on Python are run as they stand, in order, on the small register of the page on numbers."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pledgekit
from tests.docs.running import PAGES, blocks, lay_example, text_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example gives what the page shows."""
    lay_example(tmp_path)
    monkeypatch.chdir(tmp_path)
    page = PAGES / "python.md"
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    said: list[str] = []
    for block in blocks(page, "python"):
        test = doctest.DocTestParser().get_doctest(block.text, names, page.name, str(page), block.line)
        assert test.examples
        runner.run(test, out=said.append, clear_globs=False)
        names = test.globs
    assert [] == said


def test_stable_names_are_mentioned() -> None:
    """The page or its neighbours speak of every name that the package promises to keep."""
    text = text_of(PAGES / "python.md")
    assert [] == [each for each in pledgekit.__all__ if each not in text]
