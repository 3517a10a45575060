"""What is not for the public never gets there: thirty canaries in every place where something may be kept inside.

All reports, formats, exports and lists are asked for, as they are registered, so a later one is asked for too. Standard
error is for staff and may name anything.
"""

from __future__ import annotations

import email
import email.policy
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

import pytest

from docs.generate import commands
from pledgekit.cli.main import main
from pledgekit.codec.read import parse
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import KINDS
from pledgekit.render import FORMATS
from tests.cli.small import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CITY: Final = "commitments/oslo-no"
UNNAMED: Final = """\
[[actions]]
id = "zqcanary40"
visibility = "public"
title = "Evenings without a name"
commitments = ["d-2020/c1"]
date = 2023-06-15
told_by = "city"
responsible = "zqcanary41"
partners = ["zqcanary42"]
remark = "zqcanary43"
recorded = 2023-07-01
[[actions.evidence]]
title = "zqcanary44"
"""
SEEN: Final = fingerprint(parse(UNNAMED.encode(), file="", owner="molde-no", home="commitments").records[0])
FILES: Final = {
    f"{CITY}/zqcanary-file-name.toml": """\
# zqcanary01 in a comment
[[actions]]
id = "open-one"
visibility = "public"
title = "An open action"
commitments = ["d-2020/c1"]
kind = "event"
date = 2023-06-15
told_by = "city"
note = "zqcanary02 in a note"
recorded_by = "zqcanary03"
recorded = 2023-07-01
inspired_by = ["munich-de/zqcanary04"]
extra = { zqcanary05 = "zqcanary06" }
translations.nl = { title = "Een actie", note = "zqcanary07" }
[[actions.evidence]]
title = "zqcanary08 in evidence"
visibility = "internal"
[[actions.evidence]]
title = "An open page"
url = "https://example.org/open"

[[actions]]
id = "zqcanary09"
title = "zqcanary10 of the network"
summary = "zqcanary11"
commitments = ["d-2020/c1"]
date = 2023-06-15
partners = ["zqcanary12"]
recorded = 2023-07-01

[[actions]]
id = "zqcanary13"
visibility = "public"
title = "zqcanary14 retracted"
commitments = ["d-2020/c1"]
date = 2023-06-15
recorded = 2023-07-01

[[retractions]]
id = "zqcanary15"
record = "oslo-no/zqcanary13"
reason = "privacy"
text = "zqcanary16"
recorded = 2023-08-01

[[actions]]
id = "narrowed"
visibility = "public"
title = "zqcanary17 before it was narrowed"
commitments = ["d-2020/c1"]
date = 2023-06-15
recorded = 2023-07-01

[[actions]]
id = "narrowed"
revision = 2
visibility = "network"
title = "zqcanary18 narrowed"
commitments = ["d-2020/c1"]
date = 2023-06-15
recorded = 2023-09-01

[[updates]]
id = "zqcanary19"
commitment = "d-2020/c2"
period = "2024"
completion = "limited"
narrative = "zqcanary20 says the city"
obstacles = ["no-funding"]
date = 2025-01-10
answered_by = "zqcanary21"
recorded = 2025-01-10

[[assessments]]
id = "zqcanary22"
commitment = "d-2020/c2"
period = "2024"
completion = "limited"
evidence_level = "documented"
rationale = "zqcanary23"
assessor = "zqcanary24"
date = 2025-02-20
recorded = 2025-02-20

[[profiles]]
id = "why"
question = "zqcanary25"
text = "zqcanary26"
recorded = 2025-02-20
""",
    f"{CITY}/internal/zqcanary-inside.toml": """\
[[contacts]]
id = "clerk"
name = "zqcanary27"
email = "zqcanary28@example.org"
recorded = 2023-07-01

[[notes]]
id = "rang"
text = "zqcanary29"
date = 2024-12-01
recorded = 2024-12-01
""",
    f"{CITY}/corrected.toml": """\
[[actions]]
id = "worded"
visibility = "public"
title = "zqcanary36 in the old words"
commitments = ["d-2020/c1"]
date = 2023-06-15
recorded = 2023-07-01

[[actions]]
id = "worded"
revision = 2
visibility = "public"
title = "Better words"
commitments = ["d-2020/c1"]
date = 2023-06-15
told_by = "press"
recorded = 2024-07-01

[[actions]]
id = "wrong"
visibility = "public"
title = "zqcanary37 was wrong"
commitments = ["d-2020/c1"]
date = 2023-06-15
recorded = 2023-07-01

[[retractions]]
id = "zqcanary38"
record = "oslo-no/wrong"
reason = "error"
in_favour_of = "oslo-no/zqcanary09"
text = "zqcanary39"
recorded = 2024-07-01
""",
    "commitments/hamar-no/city.toml": """\
[city]
id = "hamar-no"
name = "Hamar"
kind = "city"
country = "NO"
recorded = 2020-06-01

[[endorsements]]
id = "signed"
declaration = "d-2020"
act = "signed"
recorded = 2021-06-01
""",
    "commitments/molde-no/city.toml": """\
[city]
id = "molde-no"
name = "Molde"
kind = "city"
country = "NO"
recorded = 2020-06-01

[[endorsements]]
id = "signed"
declaration = "d-2020"
act = "signed"
recorded = 2021-06-01
""",
    "commitments/molde-no/deeds.toml": f"""\
{UNNAMED}
[[reviews]]
id = "zqcanary45"
verdict = "may-publish-unnamed"
by = "zqcanary46"
date = 2024-01-10
recorded = 2024-01-10
seen = [{{ record = "molde-no/zqcanary40", content = "{SEEN}" }}]
""",
    "commitments/munich-de/internal/hidden.toml": """\
[[actions]]
id = "zqcanary04"
visibility = "internal"
title = "zqcanary30"
recorded = 2024-07-01
""",
    "commitments/zqcanary31-de/city.toml": """\
[city]
id = "zqcanary31-de"
visibility = "network"
name = "zqcanary32"
kind = "city"
country = "DE"
recorded = 2024-07-01
""",
}
BROKEN: Final = {
    "commitments/bergen-no/zqcanary-broken.toml": """\
[[actions]]
id = "zqcanary33"
zqcanary34 = "zqcanary35 under an unknown key"
title = "T"
""",
}
CANARY: Final = "zqcanary"
DAY: Final = ("--as-of", "2025-06-01")
CODED: Final = CANARY.encode("utf-16-le")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register with canaries, and where the tests write beside it."""
    monkeypatch.setenv("PLEDGEKIT_USER", "Tester")
    make(tmp_path / "register")
    lay(tmp_path / "register", FILES)
    return tmp_path


def lay(root: Path, files: dict[str, str]) -> None:
    """Add files to a register."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def report_commands() -> list[tuple[str, Any]]:
    """Every report that the program makes, as the command line knows it."""
    return [(name, each) for name, each in commands() if name.startswith("report ")]


