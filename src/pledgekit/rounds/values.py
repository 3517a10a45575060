"""What the cells of one row come to as values of a record. Part of the second step of reading answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pledgekit.codec.plain import plain
from pledgekit.datewords import Spoken, read_date
from pledgekit.errors import UsageError
from pledgekit.ids import Ref
from pledgekit.model.levels import Instead
from pledgekit.model.scales import SCALES
from pledgekit.naming import find_owner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.rounds.answers import Answers, Row

__all__ = ["action_values", "differing", "stands_in_question", "update_values"]


def stands_in_question(answers: Answers, key: str) -> tuple[Ref, ...]:
    """Give the clauses for which the answer to a question stands; nothing for a question that was not asked."""
    return tuple(Ref.parse(each) for each in answers.facts.get(f"question {key}", "").split())


def update_values(register: Register, city: str, row: Row) -> dict[str, object]:
    """Give what a row says of its commitment; raises UsageError for what cannot be."""
    said = row.said
    answer = said.get("answer", "")
    if not answer:
        raise UsageError("something was written, and no answer chosen")
    levels = SCALES["completion"].words
    values: dict[str, object] = {
        "completion": answer if answer in levels else "",
        "instead": "" if answer in levels else answer,
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


def action_values(answers: Answers, row: Row) -> dict[str, object]:
    """Give what a row of new actions says; raises UsageError for a row without a title or with a date that is none."""
    said = row.said
    if not said.get("title"):
        raise UsageError("an action has no title")
    clauses = stands_in_question(answers, said.get("clause", ""))
    evidence = {key: said[f"evidence_{key}"] for key in ("title", "url") if f"evidence_{key}" in said}
    spoken = read_date(said["date"]) if "date" in said else None
    return {
        "title": said["title"],
        "summary": said.get("summary", ""),
        "commitments": [str(each) for each in clauses],
        "filed_by": "city" if clauses else "",
        "status": said.get("status", ""),
        "date": "" if spoken is None else spoken,
        "told_by": "city",
        "evidence": [evidence] if evidence else [],
    }


def differing(record: Record, values: Mapping[str, object]) -> dict[str, object]:
    """Give the values that are not those of a record."""
    held = plain(record)
    return {key: value for key, value in values.items() if _bare(value) != _bare(held.get(key))}


def _bare(value: Any) -> object:  # noqa: ANN401 -- whatever a key may hold
    """Give a value as it can be compared: nothing for all that says nothing."""
    if isinstance(value, Spoken):
        value = value.value
    if isinstance(value, tuple | list):
        return [_bare(each) for each in value] or None
    return f"{value}" if value not in ("", None) and not isinstance(value, dict) else value or None
