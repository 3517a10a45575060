"""What is asked about and not found: unknown names get the nearest, and what came later is told with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer

from pledgekit.cli.commands import application
from pledgekit.cli.options import word
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.small import Program

LATER = """\
[[commitments]]
id = "c3"
title = "Stay"
wording = "official"
number = "3"
text = "We stay."
recorded = 2024-03-01
"""
ACTION_OF_LATER = """\
[[actions]]
id = "late"
title = "Late"
recorded = 2024-05-02

[[actions]]
id = "late"
revision = 2
title = "Later"
recorded = 2024-06-02
"""


@pytest.mark.parametrize(
    ("day", "arguments", "named"),
    [
        ("2020-05-31", ["status"], "d-2020 was not known on 2020-05-31 (recorded on 2020-06-01)"),
        ("2020-05-31", ["status", "--declaration", "d-2020"], "d-2020 was not known"),
        ("2020-05-31", ["count"], "d-2020 was not known"),
        ("2020-05-31", ["explain", "signatories"], "d-2020 was not known"),
        ("2020-05-31", ["list", "actions", "--declaration", "d-2020"], "d-2020 was not known"),
        ("2020-05-31", ["report", "annual"], "d-2020 was not known"),
        ("2020-05-31", ["report", "findings"], "d-2020 was not known"),
        ("2020-05-31", ["report", "commitment", "c1"], "d-2020/c1 was not known"),
        ("2020-05-31", ["report", "city", "oslo"], "oslo-no was not known"),
        ("2020-05-31", ["report", "spotlight", "oslo"], "oslo-no was not known"),
        ("2020-05-31", ["match", "oslo"], "oslo-no was not known"),
        ("2020-05-31", ["show", "oslo"], "oslo-no was not known"),
        ("2024-02-29", ["count", "--commitment", "c3"], "d-2020/c3 was not known on 2024-02-29"),
        ("2024-02-29", ["explain", "actions", "--commitment", "c3"], "d-2020/c3 was not known"),
        ("2024-02-29", ["report", "commitment", "c3"], "d-2020/c3 was not known"),
        ("2024-05-01", ["show", "oslo-no/late"], "(recorded on 2024-05-02)"),
    ],
)
def test_what_came_later_is_not_called_unknown(program: Program, day: str, arguments: list[str], named: str) -> None:
    """Who asks as known on an earlier day is told when it was recorded, exit 1."""
    (program.root / "declarations/d-2020/later.toml").write_text(LATER, "utf-8")
    (program.root / "commitments/oslo-no/later.toml").write_text(ACTION_OF_LATER, "utf-8")
    ran = program("--known-on", day, *arguments)
    assert (1, "", True) == (ran.code, ran.out, named in ran.err)
    assert ran.err.endswith("; name a later day, or leave --known-on out\n")


def test_what_was_always_known_is_not_called_late(program: Program) -> None:
    """A record that does not say when it was recorded counts as known on every day, and so do its later revisions."""
    file = program.root / "declarations/d-2020/declaration.toml"
    file.write_text(file.read_text("utf-8").replace("recorded = 2020-06-01\n", "", 1), "utf-8")
    assert 0 == program("--known-on", "2019-01-01", "status").code
    hidden = program("--known-on", "2024-01-01", "--audience", "public", "show", "oslo-no/u-2024-c1")
    assert (1, True) == (hidden.code, "not known on 2024-01-01" in hidden.err)
    narrow = program("--known-on", "2025-05-01", "--audience", "public", "show", "oslo-no/u-2024-c1")
    assert (1, True) == (narrow.code, "not seen on this day by this audience" in narrow.err)


HAGUE = """\
[declaration]
id = "hague-2022"
title = "The Hague Declaration"
adopted = 2022-11-16
assessed = true

[[commitments]]
id = "speak-out"
title = "Speak out"
wording = "provisional"

[[events]]
id = "berlin"
title = "Berlin"
start = 2023-06-15

[[findings]]
id = "first"
text = "Mayors matter"
event = "hague-2022/berlin"
number = 1
"""
HELSINKI = """\
[city]
id = "helsinki-fi"
name = "Helsinki"
kind = "city"
country = "FI"

[[actions]]
id = "spring-days"
title = "Days of spring"

