"""The register at a git revision: what is read, from where, and that nothing of a received folder is run."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from pledgekit import history
from pledgekit.errors import NotFound, PledgekitError, Refused
from pledgekit.gate import LIMIT_BYTES
from pledgekit.history import Trace, read_at, trace
from pledgekit.ids import Ref
from pledgekit.store import load
from tests.checks.registers import HAGUE, OSLO, record

if TYPE_CHECKING:
    from pathlib import Path

FIRST = record("actions", id="a", title="A")
SECOND = record("actions", id="b", title="B")
CLEAN = {
    "PATH": os.environ.get("PATH", ""),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, as somebody without settings."""
    done = subprocess.run(["git", *words], cwd=folder, env=CLEAN, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def write(root: Path, files: dict[str, str | bytes]) -> None:
    """Write files."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(folder: Path, message: str) -> None:
    """Commit everything in a folder."""
    git(folder, "add", "-A", ".")
    git(folder, "commit", "-q", "-m", message)


def repository(top: Path, below: str = "") -> Path:
    """Make a repository with two states of a register, the first of them tagged; give the register's folder."""
    root = top / below
    root.mkdir(parents=True, exist_ok=True)
    git(top, "init", "-q", "-b", "main")
    write(root, {"declarations/hague-2022/d.toml": HAGUE, "commitments/oslo-no/city.toml": OSLO})
    write(root, {"commitments/oslo-no/actions.toml": FIRST, "commitments/oslo-no/letter.txt": "x"})
    commit(top, "One")
    git(top, "tag", "round-2024")
    write(root, {"commitments/oslo-no/actions.toml": FIRST + SECOND})
    commit(top, "Two")
    return root


def refs(root: Path, revision: str) -> list[str]:
    """Name what a revision of a register held of Oslo's actions."""
    loaded = read_at(root, revision, os.environ)
    assert () == loaded.problems
    return sorted(str(each.ref) for each in loaded.register.everything() if each.ref.owner == "oslo-no" and each.ref.id)


def traced(root: Path, name: str) -> Trace:
    """What git holds of a record of Oslo."""
    return trace(root, "commitments/oslo-no", Ref("oslo-no", name), os.environ)


@pytest.mark.parametrize("below", ["", "registers/ours", "Åse"])
@pytest.mark.parametrize(
    ("revision", "expected"),
    [("round-2024", ["a"]), ("HEAD~1", ["a"]), ("HEAD", ["a", "b"]), ("main", ["a", "b"])],
)
def test_a_revision_is_read(tmp_path: Path, below: str, revision: str, expected: list[str]) -> None:
    """By tag, branch or what git understands; also when the register lies in a sub-folder of the repository."""
    root = repository(tmp_path, below)
    assert [f"oslo-no/{each}" for each in expected] == refs(root, revision)


def test_the_last_commit_is_the_folder_as_it_is(tmp_path: Path) -> None:
    """What git held of it and what lies in the folder are one register, with the same files."""
    root = repository(tmp_path)
    then, now = read_at(root, "HEAD", os.environ), load(root)
    assert list(then.register.everything()) == list(now.register.everything())
    assert then.files == now.files
    assert (
        then.register.revisions(Ref("oslo-no", "a"))[0].origin == now.register.revisions(Ref("oslo-no", "a"))[0].origin
    )


def test_what_lies_uncommitted_is_not_read(tmp_path: Path) -> None:
    """A revision is what was committed."""
    root = repository(tmp_path)
    write(root, {"commitments/oslo-no/actions.toml": ""})
    assert ["oslo-no/a", "oslo-no/b"] == refs(root, "HEAD")


def test_what_cannot_be_read_is_listed(tmp_path: Path) -> None:
    """Bad files, links, odd names and giants are problems, as in a folder; hidden files are passed over."""
    root = repository(tmp_path)
    write(root, {"commitments/oslo-no/bad.toml": "[[actions", "commitments/oslo-no/.hidden.toml": "[["})
    write(root, {"commitments/oslo-no/big.toml": "#" * (LIMIT_BYTES + 1), "commitments/stray.toml": SECOND})
    (root / "commitments/oslo-no/link.toml").symlink_to("actions.toml")
    (root / "commitments/oslo-no/a\nb.toml").write_text("", "utf-8")
    commit(tmp_path, "Three")
    loaded = read_at(root, "HEAD", os.environ)
    expected = [
        ("commitments/oslo-no/a\nb.toml", "unreadable"),
        ("commitments/oslo-no/bad.toml", "syntax"),
        ("commitments/oslo-no/big.toml", "too-large"),
        ("commitments/oslo-no/link.toml", "unreadable"),
        ("commitments/stray.toml", "stray-file"),
    ]
    assert expected == [(each.file, each.code) for each in loaded.problems]


def said(root: Path, revision: str) -> str:
    """Give what is said when a revision cannot be read, in one line."""
    with pytest.raises(PledgekitError) as raised:
        read_at(root, revision, os.environ)
    assert 1 == raised.value.exit_code
    assert "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        ("round-2023", "git knows no revision 'round-2023'; did you mean round-2024?"),
        ("zzz", "git knows no revision 'zzz'; branches and tags: main, round-2024"),
        ("HEAD~9", "git knows no revision 'HEAD~9'; branches and tags: main, round-2024"),
        ("", "git knows no revision ''; branches and tags: main, round-2024"),
        ("--help", "git knows no revision '--help'; branches and tags: main, round-2024"),
        ("a\0b", "git knows no revision 'a\\x00b'; branches and tags: main, round-2024"),
        ("HEAD:declarations", "git knows no revision 'HEAD:declarations'; branches and tags: main, round-2024"),
    ],
)
def test_an_unknown_revision_is_told(tmp_path: Path, revision: str, expected: str) -> None:
    """With the nearest branch or tag, or those there are; what looks like an option never reaches git as one."""
    assert expected == said(repository(tmp_path), revision)


