"""Marks that quiet a tool: each stands with its reason, so that nobody has to guess whether it is still needed."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

_MARK = r"(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?|pragma:\s*no\s\w+)"
MARK = re.compile(rf"#\s*{_MARK}")
REASONED = re.compile(rf"#\s*{_MARK}\s[\s#-]*[^\s#-][^#]{{3,}}")


def unreasoned(source: str) -> list[str]:
    """Give the comments of a source that quiet a tool and do not say why, each with its line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]
    return [f"{line}: {said}" for line, said in comments if len(MARK.findall(said)) > len(REASONED.findall(said))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a = 1  # noqa: E501  a table", 0),
        ("a = 1  # type: ignore[misc]  # the kind says which", 0),
        ("a = 1  # pragma: no branch -- nobody imports it", 0),
        ("a = 1  # noqa: E501, B009 - both", 0),
        ("a = 1  # noqa: S101  `look` gives it", 0),
        ("a = '# noqa'", 0),
        ("a = 1  # noqa", 1),
        ("a = 1  # noqa: E501", 1),
        ("a = 1  # noqa: E501, B009", 1),
        ("a = 1  # type: ignore", 1),
        ("a = 1  # type: ignore[misc]  # noqa: E501", 1),
        ("a = 1  # type: ignore[misc]  # noqa: E501  a table", 1),
        ("a = 1  # pragma: no cover", 1),
    ],
)
def test_a_reason_is_told_from_none(line: str, expected: int) -> None:
    """Whatever stands between the mark and its reason."""
    assert expected == len(unreasoned(f"{line}\n"))


def test_every_mark_has_its_reason() -> None:
    """In the source, the tests, the benchmarks and the scripts of the documentation."""
    bare = {}
    for folder in ("src", "tests", "benchmarks", "docs"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            found = unreasoned(path.read_text(encoding="utf-8"))
            if found:
                bare[f"{path.relative_to(ROOT)}"] = found
    assert {} == bare
