"""All that one city is sent: workbook, paper, letter."""

from __future__ import annotations

import email
import email.policy
import io
import re
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from pledgekit.catalogues import FORM_LANGUAGES
from pledgekit.errors import UsageError
from pledgekit.rounds.asking import parcel
from pledgekit.rounds.letter import draft_mail, recipient
from pledgekit.rounds.paper import paper
from pledgekit.rounds.whom import asked
from pledgekit.rounds.workbook import workbook
from pledgekit.words import Words
from tests.registers import made
from tests.rounds.forms import ASKED, OSLO, YEAR, form, placed, register_at, with_record

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from pledgekit.model.people import Contact
    from pledgekit.rounds.asking import Parcel

BOTH = ("one-2020", "two-2021")


def contact(**values: object) -> Contact:
    """A person to write to."""
    found: Any = made("contacts", "focal", OSLO, name="Ånne Ødegård", **values)
    return found  # type: ignore[no-any-return]  # the table says which


def sent(
    root: Path, *, city: str = OSLO, lang: str = "en", formats: tuple[str, ...] = ("html", "md"), despite: bool = False
) -> Parcel:
    """What a city is sent."""
    (found,) = asked(register_at(root), BOTH, YEAR, as_of=ASKED.date(), cities=[city])
    return parcel(
        found,
        period=YEAR,
        contact=contact(email="anne@example.org"),
        issued=ASKED,
        lang=lang,
        allow_draft=True,
        formats=formats,
        despite_problems=despite,
    )


def mail(data: bytes) -> EmailMessage:
    """A mail as programs read it."""
    found: Any = email.message_from_bytes(data, policy=email.policy.default)
    return found  # type: ignore[no-any-return]  # the policy says which


def texts(made_: Parcel) -> dict[str, str]:
    """All that people read: of the workbook every cell, of the mail its text, of the paper all of it."""
    found = {}
    for name, data in made_.files.items():
        if name.endswith(".xlsx"):
            book = openpyxl.load_workbook(io.BytesIO(data))
            cells = [
                cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
            ]
            found[name] = "\n".join(map(str, cells))
        elif name.endswith(".eml"):
            body = mail(data).get_body(("plain",))
            assert body is not None
            found[name] = body.get_content()
        else:
            found[name] = data.decode()
    return found


def test_the_same_gives_the_same_bytes(tmp_path: Path) -> None:
    """Of every file: nothing in it depends on the moment or on chance."""
    placed(tmp_path)
    first = sent(tmp_path)
    assert ["oslo-no-2024.xlsx", "oslo-no-2024.html", "oslo-no-2024.md", "oslo-no-2024.eml"] == list(first.files)
    assert first.files == sent(tmp_path).files


@pytest.mark.parametrize("lang", FORM_LANGUAGES)
def test_everything_can_be_said_in_every_language(tmp_path: Path, lang: str) -> None:
    """A form with all that may be in one, for a city with a history and for one without."""
    placed(tmp_path, more=DEEDS)
    for city in (OSLO, "bergen-no"):
        made_ = sent(tmp_path, city=city, lang=lang, formats=("html", "md", "txt"), despite=True)
        assert lang == made_.language.words.lang
        assert f'<html lang="{lang}"' in made_.files[f"{city}-2024.html"].decode()
        assert 5 == len(made_.files)


DEEDS = """\
[[actions]]
id = "begun"
title = "Begun"
commitments = ["one-2020/a"]
start = "2024-05"

[[actions]]
id = "ended"
title = "Ended"
commitments = ["one-2020/a"]
end = 2024-05-02

[[actions]]
id = "spanned"
title = "Spanned"
commitments = ["one-2020/a"]
start = 2024-05-01
end = 2024-06-02

[[actions]]
id = "in-words"
title = "In words"
commitments = ["one-2020/a"]
start = "2024-03/2024-05"
start_text = "spring 2024"
end = 2024-06-02

[[actions]]
id = "described"
title = "Described"
commitments = ["one-2020/a"]
described = "2024-02"
"""


