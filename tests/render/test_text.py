"""Promises of plain text: 80 columns, nothing lost."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given

from pledgekit.model.document import (
    Block,
    Bullets,
    Chart,
    Column,
    Fact,
    Facts,
    Heading,
    Note,
    Paragraph,
    Part,
    Table,
    say,
)
from pledgekit.render.safe import visible
from pledgekit.render.text import to_text
from pledgekit.render.width import width
from tests.render.sample import SAMPLE, document_of, hostile_texts


def _printed(*blocks: Block) -> str:
    bare = evolve(SAMPLE, title="T", kicker="", subtitle="", banner="", blocks=blocks, colophon=())
    return to_text(bare).removeprefix("T\n=\n\n")


@given(text=hostile_texts())
def test_eighty_columns(text: str) -> None:
    """No line is wider than 80 columns, but for a web address that is left whole."""
    lines = to_text(document_of(text, text)).split("\n")
    assert [line for line in lines if width(line) > 80 and "://" not in line] == []


@given(text=hostile_texts())
def test_no_word_is_lost(text: str) -> None:
    """A paragraph holds its words, all of them, in order."""
    assert _printed(Paragraph(text=say(f"x {text}"))).split() == f"x {visible(text)}".split() or width(text) > 70


@given(text=hostile_texts())
def test_no_character_is_lost(text: str) -> None:
    """However long its words are, a paragraph holds every character."""
    assert "".join(_printed(Paragraph(text=say(f"x {text}"))).split()) == "".join(f"x{visible(text)}".split())


def test_addresses() -> None:
    """An address stands behind its words, once."""
    text = (
        say("a", href="https://x.org")
        + say(" ")
        + say("https://y.org", href="https://y.org")
        + say(" ")
        + say("", href="https://z.org")
        + say(" ")
        + say("m@x.org", href="mailto:m@x.org")
    )
    assert _printed(Paragraph(text=text)) == "a <https://x.org> https://y.org https://z.org m@x.org\n"


def test_headings() -> None:
    """The level of a heading can be seen."""
    blocks = [Heading(level=level, text="Ab", anchor=f"h{level}") for level in (2, 3, 4, 5)]
    assert _printed(*blocks) == "\nAb\n==\n\nAb\n--\n\nAb\n--\n\nAb\n"


def test_table_wraps_in_its_cells() -> None:
    """Where a table is too wide, its widest columns give way and their cells have several lines."""
    table = Table(
        caption="C",
        columns=(Column(head="Name"), Column(head="What"), Column(head="n", numeric=True)),
        rows=((say("Oslo"), say("word " * 18), say("12")), (say("広島"), (), say("3"))),
    )
    lines = [
        "C",
        "",
        "Name  What                                                                     n",
        "----  ----------------------------------------------------------------------  --",
        "Oslo  word word word word word word word word word word word word word word   12",
        "      word word word word",
        "広島                                                                           3",
    ]
    assert _printed(table).splitlines() == lines


def test_table_without_room_becomes_a_list() -> None:
    """Where columns would be too narrow to read, each row is a list of its cells."""
    columns = tuple(Column(head=f"Column {number}") for number in range(9))
    table = Table(caption="C", columns=columns, rows=(tuple(say(f"cell {number}") for number in range(9)),))
    expected = ["C", "", *(f"- Column {number}: cell {number}" for number in range(9))]
    assert _printed(table).splitlines() == expected


def test_compact_lists_have_columns() -> None:
    """Short items stand side by side, read downwards; long ones stay below each other."""
    short = Bullets(items=tuple(say(letter * 20) for letter in "abcd"), compact=True)
    assert _printed(short).splitlines() == [f"{'a' * 20}  {'c' * 20}", f"{'b' * 20}  {'d' * 20}"]
    assert _printed(evolve(short, items=(say("a" * 50), say("b")))) == f"- {'a' * 50}\n- b\n"


def test_facts() -> None:
    """Values stand in one column; a label without a value is still printed, one too long pushes its own value."""
    facts = Facts(
        items=(
            Fact(label="a", value=say("1")),
            Fact(label="b" * 30, value=say("2")),
            Fact(label="c", value=()),
        )
    )
    assert _printed(facts) == f"a:{' ' * 23}1\n{'b' * 30}: 2\nc:\n"


def test_bars_are_to_scale() -> None:
    """A bar is as long as its share of the scale; what is not nothing can be seen; nothing has no bar."""
    parts = tuple(Part(label=str(value), value=value, shown=f"{value}!") for value in (80, 40, 1, 0))
    expected = ["C", "", f"80  {'█' * 30} 80!", f"40  {'█' * 15} 40!", "1   █ 1!", "0   0!"]
    assert _printed(Chart(title="C", kind="bars", parts=parts, total=80)).splitlines() == expected


def test_chart_of_nothing() -> None:
    """A partition of nothing is drawn without dividing by it."""
    parts = (Part(label="a", value=0, shown="0"),)
    assert _printed(Chart(title="C", kind="partition", parts=parts, total=0)) == "C\n\na  0\n"


def test_notes() -> None:
    """Kinds of notes differ, without colour."""
    notes = [
        Note(kind="caution", text=(say("a"), say("b"))),
        Note(kind="info", text=(say("c"),)),
        Note(kind="made", text=()),
    ]
    assert _printed(*notes) == "! a\n!\n! b\n\n| c\n"


def test_numbers_stand_flush_with_their_dots() -> None:
    """A numbered list begins with its number, and its dots stand below each other."""
    listed = Bullets(items=(say("nine"), say("ten")), start=9)
    assert _printed(listed) == " 9. nine\n10. ten\n"


def test_a_fingerprint_is_never_cut() -> None:
    """A word too long for the room beside its label stands whole on a line of its own; an address stays beside it."""
    word, address = "sha256:" + "0a" * 32, "https://example.org/" + "a" * 80
    facts = Facts(items=(Fact(label="Records used", value=say(word)), Fact(label="Page", value=say(address))))
    printed = _printed(facts)
    assert f"Records used:\n  {word}\n" in printed
    assert f"Page:         {address}\n" in printed
