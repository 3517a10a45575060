"""`import`, `export` and `scan` on the command line: exit codes, what is written, and what is not."""

from __future__ import annotations

import datetime
import io
import json
from typing import TYPE_CHECKING

import pytest

from pledgekit.sheets import read_book
from pledgekit.store import Added
from tests.importing.test_books import workbook
from tests.sheets.hostile import book

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

LIST = "City;Title;Date;Status\nOslo;Days of dialogue;;suspended\nMünchen;New;2024;\nOslo;The days of dialogue;;\n"


def written(folder: Path, text: str = LIST, codec: str = "utf-8") -> str:
    """Write a list."""
    path = folder / "list.csv"
    path.write_bytes(text.encode(codec))
    return f"{path}"


def test_a_preview_writes_nothing(program: Program, tmp_path: Path) -> None:
    """Columns, rows and the sum are data; without --apply nothing is written."""
    before = program.files()
    ran = program("import", "actions", written(tmp_path), "--source", "https://example.org/list")
    assert 0 == ran.code
    assert "D  Status → status\nrow 2: changed: oslo-no/days\n    status: closed → suspended\n" in ran.out
    assert (
        "row 3: new: munich-de: New\nrow 4: new: oslo-no: The days of dialogue\n    likely on record already" in ran.out
    )
    assert ran.out.endswith("2 new, 0 the same, 1 changed, 0 refused\n")
    assert "this is a preview" in ran.err
    assert before == program.files()


def test_applied_once_and_again(program: Program, tmp_path: Path) -> None:
    """--apply writes and prints the paths; a second time there is nothing to write."""
    path = written(tmp_path)
    before = program.files()
    first = program("import", "action", path, "--apply", "--visibility", "public", "--source", "a list")
    assert (0, 3) == (first.code, len(first.out.splitlines()))
    assert set(first.out.splitlines()) == program.files().keys() - before.keys()
    assert 'evidence]]\ntitle = "a list"' in "".join(each.decode() for each in program.files().values())
    after = program.files()
    again = program("import", "action", path, "--apply")
    assert (0, "", after) == (again.code, again.out, program.files())
    assert "all of it is on record" in again.err


@pytest.mark.parametrize(
    ("text", "more", "code", "words"),
    [
        ("City,Title\nOslo,\n", (), 1, '"title" is missing'),
        ("City,Date\nOslo,45458\n", (), 1, "B2 (Date): 45458"),
        ("City,Title,titlle,\nOslo,A,B,C\n", (), 1, "C  titlle: no key of this kind (nearest: title)"),
        ("City,Title,,x\nOslo,A,B,C\n", (), 1, "C  (no name): name it in the first row"),
        ("Title\nA\n", (), 1, "does not say whose"),
        ("ref,Title\noslo-no/days,A\noslo-no/days,B\n", (), 1, "row 2 says something else of oslo-no/days"),
        ("City,summary,commitments\nOslo,A,d-2020/c9\n", (), 1, '    "title" is missing'),
        ("Title\nA\n", ("--owner", "Oslo"), 0, "read as utf-8, one column\n"),
        ("Title\nA\n", ("--owner", "Oslo"), 0, "row 2: new: oslo-no: A"),
        ("City|Title\nOslo|A\n", (), 0, "read as utf-8, separator: pipe\n"),
        ("City|Title\nOslo|A\n", ("--separator", "pipe"), 0, "separator: pipe\n"),
        ("City,Title,Date\nOslo,A,spring 2023\n", (), 0, "    date: spring 2023, taken as some time within 2023-03/2"),
        ("City,Title\nOslu,A\n", (), 1, "A2 (City): 'Oslu' is no city of this register. Did you mean oslo-no?\n"),
        ("City,id\nOslo,x\n", (), 1, '    "title" is missing. Add title = …'),
        ("City,Title\nXyzzyq,A\n", (), 1, "A2 (City): 'Xyzzyq' is no city of this register"),
        ("ref,Title\nlund-se/a,A\n", (), 1, "register. Make it: pledgekit new city lund-se\n"),
        ("ref,Title,note\noslo-no/x,A,\n", ("--map", "note="), 0, "note: left out, as you said"),
        ("ref,Title,file\noslo-no/x,A,b\n", (), 0, "file: not taken"),
    ],
)
def test_previews_end_by_what_they_find(
    program: Program, tmp_path: Path, *, text: str, more: tuple[str, ...], code: int, words: str
) -> None:
    """Refused rows and unknown columns end a preview with 1; with --apply nothing is written."""
    path, before = written(tmp_path, text), program.files()
    ran = program("import", "actions", path, *more)
    assert code == ran.code
    assert words in ran.out
    if code:
        assert 1 == program("import", "actions", path, *more, "--apply").code
        assert before == program.files()


