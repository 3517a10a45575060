"""Erasing: no byte of the record stays in its files, no other byte goes; old or new, whatever fails."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit import disk
from pledgekit.errors import DiskError, NotFound, Refused, UsageError
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, CITIES, NOTES, RETRACTIONS, REVIEWS
from pledgekit.recording import correct, draft, keep
from pledgekit.recording.erasing import Erasure, carry_out, erase
from pledgekit.store import load
from tests.faults import Killed, every_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

NOW = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)
DAYS = Ref("oslo-no", "days")
OTHERS = '# a file\n\n[[updates]]\nid = "u"\ncommitment = "d/c"\nperiod = "2024"\ncompletion = "limited"\n'
RECORD = '\n# secret\n[[actions]]\nid = "days"\ntitle = "secret"\n[[actions.evidence]]\ntitle = "secret"\n'
CITING = '\n[[actions]]\nid = "other"\ntitle = "T"\ninspired_by = ["oslo-no/days"]\n'
FILES = {
    "declarations/d/d.toml": (
        '[declaration]\nid = "d"\ntitle = "D"\nadopted = 2020-01-01\n'
        '[[commitments]]\nid = "c"\ntitle = "C"\nwording = "provisional"\n'
    ),
    "commitments/oslo-no/city.toml": '[city]\nid = "oslo-no"\nname = "Oslo"\nkind = "city"\ncountry = "NO"\n',
    "commitments/oslo-no/2024.toml": OTHERS + RECORD + CITING,
}


def lay(root: Path, **more: str) -> Path:
    """Lay out a register with a record that stands among others, and one revision of it in a file of its own."""
    for path, text in {**FILES, **{f"commitments/oslo-no/{name}.toml": text for name, text in more.items()}}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    register = load(root).register
    keep(root, [correct(register, DAYS, {"title": "secret too"}, by="A", now=NOW)])
    return root


def held(root: Path) -> dict[str, str]:
    """Every file with its text."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def planned(root: Path, ref: Ref = DAYS, reason: str = "privacy") -> Erasure:
    """Work out an erasing."""
    return erase(load(root), root, ref, reason=reason, by="A", now=NOW)


def test_all_revisions_go_and_a_tombstone_stays(tmp_path: Path) -> None:
    """Other records keep their bytes; a file that held nothing else is gone; who cites it is told; checks pass."""
    root = lay(tmp_path)
    before = held(root)
    found = planned(root)
    assert found.tombstone is not None
    assert before == held(root)
    added = carry_out(root, found)
    tomb = found.tombstone.text
    assert {
        **{path: text for path, text in FILES.items() if "2024" not in path},
        "commitments/oslo-no/2024.toml": OTHERS + "\n" + tomb + CITING,
    } == held(root)
    assert (found.paths, ()) == (added.paths, added.unconfirmed)
    assert ["commitments/oslo-no/2024.toml"] == [each.file for each in found.cited]
    assert [("oslo-no/days", "privacy")] == [
        (str(each.record), each.reason) for each in load(root).register.records(RETRACTIONS)
    ]
    assert () == load(root).problems


def test_an_internal_record_leaves_its_tombstone_outside(tmp_path: Path) -> None:
    """Retractions must reach every copy; the internal file goes."""
    root = lay(tmp_path)
    note = draft(load(root).register, NOTES, "oslo-no", {"text": "secret", "date": NOW.date()}, by="A", now=NOW)
    keep(root, [note])
    assert "/internal/" in note.path
    found = planned(root, note.record.ref, "safety")
    assert found.tombstone is not None
    assert (found.tombstone.path, note.path) == carry_out(root, found).paths
    assert found.tombstone.text == held(root)[found.tombstone.path]
    assert note.path not in held(root)


def test_after_a_retraction_and_once_more(tmp_path: Path) -> None:
    """What was retracted for privacy already needs no second tombstone; what was retracted as an error does."""
    for reason, tombstones in (("privacy", 1), ("error", 2)):
        root = lay(tmp_path / reason)
        values = {"record": str(DAYS), "reason": reason}
        keep(root, [draft(load(root).register, RETRACTIONS, "oslo-no", values, by="A", now=NOW)])
        carry_out(root, planned(root))
        assert tombstones == len(list(load(root).register.records(RETRACTIONS)))
        assert not [text for text in held(root).values() if "secret" in text]
        with pytest.raises(NotFound, match="is no record"):
            planned(root)


