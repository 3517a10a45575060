"""Canonical form: the same values, every comment, the same order; tidied twice is tidied once."""

from __future__ import annotations

import re
import tomllib
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.layout import written_key
from pledgekit.codec.plain import plain
from pledgekit.codec.tidy import tidy
from pledgekit.codec.write import dumps
from pledgekit.gate import Refusal
from pledgekit.model.kinds import KINDS
from tests.strategies import records

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

ROOT = Path(__file__).resolve().parent.parent.parent
REMARK = re.compile(r"# said \d+\.")


def tidied(text: str) -> str:
    """The canonical text of a file that has one."""
    made = tidy(text.encode())
    assert isinstance(made, str), made
    return made


def refused(text: str) -> Refusal:
    """Why a file has no canonical text."""
    made = tidy(text.encode())
    assert isinstance(made, Refusal), made
    return made


class Scribe:
    """Writes values as a person might: keys in any order, lists over lines, comments wherever TOML allows them."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.number = count(1)

    def chance(self) -> bool:
        """Yes or no."""
        return self.data.draw(st.booleans())

    def comment(self) -> str:
        """A comment that stands once."""
        return f"# said {next(self.number)}."

    def above(self) -> str:
        """Empty lines and comments in lines of their own."""
        lines = self.data.draw(st.lists(st.booleans(), max_size=3))
        return "".join(f"{self.comment()}\n" if each else "\n" for each in lines)

    def beside(self) -> str:
        """The end of a line, with a comment or without."""
        return f" {self.comment()}\n" if self.chance() else "\n"

    def items(self, values: list[Any]) -> str:
        """A list, on one line or with its items on lines of their own."""
        if not self.chance():
            return inline(values)
        items = "".join(f"{self.above()}{inline(each)},{self.beside()}" for each in values)
        return f"[{self.beside()}{items}{self.above()}]"

    def table(self, header: str, values: dict[str, Any], brackets: str) -> str:
        """A table under its header, its inner tables as inline ones or under headers of their own."""
        made = f"{self.above()}{brackets.format(header)}{self.beside()}"
        below = ""
        for key in self.data.draw(st.permutations(list(values))):
            value, name = values[key], written_key(key)
            tables = isinstance(value, list) and value and all(isinstance(each, dict) for each in value)
            if isinstance(value, dict) and self.chance():
                below += self.table(f"{header}.{name}", value, "[{}]")
            elif tables and self.chance():
                below += "".join(self.table(f"{header}.{name}", each, "[[{}]]") for each in value)
            else:
                text = self.items(value) if isinstance(value, list) else inline(value)
                made += f"{self.above()}{name} = {text}{self.beside()}"
        return made + below


def inline(value: object) -> str:
    """Any value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written_key(key)} = {inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(each) for each in value) + "]"
    return tomli_w.dumps({"v": value})[4:-1]


@given(data=st.data())
def test_nothing_is_lost_wherever_comments_stand(data: st.DataObject) -> None:
    """Of any file the values are kept, every comment, and the order of the records; and once more changes nothing."""
    scribe = Scribe(data)
    kinds = data.draw(st.lists(st.sampled_from([KINDS[each] for each in ("actions", "updates", "events")]), max_size=3))
    text = ""
    for kind in kinds:
        text += scribe.table(kind.table, plain(data.draw(records(kind))), "[[{}]]")
    text += scribe.above() + scribe.comment()
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    made = tidied(text)
    assert tomllib.loads(text) == tomllib.loads(made)
    assert sorted(REMARK.findall(text)) == sorted(REMARK.findall(made))
    assert [f"[[{kind.table}]]" for kind in kinds] == re.findall(r"^\[\[[a-z]+\]\]", made, re.MULTILINE)
    assert made == tidied(made)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
def test_what_is_written_is_canonical(kind: Kind[Any], data: st.DataObject) -> None:
    """Tidying changes nothing of what recording writes."""
    text = dumps(data.draw(st.lists(records(kind), min_size=1, max_size=1 if kind.single else 2)))
    assert text == tidied(text)


@given(data=st.data())
def test_a_comment_anywhere_is_kept_or_refused(data: st.DataObject) -> None:
    """Put a comment at the end of any line: where the result is TOML it is kept, or the file is refused."""
    lines = LAID_OUT.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] += " # said 1."
    text = "\n".join(lines)
    made = tidy(text.encode())
    if isinstance(made, str):
        assert tomllib.loads(text) == tomllib.loads(made)
        assert made.count("# said 1.") == text.count("# said 1.")


LAID_OUT = """\
[[actions]]
id = "a"
extra = { a = [
  [
    1,
  ],
  2,
] }
summary = '''
a
b'''
"""


def test_the_register_here_is_canonical() -> None:
    """Every file of this repository's register is in canonical form."""
    files = [path for home in ("declarations", "commitments") for path in (ROOT / home).rglob("*.toml")]
    assert files
    assert [] == [path for path in files if tidy(path.read_bytes()) != path.read_text("utf-8")]


