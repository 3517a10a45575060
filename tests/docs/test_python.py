"""The examples of the page on Python are run as they stand, in order, on the small register of the page on numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pledgekit
from tests.docs.running import PAGES, lay_example, run_python, text_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example gives what the page shows."""
    lay_example(tmp_path)
    monkeypatch.chdir(tmp_path)
    run_python(PAGES / "python.md")


def test_stable_names_are_mentioned() -> None:
    """The page or its neighbours speak of every name that the package promises to keep."""
    text = text_of(PAGES / "python.md")
    assert [] == [each for each in pledgekit.__all__ if each not in text]
