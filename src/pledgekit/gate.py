"""The first step of reading: bytes of a file become text that is safe to hand to the TOML parser.

The parser recurses and takes ever longer over deep or long keys, so size, nesting and keys are bounded before it runs.
Every file passes here. So counting and deleting bytes comes first, and only a suspicious file is scanned exactly.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final, NamedTuple

__all__ = ["LIMIT_BYTES", "LIMIT_NESTING", "LIMIT_PARTS", "Refusal", "admit"]

LIMIT_BYTES: Final = 5_000_000
LIMIT_NESTING: Final = 64
LIMIT_PARTS: Final = 16

_LARGE: Final = 100_000
_PART = r"(?:[A-Za-z0-9_-]++|\"[^\"\n]*+\"|'[^'\n]*+')"
_NEXT = rf"\.[ \t]*+{_PART}[ \t]*+"
_MORE_PARTS = rf"{_NEXT}(?:{_NEXT}){{{LIMIT_PARTS - 1}}}"
# Strings that are not closed count as strings to the end of the line or file: the parser stops at them anyway.
_LONG_BASIC = r"\"\"\"[\s\S]*?(?:\"\"\"\"{0,2}|\Z)"
_LONG_LITERAL = r"'''[\s\S]*?(?:''''{0,2}|\Z)"
_SHORT = r"\"[^\"\n]*+\"?|'[^'\n]*+'?"
_COMMENT = r"\#[^\n]*+"

_NOT_DOTS: Final = bytes(set(range(256)) - set(b".\n"))
_NOT_STRUCTURE: Final = bytes(set(range(256)) - set(b"[]{}\"'#,=\n"))
_MERGE: Final = (r"^<<<<<<< ", r"^=======\r?$", r"^>>>>>>> ")


# Patterns are compiled when first asked for: most files need none of them, and every start would pay.


@cache
def _long_key() -> re.Pattern[bytes]:
    return re.compile(_MORE_PARTS.encode())


@cache
def _opaque(long_basic: bool, long_literal: bool) -> re.Pattern[bytes]:  # noqa: FBT001  a table of four
    """What hides brackets, by whether the file has long strings of the one or the other kind."""
    kinds = [_LONG_BASIC] * long_basic + [_LONG_LITERAL] * long_literal + [_SHORT, _COMMENT]
    return re.compile("|".join(kinds).encode())


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<long>{_LONG_BASIC}|{_LONG_LITERAL})|(?P<key>{_PART}[ \t]*+{_MORE_PARTS})|{_SHORT}|{_COMMENT}"
        r"|(?P<bracket>[\[\]{}])|(?P<marker>^(?:<<<<<<<|>>>>>>>)[ ])|[A-Za-z0-9_-]++",
        re.MULTILINE,
    )


class Refusal(NamedTuple):
    """Why a file is not handed to the parser: the code of the problem, the line (from 1), what is wrong, what to do."""

    code: str
    line: int
    message: str
    remedy: str


def admit(data: bytes) -> str | Refusal:
    """The text of a file, without a byte order mark and otherwise as it is; or the one problem that stops it.

    Never raises. Of a file over `LIMIT_BYTES` its first `LIMIT_BYTES + 1` bytes are enough.
    """
    if len(data) > LIMIT_BYTES:
        return Refusal(
            code="too-large",
            line=1,
            message=f"the file is larger than {LIMIT_BYTES // 1_000_000} MB",
            remedy="split it: the records of an owner may lie in any number of files in its folder",
        )
    if not data or data.isspace() or data == codecs.BOM_UTF8:
        return Refusal(
            code="empty-file",
            line=1,
            message="the file is empty",
            remedy="restore it from a backup, or delete it if nothing was ever in it",
        )
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf_8(data, error)
    if b"\0" in data:
        return _nul_bytes(data)
    if text[0] == "\ufeff":
        text = text[1:]
        if text.isspace():
            return admit(text.encode())
    if b"<<<<<<< " in data or b">>>>>>> " in data or _may_be_deep(data):
        refusal = _scan(text)
        if refusal is not None:
            return refusal
    return text


def _not_utf_8(data: bytes, error: UnicodeDecodeError) -> Refusal:
    """Say which encoding the bytes seem to be in, since "not UTF-8" alone helps nobody to save the file right."""
    line = data.count(b"\n", 0, error.start) + 1
    byte = f"0x{data[error.start]:02X}"
    message = f"the file is not UTF-8: the byte {byte} has no meaning here"
    remedy = "open the file in a text editor and save it with the encoding UTF-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "the file is not UTF-8: it looks like UTF-16, which some editors call Unicode"
    elif error.end == len(data) and error.reason == "unexpected end of data":
        message = "the file ends in the middle of a character: its end seems to be lost"
        remedy = "restore it from a backup, or mend its last line"
    else:
        likely = data[error.start : error.start + 1].decode("cp1252", "ignore")
        if likely.isprintable() and likely:
            message = f"the file is not UTF-8: it looks like Windows-1252, where the byte {byte} is {likely}"
            remedy = (
                f"open the file as Windows-1252 (in some editors: ANSI), check that {likely} is right, save it as UTF-8"
            )
    return Refusal(code="not-utf-8", line=line, message=message, remedy=remedy)


def _nul_bytes(data: bytes) -> Refusal:
    """NUL bytes: UTF-16 without its mark, or what a crash or a broken sync leaves in place of the content."""
    lost = "the content was lost, as after a crash or a broken sync: restore the file from a backup"
    at = data.index(b"\0")
    line = data.count(b"\n", 0, at) + 1
    if not data.strip(b"\0 \t\r\n"):
        return Refusal(code="nul-bytes", line=1, message="the file holds nothing but NUL bytes", remedy=lost)
    for ours, theirs in ((data[0::2], data[1::2]), (data[1::2], data[0::2])):
        # Western text in UTF-16 has a NUL in nearly every second byte and none in the others.
        if b"\0" not in ours and theirs.count(b"\0") * 2 > len(theirs):
            return Refusal(
                code="not-utf-8",
                line=1,
                message="the file is not UTF-8: it looks like UTF-16, which some editors call Unicode",
                remedy="open the file in a text editor and save it with the encoding UTF-8",
            )
    return Refusal(code="nul-bytes", line=line, message="the file contains NUL bytes", remedy=lost)


def _may_be_deep(data: bytes) -> bool:
    """False only if no nesting and no key can be over its limit. True means: scan it exactly."""
    large = len(data) > _LARGE  # has enough of both, and counting them is not free
    dots = large or data.count(b".") >= LIMIT_PARTS
    brackets = large or data.count(b"[") + data.count(b"{") > LIMIT_NESTING
    if not dots and not brackets:
        return False
    if b"\\" in data:
        data = data.replace(b"\\\\", b"xx").replace(b'\\"', b"xx")
    if dots and b"." * LIMIT_PARTS in data.translate(None, _NOT_DOTS) and _long_key().search(data):
        return True
    return brackets and _may_be_nested(data)


def _may_be_nested(data: bytes) -> bool:
    """False only if all brackets outside strings and comments close within the limit. Needs text without escapes."""
    long_basic, long_literal = b'"""' in data, b"'''" in data
    # Letters between quotes go. Where that makes a long string's quotes out of short ones, `bare` tells nothing; the
    # comma keeps the quotes of "this" and "that" apart.
    bare = (data.replace(b'" ', b'",') if long_basic else data).translate(None, _NOT_STRUCTURE)
    if long_basic and bare.count(b'"""') != data.count(b'"""'):
        return True
    if long_literal and bare.count(b"'''") != data.count(b"'''"):
        return True
    if not long_basic:
        bare = bare.replace(b'""', b"")
    bare = _opaque(long_basic, long_literal).sub(b"", bare).translate(None, b",=\n")
    # Each turn takes off one level of each kind, so at most two: nothing that vanishes here was nested too deep.
    for _ in range(LIMIT_NESTING // 2):
        if not bare:
            return False
        bare = bare.replace(b"[]", b"").replace(b"{}", b"")
    return bool(bare)


def _scan(text: str) -> Refusal | None:
    """Walk over strings, comments, brackets and keys, exactly."""
    same_length = text.replace("\\\\", "xx").replace('\\"', "xx")
    depth = 0
    for token in _token().finditer(same_length):
        kind = token.lastgroup
        if kind == "bracket":
            depth = depth + 1 if token[0] in "[{" else max(depth - 1, 0)
            if depth > LIMIT_NESTING:
                return _too_deep(text, token.start(), f"brackets are nested more than {LIMIT_NESTING} deep")
        elif kind == "key":
            return _too_deep(text, token.start(), f"a key has more than {LIMIT_PARTS} parts")
        elif kind == "marker":
            return _conflict(text, token.start())
        elif kind == "long":
            # Inside a text a single marker may be meant; all three in their order are a merge that nobody finished.
            at = _merge_in(token[0])
            if at is not None:
                return _conflict(text, token.start() + at)
    return None


def _merge_in(text: str) -> int | None:
    """Where the three markers of a merge begin, if they follow one another in this text."""
    first: int | None = None
    at = 0
    for marker in _MERGE:
        found = re.compile(marker, re.MULTILINE).search(text, at)
        if found is None:
            return None
        first = found.start() if first is None else first
        at = found.end()
    return first


def _too_deep(text: str, at: int, message: str) -> Refusal:
    remedy = "no record needs this: look for brackets that are not closed, or for text without quotes"
    return Refusal(code="too-deep", line=text.count("\n", 0, at) + 1, message=message, remedy=remedy)


def _conflict(text: str, at: int) -> Refusal:
    return Refusal(
        code="conflict-markers",
        line=text.count("\n", 0, at) + 1,
        message="two versions of the file were not merged: git's conflict markers are still in it",
        remedy="keep the right lines and delete those that begin with <<<<<<<, ======= and >>>>>>>",
    )