def test_all_files_say_the_same(tmp_path: Path) -> None:
    """Titles, wording, last answer, actions, day, who asks: the paper and the workbook differ in nothing asked."""
    found = texts(sent(placed(tmp_path), formats=("txt",)))
    for name in ("oslo-no-2024.xlsx", "oslo-no-2024.txt"):
        flat = " ".join(found[name].split())
        for each in ("1. Speak out", "We speak out.", "2023: limited", "Begun.", "Days of dialogue", "Three days."):
            assert each in flat, (name, each)
        assert "By when: 15 February 2025" in flat
        assert "Our working title." in flat


def test_no_file_for_the_city_names_a_contact(tmp_path: Path) -> None:
    """Whom to write to stands in the mail alone."""
    placed(tmp_path)
    (tmp_path / "commitments/oslo-no/internal").mkdir()
    with_record(tmp_path, '[[contacts]]\nid = "f"\nname = "Ånne Ødegård"\n', "internal/contact")
    found = texts(sent(tmp_path, formats=("html", "md", "txt")))
    assert ["oslo-no-2024.eml"] == [name for name, text in found.items() if "degård" in text]


def test_the_mail_is_a_draft_to_the_focal_point(tmp_path: Path) -> None:
    """Mail programs open it unsent; it has an address, a subject, the files, no day and no id of a message."""
    made_ = sent(placed(tmp_path))
    assert made_.addressed
    data = made_.files["oslo-no-2024.eml"]
    found = mail(data)
    assert ("1", "Ånne Ødegård <anne@example.org>") == (found["X-Unsent"], found["To"])
    assert "Progress in 2024 on One and Two (Oslo)" == found["Subject"]
    assert (None, None, None) == (found["Date"], found["Message-ID"], found["From"])
    files = {part.get_filename(): part.get_content_type() for part in found.iter_attachments()}
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert {"oslo-no-2024.xlsx": sheet, "oslo-no-2024.html": "text/html", "oslo-no-2024.md": "text/markdown"} == files
    first = next(found.iter_attachments())
    assert made_.files["oslo-no-2024.xlsx"] == first.get_payload(decode=True)
    assert [] == [line for line in data.split(b"\r\n") if len(line) > 998 or b"\n" in line]


@pytest.mark.parametrize("address", ["", "no address", "a@b@c", "Ånne@example.org\nBcc: x@example.org", "<>", "a@"])
def test_what_is_no_address_is_none(address: str) -> None:
    """A mail to nobody is better than one to somebody else; no further line gets into its head."""
    held = contact(email=address)
    assert None is recipient(held)
    data = draft_mail("A\nsubject", ["Text"], to=held, lang="en", files={})
    assert ("", "A subject") == (mail(data)["To"] or "", mail(data)["Subject"])
    assert b"Bcc" not in data


def test_a_name_cannot_write_into_the_head_of_a_mail() -> None:
    """Control characters are left out of it."""
    found: Any = made("contacts", "focal", OSLO, name="A\r\nBcc: b@example.org", email="a@example.org")
    data = draft_mail("Subject", ["Text"], to=found, lang="en", files={"a.bin": b"1"})
    assert None is mail(data)["Bcc"]
    assert "a@example.org" == mail(data)["To"].addresses[0].addr_spec
    assert None is recipient(None)


def test_a_form_made_despite_problems_says_so(tmp_path: Path) -> None:
    """In every file, in the same words."""
    placed(tmp_path)
    said = "Errors in the register, if there were any, did not stop this document from being made"
    for name, text in texts(sent(tmp_path, despite=True)).items():
        assert said in " ".join(text.split()), name
    assert not any(said in " ".join(text.split()) for text in texts(sent(tmp_path)).values())


