"""Benchmarks: what the whole program costs, as ratios to what cannot be avoided. Run by `make bench`.

Every figure is CPU time (user + system) of whole processes: the median of several runs, taken in turn with what it is
compared to, so that the speed of the machine falls out. Ends with 1 when a bound is passed.

    python benchmarks/run.py            everything
    python benchmarks/run.py start      the start of commands
    python benchmarks/run.py bulk files scale memory ask
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from registers import make, open_round

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
PLEDGEKIT = (PYTHON, "-I", "-m", "pledgekit")
BARE = (PYTHON, "-I", "-c", "pass")
MANY, FEW = 15, 3

PARSE = """
import os, sys, tomllib
kept = []
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            kept.append(tomllib.load(file))
"""
MEMORY = """
import gc, sys, tracemalloc
from pathlib import Path
from pledgekit import load
load(Path(sys.argv[2]))
gc.collect()
tracemalloc.start()
kept = load(Path(sys.argv[1]))
gc.collect()
print(tracemalloc.get_traced_memory()[0])
"""
WRITE_SHEET = """
import sys, xlsxwriter
rows, columns = map(int, sys.argv[2:])
with xlsxwriter.Workbook(sys.argv[1]) as book:
    sheet = book.add_worksheet()
    for row in range(rows):
        for column in range(columns):
            sheet.write_string(row, column, f"Cell {row % 97} of column {column}")
"""
READ_SHEET = """
import io, resource, statistics, sys
from pathlib import Path
import python_calamine
from pledgekit.sheets import read_book
data = Path(sys.argv[1]).read_bytes()
def spent():
    both = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in both)
def alone():
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
def median(read, runs, times):
    read()
    found = []
    for _ in range(runs):
        before = spent()
        for _ in range(times):
            read()
        found.append((spent() - before) / times)
    return statistics.median(found)
print(median(lambda: read_book(data, file="x"), 15, 1), median(alone, 5, 20))
"""


class Row(NamedTuple):
    """One line of the result."""

    name: str
    value: float
    bound: float
    unit: str


def main(wanted: list[str]) -> int:
    """Run the benchmarks named, or all; print a table."""
    suites = {
        "start": start,
        "bulk": bulk,
        "files": files,
        "scale": scale,
        "memory": memory,
        "ask": ask,
        "sheets": sheets,
    }
    rows = []
    for name in wanted or list(suites):
        with tempfile.TemporaryDirectory() as folder:
            for row in suites[name](Path(folder)):
                over = "  OVER" if row.value > row.bound else ""
                print(f"{row.name:<64} {row.value:8.2f} {row.unit}   bound {row.bound:g}{over}", flush=True)
                rows.append(row)
    return int(any(row.value > row.bound for row in rows))


def start(folder: Path) -> list[Row]:
    """Compare the start of commands on this repository's register with that of Python alone."""
    here = folder / "register"
    for home in ("declarations", "commitments"):
        shutil.copytree(ROOT / home, here / home)
    record = ("record", "oslo-no", "--title", "Dialogue days", "--commitment", "hague-2022/speak-out")
    on_hague = (*PLEDGEKIT, "--root", f"{here}")
    rows = [
        Row("--version / bare Python", compared((*PLEDGEKIT, "--version"), BARE, MANY), 3, "x"),
        Row(
            "status / bare Python", compared((*on_hague, "status", "--declaration", "hague-2022"), BARE, MANY), 10, "x"
        ),
        Row("check / bare Python", compared((*on_hague, "check"), BARE, MANY), 10, "x"),
        Row("record / bare Python", compared((*on_hague, *record, "--date", "2024-06"), BARE, MANY), 10, "x"),
    ]
    large = folder / "large"
    make(large, 40_000, bulk=True)
    small = folder / "small"
    make(small, 40, bulk=True)
    words = ("record", "new-nl", "--title", "Dialogue days", "--commitment", "d-2020/c1", "--date", "2024-06")
    for root in (large, small):
        (root / "commitments/new-nl").mkdir()
        (root / "commitments/new-nl/city.toml").write_text(
            '[city]\nid = "new-nl"\nname = "New"\nkind = "city"\ncountry = "NL"\n', encoding="utf-8"
        )
    among = ((*PLEDGEKIT, "--root", f"{root}", *words) for root in (large, small))
    return [*rows, Row("record by exact id, among 40,000 actions / among 40", compared(*among, runs=MANY), 1.2, "x")]


def bulk(folder: Path) -> list[Row]:
    """Compare `status --json` on 40,000 actions in bulk files with parsing the same bytes."""
    make(folder, 40_000, bulk=True)
    return [
        Row(
            "status --json, 40,000 actions in bulk files / tomllib",
            compared(_status(folder), _parse(folder), FEW),
            1.6,
            "x",
        )
    ]