def test_lists_that_cannot_be_read(program: Program, tmp_path: Path) -> None:
    """Encodings, separators and kinds that would be guessed are refused in words."""
    assert (1, True) == (
        (ran := program("import", "actions", written(tmp_path, LIST, "cp1252"))).code,
        "München" in ran.err,
    )
    assert 0 == program("import", "actions", written(tmp_path, LIST, "cp1252"), "--encoding", "cp1252").code
    assert 2 == program("import", "actoins", written(tmp_path)).code
    assert 2 == program("import", "actions", written(tmp_path), "--map", "x").code
    assert 1 == program("import", "actions", f"{tmp_path / 'none.csv'}").code


@pytest.mark.parametrize(
    ("text", "more", "code", "words"),
    [
        ("City;Title\n", (), 1, "list.csv: it has a header and no rows, so there is nothing to take in"),
        ("City|Title\nOslo|A\n", ("--separator", "comma"), 1, "its first row has no comma; it seems to want --sep"),
        ("City|Title\nOslo|A\n", ("--separator", "colon"), 2, "no separator 'colon'"),
        ("City,Title;x\nOslo,A;\n", (), 1, "its columns may be parted by comma or semicolon; say which with --sep"),
    ],
)
def test_lists_that_give_nothing_end_in_one_line(
    program: Program, tmp_path: Path, *, text: str, more: tuple[str, ...], code: int, words: str
) -> None:
    """What is no list is refused in one line on stderr, with --apply or without; nothing is written."""
    path, before = written(tmp_path, text), program.files()
    for apply in ((), ("--apply",)):
        ran = program("import", "actions", path, *more, *apply)
        assert (code, "", 1, True) == (ran.code, ran.out, ran.err.count("\n"), words in ran.err)
    assert before == program.files()


def test_names_of_files_do_not_decide(program: Program, tmp_path: Path) -> None:
    """CSV text called .xlsx is read and that is said; so is a workbook called .csv."""
    path = tmp_path / "list.xlsx"
    path.write_text(LIST, "utf-8")
    assert program("import", "actions", f"{path}").out.startswith(
        "its name ends in .xlsx, but it is CSV text, and read"
    )
    named = tmp_path / "book.csv"
    named.write_bytes(book())
    said = program("import", "actions", f"{named}").out
    assert said.startswith(
        "its name ends in .csv, but it is a workbook (xlsx), and read as that\nread as xlsx, sheet: Li"
    )


