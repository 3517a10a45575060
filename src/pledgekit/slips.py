"""A step of reading: turns the parser's refusal of a TOML text into a line, a plain message and a remedy.

The parser names a place and a rule of its grammar. People slip in a few usual ways, and each has its own advice here.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

__all__ = ["explain"]

Slip = tuple[int, str, str]

_PLACE: Final = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_TOKEN: Final = re.compile(
    r"\"\"\"[\s\S]*?(?:\"\"\"\"{0,2}|\Z)|'''[\s\S]*?(?:''''{0,2}|\Z)|\"[^\"\n]*+\"?|'[^'\n]*+'?|\#[^\n]*+|[\[\]{}\n]"
)
_KEY: Final = re.compile(r"[ \t]*(\[{0,2})[ \t]*((?:[A-Za-z0-9_. \t-]|\"[^\"\n]*\"|'[^'\n]*')+)")
_NEXT_PAIR: Final = re.compile(r"[A-Za-z0-9_.-]+[ \t]*=|\[")
_LONG_NUMBER: Final = re.compile(r"[0-9][0-9_]{4000}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_SAID_DAY: Final = re.compile(
    r"(?:(?P<first>[0-9]{1,2})(?P<mark>[./-])|(?P<year>[0-9]{4})(?P<other>[./-]))(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)(?P<last>[0-9]{4})|(?P=other)(?P<day>[0-9]{1,2}))"
)
_CURLY: Final = "“”„‘’‚«»"
_BACKSLASH: Final = ("Unescaped '\\'", "Invalid hex value", "Escaped character")
_TWICE: Final = ("Cannot declare", "Cannot overwrite", "Cannot redefine", "Cannot mutate", "Duplicate inline")
_OPEN_STRING: Final = (
    "Unterminated string",
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
    "Expected \"'",
)
_SHOWN: Final = 60


@attrs.frozen(kw_only=True)
class _Stop:
    """Where the parser stopped: its words, the place, the statement, the brackets and the string open there."""

    text: str
    words: str
    at: int
    statement: int
    brackets: tuple[int, ...]
    string: int | None

    def line(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1

    @property
    def char(self) -> str:
        """The sign on which the parser stopped; nothing at the end of the document."""
        return self.text[self.at : self.at + 1]

    @property
    def shown(self) -> str:
        """The line where the parser stopped."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 :].partition("\n")[0]

    @property
    def name(self) -> str:
        """The key or header of the statement, as written; may be empty."""
        key = _KEY.match(self.text, self.statement)
        if key is None:
            return ""
        return key[1] + _short(key[2]) + "]" * len(key[1])


def explain(text: str, error: Exception) -> Slip:
    """The line (from 1), what is wrong and what to do, for an error of `tomllib.loads(text)`. Never raises."""
    text = text.replace("\r\n", "\n")
    place = _PLACE.fullmatch(str(error))
    if place is None:
        return _without_place(text, error)
    stop = _stop(text, place[1], _offset(text, place[2], place[3]))
    for slip in _SLIPS:
        found = slip(stop)
        if found is not None:
            return found
    shown = _short(stop.shown)
    return stop.line(stop.at), f"this is not TOML: {shown} ({stop.words})", "compare the line with its neighbours"


def _without_place(text: str, error: Exception) -> Slip:
    """Errors that are not about grammar: too long a number, and whatever else there may be."""
    number = _LONG_NUMBER.search(text)
    if number and not isinstance(error, RecursionError):
        line = text.count("\n", 0, number.start()) + 1
        return line, "a number has thousands of digits", "put it in quotes if it is meant"
    message = f"the file cannot be read as TOML ({str(error) or type(error).__name__})"
    return 1, message, "compare it with a file that can be read"


def _offset(text: str, line: str | None, column: str | None) -> int:
    """The place in the text; its end when the parser was at the end."""
    if line is None or column is None:
        return len(text)
    start = 0
    for _ in range(int(line) - 1):
        start = text.find("\n", start) + 1
    return min(start + int(column) - 1, len(text))


