"""Scanning: every non-public string is found, however it is written and packed; its text is never told."""

from __future__ import annotations

import base64
import datetime
import gzip
import html
import io
import json
import quopri
import struct
import urllib.parse
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.model.levels import Audience
from pledgekit.register import Loaded, Register
from pledgekit.scanning import Scan, scan
from pledgekit.scanning.opening import LIMIT_DEPTH
from pledgekit.store import load
from pledgekit.view import Lens, look
from tests.registers import BASE, made

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Zürich will quietly step back; tell nobody"
ACCENTS = "Übermütig gefällt Größe nächtens"
SECRET: tuple[Any, ...] = (
    made("actions", "deed", note=TEXT, title="Dialogue days in public"),
    made("contacts", "clerk", name="Ada Lovelace-Byron", email="ada@byron.example"),
    made("actions", "shut", visibility="internal", title="Operation Nightingale"),
    made("actions", "loud", visibility="internal", title=ACCENTS),
)
AT = "oslo-no/deed"


def scanned(*files: tuple[str, bytes], audience: Audience = Audience.PUBLIC, most: int = 10**8) -> Scan:
    """Scan files for what the base and the secret records hold."""
    register = Register.of([*BASE, *SECRET])
    view = look(register, Lens(as_of=datetime.date(2026, 1, 1), audience=audience))
    return scan(Loaded(register, (), 1), view, files, most=most)


def found(data: bytes, name: str = "file") -> list[tuple[str, int, str, str]]:
    """What is found in a file: part, line, ref, key."""
    return [each[1:] for each in scanned((name, data)).found]


def zipped(**members: bytes) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def pdf(*parts: bytes, extra: bytes = b"") -> bytes:
    """Something like a PDF with packed streams."""
    body = b"".join(
        b"%d 0 obj <</Length 1>> stream\n" % number + zlib.compress(each) + b"\nendstream endobj\n"
        for number, each in enumerate(parts)
    )
    return b"%PDF-1.7\n" + extra + body + b"%%EOF"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + b"\0\0\0\0"


