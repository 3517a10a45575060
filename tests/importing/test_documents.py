"""Documents become lines: text files and Word files, and what cannot be read safely is refused."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import pytest

from pledgekit.errors import Refused
from pledgekit.importing import documents
from pledgekit.importing.documents import TextLine, read_document

_NS: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES: Final = (
    f'<w:styles {_NS}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
)
NUMBERING: Final = (
    f"<w:numbering {_NS}>"
    '<w:abstractNum w:abstractNumId="0"><w:lvl><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"/>'
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)


def word(body: str, *, packing: int = zipfile.ZIP_DEFLATED, **more: str) -> bytes:
    """Make a Word file with this body."""
    parts = {"document": f"<w:document {_NS}><w:body>{body}</w:body></w:document>", **more}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return packed.getvalue()


def paragraph(text: str, about: str = "") -> str:
    """Write a paragraph."""
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(number: str, level: str = "0") -> str:
    """Write that a paragraph is of a numbered list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def said(data: bytes, file: str = "a.docx") -> list[TextLine]:
    """The lines that say something."""
    return [each for each in read_document(data, file=file) if each.text]


def test_paragraphs_are_lines() -> None:
    """With their place, whether they are headings in any language of Word, and the number that Word prints."""
    body = (
        paragraph("T", '<w:pStyle w:val="Titel"/>')
        + paragraph("H", '<w:pStyle w:val="berschrift1"/>')
        + paragraph("One", numbered("7"))
        + paragraph("deeper", numbered("7", "1"))
        + paragraph("dot", numbered("8"))
        + paragraph("none", numbered("9"))
        + paragraph("Two", '<w:numPr><w:numId w:val="7"/></w:numPr>')
        + "<w:p/>"
    )
    found = said(word(body, styles=STYLES, numbering=NUMBERING))
    expected = [
        TextLine(1, "T"), TextLine(2, "H", heading=True), TextLine(3, "One", number="3"), TextLine(4, "deeper"),
        TextLine(5, "dot"), TextLine(6, "none"), TextLine(7, "Two", number="4"),
    ]  # fmt: skip
    assert expected == found
    assert [TextLine(1, "T"), TextLine(2, "H"), TextLine(3, "One")] == said(word(body))[:3]


def test_text_is_put_together() -> None:
    """From runs, with tabs and breaks as blanks; text boxes by themselves, once."""
    box = f"<w:txbx>{paragraph('box')}</w:txbx>"
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b </w:t><w:br/><w:noBreakHyphen/><w:rPr><w:t>not</w:t></w:rPr></w:r>"
        f"<w:r><w:Alternate><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:Alternate></w:r>\n</w:p>"
    )
    assert [TextLine(1, "a b \N{NON-BREAKING HYPHEN}"), TextLine(2, "box")] == said(word(body))


def test_text_files_are_lines() -> None:
    """In UTF-8, with or without its mark, or in an encoding that is named."""
    expected = (TextLine(1, "é"), TextLine(2, ""), TextLine(3, "b"))
    assert expected == read_document("\ufeffé\r\n\r\n  b ".encode(), file="a.txt")
    assert expected == read_document("é\n\nb".encode("cp1252"), file="a.txt", encoding="cp1252")


BOMB: Final = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "file", "expected"),
    [
        (b"\xd0\xcf\x11\xe0 old", "a.doc", "an old or locked Word file"),
        (b"%PDF-1.7", "a.pdf", "it is a PDF"),
        (b"{\\rtf1", "a.docx", "rich text"),
        (b"plain", "a.docx", "it is no .docx, though its name says so"),
        (b"\xe9 x", "a.txt", "not UTF-8"),
        (b"", "a.txt", "empty"),
        (b"PK\x03\x04 cut", "a.docx", "damaged, locked or was cut off"),
        (word(paragraph("x")).replace(b"word/", b"xord/"), "a.docx", "no Word document"),
        (word("<w:p>"), "a.docx", "word/document.xml cannot be read"),
        (word(f"<w:ins>{paragraph('x')}</w:ins>"), "a.docx", "tracked changes"),
        (word("", document=f"{BOMB}<w>&b;</w>"), "a.docx", "declares a document type"),
        (word("", document='<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'), "a.docx", "declares a document type"),
        (word(paragraph("x"), styles=f"{BOMB}<w/>"), "a.docx", "word/styles.xml declares"),
        (word("<w:p>" * 300), "a.docx", "nested too deep"),
        (word("", packing=zipfile.ZIP_LZMA), "a.docx", "damaged, locked"),
    ],
)
def test_what_is_unsafe_or_no_document_is_refused(data: bytes, file: str, expected: str) -> None:
    """With the way out, and without opening anything else."""
    with pytest.raises(Refused) as caught:
        read_document(data, file=file)
    assert expected in caught.value.message
    assert caught.value.remedy


def test_other_encodings_are_refused_by_name() -> None:
    """One that is not known, and one in which the bytes mean nothing."""
    for name in ("nothing", "ascii"):
        with pytest.raises(Refused, match=f"cannot be read as {name}"):
            read_document(b"\xe9", file="a.txt", encoding=name)


def test_sizes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """As sent, unpacked whatever the archive claims, and in elements."""
    data = word(paragraph("x" * 10_000))
    for limit, value, expected in (
        ("LIMIT_BYTES", 10, "larger than"),
        ("LIMIT_UNPACKED", 5_000, "unpacked it is larger"),
        ("LIMIT_ELEMENTS", 3, "too long for a text"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(documents, limit, value)
            with pytest.raises(Refused, match=expected):
                read_document(data, file="a.docx")