def test_what_canonical_form_looks_like() -> None:
    """Keys find their places and take their comments along; paragraphs above records and last words stay."""
    text = """\
#:schema ../x.json

# Oslo.
[city] # beside a header
name = 'Oslo'   # beside a key
# above a key

id="oslo-no"
aliases = [ # first
  "Christiania", # until 1924
  # then
  "Kristiania"
  , # until 1925
  # no others
]
kind = \"\"\"city\"\"\"
# last words of Oslo


# of the first action
[[actions]]
title = \"\"\"
Two
lines\"\"\" # long
id = "a"
sources = [ { url = "u", title = "T" }, # best
  { title = "B" } ] # two
# its extra

[actions.extra]
# of ours
b = 1
[[endorsements]]
id = "e"
[[actions]]
id = "b"
whatever = 1
title = "B"
# last words of all

# of the file
"""
    expected = """\
#:schema ../x.json

# Oslo.
[city]  # beside a header
# above a key
id = "oslo-no"
name = "Oslo"  # beside a key
aliases = [
    # first
    "Christiania",  # until 1924
    # then
    "Kristiania",  # until 1925
    # no others
]
kind = "city"
# last words of Oslo

# of the first action
[[actions]]
id = "a"
title = \"\"\"
Two
lines\"\"\"  # long
# two
[[actions.sources]]  # best
title = "T"
url = "u"
[[actions.sources]]
title = "B"
# its extra
[actions.extra]
# of ours
b = 1

[[endorsements]]
id = "e"

[[actions]]
id = "b"
title = "B"
whatever = 1
# last words of all

# of the file
"""
    assert expected == tidied(text)
    assert expected == tidied(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeff[city]\r\nid = 'a'\r\n", '[city]\nid = "a"\n'),
        ("# nothing yet", "# nothing yet\n"),
        ("# a\n\n\n# b\n\n", "# a\n\n# b\n"),
        ("[city]\nid = 'a'\nrevision = 1\naliases = []\n", '[city]\nid = "a"\nrevision = 1\naliases = []\n'),
        ("city.id = 'a' # b\ncity.name = 'A'", '[city]\nid = "a"  # b\nname = "A"\n'),
        ("city = { name = 'A', id = 'a' } # b", '[city]  # b\nid = "a"\nname = "A"\n'),
        ("[city]\naliases = [ # none\n]", "[city]\naliases = [\n    # none\n]\n"),
        ('["a b"]\nz = 1\na = 2', '["a b"]\nz = 1\na = 2\n'),
        ("[[city]]\nid = 1", "[[city]]\nid = 1\n"),
        ("[city.population]\nvalue = 1 # b", "[city]\n[city.population]\nvalue = 1  # b\n"),
        ("[city]\nuntil_text = 'x'\nid = 'a'", '[city]\nid = "a"\nuntil_text = "x"\n'),
        ("[city]\naliases = [\n'a' # b\n, # c\n'd']", '[city]\naliases = [\n    "a",  # b\n    # c\n    "d",\n]\n'),
        (
            "[city]\nname = 'A'\n[[actions]]\n[city.extra] # b\n[[actions]]\n",
            '[city]\nname = "A"\nextra = {}  # b\n\n[[actions]]\n\n[[actions]]\n',
        ),
    ],
)
def test_small_files(text: str, expected: str) -> None:
    """Each has the canonical text that one expects."""
    assert expected == tidied(text)
    assert expected == tidied(expected)


def test_one_value_typed_two_ways_is_one_value() -> None:
    """The text changes where TOML has several spellings of one value; the value does not."""
    made = tidied("[x]\na = 0x10\nb = 1e3\nc = 2024-01-01 12:00:00+00:00\nd = nan\ne = 2024-01-01T12:00:00+02:00")
    expected = "[x]\na = 16\nb = 1000.0\nc = 2024-01-01T12:00:00Z\nd = nan\ne = 2024-01-01T12:00:00+02:00\n"
    assert expected == made


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[city]\nname = ", "syntax", 2),
        ("", "empty-file", 1),
        ("title = 1", "unknown-table", 1),
        ("[city]\n\n[[actions]]\nextra = { a = [\n[ # odd\n1]] }", "not-canonical", 5),
    ],
)
def test_what_cannot_be_kept_is_refused(text: str, code: str, line: int) -> None:
    """A file that is no TOML, has loose keys, or comments where no line is, is refused with the line."""
    found = refused(text)
    assert (code, line) == (found.code, found.line)
    assert found.message
    assert found.remedy


def test_a_changed_value_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the writer to change a value, even to an equal one of another type, the file would be refused."""
    monkeypatch.setattr("pledgekit.codec.tidy.arranged", lambda values, _: {**values, "revision": 1.0})
    assert "not-canonical" == refused("[city]\nrevision = 1").code


def test_records_of_inline_arrays_get_headers() -> None:
    """Each becomes a record with a header of its own, in their order and with every comment; twice is once."""
    text = (
        "# acts\n"
        'actions = [{ title = "T", id = "a", evidence = [{ title = "E" }] }, # first\n'
        "  # second\n"
        '  { id = "b", title = "U" }, # b\n'
        "  # last\n"
        "] # all\n"
        'city = { id = "oslo-no" }\n'
    )
    made = (
        '# acts\n# all\n# last\n[[actions]]  # first\nid = "a"\ntitle = "T"\n[[actions.evidence]]\ntitle = "E"\n\n'
        '# second\n[[actions]]  # b\nid = "b"\ntitle = "U"\n\n[city]\nid = "oslo-no"\n'
    )
    assert made == tidied(text)
    assert made == tidied(made)


def test_an_empty_array_is_to_be_deleted() -> None:
    """It has no records that could get headers."""
    assert "delete the line" in refused("notes = []\n").remedy
    assert "above it" in refused("notes = [{}, 1]\n").remedy