def files(folder: Path) -> list[Row]:
    """Compare `status --json` on 40,000 files of one action with reading and parsing them."""
    make(folder, 40_000, bulk=False)
    return [
        Row(
            "status --json, 40,000 files / reading and parsing",
            compared(_status(folder), _parse(folder), FEW),
            1.6,
            "x",
        )
    ]


def scale(folder: Path) -> list[Row]:
    """Compare the time for an action at 400,000 actions with that at 4,000, the start taken off both."""
    for name, actions in (("small", 4_000), ("large", 400_000)):
        make(folder / name, actions, bulk=True)
    empty = folder / "empty"
    make(empty, 0, bulk=True)
    begun = statistics.median(cpu(_status(empty)) for _ in range(FEW))
    small = statistics.median(cpu(_status(folder / "small")) for _ in range(FEW)) - begun
    large = cpu(_status(folder / "large")) - begun
    return [Row("status --json, an action of 400,000 / an action of 4,000", large / small / 100, 1.15, "x")]


def memory(folder: Path) -> list[Row]:
    """Measure what an action keeps in memory once loaded."""
    make(folder / "large", 40_000, bulk=True)
    make(folder / "empty", 0, bulk=True)
    kept = []
    for name in ("large", "empty"):
        command = (PYTHON, "-I", "-c", MEMORY, f"{folder / name}", f"{folder / 'empty'}")
        kept.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return [Row("memory kept for an action", (kept[0] - kept[1]) / 40_000, 1300, "bytes")]


def ask(folder: Path) -> list[Row]:
    """Compare making the workbooks of 300 cities with making that of one among them."""
    make(folder / "register", 1_500, bulk=True, cities=300)
    open_round(folder / "register")
    asked = (*PLEDGEKIT, "--root", f"{folder / 'register'}", "--as-of", "2024-02-01", "round", "ask", "--out")
    one = (*asked, f"{folder / 'one'}", "--city", "city7-nl")
    return [Row("round ask, 300 workbooks / one", compared((*asked, f"{folder / 'all'}"), one, FEW), 20, "x")]


def sheets(folder: Path) -> list[Row]:
    """Compare reading workbooks that others sent, behind the gate and in a process of its own, with calamine alone.

    What every workbook costs (the start of that process most of all) is that of one with nothing in it.
    """
    make(folder / "register", 200, bulk=True)
    open_round(folder / "register")
    asked = (*PLEDGEKIT, "--root", f"{folder / 'register'}", "--as-of", "2024-02-01", "round", "ask", "--out")
    cpu((*asked, f"{folder / 'out'}", "--city", "city7-nl"))
    (form,) = (folder / "out").glob("*.xlsx")
    made = {"empty": (0, 0), "list": (5_000, 20)}
    for name, size in made.items():
        cpu((PYTHON, "-I", "-c", WRITE_SHEET, f"{folder / name}.xlsx", *map(str, size)))
    spent = {path: _reading(path) for path in (form, folder / "empty.xlsx", folder / "list.xlsx")}
    start = spent[folder / "empty.xlsx"][0]
    read, alone = spent[form]
    long, plain = spent[folder / "list.xlsx"]
    return [
        Row("reading a form / 3 x calamine alone and the start of a process", read / (3 * alone + start), 1.1, "x"),
        Row("reading a list of 100,000 cells, without that start / calamine", (long - start) / plain, 4.5, "x"),
    ]


def _reading(path: Path) -> tuple[float, float]:
    """Give the CPU seconds of reading a workbook, all processes together, and of calamine alone."""
    said = subprocess.run(
        (PYTHON, "-I", "-c", READ_SHEET, f"{path}"), check=True, capture_output=True, text=True
    ).stdout
    ours, alone = map(float, said.split())
    return ours, alone


def compared(one: tuple[str, ...], other: tuple[str, ...], runs: int) -> float:
    """Give the ratio of two commands' median CPU times, run in turn after one run each that does not count."""
    cpu(one), cpu(other)
    pairs = [(cpu(one), cpu(other)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def cpu(command: tuple[str, ...]) -> float:
    """Give the CPU seconds of a command; a command that fails is no measurement."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PLEDGEKIT_USER": "benchmark"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _status(folder: Path) -> tuple[str, ...]:
    return (*PLEDGEKIT, "--root", f"{folder}", "--as-of", "2026-01-01", "status", "--declaration", "d-2020", "--json")


def _parse(folder: Path) -> tuple[str, ...]:
    return (PYTHON, "-I", "-c", PARSE, f"{folder}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