def test_texts_are_shown_in_the_language_of_the_form(tmp_path: Path) -> None:
    """Where the register has a translation, and the city's own name in it."""
    placed(tmp_path)
    path = tmp_path / "commitments/oslo-no/city.toml"
    named = path.read_text("utf-8").replace('name = "Oslo"', 'name = "Oslo"\nlocal_names = { de = "Oslo-Stadt" }')
    path.write_text(named, "utf-8")
    path = tmp_path / "declarations/one-2020/declaration.toml"
    told = path.read_text("utf-8").replace(
        'text = "We speak out."', 'text = "We speak out."\ntranslations.de = { title = "Laut", text = "Wir reden." }'
    )
    path.write_text(told, "utf-8")
    found = texts(sent(tmp_path, lang="de", formats=("txt",)))
    assert "Für: Oslo-Stadt" in found["oslo-no-2024.xlsx"]
    for each in ("1. Laut", "Wir reden."):
        assert each in found["oslo-no-2024.xlsx"]
        assert each in found["oslo-no-2024.txt"]


def test_what_is_not_in_the_language_of_the_form_says_so(tmp_path: Path) -> None:
    """For who has it read aloud: titles and words as the declaration or the city wrote them."""
    placed(tmp_path)
    for path in (tmp_path / "declarations/one-2020/declaration.toml", tmp_path / "commitments/oslo-no/city.toml"):
        lang = "en" if path.parent.name == "one-2020" else "nb"
        first, rest = path.read_text("utf-8").split("\n\n", 1)
        path.write_text(f'{first}\nlanguages = ["{lang}"]\n\n{rest}', "utf-8")
    page = sent(tmp_path, lang="de", formats=("html",)).files["oslo-no-2024.html"].decode()
    for each in ("1. Speak out", "We speak out."):
        assert re.search(rf'lang="en"[^>]*>{re.escape(each)}<', page), each
    for each in ("Days of dialogue", "Three days."):
        assert re.search(rf'lang="nb"[^>]*>{re.escape(each)}<', page), each
    english = sent(tmp_path, lang="en", formats=("html",)).files["oslo-no-2024.html"].decode()
    assert 'lang="en"' not in english.partition("<body")[2]


def test_the_workbook_needs_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match="workbooks need the extra xlsx; install it: pip install"):
        workbook(form(placed(tmp_path)), Words("en"))


def test_only_cells_to_write_in_are_open(tmp_path: Path) -> None:
    """All others are protected, without a password; what is open is text with a help and perhaps a list."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(form(placed(tmp_path)), Words("en"))))
    assert ["visible"] * 4 + ["veryHidden"] * 2 == [each.sheet_state for each in book]
    for sheet in book.worksheets[:4]:
        assert sheet.protection.sheet
        assert None is sheet.protection.password
        assert (True, True) == (sheet.row_dimensions[1].hidden, sheet.column_dimensions["A"].hidden)
        open_cells = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
        assert {"@"} == {cell.number_format for cell in open_cells}
        helped = [rule for rule in sheet.data_validations.dataValidation if rule.prompt]
        assert [] == [c.coordinate for c in open_cells if sum(c.coordinate in rule.sqref for rule in helped) != 1]
    answers = book.worksheets[1]
    lists = {rule.formula1 for rule in answers.data_validations.dataValidation if rule.type == "list"}
    assert {"pk_answer", "pk_obstacle", "pk_publish"} == lists
    assert set(book.defined_names) >= {"pk_answer", "pk_publish", "pk_answered_by", "pk_clause", "pk_status"}
    assert "C5" == answers.freeze_panes


def test_a_form_without_a_question_is_still_one(tmp_path: Path) -> None:
    """A declaration whose clauses are not on record yet: new actions alone are asked for."""
    placed(tmp_path)
    empty = form(tmp_path)._replace(questions=(), actions=())
    book = openpyxl.load_workbook(io.BytesIO(workbook(empty, Words("en"))))
    assert "We hold no action of your city yet" in str(book.worksheets[2]["B3"].value)
    assert paper(empty, Words("en")).blocks
