"""`evidence`: copies put on record and looked through."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit import load
from pledgekit.ids import Ref
from pledgekit.view.order import newest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

PAGE = "https://example.org/a"
COPY = b"<html><head><title>\n  What the\n  page says </title></head><body><title>No</title></body></html>"
MADE = f"sha256:{hashlib.sha256(COPY).hexdigest()}"
MORE = """\
[[actions]]
id = "second"
title = "A second"
date = "2024"
sources = [{ url = "https://example.org/a" }]
[[actions.evidence]]
url = "https://example.org/a"
title = "Its own title"
date = "2020"
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the page."""
    path = tmp_path / "copies/below/page.html"
    path.parent.mkdir(parents=True)
    path.write_bytes(COPY)
    return path


def action(program: Program, name: str) -> Any:  # noqa: ANN401 -- an action
    """An action as it stands now."""
    return newest(load(program.root).register.revisions(Ref("oslo-no", name)))


def test_a_copy_is_put_on_record(program: Program, copy: Path) -> None:
    """Every record that rests on the page gets a revision with fingerprint and day; its own title and date stay."""
    path = program.root / "commitments/oslo-no/second.toml"
    path.write_text(MORE, "utf-8")
    before = program.files()
    ran = program("evidence", "capture", PAGE, f"{copy}", "--date", "2023-06", "--archive", "https://archive.org/a")
    assert (0, 2) == (ran.code, len(ran.out.splitlines())), ran.err
    assert before.items() <= program.files().items()
    first, other = action(program, "days").evidence
    assert (MADE, "A page", "2023-06") == (first.sha256, first.title, f"{first.date}")
    assert ("2025-06-01", "https://archive.org/a", "") == (f"{first.captured}", first.archive, other.sha256)
    second = action(program, "second")
    assert ("Its own title", "2020", MADE) == (
        second.evidence[0].title, f"{second.evidence[0].date}", second.evidence[0].sha256,
    )  # fmt: skip
    assert ("What the page says", MADE) == (second.sources[0].title, second.sources[0].sha256)


def test_a_title_given_goes_before_the_page_s_own(program: Program, copy: Path) -> None:
    """What the copy calls itself is taken only where nobody says better, and a copy that is no page says nothing."""
    path = program.root / "commitments/oslo-no/second.toml"
    path.write_text(MORE.replace('title = "Its own title"\n', ""), "utf-8")
    assert 0 == program("evidence", "capture", PAGE, f"{copy}", "--title", "Better", "--captured", "spring 2025").code
    shown = action(program, "second").evidence[0]
    assert ("Better", "2025-03/2025-05") == (shown.title, f"{shown.captured}")
    copy.write_bytes(b"%PDF-1.7")
    path.write_text(MORE.replace('title = "Its own title"\n', "").replace('"second"', '"third"'), "utf-8")
    assert 0 == program("evidence", "capture", PAGE, f"{copy}").code
    assert "" == action(program, "third").evidence[0].title


def test_the_same_copy_again_changes_nothing(program: Program, copy: Path) -> None:
    """Nothing is written, on a later day either, and it says so; a day given anew is put on record."""
    assert 0 == program("evidence", "capture", PAGE, f"{copy}").code
    before = program.files()
    ran = program("--as-of", "2025-07-01", "evidence", "capture", PAGE, f"{copy}")
    assert (0, "", before) == (ran.code, ran.out, program.files())
    assert "nothing was written: this copy is on record" in ran.err
    assert 0 == program("evidence", "capture", PAGE, f"{copy}", "--captured", "2025-05-30").code
    assert "2025-05-30" == f"{action(program, 'days').evidence[0].captured}"


def test_another_copy_takes_its_place_and_says_so(program: Program, copy: Path) -> None:
    """The earlier fingerprint stays in the earlier revision; reviews of the earlier content are named as void."""
    assert 0 == program("evidence", "capture", PAGE, f"{copy}").code
    assert 0 == program("review", "oslo-no/days", "--verdict", "approved", "--by", "B").code
    copy.write_bytes(b"another")
    ran = program("evidence", "capture", PAGE, f"{copy}")
    assert 0 == ran.code
    assert "oslo-no/days: another copy of it was on record" in ran.err
    assert "no longer hold: oslo-no/2025-06-approved-" in ran.err
    assert 3 == action(program, "days").revision


def test_what_is_no_source_is_refused(program: Program, copy: Path) -> None:
    """An address that is not on record, an empty copy, one that is not there: one line, and nothing written."""
    before = program.files()
    ran = program("evidence", "capture", "https://example.org/b", f"{copy}")
    assert (1, "") == (ran.code, ran.out)
    assert ran.err.startswith("pledgekit: https://example.org/b is the address of no source on record; record it first")
    copy.write_bytes(b"")
    ran = program("evidence", "capture", PAGE, f"{copy}")
    assert (1, 1) == (ran.code, ran.err.count("\n"))
    assert "is empty, so it is no copy of a page" in ran.err
    ran = program("evidence", "capture", PAGE, f"{copy}.not-there")
    assert (1, 1) == (ran.code, ran.err.count("\n"))
    assert before == program.files()


def test_nothing_is_written_on_trial(program: Program, copy: Path) -> None:
    """With --dry-run the revision is shown only."""
    before = program.files()
    ran = program("evidence", "capture", PAGE, f"{copy}", "--dry-run", "--remark", "R", "--note", "N")
    assert (0, "", before) == (ran.code, ran.out, program.files())
    assert MADE in ran.err
    assert 'remark = "R"' in ran.err


def test_copies_are_looked_through(program: Program, copy: Path) -> None:
    """Which are as they were taken and which are missing; a missing one ends with 1."""
    folder = f"{copy.parent.parent}"
    assert 0 == program("evidence", "capture", PAGE, f"{copy}").code
    ran = program("evidence", "check", "--copies", folder)
    assert 0 == ran.code, ran.out
    assert "1 copy is as it was taken\n\nno copy is missing\n" in ran.out
    copy.write_bytes(b"changed")
    ran = program("evidence", "check", "--copies", folder)
    assert 1 == ran.code
    assert "it is missing, or was changed\n  oslo-no/days: A page\n" in ran.out


def test_what_could_not_be_shown_is_listed(program: Program) -> None:
    """Pages without copies, once each; old copies; sources without a date; actions on one source or none."""
    many = "\n".join(MORE.replace('"second"', f'"a{n}"') for n in range(3))
    many += 'captured = "2020"\n'
    (program.root / "commitments/oslo-no/many.toml").write_text(many, "utf-8")
    ran = program("evidence", "check")
    assert 0 == ran.code
    expected = """\
