"""The texts that bytes may hold: encodings, and the escapes of HTML, JSON, TOML, addresses and mail. Part of scanning.

All of these are tried and none is chosen: a string is found whichever way it was written.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["decoded", "variants"]

_MARKS: Final = ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PERCENT: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_QUOTED: Final = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_OCTETS: Final = re.compile(r"(?:\\x[0-9A-Fa-f]{2})+|(?:\\[0-3][0-7]{2})+")
_LETTER: Final = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|u\{([0-9A-Fa-f]{1,6})\}|[nrtbf]|(/))|%u([0-9A-Fa-f]{4})"
)
_ENTITY: Final = re.compile(r"&#?\w{1,32};")
_TAG: Final = re.compile(r"<(?:/?(?:[\w-]+:)?(?P<name>[\w-]+))?[^<>]{0,2000}>")
_BREAKING: Final = re.compile(  # tags that part words, by their names without a prefix: of pages, Word, slides, sheets
    r"article|aside|blockquote|body|br|c|caption|cell|cr|d[dlt]|div|fig\w+|footer|form|h[1-6r]?|header|li|line-break|main"
    r"|nav|noBreakHyphen|[ou]l|option|p|page|pre|row|section|si|sp|t[cdhr]|tab|table|tbody|text|tfoot|thead|title|txBody",
    re.IGNORECASE,
)
_SOFT: Final = re.compile(r"=[ \t]*\r?\n")
_WORD: Final = re.compile(r"=\?([\w-]+)(?:\*[\w-]*)?\?([BbQq])\?([^?\s]*)\?=(?:\s+(?==\?))?")  # of a mail's header
_ROUNDS = 3  # an escape within an escape within an escape


def decoded(data: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the texts that bytes may be; true for one that is text for certain, so that its lines mean something."""
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if marked:
        yield data.decode(marked, "replace"), True
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace"), False
        yield data.decode("cp1252", "replace"), False
    else:
        yield text, "\0" not in text
    if b"\0" in data:
        for codec in ("utf-16-le", "utf-16-be"):
            yield data.decode(codec, "replace"), False
            yield data[1:].decode(codec, "replace"), False


def variants(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text and what it says with escapes undone; true where lines are those of the text."""
    done = set()
    for each, lined in _mailed(text):
        plain = _unescaped(each)
        bare = [_unescaped(one) for one in _untagged(each)]
        for one in (each, plain, *bare, *_untagged(plain)):
            if one not in done:
                done.add(one)
                yield one, lined


def _untagged(text: str) -> Iterator[str]:
    """Yield a text without its tags, if it has any: with blanks for those that part words, and with blanks for all."""
    if "<" in text:
        yield _TAG.sub(lambda found: _blank(found, parts=bool(_BREAKING.fullmatch(found["name"] or ""))), text)
        yield _TAG.sub(lambda found: _blank(found, parts=True), text)


def _blank(found: re.Match[str], *, parts: bool) -> str:
    """Give what stands for a tag: its line ends, so that lines keep their numbers; else a blank if it parts words."""
    return "\n" * found[0].count("\n") or " " * parts


def _mailed(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text, and what it says as a mail: with the words of headers, and as quoted-printable."""
    yield text, True
    if "=?" in text:
        yield _WORD.sub(_worded, text), False
    if _QUOTED.search(text) or _SOFT.search(text):
        whole = _SOFT.sub("", text)
        yield _QUOTED.sub(lambda found: _bytes(found[0].replace("=", "")), whole), whole == text


def _unescaped(text: str) -> str:
    for _ in range(_ROUNDS):
        if "%" in text:
            text = _PERCENT.sub(lambda found: _bytes(found[0].replace("%", "")), text)
        if "\\" in text or "%u" in text:
            text = _LETTER.sub(_letter, _OCTETS.sub(_octets, text))
        if "&" in text:
            text = _ENTITY.sub(lambda found: html.unescape(found[0]).replace("\n", " "), text)
    return text


def _bytes(digits: str) -> str:
    """Read bytes that were written as hexadecimal digits; a line end is a blank, so that lines keep their numbers."""
    return _read(bytes.fromhex(digits)).replace("\n", " ")


def _read(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _octets(found: re.Match[str]) -> str:
    """Read bytes as scripts and shells write them: as `x` and two digits, or three octal ones."""
    steps = found[0].split("\\")[1:]
    return _read(bytes(int(each[1:], 16) if each[0] == "x" else int(each, 8) for each in steps)).replace("\n", " ")


def _letter(found: re.Match[str]) -> str:
    if found[4]:
        return "/"
    code = found[1] or found[2] or found[3] or found[5]
    if not code:
        return " "
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and number != 10 else " "  # noqa: PLR2004  Unicode's last, a line end


def _worded(found: re.Match[str]) -> str:
    """Read one word of a mail's header; one that cannot be read stays as it is."""
    charset, way, word = found[1], found[2], found[3]
    try:
        data = (
            base64.b64decode(word + "=" * (-len(word) % 4))
            if way in "Bb"
            else binascii.a2b_qp(word.encode("utf-8", "replace"), header=True)
        )
        return data.decode(charset, "replace")
    except LookupError:
        return _read(data)
    except ValueError:
        return found[0]
