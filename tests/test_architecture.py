"""The house and its rooms: who may import whom, and what only some rooms may do. Read from the source, never run."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "pledgekit"

LAYERS: Mapping[str, int] = {
    "version": 1, "ids": 1, "dates": 1, "datewords": 1, "errors": 1, "disk": 1, "words": 1, "catalogues": 1,
    "model": 2,
    "gate": 3, "archives": 3, "positions": 3, "slips": 3, "fingerprint": 3, "codec": 3, "schema": 3,
    "register": 4,
    "view": 5, "store": 5, "naming": 5, "history": 5,
    "figures": 6, "diff": 6, "cells": 6,
    "checks": 7, "reports": 7,
    "recording": 8, "formatting": 8, "render": 8, "exports": 8, "sheets": 8,
    "rounds": 9, "site": 9, "importing": 9, "scanning": 9,
    "cli": 10, "desk": 10, "__main__": 10,
}  # fmt: skip

# Inside one layer a part imports no other part but these; layers 1 and 2 may, any way round but not in a circle.
NEIGHBOURS = {
    ("cli", "desk"),
    ("__main__", "cli"),
    ("exports", "sheets"),
    ("exports", "render"),  # a record as JSON looks the same in a report and in an export
    ("history", "store"),
    ("codec", "positions"),
    ("codec", "gate"),
    ("codec", "slips"),
    ("fingerprint", "codec"),
}
FREE_LAYERS = {1, 2}

# The only parts that print, exit, and read the clock, the environment or the terminal.
OUTSIDE = {"cli", "desk", "__main__"}
PROGRAMS = {"sheets.child"}  # run as a program of its own: what it is asked stands in its arguments
OUTSIDE_ONLY = {
    "print", "input", "exit", "quit", "SystemExit",
    "sys.exit", "sys.stdin", "sys.stdout", "sys.stderr", "sys.argv",
    "os.environ", "os.getenv", "os.environb", "os.getenvb",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime",
}  # fmt: skip

# The only part that touches files, so that a test can make the n-th call fail.
DISK_ONLY_MODULES = ("os.", "shutil.", "tempfile.")
DISK_ONLY = {"open", "io.open"}
DISK_ONLY_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "touch", "unlink", "mkdir", "rmdir", "iterdir", "rglob",
    "symlink_to", "hardlink_to",
}  # fmt: skip
HARMLESS_OS = {
    "os.PathLike", "os.fspath", "os.cpu_count", "os.sep", "os.linesep", "os.environ", "os.getenv", "os.environ.get",
}  # fmt: skip

# The only part that knows TOML and turns tables into records.
CODEC_ONLY = {"cattrs", "tomllib", "tomli_w"}

# The only parts that may ask who may see a record, and since when we know it.
READERS = {"view", "recording", "checks", "store", "codec", "model"}
READERS_ONLY = {"visibility", "recorded"}


class Module(NamedTuple):
    """One source file: its dotted name ("" for the front door), its path and what is written in it."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def part(self) -> str:
        """The first step of the name: the key of LAYERS."""
        return self.name.partition(".")[0]


class Import(NamedTuple):
    """One import of a module of ours by another, by dotted names without `pledgekit`."""

    source: str
    line: int
    target: str
    member: str


def modules_of(package: Path) -> dict[str, Module]:
    """All modules below a package's folder, by dotted name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        steps = path.relative_to(package).with_suffix("").parts
        name = ".".join(steps[:-1] if steps[-1] == "__init__" else steps)
        found[name] = Module(name, path, ast.parse(path.read_text("utf-8"), str(path)))
    return found


def imports_of(module: Module, modules: Mapping[str, Module]) -> Iterator[Import]:
    """Every import of ours in a module, also inside functions and for typing only."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first, _, rest = alias.name.partition(".")
                if first == "pledgekit":
                    yield Import(module.name, node.lineno, rest, "")
        elif isinstance(node, ast.ImportFrom):
            base = base_of(module, node)
            if base is None:
                continue
            for alias in node.names:
                longer = f"{base}.{alias.name}".lstrip(".")
                if longer in modules:
                    yield Import(module.name, node.lineno, longer, "")
                else:
                    yield Import(module.name, node.lineno, base, alias.name)


