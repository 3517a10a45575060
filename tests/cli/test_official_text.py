"""The official text arrives: clauses are taken in, working titles led to them, and nothing is lost on the way.

The clauses here are plainly invented; nothing is claimed of the real text.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.cli.small import Program
from tests.importing.test_documents import numbered, paragraph, word

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).resolve().parents[2]
WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight")
LEADS: Final = {  # which clause of the test text takes the place of which working titles; one becomes two, one none
    "c1": ("speak-out", "city-voice"),
    "c2": ("inclusive-identity", "own-workplace"),
    "c3": ("community-partnership", "youth"),
    "c4": ("local-prevention-framework",),
    "c5": ("safeguard-democracy", "protect-targets"),
    "c6": ("online-harms",),
    "c7": ("prepare-respond-recover",),
    "c8": ("national-local",),
}
MATRIX: Final = "What cities reported for 2025, commitment by commitment"
SEVERAL: Final = "city-to-city"
NONE: Final = "monitor-evaluate"


def text_file() -> bytes:
    """The test text, numbered, each clause with a title of ours above it."""
    parts = [f"Title: Test title {each}\n{at}. Clause {each} of the test text.\n" for at, each in enumerate(WORDS, 1)]
    return "\n".join(["A preamble of the test text.\n", *parts]).encode()


def word_file() -> bytes:
    """The same in Word, with its own numbers."""
    levels = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
        'w:abstractNumId="0"><w:lvl><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = "".join(
        paragraph(f"Title: Test title {each}") + paragraph(f"Clause {each} of the test text.", numbered("1"))
        for each in WORDS
    )
    return word(paragraph("A preamble of the test text.") + body, numbering=levels)


def csv_file() -> bytes:
    """The same as a list."""
    rows = [
        f"c{at},{at},Test title {each},Clause {each} of the test text.,official" for at, each in enumerate(WORDS, 1)
    ]
    return "\n".join(["id,number,title,text,wording", *rows]).encode()


@pytest.fixture
def hague(tmp_path: Path, program: Program, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program on a copy of this repository's register; without a terminal, with a known user."""
    assert program.root.is_dir()
    for name in ("declarations", "commitments"):
        shutil.copytree(ROOT / name, tmp_path / "hague" / name)
    return Program(tmp_path / "hague", capsys)


def done(program: Program, *arguments: str) -> Any:  # noqa: ANN401  text or JSON
    """Run a command that must succeed; give what it says on stdout, read when it is JSON."""
    ran = program.bare("--root", f"{program.root}", "--as-of", "2026-11-30", *arguments)
    assert 0 == ran.code, ran.err
    return json.loads(ran.out) if "--json" in arguments or "json" in arguments else ran.out


def actions(program: Program) -> dict[str, list[str]]:
    """Every action on record with the commitments of the Hague Declaration that it is filed under."""
    return {
        each["ref"]: [ref for ref in each.get("commitments", []) if ref.startswith("hague-2022/")]
        for each in done(program, "list", "actions", "--json")["items"]
    }


def found(program: Program, code: str) -> list[dict[str, Any]]:
    """What `check` finds of one code."""
    problems: list[dict[str, Any]] = done(program, "check", "--only", code, "--format", "json")["problems"]
    return problems


def refs_at(program: Program, problems: Iterable[dict[str, Any]]) -> set[str]:
    """The actions in which problems were found."""
    items = done(program, "list", "actions", "--json")["items"]
    at = {(each["file"], each["line"]): each["ref"] for each in items}
    return {
        max(((line, ref) for (file, line), ref in at.items() if file == each["file"] and line <= each["line"]))[1]
        for each in problems
    }


@pytest.mark.parametrize(("name", "data"), [("t.txt", text_file()), ("t.docx", word_file()), ("t.csv", csv_file())])
def test_clauses_are_taken_in_from_every_format(hague: Program, tmp_path: Path, name: str, data: bytes) -> None:
    """The same eight records from text, Word and a list; the second time there is nothing to do."""
    (tmp_path / name).write_bytes(data)
    take = ("import", "commitments", f"{tmp_path / name}", "--declaration", "hague-2022")
    before = hague.files()
    assert "8 new, 0 the same, 0 changed, 0 refused" in done(hague, *take)
    assert before == hague.files()
    assert [f"declarations/hague-2022/c{at}.toml" for at in range(1, 9)] == done(hague, *take, "--apply").splitlines()
    items = done(hague, "list", "commitments", "--declaration", "hague-2022", "--json")["items"]
    made = {
        each["id"]: (each["number"], each["title"], each["text"]) for each in items if each["wording"] == "official"
    }
    expected = {
        f"c{at}": (f"{at}", f"Test title {each}", f"Clause {each} of the test text.")
        for at, each in enumerate(WORDS, 1)
    }
    assert expected == made
    assert "0 new, 8 the same, 0 changed, 0 refused" in done(hague, *take)


