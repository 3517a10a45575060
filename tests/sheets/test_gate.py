"""The gate: what is refused, in which words, at which cost; and that honest workbooks pass."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pledgekit.errors import Refused
from pledgekit.sheets.gate import kind_of_book
from tests.cli.small import make
from tests.sheets.hostile import ODS_ROWS, book, ods
from tests.sheets.hostile_cases import HARMLESS, REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tests.sheets.hostile import Case

SECONDS, MEGABYTES = 2, 200

# The program, file by file, and what each took; whatever connects, or opens a file to write to it, ends it with 99.
WATCHED = """
import contextlib, io, json, os, resource, sys
def watch(event, args):
    writes = event == "open" and isinstance(args[0], str) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if event.startswith("socket.") or event in ("os.mkdir", "os.rename", "os.remove", "os.link") or writes:
        os.write(2, f"{event} {args}".encode())
        os._exit(99)
def used():
    both = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in both), max(each.ru_maxrss for each in both) / 1000
from pledgekit.cli.main import main
sys.addaudithook(watch)
root, *files = sys.argv[1:]
for file in files:
    before, out, err = used(), io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--root", root, "--as-of", "2025-06-01", "import", "actions", file])
    after = used()
    print(json.dumps([code, out.getvalue(), err.getvalue(), after[0] - before[0], after[1]]))
"""
# Starts it: small itself, since a process counts the memory of the one that started it as its own.
STARTING = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"


class Ran(NamedTuple):
    """What became of a file: exit code, data, talk; seconds of computing, and the most memory of any process so far."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def ran(folder: Path, environment: dict[str, str], cases: Iterable[Case]) -> list[Ran]:
    """Have files read as lists of actions; sees to it that nothing was written."""
    root = make(folder / "register")
    paths = []
    for number, case in enumerate(cases):
        (folder / f"{number}").mkdir()
        paths.append(folder / f"{number}" / case.file)
        paths[-1].write_bytes(case.made())
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    command = [sys.executable, "-I", "-c", STARTING, sys.executable, "-I", "-B", "-c", WATCHED, f"{root}"]
    said = subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, env=environment, cwd=folder)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [Ran(*json.loads(line)) for line in said.stdout.splitlines()]


def parted(cases: Mapping[str, Case]) -> list[list[str]]:
    """Part cases into groups, each for one process."""
    names = list(cases)
    return [names[start : start + 15] for start in range(0, len(names), 15)]


def test_there_are_very_many() -> None:
    """At least 45 hostile workbooks, as was promised."""
    assert len(REFUSED) >= 45


@pytest.mark.parametrize("names", parted(REFUSED), ids=lambda names: names[0])
def test_hostile_workbooks_are_refused(names: list[str], tmp_path: Path, bare_environment: dict[str, str]) -> None:
    """Each is refused in one line that says what is the matter; nothing is written, nobody is called.

    It costs less than 2 seconds of computing and 200 MB, of this process and the one that reads.
    """
    cases = [REFUSED[each] for each in names]
    for name, case, made in zip(names, cases, ran(tmp_path, bare_environment, cases), strict=True):
        assert (name, 1, "", 1) == (name, made.code, made.out, made.err.count("\n"))
        assert made.err.startswith(f"pledgekit: {tmp_path}")
        assert (name, "") == (name, "" if case.words in made.err else made.err)
        assert made.err[:-1].isprintable()
        assert "Traceback" not in made.err
        assert (name, True, True) == (name, made.seconds < SECONDS, made.megabytes < MEGABYTES)


def test_odd_workbooks_are_read(tmp_path: Path, bare_environment: dict[str, str]) -> None:
    """What is odd and does no harm is read as the list that it is, within the same bounds."""
    for (name, case), made in zip(HARMLESS.items(), ran(tmp_path, bare_environment, HARMLESS.values()), strict=True):
        words = case.words or "1 new, 0 the same, 0 changed, 0 refused"
        assert (name, "") == (name, "" if words in made.out else f"{made.out}{made.err}")
        assert (name, True, True) == (name, made.seconds < SECONDS, made.megabytes < MEGABYTES)


def let_through(data: bytes, file: str) -> str:
    """Give what the gate says; "" where it refuses, and says what to do."""
    try:
        return kind_of_book(data, file)
    except Refused as refused:
        return "" if refused.remedy and refused.file == file else f"{refused!r}"


@pytest.mark.parametrize("case", [*REFUSED.values(), *HARMLESS.values()], ids=[*REFUSED, *HARMLESS])
def test_the_gate_alone(case: Case) -> None:
    """Whatever the bytes, the gate says what they are or refuses them; it raises nothing else."""
    assert let_through(case.made(), case.file) in ("xlsx", "ods", "")


def test_bent_bytes_never_surprise_the_gate() -> None:
    """However a good workbook is bent or cut, it is one or it is refused."""
    chance = random.Random(5)  # noqa: S311 -- the same each time
    for good in (book(), ods(ODS_ROWS)):
        for _ in range(400):
            bent = bytearray(good)
            for _ in range(chance.randint(1, 4)):
                bent[chance.randrange(len(bent))] = chance.randrange(256)
            end = chance.choice((len(bent), chance.randrange(len(bent))))
            assert let_through(bytes(bent[:end]), "a.xlsx") in ("xlsx", "ods", "")