PNG = b"\x89PNG\r\n\x1a\n"
WIDE = TEXT.encode("utf-16-be").hex().encode()
CODES = {letter: number for number, letter in enumerate(sorted(set(TEXT)), 1)}
TABLE = b"begincmap 4 beginbfchar\n" + b"".join(
    b"<%04x> <%s>\n" % (code, letter.encode("utf-16-be").hex().encode()) for letter, code in CODES.items()
) + b"endbfchar endcmap"  # fmt: skip
GLYPHS = b"<" + b"".join(b"%04x" % CODES[letter] for letter in TEXT) + b"> Tj"
WAYS = {
    "text": TEXT.encode(),
    "wrapped": TEXT.replace(" ", "\n   > ").encode(),
    "case": TEXT.upper().encode(),
    "slug": b"zurich-will-quietly-step-back-tell-nobody",
    "latin": TEXT.encode("latin-1"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 without mark": TEXT.encode("utf-16-le"),
    "utf-16 at an odd place": b"\0" + TEXT.encode("utf-16-be") + b"\0\0",
    "utf-32": TEXT.encode("utf-32"),
    "json": json.dumps({"a": TEXT}).encode(),
    "json in json": json.dumps(json.dumps(TEXT)).encode(),
    "toml": b'a = "Z\\U000000FCrich will\\tquietly step back; tell\\nnobody"',
    "percent": urllib.parse.quote(TEXT, safe="").encode(),
    "form": urllib.parse.quote_plus(TEXT).encode(),
    "html": f"<p title='{html.escape(TEXT)}'>".replace("ü", "&uuml;").encode(),
    "entities": "".join(f"&#{ord(each)};" for each in TEXT).encode(),
    "tags": b"Z&#xfc;<b>ri</b>ch will <i>quietly</i> step back; tell nobo<wbr>dy",
    "soft hyphens": TEXT.replace("quietly", "quiet\u00adly").encode(),
    "mail": quopri.encodestring(b"x" * 60 + b" " + TEXT.encode()),
    "base64": b"data:text/plain;base64," + base64.b64encode(b"note: " + TEXT.encode()),
    "base64, url": base64.urlsafe_b64encode(b"\xff\xfe??" + TEXT.encode()),
    "base64 after letters": b"abc" + base64.b64encode(TEXT.encode()),
    "base64 in lines": base64.encodebytes(b"-" * 50 + TEXT.encode() + b"-" * 50),
    "base64 of utf-16": base64.b64encode(TEXT.encode("utf-16-le")),
    "base64 of base64": base64.b64encode(base64.b64encode(TEXT.encode())),
    "docx": zipped(word__document_xml=b"<w:t>Z\xc3\xbcrich will qui</w:t></w:r><w:t>etly step back; tell nobody</w:t>"),
    "zip in base64": base64.b64encode(zipped(a=TEXT.encode())),
    "zip in zip": zipped(a=zipped(b=TEXT.encode())),
    "gzip": gzip.compress(TEXT.encode()),
    "pdf literal": pdf(b"(" + TEXT.encode("latin-1").replace(b"\xfc", b"\\374") + b") Tj"),
    "pdf pieces": pdf(b"[(Z\xfc) 10 (rich) -300 (will) -300 (quietly step back; tell nobody)] TJ"),
    "pdf lines": pdf(b"(Z\xfcrich will quietly) Tj 0 -12 Td (step back; tell \\\nnobody) Tj"),
    "pdf metadata": pdf(b"nothing", extra=b"<</Title <FEFF" + WIDE + b">>>"),
    "pdf glyphs": pdf(TABLE, GLYPHS),
    "pdf ranges": pdf(
        b"begincmap 1 beginbfrange <00> <ff> <0000> endbfrange endcmap", b"(" + TEXT.encode("latin-1") + b") Tj"
    ),
    "pdf listed range": pdf(
        b"begincmap 1 beginbfrange <00> <ff> [" + b" ".join(b"<%04x>" % each for each in range(256)) + b"] endbfrange",
        b"(" + TEXT.encode("latin-1") + b") Tj",
    ),
    "json four deep": json.dumps(json.dumps(json.dumps(json.dumps({"a": "tell nobody"})))).encode(),
    "png": PNG + chunk(b"tEXt", b"Comment\0" + TEXT.encode("latin-1")),
    "png, packed": PNG + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(TEXT.encode("latin-1"))),
    "png, international": PNG + chunk(b"iTXt", b"C\0\1\0en\0C\0" + zlib.compress(TEXT.encode())),
    "jpeg comment": b"\xff\xd8\xff\xfe\0\x40" + TEXT.encode() + b"\xff\xd9",
    "jpeg exif": b"\xff\xd8\xff\xe1\0\xffExif\0\0II*\0" + TEXT.encode("utf-16-le") + b"\0\0\xff\xd9",
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_found_however_it_is_written(way: str) -> None:
    """Encodings, escapes, archives, PDF and images hide nothing."""
    assert (AT, "note") in {each[2:] for each in found(WAYS[way])}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_public_is_no_find(way: str) -> None:
    """Written the same ways, a text that everybody sees is not found."""
    public = made("actions", "open", title=TEXT)
    register = Register.of([*BASE, *SECRET, public])
    view = look(register, Lens(as_of=datetime.date(2026, 1, 1)))
    assert Scan((), ()) == scan(Loaded(register, (), 1), view, [("file", WAYS[way])])


def test_places_are_named() -> None:
    """File and line, or part of the file; the record and the key; never the text."""
    text = f"one\ntwo\n<p>{TEXT}</p>\n"
    assert [("", 3, AT, "note")] == found(text.encode())
    assert [("a/b.txt", 3, AT, "note")] == found(_one("a/b.txt", text))
    assert [("", 2, "oslo-no/clerk", "email"), ("", 2, "oslo-no/clerk", "name")] == found(
        b"\nAda Lovelace-Byron <ada@byron.example>"
    )


def _one(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return out.getvalue()


def test_names_are_looked_at_and_not_repeated() -> None:
    """A file's name is scanned; so is a member's, which is then named by its number."""
    assert [("name", 0, "oslo-no/shut", "title")] == found(b"", "out/operation_nightingale.pdf")
    inside = found(_one("Operation Nightingale.txt", "Operation Nightingale"))
    assert {"", "#1"} == {each[0] for each in inside}


def test_sentences_are_found_alone() -> None:
    """A part of a longer text is found when it is a sentence of it."""
    assert [(AT, "note")] == [each[2:] for each in found(b"they said: tell nobody")]


def test_words_are_whole() -> None:
    """A short string within a longer word is chance."""
    assert [] == found(b"tell nobodys")


def test_members_may_see_more() -> None:
    """For another audience what it sees is no find."""
    register = Register.of([*BASE, made("officials", "mayor", name="Somebody Important")])
    data = [("file", b"Somebody Important")]

    def places(audience: Audience) -> int:
        view = look(register, Lens(as_of=datetime.date(2026, 1, 1), audience=audience))
        return len(scan(Loaded(register, (), 1), view, data).found)

    assert (1, 0) == (places(Audience.PUBLIC), places(Audience.NETWORK))


def test_what_the_program_says_is_no_find() -> None:
    """A hidden record may use our words."""
    register = Register.of([*BASE, made("actions", "deed", note="Implementation update", visibility="internal")])
    view = look(register, Lens(as_of=datetime.date(2026, 1, 1)))
    data = [("file", b"implementation update, implementation")]
    assert () == scan(Loaded(register, (), 1), view, data).found


def test_what_cannot_be_looked_into_is_told() -> None:
    """Closed formats, damage, encryption and bombs are never passed over."""
    deep = TEXT.encode()
    for _ in range(LIMIT_DEPTH + 1):
        deep = zipped(a=deep)
    bomb = zipped(a=b"\0" * 10**6)
    cases = {
        b"7z\xbc\xaf\x27\x1c": "7-Zip",
        b"PK\x03\x04 nothing": "damaged",
        deep: "too-deep",
        pdf(b"", extra=b"/Encrypt"): "encrypted",
        pdf(b"", extra=b"/LZWDecode"): "packed",
    }
    for data, why in cases.items():
        assert [why] == [each.why for each in scanned(("file", data)).unread]
    assert ["too-large"] == [each.why for each in scanned(("file", bomb), most=10**5).unread]
    packed = gzip.compress(b"a" * 10**6)
    assert ["too-large"] == [each.why for each in scanned(("file", packed), most=10**5).unread]
    broken = bytearray(_one("a", "b" * 1000))
    broken[31:35] = b"\xff\xff\xff\xff"
    assert [("a", "damaged")] == [(each.part, each.why) for each in scanned(("file", bytes(broken))).unread]


def test_too_many_parts_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of more members than anything honest is told, and the first of them are looked into."""
    monkeypatch.setattr("pledgekit.scanning.opening.LIMIT_PARTS", 1)
    data = zipped(a=TEXT.encode(), b=b"x")
    assert ("too-many", 1) == (scanned(("file", data)).unread[0].why, len(scanned(("file", data)).found))


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"begincmap beginbfrange <f0> <ffff> <d800> <f> <1> <2> endbfrange (a) Tj"),
        PNG + b"\0",
        b"\x1f\x8b\x08",
        b"%PDF-\nstream\nabc\nendstream",
        b"",
        b"\xff\xfe",
    ],
)
def test_broken_files_do_no_harm(data: bytes) -> None:
    """What is cut off or not what it seems has nothing to find."""
    assert () == scanned(("file", data)).found


def test_files_of_the_register(tmp_path: Path) -> None:
    """Comments, names of files, and texts of records that could not be read are looked for too."""
    home = tmp_path / "declarations" / "d-2020"
    home.mkdir(parents=True)
    text = '# whispered comment\n[declaration]\nid = "d-2020"\ntitle = "T"\nadopted = 2020-01-01\n'
    (home / "declaration.toml").write_text(text, "utf-8")
    (home / "covert-file-name.toml").write_text("[[events]]\nid = 'e'\nunknown = \"written in vain\"\n", "utf-8")
    loaded = load(tmp_path)
    view = look(loaded.register, Lens(as_of=datetime.date(2026, 1, 1)))
    data = b"whispered comment\ncovert file name\nwritten in vain\n"
    assert [
        (1, "d-2020", "line 1 of file 2"),
        (2, "d-2020", "name of file 1"),
        (3, "d-2020", "line 3 of file 1"),
    ] == [each[2:] for each in scan(loaded, view, [("f", data)]).found]
    (home / "covert-file-name.toml").unlink()
    assert [1, 2] == [each[2] for each in scan(loaded, view, [("f", data)]).found]
