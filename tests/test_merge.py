"""Two people on two git branches record for the same city; their branches merge, always."""

from __future__ import annotations

import datetime
import random
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.model.kinds import ACTIONS, NOTES
from pledgekit.recording import correct, draft, keep
from pledgekit.store import load
from tests.registers import CITY, DECLARED

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.recording import Draft

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed: nothing can be merged")

PAIRS = 50
DECLARATION = f'[declaration]\nid = "{DECLARED}"\ntitle = "D"\nadopted = 2022-11-16\n'
NOW = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, without anybody's own settings."""
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0"]
    done = subprocess.run(["git", "-C", f"{folder}", *name, *words], capture_output=True, text=True, check=False)
    assert (0, words) == (done.returncode, words), done.stdout + done.stderr
    return done.stdout.strip()


def recorded(root: Path, choice: random.Random) -> list[str]:
    """Record something for the city: an action, a note, or a correction of the same action that all know."""
    register = load(root).register
    drafts: list[Draft[Any]] = []
    what = choice.choice(["action", "action", "note", "correction", "two"])
    if what in ("action", "two"):
        drafts.append(draft(register, ACTIONS, CITY, {"title": choice.choice(["Days", "Nights"])}, by="A", now=NOW))
    if what in ("note", "two"):
        drafts.append(draft(register, NOTES, CITY, {"text": "rang", "date": NOW.date()}, by="A", now=NOW))
    paths = list(keep(root, drafts).paths)
    if what == "correction":
        every = [each.ref for each in register.records(ACTIONS)]
        ref = next(each for each in every if every.count(each) == 1)  # the other branch may choose it, too
        paths += keep(root, [correct(register, ref, {"title": f"New {choice.random()}"}, by="A", now=NOW)]).paths
    return paths


def test_branches_merge_without_a_conflict(tmp_path: Path) -> None:
    """Fifty pairs of branches, each with records for the same city, the same titles and the same moment."""
    git(tmp_path, "init", "-q", "-b", "main")
    files = {
        f"declarations/{DECLARED}/declaration.toml": DECLARATION,
        f"commitments/{CITY}/city.toml": f'[city]\nid = "{CITY}"\nname = "Oslo"\nkind = "city"\ncountry = "NO"\n',
        f"commitments/{CITY}/first.toml": '[[actions]]\nid = "first"\ntitle = "First"\n',
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    choice, expected = random.Random(2022), set(files)  # noqa: S311  the same choices each run
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    for number in range(PAIRS):
        for side in ("a", "b"):
            git(tmp_path, "switch", "-q", "-c", f"{side}-{number}", "main")
            expected |= set(recorded(tmp_path, choice))
            git(tmp_path, "add", "-A")
            git(tmp_path, "commit", "-q", "-m", f"Record {side}")
        git(tmp_path, "switch", "-q", "main")
        git(tmp_path, "merge", "-q", "--no-edit", f"a-{number}")
        git(tmp_path, "merge", "-q", "--no-edit", f"b-{number}")
    assert expected == set(git(tmp_path, "ls-files").split("\n"))
    assert (len(expected), ()) == (load(tmp_path).files, load(tmp_path).problems)
