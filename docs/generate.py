"""Write those parts of these pages that the program knows already: keys, scales, codes, options.

A part stands between two comments, `<!-- generated: NAME -->` and `<!-- end -->`; everything else on a page is written
by hand. To bring the pages up to date: `python docs/generate.py`. A test holds them current.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Protocol, cast, get_args, get_origin

import attrs

from pledgekit.checks import Tier, check
from pledgekit.dates import PartialDate, Period
from pledgekit.ids import Ref
from pledgekit.model.kinds import BOTH, CITY, KINDS, Inherited
from pledgekit.model.levels import Visibility
from pledgekit.model.problem import CODES
from pledgekit.model.record import Part, Record, Source, about_of, field_names, fields_of, key_of
from pledgekit.model.scales import SCALES
from pledgekit.store import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pledgekit.model.kinds import Kind

__all__ = ["PAGES", "Command", "Parameter", "commands", "current", "main", "program"]

PAGES: Final = Path(__file__).resolve().parent
_PART: Final = re.compile(r"(<!-- generated: ([a-z-]+)(?: ([a-z -]+))? -->\n)(.*?)(<!-- end -->)", re.DOTALL)
_WHOSE: Final = {CITY: "a city", BOTH: "a city or a declaration", "declarations": "a declaration"}
_SCALARS: Final[dict[object, str]] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    PartialDate: "date",
    Period: "period",
    Ref: "ref",
    Visibility: "word",
    object: "any value",
}
_TYPES: Final = {"recorded": "date, or date and time with offset", "date_texts": "text"}
_SHARED: Final = ("--visibility", "--recorded-by", "--remark", "--note", "--source", "--dry-run")
_TREES: Final = PAGES.parent / "tests" / "problems"  # a minimal register for each code, as of this day
_TREES_TODAY: Final = datetime.date(2026, 1, 1)
_BUILT: Final = {  # what git cannot hold, everywhere
    **dict.fromkeys(("unreadable", "outside-link", "too-large", "leftover"), Tier.ALWAYS),
    "unportable-name": Tier.CHECK,
}
_TIERS: Final = {
    Tier.ALWAYS: "always",
    Tier.CHECK: "`check`",
    Tier.STRICT: "`check --strict`",
}
_SINCE: Final = "`check --since`"


def current(text: str) -> str:
    """Give a page's text with its generated parts as they should be; raises KeyError for a part there is not."""
    return _PART.sub(lambda found: f"{found[1]}\n{_made(found[2], found[3] or '')}\n{found[5]}", text)


def _made(name: str, of: str) -> str:
    return "\n".join(_PARTS[name](of)) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(each.replace('|', chr(92) + '|') for each in row)} |"


# the file format


def _kinds(_: str) -> Iterator[str]:
    rows = [
        (
            f"[`{_header(kind)}`](#{kind.table})",
            _WHOSE[kind.home],
            ", ".join(f"`{key}`" for key in _needed(kind.cls)),
            _default(kind),
        )
        for kind in KINDS.values()
    ]
    yield from _table(("table", "lies with", "required", "seen by default"), rows)


def _keys(of: str) -> Iterator[str]:
    if of == "every-record":
        yield from _rows(Record, field_names(Record))
        return
    common = set(field_names(Record))
    for kind in KINDS.values():
        yield f"### `{_header(kind)}`"
        yield ""
        yield f"{_doc(kind.cls)} Lies with {_WHOSE[kind.home]}. {_seen(kind)}{_when(kind)}"
        yield ""
        yield from _rows(kind.cls, [name for name in field_names(kind.cls) if name not in common])
        for key, part in _parts(kind.cls):
            yield ""
            yield f"In `{key}`: {_small(_doc(part))}"
            yield ""
            yield from _rows(part, field_names(part))
        yield ""


def _rows(cls: type[Part], names: Iterable[str]) -> Iterator[str]:
    wanted = set(names)
    rows = []
    for attribute in fields_of(cls):
        if attribute.name in wanted:
            key = "<key>_text" if attribute.name == "date_texts" else key_of(attribute.name)
            needed = "**required**; " if attribute.default is attrs.NOTHING else ""
            rows.append((f"`{key}`", _type(attribute), f"{needed}{about_of(attribute).doc}{_narrow(attribute)}"))
    yield from _table(("key", "holds", "meaning"), rows)


def _type(attribute: attrs.Attribute[Any]) -> str:
    if attribute.name in _TYPES:
        return _TYPES[attribute.name]
    about, item = about_of(attribute), _item(attribute)
    many = get_origin(attribute.type) is tuple
    if about.scale:
        said = f"[{'words' if many else 'word'}](#scale-{about.scale})"
    elif about.target:
        said = f"{'refs' if many else 'ref'} ({_target(about.target)})"
    elif item is Source:
        said = "[sources](#sources)"
    else:
        said = _SCALARS.get(item, "table") + ("s" if many and item not in _SCALARS else "")
    return f"list of {said}" if many else said


def _target(table: str) -> str:
    return {"any": "any record", "owner": "city or declaration"}.get(table) or (
        KINDS[table].singular if table in KINDS else table
    )


def _narrow(attribute: attrs.Attribute[Any]) -> str:
    ceiling = about_of(attribute).ceiling
    return {
        Visibility.PUBLIC: "",
        Visibility.NETWORK: " (never public)",
        Visibility.INTERNAL: " (staff only)",
    }[ceiling]


