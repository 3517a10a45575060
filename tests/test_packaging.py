"""What is built and shipped: one version, a complete wheel, honest metadata, a cheap start."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_string
from importlib import metadata
from pathlib import Path

import pytest

from pledgekit.version import __version__

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build the wheel as a release would, and give the names and texts of what is in it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_version_is_stated_once() -> None:
    """The installed metadata, the change log and the citation say what version.py says."""
    assert __version__ == metadata.version("pledgekit")
    assert __version__ in re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert [__version__] == re.findall(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)


def test_wheel_holds_the_whole_package(wheel: dict[str, str]) -> None:
    """Every file of the source tree is in the wheel (templates, catalogues, py.typed), and nothing else is."""
    source = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "pledgekit/py.typed" in source
    assert source == {name for name in wheel if ".dist-info/" not in name}


def test_wheel_metadata(wheel: dict[str, str]) -> None:
    """The wheel names its licence, its Python, its five dependencies and its command."""
    info = f"pledgekit-{__version__}.dist-info"
    head = message_from_string(wheel[f"{info}/METADATA"])
    needed = [line for line in head.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert ["MIT"] == head.get_all("License-Expression")
    assert [">=3.11"] == head.get_all("Requires-Python")
    assert ["attrs", "cattrs", "jinja2", "tomli-w", "typer"] == sorted(re.split(r"[<>=]", line)[0] for line in needed)
    assert ["typer<0.29,>=0.26"] == [line for line in needed if line.startswith("typer")]
    assert "pledgekit = pledgekit.cli.main:run" in wheel[f"{info}/entry_points.txt"]
    assert (ROOT / "LICENSE").read_text("utf-8") == wheel[f"{info}/licenses/LICENSE"]


def test_extra_all_holds_every_extra() -> None:
    """`pip install 'pledgekit[all]'` installs whatever any extra names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = dict(project["optional-dependencies"])
    everything = extras.pop("all")
    assert [f"pledgekit[{','.join(sorted(extras))}]"] == everything


def test_asking_the_version_loads_nothing_heavy(bare_environment: dict[str, str]) -> None:
    """The version can be had without the command line's, the codec's or the metadata's libraries."""
    code = "import json, sys; from pledgekit.version import __version__; print(json.dumps([__version__, *sys.modules]))"
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, env=bare_environment, capture_output=True, text=True, check=True).stdout
    version, *loaded = json.loads(printed)
    heavy = {"attrs", "cattrs", "importlib.metadata", "jinja2", "pydantic", "rich", "tomli_w", "tomllib", "typer"}
    assert __version__ == version
    assert "pledgekit.version" in loaded
    assert set() == heavy.intersection(loaded)
