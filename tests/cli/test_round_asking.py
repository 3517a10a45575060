"""`round open`, `round ask`, `round sent`: on the command line."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program, Ran

CONTACT = '[[contacts]]\nid = "f"\nname = "A. Person"\nrole = "focal point"\nemail = "a@example.org"\n'
GERMAN = '\nlanguages = ["de"]\nkind = "city"\ncountry = "DE"'


def ask(program: Program, *arguments: str) -> Ran:
    """Ask about 2024, into a folder beside the register."""
    return program("round", "ask", "--period", "2024", "--out", f"{program.root.parent}/out", *arguments)


def written(program: Program) -> list[str]:
    """The files that were written, by name."""
    folder = program.root.parent / "out"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_round_is_opened(program: Program) -> None:
    """One new file, whose path alone is on standard output; what it says is shown."""
    ran = program(
        "round", "open", "--declaration", "d-2020", "--period", "2025", "--opens", "2025-11-01", "--due", "2026-01-31",
        "--eligible-if-endorsed-by", "2025-06-30", "--responses", "public", "--remark", "A remark",
    )  # fmt: skip
    assert 0 == ran.code, ran.err
    text = (program.root / ran.out.strip()).read_text("utf-8")
    for line in ('period = "2025"', "due = 2026-01-31", "eligible_if_endorsed_by = 2025-06-30", 'responses = "public"'):
        assert line in text
        assert line in ran.err
    assert 0 == program("--as-of", "2025-12-01", "status", "--period", "2025").code


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["--period", "2024-07/2025-06", "--due", "2025-09-01"], 1, "overlaps 2024, the period of d-2020/round-2024"),
        (["--period", "2025", "--opens", "2026-02-01", "--due", "2026-01-31"], 1, "lies before --opens 2026-02-01"),
        (["--period", "2025", "--due", "2024-01-31"], 1, "lies before the period asked about, 2025"),
        (["--period", "2025", "--due", "2026", "--declaration", "d-2021"], 1, "did you mean d-2020?"),
        (["--period", "2025"], 2, "--due is missing"),
        (["--due", "2026-01-31"], 2, "--period is missing"),
        (["--period", "soon", "--due", "2026-01-31"], 2, "soon"),
        (["--period", "2025", "--due", "2026-01-31", "--responses", "all"], 2, "'all' is not one of public"),
    ],
)
def test_what_is_no_round_is_refused(program: Program, arguments: list[str], code: int, expected: str) -> None:
    """In clear words, and nothing is written."""
    before = program.files()
    ran = program("round", "open", *arguments)
    assert (code, "", before) == (ran.code, ran.out, program.files())
    assert expected in ran.err


def test_a_dry_run_opens_nothing(program: Program) -> None:
    """It shows what would be recorded."""
    before = program.files()
    ran = program("round", "open", "--period", "2025", "--due", "2026-01-31", "--dry-run")
    assert (0, "", before) == (ran.code, ran.out, program.files())


def test_everybody_due_is_asked(program: Program) -> None:
    """A workbook and a draft each; on standard output their paths, on standard error whom nobody can write to."""
    path = program.root / "commitments/oslo-no/internal/contact.toml"
    path.parent.mkdir()
    path.write_text(CONTACT, "utf-8")
    ran = ask(program)
    names = [f"{city}-2024.{ending}" for city in ("munich-de", "oslo-no") for ending in ("eml", "xlsx")]
    assert (0, names) == (ran.code, written(program)), ran.err
    assert names == sorted(Path(each).name for each in ran.out.splitlines())
    assert "2 workbooks and drafts of mails; nothing is sent" in ran.err
    assert "without an address on record: munich-de\n" in ran.err
    assert "pledgekit round sent --act asked --period 2024 --declaration d-2020" in ran.err
    data = (program.root.parent / "out/oslo-no-2024.eml").read_bytes()
    assert '"A. Person" <a@example.org>' == email.message_from_bytes(data, policy=email.policy.default)["To"]


def test_asking_writes_nothing_on_record(program: Program) -> None:
    """And the same again gives the same bytes."""
    before = program.files()
    ask(program, "--format", "html")
    folder = program.root.parent / "out"
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    ask(program, "--format", "html")
    assert first == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert before == program.files()


def test_some_are_asked_with_copies_for_the_house(program: Program) -> None:
    """Cities by any name, formats for print; the newest round when no period is given."""
    out = program.root.parent / "out"
    ran = program("round", "ask", "--out", f"{out}", "--city", "München", "--format", "html", "--format", "md")
    assert 0 == ran.code, ran.err
    assert [f"munich-de-2024.{each}" for each in ("eml", "html", "md", "xlsx")] == written(program)
    assert "For Munich only" in (out / "munich-de-2024.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["--city", "bergen-no"], 1, "bergen-no is not asked (d-2020: does not endorse)"),
        (["--city", "oslo-no", "--city", "bergen-no"], 1, "bergen-no is not asked"),
        (["--city", "olso-no"], 1, "did you mean oslo-no?"),
        (["--declaration", "d-2002"], 1, "did you mean d-2020?"),
        (["--period", "2023"], 1, "d-2020 has no round for 2023; open one: pledgekit round open"),
        (["--format", "pdf"], 2, "no format 'pdf'; give --format, one of md, html, txt"),
        (["--lang", "xx"], 2, "no form in the language 'xx'"),
    ],
)
def test_who_cannot_be_asked_is_said(program: Program, arguments: list[str], code: int, expected: str) -> None:
    """And nothing is written, for nobody."""
    ran = ask(program, *arguments)
    assert (code, "", []) == (ran.code, ran.out, written(program))
    assert expected in ran.err


def test_a_round_that_opens_later_can_be_prepared(program: Program) -> None:
    """The message says how."""
    out = f"{program.root.parent}/out"
    ran = program.bare(
        "--root", f"{program.root}", "--as-of", "2024-10-31", "round", "ask", "--period", "2024", "--out", out
    )
    assert 1 == ran.code
    assert (
        "the round of d-2020 for 2024 opens on 2024-11-01; to prepare it before: pledgekit --as-of 2024-11-01"
        in ran.err
    )


def test_a_form_is_for_its_city(program: Program) -> None:
    """Another audience makes no sense of it."""
    ran = program("--audience", "public", "round", "ask", "--out", f"{program.root.parent}/out")
    assert (2, True) == (ran.code, "a form shows each city its own; leave out --audience" in ran.err)


def test_a_folder_is_needed(program: Program) -> None:
    """Its parent is there already; the folder itself is made."""
    assert "--out is missing" in program("round", "ask").err
    ran = program("round", "ask", "--out", f"{program.root.parent}/not/there")
    assert (1, True) == (ran.code, "there is no folder" in ran.err)


def test_nobody_to_ask_is_said(program: Program) -> None:
    """A round of which everybody endorsed too late."""
    round_ = program.root / "declarations/d-2020/declaration.toml"
    text = round_.read_text("utf-8").replace(
        "due = 2025-01-31", "due = 2025-01-31\neligible_if_endorsed_by = 2020-01-01"
    )
    round_.write_text(text, "utf-8")
    ran = ask(program)
    assert (0, "", []) == (ran.code, ran.out, written(program))
    assert "no city is due to report; nothing was written" in ran.err


def test_errors_stop_it_unless_told_otherwise(program: Program) -> None:
    """And then every file says that it was made despite them."""
    make(program.root, commitments__oslo_no__bad='[[actions]]\nid = "x"\n')
    ran = ask(program)
    assert (1, []) == (ran.code, written(program))
    assert "--despite-problems" in ran.err
    ran = ask(program, "--despite-problems", "--format", "txt", "--city", "oslo-no")
    assert 0 == ran.code, ran.err
    assert "did not stop this document" in (program.root.parent / "out/oslo-no-2024.txt").read_text("utf-8")


def test_a_language_nobody_reviewed_is_used_on_request(program: Program) -> None:
    """Otherwise English, and it is said of whom and why."""
    path = program.root / "commitments/munich-de/city.toml"
    path.write_text(path.read_text("utf-8").replace('\nkind = "city"\ncountry = "DE"', GERMAN), "utf-8")
    ran = ask(program, "--format", "txt")
    out = program.root.parent / "out/munich-de-2024.txt"
    assert "nobody has reviewed the catalogue of de (--allow-draft uses it): munich-de\n" in ran.err
    assert "By when:" in out.read_text("utf-8")
    ran = ask(program, "--format", "txt", "--allow-draft")
    assert "in de, which nobody has reviewed yet: munich-de\n" in ran.err
    assert "Bis wann: 31. Januar 2025" in out.read_text("utf-8")
    assert "München" in out.read_text("utf-8")
    ran = ask(program, "--lang", "nl", "--allow-draft")
    assert "in nl, which nobody has reviewed yet: munich-de and oslo-no\n" in ran.err
    path.write_text(path.read_text("utf-8").replace('["de"]', '["fi"]'), "utf-8")
    assert "in English, since there is no catalogue of fi: munich-de\n" in ask(program).err


def sent(program: Program, *arguments: str) -> Ran:
    """Put on record what was sent in the round of 2024."""
    return program("round", "sent", "--period", "2024", *arguments)


def test_what_was_sent_is_on_record(program: Program) -> None:
    """One file a city, with its day and language; not twice for one day."""
    ran = sent(
        program, "Oslo", "munich-de", "--act", "reminded", "--date", "2025-01-20", "--lang", "en", "--note", "rang"
    )
    assert 0 == ran.code, ran.err
    paths = ran.out.splitlines()
    assert ["commitments/oslo-no", "commitments/munich-de"] == [each.rpartition("/")[0] for each in paths]
    for each in paths:
        text = (program.root / each).read_text("utf-8")
        assert all(line in text for line in ('act = "reminded"', "date = 2025-01-20", 'lang = "en"', 'note = "rang"'))
    before = program.files()
    again = sent(program, "Oslo", "--act", "reminded", "--date", "2025-01-20")
    assert (2, "", before) == (again.code, again.out, program.files())
    assert "reminded on 2025-01-20, on record already: oslo-no" in again.err
    assert 0 == sent(program, "Oslo", "--act", "undelivered").code


def test_everybody_is_put_on_record_after_looking(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is shown; without a terminal --yes is needed, on one it is asked."""
    before = program.files()
    ran = sent(program, "--act", "asked")
    assert (2, "", before) == (ran.code, ran.out, program.files())
    assert "to be put on record as asked on 2025-06-01: munich-de and oslo-no" in ran.err
    assert "--yes is missing" in ran.err
    monkeypatch.setattr("pledgekit.cli.round_sent.can_ask", lambda: True)
    monkeypatch.setattr("pledgekit.cli.round_sent.confirm", lambda _: False)
    assert (130, before) == (sent(program, "--act", "asked").code, program.files())
    assert 0 == sent(program, "--act", "asked", "--dry-run").code
    assert before == program.files()
    monkeypatch.setattr("pledgekit.cli.round_sent.confirm", lambda _: True)
    assert 2 == len(sent(program, "--act", "asked").out.splitlines())
    assert 2 == len(sent(program, "--act", "asked", "--date", "2025-06-02", "--yes").out.splitlines())


