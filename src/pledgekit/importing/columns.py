"""Which column is which key of a record. Second step of importing: header → columns.

A column is known by its name, folded; nothing is remembered from one file to the next. What is not known is told, and
stands in the way until somebody says what it is or that it is to be left out.
"""

from __future__ import annotations

from enum import StrEnum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pledgekit.errors import UsageError
from pledgekit.exports.tables import OWNER, REF, columns
from pledgekit.ids import fold, nearest
from pledgekit.importing.headings import headings
from pledgekit.model.kinds import CITY, DECLARATION
from pledgekit.model.record import Part, Source, fields_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.model.kinds import Kind

__all__ = ["Column", "Use", "constants", "declared_type", "known_names", "matched", "split_map"]

_OURS = ("revision", "recorded", "recorded_by")  # set by the program for each record
_EVIDENCE = "evidence"
_PLACES = ("file", "line")  # beside `ref`: where a list of ours says that the record stood
_OWNERS = {CITY: "city", DECLARATION: "declaration"}


class Use(StrEnum):
    """What becomes of a column."""

    KEY = "key"
    OURS = "ours"
    ASIDE = "aside"
    UNKNOWN = "unknown"


class Column(NamedTuple):
    """One column: its place from 0, its name, what becomes of it, its key (`evidence.0.url`), the nearest key."""

    at: int
    name: str
    use: Use
    key: str = ""
    nearest: str = ""


def split_map(words: Sequence[str]) -> dict[str, str]:
    """Read words `column=key`; raises UsageError for one without `=`, or a column named twice."""
    made: dict[str, str] = {}
    for each in words:
        column, equals, key = each.rpartition("=")
        if not equals or not column:
            raise UsageError(f"--map {each!r} is not column=key", remedy="column= leaves a column out")
        if column in made:
            raise UsageError(f"--map names the column {column!r} twice")
        made[column] = key
    return made


def matched(kind: Kind[Any], header: Sequence[str], given: Mapping[str, str]) -> tuple[Column, ...]:
    """Say what each column is: as given, else by its name. An empty key leaves a column out.

    Raises UsageError for a column or key that there is not, and for two columns of one key.
    """
    said = _said(kind, header, given)
    names = _names(kind)
    keys = set(columns(kind)) | set(names.values())
    made = []
    for at, name in enumerate(header):
        own = name if "." in name and declared_type(kind, name) is not None else ""
        key = said[name] if name in said else own or names.get(fold(name), "")
        if name in said:
            use = Use.KEY if key else Use.ASIDE
        elif key in _OURS or (name in _PLACES and REF in header and not key):
            use = Use.OURS
        else:
            use = Use.KEY if key else Use.UNKNOWN
        made.append(Column(at, name, use, key, "" if key else nearest(name, keys)))
    used = [each for each in made if each.use is Use.KEY]
    for each in used:
        for other in used:
            if each.at < other.at and each.key == other.key:
                raise UsageError(
                    f"the columns {each.name!r} and {other.name!r} would both be {each.key}",
                    remedy="say with --map which one is",
                )
    return tuple(made)


def constants(kind: Kind[Any], words: Sequence[str], columns: Sequence[Column]) -> dict[str, str]:
    """Read words `key=value`, which hold for every row: texts by their keys.

    Raises UsageError for a word without `=`, for a key that there is not, that a column says too or is said twice.
    """
    made: dict[str, str] = {}
    for each in words:
        name, equals, value = each.partition("=")
        if not equals or not name or not value.strip():
            raise UsageError(f"--set {each!r} is not key=value", remedy="as in: --set declaration=hague-2022")
        key = _key_meant(kind, name, "--set")
        if key in (REF, OWNER, "id", *_OURS):
            hint = "give --owner" if key == OWNER else "leave it out"
            raise UsageError(f"--set: {key} is not the same for all rows", remedy=hint)
        same = next((column for column in columns if column.use is Use.KEY and column.key == key), None)
        if same is not None:
            raise UsageError(
                f"--set: the column {same.name!r} says {key}", remedy=f"leave it out: --map '{same.name}='"
            )
        if key in made:
            raise UsageError(f"--set names {key} twice")
        made[key] = value
    return made


