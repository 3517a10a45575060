"""Texts of bytes: whatever a mail, a script or an address does to a string, it is found; and nothing else is."""

from __future__ import annotations

import base64
import json
import quopri
import urllib.parse
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.scanning.sixtyfour import unpacked
from tests.scanning.test_scan import ACCENTS, TEXT, pdf, scanned, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT = "tell nobody"  # a sentence of the text; 11 characters: its base64 ends in an incomplete group
NOTE, LOUD = ("oslo-no/deed", "note"), ("oslo-no/loud", "title")


def missed(*files: bytes, secret: tuple[str, str] = NOTE) -> list[bytes]:
    """The files in which a secret is not found."""
    made = scanned(*((f"{number}", each) for number, each in enumerate(files)))
    told = {each.file for each in made.found if each[3:] == secret}
    return [each for number, each in enumerate(files) if f"{number}" not in told]


def wrapped(data: bytes, width: int, end: bytes) -> bytes:
    """Data in lines."""
    return end.join(data[at : at + width] for at in range(0, len(data), width))


ENDS = (b"\n", b"\r\n", b"\r", b"\n\n", b"\r\n ", b"\n\t", b" ", b"\\n", b"\\r\\n", b"&#10;", b"&#13;&#10;", b"%0D%0A")


@pytest.mark.parametrize("end", ENDS)
def test_base64_in_lines(end: bytes) -> None:
    """Lines of any usual width, ended and indented in any way, wherever in a group the text begins."""
    bodies = [base64.b64encode(b"-" * before + TEXT.encode()) for before in range(1, 80, 7)]
    assert [] == missed(
        *(b"Encoding: base64\r\n\r\n" + wrapped(body, width, end) for body in bodies for width in (60, 64, 75, 76, 77))
    )


CODERS: dict[str, Callable[[bytes], bytes]] = {
    "padded": base64.b64encode,
    "without padding": lambda data: base64.b64encode(data).rstrip(b"="),
    "for addresses": base64.urlsafe_b64encode,
    "for addresses, without padding": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "in an address": lambda data: b"https://a.example/?q=" + urllib.parse.quote(base64.b64encode(data), "").encode(),
    "in php's json": lambda data: json.dumps(base64.b64encode(b"??? " + data).decode()).replace("/", "\\/").encode(),
    "in utf-16": lambda data: base64.b64encode(data).decode().encode("utf-16-le"),
    "in mail of base64": lambda data: base64.encodebytes(base64.encodebytes(b"x" * 59 + b" " + data)),
    "in quoted-printable": lambda data: quopri.encodestring(base64.b64encode(b"x" * 59 + b" " + data)),
}


@pytest.mark.parametrize("coder", CODERS)
@pytest.mark.parametrize("after", ["", ".", "!!", "!!!"])
def test_base64_to_its_last_letter(coder: str, after: str) -> None:
    """What stands in the last, incomplete group is found, wherever the text begins; after other letters, too."""
    files = [CODERS[coder](b"-" * before + SHORT.encode() + after.encode()) for before in range(4)]
    assert [] == missed(*files, *(b"x = '" + each + b"'" for each in files))


@pytest.mark.parametrize("text", [TEXT, SHORT])
def test_base64_many_times_over(text: str) -> None:
    """Encoded up to four times, also within archives; deeper is told."""
    data, files = f"{text}; internationalization".encode(), []
    for _ in range(4):
        data = base64.b64encode(data)
        files += [data, zipped(a=zipped(b=zipped(c=data)))]
    assert [] == missed(*files)
    for _ in range(3):
        data = base64.encodebytes(data)
    assert ["too-deep"] == [each.why for each in scanned(("file", data)).unread]


def test_ordinary_files_are_not_too_deep() -> None:
    """Long words, fingerprints and addresses are not taken for base64 in base64."""
    text = b"internationalization " + b"a" * 5000 + b" sha256:" + b"0123456789abcdef" * 4 + b" QUFBQUFB" * 40
    assert ((), ()) == scanned(("file", text))


