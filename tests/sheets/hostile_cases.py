"""Each hostile workbook by what is hostile in it: its name, its bytes, the words in which it is refused.

`HARMLESS` are odd, and read as the plain list that they are; their words are what is printed of it.
"""

from __future__ import annotations

import zipfile
from functools import partial
from typing import TYPE_CHECKING, Final

from tests.sheets.hostile import (
    HEAD,
    LAUGHS,
    LINKS,
    MEGABYTE,
    ODS,
    ODS_ROWS,
    PACKAGE,
    ROWS,
    STRINGS,
    STYLES,
    Case,
    bent,
    bomb,
    book,
    busy,
    cut,
    deep,
    entries,
    far_cell,
    laughing_in,
    linked,
    links_to,
    locked_flag,
    long_cell,
    many_strings,
    merging,
    mimetype_bomb,
    ods,
    ole,
    other_file,
    overlapping,
    parts_named,
    quoted_overlap,
    repeating,
    said_packed,
    said_size,
    shared_often,
    sheet_of,
    sheets_named,
    small_lie,
    spread_bomb,
    strings_with,
    with_rows,
    workbook,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["HARMLESS", "REFUSED"]

HYPERLINK: Final = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{LINKS}/hyperlink" '
    'Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>'
)
EMPTY_ROWS: Final = (
    '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)

REFUSED: Final[Mapping[str, Case]] = {
    # archives
    "bomb of one part": Case("a.xlsx", bomb, "unpacked it is larger than 40 MB"),
    "bomb of sixty parts": Case("a.xlsx", spread_bomb, "unpacked it is larger than 40 MB"),
    "bomb where the kind is told": Case("a.ods", mimetype_bomb, "a zip archive or a document"),
    "zip in zip in zip": Case("a.xlsx", lambda: zipped({"a.zip": zipped({"b.zip": bomb()})}), "not a workbook"),
    "three thousand parts": Case(
        "a.xlsx", lambda: book({f"xl/{n}.xml": "" for n in range(3000)}), "more than 2,000 parts"
    ),
    "two hundred thousand parts": Case("a.xlsx", lambda: entries(200_000), "more than 2,000 parts"),
    "parts over one another": Case("a.xlsx", overlapping, "lie one over another"),
    "parts that quote one another": Case("a.xlsx", quoted_overlap, "lie one over another"),
    "size said too small": Case("a.xlsx", lambda: said_size(10), "damaged"),
    "size said far too small": Case("a.xlsx", small_lie, "damaged"),
    "size said too large": Case("a.xlsx", lambda: said_size(4_000_000_000), "not as long as it says"),
    "packed size said too large": Case("a.xlsx", lambda: said_packed(4_000_000_000), "lie one over another"),
    "packed size said too small": Case("a.xlsx", lambda: said_packed(20), "damaged"),
    "packed with bzip2": Case("a.xlsx", lambda: book(packing=zipfile.ZIP_BZIP2), "no spreadsheet program packs"),
    "packed with lzma": Case("a.xlsx", lambda: book(packing=zipfile.ZIP_LZMA), "no spreadsheet program packs"),
    "a program before it": Case("a.xlsx", lambda: b"MZ" + bytes(400) + book(), "a.xlsx: it"),
    "eleven megabytes": Case(
        "a.xlsx", lambda: zipped({"xl/a.png": bytes(range(256)) * 43_000}, zipfile.ZIP_STORED), "larger than 10 MB"
    ),
    # locks
    "locked parts": Case("a.xlsx", locked_flag, "locked with a password"),
    "locked by Excel": Case("a.xlsx", lambda: ole("EncryptedPackage"), "locked with a password"),
    "locked by LibreOffice": Case(
        "a.ods",
        lambda: ods(ODS_ROWS, {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
        "locked with a password",
    ),
    "locked by a newer LibreOffice": Case(
        "a.ods",
        lambda: zipped(
            {
                "mimetype": ODS,
                "encrypted-package": b"\x01\x02",
                "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
            }
        ),
        "locked with a password",
    ),
    # names of parts
    "a part twice": Case(
        "a.xlsx", lambda: parts_named("xl/a/styles.xml", "xl/a/styles.xml"), "two of its parts have one name"
    ),
    "a part twice, in other letters": Case(
        "a.xlsx", lambda: parts_named("xl/STYLES.xml"), "two of its parts have one name"
    ),
    "a part above": Case("a.xlsx", lambda: parts_named("../../../escaped.xml"), "a name that leads elsewhere"),
    "a part above, inside": Case("a.xlsx", lambda: parts_named("xl/../../escaped.xml"), "a name that leads elsewhere"),
    "a part at the root": Case("a.xlsx", lambda: parts_named("/escaped-from-book.xml"), "a name that leads elsewhere"),
    "a part on a drive": Case("a.xlsx", lambda: parts_named("C:/escaped-from.xml"), "a name that leads elsewhere"),
    "a part with backslashes": Case(
        "a.xlsx", lambda: parts_named("..\\..\\escaped.xml"), "a name that leads elsewhere"
    ),
    "a part with a NUL": Case("a.xlsx", lambda: parts_named("xl/styles.xml\0.png"), "a name that leads elsewhere"),
    # other files
    "document": Case("a.xlsx", lambda: other_file("word/document.xml"), "a document, not a workbook"),
    "presentation": Case("a.xlsx", lambda: other_file("ppt/presentation.xml"), "a document, not a workbook"),
    "program": Case(
        "a.xlsx", lambda: zipped({"META-INF/MANIFEST.MF": "Main-Class: A", "A.class": b"\xca\xfe"}), "not a workbook"
    ),
    "text document": Case(
        "a.ods",
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "not a workbook",
    ),
    "old workbook": Case("a.xlsx", lambda: ole("Workbook"), "an old workbook (.xls)"),
    "binary workbook": Case("a.xlsx", lambda: book({"xl/workbook.bin": b"\x83\x01"}), "a binary workbook (.xlsb)"),
    "page": Case("a.xlsx", lambda: b"<html><table><tr><td>City</td></tr></table></html>", "a web page or XML"),
    "PDF": Case("a.xlsx", lambda: b"%PDF-1.7\n" + bytes(range(256)), "a PDF"),
    "nothing": Case("a.xlsx", lambda: b"", "it is empty"),
    "NUL bytes": Case("a.xlsx", lambda: bytes(20_000), "a.xlsx: it"),
    "noise": Case("a.xlsx", lambda: bytes((n * n * 7 + n // 3) % 256 for n in range(20_000)), "it is not in utf-8"),
    # torn
    **{
        f"cut off at {at}": Case("a.xlsx", partial(cut, at), "damaged, or was cut off")
        for at in (0.05, 0.3, 0.6, 0.9, 0.99)
    },
    **{f"bent at {at}": Case("a.xlsx", partial(bent, at), "a.xlsx: it") for at in (0.2, 0.4, 0.6, 0.97)},
    # what belongs together is not there
    "no workbook": Case("a.xlsx", lambda: book({"xl/workbook.xml": None}), "not a workbook"),
    "no kinds of parts": Case("a.xlsx", lambda: book({"[Content_Types].xml": None}), "not a workbook"),
    "no links": Case("a.xlsx", lambda: book({"xl/_rels/workbook.xml.rels": None}), "cannot be read"),
    "no sheet": Case("a.xlsx", lambda: book({"xl/worksheets/sheet1.xml": None}), "cannot be read"),
    "no sheets listed": Case("a.xlsx", lambda: book({"xl/workbook.xml": workbook("")}), "holds nothing"),
    "an empty workbook part": Case("a.xlsx", lambda: book({"xl/workbook.xml": ""}), "cannot be read"),
    "words for a workbook part": Case("a.xlsx", lambda: book({"xl/workbook.xml": "hello"}), "cannot be read"),
    "words for a sheet": Case("a.xlsx", lambda: book({"xl/worksheets/sheet1.xml": "hello"}), "a.xlsx: it"),
    "half a sheet": Case("a.xlsx", lambda: book({"xl/worksheets/sheet1.xml": sheet_of(ROWS)[:300]}), "cannot be read"),
    "a link to a file": Case("a.xlsx", lambda: linked("../../../../../../etc/passwd"), "cannot be read"),
    "a link to an absolute file": Case("a.xlsx", lambda: linked("/etc/passwd"), "cannot be read"),
    "a link to an address": Case(
        "a.xlsx", lambda: linked("http://127.0.0.1:9/sheet.xml", ' TargetMode="External"'), "cannot be read"
    ),
    "a link to a file's address": Case(
        "a.xlsx", lambda: linked("file:///etc/passwd", ' TargetMode="External"'), "cannot be read"
    ),
    "a link to a share": Case("a.xlsx", lambda: linked("\\\\127.0.0.1\\share\\a.xml"), "cannot be read"),
    "a link to itself": Case("a.xlsx", lambda: linked("workbook.xml"), "a.xlsx: "),
    "a link to a part of another kind": Case("a.xlsx", lambda: linked("styles.xml"), "a.xlsx: "),
    "links in a circle": Case("a.xlsx", lambda: linked("_rels/workbook.xml.rels"), "a.xlsx: "),
    # size inside
    "a million rows": Case(
        "a.xlsx",
        lambda: with_rows("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_000_001, 2))),
        "reaches to row 100,",
    ),
    "a million rows without numbers": Case(
        "a.xlsx", lambda: with_rows("<row><c><v>1</v></c></row>" * 1_000_000), "reaches to row 10"
    ),
    "a hundred thousand rows of twenty": Case(
        "a.xlsx",
        lambda: with_rows(ROWS + '<row r="100001"><c r="T100001"><v>1</v></c></row>'),
        "more than 500,000 cells",
    ),
    "a far cell": Case("a.xlsx", lambda: far_cell("worksheets/sheet1.xml"), "row 1,048,576 and column 16,384"),
    "a far cell in a part of another name": Case(
        "a.xlsx", lambda: far_cell("other/list.dat"), "row 1,048,576 and column 16,384"
    ),
    "a far cell in a picture": Case("a.xlsx", lambda: far_cell("media/image1.png"), "a.xlsx: "),
    "a far row in blanks": Case(
        "a.xlsx",
        lambda: with_rows(ROWS + '<row  r = "1048576" ><c  r = "A1048576" ><v>1</v></c></row>'),
        "row 1,048,576",
    ),
    "a column beyond all": Case(
        "a.xlsx", lambda: with_rows(ROWS + '<row r="3"><c r="ZZZZ3"><v>1</v></c></row>'), "column 475,254"
    ),
    "a row beyond all": Case(
        "a.xlsx",
        lambda: with_rows(ROWS + '<row r="9999999999"><c r="A9999999999"><v>1</v></c></row>'),
        "row 9,999,999,999",
    ),
    "ten thousand sheets": Case("a.xlsx", lambda: sheets_named(10_000, "S{}".format), "more than 250 sheets"),
    "one sheet two hundred times": Case("a.xlsx", busy, "more time or memory"),
    "rows said to repeat": Case("a.ods", lambda: repeating(rows=1_048_576), "a.ods: "),
    "columns said to repeat": Case("a.ods", lambda: repeating(columns=16_384), "a.ods: "),
    "both said to repeat": Case("a.ods", lambda: repeating(1_048_576, 16_384), "a.ods: "),
    "rows said to repeat without end": Case("a.ods", lambda: repeating(rows=10**30), "a.ods: "),
    "everything merged": Case(
        "a.xlsx",
        lambda: with_rows(ROWS, after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "merges too many cells",
    ),
    "a hundred thousand merged": Case(
        "a.xlsx", lambda: with_rows(ROWS, after=merging(100_000)), "merges too many cells"
    ),
    "ten megabytes in a cell": Case("a.xlsx", long_cell, "more than 100,000 signs"),
    "a long text in very many cells": Case("a.xlsx", shared_often, "a.xlsx: "),
    "very many strings": Case("a.xlsx", many_strings, "more time or memory"),
    # markup
    "elements in elements": Case("a.xlsx", lambda: with_rows(ROWS, after=deep(3 * MEGABYTE)), "more than 1,000 deep"),
    "elements in elements of the workbook": Case(
        "a.xlsx", lambda: book({"xl/workbook.xml": workbook(deep(100_000))}), "more than 1,000 deep"
    ),
    "elements in elements of an ods": Case("a.ods", lambda: ods(ODS_ROWS + deep(200_000)), "more than 1,000 deep"),
    "a document type": Case(
        "a.xlsx",
        lambda: book({"xl/workbook.xml": workbook().replace(HEAD, f"{HEAD}<!DOCTYPE workbook>")}),
        "defines entities",
    ),
    "a billion laughs": Case(
        "a.xlsx", lambda: book({"xl/sharedStrings.xml": strings_with(LAUGHS, "&j;")}), "defines entities"
    ),
    "a billion laughs in an ods": Case(
        "a.ods", lambda: ods(ODS_ROWS.replace("New", "&j;"), begin=HEAD + LAUGHS), "defines entities"
    ),
    "a file for an entity": Case(
        "a.xlsx",
        lambda: book(
            {"xl/sharedStrings.xml": strings_with('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;")}
        ),
        "defines entities",
    ),
    "an address for an entity": Case(
        "a.xlsx",
        lambda: book({"xl/sharedStrings.xml": strings_with('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">', "x")}),
        "defines entities",
    ),
    "an entity of a parameter": Case(
        "a.xlsx",
        lambda: book({"xl/styles.xml": f'{HEAD}<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/"> %b;]><a/>'}),
        "defines entities",
    ),
    "entities after much white space": Case(
        "a.xlsx", lambda: book({"xl/styles.xml": HEAD + " " * 65_500 + LAUGHS + "<a/>"}), "defines entities"
    ),
    "entities where links are": Case(
        "a.xlsx", lambda: book({"_rels/.rels": f"{HEAD}{LAUGHS}<a/>"}), "defines entities"
    ),
    "entities in UTF-16": Case("a.xlsx", lambda: laughing_in("utf-16", "UTF-16"), "is not in UTF-8"),
    "entities in UTF-16 without a mark": Case("a.xlsx", lambda: laughing_in("utf-16-be", "UTF-16"), "is not in UTF-8"),
    "entities in UTF-32": Case("a.xlsx", lambda: laughing_in("utf-32", "UTF-32"), "is not in UTF-8"),
    "entities in EBCDIC": Case("a.xlsx", lambda: laughing_in("cp037", "cp037"), "is not in UTF-8"),
    "entities in UTF-7": Case("a.xlsx", lambda: laughing_in("utf-8", "utf-7"), "is not in UTF-8"),
    "NUL bytes behind a sheet": Case(
        "a.xlsx", lambda: book({"xl/worksheets/sheet1.xml": sheet_of(ROWS) + "\0" * 10}), "is not in UTF-8"
    ),
    "said to be in windows-1252": Case(
        "a.xlsx", lambda: book({"xl/sharedStrings.xml": STRINGS.replace("UTF-8", "windows-1252")}), "is not in UTF-8"
    ),
    # what runs, what leads elsewhere
    "control signs in the name of its sheet": Case(
        "a.xlsx", lambda: sheets_named(1, lambda _: "L\x1b[31m\x07ist"), "cannot be read"
    ),
    "several sheets": Case(
        "a.xlsx", lambda: sheets_named(3, "S{}".format), "it has 3 sheets: 'S0', 'S1', 'S2'; say which"
    ),
    "macros": Case("a.xlsm", lambda: book({"xl/vbaProject.bin": b"\xd0\xcf"}), "it holds macros"),
    "macros in other letters": Case("a.xlsx", lambda: book({"XL/VBAPROJECT.BIN": b"\xd0\xcf"}), "it holds macros"),
    "macros of old": Case("a.xlsx", lambda: book({"xl/macrosheets/sheet1.xml": "<a/>"}), "it holds macros"),
    "Basic": Case("a.ods", lambda: ods(ODS_ROWS, {"Basic/Standard/Module1.xml": "<a/>"}), "it holds macros"),
    "scripts": Case("a.ods", lambda: ods(ODS_ROWS, {"Scripts/python/a.py": "import os"}), "it holds macros"),
    "links to other workbooks": Case(
        "a.xlsx", lambda: book({"xl/externalLinks/externalLink1.xml": "<a/>"}), "links to other files"
    ),
    # what a reader may stumble over
    "strings beyond the last": Case(
        "a.xlsx", lambda: with_rows(ROWS.replace("<v>3</v>", "<v>4000000000</v>")), "a.xlsx: it"
    ),
    "a cell in row 0": Case("a.xlsx", lambda: with_rows(ROWS.replace("B2", "B0")), "a.xlsx: it"),
    "a cell without its row": Case("a.xlsx", lambda: with_rows(ROWS.replace("B2", "B")), "a.xlsx: it"),
    "a cell that is no place": Case("a.xlsx", lambda: with_rows(ROWS.replace("B2", "é$!")), "a.xlsx: it"),
}

HARMLESS: Final[Mapping[str, Case]] = {
    "plain": Case("a.xlsx", book),
    "plain, stored": Case("a.xlsx", lambda: book(packing=zipfile.ZIP_STORED)),
    "plain ods": Case("a.ods", lambda: ods(ODS_ROWS)),
    "called .csv": Case("a.csv", book),
    "no name to go by": Case("list", lambda: ods(ODS_ROWS)),
    "a size said of all cells": Case("a.xlsx", lambda: with_rows(ROWS, before='<dimension ref="A1:XFD1048576"/>')),
    "very many styles": Case(
        "a.xlsx",
        lambda: book({"xl/styles.xml": STYLES.replace('<xf numFmtId="0"/>', '<xf numFmtId="0"/>' * 1_500_000)}),
    ),
    "a style beyond the last": Case("a.xlsx", lambda: with_rows(ROWS.replace('t="s"', 't="s" s="4000000000"'))),
    "a string before the first": Case("a.xlsx", lambda: with_rows(ROWS.replace("<v>3</v>", "<v>-1</v>"))),
    "a relation to itself": Case(
        "a.xlsx",
        lambda: book(
            {
                "xl/_rels/workbook.xml.rels": links_to(
                    more=f'<Relationship Id="rId9" Type="{LINKS}/officeDocument" Target="workbook.xml"/>'
                )
            }
        ),
    ),
    "a hyperlink": Case(
        "a.xlsx",
        lambda: book({"xl/worksheets/_rels/sheet1.xml.rels": HYPERLINK}),
    ),
    "empty rows to the end": Case(
        "a.ods",
        lambda: ods(ODS_ROWS + EMPTY_ROWS),
    ),
    "signs that turn the name of its sheet around": Case(
        "a.xlsx", lambda: sheets_named(1, lambda _: "\u202eList\u2066 &quot;")
    ),
    "ended by its last sign": Case("a.xlsx", lambda: book() + b"\0" * 100),
}