def test_a_workbook_is_taken_in(program: Program, tmp_path: Path) -> None:
    """A list in a workbook is previewed and written like one in CSV; cells that lost something are told by address."""
    rows: list[list[object]] = [
        ["List of 2024"],
        [None, "City", "Title", "Date"],
        [None, "Oslo", "Boats", datetime.date(2024, 6, 15)],
        [None, "Oslo", "Boats", datetime.date(2024, 6, 15)],
        [None, "München", "Lamps", "spring 2024"],
    ]
    path, before = tmp_path / "list.xlsx", program.files()
    path.write_bytes(workbook({"Actions": rows, "Other": [["x"]]}))
    ran = program("import", "actions", f"{path}", "--source", "a list")
    assert (0, before) == (ran.code, program.files())
    assert "read as xlsx, sheet: Actions, names of columns in row 2\nB  City → owner\n" in ran.out
    assert "row 4: says the same as row 3\n" in ran.out
    assert ran.out.endswith("twice in this list: row 4\n2 new, 1 the same, 0 changed, 0 refused\n")
    assert 2 == len(program("import", "actions", f"{path}", "--source", "a list", "--apply").out.splitlines())
    again = program("import", "actions", f"{path}")
    assert again.out.endswith("0 new, 3 the same, 0 changed, 0 refused\n")
    assert "row 3: same: oslo-no/" in again.out
    rows += [[None, "Oslo", "=1+1", datetime.date(1905, 7, 17)], [None, "Oslo", "A", datetime.date(1905, 7, 17)]]
    path.write_bytes(workbook({"Actions": rows}))
    ran = program("import", "actions", f"{path}", "--apply")
    assert 1 == ran.code
    assert "    C6 (Title): it holds a formula. Copy the column and paste it as values.\n" in ran.err
    assert (
        "D7 (Date): 1905-07-17 is what a spreadsheet makes of the year 2025. Format the column as text, and" in ran.err
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--encoding", "cp1252"), "--encoding and --separator are for CSV"),
        (("--separator", "comma"), "--encoding and --separator are for CSV"),
        (("--sheet", "None"), "no one sheet is named 'None'"),
    ],
)
def test_options_of_the_other_format_are_wrong_usage(
    program: Program, tmp_path: Path, *, options: tuple[str, ...], words: str
) -> None:
    """What cannot be meant of a workbook is a usage error, and the other way round."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(book())
    ran = program("import", "actions", f"{path}", *options)
    assert (2, True) == (ran.code, words in ran.err)
    ran = program("import", "actions", written(tmp_path), "--sheet", "A")
    assert (2, True) == (ran.code, "--sheet is for workbooks" in ran.err)


@pytest.mark.parametrize(("answer", "code", "words"), [("y\n", 0, "new: oslo-no: A"), ("n\n", 1, "is no city of this")])
def test_close_names_are_asked_about(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, answer: str, code: int, words: str
) -> None:
    """On a terminal it is asked once a name whether a close one is meant; what is not close is refused unasked."""
    monkeypatch.setattr("pledgekit.cli.console.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    path = written(tmp_path, "City,Title\nOsslo,A\nOsslo,B\n")
    ran = program("import", "actions", path)
    assert (code, True, 1) == (ran.code, words in ran.out, ran.err.count("“Osslo” is no city or declaration here"))
    assert "is it oslo-no (Oslo)?" in ran.err
    ran = program("import", "actions", written(tmp_path, "City,Title\nOs,A\nXyzzyq,B\n"))
    assert (1, 0) == (ran.code, ran.err.count("?"))


def test_a_workbook_is_given_out_and_read_back(program: Program, tmp_path: Path) -> None:
    """A sheet a kind with what the audience may see, one that says what this is, one that explains the columns."""
    out = tmp_path / "all.xlsx"
    ran = program("export", "xlsx", "--out", f"{out}")
    assert (0, f"{out}\n") == (ran.code, ran.out)
    first = out.read_bytes()
    assert 0 == program("export", "xlsx", "--out", f"{out}").code
    assert first == out.read_bytes()
    sheets = {each.name: each for each in read_book(first, file="x").sheets}
    kinds = ["declaration", "commitments", "rounds", "events", "city", "endorsements", "actions"]
    assert ["about", "codebook", *kinds, "cells"] == list(sheets)
    about = [row[0] for row in sheets["about"].rows]
    assert 'What the audience "public" may see of a register of declarations, as of 1 June 2025.' == about[1]
    assert ["actions: 1", "cells: 4"] == about[-2:]
    assert b"internal words" not in b"".join(repr(each.rows).encode() for each in sheets.values())
    for kind in kinds:
        ran = program("import", kind, f"{out}")
        assert (0, True) == (ran.code, " 0 changed, 0 refused\n" in ran.out and "\n0 new, " in ran.out)


def test_a_workbook_for_staff(program: Program, tmp_path: Path) -> None:
    """Of one kind, for another audience, although errors stand: it says so; one that was asked for may be empty."""
    out = tmp_path / "some.xlsx"
    ran = program("--audience", "internal", "--known-on", "2025-05-01", "export", "xlsx", "--out", f"{out}",
                  "--kind", "actions", "--kind", "note", "--despite-problems")  # fmt: skip
    assert 0 == ran.code
    sheets = {each.name: each for each in read_book(out.read_bytes(), file="x").sheets}
    assert ["about", "codebook", "actions", "notes"] == list(sheets)
    said = [f"{row[0]}" for row in sheets["about"].rows]
    assert {"As it was known on 1 May 2025.", "actions: 2", "notes: 0"} <= set(said)
    assert any("although errors stood" in each for each in said)
    assert "internal words" in f"{sheets['actions'].rows}"
    assert 1 == len(sheets["notes"].rows)


def test_long_changes_are_cut(program: Program, tmp_path: Path) -> None:
    """A preview shows the beginning of a long text, and that of a city by its id."""
    ran = program("import", "actions", written(tmp_path, f"ref,summary\noslo-no/days,{'a' * 99}\n"))
    assert f"    summary: '=cmd → {'a' * 59}…\n" in ran.out
    cities = program("import", "cities", written(tmp_path, "name,kind,country\nLund,city,SE\n"))
    assert "row 2: new: lund-se\n" in cities.out


def test_a_register_with_problems_warns(program: Program, tmp_path: Path) -> None:
    """Errors elsewhere are told, and stop nobody from recording."""
    (program.root / "commitments/oslo-no/bad.toml").write_text("[[actions]]\nid = 3\n", "utf-8")
    assert "stand in the register" in program("import", "actions", written(tmp_path)).err


def test_exports_refuse_while_errors_stand(program: Program, tmp_path: Path) -> None:
    """With errors nothing is made, unless one insists: then it is said in fixed words."""
    (program.root / "commitments/oslo-no/bad.toml").write_text("[[actions]]\nid = 3\n", "utf-8")
    for kind in ("csv", "json", "register"):
        out = tmp_path / f"to-{kind}"
        assert 1 == program("export", kind, "--out", f"{out}").code
        assert not out.exists()
        assert 0 == program("export", kind, "--out", f"{out}", "--despite-problems").code
    said = "This was made although errors stood in the register"
    assert all(said in (tmp_path / f"to-{kind}" / "ABOUT.txt").read_text("utf-8") for kind in ("csv", "register"))
    assert [{"id": "despite-problems"}] == json.loads((tmp_path / "to-json").read_bytes())["notes"]
    one = program("export", "csv", "--kind", "actions", "--out", f"{tmp_path / 'a.csv'}", "--despite-problems")
    assert (2, False) == (one.code, (tmp_path / "a.csv").exists())


def test_a_folder_has_to_be_empty(program: Program, tmp_path: Path) -> None:
    """Nothing is written over or between; the folder above has to be there."""
    out = tmp_path / "out"
    out.mkdir()
    assert 0 == program("export", "csv", "--out", f"{out}").code
    again = program("export", "register", "--out", f"{out}")
    assert (1, True) == (again.code, "holds something already" in again.err)
    assert 1 == program("export", "csv", "--out", f"{tmp_path / 'no' / 'where'}").code


def test_exports_may_be_narrowed(program: Program, tmp_path: Path) -> None:
    """By kind and declaration; --known-on is said beside the files."""
    out = tmp_path / "out"
    ran = program(
        "--known-on",
        "2024-01-01",
        "export",
        "csv",
        "--declaration",
        "d-2020",
        "--out",
        f"{out}",
        "--kind",
        "events",
        "--kind",
        "actions",
    )
    assert (0, ["ABOUT.txt", "actions.csv", "events.csv"]) == (ran.code, sorted(each.name for each in out.iterdir()))
    assert "As it was known on 1 January 2024." in (out / "ABOUT.txt").read_text("utf-8")
    one = tmp_path / "notes.csv"
    assert 0 == program("export", "csv", "--kind", "notes", "--out", f"{one}").code
    assert 1 == len(one.read_text("utf-8").splitlines())


def test_staff_copy_the_folder(program: Program, tmp_path: Path) -> None:
    """There is no register for staff but the register."""
    assert 2 == program("--audience", "internal", "export", "register", "--out", f"{tmp_path / 'out'}").code


def test_scan_names_places(program: Program, tmp_path: Path) -> None:
    """A find ends with 1 and names file, line and record; folders are looked through; JSON has the same."""
    folder = tmp_path / "out"
    folder.mkdir()
    assert 1 == program("scan", f"{folder}").code
    (folder / "a.txt").write_text("fine\n", "utf-8")
    clean = program("scan", f"{folder}")
    assert (0, "", True) == (clean.code, clean.out, "1 file holds nothing" in clean.err)
    (folder / "b.txt").write_text("u-2024-c1\nwith Oslo-NO/U-2024-C1 in it\n", "utf-8")
    (folder / "c.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    (folder / "d.pdf").write_bytes(b"%PDF-1.7 /Encrypt")
    ran = program("scan", f"{folder}")
    assert 1 == ran.code
    assert [
        f"{folder}/b.txt:2: id of oslo-no/u-2024-c1",
        f"{folder}/c.7z: not looked into: it is 7-Zip",
        f"{folder}/d.pdf: not looked into: it is encrypted",
    ] == ran.out.splitlines()
    found = json.loads(program("scan", f"{folder / 'b.txt'}", "--json").out)
    assert [{"file": f"{folder / 'b.txt'}", "part": "", "line": 2, "ref": "oslo-no/u-2024-c1", "key": "id"}] == found[
        "found"
    ]
    (folder / "link").symlink_to(tmp_path)
    assert 1 == program("scan", f"{folder}").code


def test_scan_of_a_broken_register(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors of the register are told; what is too large is refused."""
    (program.root / "commitments/oslo-no/bad.toml").write_text('[[actions]]\nid = 3\nx = "hush, hush, hush"\n', "utf-8")
    path = tmp_path / "a"
    path.write_text("Hush hush hush", "utf-8")
    ran = program("scan", f"{path}")
    assert (1, True) == (ran.code, "what they have in quotes" in ran.err)
    monkeypatch.setattr("pledgekit.cli.scan.LIMIT", 3)
    assert 1 == program("scan", f"{path}").code