def _stop(text: str, words: str, at: int) -> _Stop:
    """Read the text up to where the parser stopped: which statement is it in, and what is open."""
    same_length = text.replace("\\\\", "xx").replace('\\"', "xx")
    statement = 0
    brackets: list[int] = []
    string: int | None = None
    for token in _TOKEN.finditer(same_length):
        if token.start() >= at:
            break
        sign = token[0]
        if sign in ("[", "{"):
            brackets.append(token.start())
        elif sign in ("]", "}"):
            del brackets[-1:]
        elif sign == "\n" and not brackets:
            statement = token.end()
        elif sign[0] in "\"'" and (token.end() >= at or len(sign) == 1 or sign[-1] != sign[0]):
            string = token.start()
            break
    return _Stop(text=text, words=words, at=at, statement=statement, brackets=tuple(brackets), string=string)


def _control(stop: _Stop) -> Slip | None:
    """Signs that no one sees."""
    if stop.char in ("", "\n", "\t", " ") or stop.char.isprintable():
        return None
    remedy = "delete it; if it ends the line, save the file with the line ends of Unix or Windows"
    return stop.line(stop.at), f"an invisible character may not stand here: {stop.char!r}", remedy


def _curly_quotes(stop: _Stop) -> Slip | None:
    """Word processors turn straight quotes into curly ones."""
    wanted = stop.char or " "
    if stop.words.startswith(_OPEN_STRING) and stop.string is not None:
        begun = stop.text[stop.string :].partition("\n")[0]
        wanted = next((char for char in begun if char in _CURLY), " ")
    if wanted not in _CURLY:
        return None
    line = stop.line(stop.at if stop.string is None else stop.string)
    return line, f"{wanted} is not a quotation mark in TOML", 'use straight quotes: "…"'


def _backslash(stop: _Stop) -> Slip | None:
    """Paths of Windows, mostly."""
    if not stop.words.startswith(_BACKSLASH):
        return None
    remedy = "use single quotes, as in 'C:\\Users', or double each backslash, as in \"C:\\\\Users\""
    return stop.line(stop.at), 'a backslash in "…" begins an escape, and this one is unknown', remedy


def _twice(stop: _Stop) -> Slip | None:
    """Keys and tables that are there already."""
    if not stop.words.startswith(_TWICE):
        return None
    if stop.words.startswith("Duplicate inline"):
        key = stop.words.partition("key ")[2]
        return stop.line(stop.at), f"the key {key} stands twice in one inline table", "delete one of the two"
    line = stop.line(stop.statement)
    if not stop.name.startswith("["):
        return line, f"the key {stop.name} is given twice", "delete one of the two"
    bare = stop.name.strip("[]")
    remedy = f"delete one of the two, or write [[{bare}]] above each if they are records"
    return line, f"the table {stop.name} is given twice", remedy


def _two_lines(stop: _Stop) -> Slip | None:
    """TOML 1.0 keeps an inline table on one line; most people expect otherwise."""
    if not stop.brackets or stop.text[stop.brackets[-1]] != "{" or stop.char not in ("", "\n", "#"):
        return None
    line = stop.line(stop.brackets[-1])
    if not stop.char and stop.line(stop.at) == line and stop.words == "Unclosed inline table":
        return line, f"the inline table of {stop.name.strip()} is not closed", "close it with }"
    remedy = f"keep all of {{ … }} on one line, or write a table with a header of its own, as [[x.{stop.name or 'y'}]]"
    return line, f"the inline table of {stop.name} is not closed on the line where it begins", remedy


def _open_string(stop: _Stop) -> Slip | None:
    """A quote that nothing closes."""
    if not stop.words.startswith(_OPEN_STRING) or stop.string is None:
        return None
    quote = stop.text[stop.string]
    quote = quote * 3 if stop.text.startswith(quote * 3, stop.string) else quote
    remedy = f"close it with {quote}"
    if len(quote) == 1:
        remedy += f" on the same line; a text of several lines stands between {quote * 3} and {quote * 3}"
    return stop.line(stop.string), f"the text that begins with {quote} is not closed", remedy