def quoted(data: bytes) -> bytes:
    """All of it in quoted-printable."""
    return b"".join(b"=%02X" % each for each in data)


ESCAPED: dict[str, Callable[[str], bytes]] = {
    "quoted-printable": lambda text: quopri.encodestring(text.encode()),
    "quoted-printable, every letter": lambda text: quoted(text.encode()),
    "quoted-printable, lower case": lambda text: quoted(text.encode()).lower(),
    "quoted-printable, latin": lambda text: quopri.encodestring(text.encode("latin-1")),
    "quoted-printable, lines": lambda text: wrapped(quoted(text.encode()), 75, b"=\r\n"),
    "quoted-printable, blanks": lambda text: wrapped(quoted(text.encode()), 75, b"= \t\r\n"),
    "quoted-printable, html": lambda text: quoted(text.replace("m", "<b>m</b>").replace("ü", "&uuml;").encode()),
    "quoted-printable, addresses": lambda text: quoted(urllib.parse.quote(text).encode()),
    "percent": lambda text: urllib.parse.quote(text, safe="").encode(),
    "percent, twice": lambda text: urllib.parse.quote(urllib.parse.quote(text)).encode(),
    "percent, latin": lambda text: urllib.parse.quote(text, encoding="latin-1").encode(),
    "percent, every letter": lambda text: "".join(f"%{each:02x}" for each in text.encode()).encode(),
    "percent, of scripts": lambda text: "".join(f"%u{ord(each):04X}" for each in text).encode(),
    "json, every letter": lambda text: "".join(f"\\u{ord(each):04x}" for each in text).encode(),
    "braces": lambda text: "".join(f"\\u{{{ord(each):x}}}" for each in text).encode(),
    "bytes": lambda text: repr(text.encode()).encode(),
    "octal": lambda text: "".join(f"\\{each:03o}" if each > 127 else chr(each) for each in text.encode()).encode(),
    "subject, base64": lambda text: b"Subject: =?UTF-8?B?" + base64.b64encode(text.encode()) + b"?=",
    "subject, quoted": lambda text: b"Subject: =?utf-8?q?" + quoted(text.encode()).replace(b"=20", b"_") + b"?=",
    "subject, latin": lambda text: b"=?iso-8859-1*de?Q?" + quoted(text.encode("latin-1")) + b"?=",
    "subject, in pieces": lambda text: b"\r\n ".join(
        b"=?utf-8?B?" + base64.b64encode(text[at : at + 3].encode()) + b"?=" for at in range(0, len(text), 3)
    ),
    "subject, no such encoding": lambda text: b"=?x-none?B?" + base64.b64encode(text.encode()) + b"?=",
}


@pytest.mark.parametrize("way", ESCAPED)
@pytest.mark.parametrize("before", ["", "-- "])
def test_escapes(way: str, before: str) -> None:
    """Mail, addresses, scripts and headers hide nothing."""
    data = ESCAPED[way](before + ACCENTS)
    assert [] == missed(data, base64.b64encode(data), secret=LOUD)


def test_pictures_in_pages() -> None:
    """A picture within an address is looked into, once, at the place where it begins."""
    picture = b"\xff\xd8\xff\xfe\0\x40" + TEXT.encode()
    assert [] == missed(b"<img src='data:image/jpeg;base64," + base64.b64encode(picture) + b"'>")
    assert [picture] == list(unpacked(base64.b64encode(picture).decode().rstrip("=")))


def test_broken_escapes_do_no_harm() -> None:
    """What is no letter, or no base64, is passed over."""
    data = b"\\u{110000} \\U7fffffff =?utf-8?B?a?= =?utf-8?B?====?= =?utf-8?Q?=ZZ?= %u %uD800 \\400 =XY"
    assert ((), ()) == scanned(("file", data))


