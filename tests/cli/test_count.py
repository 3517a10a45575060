"""`count`: a sentence that can be pasted, and claims no more than is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            [],
            (
                "At least 1 of 2 (50 %) cities endorsing Declaration of 2020 has an action on record, "
                "as known on 1 June 2025: Oslo."
            ),
        ),
        (
            ["--country", "no"],
            (
                "The one city endorsing Declaration of 2020 in Norway has an action on record, "
                "as known on 1 June 2025: Oslo."
            ),
        ),
        (
            ["--city", "Oslo", "--kind", "event", "--kind", "plan", "--status", "closed", "--search", "Days"],
            (
                "Oslo endorses Declaration of 2020 and has an action on record (kind: event or plan; status: done, on "
                "record as “closed”; with the words “Days”), as known on 1 June 2025."
            ),
        ),
        (
            ["--city", "Oslo", "--search", "nothing of it"],
            (
                "Oslo endorses Declaration of 2020 and has no action on record here (with the words “nothing of it”), "
                "as known on 1 June 2025."
            ),
        ),
        (
            ["--country", "Norway", "--search", "nothing"],
            (
                "The one city endorsing Declaration of 2020 in Norway has no action on record here "
                "(with the words “nothing”), as known on 1 June 2025."
            ),
        ),
        (
            ["--city", "Oslo", "--city", "Munich"],
            (
                "At least 1 of 2 (50 %) cities endorsing Declaration of 2020 (of these asked about: Oslo and Munich) "
                "has an action on record, as known on 1 June 2025: Oslo."
            ),
        ),
        (
            ["--country", "Netherlands"],
            "No city in the Netherlands is on record as endorsing Declaration of 2020, as known on 1 June 2025.",
        ),
        (
            ["--commitment", "c2", "--period", "2024"],
            (
                "No city endorsing Declaration of 2020 has an action on record here (under “Work together”; in 2024), "
                "as known on 1 June 2025: 0 of 2 (0 %)."
            ),
        ),
        (
            ["--country", "jp"],
            "No city in Japan is on record as endorsing Declaration of 2020, as known on 1 June 2025.",
        ),
    ],
)
def test_the_sentence_says_its_denominator_and_its_day(program: Program, arguments: list[str], sentence: str) -> None:
    """At least so many of so many, under which conditions, as known when, and who."""
    ran = program("--known-on", "2025-06-01", "count", *arguments)
    assert (0, sentence) == (ran.code, ran.out.splitlines()[0])


def test_what_is_not_known_is_said(program: Program) -> None:
    """For how many nothing is held stands beside it, and that this does not mean that nothing was done."""
    out = program("count").out
    assert "For 1 of them no such action is held. No entry means that we hold no information." in out
    assert "munich" not in out.casefold()
    assert "Oslo, Norway: Days of dialogue (15 June 2023)\n  A page <https://example.org/a>\n  Another page\n" in out


def test_it_is_public_unless_asked_otherwise(program: Program) -> None:
    """What is not public does not count, and stderr says how much was held back."""
    ran = program("count")
    assert "held back for the audience public" in ran.err
    assert "At least 2 of 2" in program("--audience", "network", "count").out


def test_limits_are_told(program: Program) -> None:
    """Uncertain members, what came before, who is left out, and working titles are told in a sentence each."""
    make(
        program.root,
        commitments__bergen_no__more="""
[[endorsements]]
id = "in"
declaration = "d-2020"
act = "signed"
date = 2021-01-01
[[endorsements]]
id = "out"
declaration = "d-2020"
act = "ended"
date = 2022-01-01
""",
        commitments__munich_de__more="""
[[actions]]
id = "undated"
title = "Something"
visibility = "public"
commitments = ["d-2020/c3"]
[[actions]]
id = "early"
title = "Early"
visibility = "public"
commitments = ["d-2020/c3"]
date = 2019-01-01
""",
        declarations__d_2020__more="""
[[commitments]]
id = "c3"
title = "Third"
wording = "provisional"
""",
    )
    out = program("count", "--commitment", "d-2020/c3", "--period", "2024").out
    assert "1 of those counted is counted as possibly so" in out
    assert "1 more no longer endorses it and is left out." in out
    assert "no source is given" in out
    assert "The headings are our working titles" in out
    assert "1 such action from before the declaration is not counted." in program("count").out


def test_a_list_that_is_not_whole_has_no_percentage(program: Program) -> None:
    """Where others printed a higher total of signatories, the sentence speaks of those known here."""
    make(
        program.root,
        declarations__d_2020__more="""
[[published]]
id = "said-99"
figure = "signatories"
value = 99
as_of = "2021"
sources = [{ title = "A page" }]
""",
    )
    out = program("count").out
    assert " known here as endorsing Declaration of 2020 " in out
    assert "%" not in out
    assert (
        "The one city known here as endorsing Declaration of 2020 in Norway" in program("count", "--country", "no").out
    )


def test_json_holds_the_figure(program: Program) -> None:
    """The figure stands there with members and universe, and the filters as they were understood."""
    found = json.loads(program("count", "--commitment", "1", "--country", "no", "--json").out)
    assert ("pledgekit/count", 1) == (found["format"], found["format_version"])
    assert (["d-2020/c1"], ["NO"]) == (found["filters"]["commitment"], found["filters"]["country"])
    assert (["oslo-no"], ["oslo-no"], 0) == (
        found["figure"]["members"],
        found["figure"]["universe"],
        found["not_known"],
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--kind", "statement"], 2, "said, not done"),
        (["--kind", "plam"], 2, "nearest: plan"),
        (["--commitment", "c9"], 1, "is no commitment"),
        (["--city", "Osla"], 1, "did you mean oslo-no?"),
        (["--declaration", "d-2021"], 1, "did you mean d-2020?"),
        (["--period", "spring"], 2, "is not a period"),
        (["--country", "Norwayy"], 2, "did you mean NO (Norway)?"),
    ],
)
def test_bad_words_are_one_line(program: Program, arguments: list[str], code: int, said: str) -> None:
    """Unknown names and words are told with the nearest; nothing is printed."""
    ran = program("count", *arguments)
    assert (code, "", 1) == (ran.code, ran.out, ran.err.count("\n"))
    assert said in ran.err


def test_a_declaration_given_makes_a_commitment_plain(program: Program) -> None:
    """An id that two declarations have is that of the declaration that was named, or of the one that has it alone."""
    make(
        program.root,
        declarations__e_2021__declaration="""
[declaration]
id = "e-2021"
title = "E"
adopted = 2021-01-01
[[commitments]]
id = "c1"
title = "Else"
wording = "official"
[[commitments]]
id = "own"
title = "Own"
wording = "official"
""",
    )
    assert 2 == program("count", "--commitment", "c1").code
    assert "(under “Speak out”)" in program("count", "--declaration", "d-2020", "--commitment", "c1").out
    assert "is on record as endorsing E" in program("count", "--commitment", "own").out
    assert 2 == program("count", "--commitment", "own", "--commitment", "d-2020/c1").code
