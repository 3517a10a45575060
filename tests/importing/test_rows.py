"""Reading a list: rows of text as they stand, and clear words for what cannot be read without guessing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.errors import Refused, UsageError
from pledgekit.importing.rows import LIMIT_BYTES, LIMIT_ROWS, Row, Sheet, read_csv

ROWS = (Row(2, ("Zürich", "a, b")), Row(3, ("Łódź", "two\nlines")))


def read(data: bytes, encoding: str = "", separator: str = "") -> Sheet:
    """Read a file named list.csv."""
    return read_csv(data, file="list.csv", encoding=encoding, separator=separator)


@pytest.mark.parametrize(
    ("separator", "name"),
    [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe")],
    ids=["comma", "semicolon", "tab", "pipe"],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_separators_are_found(separator: str, name: str, ending: str) -> None:
    """Comma, semicolon, tab and pipe are told apart; line ends of any kind, also in quotes, are kept apart."""
    lines = ["City,Words", 'Zürich,"a, b"', 'Łódź,"two\nlines"']
    text = ending.join(lines).replace(",", separator).replace(f"a{separator} b", "a, b")
    assert Sheet(("City", "Words"), ROWS, "utf-8", name) == read(text.encode())


@pytest.mark.parametrize(
    ("codec", "named"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-32", "utf-32"), ("utf-8", "utf-8")]
)
def test_marks_say_the_encoding(codec: str, named: str) -> None:
    """UTF-8, with or without a mark, and what a byte order mark names is read."""
    text = 'City,Words\nZürich,"a, b"\nŁódź,"two\nlines"\n'
    assert Sheet(("City", "Words"), ROWS, named, "comma") == read(text.encode(codec))


def test_another_encoding_has_to_be_named() -> None:
    """What is not UTF-8 is not guessed: the line is shown as it would read; named, it is read."""
    data = "City\nOslo\nZürich\n".encode("cp1252")
    with pytest.raises(Refused, match=r"list.csv:3: it is not in utf-8; .*--encoding cp1252 the line reads: Zürich"):
        read(data)
    assert (Row(2, ("Oslo",)), Row(3, ("Zürich",))) == read(data, "CP1252").rows
    with pytest.raises(Refused, match="not in utf-8"):
        read(data.rstrip(b"\n"))


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        ("City\nOslo".encode("utf-16-le"), "", "looks like UTF-16"),
        (b"\xd8\x00\xd8\x00", "utf-16-be", "not in utf-16-be"),
        (b"", "", "empty"),
        (b"\n\n , \n", "", "empty"),
        (b"a,a\n1,2", "", "two columns are named 'a'"),
        (b"a,b;c\n1,2;3", "", "parted by comma or semicolon"),
        (b'a,b\n"1,2\n', "", "cannot be read as CSV"),
        (b'"a', "", "cannot be read as CSV"),
        (b"a,b\n1\n", "", "row 2 has 1 cell, and the header names 2 columns; look for a missing or unquoted comma"),
        (b"a,b\n1,2,3\n", "", "row 2 has 3 cells"),
        (b"a\n1,2\n", "", "row 2 has 2 cells, and the header names 1 column; .* or name another with --separator"),
        ("City\nZürich".encode("utf-8-sig"), "cp1252", "first bytes say that it is in utf-8; leave --encoding out"),
        ("City\nZürich".encode("utf-16"), "utf-8", "first bytes say that it is in utf-16"),
        ("City\nZürich".encode(), "mac-roman", "it is in utf-8; in mac-roman its letters would be others"),
        (b"a" * (LIMIT_BYTES + 1), "", "larger than 50 MB"),
        (b"a\n" * (LIMIT_ROWS + 1), "", "more than 100000 rows"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, encoding: str, words: str) -> None:
    """Clear words, with the file's name, for each kind of file that would have to be guessed at."""
    with pytest.raises(Refused, match=words) as refused:
        read(data, encoding)
    assert "list.csv" == refused.value.file


def test_an_unknown_encoding_is_a_usage_error() -> None:
    """The encodings that there are get listed."""
    with pytest.raises(UsageError, match="one of: utf-8"):
        read(b"a", "klingon")


