"""The register at a git revision: read out of git's own store, without a checkout. Beside loading; all that runs git.

A folder may come from anybody, and its `.git/config` with it. So git runs with a clean environment, without the
settings of the user or the computer, and only commands that start nothing: `rev-parse`, `for-each-ref`, `rev-list`,
`ls-tree`, `ls-files`, `cat-file`. No pager, no hook, no filter, no other program, no connection; nothing is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.codec.read import parse
from pledgekit.errors import NotFound, Refused
from pledgekit.gate import LIMIT_BYTES
from pledgekit.ids import nearest
from pledgekit.model.kinds import DECLARATION
from pledgekit.model.problem import problem
from pledgekit.store import HOMES, assemble

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from pledgekit.ids import Ref
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Record
    from pledgekit.register import Loaded

__all__ = ["SETTINGS", "Trace", "read_at", "trace"]

_SECONDS: Final = 120  # after which git is taken to hang
_KEPT: Final = ("PATH", "SYSTEMROOT", "TEMP", "TMP")  # of the environment: where git is, and what Windows cannot miss
_ENVIRONMENT: Final = {
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",  # a missing object is missing: nobody is asked for it,
    "GIT_ALLOW_PROTOCOL": "none",  # nor by a git that does not know the line above
}
SETTINGS: Final = (
    "safe.directory=*",  # the folder may belong to another user: nothing of it is run
    "core.fsmonitor=",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.sshCommand=false",
    "core.alternateRefsCommand=",
    "diff.external=",
    "protocol.allow=never",
)
_EVERYTHING: Final = ("--all", "--reflog", "--full-history")  # stashes and what was amended, too
_FILE, _LINK = "100", "120000"  # how the modes of files begin, and that of a link


class _Entry(NamedTuple):
    """One file of a revision: its mode, the name of its content, its size in bytes, its path below the register."""

    mode: str
    name: str
    size: int
    path: str


class Trace(NamedTuple):
    """What git holds of a record: files, the last commit that wrote one of them and its day; or what is only staged.

    Without a commit (empty) and without files, git never had it.
    """

    paths: tuple[str, ...]
    commit: str = ""
    day: str = ""


def trace(root: Path, folder: str, ref: Ref, environment: Mapping[str, str]) -> Trace:
    """Tell what git holds of a record: any commit that can still be reached, stashes and what is staged included.

    `folder` is the owner's, below the register. Raises NotFound without git or outside a repository, Refused when git
    fails or lacks some of its history.
    """
    git = _Git(root, environment)
    below = git.prefix()
    ever, staged = git.ever(folder), git.staged(folder)
    contents = git.contents({name for name, _ in ever | staged})
    holding = {name for name, path in ever | staged if _holds(contents[name], path.removeprefix(below), ref)}
    written = sorted({path for name, path in ever if name in holding})
    if not written:
        return Trace(tuple(sorted({path.removeprefix(below) for name, path in staged if name in holding})))
    commit, day = git.last(folder, written, holding)
    return Trace(tuple(path.removeprefix(below) for path in written), commit, day)


def _holds(data: bytes, path: str, ref: Ref) -> bool:
    """Tell whether a file's bytes hold a record; of those that cannot be read in full, whether they hold its id."""
    found = parse(data, file=path, owner=ref.owner, home=path.partition("/")[0])
    if any(each.ref == ref for each in found.records):
        return True
    return bool(found.problems and re.search(rf"(?<![\w-]){ref.id}(?![\w-])".encode(), data))


def read_at(root: Path, revision: str, environment: Mapping[str, str]) -> Loaded:
    """Read the register at `root` as it was at a revision: a branch, a tag, a commit, or words as git takes them.

    The register may lie in a sub-folder of the repository. Of the environment, only where programs lie is used.
    Raises NotFound, without git, outside a repository, for a revision that git does not know (the nearest branches and
    tags are named), and where there was no register then; Refused when git itself fails.
    """
    git = _Git(root, environment)
    below = git.prefix()
    commit = git.commit(revision)
    problems: list[Problem] = []
    entries: list[_Entry] = []
    for entry in git.entries(commit, below):
        fault = _fault(entry)
        if fault is not None:
            problems.append(fault)
        elif entry.path.endswith(".toml"):
            entries.append(entry)
    if not any(each.path.startswith(f"{DECLARATION}/") for each in entries):
        where = f" in {below.rstrip('/')}" if below else ""
        raise NotFound(f"no register at {revision}: it has no {DECLARATION}/ folder{where}")
    return assemble(_parsed(entries, git.contents({each.name for each in entries})), problems)


def _fault(entry: _Entry) -> Problem | None:
    """Say why a file is not read, where it should have been; hidden files are passed over elsewhere."""
    if not entry.path.isprintable():
        shown = entry.path.encode("utf-8", "backslashreplace").decode("utf-8")
        return problem("unreadable", "its name cannot be printed", file=shown)
    if entry.mode == _LINK:
        return problem("unreadable", "it is a link, and links are not followed in git", file=entry.path)
    if entry.size > LIMIT_BYTES:
        return problem("too-large", f"the file has {entry.size:,} bytes", file=entry.path)
    return None


def _parsed(
    entries: Sequence[_Entry], contents: Mapping[str, bytes]
) -> Iterator[tuple[str, tuple[list[Record], list[Problem]]]]:
    for entry in entries:
        home, _, rest = entry.path.partition("/")
        yield entry.path, parse(contents[entry.name], file=entry.path, owner=rest.partition("/")[0], home=home)


