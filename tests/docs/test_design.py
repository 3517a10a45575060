"""The page on design names modules and functions that exist, and its examples are run on the register kept here."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

from tests.docs.running import PAGES, ROOT, run_python, text_of
from tests.test_architecture import LAYERS

if TYPE_CHECKING:
    import pytest

PAGE = PAGES / "design.md"


def test_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """The record's way to the page is as it is told."""
    monkeypatch.chdir(ROOT)
    run_python(PAGE)


def test_names_exist() -> None:
    """Every `pledgekit.a.b` on the page can be imported."""
    named = set(re.findall(r"`(pledgekit(?:\.[A-Za-z_]+)+)`", text_of(PAGE)))
    assert named
    missing = []
    for each in named:
        module, _, name = each.rpartition(".")
        found = importlib.import_module(module)
        if not hasattr(found, name):
            missing.append(each)
    assert [] == missing


def test_layers_are_those_of_the_test() -> None:
    """The table of layers names the modules there are, in the layers that the test of the architecture holds."""
    rows = re.findall(r"^\| (\d+) \| (.*?) \|", text_of(PAGE), re.MULTILINE)
    shown = {name: int(layer) for layer, names in rows for name in re.findall(r"`(\w+)`", names)}
    there = {each.stem for each in (ROOT / "src" / "pledgekit").iterdir()} - {"__init__", "__main__", "version"}
    held = {name: layer for name, layer in LAYERS.items() if name in there and name not in {"__main__", "version"}}
    assert held == shown


def test_paths_exist() -> None:
    """Every file and folder that the table of new things names is there."""
    table = text_of(PAGE).partition("## Where a new thing goes")[2].partition("\n## ")[0]
    named = set(re.findall(r"`((?:model|catalogues|checks|tests|reports|cli|render|docs)/[\w/.]*)`", table))
    assert named
    roots = (ROOT, ROOT / "src" / "pledgekit")
    assert [] == [each for each in named if not any((root / each).exists() for root in roots)]