def test_what_is_not_confirmed_is_told(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that does not confirm is told of, as with every command that records."""
    monkeypatch.setattr("pledgekit.recording.keep", lambda _, made: Added(tuple(each.path for each in made), ("x",)))
    ran = program("import", "actions", written(tmp_path), "--apply")
    assert (0, True) == (ran.code, "not yet confirmed" in ran.err)


def test_nothing_held_back_is_not_talked_of(program: Program, tmp_path: Path) -> None:
    """Where staff get all there is, nothing is said to be held back."""
    ran = program("--audience", "internal", "export", "json", "--out", f"{tmp_path / 'all.json'}")
    assert (0, False) == (ran.code, "held back" in ran.err)


def test_what_holds_for_every_row_is_said_once(program: Program, tmp_path: Path) -> None:
    """A list of one declaration's signatories names it with --set; without, nothing is changed by it."""
    path = written(tmp_path, "Stadt,Signed on,Mayor\nOslo,2020-05-01,Somebody\n")
    before = program.files()
    ran = program("import", "endorsements", path, "--apply")
    assert (1, before) == (ran.code, program.files())
    assert '"declaration" is missing' in ran.err
    ran = program("import", "endorsements", path, "--set", "declaration=d-2020", "--set", "act=signed")
    assert ran.out.startswith("every row: declaration = d-2020\nevery row: act = signed\n")
    assert (0, True) == (ran.code, "A  Stadt → owner\nB  Signed on → date\nC  Mayor → official\n" in ran.out)
