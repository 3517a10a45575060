"""What other tools are told to run is there and works: the hooks for pre-commit, and the example for a server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pledgekit.cli.commands import COMMANDS
from pledgekit.cli.example import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
SERVER = SETTINGS["ci-example.yml"]
ENTRIES = re.findall(r"^  entry: (.+)$", HOOKS, re.MULTILINE) + re.findall(
    r"- run: (pledgekit .+)$", SERVER, re.MULTILINE
)
LOOSE = "[[actions]]\ntitle = 'x'\nid = 'x'\nvisibility = 'public'\nrecorded = 2025-01-01\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register as `init` makes it."""
    assert 0 == run("pledgekit init new", tmp_path).returncode
    return tmp_path / "new"


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a server would, with the program that is installed here."""
    program, *arguments = line.split()
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert program in entries
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PLEDGEKIT_")}
    command = [sys.executable, "-m", program, *arguments]
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)


def test_there_are_two_of_each() -> None:
    """The hooks check and look at the form; the server does the same two things."""
    assert ["check", "fmt", "check", "fmt"] == [
        next(word for word in line.split()[1:] if word in COMMANDS) for line in ENTRIES
    ]


@pytest.mark.parametrize("line", ENTRIES)
def test_a_new_register_passes(line: str, register: Path) -> None:
    """What is to be run exits with 0 in a new register, and with 1 when a file is wrong or loose."""
    assert 0 == run(line, register).returncode
    broken = "[[actions]\n" if " check" in line.replace("--check", "") else LOOSE
    (register / "commitments" / "exampletown-nl" / "x.toml").write_text(broken, "utf-8")
    assert 1 == run(line, register).returncode


def test_hooks_take_files_as_pre_commit_gives_them(register: Path) -> None:
    """The hook that is given names gets those of the register's files, relative to its top."""
    passing = [each for each in HOOKS.split("- id: ")[1:] if "pass_filenames: false" not in each]
    assert ["pledgekit-fmt"] == [each.partition("\n")[0] for each in passing]
    pattern = re.search(r"files: (.+)", passing[0])
    assert pattern
    names = [f"{path.relative_to(register)}" for path in sorted(register.rglob("*")) if path.is_file()]
    given = [name for name in names if re.search(pattern[1], name)]
    assert ["commitments/exampletown-nl/city.toml", "declarations/example-2025/declaration.toml"] == given
    assert 0 == run(f"pledgekit fmt --check {' '.join(given)}", register).returncode


def test_the_page_names_the_hooks() -> None:
    """The ids on the page on commands are those that there are."""
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert re.findall(r"^- id: (\S+)", HOOKS, re.MULTILINE) == re.findall(r"^ +- id: (\S+)", page, re.MULTILINE)


def test_the_example_for_a_server_is_a_workflow(tmp_path: Path) -> None:
    """GitHub would understand the example, and its findings are listed so that GitHub shows them beside the lines."""
    tool = shutil.which("check-jsonschema", path=f"{Path(sys.executable).parent}")
    if tool is None:
        pytest.skip("check-jsonschema is not installed: pip install --group test")
    path = tmp_path / "check.yml"
    path.write_text(SERVER, "utf-8")
    command = [tool, "--builtin-schema", "vendor.github-workflows", f"{path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    assert "check --format github" in SERVER
