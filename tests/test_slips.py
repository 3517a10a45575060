"""Slips: what a person reads when a file is not TOML."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.slips import explain

STRAIGHT = 'use straight quotes: "…"'
PATHS = "use single quotes, as in 'C:\\Users', or double each backslash, as in \"C:\\\\Users\""
ESCAPE = 'a backslash in "…" begins an escape, and this one is unknown'
ONE = "delete one of the two"
EQUALS = 'write it as: key = "value"'
HEADER = "write it as [name] or [[name]], alone on its line"
DAY = "correct it: year-month-day, as 2023-06-30"
ON_ONE_LINE = "keep all of { … } on one line, or write a table with a header of its own, as [[x.y]]"
BEGINS = "the inline table of y is not closed on the line where it begins"
QUOTE = ' on the same line; a text of several lines stands between """ and """'
SINGLE = " on the same line; a text of several lines stands between ''' and '''"
OR_RECORDS = ONE + ", or write [[a.b]] above each if they are records"
INNER = "there is something after the closing quote: "
NEIGHBOURS = "compare the line with its neighbours"
INVISIBLE = "delete it; if it ends the line, save the file with the line ends of Unix or Windows"

CASES = [
    # No quotes.
    ("a = 1\nfrom = 2020-07\n", 2, "a value without quotes: 2020-07", 'put it in quotes: "2020-07"'),
    ("from = 2020-Q3 # x", 1, "a value without quotes: 2020-Q3", 'put it in quotes: "2020-Q3"'),
    ("\r\ntitle = The Hague\r\n", 2, "a value without quotes: The Hague", 'put it in quotes: "The Hague"'),
    ("t = true story", 1, "a value without quotes: true story", 'put it in quotes: "true story"'),
    ("a = [\n 'x',\n 2020-07, 1]", 3, "a value without quotes: 2020-07", 'put it in quotes: "2020-07"'),
    ("a = { b = 1, c = Den Haag }", 1, "a value without quotes: Den Haag", 'put it in quotes: "Den Haag"'),
    ("a =", 1, "a has no value", "give it a value, or delete the line"),
    ("a = \nb = 1", 1, "a has no value", "give it a value, or delete the line"),
    # Inline tables.
    ("y = {\n b = 1\n}", 1, BEGINS, ON_ONE_LINE),
    ("x = 1\ny = { b = 1,\n c = 2 }", 2, BEGINS, ON_ONE_LINE),
    ("y = { b = 1 # one\n}", 1, BEGINS, ON_ONE_LINE),
    ("y = {", 1, BEGINS, ON_ONE_LINE),
    ("y = { b = 1", 1, "the inline table of y is not closed", "close it with }"),
    ("y = { b = 1,, }", 1, "this is not TOML: y = { b = 1,, } (Invalid initial character for a key part)", NEIGHBOURS),
    # Curly quotes.
    ("\na = “x”", 2, "“ is not a quotation mark in TOML", STRAIGHT),
    ("a = [‘x’]", 1, "‘ is not a quotation mark in TOML", STRAIGHT),
    ("[“a”]", 1, "“ is not a quotation mark in TOML", STRAIGHT),
    ('a = "x”\nb = 1', 1, "” is not a quotation mark in TOML", STRAIGHT),
    ("a = 'x’\nb = 'y'", 1, "’ is not a quotation mark in TOML", STRAIGHT),
    # Backslashes.
    ('a = "C:\\Users\\x"', 1, ESCAPE, PATHS),
    ('a = 1\nb = "C:\\docs"', 2, ESCAPE, PATHS),
    ('a = "\\uD800"', 1, ESCAPE, PATHS),
    # Twice.
    ("a = 1\n\na = 2", 3, "the key a is given twice", ONE),
    ('a.b = 1\na."b" = [\n 2\n]\n', 2, 'the key a."b" is given twice', ONE),
    ("[a]\n[a]", 2, "the table [a] is given twice", ONE + ", or write [[a]] above each if they are records"),
    ("[[a]]\n[ a ]", 2, "the table [a] is given twice", ONE + ", or write [[a]] above each if they are records"),
    ("a = []\n[[a]]", 2, "the table [[a]] is given twice", ONE + ", or write [[a]] above each if they are records"),
    ("a = { b = 1, b = 2 }", 1, "the key 'b' stands twice in one inline table", ONE),
    ("a = [] # {]\n[a.b]\nc = 1", 2, "the table [a.b] is given twice", OR_RECORDS),
    # Strings.
    ('a = "x\nb = 1', 1, 'the text that begins with " is not closed', 'close it with "' + QUOTE),
    ('a = "x', 1, 'the text that begins with " is not closed', 'close it with "' + QUOTE),
    ("a = 'x\nb = 1", 1, "the text that begins with ' is not closed", "close it with '" + SINGLE),
    ("a = 'x\nb = 'y'", 1, "the text that begins with ' is not closed", "close it with '" + SINGLE),
    ("a = 1\nb = '''x\ny\n", 2, "the text that begins with ''' is not closed", "close it with '''"),
    ('a = """x\ny\n', 1, 'the text that begins with """ is not closed', 'close it with """'),
    ('a = "say "x" y"', 1, INNER + '"say "x" y"', "to use \" inside a text, put ' around it"),
    ("a = 'it's'", 1, "there is something after the closing quote: 'it's'", "to use ' inside a text, put \" around it"),
    # Signs and brackets.
    ('title "x"', 1, 'there is no = after the key: title "x"', EQUALS),
    ('a = 1\ntitle: "x"', 2, 'there is no = after the key: title: "x"', EQUALS),
    ("straße = 1", 1, "a key with the letter ß needs quotes", 'put the key in quotes: "…" = '),
    ("[a\nb = 1", 1, "the header is not closed: [a", HEADER),
    ("[[a]\nb = 1", 1, "the header is not closed: [[a]", HEADER),
    ("z = 1\na = [1,\n2\nb = 3", 2, "the list of a is not closed", "close it with ]"),
    ("a = [1,\n", 1, "the list of a is not closed", "close it with ]"),
    ("a = [1,\n2\n[b]\n", 1, "the list of a is not closed", "close it with ]"),
    ("a = [\n'x'\n'y']", 3, "a comma is missing between two items of a list", "put a comma after each item"),
    # Others.
    ("a = 2023-02-30", 1, "there is no such day or time: 2023-02-30", DAY),
    ("a = 2023-13-01", 1, "there is no such day or time: 2023-13-01", DAY),
    ("a = 1\rb = 2", 1, "an invisible character may not stand here: '\\r'", INVISIBLE),
    ("a = 1\n}", 2, "this is not TOML: } (Invalid statement)", NEIGHBOURS),
    ("a = [1] 2", 1, "this is not TOML: a = [1] 2 (Expected newline or end of document after a statement)", NEIGHBOURS),
    ("a = " + "9" * 5000, 1, "a number has thousands of digits", "put it in quotes if it is meant"),
    ("a = " + "x" * 70, 1, "a value without quotes: " + "x" * 59 + "…", 'put it in quotes: "' + "x" * 59 + '…"'),
]


