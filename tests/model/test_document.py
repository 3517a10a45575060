"""Promises of the Document: what cannot be printed well cannot be built."""

from __future__ import annotations

import re

import pytest

from pledgekit.model.document import (
    Block,
    Chart,
    Column,
    Document,
    Heading,
    Labels,
    Paragraph,
    Part,
    Span,
    Table,
    passages,
    say,
)

LABELS = Labels(skip="Skip", contents="Contents", sources="Sources", colophon="About")


def _document(*blocks: Block) -> Document:
    return Document(title="T", lang="en", labels=LABELS, blocks=blocks)


def _heading(level: int, anchor: str) -> Heading:
    return Heading(level=level, text=anchor, anchor=anchor)


def test_say() -> None:
    """`say` makes one span, nothing of nothing, and joins by adding."""
    joined = say("Oslo", name=True) + say("") + say("", href="https://x.org")
    assert joined == (Span(text="Oslo", name=True), Span(text="", href="https://x.org"))


def test_passages() -> None:
    """A text falls into passages at its blank lines, even if spaces stand in them, and keeps its language."""
    expected = (say("one\nstill one", lang="nl"), say("two", lang="nl"))
    assert passages("\none\nstill one\r\n \t\r\n\n\n  two\n", lang="nl") == expected
    assert passages(" \n\n ") == ()


def test_headings_descend_step_by_step() -> None:
    """Headings may go up at once but down only level by level."""
    blocks = (_heading(2, "a"), _heading(3, "b"), _heading(4, "c"), _heading(2, "d"), Paragraph(text=say("x")))
    assert _document(*blocks).blocks == blocks


@pytest.mark.parametrize("levels", [(1,), (3,), (2, 4), (2, 3, 4, 5, 6)])
def test_no_level_is_left_out(levels: tuple[int, ...]) -> None:
    """A heading that skips a level, competes with the title or has no HTML level for what is below it is refused."""
    with pytest.raises(ValueError, match="cannot follow level"):
        _document(*(_heading(level, f"h{number}") for number, level in enumerate(levels)))


def test_an_anchor_is_taken_once() -> None:
    """Two headings cannot share an anchor: a link would lead to the wrong one."""
    with pytest.raises(ValueError, match="'a' is taken"):
        _document(_heading(2, "a"), _heading(2, "a"))


@pytest.mark.parametrize("anchor", ["", "two words", '"', "#a", "-a", "a\n"])
def test_an_anchor_is_plain(anchor: str) -> None:
    """An anchor holds nothing that would need escaping."""
    with pytest.raises(ValueError, match=re.escape(f"anchor {anchor!r}")):
        _heading(2, anchor)


def test_rows_fit_their_columns() -> None:
    """A row has a cell for every column."""
    with pytest.raises(ValueError, match="as many cells"):
        Table(caption="C", columns=(Column(head="A"), Column(head="B")), rows=((say("1"),),))


@pytest.mark.parametrize(
    ("kind", "values", "total"),
    [
        ("partition", (1, 2), 4),
        ("partition", (1, 1, 1, 1, 1, 1, 1, 1, 1), 9),
        ("partition", (-1, 2), 1),
        ("bars", (1, 5), 4),
        ("bars", (-1,), 4),
    ],
)
def test_a_chart_adds_up(kind: str, values: tuple[int, ...], total: int) -> None:
    """Parts of a partition add up to its total, bars fit their scale, nothing is below zero."""
    parts = tuple(Part(label=str(value), value=value, shown=str(value)) for value in values)
    with pytest.raises(ValueError, match=f"do not fit a {kind} of {total}"):
        Chart(title="C", kind=kind, parts=parts, total=total)  # type: ignore[arg-type]  # one of the two words


def test_charts_of_nothing() -> None:
    """A chart of no parts is a chart."""
    assert Chart(title="C", kind="partition", parts=(), total=0).total == 0
    assert Chart(title="C", kind="bars", parts=(), total=3).total == 3
