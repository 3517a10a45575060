"""What the columns of exported tables mean, from the table of kinds: key, meaning, type, words. Part of exporting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_origin

import attrs

from pledgekit.dates import PartialDate, Period
from pledgekit.exports.tables import OWNER, REF, columns
from pledgekit.ids import Ref
from pledgekit.model.kinds import required_keys
from pledgekit.model.levels import Audience, Visibility
from pledgekit.model.record import Part, about_of, fields_of, item_of, key_of
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.kinds import Kind
    from pledgekit.words import Words

__all__ = ["Entry", "codebook"]

_TYPES: Final[dict[object, str]] = {
    str: "text",
    bool: "truth",
    int: "whole",
    float: "number",
    PartialDate: "date",
    Period: "period",
    Ref: "ref",
    Visibility: "word",
}


class Entry(NamedTuple):
    """One column, or a part of what is nested in it: its key, meaning, type, the words it may hold, who may see it."""

    kind: str
    key: str
    meaning: str
    type: str
    required: str
    words: str
    seen_by: str


def codebook(kind: Kind[Any], words: Words, audience: Audience = Audience.INTERNAL) -> Iterator[Entry]:
    """Yield what the columns of a kind's table mean, in their order, each followed by its parts."""
    fields = {key_of(each.name): each for each in fields_of(kind.cls) if each.name != "date_texts"}
    needed = set(required_keys(kind))
    sees = (Visibility.NETWORK if audience is Audience.CITY else Visibility(audience.value)).rank
    for key in columns(kind, audience):
        if key not in fields:
            which = key if key in (REF, OWNER) else "date-text"
            said = words.say(f"export.codebook.{which}")
            yield Entry(
                kind.table, key, said, _type("text", words), _required(words, needed=False), "", _seen(None, words)
            )
            continue
        yield _entry(kind, key, fields[key], words, needed=key in needed)
        part = item_of(fields[key])
        if isinstance(part, type) and issubclass(part, Part):
            for each in fields_of(part):
                if about_of(each).ceiling.rank <= sees:
                    wanted = each.default is attrs.NOTHING
                    yield _entry(kind, f"{key}.{key_of(each.name)}", each, words, needed=wanted)


def _entry(kind: Kind[Any], key: str, attribute: Any, words: Words, *, needed: bool) -> Entry:  # noqa: ANN401  a field of attrs
    about = about_of(attribute)
    item, many = item_of(attribute), get_origin(attribute.type) is tuple
    name = "word" if about.scale else _TYPES.get(item, "ref" if about.target else "table")
    name = "text" if item is object else name
    made = _type(name, words)
    levels = SCALES[about.scale].levels if about.scale else ()
    return Entry(
        kind.table,
        key,
        about.doc,
        words.say("export.codebook.list", type=made) if many else made,
        _required(words, needed=needed),
        "\n".join(f"{each.word}: {each.meaning}" for each in levels),
        _seen(attribute, words),
    )


def _type(name: str, words: Words) -> str:
    return words.say(f"export.codebook.type-{name}")


def _required(words: Words, *, needed: bool) -> str:
    return words.say("export.codebook.required") if needed else ""


def _seen(attribute: Any | None, words: Words) -> str:  # noqa: ANN401  a field of attrs
    ceiling = about_of(attribute).ceiling if attribute is not None else Visibility.PUBLIC
    return words.say(f"export.codebook.seen-{ceiling.value}")
