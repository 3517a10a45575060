"""Registers of any size for the benchmarks: made-up places and deeds, the same for the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["PER_FILE", "make", "open_round"]

PER_FILE = 4_000  # actions in a bulk file: some 2 MB
CITIES = 40
COMMITMENTS = 10


def make(root: Path, actions: int, *, bulk: bool, cities: int = CITIES) -> int:
    """Write a register with so many actions in some cities, in bulk files or a file each; give its bytes of TOML."""
    clauses = "\n".join(
        f'[[commitments]]\nid = "c{number}"\ntitle = "Clause {number}"\nwording = "provisional"\n'
        for number in range(COMMITMENTS)
    )
    declared = f'[declaration]\nid = "d-2020"\ntitle = "A declaration"\nadopted = 2020-01-01\n\n{clauses}'
    size = _write(root / "declarations/d-2020/declaration.toml", declared)
    for city in range(cities):
        folder = root / f"commitments/city{city}-nl"
        size += _write(folder / "city.toml", _city(city))
        texts = [_action(number) for number in range(city, actions, cities)]
        if bulk:
            for start in range(0, len(texts), PER_FILE):
                size += _write(folder / f"actions-{start}.toml", "\n".join(texts[start : start + PER_FILE]))
        else:
            size += sum(_write(folder / f"action-{number}.toml", text) for number, text in enumerate(texts))
    return size


def open_round(root: Path) -> None:
    """Add a round about 2023 to the register."""
    text = '[[rounds]]\nid = "round-2023"\nperiod = "2023"\nopens = 2023-11-01\ndue = 2024-03-31\n'
    _write(root / "declarations/d-2020/round.toml", text)


def _write(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_text(text, encoding="utf-8")


def _city(number: int) -> str:
    return f"""[city]
id = "city{number}-nl"
name = "City {number}"
kind = "city"
country = "NL"

[[endorsements]]
id = "d-2020-endorsed"
declaration = "d-2020"
act = "endorsed"
"""


def _action(number: int) -> str:
    month = number % 12 + 1
    return f"""[[actions]]
id = "2023-{month:02d}-dialogue-days-number-{number:06d}"
visibility = "public"
title = "Dialogue days number {number} in the northern districts"
summary = "Neighbours, schools and the police met for two days of moderated talk about what divides the town, {number}."
commitments = ["d-2020/c{number % COMMITMENTS}"]
filed_by = "network"
kind = "event"
date = "2023-{month:02d}"
told_by = "event"
recorded = 2024-01-01
[[actions.evidence]]
kind = "report"
title = "Summary of the dialogue of spring 2023"
url = "https://example.org/reports/{number}"
date = "2023-06"
"""
