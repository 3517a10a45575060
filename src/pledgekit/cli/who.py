"""Who records, when nobody says so: PLEDGEKIT_USER, git's user, the login. Git's files are read; git is not run."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pledgekit import disk
from pledgekit.cli.utf8 import insist_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["user_name", "who"]

_LIMIT = 1_000_000
_SECTION = re.compile(r'\[\s*([A-Za-z0-9.-]+)\s*(?:"[^"]*")?\s*\]')
_NAME = re.compile(r"name\s*=\s*(.*)", re.IGNORECASE)


def who(root: Path) -> str:
    """Give the name that the environment, git's settings or the login hold, in this order; empty when none does.

    Raises UsageError for a login that is no text.
    """
    given = os.environ.get("PLEDGEKIT_USER", "")
    if given:
        return given
    for path in _settings(root):
        name = user_name(_text(path))
        if name:
            return name
    login = next((key for key in ("LOGNAME", "USER", "USERNAME") if os.environ.get(key)), "")
    name = os.environ.get(login, "")
    insist_text(name, of=login, remedy="set PLEDGEKIT_USER")
    return name


def user_name(text: str) -> str:
    """Find user.name in the text of a git configuration file; the last one counts, as with git."""
    section, found = "", ""
    for raw in text.splitlines():
        line = raw.strip()
        header = _SECTION.match(line)
        if header is not None:
            section = header[1].lower() if '"' not in header[0] else ""
            line = line[header.end() :].strip()
        entry = _NAME.fullmatch(line)
        if section == "user" and entry is not None:
            found = _value(entry[1])
    return found


def _settings(root: Path) -> Iterator[Path]:
    """Name git's files: that of the repository around the register, then the user's own."""
    folder = root.absolute()
    for each in (folder, *folder.parents):
        if disk.is_folder(each / ".git"):
            yield each / ".git" / "config"
            break
    if "GIT_CONFIG_GLOBAL" in os.environ:
        yield Path(os.environ["GIT_CONFIG_GLOBAL"])
        return
    home = os.environ.get("HOME") or os.environ.get("USERPROFILE") or ""
    if home:
        yield Path(home) / ".gitconfig"
    if home or os.environ.get("XDG_CONFIG_HOME"):
        yield Path(os.environ.get("XDG_CONFIG_HOME") or f"{home}/.config") / "git" / "config"


def _text(path: Path) -> str:
    """Give a file's text; whatever keeps us from reading it, there is then no name in it."""
    try:
        return disk.read(path, _LIMIT)[:_LIMIT].decode("utf-8", "replace")
    except OSError:
        return ""


def _value(text: str) -> str:
    """Undo git's quoting of a value: quotes go, a comment outside them ends it, a backslash keeps what follows."""
    value, quoted, escaped = "", False, False
    for char in text:
        if escaped:
            value, escaped = value + char, False
        elif char == "\\":
            escaped = True
        elif char == '"':
            quoted = not quoted
        elif char in "#;" and not quoted:
            break
        else:
            value += char
    return value.strip()
