"""A document becomes lines of text, with what its layout says of them. First step of importing clauses.

A Word file is a zip archive of XML, and both can be built to fill a machine's memory or to reach for other files. Sizes
are counted while unpacking, whatever the archive claims; markup that declares anything of its own is refused, and
nothing outside the three parts that hold text, styles and numbering is opened.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat

from pledgekit.archives import FAULTS, pieces
from pledgekit.errors import Refused
from pledgekit.gate import Refusal, admit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["LIMIT_BYTES", "LIMIT_UNPACKED", "TextLine", "read_document"]

LIMIT_BYTES: Final = 20_000_000
LIMIT_UNPACKED: Final = 20_000_000  # of one part
LIMIT_DEPTH: Final = 200  # of elements in elements
LIMIT_ELEMENTS: Final = 300_000  # of one part

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_AGAIN: Final = "open it in Word or LibreOffice, save it as a new .docx, and take that"
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "an old or locked Word file (.doc)"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "rich text (.rtf)"),
)


class TextLine(NamedTuple):
    """A line of a text file or a paragraph of a document: its number from 1, its text ("" ends a paragraph).

    `heading`: the layout says it is one; `number`: the layout prints this number before it.
    """

    place: int
    text: str
    heading: bool = False
    number: str = ""


def read_document(data: bytes, *, file: str, encoding: str = "") -> tuple[TextLine, ...]:
    """Read a text file (UTF-8, or in an encoding that is named) or a .docx by its content, whatever its name says.

    Raises Refused, with the way out, for anything else and for what cannot be read safely.
    """
    if len(data) > LIMIT_BYTES:
        raise Refused(f"it is larger than {LIMIT_BYTES // 1_000_000} MB", file=file, remedy="take out pictures")
    other = next((name for mark, name in _OTHERS if data.startswith(mark)), "")
    if other:
        raise Refused(f"it is {other}", file=file, remedy="save it as .docx, or its text as .txt")
    if data.startswith(b"PK\x03\x04"):
        return tuple(_paragraphs(data, file))
    if file.lower().endswith(".docx"):
        raise Refused("it is no .docx, though its name says so", file=file, remedy=_AGAIN)
    return tuple(TextLine(number, each.strip()) for number, each in enumerate(_text(data, file, encoding), 1))


def _text(data: bytes, file: str, encoding: str) -> list[str]:
    if encoding:
        try:
            return data.decode(encoding).splitlines()
        except (UnicodeDecodeError, LookupError):
            raise Refused(f"it cannot be read as {encoding}", file=file, remedy="name another --encoding") from None
    found = admit(data)
    if isinstance(found, Refusal):
        remedy = f"{found.remedy}, or name its --encoding" if found.code == "not-utf-8" else found.remedy
        raise Refused(found.message, file=file, line=found.line, remedy=remedy)
    return found.splitlines()


def _paragraphs(data: bytes, file: str) -> Iterator[TextLine]:
    """Yield the paragraphs of a Word file, each ended by an empty line."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "word/document.xml" not in names:
                raise Refused("it is a zip archive, but no Word document (.docx)", file=file, remedy=_AGAIN)
            parts = {
                name: _parsed(_part(archive, f"word/{name}.xml", file), f"word/{name}.xml", file)
                for name in ("document", "styles", "numbering")
                if f"word/{name}.xml" in names
            }
    except FAULTS as error:
        if isinstance(error, Refused):
            raise
        raise Refused("it is damaged, locked or was cut off", file=file, remedy=_AGAIN) from error
    document = parts["document"]
    if any(each.name in ("ins", "del", "moveFrom", "moveTo") for each in document.within()):
        remedy = "accept or reject all changes in Word, save it, and take that"
        raise Refused("it has tracked changes, so its text is not settled", file=file, remedy=remedy)
    headings = _headings(parts.get("styles"))
    counter = _Counter(parts.get("numbering"))
    place = 0
    for each in document.within():
        if each.name == "p":
            place += 1
            about = each.child("pPr")
            style = about.value("pStyle") if about else ""
            number = counter.number(about.child("numPr") if about else None)
            yield TextLine(place, " ".join(_said(each).split()), style in headings, number)
            yield TextLine(place, "")


