"""What is no secret: names that say nothing, times; the files that are made for the public are clean."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from pledgekit.cli.main import main
from pledgekit.register import Loaded, Register
from pledgekit.scanning import scan
from pledgekit.store import load
from pledgekit.view import Lens, look
from tests.registers import BASE, made

LENS = Lens(as_of=datetime.date(2026, 1, 1))
DECLARED = """\
[declaration]
id = "hague-2022"
title = "The Declaration"
adopted = 2022-11-16

[[commitments]]
id = "speak-out"
title = "Speak out"
wording = "provisional"
"""
HIDDEN = """\
[[notes]]
id = "n"
text = "Something"
date = 2024-01-01
"""


def places(root: Path, text: str, *names: str) -> list[str]:
    """What is found in a text, of a register with hidden files of these names."""
    home = root / "declarations" / "hague-2022"
    home.mkdir(parents=True)
    (home / "declaration.toml").write_text(DECLARED, "utf-8")
    for name in names:
        (home / name).write_text(HIDDEN.replace('"n"', f'"n{names.index(name)}"'), "utf-8")
    loaded = load(root)
    return [each.ref for each in scan(loaded, look(loaded.register, LENS), [("file", text.encode())]).found]


@pytest.mark.parametrize(
    "name",
    [
        "findings-2023.toml",
        "findings_2023_Q2.toml",
        "hague-2022-speak-out-2024.toml",
        "internal-notes-june-2024.toml",
        "round-2024-2025.toml",
        "the-declaration.toml",
        "2024-11-15.toml",
    ],
)
def test_names_that_say_nothing_are_no_secret(name: str, tmp_path: Path) -> None:
    """Words of the program, kinds, times, and what is public."""
    assert [] == places(tmp_path, f"<h2 id='{name.removesuffix('.toml')}'>Findings</h2>", name)


@pytest.mark.parametrize(
    "name", ["findings-nightingale.toml", "hague-2022-whistle.toml", "2024-06-round-k7f3a9c2.toml", "bergen-2023.toml"]
)
def test_names_that_say_something_are(name: str, tmp_path: Path) -> None:
    """One word that is nowhere else suffices."""
    assert ["hague-2022"] == places(tmp_path, f"see {name}", name)


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        (made("actions", "findings-2023", visibility="internal", title="Things"), "id='findings-2023'"),
        (
            made("actions", "a", visibility="internal", title="Things", date_text="June 2023", date="2023-06"),
            "June 2023",
        ),
        (made("updates", "u", period="2024-07/2025-06", instead="nothing-new"), "2024-07/2025-06"),
        (made("actions", "a", visibility="internal", title="Things", end="2023-03/2023-05"), "2023-03/2023-05"),
        (made("notes", "n", text="15 November 2024; in spring 2023"), "15 November 2024, spring 2023"),
    ],
)
def test_ids_and_times_of_hidden_records(hidden: object, text: str) -> None:
    """An id that says nothing, a day, a period."""
    register = Register.of([*BASE, hidden])  # type: ignore[list-item]  # a record
    assert () == scan(Loaded(register, (), 1), look(register, LENS), [("file", text.encode())]).found


def test_a_text_of_ordinary_words_is_a_secret() -> None:
    """Not every text of words that we use, too: only what is a name."""
    register = Register.of([*BASE, made("notes", "n", text="The city declined all commitments")])
    found = scan(Loaded(register, (), 1), look(register, LENS), [("file", b"the city declined all commitments")]).found
    assert ["text"] == [each.key for each in found]


CITIES = ("oslo-no", "the-hague-nl", "munich-de", "london-gb", "paris-fr", "helsinki-fi", "gouda-nl", "delft-nl")
KEPT = """\
[[contacts]]
id = "contact-{city}"
name = "Ann Example"
role = "Mayor's office"
email = "ann@{city}.example"
phone = "+31 70 353 30 {number}"
recorded = 2024-01-01

[[notes]]
id = "2024-11-15"
text = "15 November 2024"
date = 2024-11-15
recorded = 2024-11-15

[[updates]]
id = "2024-speak-out"
visibility = "internal"
commitment = "hague-2022/speak-out"
period = "2024"
completion = "limited"
narrative = "We did it quietly in {number} places."
date = 2025-01-10
via = "meeting"
recorded = 2025-02-01

[[actions]]
id = "findings-2023"
visibility = "internal"
title = "Office hours"
commitments = ["hague-2022/speak-out"]
kind = "programme"
start = "2023-03/2023-05"
start_text = "spring 2023"
responsible = "Office of the Mayor"
partners = ["Strong Cities Network", "United Nations"]
recorded = 2024-01-01
"""


def test_what_is_made_for_the_public_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All reports on the register of this repository, with thirty hidden records in files of usual names."""
    repository = Path(__file__).parents[2]
    root, out = tmp_path / "register", tmp_path / "out"
    for home in ("declarations", "commitments"):
        shutil.copytree(repository / home, root / home)
    for number, city in enumerate(CITIES, 10):
        inside = root / "commitments" / city / "internal"
        inside.mkdir(exist_ok=True)
        for name in ("findings-2023", "contacts", "2024-speak-out", f"{city}-endorsements"):
            text = KEPT if name == "contacts" else "# Asked and reminded in 2024\n"
            (inside / f"{name}.toml").write_text(text.format(city=city, number=number), "utf-8")
    base = ["--root", f"{root}", "--as-of", "2025-06-01"]
    out.mkdir()
    made = 0
    for report in (("annual",), ("findings",), ("city", "oslo-no"), ("commitment", "hague-2022/speak-out")):
        named = () if len(report) > 1 else ("--declaration", "hague-2022")
        for format in ("html", "md", "json"):
            made += 1
            assert 0 == main([*base, "report", *report, *named, "--out", f"{out / f'{made}.{format}'}"])
    assert (12, 0) == (made, main([*base, "scan", f"{out}"]))
    (out / "kept.txt").write_text("Ann Example, 070 3533010", "utf-8")
    capsys.readouterr()
    assert 1 == main([*base, "scan", f"{out}"])
    assert 2 * len(CITIES) >= len(capsys.readouterr().out.splitlines()) > 1


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """A file that is gone since has no comments; keys of a network's own are texts, too."""
    home = tmp_path / "declarations" / "hague-2022"
    home.mkdir(parents=True)
    extra = 'extra = { "whispered key" = { "murmured key" = 1 } }\n'
    (home / "declaration.toml").write_text(DECLARED + extra, "utf-8")
    loaded = load(tmp_path)
    (home / "declaration.toml").unlink()
    found = scan(loaded, look(loaded.register, LENS), [("file", b"whispered key, murmured key")]).found
    assert ["extra.1", "extra.1.1"] == sorted(each.key for each in found)
