"""What the README shows works, on a copy of the register kept here; and its links lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.docs.running import PAGES, ROOT, Session, blocks, text_of

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Give a copy of the register."""
    for folder in ("declarations", "commitments"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_tour(register: Path) -> None:
    """Every command of the tour ends well; one record is added, and a report lies there."""
    before = sum(1 for each in register.rglob("*.toml"))
    (tour,) = blocks(README, "console")
    Session(register).succeed(tour)
    assert before + 1 == sum(1 for each in register.rglob("*.toml"))
    assert "<!DOCTYPE html>" in (register / "report.html").read_text("utf-8")


def test_python(register: Path) -> None:
    """The example in Python runs as it stands, and counts what is there."""
    (example,) = blocks(README, "python")
    command = [sys.executable, "-W", "error", "-c", example.text]
    done = subprocess.run(command, cwd=register, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    assert re.fullmatch(r"[1-9]\d* signatories\n", done.stdout)


@pytest.mark.parametrize(
    "name",
    ["README.md", "CONTRIBUTING.md", "SECURITY.md", *sorted(f"docs/{each.name}" for each in PAGES.glob("*.md"))],
)
def test_links(name: str) -> None:
    """A link to a file of the repository leads to one, and one to a heading to a heading."""
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text_of(page)):
        assert (page.parent / target).exists(), f"{name}: {target}"


def test_every_page_is_in_the_contents() -> None:
    """Each page stands in one table of contents."""
    listed = re.findall(
        r"^([a-z-]+)$", "".join(each.text for each in blocks(PAGES / "index.md", "{toctree}")), re.MULTILINE
    )
    assert sorted(each.stem for each in PAGES.glob("*.md") if each.stem != "index") == sorted(listed)