def base_of(module: Module, node: ast.ImportFrom) -> str | None:
    """The module of ours that a `from` names, without `pledgekit`; None when it is not ours."""
    if not node.level:
        first, _, rest = (node.module or "").partition(".")
        return rest if first == "pledgekit" else None
    steps = module.name.split(".") if module.name else []
    up = node.level - (module.path.name == "__init__.py")
    return ".".join([*steps[: len(steps) - up], *(node.module or "").split(".")]).strip(".")


def wrong_imports(modules: Mapping[str, Module]) -> list[str]:
    """Everything that breaks the table of layers, in words."""
    wrong = [f"{module.name}: no layer" for module in modules.values() if module.part and module.part not in LAYERS]
    seen = [found for module in modules.values() for found in imports_of(module, modules)]
    if not seen:
        wrong.append("no import was seen at all: this test is blind")
    for found in seen:
        objection = "there is no such module" if found.target not in modules else direction(found)
        if objection:
            target = found.target or "the front door"
            wrong.append(f"{found.source or '__init__'}:{found.line} imports {target}: {objection}")
    return wrong + circle(seen)


def direction(found: Import) -> str:
    """What the table of layers has against an import; empty when nothing."""
    here, there = found.source.partition(".")[0], found.target.partition(".")[0]
    if here and not there:
        return "only outsiders and tests come in that way"
    if here == there or here not in LAYERS or there not in LAYERS:
        return ""  # the front door may import anything; what has no layer is listed by itself
    if LAYERS[there] > LAYERS[here]:
        return f"upward, {LAYERS[here]} to {LAYERS[there]}"
    if LAYERS[there] == LAYERS[here] and LAYERS[here] not in FREE_LAYERS and (here, there) not in NEIGHBOURS:
        return "sideways, and not among the pairs allowed"
    return ""


def circle(seen: list[Import]) -> list[str]:
    """The first circle of imports within the layers that are free otherwise, if there is one."""
    edges: dict[str, set[str]] = {}
    for found in seen:
        if LAYERS.get(found.source.partition(".")[0]) in FREE_LAYERS:
            edges.setdefault(found.source, set()).add(found.target)
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return [f"a circle: {' -> '.join(error.args[1])}"]
    return []


