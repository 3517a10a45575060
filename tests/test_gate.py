"""The gate: what is handed to the TOML parser, and what is refused before it."""

from __future__ import annotations

import string
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.gate import LIMIT_BYTES, Refusal, admit

if TYPE_CHECKING:
    from collections.abc import Callable


def refused(data: bytes) -> tuple[str, int]:
    """Code and line of a refusal; fails when the bytes are admitted."""
    outcome = admit(data)
    assert isinstance(outcome, Refusal)
    assert outcome.message
    assert outcome.remedy
    return outcome.code, outcome.line


def said(data: bytes) -> str:
    """Message and remedy of a refusal."""
    outcome = admit(data)
    assert isinstance(outcome, Refusal)
    return f"{outcome.message}; {outcome.remedy}"


def brackets(levels: int, *, before: str = "", inside: str = "") -> bytes:
    """A document with arrays nested so many levels deep."""
    return f"{before}x = {'[' * levels}{inside}{']' * levels}\n".encode()


def keys(parts: int, *, part: str = "a", join: str = ".") -> str:
    """A dotted key of so many parts."""
    return join.join([part] * parts)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\n",
        "# only a comment",
        "a = 1\r\nb = '''\r\ntwo\r\n'''\r\n",
        'a = "https://www.example.org/1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18"',
        'a = """\n=======\n"""',
        'a = """\n<<<<<<< HEAD\n"""',
        'a = """\n<<<<<<< HEAD\n=======\n"""',
        "a = '<<<<<<< HEAD' # >>>>>>> them",
        "a = " + repr("[{" * 500),
        "# " + "[{" * 500 + "\na = 1",
        "a = '''\n" + "[" * 100 + "\n'''\nb = '''x'''''",
        'a = """\n' + "[" * 100 + ' ""\\" " " \\""""""\nb = 1',
        'a = "\\\\"\nb = "' + "[" * 100 + '\\""',
        'a = "C:\\\\"\nb = "' + keys(20) + '\\""',
        "a = '\\'\nb = '" + "[" * 100 + "'",
        "a = '''it''s'''\nb = \"" + "'''" + "[" * 70 + '"',
        "a = [ # " + "[" * 100 + "\n1]\n",
        "".join(f"a{number} = [[{{b = [1, 2]}}], []] # it's \"\n" for number in range(100)),
        "".join(f'a{number} = [\'it"s\', "x\'s", ""] # ]\n' for number in range(100)),
        "".join(f'[["a.b".c]]\nd = """He said "yes" and "no".""" # {number}\n' for number in range(100)),
        "".join(f"[[a]]\nd = '''He said 'yes' and 'no'.'''\n e = '{number}'\n" for number in range(100)),
    ],
)
def test_legal_text_passes_as_it_is(text: str) -> None:
    """A legal document within the limits is admitted unchanged, whatever its strings and comments hold."""
    assert tomllib.loads(text) is not None
    assert admit(text.encode()) == text


def test_byte_order_mark_is_dropped() -> None:
    """A UTF-8 byte order mark is accepted, and the parser does not see it."""
    assert admit(b"\xef\xbb\xbfa = 1") == "a = 1"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_empty_file(data: bytes) -> None:
    """A file without a word is a problem, never an empty record."""
    assert refused(data) == ("empty-file", 1)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (bytes(4096), 1, "nothing but NUL bytes"),
        (b"\0\0\n\0", 1, "nothing but NUL bytes"),
        (b"a = 1\nb = 2\n" + bytes(500), 3, "contains NUL bytes"),
        (b"a\0\0b", 1, "contains NUL bytes"),
    ],
)
def test_nul_bytes(data: bytes, line: int, words: str) -> None:
    """NUL bytes are named with the line where they begin."""
    assert refused(data) == ("nul-bytes", line)
    assert words in said(data)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised(encoding: str) -> None:
    """UTF-16 is named as such, with its mark and without."""
    data = 'title = "The Hague"\n'.encode(encoding)
    assert refused(data) == ("not-utf-8", 1)
    assert "UTF-16" in said(data)
    assert "save it with the encoding UTF-8" in said(data)


def test_windows_1252_is_recognised() -> None:
    """A byte of Windows-1252 is named with its line and with the letter that it was."""
    data = 'a = 1\nb = "Orléans"\n'.encode("cp1252")
    assert refused(data) == ("not-utf-8", 2)
    assert "Windows-1252, where the byte 0xE9 is é" in said(data)


def test_truncated_character_is_recognised() -> None:
    """A file cut off within a character is said to be cut off."""
    data = 'a = 1\nb = "Orlé'.encode()[:-1]
    assert refused(data) == ("not-utf-8", 2)
    assert "its end seems to be lost" in said(data)


def test_unknown_encoding() -> None:
    """A byte that is no letter in Windows-1252 either gets no guess."""
    data = b"a = 1\n\nb = '\x81'"
    assert refused(data) == ("not-utf-8", 3)
    assert "the byte 0x81 has no meaning here" in said(data)


def test_too_large() -> None:
    """The limit is 5 MB: a file of exactly that size passes, one byte more does not."""
    comment = b"#" * LIMIT_BYTES
    assert admit(comment) == comment.decode()
    assert refused(comment + b"#") == ("too-large", 1)


