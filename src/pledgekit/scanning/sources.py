"""The strings of a register, each with the place it stands in, and those of the program itself. Part of scanning.

A place is told by our own keys and by numbers: names of files and keys that others chose may themselves be secret.
"""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final

from pledgekit import disk
from pledgekit.catalogues import LANGUAGES
from pledgekit.codec.plain import plain
from pledgekit.errors import DiskError
from pledgekit.model.countries import COUNTRIES
from pledgekit.model.kinds import CITY, DECLARATION, KINDS
from pledgekit.model.problem import CODES
from pledgekit.model.record import about_of, fields_of, key_of
from pledgekit.model.scales import SCALES
from pledgekit.store import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pledgekit.model.record import Record
    from pledgekit.register import Loaded

__all__ = ["FILE_NAME", "ours", "texts", "written"]

FILE_NAME: Final = "name of file"
_QUOTED: Final = re.compile(r"\"([^\"\n]+)\"|'([^'\n]+)'")
_FOREIGN: Final = "extra"  # what stands under it was named by others


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every text of a record with its key: `evidence.0.url`; keys that others chose as numbers: `extra.1`."""
    yield "id", record.id
    yield "owner", record.owner
    yield from _leaves("", plain(record))


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        foreign = _FOREIGN in path.split(".")
        for number, (key, each) in enumerate(value.items(), 1):
            below = f"{path}.{number if foreign else key}" if path else key
            if path:
                yield below, key  # keys of our own tables are said openly, those of others may not be
            yield from _leaves(below, each)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves(f"{path}.{number}", each)


def written(loaded: Loaded, root: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what stands in the register's files beside records: names, comments, and the texts of faulty files.

    Each with its owner and its place: the number of the file among the owner's, in the order of their names.
    """
    faulty = {each.file for each in loaded.problems}
    files = {each.origin.file for each in loaded.register.everything() if each.origin is not None} | faulty
    files |= {each.path for each in disk.walk(root, (CITY, DECLARATION)) if each.kind == "data"}
    count: dict[str, int] = {}
    for file in sorted(files):
        home, owner, *rest = [*file.split("/"), ""]
        owner = owner if rest[:-1] else home
        count[owner] = number = count.get(owner, 0) + 1
        for step in file.split("/")[1:]:
            yield owner, f"{FILE_NAME} {number}", step.removesuffix(".toml")
        try:
            data = read_file(root, file)
        except DiskError:
            continue
        if b"#" not in data and file not in faulty:
            continue
        for at, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            place = f"line {at} of file {number}"
            _, mark, comment = line.partition("#")
            if mark:
                yield owner, place, comment
            for quoted in _QUOTED.finditer(line) if file in faulty else ():
                yield owner, place, quoted[1] or quoted[2]


def ours() -> Iterator[str]:
    """Yield what the program says by itself: its catalogues, scales, countries, problems and keys."""
    for lang in LANGUAGES:
        package = import_module(f"pledgekit.catalogues.{lang}")
        for area in iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{area.name}")
            yield from _strings(getattr(module, "MESSAGES", {}))
            yield from (each for known in getattr(module, "SLOTS", {}).values() for each in known)
    for scale in SCALES.values():
        yield from (scale.name, scale.source, *(text for each in scale.levels for text in (each.word, each.meaning)))
    yield from COUNTRIES.values()
    for code, problem in CODES.items():
        yield from (code, problem.meaning, problem.remedy)
    for table, kind in KINDS.items():
        yield table
        for each in fields_of(kind.cls):
            yield from (key_of(each.name), about_of(each).doc)


def _strings(value: Any) -> Iterable[str]:  # noqa: ANN401  a catalogue
    if isinstance(value, str):
        yield value
    else:
        for each in value.values():
            yield from _strings(each)
