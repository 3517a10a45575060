"""Values that go into a part of what is held: `evidence.0.url`. Part of planning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["merged"]


def merged(before: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Give values by whole keys; what goes into a part is put into a copy of what is held under its key.

    Raises ValueError for an item of a list that has none before it.
    """
    made: dict[str, Any] = {key: each for key, each in values.items() if "." not in key}
    for key, each in values.items():
        top, *steps = key.split(".")
        if steps:
            empty: Any = [] if steps[0].isdigit() else {}
            made.setdefault(top, _copied(before.get(top, empty)))
            _put(made[top], steps, each)
    return made


def _copied(value: Any) -> Any:  # noqa: ANN401  a plain value
    """Copy lists and tables, so that what is held stays as it is."""
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _put(into: Any, steps: Sequence[str], value: object) -> None:  # noqa: ANN401  a list or table of plain values
    """Set a value deep inside; a list grows by one where the path asks for its next item."""
    *way, last = steps
    for number, step in enumerate(way):
        if isinstance(into, list):
            at = int(step)
            if at > len(into):
                raise ValueError(at)
            if at == len(into):
                into.append({})
            into = into[at]
        else:
            into = into.setdefault(step, [] if steps[number + 1].isdigit() else {})
    into[last] = value
