"""Promises of the HTML page: it stands alone, text stays text, and everybody can read it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.model.document import Document, Heading, Paragraph, Span, say
from pledgekit.render.html import to_html
from pledgekit.render.safe import visible
from tests.render.sample import LABELS, SAMPLE, document_of, hostile_texts

MARK = "QQ"  # a text that no template holds


class _Reader(HTMLParser):
    """Lists what a browser would see: ("tag", names of attributes), texts, and values of attributes apart."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, str]] = []
        self.values: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(("<", " ".join([tag, *(name for name, _ in attrs)])))
        self.values += attrs

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(("/", tag))

    def handle_data(self, data: str) -> None:
        if data:
            self.parts.append(("", data))

    def handle_comment(self, data: str) -> None:
        self.parts.append(("<!--", data))


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def _values(page: str, name: str) -> list[str | None]:
    return [value for attribute, value in _read(page).values if attribute == name]


def _tags(page: str) -> list[str]:
    return [text.split(" ")[0] for kind, text in _read(page).parts if kind == "<"]


@given(text=hostile_texts())
def test_text_stays_text(text: str) -> None:
    """Whatever people write, the page has the template's elements and attributes, and exactly that text in them."""
    shown = visible(text)
    expected = [
        (kind, part.replace(MARK, shown) if kind == "" else part)
        for kind, part in _read(to_html(document_of(MARK))).parts
    ]
    assert _unstyled(text) == [part for part in expected if part != ("", "") and not part[1].startswith("\n:root")]


def _unstyled(text: str) -> list[tuple[str, str]]:
    """What the page is but for its styles: in those the banner stands in escapes, which have a test of their own."""
    return [part for part in _read(to_html(document_of(text))).parts if not part[1].startswith("\n:root")]


@given(text=hostile_texts())
def test_attributes_hold_text(text: str) -> None:
    """The description is the one attribute that holds people's words, and it holds them whole."""
    expected = [
        (name, value and value.replace(MARK, visible(text))) for name, value in _read(to_html(document_of(MARK))).values
    ]
    assert _read(to_html(document_of(text))).values == expected


@given(rest=hostile_texts().map(lambda text: re.sub(r"\s", "", visible(text))))
def test_links_are_kept_whole(rest: str) -> None:
    """An address that may be a link arrives unchanged."""
    href = f"https://example.org/{rest}"
    page = to_html(evolve(SAMPLE, blocks=(Paragraph(text=say("x", href=href)),), colophon=()))
    assert _values(page, "href") == ["#text", href]


@given(href=st.sampled_from(["javascript:alert(1)", "data:text/html,<b>", "//example.org", " https://example.org"]))
def test_other_addresses_are_words(href: str) -> None:
    """What is no web address is printed beside its text, never linked; alone it is printed once."""
    page = to_html(evolve(SAMPLE, blocks=(Paragraph(text=say("x", href=href) + say("", href=href)),), colophon=()))
    said = "".join(text for kind, text in _read(page.partition("<main")[2]).parts if kind == "")
    assert _values(page, "href") == ["#text"]
    assert f"x ({href}){href}" in said


def test_stands_alone() -> None:
    """No script, no frame, nothing fetched: all that a page could ask for is in it, and it forbids the rest."""
    page = to_html(SAMPLE)
    style = page[page.index("<style>") : page.index("</style>")]
    fetching = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "form", "base"}
    assert fetching & set(_tags(page)) == set()
    assert re.findall(r"url\(|@import|//", style) == []
    assert "default-src 'none'; style-src 'unsafe-inline'" in _values(page, "content")


def test_landmarks() -> None:
    """One header, main and footer, one first heading, a link past the header, and a language."""
    page = to_html(SAMPLE)
    found = [_tags(page).count(tag) for tag in ("header", "main", "footer", "h1", "nav")]
    assert (found, _values(page, "lang")[0], _values(page, "href")[0]) == ([1, 1, 1, 1, 1], "en", "#text")


def test_headings_are_in_order() -> None:
    """Headings, those of entries and of the footer among them, never leave out a level."""
    levels = [int(tag[1]) for tag in _tags(to_html(SAMPLE)) if re.fullmatch("h[1-6]", tag)]
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert levels[0] == 1


def test_contents_lead_to_headings() -> None:
    """Every line of the contents leads to a heading, in order, as deep as was asked for."""
    page = to_html(SAMPLE)
    expected = [f"#{block.anchor}" for block in SAMPLE.blocks if isinstance(block, Heading)]
    assert [href for href in _values(page, "href") if href and href.startswith("#")][1:] == expected


def test_ids_are_unique() -> None:
    """No id is given twice, and every label points to one."""
    page = to_html(SAMPLE)
    ids = _values(page, "id")
    assert len(ids) == len(set(ids))
    assert set(_values(page, "aria-labelledby")) - set(ids) == set()


def test_tables() -> None:
    """A table has a caption, and every head says what it is the head of; a keyboard can scroll it."""
    page = to_html(SAMPLE)
    heads = [text for kind, text in _read(page).parts if kind == "<" and text.startswith("th ")]
    assert (_tags(page).count("caption"), len(heads)) == (1, 8)
    assert [head for head in heads if "scope" not in head.split()] == []
    assert _values(page, "tabindex") == ["-1", "0"]


@pytest.mark.parametrize(
    ("lang", "expected"), [("nl", ["en", "nl"]), ("zh-Hant-TW", ["en", "zh-Hant-TW"]), ('x" y', ["en"])]
)
def test_language_of_a_part(lang: str, expected: list[str]) -> None:
    """Text in another language says so, if that is a language."""
    page = to_html(evolve(SAMPLE, blocks=(Paragraph(text=say("Samen", lang=lang)),), colophon=()))
    assert _values(page, "lang") == expected


def test_names_are_isolated() -> None:
    """A name in another script cannot turn the words around it."""
    page = to_html(evolve(SAMPLE, blocks=(Paragraph(text=(Span(text="عمّان", name=True), Span(text=", 3"))),)))
    assert "<p><bdi>عمّان</bdi>, 3</p>" in page


def test_direction() -> None:
    """A document that runs from right to left says so."""
    page = to_html(Document(title="T", lang="ar", dir="rtl", labels=LABELS, blocks=()))
    assert _values(page, "dir") == ["rtl"]


def _luminance(colour: str) -> float:
    whole = "".join(2 * digit for digit in colour) if len(colour) == 3 else colour
    channels = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


PAIRS = [
    *((ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "sheet", "info-sheet", "warn-sheet")),
    *(("warn", ground) for ground in ("paper", "warn-sheet")),
    *((ink, "deep") for ink in ("on-deep", "on-deep-soft")),
    *(("on-dark", ground) for ground in ("p1", "p2")),
    *(("on-light", ground) for ground in ("p3", "p4", "p5")),
]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "paper"])
def test_contrast(scheme: int) -> None:
    """Every ink stands out from every ground it is printed on, as WCAG 2 asks for at level AA: 4.5 to 1."""
    palettes = [
        dict(re.findall(r"--([\w-]+): #(\w+);", one))
        for one in re.findall(r":root \{(.*?)\}", to_html(SAMPLE), re.DOTALL)
    ]
    colours = palettes[0] | palettes[scheme]
    ratios = {}
    for ink, ground in PAIRS:
        dark, light = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
        ratios[ink, ground] = (light + 0.05) / (dark + 0.05)
    assert (len(palettes), {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5}) == (3, {})
