"""What the program knows stands on the pages as the program has it: keys, scales, codes, commands, options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from docs.generate import commands, current, program
from pledgekit.codec.read import parse
from pledgekit.model.kinds import KINDS
from pledgekit.model.problem import CODES
from pledgekit.model.record import fields_of, key_of
from pledgekit.model.scales import SCALES
from tests.docs.running import PAGES, Session, blocks, lay_example, text_of

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = dict(commands())


@pytest.mark.parametrize("page", sorted(each.stem for each in PAGES.glob("*.md")))
def test_generated_parts_are_current(page: str) -> None:
    """Making the generated parts again changes nothing; if it would: python docs/generate.py."""
    text = text_of(PAGES / f"{page}.md")
    assert current(text) == text


def test_generated_parts_would_be_noticed() -> None:
    """A part that says something else is made anew, and a part that nobody makes is an error."""
    assert "oslo" not in current("<!-- generated: kinds -->\noslo\n<!-- end -->")
    with pytest.raises(KeyError):
        current("<!-- generated: absent -->\n<!-- end -->")


def test_every_key_and_word_is_explained() -> None:
    """The page on the file format names every kind, every key of it and every word of every scale."""
    text = text_of(PAGES / "format.md")
    keys = {key_of(each.name) for kind in KINDS.values() for each in fields_of(kind.cls)} - {"date_texts"}
    words = {word for scale in SCALES.values() for word in scale.words}
    assert set() == {each for each in keys | words if f"`{each}`" not in text}
    assert set() == {each for each in KINDS if f"[{each}]" not in text}


def test_every_code_is_explained() -> None:
    """The page on checks has a row for every code, and for nothing else."""
    assert list(CODES) == re.findall(
        r"^\| `([a-z0-9-]+)` \| (?:error|warning|info) ", text_of(PAGES / "checks.md"), re.MULTILINE
    )


def test_every_command_is_explained() -> None:
    """Each command has its heading, its generated part and an example; in the order of --help."""
    text = text_of(PAGES / "commands.md")
    assert list(COMMANDS) == re.findall(r"^### `([a-z ]+)`$", text, re.MULTILINE)
    sections = dict(re.findall(r"^### `([a-z ]+)`\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    assert [] == [each for each in COMMANDS if f"<!-- generated: command {each} -->" not in sections[each]]
    assert [] == [
        each for each in COMMANDS if not re.search(rf"^\$ pledgekit .*\b{each}\b", sections[each], re.MULTILINE)
    ]


def test_every_option_is_explained() -> None:
    """The section of a command names each of its options, and no other page or part names an option there is not."""
    text = text_of(PAGES / "commands.md")
    every = {name for each in (program(), *COMMANDS.values()) for option in each.params for name in option.opts}
    options = {each for each in every if each.startswith("--")} | {"--help"}
    sections = dict(re.findall(r"^### `([a-z ]+)`\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    missing = [
        (name, option.opts[0])
        for name, command in COMMANDS.items()
        for option in command.params
        if option.param_type_name == "option" and f"`{option.opts[0]}`" not in sections[name]
    ]
    assert [] == missing
    own = [text_of(each) for each in PAGES.glob("*.md") if each.stem != "decisions"]
    written = {each for page in own for each in re.findall(r"pledgekit[^\n`]*?(--[a-z][a-z-]+)", page)}
    assert set() == written - options
    assert set() == set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - options


def test_variables_are_explained() -> None:
    """The page on commands names each of our environment variables that the program reads, and no other."""
    source = "".join(each.read_text("utf-8") for each in (PAGES.parent / "src").rglob("*.py"))
    read = set(re.findall(r"\bPLEDGEKIT_[A-Z]+", source))
    assert read == set(re.findall(r"^\| `(PLEDGEKIT_[A-Z]+)`", text_of(PAGES / "commands.md"), re.MULTILINE))
    assert read == set(re.findall(r"\bPLEDGEKIT_[A-Z]+", text_of(PAGES / "commands.md")))


def test_exit_codes_are_those_explained(tmp_path: Path) -> None:
    """0, 1 and 2 are given for what the page says; 130 needs somebody at the keyboard."""
    lay_example(tmp_path)
    session = Session(tmp_path)
    assert 0 == session.exit_code("pledgekit check")
    assert 1 == session.exit_code("pledgekit show leyden-nl")
    assert 2 == session.exit_code("pledgekit check --strickt")
    assert 2 == session.exit_code("pledgekit endorse leiden-nl canals-2023")
    assert {"0", "1", "2", "130"} == set(re.findall(r"^\| (\d+) \|", text_of(PAGES / "commands.md"), re.MULTILINE))


def test_blocks_of_the_format_page_are_read() -> None:
    """What the page on the file format shows as a file is read without a problem."""
    for block in blocks(PAGES / "format.md", "toml"):
        found = parse(block.text.encode(), file="example.toml", owner="the-hague-nl", home="commitments")
        assert [] == found.problems
        assert found.records


def test_every_command_that_is_mentioned_exists() -> None:
    """Wherever a page, the README or the security policy writes `pledgekit WORD`, WORD is a command."""
    first = {each.split()[0] for each in COMMANDS}
    value = r"(?:--(?:root|as-of|known-on|audience) \S+ )*"
    pages = [each for each in PAGES.glob("*.md") if each.stem != "decisions"]
    for page in [*pages, PAGES.parent / "README.md", PAGES.parent / "SECURITY.md", PAGES.parent / "CONTRIBUTING.md"]:
        text = text_of(page)
        named = set(re.findall(rf"(?:^\$ |`)pledgekit {value}([a-z]+)", text, re.MULTILINE))
        assert set() == named - first, page.name
