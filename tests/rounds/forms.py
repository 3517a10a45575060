"""Forms for tests: a register with two declarations and three cities, its workbooks, and cells filled in.

A `Book` is changed as a value, so that a test takes no other program; what other programs make of a workbook is tested
once, with those.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from pledgekit import Lens, load, look
from pledgekit.dates import Period
from pledgekit.model.levels import Audience
from pledgekit.recording import keep
from pledgekit.rounds.answers import read_answers
from pledgekit.rounds.form import form_of
from pledgekit.rounds.plan import plan
from pledgekit.rounds.workbook import MARK, workbook
from pledgekit.sheets.reading import Book, Sheet, read_book
from pledgekit.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from pledgekit.register import Register
    from pledgekit.rounds.answers import Answers
    from pledgekit.rounds.form import Form
    from pledgekit.rounds.planned import Plan
    from pledgekit.sheets.reading import Value

__all__ = [
    "ASKED",
    "NOW",
    "OSLO",
    "applied",
    "book_of",
    "column_of",
    "edited",
    "filled",
    "form",
    "grid",
    "lines",
    "placed",
    "planned",
    "read",
    "register_at",
    "resheeted",
    "row_of",
    "scrambled",
    "sheet_of",
    "sheet_with",
    "with_record",
]

ASKED: Final = datetime.datetime(2025, 1, 2, tzinfo=datetime.UTC)  # when the forms were made
NOW: Final = datetime.datetime(2025, 3, 1, 9, tzinfo=datetime.UTC)  # when they are read
YEAR: Final = Period.parse("2024")
OSLO: Final = "oslo-no"

FILES: Final = {
    "declarations/one-2020/declaration.toml": """\
[declaration]
id = "one-2020"
title = "Declaration One"
short_title = "One"
adopted = 2020-01-01

[[commitments]]
id = "a"
title = "Speak out"
wording = "official"
number = "1"
text = "We speak out."
maps_to = [{ commitment = "two-2021/x", relation = "same" }]

[[commitments]]
id = "b"
title = "Work together"
wording = "provisional"

[[rounds]]
id = "round-2024"
period = "2024"
opens = 2025-01-01
due = 2025-02-28
""",
    "declarations/two-2021/declaration.toml": """\
[declaration]
id = "two-2021"
title = "Declaration Two"
short_title = "Two"
adopted = 2021-01-01

[[commitments]]
id = "x"
title = "Say it aloud"
wording = "paraphrase"

[[commitments]]
id = "y"
title = "Work together"
wording = "paraphrase"

[[rounds]]
id = "round-2024"
period = "2024-01/2024-12"
opens = 2025-01-01
due = 2025-02-15
""",
    "commitments/oslo-no/city.toml": """\
[city]
id = "oslo-no"
name = "Oslo"
kind = "city"
country = "NO"

[[endorsements]]
id = "e1"
declaration = "one-2020"
act = "signed"
date = 2020-01-01

[[endorsements]]
id = "e2"
declaration = "two-2021"
act = "signed"
date = 2021-01-01

[[actions]]
id = "days"
visibility = "public"
title = "Days of dialogue"
summary = "Three days."
commitments = ["one-2020/a"]
date = 2023-06-15
told_by = "press"
recorded = 2023-07-01
[[actions.evidence]]
title = "A page"
url = "https://example.org/a"

[[actions]]
id = "plan"
title = "A plan"
commitments = ["one-2020/b", "two-2021/y"]
date = "2024"
told_by = "city"
recorded = 2024-07-01

[[updates]]
id = "u2023"
commitment = "one-2020/a"
period = "2023"
completion = "limited"
narrative = "Begun."
date = 2024-01-10
""",
    "commitments/bergen-no/city.toml": """\
[city]
id = "bergen-no"
name = "Bergen"
kind = "city"
country = "NO"

[[endorsements]]
id = "e1"
declaration = "one-2020"
act = "signed"
date = 2020-01-01

[[actions]]
id = "walk"
title = "A walk"
commitments = ["one-2020/a"]
date = "2024"
""",
}


def placed(root: Path, **more: str) -> Path:
    """Write the register below a folder, with further files of Oslo's by name."""
    files = FILES | {f"commitments/oslo-no/{name.replace('_', '-')}.toml": text for name, text in more.items()}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def register_at(root: Path) -> Register:
    """Load a register that has no errors."""
    loaded = load(root)
    assert [] == [each for each in loaded.problems if each.severity == "error"]
    return loaded.register


def with_record(root: Path, text: str, name: str = "more", owner: str = OSLO) -> None:
    """Add a file to an owner's folder, as a colleague does."""
    home = "declarations" if owner in ("one-2020", "two-2021") else "commitments"
    (root / home / owner / f"{name}.toml").write_text(text, "utf-8")


def form(
    root: Path, *, city: str = OSLO, declarations: Sequence[str] = ("one-2020", "two-2021"), lang: str = "en"
) -> Form:
    """Make the form of a city as `round ask` does."""
    view = look(register_at(root), Lens(as_of=ASKED.date(), audience=Audience.CITY, city=city))
    return form_of(view, city, declarations, YEAR, lang=lang, issued=ASKED)