def _parts(cls: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    """Yield the keys that hold tables of our own, with their classes; but for sources, which every record has."""
    for attribute in fields_of(cls):
        inner = _item(attribute)
        if isinstance(inner, type) and issubclass(inner, Part) and inner is not Source:
            yield key_of(attribute.name), inner


def _item(attribute: attrs.Attribute[Any]) -> object:
    """Give the type of a field without None and without the list around it."""
    declared: object = attribute.type
    if isinstance(declared, UnionType):
        declared = next(each for each in get_args(declared) if each is not NoneType)
    return get_args(declared)[0] if get_origin(declared) is tuple else declared


def _source(_: str) -> Iterator[str]:
    yield from _rows(Source, field_names(Source))


def _scales(_: str) -> Iterator[str]:
    for scale in SCALES.values():
        yield f"### Scale: {scale.name}"
        yield ""
        yield f"Source: {scale.source}, version {scale.version}."
        yield ""
        yield from _table(("word", "meaning"), [(f"`{each.word}`", each.meaning) for each in scale.levels])
        yield ""


def _needed(cls: type[Part]) -> list[str]:
    return [key_of(each.name) for each in fields_of(cls) if each.default is attrs.NOTHING]


def _header(kind: Kind[Any]) -> str:
    return f"[{kind.table}]" if kind.single else f"[[{kind.table}]]"


def _doc(cls: type[Any]) -> str:
    return " ".join((cls.__doc__ or "").split())


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _default(kind: Kind[Any]) -> str:
    if isinstance(kind.visibility, Inherited):
        return {"assessment": "as the assessment", "round": "as the round's `responses`"}[kind.visibility.of]
    return kind.visibility.value


def _seen(kind: Kind[Any]) -> str:
    return f"Seen by default: {_default(kind)}."


def _when(kind: Kind[Any]) -> str:
    if not kind.when:
        return ""
    return f" Its place in time: {', else '.join(f'`{key_of(each)}`' for each in kind.when)}."


# problems


def _codes(_: str) -> Iterator[str]:
    tiers = _tiers()
    rows = [
        (f"`{code}`", each.severity, each.meaning, each.remedy, _TIERS[tiers[code]] if code in tiers else _SINCE)
        for code, each in CODES.items()
    ]
    yield from _table(("code", "severity", "meaning", "remedy", "found by"), rows)


def _tiers() -> Mapping[str, Tier]:
    """Find the lowest tier at which the minimal register of each code shows it; raises LookupError when none does.

    What shows only against an earlier state has none.
    """
    found: dict[str, Tier] = dict(_BUILT)
    for code in CODES:
        if code in found or (_TREES / code / "before").exists():
            continue
        loaded = load(_TREES / code)
        for tier in Tier:
            if any(each.code == code for each in check(loaded, today=_TREES_TODAY, tier=tier)):
                found[code] = tier
                break
        else:
            raise LookupError(f"no tier shows {code}")
    return found


# commands


class Parameter(Protocol):
    """What we ask of an argument or option of the program."""

    opts: list[str]
    metavar: str | None
    help: str | None
    required: bool
    is_flag: bool
    param_type_name: str


class Command(Protocol):
    """What we ask of a command of the program."""

    help: str | None
    params: list[Parameter]


def commands() -> Iterator[tuple[str, Command]]:
    """Yield each command of the program with its name as typed (`record`, `new city`), in the order of --help."""
    for name, command in _subcommands(program()).items():
        inner = _subcommands(command)
        if inner:
            for sub, each in inner.items():
                yield f"{name} {sub}", each
        else:
            yield name, command


def program() -> Command:
    """Give the program itself, whose options are the global ones."""
    from typer.main import get_command

    from pledgekit.cli.commands import application

    return cast("Command", get_command(application()))


def _subcommands(command: Command) -> Mapping[str, Command]:
    found: Mapping[str, Command] = getattr(command, "commands", {})
    return found


def _command(of: str) -> Iterator[str]:
    command = dict(commands())[of]
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and "--help" not in each.opts]
    records = any("--dry-run" in each.opts for each in options)
    own = [each for each in options if not records or each.opts[0] not in _SHARED]
    shared = [f"`{each.opts[0]}`" for each in options if each not in own]
    words = " ".join(f"{each.metavar}" if each.required else f"[{each.metavar}]" for each in arguments)
    yield f"{' '.join((command.help or '').split())}"
    yield ""
    yield f"    pledgekit {of}{' ' + words if words else ''} [OPTIONS]"
    yield ""
    rows = [(f"`{each.metavar}`", each.help or "") for each in arguments]
    rows += [(_option(each), each.help or "") for each in own]
    if rows:
        yield from _table(("", "meaning"), rows)
        yield ""
    if shared:
        yield f"Also, [as other commands that record](#what-every-recording-command-takes): {', '.join(shared)}."


def _shared_options(_: str) -> Iterator[str]:
    command = dict(commands())["record"]
    yield from _table(
        ("option", "meaning"), [(_option(each), each.help or "") for each in command.params if each.opts[0] in _SHARED]
    )


def _global_options(_: str) -> Iterator[str]:
    yield from _table(("option", "meaning"), [(_option(each), each.help or "") for each in program().params])


def _option(option: Parameter) -> str:
    names = ", ".join(f"`{each}`" for each in option.opts)
    return names if option.is_flag else f"{names} `{option.metavar}`"


_PARTS: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    "kinds": _kinds,
    "keys": _keys,
    "source": _source,
    "scales": _scales,
    "codes": _codes,
    "command": _command,
    "shared-options": _shared_options,
    "global-options": _global_options,
}


def main() -> None:
    """Bring the generated parts of every page up to date."""
    for page in sorted(PAGES.glob("*.md")):
        text = page.read_text("utf-8")
        if current(text) != text:
            page.write_text(current(text), "utf-8")


if __name__ == "__main__":
    main()
