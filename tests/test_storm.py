"""The real program under load: many people recording at once, and programs that are killed while they write."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pledgekit.model.kinds import ACTIONS
from pledgekit.store import load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DECLARATION = """[declaration]
id = "example-2025"
title = "An example"
adopted = 2025-01-01

[[commitments]]
id = "talk"
title = "Talk"
wording = "provisional"
"""
CITY = """[city]
id = "exampletown-nl"
name = "Exampletown"
kind = "city"
country = "NL"
"""
RECORD = (
    "record",
    "exampletown-nl",
    "--title",
    "Dialogue days",
    "--commitment",
    "example-2025/talk",
    "--date",
    "2025-06",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with one declaration and one city."""
    for path, text in (
        ("declarations/example-2025/declaration.toml", DECLARATION),
        ("commitments/exampletown-nl/city.toml", CITY),
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def command(root: Path) -> list[str]:
    """The real program, recording the same title every time."""
    return [sys.executable, "-I", "-m", "pledgekit", "--root", f"{root}", *RECORD]


def one_after_another(root: Path, times: int, environment: Mapping[str, str]) -> list[str]:
    """Record so many times; give the paths that were acknowledged."""
    paths = []
    for _ in range(times):
        done = subprocess.run(command(root), check=True, capture_output=True, text=True, env=dict(environment))
        paths.append(done.stdout.strip())
    return paths


def reading_until(stop: threading.Event, root: Path, seen: list[int]) -> None:
    """Read the register over and over, as a colleague would; every reading must succeed whole."""
    while not stop.is_set():
        loaded = load(root)
        assert () == tuple(each for each in loaded.problems if each.severity == "error")
        seen.append(len(list(loaded.register.records(ACTIONS))))


def everybody_records(root: Path, times: int, environment: Mapping[str, str]) -> None:
    """Eight people record at once while somebody reads; everything acknowledged is there, and nothing else."""
    stop, seen = threading.Event(), [0]
    with ThreadPoolExecutor(9) as people:
        reader = people.submit(reading_until, stop, root, seen)
        writers = [people.submit(one_after_another, root, times, environment) for _ in range(8)]
        acknowledged = [path for writer in writers for path in writer.result()]
        stop.set()
        reader.result()
    loaded = load(root)
    kept = list(loaded.register.records(ACTIONS))
    assert 8 * times == len(set(acknowledged)) == len({each.id for each in kept}) == len(kept)
    assert sorted(acknowledged) == sorted(each.origin.file for each in kept if each.origin)
    assert seen == sorted(seen)


def test_eight_people_record_at_once(root: Path, bare_environment: dict[str, str]) -> None:
    """Of 8 x 25 records with one title, made by the real command, none is lost and all ids differ."""
    everybody_records(root, 25, bare_environment)


@pytest.mark.faults
def test_eight_people_record_all_day(root: Path, bare_environment: dict[str, str]) -> None:
    """Of 8 x 250 records with one title, made by the real command, none is lost and all ids differ."""
    everybody_records(root, 250, bare_environment)


def killed_at_random(root: Path, times: int, environment: Mapping[str, str]) -> None:
    """Kill the program at any moment; what it acknowledged is there, and the register reads without an error."""
    chance = random.Random(times)  # noqa: S311  moments to kill at, the same each run
    acknowledged = []
    for _ in range(times):
        program = subprocess.Popen(
            command(root), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(environment)
        )
        timer = threading.Timer(chance.uniform(0.02, 0.3), program.send_signal, (signal.SIGKILL,))
        timer.start()
        said, _ = program.communicate()
        timer.cancel()
        acknowledged += said.split()
    loaded = load(root)
    assert set(acknowledged) <= {each.origin.file for each in loaded.register.records(ACTIONS) if each.origin}
    assert () == tuple(each for each in loaded.problems if each.code != "leftover")


def test_killed_while_recording(root: Path, bare_environment: dict[str, str]) -> None:
    """A program that is killed leaves the whole record or none, and at most a temporary file of ours."""
    killed_at_random(root, 30, bare_environment)


@pytest.mark.faults
def test_killed_all_day(root: Path, bare_environment: dict[str, str]) -> None:
    """The same, a thousand times."""
    killed_at_random(root, 1000, bare_environment)
