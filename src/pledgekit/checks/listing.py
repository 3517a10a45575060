"""Problems as text for people, JSON for programs, and annotations for GitHub. The last step of `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pledgekit.model.problem import Problem

__all__ = ["LISTINGS", "as_github", "as_json", "as_text", "summary"]

_COUNTED: Final = (("error", "errors"), ("warning", "warnings"), ("info", "info"))
_GITHUB: Final = {"error": "error", "warning": "warning", "info": "notice"}


def as_text(problems: Sequence[Problem], files: int) -> str:
    """List each problem on a line, `path:line: severity[code]: message`, its remedy below, and a summary at the end."""
    lines = []
    for each in problems:
        place = f"{each.file}:{each.line}" if each.line else each.file or each.path
        lines.append(_shown(f"{place}: {each.severity}[{each.code}]: {each.message}"))
        lines.append(_shown(f"    {each.remedy}"))
    return "".join(f"{line}\n" for line in [*lines, summary(problems, files)])


def as_json(problems: Sequence[Problem], files: int) -> str:
    """List them as one JSON object (format `pledgekit/problems`, version 1)."""
    import json

    keys = ("code", "severity", "file", "line", "path", "message", "remedy")
    listed = [{key: getattr(each, key) for key in keys} for each in problems]
    value = {"format": "pledgekit/problems", "format_version": 1, "files": files, "problems": listed}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], files: int) -> str:
    """List them as commands of GitHub Actions, which shows each beside its line; the summary becomes a plain line."""
    lines = []
    for each in problems:
        properties = [f"file={_property(each.file)}"] if each.file else []
        if each.line:
            properties.append(f"line={each.line}")
        properties.append(f"title={_property(each.code)}")
        message = _data(f"{each.message}\n{each.remedy}")
        lines.append(f"::{_GITHUB[each.severity]} {','.join(properties)}::{message}\n")
    return "".join(lines) + summary(problems, files) + "\n"


LISTINGS: Final[dict[str, Callable[[Sequence[Problem], int], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def summary(problems: Sequence[Problem], files: int) -> str:
    """Count them: "2 errors, 1 warning in 143 files"."""
    counts = []
    for severity, many in _COUNTED:
        number = sum(each.severity == severity for each in problems)
        if number:
            counts.append(f"{number} {severity if number == 1 else many}")
    return f"{', '.join(counts) or 'no problems'} in {files} {'file' if files == 1 else 'files'}"


def _shown(text: str) -> str:
    """Make one printable line: control characters, as a hostile file name may hold, are written as escapes."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "backslashreplace").decode() for char in text
    )


def _data(text: str) -> str:
    """Escape what a workflow command would end at."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
