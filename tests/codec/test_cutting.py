"""Records are cut out of a file; every other byte stays, or it is refused."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.codec.cutting import cut
from tests.strategies import texts

TOMB = '[[retractions]]\nid = "r"\n'
FILE = """\
# a file

# about a
[[actions]]
id = "a"
x = [
  [1],
  ["actions"],
]
[[actions.evidence]]  # its own
title = "e"

# about b
[[actions]]
id = "b"
text = \"\"\"
[[actions]]
# no comment
\"\"\"

[[updates]]
id = "u"
[[actions.evidence]]
title = "f"
"""


def test_a_record_goes_with_its_parts_and_comments() -> None:
    """Its sub-tables and the comments directly above it go; what stands instead takes its place."""
    whole = FILE.index("# about a"), FILE.index("\n# about b")
    expected = FILE[: whole[0]] + TOMB + FILE[whole[1] :]
    assert expected == (cut(FILE.encode(), {("actions", 0)}, TOMB) or b"").decode()


def test_parts_that_stand_elsewhere_go_too() -> None:
    """A sub-table after another record still belongs to the last of its kind."""
    made = (cut(FILE.encode(), {("actions", 1)}) or b"").decode()
    assert FILE[: FILE.index("# about b")] + '[[updates]]\nid = "u"\n' == made


def test_nothing_is_left() -> None:
    """None when no record remains, whatever comments do; with something instead, that remains."""
    every = {("actions", 0), ("actions", 1), ("updates", 0)}
    assert cut(FILE.encode(), every) is None
    assert {"retractions": [{"id": "r"}]} == tomllib.loads((cut(FILE.encode(), every, TOMB) or b"").decode())


def test_line_ends_and_marks_stay() -> None:
    """Windows line ends, a byte order mark and a missing last line end stay as they are."""
    text = "\ufeff" + FILE.replace("\n", "\r\n").rstrip()
    made = (cut(text.encode(), {("updates", 0)}, TOMB) or b"").decode()
    at = text.index("[[updates]]")
    after = text.index("[[actions.evidence]]\r\n", at)
    assert text[:at] + TOMB.replace("\n", "\r\n") + text[after:] == made


@pytest.mark.parametrize(
    "text",
    [
        'actions = [{ id = "a" }, { id = "b" }]\n',
        "[[actions]]\nid = 'a'\n[city]\nid = 'c'\n\x00",
    ],
)
def test_unusual_forms_are_refused(text: str) -> None:
    """An inline array, or a file that cannot be read, is refused rather than harmed."""
    with pytest.raises(ValueError, match=r"headers of their own|NUL"):
        cut(text.encode(), {("actions", 0)}, TOMB)


@given(st.lists(st.tuples(st.sampled_from(["actions", "notes", "updates"]), texts()), min_size=1), st.data())
def test_all_others_stay(records: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever is cut, what is left is exactly the others, in their order and with their bytes."""
    import tomli_w

    blocks, places, count = [], [], dict.fromkeys(("actions", "notes", "updates"), 0)
    for table, text in records:
        places.append((table, count[table]))
        count[table] += 1
        blocks.append(f"# {table}\n[[{table}]]\n" + tomli_w.dumps({"text": text}))
    gone = data.draw(st.sets(st.sampled_from(places)))
    left = "".join(block for block, place in zip(blocks, places, strict=True) if place not in gone)
    assert (left.encode() or None) == cut("".join(blocks).encode(), gone)