class _Git:
    """Git in one folder."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self.root = root
        self.environment = {key: environment[key] for key in _KEPT if key in environment} | _ENVIRONMENT

    def prefix(self) -> str:
        """Give where the register lies below the top of the repository, with a slash at the end; or nothing."""
        code, out, err = self._run("rev-parse", "--show-prefix")
        if code == 0:
            return out.decode("utf-8", "surrogateescape").removesuffix("\n")
        if b"not a git repository" in err:
            raise NotFound(
                f"{self.root} is not in a git repository", remedy="name days or folders instead: see diff --help"
            )
        raise self._failed(err)

    def commit(self, revision: str) -> str:
        """Give the name of a commit; raises NotFound with the nearest branches and tags."""
        if revision and not revision.startswith("-") and revision.isprintable():
            code, out, _ = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
            if code == 0:
                return out.decode("ascii").strip()
        _, out, _ = self._run("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
        known = out.decode("utf-8", "replace").splitlines()
        close = nearest(revision, known)
        if not known:
            raise NotFound(f"git knows no revision {revision!r}: there is no branch and no tag here")
        remedy = "" if close else f"branches and tags: {', '.join(known[:5])}"
        raise NotFound(f"git knows no revision {revision!r}", nearest=[close] if close else [], remedy=remedy)

    def entries(self, commit: str, below: str) -> Iterator[_Entry]:
        """Yield the files of the register in a commit; those with a dot in front are not ours."""
        folders = [f"{below}{home}" for home in HOMES]
        code, out, err = self._run("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *folders)
        if code:
            raise self._failed(err)
        for line in filter(None, out.split(b"\0")):
            meta, _, raw = line.partition(b"\t")
            mode, _, name, size = meta.decode("ascii").split()
            path = raw.decode("utf-8", "surrogateescape").removeprefix(below)
            if not any(part.startswith(".") for part in path.split("/")) and mode.startswith((_FILE, _LINK)):
                yield _Entry(mode, name, int(size) if size.isdigit() else 0, path)  # no number: it is not held

    def ever(self, folder: str) -> set[tuple[str, str]]:
        """Give the TOML files of any commit in a folder of the register: the name of each content, and its path."""
        code, out, err = self._run("rev-list", *_EVERYTHING, "--objects", "--", folder)
        if code:
            raise self._failed(err)
        lines = (line.partition(" ") for line in out.decode("utf-8", "surrogateescape").splitlines())
        return {(name, path) for name, _, path in lines if path.endswith(".toml")}

    def staged(self, folder: str) -> set[tuple[str, str]]:
        """Give the TOML files of a folder below the register that are staged for a commit."""
        code, out, err = self._run("ls-files", "--stage", "--full-name", "-z", "--", folder)
        if code:
            raise self._failed(err)
        lines = (line.partition("\t") for line in out.decode("utf-8", "surrogateescape").split("\0"))
        return {(meta.split()[1], path) for meta, _, path in lines if path.endswith(".toml")}

    def last(self, folder: str, paths: Sequence[str], holding: Collection[str]) -> tuple[str, str]:
        """Give the newest commit that changed a folder and has one of these contents there, and its day."""
        code, out, err = self._run("rev-list", *_EVERYTHING, "--format=%H %cs", "--", folder)
        if code:
            raise self._failed(err)
        commits = [line.split() for line in out.decode("ascii").splitlines() if line.split()[0] != "commit"]
        asked = [(commit, day, path) for commit, day in commits for path in paths]
        given = "".join(f"{commit}:{path}\n" for commit, _, path in asked).encode("utf-8", "surrogateescape")
        _, out, _ = self._run("cat-file", "--batch-check=%(objectname)", given=given)
        answers = out.decode("utf-8", "replace").splitlines()
        return next(
            (commit[:10], day) for (commit, day, _), name in zip(asked, answers, strict=True) if name in holding
        )

    def contents(self, names: Collection[str]) -> dict[str, bytes]:
        """Give the bytes of some contents by name; raises Refused for one that is missing in this copy."""
        asked = sorted(names)
        code, out, err = self._run("cat-file", "--batch", given="".join(f"{name}\n" for name in asked).encode())
        if code:
            raise self._failed(err)
        found: dict[str, bytes] = {}
        at = 0
        for name in asked:
            end = out.index(b"\n", at)
            head = out[at:end].split()
            if len(head) != len(("name", "type", "size")):
                raise Refused("this copy of the repository lacks files of that revision", remedy="fetch them with git")
            at = end + 1 + int(head[2]) + 1
            found[name] = out[end + 1 : at - 1]
        return found

    def _run(self, *words: str, given: bytes = b"") -> tuple[int, bytes, bytes]:
        """Run one command of git; raises NotFound when there is no git, Refused when it hangs."""
        import subprocess

        settings = [word for each in SETTINGS for word in ("-c", each)]
        command = ["git", "--no-pager", *settings, "-C", f"{self.root}", *words]
        try:
            done = subprocess.run(
                command, input=given, env=self.environment, capture_output=True, timeout=_SECONDS, check=False
            )
        except OSError as error:
            raise NotFound(
                "git cannot be run here", remedy="install git, or name days or folders instead of revisions"
            ) from error
        except subprocess.TimeoutExpired as error:
            raise Refused(f"git did not answer within {_SECONDS} seconds") from error
        return done.returncode, done.stdout, done.stderr

    def _failed(self, err: bytes) -> Refused:
        """Say what git said, in one line."""
        said = " ".join(err.decode("utf-8", "replace").split()) or "it gave no reason"
        return Refused(f"git could not read {self.root}: {said}")