def test_an_encoding_that_is_named_and_marked_is_read() -> None:
    """A mark and a name that agree are one; letters that all encodings share are in any of them."""
    assert "Zürich" == read("City\nZürich".encode("utf-16"), "utf-16-le").rows[0].cells[0]
    assert "utf-8" == read("City\nZürich".encode("utf-8-sig"), "UTF-8").encoding
    assert "cp1252" == read(b"City\nOslo", "cp1252").encoding


def test_rows_keep_the_numbers_of_the_spreadsheet() -> None:
    """Empty rows are passed over and counted; a first line `sep=;` too. Empty cells beyond the header do no harm."""
    sheet = read(b"sep=;\na,x;b;\n\n1;2;\n ;;\n3;4;\n")
    assert (("a,x", "b"), (Row(4, ("1", "2")), Row(6, ("3", "4")))) == (sheet.header, sheet.rows)


def test_a_list_as_excel_writes_it() -> None:
    """A mark, semicolons, CRLF, lines in quotes, empty columns and rows at the end: all read as they stand."""
    text = 'City;Words;;\r\nZürich;"a, b";;\r\nŁódź;"two\nlines; more";;\r\n;;;\r\n;;;\r\n'
    rows = (Row(2, ("Zürich", "a, b")), Row(3, ("Łódź", "two\nlines; more")))
    assert Sheet(("City", "Words"), rows, "utf-8", "semicolon") == read(text.encode("utf-8-sig"))


def test_blocks_of_excel_may_lack_their_last_columns() -> None:
    """Excel leaves out columns that are empty through sixteen rows; one short row alone may have lost a separator."""
    full = "City,Title,Note\n" + "Oslo,A,\n" * 15
    sheet = read(f"{full}Oslo,B\nOslo,C\n".encode())
    assert [Row(17, ("Oslo", "B", "")), Row(18, ("Oslo", "C", ""))] == list(sheet.rows[-2:])
    for short in ("Oslo,B\n", "Oslo,B\nOslo,C,\n", "Oslo\nOslo,C\n"):
        with pytest.raises(Refused, match=r"row 1[78] has"):
            read(f"{full}{short}".encode())


def test_a_named_separator_is_taken() -> None:
    """What somebody says goes before what is found, and before a first line `sep=`."""
    assert ("a,b", "c") == read(b"a,b;c\n1;2\n", separator="semicolon").header
    assert "comma" == read(b"sep=;\na,b\n1,2\n", separator=",").separator
    with pytest.raises(UsageError, match="one of: comma, semicolon, tab, pipe"):
        read(b"a", separator="colon")


def test_a_name_that_promises_something_else_is_told() -> None:
    """CSV text is read whatever the file is called, and the ending that does not fit is handed on."""
    assert ".xlsx" == read_csv(b"a,b\n1,2\n", file="x/list.xlsx").ending
    assert "" == read(b"a,b\n1,2\n").ending


@given(
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.lists(
        st.tuples(*[st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))] * 3), max_size=4
    ),
)
def test_any_list_is_read_as_it_was_written(
    sign: str, ending: str, codec: str, rows: list[tuple[str, str, str]]
) -> None:
    """Whatever stands in the cells: with any separator, line end and mark, they come back."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=sign, lineterminator=ending)
    writer.writerows([("City", "Title", "Note"), *rows])
    sheet = read(made.getvalue().encode(codec))
    assert [each for each in rows if any(map(str.strip, each))] == [each.cells for each in sheet.rows]
    assert {"City", "Title", "Note"} == set(sheet.header)


def test_one_column_needs_no_separator() -> None:
    """A list of one column is a list."""
    assert (("City",), (Row(2, ("Oslo",)),)) == read(b"City\nOslo\n")[:2]


def test_a_header_alone_has_no_rows() -> None:
    """A list may be empty."""
    assert () == read(b"a,b\n").rows


def test_a_long_cell_is_read() -> None:
    """A cell may hold more than the standard library allows at first."""
    assert 200_000 == len(read(b"a,b\n" + b"x" * 200_000 + b",y\n").rows[0].cells[0])
