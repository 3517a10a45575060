"""Positions: every path that the parser yields has its line."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.positions import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

TRICKY = '''\
# [[not.a.header]] { [
title = "x = 1 # ["
a.b . "c d" = 1
a.b.e = [1, # ] one
  [2, "]"],
  { f = "}", g.h = '{' },
]
"quo\\"ted \\u00e9\\U0001F600\\t" = """
[[x]]
key = "" \\""" \\\\"""""
'lit"eral' = \'\'\'
[[y]]
it''s\'\'\'\'\'

[sub.table.deep]
k = 2023-06-01 07:00:00 # [
[sub]
own = {}
[[people]]
name = "a"
[people.address]
town = "The Hague"
[[other]]
[[people]]
  [[people.jobs]]
  title = "m"
  [[ people . "jobs" ]]
  title = ["x", "y",]
[[people]]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 2),
        (("a",), 3),
        (("a", "b"), 3),
        (("a", "b", "c d"), 3),
        (("a", "b", "e"), 4),
        (("a", "b", "e", 0), 4),
        (("a", "b", "e", 1), 5),
        (("a", "b", "e", 1, 1), 5),
        (("a", "b", "e", 2, "f"), 6),
        (("a", "b", "e", 2, "g", "h"), 6),
        (('quo"ted é😀\t',), 8),
        (('lit"eral',), 11),
        (("sub",), 17),
        (("sub", "table"), 15),
        (("sub", "table", "deep", "k"), 16),
        (("sub", "own"), 18),
        (("people",), 19),
        (("people", 0), 19),
        (("people", 0, "address"), 21),
        (("people", 0, "address", "town"), 22),
        (("other", 0), 23),
        (("people", 1), 24),
        (("people", 1, "jobs"), 25),
        (("people", 1, "jobs", 0, "title"), 26),
        (("people", 1, "jobs", 1), 27),
        (("people", 1, "jobs", 1, "title", 1), 28),
        (("people", 2), 29),
        (("people", 2, "jobs", 0), 29),
        (("people", 9, "name"), 19),
        (("x",), 1),
        (("key",), 1),
        (("sub", "table", "deep", "nothing", 3), 15),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_of_a_tricky_document(path: tuple[str | int, ...], line: int, newline: str) -> None:
    """Each path has the line on which a person would look for it, or the line of the nearest above it."""
    assert locate(TRICKY.replace("\n", newline)).line(path) == line


def test_every_path_of_the_tricky_document() -> None:
    """What the parser finds and what is located are the same paths."""
    assert set(locate(TRICKY).lines) == set(paths(tomllib.loads(TRICKY)))


def test_a_text_that_was_not_accepted() -> None:
    """A text that the parser refuses is no promise here, but an error that names the line."""
    with pytest.raises(ValueError, match="line 2"):
        locate("a = 1\n! = 2")


def paths(value: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """All paths of a parsed document but the empty one."""
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    if isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        yield (*above, key)
        yield from paths(inner, (*above, key))


KEYS = st.sampled_from(["a", "b-1", "2", '"c.d"', "'[e'", '"\\"="', '"\\u00e9 #"', '""'])
SCALARS = st.sampled_from(
    [
        "1",
        "-2.5e3",
        "true",
        "2023-06-01",
        "07:32:00",
        "2023-06-01T07:32:00Z",
        '"x"',
        "'y'",
        '"# ["',
        "'\"'",
        '"\\""',
        "''",
        '"""\n[[x]]\na = 1\n"""',
        "'''\n]\n'q'''''",
        '""""q" \\\n  """""',
        '""',
        '""""""',
    ]
)
SPACE = st.sampled_from(["", " ", "\n", " # ]}\n\n"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.tuples(SPACE, st.lists(inner, max_size=3), SPACE).map(
            lambda parts: "[" + parts[0] + (parts[2] + "," + parts[0]).join(parts[1]) + parts[2] + "]"
        )
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{ " + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
        )
    ),
    max_leaves=6,
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3)
STATEMENTS = st.one_of(
    st.tuples(DOTTED, VALUES).map(lambda pair: f"{' . '.join(pair[0])} = {pair[1]} # [c]\n"),
    DOTTED.map(lambda parts: f"[{'.'.join(parts)}] # = 1\n"),
    DOTTED.map(lambda parts: f"  [[ {'.'.join(parts)} ]]\n"),
    st.just("\n"),
)


@given(st.lists(STATEMENTS, max_size=12))
def test_every_path_is_located(statements: list[str]) -> None:
    """Of a generated document all paths are located, and no other, and the line shows the key's text."""
    text = ""
    for statement in statements:
        if accepted(text + statement):
            text += statement
    positions = locate(text)
    found = set(paths(tomllib.loads(text)))
    assert set(positions.lines) == found
    lines = text.split("\n")
    for path in found:
        key = [part for part in path if isinstance(part, str)][-1]
        shown = lines[positions.line(path) - 1]
        if isinstance(path[-1], str) or shown.strip().startswith("[["):
            assert key.replace('"', '\\"') in shown or key.replace("é", "\\u00e9") in shown


def accepted(text: str) -> bool:
    """Whether the parser takes it."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True