def declared_type(kind: Kind[Any], key: str) -> Any:  # noqa: ANN401  a type, as annotated
    """Give the type of what a key holds, without None; `str` for ref, owner and words for dates; None for no key."""
    if key in (REF, OWNER) or (key.endswith("_text") and key in columns(kind)):
        return str
    declared: Any = kind.cls
    for step in key.split("."):
        if step.isdigit():
            if get_origin(declared) is not tuple:
                return None
            declared = get_args(declared)[0]
            continue
        if get_origin(declared) is tuple:
            return None
        fields = fields_of(declared) if isinstance(declared, type) and issubclass(declared, Part) else ()
        found = next((each.type for each in fields if key_of(each.name) == step and each.name != "date_texts"), None)
        if found is None:
            return None
        declared = _bare(found)
    return declared


def known_names(kind: Kind[Any]) -> frozenset[str]:
    """Give the folded names by which columns of a kind are known."""
    return frozenset(_names(kind)) | {fold(each) for each in (*columns(kind), *_PLACES)}


def _said(kind: Kind[Any], header: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """Check what was given, and name columns as the header has them."""
    said: dict[str, str] = {}
    for column, key in given.items():
        found = [each for each in header if each == column] or [each for each in header if fold(each) == fold(column)]
        if len(found) != 1 or found[0] in said:
            close = nearest(column, header)
            hint = f"nearest: {close}; " if close else ""
            raise UsageError(f"--map: no one column is named {column!r}", remedy=f"{hint}columns: {', '.join(header)}")
        if key in _OURS:  # before it is looked up: it is a key
            raise UsageError(f"--map: {key} is set by the program", remedy=f"leave the column out: {column}=")
        said[found[0]] = _key_meant(kind, key, "--map") if key else ""
    return said


def _key_meant(kind: Kind[Any], name: str, option: str) -> str:
    """Give the key that is meant, by its own name or one that a column is known by; raises UsageError for none."""
    full = _with_index(kind, name)
    key = full if declared_type(kind, full) is not None else _names(kind).get(fold(name), "")
    if not key:
        close = nearest(name, columns(kind))
        hint = f"nearest: {close}; " if close else ""
        raise UsageError(
            f"{option}: {name!r} is no key of {kind.table}", remedy=f"{hint}keys: {', '.join(columns(kind))}"
        )
    return key


def _with_index(kind: Kind[Any], key: str) -> str:
    """Let `evidence.url` stand for `evidence.0.url`."""
    first, dot, rest = key.partition(".")
    if dot and not rest[:1].isdigit() and get_origin(declared_type(kind, first)) is tuple:
        return f"{first}.0.{rest}"
    return key


def _names(kind: Kind[Any]) -> dict[str, str]:
    """Give the keys by the folded names that they are known by; a key's own name goes before all others."""
    keys = columns(kind)
    names = {fold(each): each for each in keys}
    if _EVIDENCE in keys:  # what shows an action is its evidence
        names.setdefault("source", _EVIDENCE)
        names |= {f"source {key_of(each.name)}": f"{_EVIDENCE}.0.{key_of(each.name)}" for each in fields_of(Source)}
    for key in keys:
        if get_origin(declared_type(kind, key)) is tuple:
            for word in _singular(key):
                names.setdefault(fold(word), key)
    for key, word in _dotted(kind):
        names.setdefault(fold(word), key)
    if not kind.single and kind.home in _OWNERS:
        names.setdefault(_OWNERS[kind.home], OWNER)
    for word, key in headings(kind).items():
        names.setdefault(word, key)
    return names


def _dotted(kind: Kind[Any]) -> Iterator[tuple[str, str]]:
    """Yield the keys of parts, each with the names it may have: `evidence.0.url`, evidence url, source url."""
    for key in columns(kind):
        declared = declared_type(kind, key)
        listed = get_origin(declared) is tuple
        part = get_args(declared)[0] if listed else declared
        if not (isinstance(part, type) and issubclass(part, Part)):
            continue
        for each in fields_of(part):
            sub = key_of(each.name)
            full = f"{key}.0.{sub}" if listed else f"{key}.{sub}"
            yield full, full
            yield full, f"{key} {sub}"
            for word in _singular(key) if listed else ():
                yield full, f"{word} {sub}"


def _singular(key: str) -> Iterator[str]:
    if key.endswith("s"):
        yield key.removesuffix("s")
    if key.endswith("es"):
        yield key.removesuffix("es")


def _bare(declared: object) -> object:
    if isinstance(declared, UnionType):
        return next(each for each in get_args(declared) if each is not NoneType)
    return declared