def arguments(command: Any) -> Iterator[list[str]]:  # noqa: ANN401  a command of the program
    """What a report can be asked of: nothing, every city, every commitment; hidden ones too."""
    needed = {each.metavar for each in command.params if each.param_type_name == "argument"}
    if not needed:
        yield []
    if any("CITY" in f"{each}" for each in needed):
        yield from (["oslo-no"], ["munich-de"], ["bergen-no"], ["zqcanary31-de"])
    if any("REF" in f"{each}" or "COMMITMENT" in f"{each}" for each in needed):
        yield from (["d-2020/c1"], ["d-2020/c2"])


def telling(folder: Path) -> list[str]:
    """Everything below a folder that tells of a canary: names and contents."""
    found = []
    for path in folder.rglob("*"):
        if CANARY in path.name.lower():
            found.append(f"the name {path.name}")
        data = path.read_bytes().lower() if path.is_file() else b""
        if CANARY.encode() in data or CODED in data:
            found.append(f"the file {path.name}")
    return found


def public_commands(folder: Path) -> Iterator[list[str]]:
    """Every command that makes something for the public, into files and to standard output."""
    out = folder / "out"
    number = 0
    for name, command in report_commands():
        compared: list[list[str]] = [["--since", "2024-01-01"]] if "since" in {p.name for p in command.params} else []
        for given in arguments(command):
            for more in ([], *compared):
                for format in (*FORMATS, "json"):
                    number += 1
                    base = [*name.split(), *given, *more, "--format", format]
                    yield base
                    yield [*base, "--out", f"{out / f'{number}.{format}'}"]
    yield ["export", "csv", "--out", f"{out / 'csv'}"]
    yield ["export", "json", "--out", f"{out / 'all.json'}"]
    yield ["export", "register", "--out", f"{out / 'register'}"]
    for kind in KINDS:
        yield ["export", "csv", "--kind", kind, "--out", f"{out / f'{kind}.csv'}"]
        yield ["--audience", "public", "list", kind, "--json"]
        yield ["--audience", "public", "list", kind, "--csv"]
        yield ["--audience", "public", "list", kind]
    yield from (
        ["--audience", "public", "show", each] for each in ("oslo-no", "oslo-no/open-one", "munich-de", "d-2020")
    )
    yield ["--audience", "public", "status"]
    yield ["--audience", "public", "status", "--json"]


