"""What the program prints and writes for the public: the same, without all that is not public, in names and in bytes.

`tests/test_edition.py` asks the library for everything; here the program itself is run on folders. Standard error is
for staff and may differ; so may whether errors stop a command, so each is made in spite of them.
"""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import Phase, given, settings

from docs.generate import commands
from pledgekit import store
from pledgekit.cli.main import main
from pledgekit.codec.write import dumps
from pledgekit.model.kinds import KINDS
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.reports import REPORTS
from pledgekit.view import Lens, look
from tests.edition import COMPARING, ENDINGS, differing, subjects
from tests.registers import all_revisions, lenses, registers
from tests.test_edition import days
from tests.view.test_properties import closed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from pledgekit.model.record import Record
    from pledgekit.view import View

OUT: Final = "out"


def lay(root: Path, records: list[Record]) -> None:
    """Write records as a register, each into a file of its own, whose name says nothing."""
    for number, each in enumerate(records):
        home = "declarations" if each.owner in ("hague-2022", "nyc-2023") else "commitments"
        path = root / home / each.owner / f"{number}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dumps([each]), "utf-8")


def asked(view: View, since: datetime.date | None) -> Iterator[list[str]]:
    """Every command that gives something out, of all that the public sees; formats take turns."""
    turn = 0
    for name in REPORTS:
        for subject in subjects(view, name):
            whom = [subject] if REPORTS[name].subject != "declaration" else ["--declaration", subject] * bool(subject)
            compared = ["--since", f"{since}"] if since is not None and name in COMPARING else []
            for more in [[], compared] if compared else [[]]:
                base = ["report", name, *whom, *more, "--despite-problems"]
                turn += 1
                yield [*base, "--format", ENDINGS[turn % len(ENDINGS)]]
                yield [*base, "--out", f"{OUT}/{turn}.{ENDINGS[(turn + 1) % len(ENDINGS)]}"]
    for name, _ in commands():
        if name.startswith("export "):
            yield [*name.split(), "--despite-problems", "--out", f"{OUT}/{name.replace(' ', '-')}"]
    seen = ["--audience", "public"]
    for name in KINDS:
        turn += 1
        yield [*seen, "list", name, *([], ["--json"], ["--csv"])[turn % 3]]
    for each in view.everything():
        yield [*seen, "show", f"{each.ref}"]
    for declaration in subjects(view, "annual"):
        yield [*seen, "status", "--declaration", declaration]
        yield [*seen, "count", "--declaration", declaration]


def ran(records: list[Record], lens: Lens, wanted: list[list[str]]) -> dict[str, bytes]:
    """What each command prints, with its exit code, and every file that it left, in the order of the folder's names."""
    found: dict[str, bytes] = {}
    known = [] if lens.known_on is None else ["--known-on", f"{lens.known_on}"]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("PLEDGEKIT_USER", "Tester")
        lay(Path("register"), records)
        patch.setattr(store, "load", cache(store.load))  # the folder stays as it is: read once for all commands
        Path(OUT).mkdir()
        for command in wanted:
            stdout = io.StringIO()
            with redirect_stdout(stdout), redirect_stderr(io.StringIO()):
                code = main(["--root", "register", "--as-of", f"{lens.as_of}", *known, *command])
            found[" ".join(command)] = f"{code}\n{stdout.getvalue()}".encode()
        for path in sorted(Path(OUT).rglob("*")):
            found[f"{path}"] = path.read_bytes() if path.is_file() else b"(a folder)"
    return found


def compare(records: list[Record], lens: Lens, since: datetime.date | None) -> dict[str, bytes]:
    """Run everything on a register and on what is left without what is not public; give what the first gave."""
    wanted = list(asked(look(Register.of(records), lens), since))
    found = ran(records, lens, wanted)
    rest = all_revisions(records, closed(records, Audience.PUBLIC))
    assert {} == differing(ran(rest, lens, wanted), found)
    return found


@given(records=registers(), lens=lenses(Audience.PUBLIC), since=days())
@settings(max_examples=2, phases=[Phase.explicit, Phase.generate])  # each runs the program a hundred times and more
def test_what_is_not_public_might_as_well_not_be_there(
    records: list[Record], lens: Lens, since: datetime.date | None
) -> None:
    """Neither what is printed, nor an exit code, nor a file's name or bytes tells of it."""
    found = compare(records, lens, since)
    refused = [name for name, said in found.items() if name.split()[0] in ("list", "export") and said[:1] != b"0"]
    assert [] == refused


@pytest.mark.faults
@given(records=registers(), lens=lenses(Audience.PUBLIC), since=days())
@settings(max_examples=100)
def test_a_hundred_folders(records: list[Record], lens: Lens, since: datetime.date | None) -> None:
    """The same again and again."""
    compare(records, lens, since)