def test_the_official_text_arrives(hague: Program, tmp_path: Path) -> None:
    """Eight clauses take the place of fourteen titles; every action ends under a clause or among the open ones."""
    before = actions(hague)
    titles = {
        each["id"] for each in done(hague, "list", "commitments", "--declaration", "hague-2022", "--json")["items"]
    }
    assert titles == {each for several in LEADS.values() for each in several} | {SEVERAL, NONE}
    files = hague.files()
    (tmp_path / "text.txt").write_bytes(text_file())
    take = ("import", "commitments", f"{tmp_path / 'text.txt'}", "--declaration", "hague-2022", "--source", "a letter")
    done(hague, *take, "--apply")
    for clause, led in LEADS.items():
        done(hague, "correct", *(f"hague-2022/{each}" for each in led), f"superseded_by=hague-2022/{clause}")
    both = 'superseded_by=["hague-2022/c7", "hague-2022/c8"]'
    done(hague, "correct", f"hague-2022/{SEVERAL}", both)
    done(hague, "correct", "hague-2022", "all_clauses=true", "remark=The clauses are those of the test text.")

    # Nothing is lost: every file is as it was, and every action is filed as it was, under a clause or open.
    assert files == {name: hague.files()[name] for name in files}
    assert before == actions(hague)
    filed = {ref for ref, under in before.items() if under}
    flagged = refs_at(hague, found(hague, "clause-changed"))
    opened = refs_at(hague, found(hague, "open-clause"))
    assert filed == flagged | opened
    apart = {f"hague-2022/{SEVERAL}", f"hague-2022/{NONE}"}
    assert opened == {ref for ref, under in before.items() if apart & set(under)}
    assert flagged == {ref for ref, under in before.items() if set(under) - apart}
    assert [] == [each for each in done(hague, "check", "--format", "json")["problems"] if each["severity"] == "error"]
    cells = done(hague, "status", "--declaration", "hague-2022", "--json")["cells"]
    assert filed >= {ref for each in cells if "clause-changed" in each["flags"] for ref in each["actions"]} > set()

    # One review for all that led to one clause; those under the title that became two are filed under one of them.
    holds = ("--verdict", "still-holds", "--by", "A. Reader")
    review = done(hague, "review", *sorted(flagged), *holds)
    assert review.startswith("declarations/hague-2022/")
    assert [] == found(hague, "clause-changed")
    onward = {old: f"hague-2022/{new}" for new, several in LEADS.items() for old in several}
    for ref in sorted(opened):
        under = [onward.get(each.partition("/")[2], "hague-2022/c8") for each in before[ref]]
        assert done(hague, "correct", ref, f"commitments={json.dumps(list(dict.fromkeys(under)))}")
    done(hague, "correct", f"hague-2022/{NONE}", "superseded_by=hague-2022/c8")
    assert ([], []) == (found(hague, "clause-changed"), found(hague, "open-clause"))
    cells = done(hague, "status", "--declaration", "hague-2022", "--json")["cells"]
    assert [] == [each for each in cells if each["flags"]]

    # And when a clause changes after all, what was held against it is flagged again.
    done(hague, "correct", "hague-2022/c1", "text=Clause one of the test text, as amended.")
    again = refs_at(hague, found(hague, "clause-changed"))
    assert set() < again <= flagged


