"""The matrices of `status`, one a lane: what cities say, and apart from it what assessors find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.ids import fold
from pledgekit.render.width import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pledgekit.figures import Cell
    from pledgekit.ids import Ref
    from pledgekit.reports.judging import Judgement
    from pledgekit.reports.status import Status
    from pledgekit.words import Words

__all__ = ["CHANGED", "grid", "lane"]

_LEAST: Final = 3  # signs of a column
CHANGED: Final = "~"  # beside what either lane holds: said of other words of the clause
_DIFFER: Final = "!"  # beside what an assessor finds: the city says otherwise


def grid(
    found: Status, columns: Mapping[Ref, str], cells: Mapping[tuple[object, object], str], *, whole: bool = True
) -> Iterator[str]:
    """Write a row a city, by name, and a column a commitment; not `whole`: only cities with something in it."""
    names = max(width(each.name) for each in found.cities)
    wide = max(_LEAST, *map(len, cells.values()))
    yield "  ".join([" " * names, *(f"{each:<{wide}}" for each in columns.values())]).rstrip()
    for city in sorted(found.cities, key=lambda each: (fold(each.name), each.city)):
        row = [cells.get((city.city, ref), "") for ref in columns]
        if whole or any(row):
            yield "  ".join([pad(city.name, names), *(f"{each:<{wide}}" for each in row)]).rstrip()


def lane(found: Status, columns: Mapping[Ref, str], words: Words) -> Iterator[str]:
    """Write the assessor's lane in a matrix of its own; below it where the two differ, and each assessment."""
    from pledgekit.reports.judging import rated  # only where there is that lane

    looked_at = {each.cell.city for each in found.cells if rated(each.cell)}
    yield words.say("cli.lane" if looked_at else "cli.lane.none")
    if not looked_at:
        return
    yield ""
    codes: dict[str, str] = {}
    cells: dict[tuple[object, object], str] = {}
    seen = [each.cell for each in found.cells if each.cell.city in looked_at]
    differ = [each for each in seen if "lanes-differ" in each.flags]
    outdated = [each for each in seen if "assessed" in each.changed]
    for cell in seen:
        word = cell.assessed or str(cell.assessment)
        codes.setdefault(word, words.say(f"cli.lane.code.{word}"))
        cells[cell.city, cell.commitment] = codes[word] + _marks(cell)
    yield from grid(found, columns, cells, whole=False)
    yield ""
    for word, code in codes.items():
        yield f"{code}  {words.say(f'cli.lane.state.{word}')}"
    for mark, flag, used in ((_DIFFER, "lanes-differ", differ), (CHANGED, "clause-changed", outdated)):
        if used:
            yield f"{mark}  {words.level('flag', flag)}"
    names = {each.city: each.name for each in found.cities}
    if differ:
        yield ""
        yield words.say("cli.lane.differ", n=len(differ))
    for cell in differ:
        values = {"reported": cell.completion, "assessed": cell.assessed, "city": names[cell.city]}
        yield "  " + words.say("cli.lane.differs", commitment=f"{cell.commitment}", **values)
    if found.judgements:
        yield ""
        yield words.say("cli.lane.assessments", n=len(found.judgements))
    for each in found.judgements:
        yield from _judged(each, names, words)


def _marks(cell: Cell) -> str:
    """Give the signs beside what an assessor finds."""
    return _DIFFER * ("lanes-differ" in cell.flags) + CHANGED * ("assessed" in cell.changed)


def _judged(found: Judgement, names: Mapping[Ref, str], words: Words) -> Iterator[str]:
    """Write an assessment that holds: on what it rests, who and when, what it settles, why, and the city's reply."""

    def text(value: str) -> str:
        return " ".join(value.split())

    one = found.assessment
    values = {"city": names[found.cell.city], "commitment": f"{found.cell.commitment}", "ref": f"{one.ref}"}
    about = {"level": one.completion or "-", "evidence": one.evidence_level, "who": one.assessor, "date": f"{one.date}"}
    yield "  " + words.say("cli.lane.assessment", **values, **about)
    for each in found.settled:
        yield "    " + words.say("cli.lane.settles", ref=f"{each.ref}", who=each.assessor, date=f"{each.date}")
    if one.rationale:
        yield "    " + words.say("cli.lane.why", text=text(one.rationale))
    for reply in found.replies:
        yield "    " + words.say("cli.lane.reply", date=f"{reply.date}", text=text(reply.text))
