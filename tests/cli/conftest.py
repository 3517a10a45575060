"""What tests of the command line share: a small register, and the program on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.small import Program, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program on a small register, with a known user and no terminal."""
    for name in ("PLEDGEKIT_ROOT", "PLEDGEKIT_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLEDGEKIT_USER", "Tester")
    monkeypatch.setenv("COLUMNS", "80")
    return Program(make(tmp_path / "register"), capsys)
