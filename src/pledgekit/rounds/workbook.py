"""A form as a workbook that a city fills in at its desk. Third step of asking: form → bytes of an xlsx file.

What is read back stands at hidden keys, so that a city may move, sort, hide and add what it likes: cell A1 of a sheet
holds `pk:` and the sheet's key, the rest of row 1 the keys of columns, the rest of column A those of rows. All cells
to write in are text, since a spreadsheet makes 1905 of a year.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pledgekit.errors import UsageError
from pledgekit.fingerprint import fingerprint
from pledgekit.rounds.choices import choices, headings
from pledgekit.rounds.saying import LONGEST, about, by_when, intro, last_answer, text_of, title, under, when, wording
from pledgekit.sheets.columns import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from pledgekit.ids import Ref
    from pledgekit.rounds.choices import Choice
    from pledgekit.rounds.form import Form
    from pledgekit.words import Words

__all__ = ["CHOSEN", "FORMAT", "FORMAT_VERSION", "FREE_ROWS", "HEAD", "MARK", "SHOWN", "workbook"]

FORMAT: Final = "pledgekit/form"
FORMAT_VERSION: Final = 1
MARK: Final = "pk:"
HEAD: Final = "head"  # the key of rows above a table: title, note, names of columns
FREE_ROWS: Final = 12  # for actions that are not on record yet

_HEAD: Final = 4  # rows above the first row of a table: keys, title, note, names of the columns
_ANSWERS: Final = {
    "heading": 24,
    "wording": 22,
    "last": 18,
    "answer": 20,
    "included_in": 17,
    "narrative": 46,
    "words": 9,
    "obstacles": 19,
    "publish": 16,
}
_LONG: Final = {"wording": 36, "last": 36}  # columns that are wider where a text in them is long
_LONG_FROM: Final = 90  # signs
_ACTIONS: Final = {
    "action": 28,
    "about": 44,
    "when": 16,
    "clauses": 24,
    "confirm": 17,
    "correction": 40,
    "publish": 16,
}
_NEW: Final = {
    "title": 26,
    "clause": 24,
    "date": 14,
    "status": 16,
    "summary": 42,
    "evidence_title": 24,
    "evidence_url": 28,
    "publish": 16,
}
_ROOM: Final = {"answers": 72, "actions": 46, "new": 62}  # points: the least height of a row to write in
_TALLEST: Final = 400  # points: a spreadsheet takes 409
CHOSEN: Final = {  # columns with a list to choose from
    "answer": "answer",
    "obstacles": "obstacle",
    "publish": "publish",
    "confirm": "confirm",
    "clause": "clause",
    "status": "status",
}
SHOWN: Final = ("heading", "wording", "last", "words", "action", "about", "when", "clauses")  # columns not to write in
_INK, _LINE, _PALE, _HEADING = "#1f2933", "#8a94a0", "#f3f5f7", "#24476b"


def workbook(form: Form, words: Words) -> bytes:
    """Write a form; the same form and words give the same bytes. Raises UsageError without the extra `xlsx`."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError("workbooks need the extra xlsx", remedy='install it: pip install "pledgekit[xlsx]"') from error
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as book:
        _Writer(book, form, words).write()
    return held.getvalue()