def _missing_sign(stop: _Stop) -> Slip | None:
    """A key, and then something else than `=`."""
    line = stop.line(stop.at)
    if stop.words.startswith("Expected '='"):
        if stop.char.isalpha() and not stop.char.isascii():
            return line, f"a key with the letter {stop.char} needs quotes", 'put the key in quotes: "…" = '
        return line, f"there is no = after the key: {_short(stop.shown)}", 'write it as: key = "value"'
    if stop.words.startswith("Expected ']"):
        line = stop.line(stop.statement)
        message = f"the header is not closed: {_short(stop.shown)}"
        return line, message, "write it as [name] or [[name]], alone on its line"
    return None


def _open_bracket(stop: _Stop) -> Slip | None:
    """A list that nothing closes, or that lacks a comma."""
    if not stop.brackets or stop.text[stop.brackets[-1]] != "[":
        return None
    if not stop.char or (stop.char not in "\"'" and _NEXT_PAIR.match(stop.text, stop.at)):
        line = stop.line(stop.brackets[-1])
        return line, f"the list of {stop.name} is not closed", "close it with ]"
    if stop.words == "Unclosed array" and stop.char in "\"'{":
        return stop.line(stop.at), "a comma is missing between two items of a list", "put a comma after each item"
    return None


def _no_day(stop: _Stop) -> Slip | None:
    """31 June, and the like; and days in the order of other countries."""
    item = _item(stop)
    said = _SAID_DAY.fullmatch(item)
    if said and not _DAY.match(item):
        written = f"{said['year'] or said['last']}-{said['month']:0>2}-{said['day'] or said['first']:0>2}"
        message = f"a day is written year-month-day, and this is not: {item}"
        return stop.line(stop.at), message, f"write {written}, without quotes, if that is the day you mean"
    if not stop.words.startswith("Invalid date") and not _DAY.match(item):
        return None
    line = stop.line(stop.at)
    return line, f"there is no such day or time: {_short(item)}", "correct it: year-month-day, as 2023-06-30"


def _value(stop: _Stop) -> Slip | None:
    """Months, words, and quotes within quotes."""
    if stop.words not in ("Invalid value", "Expected newline or end of document after a statement", "Unclosed array"):
        return None
    line = stop.line(stop.at)
    item = _item(stop)
    if not item:
        message = f"{stop.name} has no value" if stop.name else "the value is missing"
        return line, message, "give it a value, or delete the line"
    if item[0] in "\"'":
        other = "'" if item[0] == '"' else '"'
        remedy = f"to use {item[0]} inside a text, put {other} around it"
        return line, f"there is something after the closing quote: {_short(item)}", remedy
    if "=" in stop.text[stop.statement : stop.at] and item[0] not in "[]{}=,":
        return line, f"a value without quotes: {_short(item)}", f'put it in quotes: "{_short(item)}"'
    return None


def _item(stop: _Stop) -> str:
    """The value in which the parser stopped, as far as its line shows it."""
    shown = stop.shown
    column = stop.at - stop.text.rfind("\n", 0, stop.at) - 1
    if stop.brackets:
        begin = max(shown.rfind(sign, 0, column) for sign in "=,[{") + 1
        item = re.split(r"[,\]}]|[ \t]\#", shown[begin:], maxsplit=1)[0]
    else:
        item = re.split(r"[ \t]\#", shown.partition("=")[2], maxsplit=1)[0]
    return item.strip()


def _short(words: str) -> str:
    """Long lines are cut, since a message is read on one."""
    words = words.strip()
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


_SLIPS: Final = (
    _control,
    _curly_quotes,
    _backslash,
    _twice,
    _two_lines,
    _open_string,
    _missing_sign,
    _open_bracket,
    _no_day,
    _value,
)
