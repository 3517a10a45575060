"""Lines of records and keys, found at a glance or by walking over the whole text."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.lines import Lines, parsed
from pledgekit.gate import Refusal, admit
from pledgekit.positions import locate
from tests.test_positions import STATEMENTS, accepted, paths

PLAIN = b"""\
# a city
[city]
id = "oslo-no"

[[actions]] # the first
id = "one"
commitments = [
    "a/b",  # date = "2020"
    "[[actions]]",
]

[[actions.evidence]]
url = "https://example.org"
\t[[actions.evidence]]
title = "A = b"

[[actions]]
date = "2024"
"""
SIMPLE = st.sampled_from(
    [
        "[a]\n",
        "[[b]]\n",
        "[[b.c]]\n",
        "[b.c.d]\n",
        "[a.b]\r\n",
        'x = "y"\n',
        "y-1=[\n 1,\n [2],\n]\n",
        "[[true]]\n",
        "# [z]\n",
        "z = [\n[true],\n[[1]],\n{ q = 1 },\n'[a]',\n]\n",
        "n.m = 2\n",
        '"k" = 1\n',
        "l = '''\nx = 1\n'''\n",
    ]
)
MISSING = st.lists(st.sampled_from(["a", "b", "x", 0, 1]), max_size=4)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("city",), 2),
        (("city", "id"), 3),
        (("city", "name"), 2),
        (("actions",), 5),
        (("actions", 0), 5),
        (("actions", 0, "commitments"), 7),
        (("actions", 0, "commitments", 1), 9),
        (("actions", 0, "date"), 5),
        (("actions", 0, "evidence"), 12),
        (("actions", 0, "evidence", 1, "title"), 15),
        (("actions", 0, "evidence", 1, "url"), 14),
        (("actions", 1), 17),
        (("actions", 1, "date"), 18),
        (("actions", 1, "evidence", 0), 17),
        (("officials", 0), 1),
    ],
)
def test_lines_of_a_plain_file(path: tuple[str | int, ...], expected: int) -> None:
    """Each path has the line on which a person would look for it, or that of the nearest above it."""
    assert expected == Lines(PLAIN).line(path)


def test_a_header_without_one_above_it_is_walked_over() -> None:
    """A table within a table that has no header of its own."""
    lines = Lines(b"x = 1\n[a.b]\ny = 2\n")
    assert [2, 2, 3] == [lines.line(path) for path in (("a",), ("a", "b"), ("a", "b", "y"))]


def test_a_plain_file_is_not_walked_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """What most problems are about is found without parsing the text again."""
    monkeypatch.delattr("pledgekit.positions.locate")
    lines = Lines(PLAIN)
    assert [5, 18, 17] == [lines.line(("actions", *rest)) for rest in ((0,), (1, "date"), (1, "title"))]


@given(
    st.lists(st.one_of(SIMPLE, STATEMENTS), max_size=12), st.lists(st.sampled_from(["a", "b", "x", 0, 1]), max_size=4)
)
def test_a_glance_gives_the_line_that_a_walk_gives(statements: list[str], other: list[str | int]) -> None:
    """Whatever is asked of whatever text, both ways give one answer."""
    text = ""
    for statement in statements:
        if accepted(text + statement):
            text += statement
    data = text.encode()
    if isinstance(admit(data), Refusal):
        return
    walked, lines = locate(text), Lines(data)
    for path in [*paths(tomllib.loads(text)), tuple(other)]:
        assert walked.line(path) == lines.line(path), path
        assert walked.line((*path, "missing")) == lines.line((*path, "missing")), path


@pytest.mark.parametrize("data", [b"", b"\xff", b"a = ", b"a = 'x"])
def test_what_is_no_longer_what_was_read_has_no_lines(data: bytes) -> None:
    """A file that changed meanwhile gives line 0, never an error, however often it is asked."""
    lines = Lines(data)
    assert [0, 0] == [lines.line(("city", "id")), lines.line(("city", "id"))]


def test_an_error_speaks_of_what_was_written() -> None:
    """A text that is no TOML is refused with the words of its author's quotes."""
    with pytest.raises(tomllib.TOMLDecodeError, match="line 1, column 7"):
        parsed('a = "b\n')


@pytest.mark.parametrize("item", ["true", "inf", "nan", "false"])
def test_a_list_within_a_list_is_no_header(item: str) -> None:
    """Words that stand for values are no names of tables, though they stand in brackets on a line of their own."""
    lines = Lines(f"[a]\nz = [\n[{item}]\n]\n[[b]]\nk = 1\n".encode())
    assert [1, 2, 5, 6] == [lines.line(path) for path in (("a",), ("a", "z"), ("b", 0), ("b", 0, "k"))]
    assert 1 == lines.line((item,))
