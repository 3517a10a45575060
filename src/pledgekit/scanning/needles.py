"""Which strings of the register an audience may not see. Part of scanning: register + view → needles.

Every text of every revision of every record, ids, names of files and comments, as far as it is found neither in what
the audience sees nor in what the program itself says. Long texts are looked for sentence by sentence, too. Of a file
that could not be read in full, what stands in quotes is taken as it stands.
"""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.catalogues import LANGUAGES
from pledgekit.codec.plain import plain
from pledgekit.errors import DiskError
from pledgekit.model.countries import COUNTRIES
from pledgekit.model.kinds import KINDS
from pledgekit.model.problem import CODES
from pledgekit.model.record import about_of, fields_of, key_of
from pledgekit.model.scales import SCALES
from pledgekit.scanning.search import LEAST, Haystack, folded
from pledgekit.store import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pledgekit.model.record import Record
    from pledgekit.register import Loaded
    from pledgekit.view import View

__all__ = ["Secret", "secrets"]

_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_QUOTED: Final = re.compile(r"\"([^\"\n]+)\"|'([^'\n]+)'")
_APART: Final = " \0 "  # between texts that are not one


class Secret(NamedTuple):
    """Whose a string is: a record's ref or a file of the register, and the key or what else it stands under."""

    ref: str
    key: str


def secrets(loaded: Loaded, view: View) -> Haystack[Secret]:
    """Give the strings of a register that the audience of a view may not see."""
    said = {folded(each) for each in _ours()} | {folded(each) for record in view.everything() for each in _all(record)}
    hay: Haystack[Secret] = Haystack()
    for record in loaded.register.everything():
        for key, text in _texts(record):
            _add(hay, said, text, Secret(str(record.ref), key))
    if loaded.register.root is not None:
        for file, what, text in _written(loaded, loaded.register.root):
            _add(hay, said, text, Secret(file, what))
    hay.remove({needle for _, needle in hay.find(_APART.join(said))})
    return hay


def _add(hay: Haystack[Secret], said: set[str], text: str, secret: Secret) -> None:
    """Add a text and its sentences, as far as they are long enough and not said openly."""
    for each in {text, *_SENTENCES.split(text)}:
        needle = folded(each)
        if len(needle) >= LEAST and needle not in said:
            hay.add(needle, secret)


def _all(record: Record) -> Iterator[str]:
    yield str(record.ref)
    yield from (text for _, text in _texts(record))


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every text of a record with its key: `evidence.0.url`."""
    yield "id", record.id
    yield "owner", record.owner
    yield from _leaves("", plain(record))


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            below = f"{path}.{key}" if path else key
            if path:
                yield below, key  # keys of our own tables are said openly, those of others may not be
            yield from _leaves(below, each)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves(f"{path}.{number}", each)


def _written(loaded: Loaded, root: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what stands in the register's files beside records: names, comments, and the texts of faulty files."""
    faulty = {each.file for each in loaded.problems}
    files = {each.origin.file for each in loaded.register.everything() if each.origin is not None} | faulty
    for file in sorted(files):
        for step in file.split("/")[1:]:
            yield file, "file name", step.removesuffix(".toml")
        try:
            data = read_file(root, file)
        except DiskError:
            continue
        if b"#" not in data and file not in faulty:
            continue
        for line in data.decode("utf-8", "replace").splitlines():
            _, mark, comment = line.partition("#")
            if mark:
                yield file, "comment", comment
            for quoted in _QUOTED.finditer(line) if file in faulty else ():
                yield file, "text", quoted[1] or quoted[2]


def _ours() -> Iterator[str]:
    """Yield what the program says by itself: its catalogues, scales, countries, problems and keys."""
    for lang in LANGUAGES:
        package = import_module(f"pledgekit.catalogues.{lang}")
        for area in iter_modules(package.__path__):
            yield from _strings(import_module(f"{package.__name__}.{area.name}").MESSAGES)
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