def test_an_empty_repository_knows_nothing(tmp_path: Path) -> None:
    """Nothing was committed yet."""
    git(tmp_path, "init", "-q")
    assert "git knows no revision 'HEAD': there is no branch and no tag here" == said(tmp_path, "HEAD")


def test_outside_a_repository_it_is_told(tmp_path: Path) -> None:
    """There is no git folder here."""
    expected = f"{tmp_path} is not in a git repository; name days or folders instead: see diff --help"
    assert expected == said(tmp_path, "HEAD")


@pytest.mark.parametrize(("below", "where"), [("", ""), ("ours", " in ours")])
def test_before_the_register_there_was_none(tmp_path: Path, below: str, where: str) -> None:
    """A revision from before the register was begun has none."""
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {"README": "x"})
    commit(tmp_path, "Before")
    git(tmp_path, "tag", "before")
    (tmp_path / below).mkdir(exist_ok=True)
    assert f"no register at before: it has no declarations/ folder{where}" == said(tmp_path / below, "before")


def test_without_git_it_is_told(tmp_path: Path) -> None:
    """Where git is not installed, one line says so."""
    with pytest.raises(NotFound) as raised:
        read_at(tmp_path, "HEAD", {"PATH": f"{tmp_path}"})
    assert "git cannot be run here; install git, or name days or folders instead of revisions" == str(raised.value)


def test_a_broken_repository_is_told(tmp_path: Path) -> None:
    """What git itself says of a broken repository is passed on, in one line."""
    root = repository(tmp_path)
    (tmp_path / ".git/config").write_text("[core\n", "utf-8")
    assert said(root, "HEAD").startswith(f"git could not read {root}: fatal: bad config line 1")


@pytest.mark.parametrize("broken", ["tree", "blob"])
def test_a_repository_that_lacks_objects_is_told(tmp_path: Path, broken: str) -> None:
    """A copy that was not fetched whole says so, and nobody is asked for the rest."""
    root = repository(tmp_path)
    where = "HEAD^{tree}" if broken == "tree" else "HEAD:commitments/oslo-no/city.toml"
    name = git(tmp_path, "rev-parse", where)
    (tmp_path / ".git/objects" / name[:2] / name[2:]).unlink()
    told = said(root, "HEAD")
    expected = {
        "tree": f"git could not read {root}: fatal: not a tree object",
        "blob": "this copy of the repository lacks files of that revision; fetch them with git",
    }
    assert expected[broken] == told


