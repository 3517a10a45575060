"""A file of the register in its canonical form: the same values and comments, the records in the same order.

Only the look changes: line ends, blanks, quotes, the order of keys within a record, tables that fit on a line. No value
is changed, added or taken away, not even one that says no more than the default. Before a text is given, it is read
again: it holds the same values and every comment, or the file is refused.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final

from pledgekit.codec.layout import Layout, is_tables, written_key
from pledgekit.codec.plain import arranged, subtables_of
from pledgekit.gate import Refusal, admit
from pledgekit.model.kinds import KINDS
from pledgekit.positions import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.positions import Path, Positions

__all__ = ["tidy"]

_ASIDE: Final = "put the comment in a line of its own, above a key or a header"


def tidy(data: bytes) -> str | Refusal:
    """Give the canonical text of a file, or why it has none. Never raises."""
    text = admit(data)
    if isinstance(text, Refusal):
        return text
    text = text.replace("\r\n", "\n")
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        from pledgekit.slips import explain

        line, message, remedy = explain(text, error)
        return Refusal(code="syntax", line=line, message=message, remedy=remedy)
    positions = locate(text)
    blocks = []
    for path in positions.records:
        table = str(path[0])
        held = tables[table] if len(path) == 1 else tables[table][path[1]]
        if isinstance(held, dict):
            blocks.append(_block(path, held, positions))
        elif is_tables(held):  # actions = [{ … }]: each becomes a record with a header of its own
            first, *others = (_block((*path, number), each, positions) for number, each in enumerate(held))
            blocks += [[*Layout(positions).around(path), *first], *others]
        else:
            message = f'"{table}" stands outside of any record'
            remedy = (
                "write [city], [[actions]] or the like above it" if held != [] else "delete the line: it says nothing"
            )
            return Refusal(code="unknown-table", line=positions.line(path), message=message, remedy=remedy)
    blocks.append(positions.comments.end.get((), []))
    made = "\n\n".join("\n".join(lines).strip("\n") for lines in blocks if lines) + "\n"
    return _unlike(text, tables, positions, made) or made


def _block(path: Path, values: Mapping[str, Any], positions: Positions) -> list[str]:
    """The lines of one record, and its last words."""
    table = str(path[0])
    kind = KINDS.get(table)
    lines = Layout(positions).block(
        written_key(table),
        arranged(values, kind.cls) if kind else values,
        path,
        brackets="[{}]" if len(path) == 1 else "[[{}]]",
        subtables=subtables_of(kind.cls) if kind else frozenset(),
    )
    return [*lines, *positions.comments.end.get(path, ())]


def _unlike(text: str, tables: Mapping[str, Any], positions: Positions, made: str) -> Refusal | None:
    """Say what the new text would lose, if anything; both texts are read for it."""
    if _exactly(tomllib.loads(made)) != _exactly(tables):
        message = "the file cannot be written in canonical form without changing a value"
        return Refusal(code="not-canonical", line=1, message=message, remedy="leave it as it is, and report this file")
    left = sorted(_said(locate(made)))
    for comment in sorted(_said(positions)):
        if comment not in left:
            line = text.count("\n", 0, text.index(comment)) + 1
            message = "a comment stands where the canonical form has no line for it"
            return Refusal(code="not-canonical", line=line, message=message, remedy=_ASIDE)
        left.remove(comment)
    return None


def _said(positions: Positions) -> Iterator[str]:
    """All comments of a file."""
    above, beside, end = positions.comments
    yield from beside.values()
    for said in (*above.values(), *end.values()):
        yield from filter(None, said)


def _exactly(value: object) -> object:
    """Make a value comparable without any leniency: 1 is not 1.0, noon in Oslo is not eleven in London."""
    if isinstance(value, dict):
        return {key: _exactly(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_exactly(each) for each in value]
    return repr(value)
