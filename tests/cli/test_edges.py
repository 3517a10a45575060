"""Small promises of several commands: folders that are missing or files, days that are none, who may not be opened."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

NETWORK = """\
[city]
id = "uclg"
name = "UCLG"
kind = "network"

[[endorsements]]
id = "signed"
declaration = "d-2020"
act = "signed"
date = 2020-05-01

[[actions]]
id = "meeting"
visibility = "public"
title = "A meeting of mayors"
commitments = ["d-2020/c1"]
date = 2023-06-15
"""


def test_recording_warns_of_a_missing_folder(program: Program) -> None:
    """A register without commitments/ has lost its cities, or has none yet: that is said, and the city is recorded."""
    shutil.rmtree(program.root / "commitments")
    ran = program("new", "city", "lund-se", "--name", "Lund", "--kind", "city", "--country", "SE")
    assert (0, "commitments/lund-se/city.toml\n") == (ran.code, ran.out)
    assert "there is no commitments/ folder, so no city is read" in ran.err
    assert (program.root / ran.out.strip()).is_file()


def test_init_makes_no_register_of_a_file(program: Program, tmp_path: Path) -> None:
    """It stays as it is."""
    (tmp_path / "file").write_text("mine", "utf-8")
    ran = program.bare("init", f"{tmp_path / 'file'}")
    assert (1, "", "mine") == (ran.code, ran.out, (tmp_path / "file").read_text("utf-8"))
    assert f"{tmp_path / 'file'} is a file, not a folder; name another folder" in ran.err


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-02-30", "2024-02-30 is not in the calendar: there is no such day"),
        ("2024-2-3", "'2024-2-3' is not a day; write it as 2024-06-30"),
        ("soon", "'soon' is not a day; write it as 2024-06-30"),
    ],
)
def test_a_day_that_is_none_is_wrong_usage(program: Program, day: str, said: str) -> None:
    """What is no day of the calendar is told from what has not the shape of one."""
    ran = program("--known-on", day, "status")
    assert (2, "", True) == (ran.code, ran.out, said in ran.err)


def test_a_contact_is_never_opened(program: Program) -> None:
    """Contacts are for staff, always; nothing is written."""
    folder = program.root / "commitments/oslo-no/internal"
    folder.mkdir()
    (folder / "contact.toml").write_text('[[contacts]]\nid = "desk"\nname = "A. Person"\n', "utf-8")
    before = program.files()
    ran = program("release", "oslo-no/desk", "--to", "network")
    assert (2, "", before) == (ran.code, ran.out, program.files())
    assert "oslo-no/desk is a contact: contacts are internal, always" in ran.err


def test_the_spread_counts_who_lies_in_no_country(program: Program) -> None:
    """A network of cities is not left out of the hint on how examples are spread."""
    (program.root / "commitments/uclg").mkdir()
    (program.root / "commitments/uclg/city.toml").write_text(NETWORK, "utf-8")
    assert (
        "by country: Norway 1 and in no one country 1; by inhabitants: not known 2" in program("report", "annual").err
    )


def test_the_schema_is_printed_as_init_writes_it(program: Program, tmp_path: Path) -> None:
    """So it can be put beside a register that was begun by hand; no register is needed."""
    assert 0 == program.bare("init", f"{tmp_path / 'new'}").code
    ran = program.bare("schema")
    assert (0, (tmp_path / "new/pledgekit.schema.json").read_text("utf-8"), "") == ran