class _Writer:
    """One workbook being written."""

    def __init__(self, book: Workbook, form: Form, words: Words) -> None:
        self.book = book
        self.form = form
        self.words = words
        self.lists = choices(form, words)
        base = {"font_name": "Arial", "font_size": 10, "font_color": _INK, "valign": "top", "text_wrap": True}
        edge = {"border": 1, "border_color": _LINE, "align": "left", "indent": 1}
        self.text = book.add_format(base)
        self.strong = book.add_format({**base, "bold": True})
        self.title = book.add_format(
            {**base, "font_size": 16, "bold": True, "font_color": _HEADING, "text_wrap": False}
        )
        self.header = book.add_format(
            {**base, **edge, "bold": True, "bg_color": _HEADING, "font_color": "#ffffff", "valign": "vcenter"}
        )
        self.shown = book.add_format({**base, **edge, "bg_color": _PALE})
        self.named = book.add_format({**base, **edge, "bg_color": _PALE, "bold": True})
        self.small = book.add_format({**base, **edge, "bg_color": _PALE, "font_size": 9})
        frame = {"border": 2, "border_color": _HEADING, "align": "left", "indent": 1}
        self.open = book.add_format({**base, **frame, "num_format": "@", "locked": False})
        self.note = book.add_format({**base, "italic": True, "text_wrap": False})
        within = words.say("round.words-of", n=0, most=LONGEST).replace("0", "@", 1)
        over = words.say("round.words-over", n=0).replace("0", "@", 1)
        numbered = f"[>{LONGEST}]{_number(over)};{_number(within)}"
        self.count = book.add_format({**base, **edge, "indent": 0, "align": "center", "num_format": numbered})

    def write(self) -> None:
        """All sheets; first those that people see."""
        sheets = {key: self._sheet(key) for key in ("start", "answers", "actions", "new")}
        self._lists()
        self._facts()
        self._start(sheets["start"])
        self._answers(sheets["answers"])
        self._actions(sheets["actions"])
        self._new(sheets["new"])
        self.book.set_properties(
            {
                "title": f"{title(self.form, self.words)} · {self.form.city.name}",
                "author": "",
                "created": self.form.issued.replace(tzinfo=None),
            }
        )

    def _sheet(self, key: str) -> Worksheet:
        """Begin a sheet that people see: its keys hidden, protected but for the cells to write in, made for paper."""
        sheet = self.book.add_worksheet(self.words.say(f"round.sheet.{key}"))
        sheet.write_string(0, 0, MARK + key)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(0, 0, 2, None, {"hidden": True})
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True, "sort": True})
        sheet.hide_gridlines(2)
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L&8{_plain(self.form.city.name)}&C&8&A&R&8&P / &N")
        return sheet

    def _start(self, sheet: Worksheet) -> None:
        sheet.set_portrait()
        sheet.set_column(1, 1, 46, self.text)
        sheet.set_column(2, 2, 54, self.text)
        sheet.write_string(0, 2, "value")
        sheet.write_string(1, 1, title(self.form, self.words), self.title)
        row = 3
        for paragraph in intro(self.form, self.words):
            face = self.strong if paragraph == by_when(self.form, self.words) else self.text
            sheet.merge_range(row, 1, row, 2, "", face)
            sheet.write_string(row, 1, paragraph, face)
            sheet.set_row(row, 13.5 * _lines(paragraph, 108) + 6)
            row += 1
        row += 1
        for key in ("answered_by", "answered_on"):
            sheet.write_string(row, 0, key)
            sheet.write_string(row, 1, self.words.say(f"round.{key.replace('_', '-')}"), self.named)
            sheet.write_blank(row, 2, None, self.open)
            self._help(sheet, (row, row), 2, key)
            sheet.set_row(row, 24)
            self.book.define_name(f"pk_{key}", f"={_quoted(sheet.name)}!$C${row + 1}")
            row += 1

    def _answers(self, sheet: Worksheet) -> None:
        note = self.words.say("round.answers-note", sentence=self.words.say("round.help.publish"))
        called = headings(self.form, self.words)
        rows = [
            {
                "heading": called[str(each.ref)],
                "wording": wording(each, self.words),
                "last": last_answer(each, self.words),
            }
            for each in self.form.questions
        ]
        wide = {key: width for key, width in _LONG.items() if any(len(each[key]) > _LONG_FROM for each in rows)}
        columns = _ANSWERS | wide
        self._table(sheet, columns, note)
        for row, (each, shown) in enumerate(zip(self.form.questions, rows, strict=True), _HEAD):
            self._row(sheet, row, str(each.ref), columns, shown, least=_ROOM["answers"])
            place = _cell(row, list(columns).index("narrative") + 1)
            sheet.write_formula(row, list(columns).index("words") + 1, _counted(place), self.count, 0)
        self._helps(sheet, columns, len(rows))

    def _actions(self, sheet: Worksheet) -> None:
        if not self.form.actions:
            self._table(sheet, {"action": 90}, "", heads=False)
            none = self.words.say("round.actions-none", sheet=self.words.say("round.sheet.new"))
            sheet.write_string(2, 1, none, self.text)
            return
        self._table(sheet, _ACTIONS, self.words.say("round.actions-note"))
        for row, each in enumerate(self.form.actions, _HEAD):
            shown = {
                "action": text_of(each, "title", self.words),
                "about": about(each, self.words),
                "when": when(each, self.words),
                "clauses": under(self.form, each, self.words),
            }
            self._row(sheet, row, str(each.ref), _ACTIONS, shown, least=_ROOM["actions"])
        self._helps(sheet, _ACTIONS, len(self.form.actions))

    def _new(self, sheet: Worksheet) -> None:
        self._table(sheet, _NEW, self.words.say("round.new-note"))
        for nth in range(FREE_ROWS):
            self._row(sheet, _HEAD + nth, f"new-{nth + 1}", _NEW, {}, least=_ROOM["new"])
        self._helps(sheet, _NEW, FREE_ROWS)

    def _table(self, sheet: Worksheet, columns: dict[str, int], note: str, *, heads: bool = True) -> None:
        """Write what stands above a table: keys, title, note, names of columns."""
        sheet.write_string(1, 1, title(self.form, self.words), self.title)
        for row in range(1, _HEAD):
            sheet.write_string(row, 0, HEAD)
        sheet.set_row(1, 24)
        sheet.write_string(2, 1, note, self.note)
        for column, (key, width) in enumerate(columns.items(), 1):
            sheet.set_column(column, column, width)
            if heads:
                sheet.write_string(0, column, key)
                name = self.words.say(f"round.col.{key}", **({"n": LONGEST} if key == "narrative" else {}))
                sheet.write_string(3, column, name, self.header)
        if heads:
            sheet.set_row(3, 56)
            sheet.freeze_panes(_HEAD, 2)
            sheet.repeat_rows(3)

    def _row(
        self, sheet: Worksheet, row: int, key: str, columns: dict[str, int], shown: dict[str, str], *, least: int
    ) -> None:
        """Write one row: its key, what is shown, and the cells to write in."""
        sheet.write_string(row, 0, key)
        height = float(least)
        for column, (name, width) in enumerate(columns.items(), 1):
            if name in shown:
                face = self.named if column == 1 else self.small if name in ("last", "about") else self.shown
                sheet.write_string(row, column, shown[name], face)
                high, wide = (12, width) if face is self.small else (13, width - 2)
                height = max(height, high * _lines(shown[name], wide) + 6)
            elif name != "words":
                sheet.write_blank(row, column, None, self.open)
        sheet.set_row(row, min(height, _TALLEST))

    def _helps(self, sheet: Worksheet, columns: dict[str, int], rows: int) -> None:
        """Help with each column to write in, once for all rows of a table: a help for each cell takes the most time."""
        for column, name in enumerate(columns, 1):
            if rows and name not in SHOWN:
                self._help(sheet, (_HEAD, _HEAD + rows - 1), column, name)

    def _help(self, sheet: Worksheet, rows: tuple[int, int], column: int, key: str) -> None:
        """Give cells to write in the help that shows when one is chosen, and the list to choose from."""
        message = self.words.say(f"round.help.{key}", **({"n": LONGEST} if key == "narrative" else {}))
        help_ = {"input_message": message[:255]}
        if key in CHOSEN:
            told = self.words.say("round.choose")
            help_ |= {"validate": "list", "source": f"=pk_{CHOSEN[key]}", "error_message": told[:255]}
        else:
            help_ |= {"validate": "any"}
        sheet.data_validation(rows[0], column, rows[1], column, help_)

    def _lists(self) -> None:
        """The lists to choose from, each as ids beside words, on a sheet that is not offered to be shown."""
        sheet = self.book.add_worksheet("pk-lists")
        sheet.very_hidden()
        sheet.write_string(0, 0, f"{MARK}lists")
        for number, (name, options) in enumerate(self.lists.items()):
            column = 1 + 2 * number
            sheet.write_string(0, column, name)
            sheet.write_string(0, column + 1, f"{name}.word")
            _column(sheet, column, options)
            letter = letters(column + 1)
            if options:
                self.book.define_name(f"pk_{name}", f"='pk-lists'!${letter}$2:${letter}${len(options) + 1}")

    def _facts(self) -> None:
        """What the form is and of whom, for the one who reads it back; as properties of the file, too."""
        form = self.form
        facts = {
            "format": FORMAT,
            "format_version": str(FORMAT_VERSION),
            "city": form.city.id,
            "declarations": " ".join(each.id for each in form.declarations),
            "rounds": " ".join(str(each.ref) for each in form.rounds),
            "period": form.period.label,
            "lang": form.lang,
            "issued": form.issued.isoformat(),
            "form": form.key,
        }
        for question in form.questions:
            facts[_fact("question", question.ref)] = " ".join(str(each.ref) for each in question.commitments)
            facts |= {_fact("clause", each.ref): fingerprint(each) for each in question.commitments}
        facts |= {_fact("action", each.ref): fingerprint(each) for each in form.actions}
        sheet = self.book.add_worksheet("pk-form")
        sheet.very_hidden()
        sheet.write_string(0, 0, f"{MARK}form")
        for row, (key, value) in enumerate(facts.items(), 1):
            sheet.write_string(row, 0, key)
            sheet.write_string(row, 1, value)
            if " " not in key:
                self.book.set_custom_property(f"pledgekit_{key}", value, "text")


def _fact(what: str, ref: Ref) -> str:
    return f"{what} {ref}"


def _column(sheet: Worksheet, column: int, options: Sequence[Choice]) -> None:
    for row, (name, word) in enumerate(options, 1):
        sheet.write_string(row, column, name)
        sheet.write_string(row, column + 1, word)


def _counted(cell: str) -> str:
    """Give the formula that counts the words of a cell."""
    text = f'TRIM(SUBSTITUTE({cell},CHAR(10)," "))'
    return f'=IF(LEN({text})=0,0,LEN({text})-LEN(SUBSTITUTE({text}," ",""))+1)'


def _number(pattern: str) -> str:
    """Give a number's format that writes it into words: `@` stands for it."""
    before, _, after = pattern.partition("@")
    quoted = ['"' + part.replace('"', "") + '"' if part else "" for part in (before, after)]
    return f"{quoted[0]}0{quoted[1]}"


def _lines(text: str, width: int) -> int:
    """Guess how many lines a text takes in a column, whose width counts digits: letters are narrower, ends get lost."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _cell(row: int, column: int) -> str:
    return f"{letters(column)}{row + 1}"


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _plain(text: str) -> str:
    """Give a text that the footer of a page takes as it is."""
    return text.replace("&", "&&")[:80]