def names_used(module: Module) -> Iterator[tuple[int, str]]:
    """Every name read in a module as the full dotted name that it stands for, with its line."""
    meaning: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.name if alias.asname else alias.name.partition(".")[0]
                meaning[alias.asname or name] = name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                meaning[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            steps = []
            inner: ast.expr = node
            while isinstance(inner, ast.Attribute):
                steps.append(inner.attr)
                inner = inner.value
            if isinstance(inner, ast.Name):
                yield node.lineno, ".".join([meaning.get(inner.id, inner.id), *reversed(steps)])


def toplevel_imports(module: Module) -> Iterator[tuple[int, str]]:
    """The first step of every absolute import in a module, with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, (node.module or "").partition(".")[0]


def outside_only(module: Module) -> list[str]:
    """Where a module prints, exits, or reads the clock, the environment or the terminal."""
    return [f"{module.name}:{line} {name}" for line, name in names_used(module) if name in OUTSIDE_ONLY]


def disk_only(module: Module) -> list[str]:
    """Where a module touches files."""
    calls = [
        f"{module.name}:{line} {name}"
        for line, name in names_used(module)
        if name in DISK_ONLY or (name.startswith(DISK_ONLY_MODULES) and name not in HARMLESS_OS)
    ]
    methods = [
        f"{module.name}:{node.lineno} .{node.func.attr}()"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DISK_ONLY_METHODS
    ]
    return calls + methods


def codec_only(module: Module) -> list[str]:
    """Where a module knows TOML or turns tables into records."""
    return [f"{module.name}:{line} {name}" for line, name in toplevel_imports(module) if name in CODEC_ONLY]


def readers_only(module: Module) -> list[str]:
    """Where a module reads who may see a record or since when we know it, as an attribute or by getattr."""
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in READERS_ONLY:
            found.append(f"{module.name}:{node.lineno} .{node.attr}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
            names = {argument.value for argument in node.args if isinstance(argument, ast.Constant)}
            found += [f"{module.name}:{node.lineno} {name}" for name in sorted(READERS_ONLY & names)]
    return found


def keyword_heaps(module: Module) -> list[str]:
    """Public functions that take any keyword."""
    return [
        f"{module.name}:{node.lineno} {node.name}(**{node.args.kwarg.arg})"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.args.kwarg
        if not node.name.startswith("_") or node.name.endswith("__")
    ]


def private_imports(module: Module, modules: Mapping[str, Module]) -> list[str]:
    """Names that begin with an underscore, taken from another module: imported, or reached through it."""
    found = []
    local: set[str] = set()
    for one in imports_of(module, modules):
        steps = [*one.target.split("."), one.member]
        if any(step.startswith("_") and not step.endswith("__") for step in steps):
            found.append(f"{module.name}:{one.line} {'.'.join(steps).strip('.')}")
        if not one.member:
            local.add(steps[-2])
    for line, name in names_used(module):
        steps = name.removeprefix("pledgekit.").split(".")
        for owner, member in pairwise(steps):
            if owner in local and member.startswith("_") and not member.endswith("__"):
                found.append(f"{module.name}:{line} {name}")
    return found


@pytest.fixture(scope="module")
def modules() -> dict[str, Module]:
    """The modules of pledgekit as they are."""
    return modules_of(PACKAGE)


def others(modules: Mapping[str, Module], *parts: str) -> list[Module]:
    """All modules but those of some parts."""
    rest = [module for module in modules.values() if module.part not in parts]
    assert rest
    return rest


def made(tmp_path: Path, **texts: str) -> dict[str, Module]:
    """A package of invented modules; two underscores in a name stand for a folder."""
    for name, text in {"__init__": "", **texts}.items():
        path = tmp_path / (name if name.startswith("__") else name.replace("__", "/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".py").write_text(text, "utf-8")
    return modules_of(tmp_path)


def test_imports_go_down_only(modules: dict[str, Module]) -> None:
    """Every module has a layer, and imports only what its layer allows; at least one import is seen."""
    assert [] == wrong_imports(modules)


def test_what_breaks_the_table_is_seen(tmp_path: Path) -> None:
    """Upward, sideways, circular, unknown and front-door imports are found, however they are written."""
    found = wrong_imports(
        made(
            tmp_path,
            __init__="from pledgekit.cli import main",
            ids="def f():\n    from pledgekit.view import look",
            dates="import pledgekit.errors",
            errors="from . import dates",
            view="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pledgekit.store import load",
            store="from pledgekit import Lens",
            codec="from pledgekit import positions, gone",
            positions="from .ids import f",
            oddments="",
            cli__main="from pledgekit.desk import serve\nfrom .other import x",
            cli__other="",
            desk="import pledgekit.cli.main",
        )
    )
    assert [
        "oddments: no layer",
        "codec:1 imports the front door: only outsiders and tests come in that way",
        "desk:1 imports cli.main: sideways, and not among the pairs allowed",
        "ids:2 imports view: upward, 1 to 5",
        "store:1 imports the front door: only outsiders and tests come in that way",
        "view:3 imports store: sideways, and not among the pairs allowed",
    ] == found[:-1]
    assert {"dates", "errors"} == set(found[-1].removeprefix("a circle: ").split(" -> "))


def test_seeing_nothing_fails(tmp_path: Path) -> None:
    """A package in which no import is seen does not pass."""
    assert ["no import was seen at all: this test is blind"] == wrong_imports(made(tmp_path, ids="import re"))


def test_a_module_that_is_not_there_is_seen(tmp_path: Path) -> None:
    """An import of a module that does not exist is named."""
    found = wrong_imports(made(tmp_path, view="from pledgekit.regsiter import Register"))
    assert ["view:1 imports regsiter: there is no such module"] == found


def test_modules_stay_short(modules: dict[str, Module]) -> None:
    """No module has more than 400 lines."""
    lengths = {name: len(module.path.read_text("utf-8").splitlines()) for name, module in modules.items()}
    assert {} == {name: length for name, length in lengths.items() if length > 400}


def test_only_the_outside_speaks_and_looks_around(modules: dict[str, Module]) -> None:
    """Only the command line and the desk print, exit, and read the clock, the environment or the terminal."""
    inside = [module for module in others(modules, *OUTSIDE) if module.name not in PROGRAMS]
    assert [] == [use for module in inside for use in outside_only(module)]


def test_only_disk_touches_files(modules: dict[str, Module]) -> None:
    """Only `disk` calls what opens, lists, writes or removes files."""
    assert [] == [use for module in others(modules, "disk") for use in disk_only(module)]


def test_only_the_codec_knows_toml(modules: dict[str, Module]) -> None:
    """Only `codec` imports cattrs, tomllib and tomli_w."""
    assert [] == [use for module in others(modules, "codec") for use in codec_only(module)]


def test_only_the_view_decides_who_sees_what(modules: dict[str, Module]) -> None:
    """Nothing but the view, and what records, checks, stores and codes, reads `visibility` or `recorded`."""
    assert [] == [use for module in others(modules, *READERS) for use in readers_only(module)]


def test_no_public_function_takes_any_keyword(modules: dict[str, Module]) -> None:
    """A misspelt argument is an error, so no public function has `**kwargs`."""
    others = [module for name, module in modules.items() if name != "words"]  # a catalogue names a message's values
    assert [] == [use for module in others for use in keyword_heaps(module)]


def test_private_names_stay_home(modules: dict[str, Module]) -> None:
    """No module imports, or reaches into another for, a name that begins with an underscore."""
    assert [] == [use for module in modules.values() for use in private_imports(module, modules)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("print('x')", ["view:1 print"]),
        ("import sys\nsys.exit(1)", ["view:2 sys.exit"]),
        ("from os import environ as e\ne['X']", ["view:2 os.environ"]),
        ("import os\nos.environ.get('X')", ["view:2 os.environ"]),
        ("import datetime as dt\ndt.date.today()", ["view:2 datetime.date.today"]),
        ("from datetime import UTC, datetime\ndatetime.now(UTC)", ["view:2 datetime.datetime.now"]),
        ("import time\ntime.time()", ["view:2 time.time"]),
        ("from datetime import date\ndate.fromisoformat('2024-01-01')", []),
    ],
)
def test_speaking_and_looking_around_are_seen(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Printing, exiting, the clock and the environment are found under whatever name they were imported."""
    assert expected == outside_only(made(tmp_path, view=text)["view"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("open('x')", ["view:1 open"]),
        ("import os\nos.replace('a', 'b')", ["view:2 os.replace"]),
        ("from os import path\npath.exists('a')", ["view:2 os.path.exists", "view:2 os.path"]),
        ("import tempfile\ntempfile.mkstemp()", ["view:2 tempfile.mkstemp"]),
        ("p.write_text('x')", ["view:1 .write_text()"]),
        ("import os\ndef f(p: os.PathLike[str]) -> None: ...", []),
    ],
)
def test_touching_files_is_seen(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Opening and changing files is found, through `os` or a path."""
    assert expected == disk_only(made(tmp_path, view=text)["view"])


def test_other_breaches_are_seen(tmp_path: Path) -> None:
    """TOML, visibility, heaps of keywords and private names are found where they do not belong."""
    modules = made(
        tmp_path,
        ids="import pledgekit.dates\npledgekit.dates._day()\nfrom pledgekit.dates import _day, __doc__",
        dates="from pledgekit import errors\nerrors._x()",
        errors="",
        figures="def f():\n    import tomllib\nr.visibility\ngetattr(r, 'recorded')\nr.visibility = 1",
        view="def f(**options): ...\ndef _g(**options): ...",
    )
    assert ["figures:2 tomllib"] == codec_only(modules["figures"])
    assert ["figures:3 .visibility", "figures:4 recorded"] == sorted(readers_only(modules["figures"]))
    assert ["view:1 f(**options)"] == keyword_heaps(modules["view"])
    assert ["ids:3 dates._day", "ids:2 pledgekit.dates._day"] == private_imports(modules["ids"], modules)
    assert ["dates:2 pledgekit.errors._x"] == private_imports(modules["dates"], modules)


def test_no_path_of_one_machine() -> None:
    """Nothing in the source, the tests or the build names a folder that only one machine has."""
    machine = re.compile(r"(?<![\w./<>}])/(?:home|root|Users|work|farm|tmp)/")
    texts = [ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
    texts += [path for folder in (ROOT / "src", ROOT / "tests") for path in folder.rglob("*.py")]
    hits = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if machine.search(line)
    ]
    assert [] == hits