def test_contents_that_cannot_be_brought_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When git fails half-way, that is said; when it says nothing, that too."""
    root = repository(tmp_path)
    real = subprocess.run

    def failing(command: list[str], **options: object) -> object:
        if "cat-file" in command:
            return subprocess.CompletedProcess(command, 128, b"", b"")
        return real(command, **options)  # type: ignore[call-overload]  # passed on as they came

    monkeypatch.setattr(subprocess, "run", failing)
    assert f"git could not read {root}: it gave no reason" == said(root, "HEAD")


def test_a_git_that_hangs_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever."""

    def hanging(command: list[str], **_: object) -> object:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", hanging)
    with pytest.raises(Refused, match="git did not answer within"):
        read_at(tmp_path, "HEAD", os.environ)


HOSTILE = """\
[core]
	fsmonitor = "{trap}"
	pager = "{trap}"
	sshCommand = "{trap}"
	editor = "{trap}"
	askPass = "{trap}"
	alternateRefsCommand = "{trap}"
	hooksPath = "{hooks}"
	attributesFile = "{attributes}"
	repositoryformatversion = 1
[extensions]
	partialClone = origin
[remote "origin"]
	url = "ext::{trap} %S"
	promisor = true
	uploadpack = "{trap}"
[alias]
	ls-tree = "!{trap}"
	cat-file = "!{trap}"
	rev-parse = "!{trap}"
	for-each-ref = "!{trap}"
	rev-list = "!{trap}"
	ls-files = "!{trap}"
[log]
	showSignature = true
[gpg]
	program = "{trap}"
[pager]
	rev-list = "{trap}"
	ls-tree = "{trap}"
	cat-file = "{trap}"
[diff]
	external = "{trap}"
[diff "x"]
	textconv = "{trap}"
	command = "{trap}"
[filter "x"]
	clean = "{trap}"
	smudge = "{trap}"
	process = "{trap}"
[credential]
	helper = "!{trap}"
[protocol]
	allow = always
[protocol "ext"]
	allow = always
"""


@pytest.mark.parametrize("lacking", [False, True])
def test_nothing_of_a_received_folder_is_run(tmp_path: Path, lacking: bool) -> None:
    """A hostile .git/config names a program wherever git may start one; none is, not even for what is missing."""
    root = repository(tmp_path / "received")
    marker, trap, hooks = tmp_path / "marker", tmp_path / "trap.sh", tmp_path / "hooks"
    trap.write_text(f"#!/bin/sh\ntouch '{marker}'\n", "utf-8")
    trap.chmod(0o755)
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "pre-commit", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_bytes(trap.read_bytes())
        (hooks / name).chmod(0o755)
    attributes = tmp_path / "attributes"
    attributes.write_text("* diff=x filter=x\n", "utf-8")
    write(root, {".gitattributes": "* diff=x filter=x\n", "commitments/oslo-no/actions.toml": FIRST})
    commit(root, "Three")
    missing = git(root, "rev-parse", "HEAD:commitments/oslo-no/actions.toml")
    config = HOSTILE.format(trap=trap, hooks=hooks, attributes=attributes)
    (root / ".git/config").write_text(config, "utf-8")
    (root / ".git/info/attributes").write_text("* diff=x filter=x\n", "utf-8")
    if lacking:
        (root / ".git/objects" / missing[:2] / missing[2:]).unlink()
        assert "lacks files" in said(root, "HEAD")
        with pytest.raises(Refused):
            traced(root, "a")
    else:
        assert ["oslo-no/a"] == refs(root, "HEAD")
        assert 10 == len(traced(root, "a").commit)
    said(root, "nobody")
    assert not marker.exists()


def test_the_trap_would_shut(tmp_path: Path) -> None:
    """The test above proves something: git run as usual does start what such a config names."""
    root = repository(tmp_path / "received")
    marker = tmp_path / "marker"
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{marker}'\n", "utf-8")
    trap.chmod(0o755)
    (root / ".git/config").write_text(f'[core]\n\tfsmonitor = "{trap}"\n', "utf-8")
    git(root, "status")
    assert marker.exists()