[[assessments]]
id = "judged-2024"
commitment = "hague-2022/speak-out"
period = "2024"
completion = "limited"
evidence_level = "documented"
assessor = "A. Judge"
date = 2025-02-20
"""

CITY, DECLARED, CLAUSE = ("helsinky", "helsinki-fi"), ("hauge-2022", "hague-2022"), ("speakout", "hague-2022/speak-out")
ANY = ("hague-2022/speakout", "hague-2022/speak-out")
ACTION = ("helsinki/springdays", "helsinki-fi/spring-days")

JUDGED = "--period 2024 --completion limited --evidence-level documented --assessor A"

# Each argument of each command that names an owner or a record: a call with a slip in it, and what is suggested.
SLIPS: dict[tuple[str, str], tuple[str, tuple[str, str]]] = {
    ("status", "--declaration"): ("status --declaration {}", DECLARED),
    ("list", "--declaration"): ("list actions --declaration {}", DECLARED),
    ("list", "--commitment"): ("list actions --commitment {}", CLAUSE),
    ("list", "--city"): ("list actions --city {}", CITY),
    ("show", "ref"): ("show {}", CLAUSE),
    ("count", "--declaration"): ("count --declaration {}", DECLARED),
    ("count", "--commitment"): ("count --commitment {}", CLAUSE),
    ("count", "--city"): ("count --declaration hague-2022 --city {}", CITY),
    ("match", "city"): ("match {}", CITY),
    ("explain", "figure"): ("explain {}/speak-out/actions", DECLARED),
    ("explain", "--declaration"): ("explain signatories --declaration {}", DECLARED),
    ("explain", "--commitment"): ("explain actions --commitment {}", CLAUSE),
    ("record", "city"): ("record {} --title T", CITY),
    ("record", "--commitment"): ("record helsinki --title T --commitment {}", CLAUSE),
    ("record", "--inspired-by"): ("record oslo --title T --inspired-by {}", ACTION),
    ("endorse", "city"): ("endorse {} hague-2022 --date 2024", CITY),
    ("endorse", "declaration"): ("endorse helsinki {} --date 2024", DECLARED),
    ("leave", "city"): ("leave {} hague-2022 --date 2024", CITY),
    ("leave", "declaration"): ("leave helsinki {} --date 2024", DECLARED),
    ("update", "city"): ("update {} speak-out --period 2024 --completion limited", CITY),
    ("update", "ref"): ("update helsinki {} --period 2024 --completion limited", CLAUSE),
    ("update", "--included-in"): (
        "update oslo speak-out --period 2024 --instead included-elsewhere --included-in {}",
        CITY,
    ),
    ("update", "--action"): ("update helsinki speak-out --period 2024 --completion limited --action {}", ACTION),
    ("assess", "city"): (
        "assess {} speak-out JUDGED",
        CITY,
    ),
    ("assess", "ref"): (
        "assess helsinki {} JUDGED",
        CLAUSE,
    ),
    ("assess", "--settles"): (
        "assess helsinki speak-out JUDGED --settles {}",
        ("judgd-2024", "helsinki-fi/judged-2024"),
    ),
    ("reply", "city"): ("reply {} judged-2024 --text T", CITY),
    ("reply", "assessment"): ("reply helsinki {} --text T", ("judgd-2024", "helsinki-fi/judged-2024")),
    ("review", "refs"): ("review {} --verdict approved", ANY),
    ("note", "owner"): ("note {} T", CITY),
    ("add", "owner"): ("add action {} title=T", CITY),
    ("add", "values"): ("add action oslo title=T commitments={}", CLAUSE),
    ("correct", "words"): ("correct {} title=T", ANY),
    ("release", "ref"): ("release {} --to public", ANY),
    ("retract", "ref"): ("retract {} --reason error", ANY),
    ("retract", "--in-favour-of"): ("retract helsinki/spring-days --reason duplicate --in-favour-of {}", ANY),
    ("erase", "ref"): ("erase {} --reason privacy", ANY),
    ("import", "--owner"): ("import action list.csv --owner {}", CITY),
    ("import", "--set"): ("import action list.csv --owner oslo --set commitments={}", CLAUSE),
    ("import", "--declaration"): ("import commitment list.csv --declaration {}", DECLARED),
    ("report annual", "--declaration"): ("report annual --declaration {}", DECLARED),
    ("report city", "city"): ("report city {}", CITY),
    ("report commitment", "ref"): ("report commitment {}", CLAUSE),
    ("report spotlight", "city"): ("report spotlight {}", CITY),
    ("report findings", "--declaration"): ("report findings --declaration {}", DECLARED),
    ("report corrections", "--declaration"): ("report corrections --declaration {}", DECLARED),
    ("export csv", "--declaration"): ("export csv --declaration {} --out out", DECLARED),
    ("export json", "--declaration"): ("export json --declaration {} --out out.json", DECLARED),
    ("export xlsx", "--declaration"): ("export xlsx --declaration {} --out out.xlsx", DECLARED),
    ("round open", "--declaration"): ("round open --declaration {} --period 2025 --due 2026-01-31", DECLARED),
    ("round ask", "--declaration"): ("round ask --declaration {} --period 2024 --out out", DECLARED),
    ("round ask", "--city"): ("round ask --declaration hague-2022 --period 2024 --out out --city {}", CITY),
    ("round sent", "--declaration"): ("round sent helsinki --declaration {} --period 2024 --act asked", DECLARED),
    ("round sent", "city"): ("round sent {} --declaration hague-2022 --period 2024 --act asked", CITY),
    ("round status", "--declaration"): ("round status --declaration {} --period 2024", DECLARED),
    ("round remind", "--declaration"): ("round remind --declaration {} --period 2024 --out out", DECLARED),
    ("round extend", "city"): ("round extend {} --due 2025-03-01 --declaration d-2020 --period 2024", CITY),
    ("round extend", "--declaration"): (
        "round extend helsinki --due 2025-03-01 --declaration {} --period 2024",
        DECLARED,
    ),
}
NAMING = ("CITY", "REF", "DECLARATION", "OWNER", "ASSESSMENT", "FIGURE", "KEY=VALUE", "REF… KEY=VALUE")


def commands(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401  as typer makes it
    """Every command of the program with its whole name."""
    for each, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{name} {each}".strip())
    if not hasattr(group, "commands"):
        yield name, group


COMMANDS = dict(commands(typer.main.get_command(application())))


def test_every_argument_that_names_something_is_tried() -> None:
    """A command or option that is new has its line in the table."""
    found = {
        (name, each.opts[0])
        for name, command in COMMANDS.items()
        for each in command.params
        if (each.metavar or "").strip("[]…") in NAMING or each.opts[0] == "--declaration"
    }
    assert set(SLIPS) == found


@pytest.mark.parametrize("argument", SLIPS, ids=" ".join)
def test_a_slip_gets_the_nearest(
    program: Program, argument: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who typed nearly the right name is told the right one; nothing is assumed and nothing is written."""
    (program.root / "declarations/hague-2022").mkdir()
    (program.root / "declarations/hague-2022/declaration.toml").write_text(HAGUE, "utf-8")
    (program.root / "commitments/helsinki-fi").mkdir()
    (program.root / "commitments/helsinki-fi/city.toml").write_text(HELSINKI, "utf-8")
    (tmp_path / "list.csv").write_text("title\nA\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    before = program.files()
    call, (slip, meant) = SLIPS[argument]
    ran = program(*(each.format(slip) for each in call.replace("JUDGED", JUDGED).split()))
    assert ("", before) == (ran.out, program.files())
    assert (ran.code in (1, 2), True) == (True, meant in ran.err.partition("did you mean ")[2]), ran.err
    assert ["list.csv", "register"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_mistyped_word_gets_the_nearest(program: Program) -> None:
    """A word of a scale, in every option that takes one."""
    tried = 0
    for name, command in COMMANDS.items():
        for each in command.params:
            parser = getattr(each.type, "func", None)
            meant = SCALES[parser.scale].words[0] if isinstance(parser, word) else ""
            meant = "public" if each.metavar == "LEVEL" and not meant else meant
            if meant:
                ran = program(*name.split(), each.opts[0], f"{meant}{meant[-1]}")
                assert (2, True) == (ran.code, f"(nearest: {meant})" in ran.err), (name, each.opts, ran.err)
                tried += 1
    assert tried > 30