def test_the_report_is_official_then(hague: Program, tmp_path: Path) -> None:
    """It numbers the clauses, prints their words, and says nothing of working titles any more."""
    dates = ("period=2025", "opens=2025-11-01", "due=2026-01-31", "responses=public")
    done(hague, "add", "round", "hague-2022", "id=round-2025", *dates)
    answer = ("--period", "2025", "--completion", "limited", "--visibility", "public", "--date", "2026-01-20")
    done(hague, "update", "the-hague-nl", "hague-2022/speak-out", *answer)
    provisional = done(hague, "report", "annual", "--declaration", "hague-2022", "--format", "md")
    assert "our working titles" in provisional
    assert MATRIX not in provisional
    (tmp_path / "text.txt").write_bytes(text_file())
    done(hague, "import", "commitments", f"{tmp_path / 'text.txt'}", "--declaration", "hague-2022", "--apply")
    done(hague, "correct", "hague-2022", "all_clauses=true", "remark=")
    for clause, led in LEADS.items():
        done(hague, "correct", *(f"hague-2022/{each}" for each in led), f"superseded_by=hague-2022/{clause}")
    done(hague, "correct", f"hague-2022/{SEVERAL}", f"hague-2022/{NONE}", "superseded_by=hague-2022/c8")
    official = done(hague, "report", "annual", "--declaration", "hague-2022", "--format", "md")
    assert "our working titles" not in official
    for at, each in enumerate(WORDS, 1):
        assert f"### Commitment {at}: Test title {each}\n\n> Clause {each} of the test text." in official
    value = done(hague, "report", "annual", "--declaration", "hague-2022", "--format", "json")
    assert [f"{at}" for at in range(1, 9)] == [each["number"] for each in value["commitments"]]
    was = {ref for ref, under in actions(hague).items() if under}
    shown = {ref for each in value["commitments"] for key in ("actions", "statements") for ref in map(_ref, each[key])}
    assert shown <= was
    assert len(shown) > 0
    assert MATRIX in official
    row = next(each for each in official.splitlines() if each.startswith("| The Hague"))
    assert all(each in row for each in ("limited", "the clause has changed"))


def _ref(item: Any) -> str:  # noqa: ANN401  of JSON
    return f"{item['ref'] if isinstance(item, dict) else item}"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"Preamble", "it has no short title, and none is made up. Put one above it"),
        ("a.txt", b"Title: A\n1.\nTitle: B\n2. Two", "it has no text. Add it, or leave its number out."),
        ("a.txt", b"Title: A\n1. One\nTitle: B\n1. Two", "says something else of hague-2022/c1"),
        ("a.txt", b"Title: A", "it has no text"),
    ],
)
def test_a_clause_that_is_not_whole_is_refused(
    hague: Program, tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    """In the preview by its row; with --apply nothing is written."""
    (tmp_path / name).write_bytes(data)
    take = ("import", "commitments", f"{tmp_path / name}", "--declaration", "hague-2022")
    before = hague.files()
    ran = hague(*take)
    assert (1, True) == (ran.code, expected in ran.out), ran.out + ran.err
    ran = hague(*take, "--apply")
    assert (1, "", before) == (ran.code, ran.out, hague.files())
    assert expected in ran.err


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the file is empty"),
        (b"\n\n.", ""),
        (word("", document="<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>"), "declares a document type or entities"),
        (word(""), "no clause was found in it; begin each clause with its number"),
    ],
)
def test_what_is_no_document_is_refused(hague: Program, tmp_path: Path, data: bytes, expected: str) -> None:
    """In clear words, with nothing written."""
    (tmp_path / "a.txt").write_bytes(data)
    before = hague.files()
    ran = hague("import", "commitments", f"{tmp_path / 'a.txt'}", "--declaration", "hague-2022", "--apply")
    assert (1, "", before) == (ran.code, ran.out, hague.files())
    assert expected in ran.err


def test_whose_clauses_they_are(program: Program, tmp_path: Path) -> None:
    """Of the only declaration unless named; a list with columns may have any ending when it is said how to read it."""
    (tmp_path / "a.txt").write_bytes(b"Title: A\nOne")
    ran = program("import", "commitments", f"{tmp_path / 'a.txt'}")
    assert (0, True) == (ran.code, "new: d-2020: A\n    number (nothing): One\n" in ran.out)
    (tmp_path / "a.txt").write_bytes(b"title;wording\nA;provisional")
    ran = program("import", "commitments", f"{tmp_path / 'a.txt'}", "--separator", "semicolon", "--owner", "d-2020")
    assert (0, True) == (ran.code, "row 2: new: d-2020: A" in ran.out)
    ran = program("import", "commitments", f"{tmp_path / 'a.txt'}", "--map", "title=title", "--declaration", "d-2020")
    assert 0 == ran.code


def test_one_clause_is_added_by_hand(program: Program) -> None:
    """With its number and text; a number without official text is refused."""
    words = ("id=c3", "number=3", "title=Third", "text=Clause three of the test text.")
    ran = program("add", "commitment", "d-2020", *words, "wording=official")
    assert (0, "declarations/d-2020/c3.toml\n") == (ran.code, ran.out)
    before = program.files()
    ran = program("add", "commitment", "d-2020", "id=c4", "number=4", "title=Fourth", "wording=provisional")
    assert (1, before) == (ran.code, program.files())