def _part(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    """Unpack one part, as far as its limit."""
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError  # Word packs no other way
    chunks, size = [], 0
    for chunk in pieces(archive, name):
        size += len(chunk)
        if size > LIMIT_UNPACKED:
            raise Refused(f"unpacked it is larger than {LIMIT_UNPACKED // 1_000_000} MB", file=file, remedy=_AGAIN)
        chunks.append(chunk)
    return b"".join(chunks)


class _Element:
    """An element of Word's own vocabulary: its name, attributes, and what is in it in order."""

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.inside: list[_Element | str] = []

    def within(self) -> Iterator[_Element]:
        """Yield all elements in it, in order. What is kept for older programs is said a second time there: left out."""
        for each in self.inside:
            if isinstance(each, _Element) and each.name != "Fallback":
                yield each
                yield from each.within()

    def child(self, name: str) -> _Element | None:
        return next((each for each in self.inside if isinstance(each, _Element) and each.name == name), None)

    def value(self, name: str) -> str:
        found = self.child(name)
        return found.attributes.get(f"{_W}val", "") if found else ""


def _parsed(data: bytes, name: str, file: str) -> _Element:
    """Parse markup that declares nothing; raises Refused for a DTD, and for what is no XML or nested too deep."""
    root = _Element("", {})
    opened = [root]
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(opened) > LIMIT_DEPTH or count > LIMIT_ELEMENTS:
            raise Refused(f"{name} is nested too deep or too long for a text", file=file, remedy=_AGAIN)
        made = _Element(tag.rpartition(" ")[2], attributes)
        opened[-1].inside.append(made)
        opened.append(made)

    def end(_: str) -> None:
        opened.pop()

    def text(said: str) -> None:
        if opened[-1].name == "t":
            opened[-1].inside.append(said)

    def declares(*_: object) -> None:
        raise Refused(f"{name} declares a document type or entities of its own", file=file, remedy=_AGAIN)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = declares
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat's own
    except expat.ExpatError as error:
        raise Refused(f"{name} cannot be read: {error}", file=file, remedy=_AGAIN) from None
    return root


def _said(paragraph: _Element) -> str:
    """Give the text of a paragraph, without that of paragraphs in it (a text box: they come by themselves)."""
    said = []
    for each in paragraph.inside:
        if isinstance(each, str):
            said.append(each)
        elif each.name in ("tab", "br", "cr"):
            said.append(" ")
        elif each.name == "noBreakHyphen":
            said.append("\N{NON-BREAKING HYPHEN}")
        elif each.name not in ("p", "pPr", "rPr", "Fallback"):
            said.append(_said(each))
    return "".join(said)


def _headings(styles: _Element | None) -> frozenset[str]:
    """Give the ids of the styles that are headings: their names are English in every language of Word."""
    found = () if styles is None else styles.within()
    return frozenset(
        each.attributes.get(f"{_W}styleId", "")
        for each in found
        if each.name == "style" and each.value("name").lower().startswith("heading")
    )


class _Counter:
    """The numbers that Word prints before paragraphs of the first level of a numbered list."""

    def __init__(self, numbering: _Element | None) -> None:
        self._starts: dict[str, int] = {}
        self._used: dict[str, int] = {}
        self._list: dict[str, str] = {}
        levels: dict[str, int] = {}
        for each in () if numbering is None else numbering.within():
            if each.name == "abstractNum":
                first = next((one for one in each.within() if one.name == "lvl"), None)
                if first is not None and first.value("numFmt") == "decimal":
                    levels[each.attributes.get(f"{_W}abstractNumId", "")] = int(first.value("start") or 1)
            elif each.name == "num" and each.value("abstractNumId") in levels:
                self._list[each.attributes.get(f"{_W}numId", "")] = each.value("abstractNumId")
        self._starts = levels

    def number(self, about: _Element | None) -> str:
        """Give the number of the next paragraph with this numbering; "" for one without, or of a deeper level."""
        listed = self._list.get(about.value("numId"), "") if about else ""
        if about is None or listed not in self._starts or about.value("ilvl") not in ("", "0"):
            return ""
        self._used[listed] = self._used.get(listed, self._starts[listed] - 1) + 1
        return str(self._used[listed])
