"""Small registers for tests of checks, written as the files that people write."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pledgekit.checks.scope import Scope
from pledgekit.codec.read import parse, path_text
from pledgekit.register import Holding, Loaded, Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pledgekit.checks.scope import Finding
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Record

__all__ = ["HAGUE", "OSLO", "TODAY", "found", "found_in_part", "loaded", "record", "said"]

TODAY = datetime.date(2026, 1, 1)
OSLO = '[city]\nid = "oslo-no"\nname = "Oslo"\nkind = "city"\ncountry = "NO"\n'
HAGUE = """\
[declaration]
id = "hague-2022"
title = "T"
adopted = 2022-11-16
[[commitments]]
id = "speak-out"
title = "T"
wording = "provisional"
"""


def record(table: str, **keys: object) -> str:
    """Write one record: text in quotes, all else as it stands."""
    lines = [f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in keys.items()]
    return "\n".join([f"[[{table}]]", *lines, ""])


def loaded(files: Mapping[str, str], *, complete: bool = True) -> Loaded:
    """Load files by path; a city and a declaration are there unless the files say otherwise."""
    whole = {"declarations/hague-2022/d.toml": HAGUE, "commitments/oslo-no/city.toml": OSLO, **files}
    problems: list[Problem] = []
    held: dict[tuple[str, str], list[Record]] = {}
    for file, text in whole.items():
        home, owner = file.split("/")[:2]
        parsed = parse(text.encode(), file=file, owner=owner, home=home)
        held.setdefault((owner, home), []).extend(parsed.records)
        problems += parsed.problems
    holdings = [Holding(owner, home, records) for (owner, home), records in held.items()]
    return Loaded(Register(holdings, complete=complete), tuple(problems), len(whole))


def found(rule: Callable[[Scope], Iterator[Finding]], *texts: str, **files: str) -> list[str]:
    """What one rule finds in files of Oslo, each as `code path`.

    A keyword is a path: two underscores stand for a slash, three for a hyphen.
    """
    return [f"{each.code} {path_text(each.path)}".strip() for each in _run(rule, texts, files)]


def said(rule: Callable[[Scope], Iterator[Finding]], *texts: str, **files: str) -> list[str]:
    """The same, but the messages."""
    return [each.message for each in _run(rule, texts, files)]


def found_in_part(rule: Callable[[Scope], Iterator[Finding]], *texts: str, **files: str) -> list[str]:
    """What a rule finds when only these owners were asked for."""
    return [f"{each.code} {path_text(each.path)}".strip() for each in _run(rule, texts, files, complete=False)]


def _run(
    rule: Callable[[Scope], Iterator[Finding]],
    texts: tuple[str, ...],
    files: Mapping[str, str],
    *,
    complete: bool = True,
) -> list[Finding]:
    given = {f"commitments/oslo-no/f{number}.toml": text for number, text in enumerate(texts)}
    given |= {name.replace("___", "-").replace("__", "/") + ".toml": text for name, text in files.items()}
    return list(rule(Scope(loaded(given, complete=complete), TODAY)))
