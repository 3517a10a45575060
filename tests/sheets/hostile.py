"""Workbooks that nobody should send, and how they are built. `hostile_cases` lists them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
MEGABYTE: Final = 1_000_000


class Case(NamedTuple):
    """A file: its name, how its bytes are made, words of the refusal."""

    file: str
    made: Callable[[], bytes]
    words: str = ""


def zipped(parts: Mapping[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def sheet_of(rows: str, *, before: str = "", after: str = "", head: str = HEAD) -> str:
    """Give a sheet's part with these rows."""
    return f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


ROWS: Final = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>'
)
STRINGS: Final = (
    f'{HEAD}<sst xmlns="{MAIN}"><si><t>City</t></si><si><t>Title</t></si><si><t>Oslo</t></si><si><t>New</t></si></sst>'
)
STYLES: Final = f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>'


def workbook(sheets: str = '<sheet name="List" sheetId="1" r:id="rId1"/>') -> str:
    """Give the workbook's own part."""
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{sheets}</sheets></workbook>'


def links_to(target: str = "worksheets/sheet1.xml", more: str = "", mode: str = "") -> str:
    """Give the workbook's links to its other parts."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="{target}"{mode}/>'
        f'<Relationship Id="rId2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{LINKS}/styles" Target="styles.xml"/>{more}</Relationships>'
    )


PARTS: Final[Mapping[str, bytes | str]] = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": workbook(),
    "xl/_rels/workbook.xml.rels": links_to(),
    "xl/worksheets/sheet1.xml": sheet_of(ROWS),
    "xl/sharedStrings.xml": STRINGS,
    "xl/styles.xml": STYLES,
}


def book(changed: Mapping[str, bytes | str | None] | None = None, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack a small list as xlsx, with parts changed, added or (None) left out."""
    parts = {**PARTS, **(changed or {})}
    return zipped({name: content for name, content in parts.items() if content is not None}, packing)


def with_rows(rows: str, **more: str) -> bytes:
    """Pack a list with these rows."""
    return book({"xl/worksheets/sheet1.xml": sheet_of(rows, **more)})


def ods(rows: str, more: Mapping[str, bytes | str] | None = None, begin: str = HEAD) -> bytes:
    """Pack rows as an ods file."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'{begin}<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="List">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    made: dict[str, bytes | str] = {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped({**made, **(more or {})})


def ods_cell(text: str, repeated: str = "") -> str:
    """Give a cell of an ods sheet."""
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{text}</text:p></table:table-cell>'


def ods_row(*texts: str, repeated: str = "") -> str:
    """Give a row of an ods sheet."""
    return f"<table:table-row{repeated}>{''.join(map(ods_cell, texts))}</table:table-row>"


ODS_ROWS: Final = ods_row("City", "Title") + ods_row("Oslo", "New")


# archives


def bomb() -> bytes:
    """Pack a hundred times the room that there is, in one part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet2.xml", "w") as part:
            for _ in range(150):
                part.write(b" " * MEGABYTE)
    return made.getvalue()


def spread_bomb() -> bytes:
    """The same in sixty parts."""
    return book({f"xl/media/image{n}.png": bytes(MEGABYTE) for n in range(60)})


def mimetype_bomb() -> bytes:
    """The same in the part that says what the file is."""
    return zipped({"mimetype": b" " * 100 * MEGABYTE, "content.xml": "<a/>"})


def entries(number: int) -> bytes:
    """Build a list of parts that are not there: as many as fit."""
    one = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, number * len(one), 4, 0)
    return b"PK\x03\x04" + one * number + end


def patched(change: Callable[[zipfile.ZipInfo], None], name: str, data: bytes | None = None) -> bytes:
    """Change what the archive's list says of a part."""
    source = io.BytesIO(data or book())
    with zipfile.ZipFile(source, "a") as archive:
        change(archive.getinfo(name))
        archive._didModify = True  # type: ignore[attr-defined]  # zipfile own flag  # noqa: SLF001  so no archive of good will is written
    return source.getvalue()


def said_size(size: int) -> bytes:
    """Lie of how long a sheet is."""

    def change(part: zipfile.ZipInfo) -> None:
        part.file_size = size

    return patched(change, "xl/worksheets/sheet1.xml")


def said_packed(size: int) -> bytes:
    """Lie of how long it is as packed."""

    def change(part: zipfile.ZipInfo) -> None:
        part.compress_size = size

    return patched(change, "xl/worksheets/sheet1.xml")


def small_lie() -> bytes:
    """Say of very much that it is little."""
    data = book({"xl/worksheets/sheet1.xml": sheet_of(ROWS + " " * 60 * MEGABYTE)})

    def change(part: zipfile.ZipInfo) -> None:
        part.file_size = 900

    return patched(change, "xl/worksheets/sheet1.xml", data)


def locked_flag() -> bytes:
    """Say of a part that it is locked."""

    def change(part: zipfile.ZipInfo) -> None:
        part.flag_bits |= 1

    return patched(change, "xl/worksheets/sheet1.xml")


def overlapping() -> bytes:
    """Point many parts at the bytes of one."""
    source = io.BytesIO(book({f"xl/media/{n}.xml": "<a/>" for n in range(9)}))
    with zipfile.ZipFile(source, "a") as archive:
        for n in range(9):
            archive.getinfo(f"xl/media/{n}.xml").header_offset = archive.getinfo("xl/media/0.xml").header_offset
        archive._didModify = True  # type: ignore[attr-defined]  # as above  # noqa: SLF001  as above
    return source.getvalue()


