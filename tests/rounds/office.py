"""Forms that go through another program: filled in by openpyxl, saved by LibreOffice, which has to be installed."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["needs_soffice", "saved", "typed"]

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


def typed(data: bytes, cells: Mapping[str, Any]) -> bytes:
    """Type into a workbook; cells are named `Sheet!B5`."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name, value in cells.items():
        sheet, _, cell = name.rpartition("!")
        book[sheet][cell] = value
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def saved(files: Sequence[Path], ending: str, folder: Path, profile: Path) -> None:
    """Have LibreOffice save workbooks into a folder, in one go; the profile is its own home for that time."""
    folder.mkdir(parents=True, exist_ok=True)
    kind = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods:calc8"}[ending]
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        kind,
    ]
    made = subprocess.run(
        [*command, "--outdir", f"{folder}", *(f"{each}" for each in files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert 0 == made.returncode, made.stderr
    assert {f"{each.stem}.{ending}" for each in files} <= {each.name for each in folder.iterdir()}, made.stderr
