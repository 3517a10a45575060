"""Reading a list: rows of text as they stand, and clear words for what cannot be read without guessing."""

from __future__ import annotations

import pytest

from pledgekit.errors import Refused, UsageError
from pledgekit.importing.rows import LIMIT_BYTES, LIMIT_ROWS, Row, Sheet, read_csv

ROWS = (Row(2, ("Zürich", "a, b")), Row(3, ("Łódź", "two\nlines")))


def read(data: bytes, encoding: str = "") -> Sheet:
    """Read a file named list.csv."""
    return read_csv(data, file="list.csv", encoding=encoding)


@pytest.mark.parametrize(
    ("separator", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab")], ids=["comma", "semicolon", "tab"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_separators_are_found(separator: str, name: str, ending: str) -> None:
    """Comma, semicolon and tab are told apart by the header; line ends of any kind, also in quotes, are kept apart."""
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
        (b"PK\x03\x04abc", "", "workbook"),
        (b"\xd0\xcf\x11\xe0abc", "", "workbook"),
        (b"", "", "empty"),
        (b"\n\n , \n", "", "empty"),
        (b"a,a\n1,2", "", "two columns are named 'a'"),
        (b"a,b;c\n1,2", "", "parted by comma or semicolon"),
        (b'a,b\n"1,2\n', "", "cannot be read as CSV"),
        (b'"a', "", "cannot be read as CSV"),
        (b"a,b\n1\n", "", "row 2 has 1 cells, and the header names 2 columns"),
        (b"a,b\n1,2,3\n", "", "row 2 has 3 cells"),
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


def test_rows_keep_the_numbers_of_the_spreadsheet() -> None:
    """Empty rows are passed over and counted; a first line `sep=;` too. Empty cells beyond the header do no harm."""
    sheet = read(b"sep=;\na,x;b;\n\n1;2;\n ;;\n3;4;\n")
    assert (("a,x", "b"), (Row(4, ("1", "2")), Row(6, ("3", "4")))) == (sheet.header, sheet.rows)


def test_one_column_needs_no_separator() -> None:
    """A list of one column is a list."""
    assert (("City",), (Row(2, ("Oslo",)),)) == read(b"City\nOslo\n")[:2]


def test_a_header_alone_has_no_rows() -> None:
    """A list may be empty."""
    assert () == read(b"a,b\n").rows


def test_a_long_cell_is_read() -> None:
    """A cell may hold more than the standard library allows at first."""
    assert 200_000 == len(read(b"a,b\n" + b"x" * 200_000 + b",y\n").rows[0].cells[0])