def book_of(asked: Form) -> Book:
    """Give the workbook of a form as it is read."""
    return _read(workbook(asked, Words(asked.lang)))


@cache
def _read(data: bytes) -> Book:
    return read_book(data, file="oslo-no-2024.xlsx")


def sheet_with(name: str, rows: Sequence[Sequence[Value]], top: int = 0, left: int = 0) -> Sheet:
    """Make a sheet."""
    return Sheet(
        name=name,
        visible=False,
        top=top,
        left=left,
        rows=tuple(tuple(row) for row in rows),
        formulas=frozenset(),
    )


def sheet_of(book: Book, key: str) -> Sheet:
    """Give the sheet with a key."""
    return next(each for each in book.sheets if any(f"{MARK}{key}" in row for row in each.rows))


def resheeted(book: Book, key: str, change: Callable[[Sheet], Sheet]) -> Book:
    """Change the sheet with a key."""
    wanted = sheet_of(book, key)
    return book._replace(sheets=tuple(change(each) if each is wanted else each for each in book.sheets))


def grid(sheet: Sheet) -> list[list[Value]]:
    """Give all cells of a sheet from its first one on, all rows equally long."""
    assert (0, 0) == (sheet.top, sheet.left)
    return [[*row, *[""] * (sheet.right - len(row))] for row in sheet.rows]


def row_of(sheet: Sheet, key: str) -> int:
    """Give the row with a key in the first column."""
    return next(number for number, row in enumerate(sheet.rows) if row and row[0] == key)


def column_of(sheet: Sheet, key: str) -> int:
    """Give the column with a key in the first row."""
    return list(sheet.rows[0]).index(key)


def edited(sheet: Sheet, cells: Mapping[tuple[int, int], Value]) -> Sheet:
    """Put values into cells of a sheet, which grows where need be."""
    rows = grid(sheet)
    for (row, column), value in cells.items():
        while len(rows) <= row:
            rows.append([])
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return sheet._replace(rows=tuple(tuple(row) for row in rows))


def filled(book: Book, cells: Mapping[str, Value]) -> Book:
    """Fill cells in, named `sheet row column`: `answers one-2020/a narrative`; of the start: `answered_on`."""
    for name, value in cells.items():
        sheet, row, column = name.split() if " " in name else ("start", name, "value")

        def put(each: Sheet, row: str = row, column: str = column, value: Value = value) -> Sheet:
            return edited(each, {(row_of(each, row), column_of(each, column)): value})

        book = resheeted(book, sheet, put)
    return book


def scrambled(book: Book, data: st.DataObject) -> Book:
    """Put sheets, rows and columns in any order, move and rename sheets, and put other things between and beside."""
    sheets = []
    for sheet in book.sheets:
        if sheet.rows[0][0] == f"{MARK}lists":
            sheets.append(sheet)
            continue
        head, *rest = grid(sheet)
        rows = [head, *data.draw(st.permutations(rest))]
        if head[0] != f"{MARK}form":
            columns = data.draw(st.permutations(range(1, len(head))))
            extra, at = data.draw(st.tuples(st.integers(0, 2), st.integers(1, len(head))))
            rows = [[row[0], *(row[n] for n in columns)] for row in rows]
            mine = [["" if not n or not row[0] else f"mine {n}"] * extra for n, row in enumerate(rows)]
            rows = [[*row[:at], *more, *row[at:]] for row, more in zip(rows, mine, strict=True)]
        top, left = data.draw(st.tuples(st.integers(0, 3), st.integers(0, 3)))
        name = data.draw(st.text("abc", min_size=1, max_size=3)) + f"{len(sheets)}"
        sheets.append(sheet_with(name, rows, top, left))
    return book._replace(sheets=tuple(data.draw(st.permutations([*sheets, sheet_with("Notes", [["to do"]])]))))


def read(book: Book) -> Answers:
    """Read a workbook's answers."""
    return read_answers(book)


def planned(root: Path, book: Book, *, now: datetime.datetime = NOW, release: bool = False) -> Plan:
    """Plan what a workbook does to the register as it is now."""
    register = register_at(root)
    view = look(register, Lens(as_of=now.date(), audience=Audience.INTERNAL))
    return plan(register, view, read_answers(book), by="staff", now=now, today=now.date(), release=release)


def applied(root: Path, book: Book, *, now: datetime.datetime = NOW, release: bool = False) -> Plan:
    """Plan it and write it: nothing of it is refused."""
    made = planned(root, book, now=now, release=release)
    assert [] == [each for each in made.items if each.outcome == "refused"]
    if made.drafts:
        keep(root, made.drafts)
    return made


def lines(items: Iterable[tuple[object, ...]]) -> list[str]:
    """Give values in lines, for comparing."""
    return [" ".join(f"{each}" for each in item) for item in items]
