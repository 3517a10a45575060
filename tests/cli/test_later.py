"""Modules that wait until they are used."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from pledgekit.cli import later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "import waits_circle\nread = True\ndef words():\n    return 'words'\n"


@pytest.fixture
def waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that waits, and imports itself in a circle when it is read."""
    (tmp_path / "waits.py").write_text(TEXT, "utf-8")
    (tmp_path / "waits_circle.py").write_text("import waits\n", "utf-8")
    monkeypatch.syspath_prepend(f"{tmp_path}")
    monkeypatch.setattr(sys, "meta_path", [later.Finder(frozenset({"waits", "absent"})), *sys.meta_path])
    yield import_module("waits")
    for name in ("waits", "waits_circle"):
        sys.modules.pop(name, None)


def test_a_module_is_read_when_first_used(waiting: ModuleType) -> None:
    """Importing it again does not read it; asking it for a name does, once."""
    assert waiting is import_module("waits")
    assert "read" not in vars(waiting)
    assert not hasattr(waiting, "__path__")
    assert "words" == waiting.words()
    assert (True, ModuleType) == (vars(waiting)["read"], type(waiting))


def test_a_name_it_does_not_have_is_an_error(waiting: ModuleType) -> None:
    """Once read, it is a module as any other."""
    with pytest.raises(AttributeError, match="nothing"):
        waiting.nothing  # noqa: B018  asking is the point


def test_others_are_left_to_python() -> None:
    """What is not on the list, or is not there, is not found here."""
    finder = later.Finder(frozenset({"absent_from_everywhere"}))
    assert finder.find_spec("json", None) is None
    assert finder.find_spec("absent_from_everywhere", None) is None


def test_the_list_is_of_modules_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every module on the list can be imported, so that a name that went away is noticed; installing lets them wait."""
    for name in later.LATER:
        assert import_module(name)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    later.install()
    assert isinstance(sys.meta_path[0], later.Finder)
