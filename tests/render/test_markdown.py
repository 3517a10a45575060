"""Promises of the Markdown: people's text is never markup, and no more of it is escaped than has to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import assume, given
from markdown_it import MarkdownIt

from pledgekit.model.document import Bullets, Column, Contents, Entry, Heading, Inline, Paragraph, Span, Table, say
from pledgekit.render.markdown import to_markdown
from pledgekit.render.safe import visible
from tests.render.sample import ATTACKS, LABELS, SAMPLE, document_of, hostile_texts

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("gfm-like")  # with HTML, tables, strikethrough and addresses that become links by themselves
MARK = "QQ"
STARS = {"strong_open", "strong_close", "em_open", "em_close"}


def _one_paragraph(text: Inline) -> str:
    bare = evolve(SAMPLE, title="T", kicker="", subtitle="", banner="", blocks=(Paragraph(text=text),), colophon=())
    return to_markdown(bare).removeprefix("# T").strip("\n")


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _read(source: str, shown: str) -> list[tuple[str, str]]:
    """What a reader makes of it: kinds of tokens with targets of links, and texts, without emphasis."""
    parts: list[tuple[str, str]] = []
    for token in READER.parse(source):
        parts.append((token.type, token.info))
        said = ""
        for child in token.children or ():
            if child.type == "text":
                said += child.content
            elif child.type not in STARS:
                target = str(child.attrs.get("href", ""))
                parts.append((child.type, "#" if target.startswith("#") else target))
        if token.children is not None:
            parts.append(("says", _squeeze(said.replace(MARK, shown))))
    return parts


@given(text=hostile_texts())
def test_text_stays_text(text: str) -> None:
    """Whatever people write, a reader finds the same blocks, links and cells, and exactly that text in them."""
    shown = visible(text)
    assume(shown.strip())
    assert _read(to_markdown(document_of(text)), MARK) == _read(to_markdown(document_of(MARK)), shown)


def _stars(tokens: list[Token]) -> int:
    return sum(child.type in ("strong_open", "em_open") for token in tokens for child in token.children or ())


@given(text=hostile_texts())
def test_emphasis_is_ours(text: str) -> None:
    """Text without a style of its own never gets one."""
    assert _stars(READER.parse(_one_paragraph(say(text) + say(" x") + say(text, href="https://example.org")))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 = 6, a - b, c + d; (1) one, 3.5 %",
        "snake_case and C:\\Users",
        "about ~30, US$5 and €7",
        "a < b > c & d; R&D, AT&T",
        "e.g. #7 - see www, http: and @ noon!",
        "1.5 million | 3) more",
        "+47 22 00 00 00",
        "#hashtag",
        "-5 degrees",
        "2024",
    ],
)
def test_readable_as_it_is(text: str) -> None:
    """Harmless punctuation is not escaped."""
    assert _one_paragraph(say(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. one", "1\\. one"),
        ("12) x", "12\\) x"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("+", "\\+"),
        (" * a", "\\* a"),
        ("---", "\\---"),
        ("> a", "\\> a"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("[a](b)", "\\[a\\](b)"),
        ("*a*", "\\*a\\*"),
        ("_a_", "\\_a\\_"),
        ("https://x.org", "https\\://x.org"),
        ("a\\*", "a\\\\\\*"),
        ("$x$", "\\$x\\$"),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    """What would be markup is escaped, with one backslash where one is enough."""
    assert _one_paragraph(say(text)) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        (say("a ") + say("b ", strong=True) + say("c"), "a **b** c"),
        (say("a") + say("b", emphasis=True) + say("c"), "a*b*c"),
        (say("a", strong=True, emphasis=True), "***a***"),
        (say("a") + say("(b)", strong=True) + say("c"), "a(b)c"),
        (say("a ") + say("(b)", strong=True) + say(" c"), "a **(b)** c"),
        (say("a", strong=True) + say("b", emphasis=True), "**a**b"),
        ((Span(text=" ", strong=True), Span(text="")), ""),
        (say("Go!", href="https://x.org") + say("!"), "[Go!](https://x.org)!"),
        (say("a\\", strong=True) + say(" &") + say("amp;(", emphasis=True) + say("b\\"), "**a\\\\** \\&amp;(b\\"),
        (say("&") + say("amp;"), "\\&amp;"),
        (say("!") + say("a", href="https://x.org"), "\\![a](https://x.org)"),
        (say("a", href="https://x.org/(b)_c?d&copy;"), "[a](https://x.org/%28b%29%5Fc?d&amp;copy;)"),
        (say("", href="https://x.org"), "<https://x.org>"),
        (say("", href="https://x.org/(a)"), "[https\\://x.org/(a)](https://x.org/%28a%29)"),
        (say("a@x.org", href="mailto:a@x.org"), "<a@x.org>"),
        (say("a@b", href="mailto:a@b"), "[a\\@b](mailto:a@b)"),
        (say("a", href="javascript:b"), "a (javascript:b)"),
        (say("", href="javascript:b"), "(javascript:b)"),
    ],
)
def test_spans(spans: Inline, expected: str) -> None:
    """Styles are printed where they work and left out where a reader would show the stars; links go where they say."""
    assert _one_paragraph(spans) == expected


def test_contents_lead_to_headings() -> None:
    """Links of the contents are the anchors that readers make of headings; equal ones are numbered, entries count."""
    blocks = (
        Contents(depth=3),
        Heading(level=2, text="Łódź & co.", anchor="a"),
        Entry(title=say("Title")),
        Heading(level=3, text="Title", anchor="b"),
        Heading(level=4, text="Deep", anchor="c"),
    )
    printed = to_markdown(evolve(SAMPLE, title="Title", blocks=blocks, colophon=()))
    assert "**Contents**\n\n- [Łódź & co.](#łódź--co)\n  - [Title](#title-2)\n\n## Łódź & co." in printed


def test_headings_keep_their_last_hash() -> None:
    """A # at the end of a heading is printed, not taken for decoration."""
    blocks = (Heading(level=2, text="Priority #", anchor="a"), Heading(level=2, text="##", anchor="b"))
    printed = to_markdown(evolve(SAMPLE, title="C#", kicker="", subtitle="", banner="", blocks=blocks, colophon=()))
    assert printed == "# C#\n\n## Priority \\#\n\n## \\##\n"


def test_cells() -> None:
    """A bar or a line end in a cell stays in the cell; columns are aligned for whoever reads the source."""
    table = Table(
        caption="C",
        columns=(Column(head="Name", header=True), Column(head="n", numeric=True)),
        rows=((say("a|b\nc"), say("1")), (say("広"), ())),
    )
    printed = to_markdown(evolve(SAMPLE, banner="", blocks=(table,), colophon=()))
    expected = "| Name   |   n |\n| ------ | --: |\n| a\\|b c |   1 |\n| 広     |     |\n"
    assert printed.endswith(f"**C**\n\n{expected}")


def test_attacks_in_a_list() -> None:
    """Each attack stays one item of its list."""
    attacks = [attack for attack in ATTACKS if visible(attack).strip()]
    items = tuple(say(attack) for attack in attacks)
    printed = to_markdown(evolve(SAMPLE, labels=LABELS, banner="", blocks=(Bullets(items=items),), colophon=()))
    said = [token.children for token in READER.parse(printed.partition("\n- ")[1] + printed.partition("\n- ")[2])]
    texts = [_squeeze("".join(child.content for child in children)) for children in said if children]
    assert texts == [_squeeze(visible(attack)) for attack in attacks]