@pytest.mark.parametrize("around", ["", "\n" * 200_000, 'a = """"""\n' * 2, "a = ''''''\n" * 2])
def test_nesting_of_64_is_the_limit(around: str) -> None:
    """64 levels pass, 65 do not, in small files and large ones."""
    assert admit(brackets(64, before=around)) == brackets(64, before=around).decode()
    assert refused(brackets(65, before=around)) == ("too-deep", around.count("\n") + 1)


@pytest.mark.parametrize(
    "data",
    [
        brackets(900),
        b"x = " + b"[" * 1_000_000,
        b"x = " + b"{a = " * 100,
        b"x = " + b'["]", ' * 100,
        b"x = " + b'["\\"]", ' * 100,
        b"x = " + b"['\"]', " * 100,
        b"x = " + b"[ # ]\n" * 100,
        b"x = " + b'["""\n]""", ' * 100,
        b"x = " + b"['''\n]''', " * 100,
        b'x = """ "" """\ny = ' + b'["]", ' * 100,
        b'x = """ "a" "b"c" """\ny = ' + b'["]", ' * 100,
        b"x = [[1, ]], 2]\n" + brackets(100),
    ],
)
def test_deep_nesting_does_not_hide(data: bytes) -> None:
    """Closing brackets in strings and comments close nothing."""
    assert refused(data)[0] == "too-deep"


@pytest.mark.parametrize(
    "make",
    [
        lambda key: f"{key} = 1",
        lambda key: f"[{key}]",
        lambda key: f"\n\n[[ {key} ]]\n",
        lambda key: f"a = {{b = {{ {key} = 1 }}}}",
    ],
)
@pytest.mark.parametrize(
    ("part", "join"), [("a", "."), ("a-1", " .\t"), ('"a.=]"', "."), ("'\"'", "."), ('"\\"\\\\"', " . ")]
)
def test_key_of_16_parts_is_the_limit(make: Callable[[str], str], part: str, join: str) -> None:
    """A key of 16 parts passes, one of 17 does not, wherever it stands and however it is quoted."""
    legal = make(keys(16, part=part, join=join))
    long = make(keys(17, part=part, join=join))
    # (Not parsed here where a table would be repeated: only the gate is looked at.)
    assert admit(legal.encode()) == legal
    assert refused(long.encode()) == ("too-deep", long.count("\n", 0, len(long.rstrip())) + 1)


def test_endless_key() -> None:
    """A key on which the parser would not end is refused, in a large file too."""
    assert refused(keys(100_000).encode() + b" = 1") == ("too-deep", 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> them\n", 2),
        ("<<<<<<< HEAD\r\nb = 1\r\n=======\r\n", 1),
        ("a = 1\n>>>>>>> them\n", 2),
        ('a = """\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> them\n"""\n', 2),
        ("a = '''\r\nx\r\n<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> them\r\n'''\r\n", 3),
    ],
)
def test_conflict_markers(text: str, line: int) -> None:
    """A marker outside strings is refused; within a text only a whole merge is, since it would be printed."""
    assert refused(text.encode()) == ("conflict-markers", line)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """The gate never raises, and the line it names lies within the file."""
    outcome = admit(data)
    if isinstance(outcome, Refusal):
        assert 1 <= outcome.line <= data.count(b"\n") + 1
    else:
        assert outcome.encode() == data.removeprefix(b"\xef\xbb\xbf")


_STRINGS = st.text(alphabet="[]{}\"'#.\\\n =a", max_size=12).map(
    lambda text: '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
) | st.text(alphabet='[]{}"# .=a', max_size=12).map(lambda text: f"'{text}'")
_VALUES = st.recursive(
    _STRINGS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + " # ]\n]")
        | inner.map(lambda item: "{a.b = " + item + "}")
    ),
    max_leaves=8,
)


@given(st.lists(_VALUES, min_size=1, max_size=5), st.integers(0, 80))
def test_only_real_brackets_count(values: list[str], levels: int) -> None:
    """Whatever strings and comments hold, a document passes exactly when its own brackets are within the limit."""
    noise = "".join(f"k{number} = {value}\n" for number, value in enumerate(values))
    filler = "".join(f"f{number} = [[]]\n" for number in range(40))
    text = f"{filler}{noise}{brackets(levels, inside=values[0]).decode()}"
    assert tomllib.loads(text) is not None
    inside = depth_of(tomllib.loads(f"x = {values[0]}")["x"])
    outcome = admit(text.encode())
    assert (outcome == text) == (levels + inside <= 64)


def depth_of(value: object) -> int:
    """How many brackets stand around the innermost value; `{a.b = …}` is one bracket and two tables."""
    if isinstance(value, list):
        return 1 + max((depth_of(item) for item in value), default=0)
    if isinstance(value, dict):
        return 1 + depth_of(value["a"]["b"])
    return 0


@given(st.text(alphabet=string.ascii_letters + string.punctuation + " \n", max_size=300))
def test_refusals_of_random_text(text: str) -> None:
    """Short random text never is too deep: that takes 65 brackets or 17 parts."""
    outcome = admit(text.encode())
    if isinstance(outcome, Refusal) and outcome.code == "too-deep":
        assert max(text.count("[") + text.count("{"), text.count(".") + 49) > 64
