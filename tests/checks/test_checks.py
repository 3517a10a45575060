"""The driver: all problems at once, in order, each with its place; and nothing is written."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from pledgekit.checks import CHECKS, Tier, check, select
from pledgekit.dates import PartialDate
from pledgekit.errors import UsageError
from pledgekit.model.deeds import Action
from pledgekit.model.problem import CODES, problem
from pledgekit.register import Loaded, Register
from pledgekit.store import load
from tests.checks.registers import HAGUE, OSLO, TODAY, record

CASES = Path(__file__).parents[1] / "problems"


def register(root: Path, files: dict[str, str]) -> Path:
    """Write a register."""
    for path, text in {"declarations/hague-2022/d.toml": HAGUE, "commitments/oslo-no/city.toml": OSLO, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


TWO = {
    "commitments/oslo-no/b.toml": record("actions", id="b", title="B", start="2024", end="2023")
    + record("actions", id="c", title="C", start="2024", end="2023"),
    "commitments/oslo-no/a.toml": record("actions", id="a", title="A", zzz="")
    + record("updates", id="u", commitment="hague-2022/x", period="2024"),
}


def test_problems_come_by_file_and_line(tmp_path: Path) -> None:
    """Those of reading and those of the checks stand together, in the order in which a person mends files."""
    problems = check(load(register(tmp_path, TWO)), today=TODAY)
    expected = [
        ("commitments/oslo-no/a.toml", 4, "unknown-key", "actions[0].zzz"),
        ("commitments/oslo-no/a.toml", 5, "completion-or-instead", "updates[0]"),
        ("commitments/oslo-no/a.toml", 7, "unknown-commitment", "updates[0].commitment"),
        ("commitments/oslo-no/b.toml", 5, "dates-order", "actions[0].end"),
        ("commitments/oslo-no/b.toml", 10, "dates-order", "actions[1].end"),
    ]
    assert expected == [(each.file, each.line, each.code, each.path) for each in problems]


def test_one_file_alone(tmp_path: Path) -> None:
    """Of one file is told what is found of it among all, and nothing of another; a record without a file has none."""
    files = {**TWO, "commitments/lund-se/x.toml": record("actions", id="x", title="X")}
    loaded = load(register(tmp_path, files))
    loose = Action(owner="oslo-no", id="z", title="Z", start=PartialDate.parse("2024"), end=PartialDate.parse("2023"))
    loaded = loaded._replace(register=loaded.register.adding(loose))
    whole = check(loaded, today=TODAY)
    assert {"commitments/lund-se", ""} <= {each.file for each in whole}
    for file in {each.file for each in whole} - {""} | {"none.toml"}:
        assert [each for each in whole if each.file == file] == list(check(loaded, today=TODAY, of_file=file))


def test_a_higher_tier_finds_more(tmp_path: Path) -> None:
    """Errors always; warnings when checking is asked for; what is merely tidy when strictness is."""
    files = {
        "commitments/oslo-no/e.toml": record(
            "endorsements", id="e", visibility="network", declaration="hague-2022", act="signed"
        )
    }
    loaded = load(register(tmp_path, files))
    found = {tier: {each.code for each in check(loaded, today=TODAY, tier=tier)} for tier in Tier}
    assert {
        Tier.ALWAYS: set(),
        Tier.CHECK: {"hidden-endorsement"},
        Tier.STRICT: {"hidden-endorsement", "no-recorded"},
    } == found
    assert () == check(loaded, today=TODAY)


def test_what_always_runs_finds_errors_alone() -> None:
    """Commands that only read are not slowed down by advice, and never speak of it."""
    named = {code for tier in Tier for code in _codes(tier)}
    assert {"error"} == {CODES[code].severity for code in _codes(Tier.ALWAYS)}
    assert {"warning", "info"} == {CODES[code].severity for code in named - _codes(Tier.ALWAYS)}


def _codes(tier: Tier) -> set[str]:
    """The codes that the checks of a tier name, read from their sources."""
    import inspect
    import re

    sources = [inspect.getsource(each.run) for each in CHECKS if each.tier is tier]
    return {code for source in sources for code in re.findall(r'Finding\(\s*"([a-z-]+)"', source)}


def test_a_problem_is_listed_once(tmp_path: Path) -> None:
    """Even when it was found twice."""
    loaded = load(register(tmp_path, TWO))
    twice = loaded._replace(problems=loaded.problems * 2)
    assert check(loaded, today=TODAY) == check(twice, today=TODAY)


def test_a_record_in_memory_has_no_line() -> None:
    """It is named by its ref instead."""
    action = Action(id="a", title="A", owner="oslo-no", evidence=())
    problems = check(Loaded(Register.of([action]), (), 0), today=TODAY, tier=Tier.STRICT)
    expected = [("commitments/oslo-no", 0, "missing-owner", ""), ("", 0, "no-recorded", "oslo-no/a")]
    assert sorted(expected) == sorted((each.file, each.line, each.code, each.path) for each in problems)


@pytest.mark.parametrize("then", ["gone", "changed", "memory"])
def test_a_file_that_is_no_longer_what_was_read_has_no_lines(tmp_path: Path, then: str) -> None:
    """The problem stands; only its line is not known any more."""
    loaded = load(register(tmp_path, {"commitments/oslo-no/b.toml": TWO["commitments/oslo-no/b.toml"]}))
    if then == "gone":
        (tmp_path / "commitments/oslo-no/b.toml").unlink()
    elif then == "changed":
        (tmp_path / "commitments/oslo-no/b.toml").write_text("[[actions", encoding="utf-8")
    else:
        loaded.register.root = None
    assert [0, 0] == [each.line for each in check(loaded, today=TODAY)]


@pytest.mark.parametrize("code", sorted(CODES))
def test_checking_never_changes_a_byte(code: str, tmp_path: Path) -> None:
    """Whatever is wrong, every file is afterwards as it was, and there is none more."""
    root = tmp_path / "register"
    shutil.copytree(CASES / code, root)

    def snapshot() -> list[tuple[str, int, bytes]]:
        paths = sorted(root.rglob("*"))
        return [(f"{p}", p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in paths]

    before = snapshot()
    check(load(root), today=TODAY, tier=Tier.STRICT)
    assert before == snapshot()


def test_a_strange_file_does_not_hide_what_is_missing(tmp_path: Path) -> None:
    """Only what could not be read may hold what is missed; a letter in the folder cannot."""
    wrong = record("actions", id="a", title="A", inspired_by=["oslo-no/x"])
    files = {"commitments/oslo-no/a.toml": wrong, "commitments/oslo-no/letter.docx": "x"}
    expected = ["unknown-ref", "unknown-file"]
    assert expected == [each.code for each in check(load(register(tmp_path, files)), today=TODAY)]


FOUND = (problem("bad-id", "m", file="a"), problem("leftover", "m", file="b"), problem("bad-ref", "m", file="c"))


@pytest.mark.parametrize(
    ("only", "ignore", "expected"),
    [
        ((), (), ["bad-id", "leftover", "bad-ref"]),
        (("bad-id",), (), ["bad-id"]),
        ((), ("bad-id", "leftover"), ["bad-ref"]),
        (("bad-id", "bad-ref"), ("bad-ref",), ["bad-id"]),
    ],
)
def test_codes_are_selected(only: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]) -> None:
    """Some alone, or all but some; the order stays."""
    assert expected == [each.code for each in select(FOUND, only=only, ignore=ignore)]


@pytest.mark.parametrize(
    ("code", "remedy"), [("bad-idd", "nearest: bad-id"), ("zzz", "check names the code of each problem in brackets")]
)
def test_an_unknown_code_is_refused(code: str, remedy: str) -> None:
    """A slip in a code must not hide or drop problems; the nearest is named."""
    with pytest.raises(UsageError) as raised:
        select(FOUND, ignore=[code])
    assert (f"{code} is not a code of a problem", remedy) == (raised.value.message, raised.value.remedy)


def test_the_shipped_register_is_sound() -> None:
    """The repository is a register: no error and no warning, however strict one is; what is merely unknown is said."""
    root = Path(__file__).parents[2]
    found = check(load(root), today=datetime.date(2027, 1, 1), tier=Tier.STRICT)
    assert [] == [each for each in found if each.severity != "info"]