def heard(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[list[str], list[str], int]:
    """Run every command: what told of a canary, which were refused, and how many were run."""
    told, refused, ran = [], [], 0
    (folder / "out").mkdir()
    for command in public_commands(folder):
        extra = [each for each in more if command[0] in ("report", "export") and "--kind" not in command]
        capsys.readouterr()
        code = main(["--root", f"{folder / 'register'}", *DAY, *command, *extra])
        ran += 1
        if CANARY in capsys.readouterr().out.replace(f"{folder}", "").lower():
            told.append(" ".join(command))
        if code and not any(CANARY in each for each in command):
            refused.append(" ".join(command))
    return told + telling(folder / "out"), refused, ran


def test_there_are_canaries_enough(folder: Path) -> None:
    """The register reads without an error, holds more than thirty canaries, and staff do see them."""
    text = "".join(FILES.values())
    assert {f"{CANARY}{number:02}" for number in range(1, 33)} <= {
        f"{CANARY}{text[at : at + 2]}"
        for at in (i + len(CANARY) for i in range(len(text)) if text.startswith(CANARY, i))
    }
    assert 0 == main(["--root", f"{folder / 'register'}", *DAY, "check"])


def test_no_canary_gets_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No report in any format, no export, no list for the public holds one, in text or in a name; and all were made."""
    told, refused, ran = heard(folder, capsys)
    assert [] == told
    assert [] == refused
    assert ran >= 2 * len(report_commands()) * (len(FORMATS) + 1) + 4 * len(KINDS)
    assert 0 == main(["--root", f"{folder / 'register'}", *DAY, "scan", f"{folder / 'out'}"])


def test_what_is_told_of_corrections_and_without_a_name_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reports in which no canary was found do tell of the records that hold them: the test above looked there."""
    root = ["--root", f"{folder / 'register'}", *DAY]
    assert 0 == main([*root, "report", "annual", "--since", "2024-01-01", "--format", "txt"])
    update = " ".join(capsys.readouterr().out.split())
    assert "A city in Norway" in update
    assert "Evenings without a name" in update
    assert 0 == main([*root, "report", "corrections", "--format", "json"])
    listed = capsys.readouterr().out
    assert (True, True) == ("oslo-no/worded" in listed, "oslo-no/wrong" in listed)


OWN: Final = frozenset({"05", "06", "09", "10", "11", "12", "18", "19", "20", "22", "23", "24", "25", "26"})
"""What of its own, open to the network, a city may be shown."""


@pytest.mark.parametrize("city", ["oslo-no", "molde-no"])
def test_a_city_is_sent_its_own_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str], city: str) -> None:
    """Its report with the page to sign, workbook, paper and letter hold its own network records at most."""
    root = ["--root", f"{folder / 'register'}", *DAY]
    made = [
        *(
            ["--audience", "city", "report", "city", city, "--format", each, "--out", f"{folder / f'own.{each}'}"]
            for each in (*FORMATS, "json")
        ),
        ["round", "ask", "--city", city, "--period", "2024", "--out", f"{folder / 'sent'}"]
        + [word for each in FORMATS for word in ("--format", each)],
    ]
    assert [0] * len(made) == [main([*root, *each]) for each in made]
    capsys.readouterr()
    files = [each for each in folder.rglob("*") if each.is_file() and "register" not in each.parts]
    assert {"xlsx", "eml", "json", *FORMATS} == {each.suffix[1:] for each in files}
    own = OWN if city == "oslo-no" else {"40", "41", "42", "43", "44"}
    addressed = {"27", "28"}  # a mail is to somebody
    for path in files:
        told = set(re.findall(rf"{CANARY}(\d\d)", whole(path).lower()))
        assert (path.suffix, set()) == (path.suffix, told - own - (addressed if path.suffix == ".eml" else set()))
        assert told or path.suffix == ".eml"


def whole(path: Path) -> str:
    """All text of a file and its name; of a workbook that of all its parts, of a mail that of its decoded ones."""
    data = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            return "\n".join([path.name, *parts.namelist(), *(parts.read(each).decode() for each in parts.namelist())])
    if path.suffix == ".eml":
        mail = email.message_from_bytes(data, policy=email.policy.default)
        bodies = [part.get_payload(decode=True) for part in mail.walk()]
        texts = [each.decode("utf-8", "replace") for each in bodies if isinstance(each, bytes)]
        return "\n".join([path.name, f"{mail.items()}", *texts])
    return f"{path.name}\n{data.decode()}"


def test_nor_in_spite_of_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Made although a file cannot be read, nothing tells of what is in it, nor of its name."""
    lay(folder / "register", BROKEN)
    told, refused, _ = heard(folder, capsys, "--despite-problems")
    assert [] == told
    assert all("--kind" in each for each in refused)


def test_staff_would_have_seen_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same commands for staff do tell: the test above can fail."""
    root = f"{folder / 'register'}"
    assert 0 == main(
        ["--root", root, *DAY, "--audience", "internal", "export", "json", "--out", f"{folder / 'all.json'}"]
    )
    capsys.readouterr()
    assert ["the file all.json"] == [each for each in telling(folder) if "all.json" in each]
    assert 1 == main(["--root", root, *DAY, "scan", f"{folder / 'all.json'}"])
    out = capsys.readouterr().out
    assert "note of oslo-no/open-one" in out
    assert "in a note" not in out
