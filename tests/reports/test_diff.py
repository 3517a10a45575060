"""What changed, in words: each kind of change in the terms that the field uses."""

from __future__ import annotations

import datetime
import re

import pytest

from pledgekit.catalogues.en.diff import MESSAGES
from pledgekit.diff import What, diff
from pledgekit.model.document import Bullets, Heading
from pledgekit.model.kinds import KINDS
from pledgekit.model.levels import Audience
from pledgekit.reports.diff import lay_out
from pledgekit.view import Lens, look
from pledgekit.words import words
from tests.checks.registers import HAGUE, loaded, record
from tests.test_diff import ACTION, ENDED, RETRACTED, SIGNED, update

NYC = HAGUE.replace("hague-2022", "nyc-2023").replace("2022-11-16", "2023-09-21")
OSLO = {"commitments/oslo-no/x.toml": ""}


def lines(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Lay out what changed between two sets of files; give every item with the heading's first word."""
    lens = Lens(as_of=datetime.date(2026, 1, 1), audience=Audience.INTERNAL)
    found = diff(look(loaded(before).register, lens), look(loaded(after).register, lens))
    document = lay_out(found, words("en"), before="A", after="B")
    assert ("from A to B", "INTERNAL") == (document.subtitle, document.banner)
    said: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            counted = int(re.sub(r"\D", "", block.text))
        elif isinstance(block, Bullets):
            assert counted == len(block.items)
            said += ["".join(span.text for span in item) for item in block.items]
    return said


def oslo(*texts: str) -> dict[str, str]:
    """Files of Oslo."""
    return {f"commitments/oslo-no/f{number}.toml": text for number, text in enumerate(texts)}


def hague(text: str) -> dict[str, str]:
    """The declaration with other words."""
    return {"declarations/hague-2022/d.toml": text}


LEVEL = update("u", "limited")
ASSESSED = record(
    "assessments", id="s", commitment="hague-2022/speak-out", period="2024", evidence_level="none", assessor="A. B.",
    date="2025",
)  # fmt: skip
RICH = """\
[[actions]]
id = "a"
title = "A"
partners = ["X", "Y"]
start = "2024-03"
summary = "One two three four."
results = [{ indicator = "i", value = 1 }]
extra = { x = 1 }
"""
FINDING = record("findings", id="f", text="F", year=2023)
OFFICIAL = (
    "T: changed: speak-out “T”: wording Our working title. → The declaration's own words.; "
    "number, not there before: 1; text, not there before: We speak out."
)
CHOSEN = record("selections", id="s", period="2024", commitment="hague-2022/speak-out", actions=["a-b/c"])
NOTE = record("notes", id="n", text="One", date="2024")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([LEVEL], [LEVEL, update("v", "substantial", date="2025-02")],
         "Oslo: speak-out: limited → substantial (2024): date, not there before: February 2025"),
        ([LEVEL], [update("u", "substantial")], "Oslo: speak-out: limited → substantial (2024)"),
        ([LEVEL], [LEVEL.replace("limited", 'limited"\nnarrative = "Words')],
         "Oslo: speak-out: still limited (2024): narrative, not there before: Words"),
        ([LEVEL], [LEVEL, update("v", "complete", "2025")], "Oslo: speak-out: limited (2024) → complete (2025)"),
        ([], [LEVEL], "Oslo: speak-out: new: limited (2024)"),
        ([LEVEL], [], "Oslo: speak-out: no longer there: limited (2024)"),
        ([LEVEL], [LEVEL, record("retractions", id="r", record="oslo-no/u", reason="error")],
         "Oslo: speak-out: retracted: limited (2024)"),
        ([], [LEVEL.replace('completion = "limited', 'instead = "declined')],
         "Oslo: speak-out: new: declined to answer (2024)"),
        ([], [SIGNED], "Oslo: new: hague-2022, signed"),
        ([SIGNED], [SIGNED, ENDED.replace("act =", "date = 2024-05-01\nact =")],
         "Oslo: ended: hague-2022, ended on 1 May 2024"),
        ([ACTION], [ACTION, RETRACTED], "Oslo: retracted: “A”"),
        ([], [ASSESSED], "Oslo: new: speak-out: nothing to judge by, by A. B. (2024)"),
        ([], [ASSESSED.replace('"none"', '"documented"\ncompletion = "limited"')],
         "Oslo: new: speak-out: limited, by A. B. (2024)"),
        ([RICH], [RICH.replace('"X", "Y"', '"Y", "Z"')], "Oslo: changed: “A”: partners [-X-] {+Z+}"),
        ([RICH], [RICH.replace('"X", "Y"', '"Y", "X"')],
         "Oslo: changed: “A”: partners in another order"),
        ([RICH], [RICH.replace("three", "five")],
         "Oslo: changed: “A”: summary One two [-three-] {+five+} four."),
        ([RICH], [RICH.replace("2024-03", "2024-04")], "Oslo: changed: “A”: start March 2024 → April 2024"),
        ([RICH], [RICH.replace('[{ indicator = "i", value = 1 }]', "[]")],
         "Oslo: changed: “A”: results 1 → 0 entries"),
        ([RICH], [RICH.replace("{ x = 1 }", "{ x = 2 }")], "Oslo: changed: “A”: extra changed"),
        ([RICH], [RICH + 'status = "closed"\n'], "Oslo: changed: “A”: status, not there before: done"),
        ([NOTE], [NOTE.replace('"2024"', "2024-01-02")],
         "Oslo: changed: “One”: date 2024 → 2 January 2024"),
        ([], [record("requests", id="q", declaration="hague-2022", period="2024", act="asked", date="2024-11")],
         "Oslo: new: hague-2022 (2024), asked in November 2024"),
        ([], [record("replies", id="p", assessment="oslo-no/s", text="word " * 40, date="2025")],
         f"Oslo: new: “{('word ' * 40)[:79]}…”"),
    ],
)  # fmt: skip
def test_a_change_is_told(before: list[str], after: list[str], expected: str) -> None:
    """In the domain's words, whose first."""
    told = lines(oslo(*before), oslo(*after))
    assert [expected.replace("hague-2022", "T")] == told


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (HAGUE, HAGUE.replace("provisional", 'official"\ntext = "We speak out."\nnumber = "1'),
         OFFICIAL),
        (HAGUE.replace("provisional", 'official"\ntext = "We speak out now.'),
         HAGUE.replace("provisional", 'official"\ntext = "We speak up now.'),
         "T: changed: speak-out “T”: text We speak [-out-] {+up+} now."),
        (HAGUE, HAGUE.replace("adopted", "assessed = true\nadopted"),
         "T: changed: its own record: assessed, not there before: yes"),
        (HAGUE, HAGUE + CHOSEN,
         "T: new: “speak-out”"),
        (HAGUE, HAGUE + record("rounds", id="round-2024", period="2024", due="2025"), "T: new: “round-2024”"),
        (HAGUE + FINDING, HAGUE + FINDING.replace("2023", "2024"), "T: changed: “F”: year 2023 → 2024"),
        (HAGUE + FINDING + "number = 1\n", HAGUE + FINDING,
         "T: changed: “F”: number, no longer there (it was: 1)"),
        (HAGUE + FINDING, HAGUE + FINDING + "number = 1\n", "T: changed: “F”: number, not there before: 1"),
    ],
)  # fmt: skip
def test_a_change_of_a_declaration_is_told(before: str, after: str, expected: str) -> None:
    """Clauses by their id, their text word by word."""
    assert [expected] == lines(hague(before), hague(after))


def test_clauses_of_several_declarations_are_told_apart() -> None:
    """One id alone would not say which is meant."""
    both = {"declarations/nyc-2023/d.toml": NYC}
    other = LEVEL.replace("hague-2022", "nyc-2023").replace('"u"', '"w"')
    expected = [
        "Oslo: hague-2022/speak-out: new: limited (2024)",
        "Oslo: nyc-2023/speak-out: new: limited (2024)",
    ]
    assert expected == lines(both, {**both, **oslo(LEVEL, other)})


def test_there_is_a_word_for_every_kind_and_change() -> None:
    """Whatever changes can be told."""
    assert set() == {f"diff.kind.{table}" for table in KINDS} - {"diff.kind.retractions"} - set(MESSAGES)
    assert set() == {f"diff.{what}" for what in What.__args__} - set(MESSAGES)  # type: ignore[attr-defined]  # of a Literal


def test_nothing_is_told_of_nothing() -> None:
    """The same twice."""
    assert [] == lines(OSLO, OSLO)