8 sources are on record
copies were not looked at: name their folder with --copies

7 sources are pages of which no copy is kept
  https://example.org/a: oslo-no/a0, oslo-no/a0 and oslo-no/a1, and 4 more

1 copy is older than two years
  oslo-no/a2: Its own title (taken 2020)

5 sources have no date
  oslo-no/a0: https://example.org/a
  oslo-no/a1: https://example.org/a
  oslo-no/a2: https://example.org/a
  oslo-no/days: A page
  oslo-no/days: Another page

1 action rests on no source
  munich-de/plan: A plan

3 actions rest on one source
  oslo-no/a0: A second
  oslo-no/a1: A second
  oslo-no/a2: A second
"""
    assert expected == ran.out
    assert "pledgekit evidence capture URL FILE" in ran.err


def test_programs_read_it_too(program: Program, copy: Path) -> None:
    """With --json the same lists, with what is known of each source."""
    assert 0 == program("evidence", "capture", PAGE, f"{copy}").code
    told = json.loads(program("evidence", "check", "--json", "--copies", f"{copy.parent}").out)
    assert ("pledgekit/evidence", 1, 2) == (told["format"], told["format_version"], told["sources"])
    (found,) = told["found"]
    expected = {
        "ref": "oslo-no/days", "key": "evidence[0]", "title": "A page", "url": PAGE, "date": None,
        "sha256": MADE, "captured": "2025-06-01", "archive": "",
    }  # fmt: skip
    assert expected == found
    assert [{"ref": "munich-de/plan", "title": "A plan", "sources": 0}] == told["thin"]
    assert datetime.date.fromisoformat(told["as_of"]) == datetime.date(2025, 6, 1)


def test_a_register_with_copies_of_everything(program: Program) -> None:
    """What is in order is said in as many words."""
    for path in program.root.rglob("*.toml"):
        if path.parent.name in ("oslo-no", "munich-de") and path.name != "city.toml":
            path.unlink()
    text = (program.root / "commitments/munich-de/city.toml").read_text("utf-8")
    (program.root / "commitments/munich-de/city.toml").write_text(text.split("[[actions]]")[0], "utf-8")
    ran = program("evidence", "check")
    assert "no source is on record\n" in ran.out
    assert "of every page a copy is kept\n" in ran.out
    assert "every action has a source\n" in ran.out
    assert "" == ran.err