def test_the_environment_is_not_passed_on(tmp_path: Path) -> None:
    """Variables that steer git elsewhere do not reach it."""
    root = repository(tmp_path / "one")
    repository(tmp_path / "two")
    steered = {**os.environ, "GIT_DIR": f"{tmp_path / 'two/.git'}", "GIT_CONFIG_COUNT": "x", "HOME": f"{tmp_path}"}
    loaded = read_at(root, "HEAD", steered)
    assert 3 == loaded.files


def test_a_folder_of_another_user_is_read(tmp_path: Path) -> None:
    """Git's own refusal of folders that belong to others is lifted, since nothing of them is run."""
    root = repository(tmp_path)
    if os.geteuid() == 0:  # only the superuser may give files away
        for path in (tmp_path, *tmp_path.rglob("*")):
            os.chown(path, 12345, 12345)
    assert ["oslo-no/a", "oslo-no/b"] == refs(root, "HEAD")
    assert any(each.startswith("safe.directory=") for each in history.SETTINGS)


@pytest.mark.parametrize("below", ["", "registers/ours", "Åse"])
def test_what_git_holds_of_a_record(tmp_path: Path, below: str) -> None:
    """The last commit that wrote it, and all its files; what was deleted, amended or put away counts; others do not."""
    root = repository(tmp_path, below)
    path, day = "commitments/oslo-no/actions.toml", git(tmp_path, "log", "-1", "--format=%cs")
    assert Trace((path,), git(tmp_path, "rev-parse", "HEAD")[:10], day) == traced(root, "b")
    assert Trace(()) == traced(root, "c")
    write(root, {path: SECOND, "commitments/oslo-no/x.toml": record("actions", id="c", title="C")})
    assert Trace(()) == traced(root, "c")
    git(root, "add", ".")
    assert Trace(("commitments/oslo-no/x.toml",)) == traced(root, "c")
    git(root, "stash")
    assert ("commitments/oslo-no/x.toml",) == traced(root, "c").paths
    git(root, "stash", "drop")
    kept = git(tmp_path, "rev-parse", "HEAD")[:10]
    git(tmp_path, "commit", "-q", "--amend", "--allow-empty", "-m", "Two, again")
    write(root, {path: FIRST})
    commit(tmp_path, "Three")
    found = traced(root, "b")
    assert ((path,), True) == (found.paths, found.commit in {kept, git(tmp_path, "rev-parse", "HEAD~1")[:10]})
    write(root, {path: "[[actions]]\nid = 'd'\ntitle = [\n"})
    commit(tmp_path, "Four")
    assert git(tmp_path, "rev-parse", "HEAD")[:10] == traced(root, "d").commit


def test_a_merged_side_counts(tmp_path: Path) -> None:
    """A record that only a branch had, whose file the merge left as it was, is still held."""
    root = repository(tmp_path)
    path = "commitments/oslo-no/actions.toml"
    git(root, "checkout", "-q", "-b", "side")
    write(root, {path: FIRST + record("actions", id="c", title="C")})
    commit(root, "Side")
    side = git(root, "rev-parse", "HEAD")[:10]
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "-s", "ours", "--no-edit", "side")
    git(root, "branch", "-q", "-D", "side")
    assert ((path,), side) == traced(root, "c")[:2]


def test_git_that_fails_is_told(tmp_path: Path) -> None:
    """A repository without a commit never had anything; a damaged one is no answer; nor is a folder without git."""
    git(tmp_path, "init", "-q")
    write(tmp_path, {"commitments/oslo-no/actions.toml": FIRST})
    assert Trace(()) == traced(tmp_path, "a")
    for name, damage in (("refs/heads/main", "1" * 40), ("index", "nothing")):
        root = repository(tmp_path / name.replace("/", "-"))
        git(root, "pack-refs")
        (root / ".git" / name).write_text(f"{damage}\n", "utf-8")
        with pytest.raises(Refused, match="git could not read"):
            traced(root, "a")
