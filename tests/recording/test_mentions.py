"""Mentions: refs, texts and comments that name a record are found, by line; its tombstone and likenesses are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.dates import Period
from pledgekit.errors import DiskError
from pledgekit.ids import Ref
from pledgekit.model.deeds import Action, Evidence
from pledgekit.model.lanes import Update
from pledgekit.model.people import Contact
from pledgekit.model.record import Source
from pledgekit.recording.mentions import Mention, echoes, mentions, moved

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.model.record import Record

LONG = Ref("oslo-no", "2024-06-dialogue-k7f3a9c2")
SHORT = Ref("oslo-no", "days")


def named(root: Path, ref: Ref, text: str, name: str = "commitments/oslo-no/x.toml") -> list[Mention]:
    """What a file with this text says."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")
    return list(mentions(root, ref, {}))


@pytest.mark.parametrize(
    ("line", "ref", "what"),
    [
        ('text = "see oslo-no/days."', SHORT, "note"),
        ("# of oslo-no/days", SHORT, "comment"),
        ('a = "#" # of oslo-no/days', SHORT, "comment"),
        ('text = "# oslo-no/days"', SHORT, "note"),
        ('text = "2024-06-dialogue-k7f3a9c2, asked"', LONG, "note"),
        ('record = "oslo-no/days"', SHORT, "note"),
        ('text = "the days"', SHORT, ""),
        ('text = "oslo-no/days-2 or west-oslo-no/days"', SHORT, ""),
        ('text = "2024-06-dialogue-k7f3a9c2-r2"', LONG, ""),
    ],
)
def test_who_names_it(tmp_path: Path, line: str, ref: Ref, what: str) -> None:
    """By its ref, or in the files of its owner by an id that is no everyday word."""
    expected = [Mention("commitments/oslo-no/x.toml", 3, what)] if what else []
    assert expected == named(tmp_path, ref, f"[[notes]]\nid = 'n'\n{line}\n")


def test_elsewhere_an_id_alone_is_none(tmp_path: Path) -> None:
    """In files of others the whole ref is looked for."""
    other = "commitments/munich-de/x.toml"
    assert [] == named(tmp_path, LONG, f"# {LONG.id}\n", other)
    assert [Mention(other, 1, "comment")] == named(tmp_path, LONG, f"# {LONG}\n", other)


def test_names_of_files_and_tombstones(tmp_path: Path) -> None:
    """A file that bears the id is named; a retraction has to name it, and is passed over but for its words."""
    name = f"commitments/oslo-no/{LONG.id}.toml"
    text = f'[[retractions]]\nid = "r"\nrecord = "{LONG}"\ntext = "{LONG} is private"\n'
    assert [Mention(name, 0, "name"), Mention(name, 4, "retraction")] == named(tmp_path, LONG, text, name)


def test_files_as_they_will_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes is looked through as it will be; what cannot be opened is passed over."""
    name = "commitments/oslo-no/x.toml"
    assert [Mention(name, 1, "comment")] == named(tmp_path, SHORT, "# oslo-no/days\n")
    changed = mentions(tmp_path, SHORT, {name: b"\n# oslo-no/days\n"})
    assert [Mention(name, 2, "comment")] == list(changed)
    assert [] == list(mentions(tmp_path, SHORT, {name: None}))

    def broken(*_: object) -> bytes:
        raise DiskError("it is gone")

    monkeypatch.setattr("pledgekit.recording.mentions.read_file", broken)
    assert [] == list(mentions(tmp_path, SHORT, {}))


@given(st.lists(st.sampled_from("abc"), min_size=1), st.data())
def test_lines_that_stay_are_found_again(lines: list[str], data: st.DataObject) -> None:
    """Whatever block goes and whatever comes for it, a line that stays is told where it will be."""
    numbered = [f"{each}{number}" for number, each in enumerate(lines)]
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, len(lines)))
    new = [*numbered[:start], "new", *numbered[end:]]
    was, now = "\n".join(numbered).encode(), "\n".join(new).encode()
    for number, line in enumerate(numbered, 1):
        assert (new.index(line) + 1 if line in new else number) == moved(was, now, number)
    assert 1 == moved(was, None, 1)


def echoed(root: Path, text: str, *records: Record) -> list[tuple[int, str]]:
    """Where a file with this text holds words of records."""
    path = root / "commitments" / "oslo-no" / "x.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return [(each.line, each.what) for each in echoes(root, records, {})]


ACTION = Action(
    id="a",
    title='The "open" house',
    kind="event",
    note="short",
    lang="en",
    sources=(Source(title="The list of all cities"),),
    evidence=(Evidence(title="A talk with her", kind="news"),),
    translations={"nl": {"title": "Het open huis"}},
    extra={"com-x": ["a word of our own"]},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r'title = "the \"Open\" house, again"', [(1, "title")]),
        ('text = """\nThe\n"open"   house"""', [(2, "title")]),
        ('# A talk with her\n\nx = "Het open huis"', [(1, "title"), (3, "translations")]),
        ('x = "a word of our own"', [(1, "extra")]),
        ('x = "A talk with heroes, short"', []),
        ('sources = [{ title = "The list of all cities" }]', []),
    ],
)
def test_texts_of_a_record_are_found(tmp_path: Path, text: str, expected: list[tuple[int, str]]) -> None:
    """Whatever their lines, case and quotes; not in longer words, and neither short ones nor what many share."""
    expected = [(line, "evidence" if key == "title" and "talk" in text else key) for line, key in expected]
    assert expected == echoed(tmp_path, text, ACTION)


def test_names_and_addresses_are_found_however_short(tmp_path: Path) -> None:
    """Of every revision; a letter or two is no name, and an office is that of many."""
    held = [Contact(id="c", name="Bo Li", role="focal point", phone="070 1"), Contact(id="c", name="X", email="b@l.i")]
    text = '# Bo Li\n# 070 1\n# B@L.I\nx = "X"\ny = "focal point"\n'
    assert [(1, "name"), (2, "phone"), (3, "email")] == echoed(tmp_path, text, *held)


def test_a_record_without_words_has_no_echo(tmp_path: Path) -> None:
    """Refs, periods and words of scales are not its own."""
    update = Update(id="u", commitment=Ref("d", "c"), period=Period.parse("2024-01/2024-12"), completion="limited")
    assert [] == echoed(tmp_path, 'x = "2024-01/2024-12 limited d/c"', update)