def test_only_who_is_open_is_reminded(program: Program) -> None:
    """Of all, those whose answer is still to come; by name anybody."""
    ran = sent(program, "--act", "reminded", "--yes")
    assert 0 == ran.code, ran.err
    assert "munich-de" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["--act", "answered"], 2, "--act answered needs the cities of which it is true"),
        (["oslo-no"], 2, "--act is missing: one of asked"),
        (["oslo-no", "--act", "extended"], 2, "pledgekit round extend CITY --due DATE"),
        (["bergen-no", "--act", "asked"], 1, "bergen-no is not asked (d-2020: does not endorse)"),
        (["osol-no", "--act", "asked"], 1, "did you mean oslo-no?"),
        (["oslo-no", "--act", "asked", "--declaration", "x"], 1, "'x' is no declaration"),
        (["oslo-no", "--act", "askde"], 2, "nearest: asked"),
        (["oslo-no", "--act", "asked", "--date", "soon"], 2, "'soon' is not a day"),
    ],
)
def test_what_was_not_sent_is_not_on_record(program: Program, arguments: list[str], code: int, expected: str) -> None:
    """In clear words, and nothing is written."""
    before = program.files()
    ran = sent(program, *arguments)
    assert (code, "", before) == (ran.code, ran.out, program.files())
    assert expected in ran.err
