"""Which strings of the register an audience may not see. Part of scanning: register + view → needles.

Every text of every revision of every record, ids, names of files and comments, as far as it is found neither in what
the audience sees nor in what the program itself says. Long texts are looked for sentence by sentence, and for numbers
and addresses in them, too. Of a file that could not be read in full, what stands in quotes is taken as it stands.
"""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pledgekit.catalogues import LANGUAGES
from pledgekit.codec.plain import plain
from pledgekit.errors import DiskError
from pledgekit.ids import is_ref
from pledgekit.model.countries import COUNTRIES
from pledgekit.model.kinds import KINDS
from pledgekit.model.problem import CODES
from pledgekit.model.record import about_of, fields_of, key_of
from pledgekit.model.scales import SCALES
from pledgekit.scanning.addresses import Numbers, emails, numbers
from pledgekit.scanning.ordinary import is_time, says_nothing
from pledgekit.scanning.search import LEAST, Haystack, folded
from pledgekit.store import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pledgekit.model.record import Record
    from pledgekit.register import Loaded
    from pledgekit.view import View

__all__ = ["Secret", "Secrets"]

_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_QUOTED: Final = re.compile(r"\"([^\"\n]+)\"|'([^'\n]+)'")
_APART: Final = " \0 "  # between texts that are not one
_FILE_NAME: Final = "file name"


class Secret(NamedTuple):
    """Whose a string is: a record's ref or a file of the register, and the key or what else it stands under."""

    ref: str
    key: str


class Secrets:
    """The strings of a register that the audience of a view may not see."""

    def __init__(self, loaded: Loaded, view: View) -> None:
        """Gather them."""
        self._words = {word for each in _ours() for word in folded(each).split()}
        seen = [each for record in view.everything() for each in _all(record)]
        self._said = {folded(each) for each in (*_ours(), *seen)} | {each for text in seen for each in emails(text)}
        self._texts: Haystack[Secret] = Haystack()
        self._numbers: Numbers[Secret] = Numbers()
        for record in loaded.register.everything():
            for key, text in _texts(record):
                self._add(text, Secret(str(record.ref), key))
        if loaded.register.root is not None:
            for file, what, text in _written(loaded, loaded.register.root):
                self._add(text, Secret(file, what))
        said = _APART.join(self._said)
        self._texts.remove({needle for _, needle in self._texts.find(said)})
        self._numbers.remove({number for _, number, _ in self._numbers.find(said)})

    def find(self, text: str) -> Iterator[tuple[int, Secret]]:
        """Yield where in a folded text which of them stands."""
        for at, needle in self._texts.find(text):
            for secret in self._texts.tells(needle):
                yield at, secret
        for at, _, secret in self._numbers.find(text):
            yield at, secret

    def _add(self, text: str, secret: Secret) -> None:
        """Add a text, its sentences, addresses and numbers, as far as they are long enough and not said openly."""
        name = secret.key == _FILE_NAME or is_ref(text)
        for each in {text, *_SENTENCES.split(text)}:
            needle = folded(each)
            if len(needle) < LEAST or needle in self._said or is_time(each):
                continue
            if not (name and says_nothing(needle, self._words, self._said)):
                self._texts.add(needle, secret)
        for needle in emails(text):
            if len(needle) >= LEAST and needle not in self._said:
                self._texts.add(needle, secret)
        for number in numbers(text, called=secret.key.endswith("phone")):
            self._numbers.add(number, secret)


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
            yield file, _FILE_NAME, step.removesuffix(".toml")
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
            module = import_module(f"{package.__name__}.{area.name}")
            yield from _strings(module.MESSAGES)
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