@pytest.mark.parametrize("reason", ["error", "duplicate", "other", ""])
def test_only_privacy_and_safety_erase(tmp_path: Path, reason: str) -> None:
    """Anything else is retracted."""
    with pytest.raises(UsageError, match="is no reason to erase"):
        planned(lay(tmp_path), reason=reason)


def test_what_others_need_stays(tmp_path: Path) -> None:
    """Owners, retractions and bans are not erased: others would lose their owner, or be shown again."""
    root = lay(tmp_path)
    seen = [{"record": "oslo-no/other", "content": "sha256:" + "0" * 64}]
    parts: Mapping[str, object] = {"verdict": "must-not-publish", "seen": seen, "by": "B", "date": NOW.date()}
    ban = draft(load(root).register, REVIEWS, "oslo-no", parts, by="A", now=NOW)
    leave = draft(load(root).register, REVIEWS, "oslo-no", {**parts, "verdict": "approved"}, by="A", now=NOW)
    taken = {"record": "oslo-no/other", "reason": "error"}
    back = draft(load(root).register, RETRACTIONS, "oslo-no", taken, by="A", now=NOW)
    keep(root, [ban, leave, back])
    for ref in (Ref("oslo-no"), Ref("d"), ban.record.ref, back.record.ref):
        with pytest.raises(Refused, match=r"records of its own|from being shown"):
            planned(root, ref)
    carry_out(root, planned(root, leave.record.ref))
    assert leave.path in held(root)
    assert "approved" not in held(root)[leave.path].replace(leave.record.id, "")


def test_unusual_and_unread_files(tmp_path: Path) -> None:
    """A record in an inline array is refused with what to do; files that cannot be read are named."""
    root = lay(tmp_path, inline='actions = [{ id = "in", title = "T" }]\n', broken="x = [")
    with pytest.raises(Refused, match=r"(?s)nothing was erased.*pledgekit fmt"):
        planned(root, Ref("oslo-no", "in"))
    assert ["commitments/oslo-no/broken.toml"] == [each.file for each in planned(root).unread]


def test_a_colleague_who_writes_meanwhile_is_not_harmed(tmp_path: Path) -> None:
    """What was changed since it was read is refused, and what was done before is said."""
    root = lay(tmp_path)
    found = planned(root)
    last = root / found.paths[-1]
    last.write_text(last.read_text("utf-8") + "# more\n", "utf-8")
    with pytest.raises(Refused, match=r"changed meanwhile.*1 of 2 files were changed before"):
        carry_out(root, found)
    again = planned(root)
    assert again.tombstone is None
    carry_out(root, again)
    assert not [text for text in held(root).values() if "secret" in text]


def test_whatever_fails_nothing_else_is_harmed(tmp_path: Path) -> None:
    """Under every fault each file is old or new, others keep their records, and doing it again ends it."""
    grounds: list[Path] = []
    made: list[Erasure] = []

    def fresh() -> Callable[[], object]:
        grounds.append(lay(tmp_path / f"r{len(grounds)}"))
        made.append(planned(grounds[-1]))
        return lambda: carry_out(grounds[-1], made[-1])

    judged = dict.fromkeys(("done", "failed", "cut off"), 0)
    for outcome in every_fault(disk, fresh):
        root, found = grounds[-1], made[-1]
        new = {each.path: each.data.decode() if each.data else None for each in found.changes}
        old = {each.path: each.was.decode() for each in found.changes}
        now = {path: text for path, text in held(root).items() if disk.TEMPORARY not in path}
        assert all(now.get(path) in (old[path], new[path]) for path in new)
        if outcome.raised is None:
            assert all(now.get(path) == new[path] for path in new)
            judged["done"] += 1
        elif isinstance(outcome.raised, DiskError):
            changed = [path for path in new if now.get(path) == new[path]]
            said = "1 of 2 files were changed, this one was not" if changed else disk.UNCHANGED
            assert said == outcome.raised.state
            judged["failed"] += 1
        else:
            assert isinstance(outcome.raised, KeyboardInterrupt | Killed)
            judged["cut off"] += 1
        register = load(root).register
        assert {"other"} <= {each.id for each in register.records(ACTIONS)}
        assert ["oslo-no"] == [each.id for each in register.records(CITIES)]
        if register.revisions(DAYS):
            carry_out(root, planned(root))
        assert 1 == len(list(load(root).register.records(RETRACTIONS)))
        assert not [text for path, text in held(root).items() if "secret" in text and disk.TEMPORARY not in path]
    assert min(judged.values()) > 10
