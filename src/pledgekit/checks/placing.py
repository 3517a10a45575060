"""From findings to problems: which file, which line, which key. Runs only when something was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.codec.lines import Lines
from pledgekit.codec.read import path_text
from pledgekit.errors import DiskError
from pledgekit.model.problem import Problem, problem
from pledgekit.store import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pledgekit.checks.scope import Finding, KeyPath

__all__ = ["place"]


def place(findings: Iterable[Finding], root: Path | None) -> Iterator[Problem]:
    """Make problems of findings. Each file is read once; a register in memory has no files, and lines are 0."""
    read: dict[str, Lines | None] = {}
    for code, where, path, message, remedy in findings:
        if isinstance(where, str):
            yield problem(code, message, file=where, remedy=remedy)
            continue
        origin = where.origin
        if origin is None:
            yield problem(code, message, file="", path=path_text((str(where.ref), *path)), remedy=remedy)
            continue
        start: KeyPath = (origin.table,) if origin.nth < 0 else (origin.table, origin.nth)
        if origin.file not in read:
            read[origin.file] = _lines(root, origin.file)
        lines = read[origin.file]
        line = lines.line((*start, *path)) if lines is not None else 0
        yield problem(code, message, file=origin.file, line=line, path=path_text((*start, *path)), remedy=remedy)


def _lines(root: Path | None, file: str) -> Lines | None:
    """Find the lines of a file; none when it is gone, or no longer what was read."""
    if root is None:
        return None
    try:
        return Lines(read_file(root, file))
    except DiskError:
        return None