def refusal(text: str) -> ValueError | None:
    """What the parser says of a text."""
    try:
        tomllib.loads(text)
    except ValueError as error:
        return error
    return None


@pytest.mark.parametrize(("text", "line", "message", "remedy"), CASES)
def test_a_slip_has_its_line_message_and_remedy(text: str, line: int, message: str, remedy: str) -> None:
    """Each usual slip is told in plain words, with the line to look at and what to do."""
    error = refusal(text)
    assert error is not None
    assert explain(text, error) == (line, message, remedy)


@pytest.mark.parametrize("error", [RecursionError("too deep"), ValueError(), ValueError("x (at line 9, column 9)")])
def test_other_errors_are_told_too(error: Exception) -> None:
    """An error that is not the parser's, or of another text, is still told."""
    line, message, remedy = explain("a = 1", error)
    assert line == 1
    assert message
    assert remedy


def test_a_line_without_a_key() -> None:
    """A place that no key leads to is told without a name."""
    told = explain("=", ValueError("Invalid value (at line 1, column 1)"))
    assert told == (1, "the value is missing", "give it a value, or delete the line")


ODD = st.lists(
    st.sampled_from(["a", "b", " ", "\n", "\r\n", "=", " = ", ".", ",", "[", "]", "{", "}"])
    | st.sampled_from(['"', "'", '"""', "'''", "\\", "#"])
    | st.sampled_from(["“", "’", "é", "\x00", "\x85", "\u2028", "\r", "1", "2020-07", "2020-02-30", "true"]),
    max_size=25,
).map("".join)


@given(ODD | st.text(max_size=60))
def test_any_text_is_explained(text: str) -> None:
    """Whatever the text, the explanation does not raise, and its line lies within the document."""
    error = refusal(text)
    if error is not None:
        line, message, remedy = explain(text, error)
        assert 1 <= line <= text.count("\n") + 1
        assert message
        assert remedy


@pytest.mark.parametrize("said", ["1.6.2025", "01-06-2025", "1/6/2025", "2025.6.1", "2025/06/01", "2025-6-1"])
def test_a_day_in_another_order_is_told_in_ours(said: str) -> None:
    """The remedy is what works: year-month-day."""
    text = f"date = {said}"
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(text)
    assert "write 2025-06-01, without quotes" in explain(text, raised.value)[2]