def quoted_overlap() -> bytes:
    """Let one part's packed bytes quote the head of the next, and reach over it (Fifield's better bomb)."""
    inner = zlib.compress(b"a" * MEGABYTE, 9)[2:-4]
    names = ("a.xml", "b.xml")
    heads = [
        struct.pack("<4sHHHHHLLLHH", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(inner), MEGABYTE, len(name), 0)
        + name.encode()
        for name in names
    ]
    quote = struct.pack("<BHH", 0, len(heads[1]), len(heads[1]) ^ 0xFFFF)
    body = heads[0] + quote + heads[1] + inner
    listed = b""
    for name, offset, packed in (
        (names[0], 0, len(quote) + len(heads[1]) + len(inner)),
        (names[1], len(heads[0]) + len(quote), len(inner)),
    ):
        listed += struct.pack(
            "<4s4B4HL2L5H2L",
            b"PK\x01\x02", 20, 0, 20, 0, 0, 8, 0, 0, 0, packed, MEGABYTE, len(name), 0, 0, 0, 0, 0, offset,
        ) + name.encode()  # fmt: skip
    return body + listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(listed), len(body), 0)


def parts_named(*names: str) -> bytes:
    """Add parts that are called so, whatever a writer of archives thinks of it."""
    source = io.BytesIO(book())
    with zipfile.ZipFile(source, "a") as archive:
        for number, name in enumerate(names):
            archive.writestr(f"{number}" * len(name), "<a/>")
    made = source.getvalue()
    for number, name in enumerate(names):
        made = made.replace(f"{number}".encode() * len(name), name.encode())
    return made


def ole(stream: str) -> bytes:
    """Give the beginning of an old Office file with a stream of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(2000)


def cut(part: float) -> bytes:
    """Give the first part of a good file."""
    whole = book()
    return whole[: int(len(whole) * part)]


def bent(at: float) -> bytes:
    """Turn bytes over in the middle of a packed part."""
    whole = bytearray(
        with_rows("".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919}</v></c></row>' for n in range(1, 3000)))
    )
    for place in range(int(len(whole) * at), int(len(whole) * at) + 20):
        whole[place] ^= 0xFF
    return bytes(whole)


# markup

LAUGHS: Final = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def strings_with(dtd: str, entity: str, head: str = HEAD) -> str:
    """Give shared strings with a document type of their own."""
    return f'{head}{dtd}<sst xmlns="{MAIN}"><si><t>{entity}</t></si></sst>'


def laughing_in(encoding: str, said: str) -> bytes:
    """Give entities that multiply, in an encoding."""
    text = strings_with(LAUGHS, "&j;", f'<?xml version="1.0" encoding="{said}"?>')
    return book({"xl/sharedStrings.xml": text.encode(encoding)})


def other_file(name: str) -> bytes:
    """Give an Office file of another kind."""
    return book({"xl/workbook.xml": None, "xl/_rels/workbook.xml.rels": None, name: "<a/>"})


def linked(target: str, mode: str = "") -> bytes:
    """Let the link to the sheet lead elsewhere."""
    return book({"xl/_rels/workbook.xml.rels": links_to(target, mode=mode)})


def deep(number: int) -> str:
    """Give elements in elements."""
    return "<a>" * number + "</a>" * number


def far_cell(name: str) -> bytes:
    """Give a list with one more cell, the farthest there is."""
    rows = ROWS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return book(
        {
            f"xl/{name}": sheet_of(rows),
            "xl/_rels/workbook.xml.rels": links_to(name),
            "xl/worksheets/sheet1.xml": None if name != "worksheets/sheet1.xml" else sheet_of(rows),
        }
    )


def many_strings() -> bytes:
    """Share two million strings."""
    one = "<si><t>x</t></si>"
    text = f'{HEAD}<sst xmlns="{MAIN}">{one * 2_100_000}</sst>'
    return book({"xl/sharedStrings.xml": text})


def long_cell() -> bytes:
    """Give ten megabytes of text in a cell."""
    return book({"xl/sharedStrings.xml": STRINGS.replace("New", "x" * 10 * MEGABYTE)})


def shared_often() -> bytes:
    """Show one long text in very many cells."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>3</v></c></row>' for n in range(2, 90_000))
    return book(
        {
            "xl/sharedStrings.xml": STRINGS.replace("New", "x" * 32_000),
            "xl/worksheets/sheet1.xml": sheet_of(rows),
        }
    )


def sheets_named(number: int, name: Callable[[int], str]) -> bytes:
    """List sheets, all of them the same part."""
    listed = "".join(f'<sheet name="{name(n)}" sheetId="{n + 1}" r:id="rId1"/>' for n in range(number))
    return book({"xl/workbook.xml": workbook(listed)})


def busy() -> bytes:
    """Have one sheet of the largest size read under two hundred names."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="E{n}"><v>1</v></c></row>' for n in range(1, 99_000))
    listed = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="rId1"/>' for n in range(200))
    return book({"xl/workbook.xml": workbook(listed), "xl/worksheets/sheet1.xml": sheet_of(rows)})


def repeating(rows: int = 0, columns: int = 0) -> bytes:
    """Say of a filled cell or row that it is repeated."""
    down = f' table:number-rows-repeated="{rows}"' if rows else ""
    across = f' table:number-columns-repeated="{columns}"' if columns else ""
    return ods(f"{ODS_ROWS}<table:table-row{down}>{ods_cell('x' * 50, across)}</table:table-row>")


def merging(number: int) -> str:
    """Merge cells two by two."""
    ranges = "".join(f'<mergeCell ref="A{n * 2 + 1}:A{n * 2 + 2}"/>' for n in range(number))
    return f'<mergeCells count="{number}">{ranges}</mergeCells>'
