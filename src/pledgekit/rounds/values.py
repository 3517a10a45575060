"""What the cells of one row come to as values of a record. Part of the second step of reading answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pledgekit.codec.plain import plain
from pledgekit.datewords import Spoken, read_date
from pledgekit.errors import UsageError
from pledgekit.model.levels import Instead
from pledgekit.model.scales import SCALES
from pledgekit.naming import find_owner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.ids import Ref
    from pledgekit.model.lanes import Update
    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.rounds.answers import Row

__all__ = ["action_values", "differing", "read_day", "shown", "unchanged_values", "update_values"]

_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})")
_MONTHS: Final = 12


def update_values(register: Register, city: str, row: Row) -> dict[str, object]:
    """Give what a row says of its commitment; raises UsageError or NotFound for what cannot be."""
    said = row.said
    answer = said.get("answer", "")
    if not answer:
        raise UsageError("something was written, and no answer chosen")
    level = answer in SCALES["completion"].words
    values: dict[str, object] = {
        "completion": answer if level else "",
        "instead": "" if level else answer,
        "included_in": "",
        "narrative": said.get("narrative", ""),
        "obstacles": [said["obstacles"]] if "obstacles" in said else [],
    }
    elsewhere = answer == Instead.INCLUDED_ELSEWHERE
    if elsewhere != bool(said.get("included_in")):
        raise UsageError(
            "it is reported by another signatory, and none is named"
            if elsewhere
            else "a signatory is named that reports it, and the answer is another"
        )
    if elsewhere:
        values["included_in"] = find_owner(register, said["included_in"], "commitments")
        if values["included_in"] == city:
            raise UsageError("the city itself is named as the one that reports it")
    return values


def unchanged_values(
    values: Mapping[str, object], live: Update | None, last: Update | None, *, level_before: bool
) -> dict[str, object]:
    """Give what the answer "unchanged" comes to; raises UsageError where nothing is on record that it could mean.

    Of an answer that is on record for this very period only what was written anew changes. Where no level was reported
    for an earlier period, the last answer itself is given again.
    """
    if live is not None:
        return {key: value for key, value in values.items() if value and key != "instead"}
    if level_before:
        return dict(values)
    if last is None:
        raise UsageError("no answer is on record that could be unchanged")
    included = "" if last.included_in is None else str(last.included_in)
    return {**values, "completion": last.completion, "instead": last.instead, "included_in": included}


def action_values(row: Row, clauses: Sequence[Ref]) -> dict[str, object]:
    """Give what a row of new actions says; raises UsageError for a row without a title or with a date that is none."""
    said = row.said
    if not said.get("title"):
        raise UsageError("an action has no title")
    evidence = {key: said[f"evidence_{key}"] for key in ("title", "url") if f"evidence_{key}" in said}
    return {
        "title": said["title"],
        "summary": said.get("summary", ""),
        "commitments": [str(each) for each in clauses],
        "filed_by": "city" if clauses else "",
        "status": said.get("status", ""),
        "date": read_day(said["date"]) if "date" in said else "",
        "told_by": "city",
        "evidence": [evidence] if evidence else [],
    }


def read_day(text: str) -> Spoken:
    """Read a date as people write it in many countries (31.1.2025, 1/31/2025) besides what `read_date` reads.

    Raises UsageError for what is none, and for what is one day here and another one there.
    """
    text = text.strip()
    last, first = _YEAR_LAST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    if first:
        text = f"{first[1]}-{first[3]:0>2}-{first[4]:0>2}"
    elif last:
        day, month = last[1], last[3]
        if last[2] != "." and int(day) <= _MONTHS and int(month) <= _MONTHS and int(day) != int(month):
            raise UsageError(
                f"{text} is one day in some countries and another one in others", remedy="write 2025-01-31"
            )
        if last[2] != "." and int(month) > _MONTHS:
            day, month = month, day
        text = f"{last[4]}-{month:0>2}-{day:0>2}"
    return read_date(text)


def differing(record: Record, values: Mapping[str, object]) -> dict[str, object]:
    """Give the values that are not those of a record."""
    held = plain(record)
    return {key: value for key, value in values.items() if shown(value) != shown(held.get(key))}


def shown(value: Any) -> str:  # noqa: ANN401 -- whatever a key may hold
    """Give a value in one line, so that it can be compared and shown; nothing for all that says nothing."""
    if isinstance(value, Spoken):
        value = value.value
    if isinstance(value, tuple | list):
        return ", ".join(filter(None, map(shown, value)))
    if isinstance(value, dict):
        return ": ".join(filter(None, (shown(each) for _, each in sorted(value.items()))))
    return "" if value is None else f"{value}".replace("\r\n", "\n").strip()