@given(st.binary(max_size=300))
def test_anything_can_be_scanned(data: bytes) -> None:
    """Bytes of any kind are looked into, and hold nothing; in base64 and quoted-printable, too."""
    assert () == scanned(("file", data), ("mail", quopri.encodestring(data)), ("b", base64.b64encode(data))).found


def office(text: str) -> bytes:
    """A text document, a slide or a sheet of that."""
    return zipped(word__document_xml=text.encode())


BREAKS = (
    "<br>", "<br/>", "</p><p>", "</p>\n<p class='a'>", "</td><td>", "</b> <i>", "&lt;br&gt;", "&nbsp;<wbr>",
    "</w:t><w:br/><w:t>", "</w:t><w:tab/><w:t>", "</w:t></w:r></w:p><w:p><w:pPr/><w:r><w:t>",
    '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> ', "</a:t></a:r><a:br/><a:r><a:t>",
    "</t></si><si><t>", "<text:line-break/>",
)  # fmt: skip
JOINS = (
    "<b>", "</i><i>", "</w:t></w:r><w:r><w:t>", "</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>",
    "</a:t></a:r><a:r><a:t>", "&lt;wbr&gt;",
)  # fmt: skip


@pytest.mark.parametrize("text", [TEXT, SHORT])
@pytest.mark.parametrize("parting", BREAKS)
def test_markup_between_words(text: str, parting: str) -> None:
    """New lines, tabs, paragraphs, cells and runs of pages and office files part words as a line end does."""
    broken = f"<p>And: {parting.join(text.rsplit(' ', 1))}</p><p>so on"
    many = f"<p>{text.replace(' ', parting)}</p>"
    script = json.dumps(broken).replace("<", "\\u003c").encode()
    assert [] == missed(broken.encode(), many.encode(), office(broken), office(many), script)


@pytest.mark.parametrize("text", [TEXT, SHORT])
@pytest.mark.parametrize("joining", JOINS)
@pytest.mark.parametrize("parting", ["<br>", "</w:t><w:tab/><w:t>", "</p><p>"])
def test_markup_within_words(text: str, joining: str, parting: str) -> None:
    """Where a run begins in the midst of a word it stays one, also beside what parts words."""
    broken = f"<p>{text.replace('bo', f'b{joining}o')}</p><p>so on"
    both = broken.replace("l n", f"l{parting}n")
    assert [] == missed(broken.encode(), both.encode(), office(broken), office(both))


def test_lines_are_kept_between_tags() -> None:
    """Tags over many lines do not move what comes after them."""
    made = scanned(("file", b"<p\nclass='a'>tell<br\n/>nobody</p>\n<p>tell<br>nobody"))
    assert [2, 4] == [each.line for each in made.found if each[3:] == NOTE]


def hexed(text: str) -> bytes:
    """A string of a PDF in hexadecimal digits."""
    return b"<" + text.encode("latin-1").hex().encode() + b">"


@pytest.mark.parametrize("move", [b" 0 -12 Td ", b" T* ", b" 1 0 0 1 72 700 Tm ", b" ET BT /F2 12 Tf "])
@pytest.mark.parametrize("string", [hexed, lambda text: f"({text})".encode("latin-1")])
def test_a_sentence_of_a_pdf_in_pieces(move: bytes, string: Callable[[str], bytes]) -> None:
    """Drawn line by line, word by word or letter by letter, as letters or digits, packed or not."""
    lines = move.join(string(each) + b" Tj" for each in ("Z\xfcrich will quietly", "step back; tell nobody"))
    words = move.join(string(each) + b" Tj" for each in TEXT.split())
    letters = move.join(string(each) + b" Tj" for each in TEXT)
    drawn = [lines, words, letters, b"[" + b" ".join(map(string, TEXT)) + b"] TJ"]
    assert [] == missed(*map(pdf, drawn), *(b"%PDF-1.4\nstream\n" + each + b"\nendstream" for each in drawn))
