"""The schema says of a file what the program says of it, as far as one file can tell; other tools read it so too."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.cli.example import SETTINGS
from pledgekit.cli.schema import SCHEMA_FILE, schema_text
from pledgekit.codec.plain import plain
from pledgekit.model.kinds import KINDS, required_keys
from pledgekit.schema import schema
from tests.strategies import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.kinds import Kind

ROOT = Path(__file__).resolve().parent.parent
TREES = ROOT / "tests" / "problems"
SHAPES = (
    "unknown-table",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "unknown-word",
    "bad-id",
    "bad-ref",
    "bad-date",
    "quoted-date",
)


def run(tool: str, *arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool of the environment; skipped, and said at the end of the tests, where it is not installed."""
    program = shutil.which(tool, path=f"{Path(sys.executable).parent}")
    if program is None:
        pytest.skip(f"{tool} is not installed: pip install --group test")
    return subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def check_jsonschema(*files: Path) -> subprocess.CompletedProcess[str]:
    """Hold files against the schema, with a tool that knows JSON only: a bare date is text to it."""
    return run("check-jsonschema", "--schemafile", ROOT / SCHEMA_FILE, *files)


def files_of(root: Path) -> list[Path]:
    """The data of a register."""
    return [path for home in ("declarations", "commitments") for path in sorted((root / home).rglob("*.toml"))]


def test_the_schema_here_is_current() -> None:
    """The schema that lies here for editors is that of the program; else: pledgekit schema > pledgekit.schema.json."""
    assert schema_text() == (ROOT / SCHEMA_FILE).read_text("utf-8")


@pytest.mark.parametrize("name", [".taplo.toml", "tombi.toml"])
def test_editors_are_told_here_what_init_tells_them(name: str) -> None:
    """Here is a register too: its settings for editors are those that `init` writes."""
    assert SETTINGS[name] == (ROOT / name).read_text("utf-8")


def test_it_is_a_schema() -> None:
    """It is a valid schema of the draft that it names."""
    done = run("check-jsonschema", "--check-metaschema", ROOT / SCHEMA_FILE)
    assert (0, "") == (done.returncode, done.stderr)


def test_the_register_here_is_valid() -> None:
    """Every file of this repository's register is valid for both tools."""
    files = files_of(ROOT)
    assert files
    done = check_jsonschema(*files)
    assert (0, "") == (done.returncode, done.stderr)
    done = run("tombi", "lint", "--offline", "declarations", "commitments")
    assert f"{len(files)} files linted successfully" in done.stderr + done.stdout
    assert 0 == done.returncode


@pytest.mark.parametrize("code", [each for each in SHAPES if each != "quoted-date"])
def test_wrong_shapes_are_refused(code: str) -> None:
    """A tree that shows a wrong shape is refused. Only quotes around a date cannot be seen where dates are text."""
    done = check_jsonschema(*files_of(TREES / code))
    assert 1 == done.returncode
    assert "commitments/oslo-no/actions.toml" in done.stdout


@pytest.mark.parametrize("code", SHAPES)
def test_wrong_shapes_are_refused_in_editors(code: str, tmp_path: Path) -> None:
    """In a register as `init` sets it up, the tool behind an editor names the file, of quoted dates too."""
    shutil.copytree(TREES / code, tmp_path, dirs_exist_ok=True)
    (tmp_path / "tombi.toml").write_text(SETTINGS["tombi.toml"], "utf-8")
    (tmp_path / SCHEMA_FILE).write_text(schema_text(), "utf-8")
    done = run("tombi", "lint", "--offline", cwd=tmp_path)
    assert 1 == done.returncode
    assert "commitments/oslo-no/actions.toml" in done.stdout + done.stderr


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
def test_whatever_is_written_is_valid(kind: Kind[Any], data: st.DataObject) -> None:
    """Records of every kind, however they are filled in, satisfy the schema; without a required key they do not."""
    jsonschema = pytest.importorskip("jsonschema", reason="it comes with check-jsonschema: pip install --group test")
    validator = jsonschema.Draft202012Validator(schema())
    values = json.loads(json.dumps(plain(data.draw(records(kind))), default=as_text))
    assert [] == [each.message for each in validator.iter_errors({kind.table: values if kind.single else [values]})]
    del values[data.draw(st.sampled_from(required_keys(kind)))]
    assert not validator.is_valid({kind.table: values if kind.single else [values]})


def as_text(value: object) -> str:
    """A date as tools have it that know JSON only."""
    assert isinstance(value, datetime.date | datetime.time)
    return value.isoformat()


def test_every_key_is_explained() -> None:
    """Editors show a description for each key; nothing but a network's own keys is open."""

    def properties(node: object) -> Iterator[tuple[str, dict[str, Any]]]:
        if isinstance(node, dict):
            yield from node.get("properties", {}).items()
        for each in node.values() if isinstance(node, dict) else ():
            yield from properties(each)

    found = list(properties(schema()))
    assert set(KINDS) <= {key for key, _ in found}
    assert [] == [key for key, value in found if not value.get("description")]
    assert {"extra"} == {key for key, value in found if value.get("additionalProperties") is True}
