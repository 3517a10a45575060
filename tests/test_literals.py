"""Sentences that people read stand in the catalogues, so that a second language is a folder: no stray one elsewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "pledgekit"

# Where sentences may stand. A catalogue is where they belong; the others speak to staff of their files and commands, in
# English, as does what is raised anywhere: docs/decisions.md says why.
ROOMS = {
    "catalogues": "the sentences themselves",
    "model": "descriptions of keys, words and problems: the tables of which docs, schema and `check` are made",
    "schema.py": "the same descriptions, for editors",
    "checks": "messages of problems, whose codes are what programs read",
    "codec": "messages of problems",
    "gate.py": "messages of problems",
    "slips.py": "messages of problems",
    "store.py": "messages of problems, and how far a batch came: part of errors",
    "importing": "what is wrong with a row of a list: messages like those of problems",
    "sheets": "what is wrong with a workbook: part of errors",
    "disk": "what the system reported, in plain words: part of errors",
    "errors.py": "the states that errors tell",
    "dates.py": "the shapes that errors show",
}
ALLOWED: Mapping[tuple[str, str], str] = {
    ("cli/example.py", ""): "the files of a new register, in English like their keys",
    ("cli/update.py", "--completion or --instead"): "two options by their names",
    ("cli/main.py", "pledgekit "): "the program's name, before its version",
    ("cli/options.py", "pledgekit "): "the same",
    ("naming.py", "city or declaration"): "part of an error",
    ("cli/console.py", " is missing"): "part of an error",
    ("cli/console.py", ": one of "): "part of an error",
    ("scanning/sources.py", "name of file"): "a place, beside keys of the format, for staff alone",
    ("scanning/sources.py", " of file "): "the same",
    ("scanning/sources.py", "line "): "the same",
    ("reports/remedies.py", "URL or words"): "a placeholder in a command, as in its help",
    ("scanning/opening.py", "an old or encrypted Office file"): "why a file was not looked into, as errors are said",
    ("scanning/opening.py", "a packed font"): "the same",
    ("rounds/plan.py", ""): "what a row of a form does and why it is refused: messages like those of problems",
    ("rounds/planned.py", ""): "the same",
    ("view/unnamed.py", "A city, "): "the name of a stand-in, as data in an exported register; reports say their own",
    ("rounds/said.py", ""): "what is wrong with a cell of a form: the same",
    ("cli/erase.py", "git mv"): "a command to type",
    ("cli/utf8.py", "give it in UTF-8"): "part of an error",
    ("cli/who.py", "set PLEDGEKIT_USER"): "the same",
    ("scanning/addresses.py", " at "): "how people write an address, looked for",
    ("scanning/addresses.py", " dot "): "the same",
    ("render/markdown.py", "# a backslash"): "a comment in a pattern",
}
# Two words side by side, or a word that joins values: "{n} of {m}".
WORDS = re.compile(r"[^\W\d_]{2,}[,;:.]? [^\W\d_]{2,}|^ [^\W\d_]{2,}|[^\W\d_]{2,}[,;:.]? $")
# What makes errors, problems, and the help of options, which stands beside the option.
SPEAKING = {"problem", "Problem", "Fault", "fault", "Kept", "BadParameter", "Option", "Argument", "Typer", "_complain"}


def stray(module: str) -> Iterator[tuple[int, str]]:
    """Line and text of every literal that reads like words and is no docstring, and no part of an error or help."""
    tree = ast.parse(module)
    said = {id(part) for node in ast.walk(tree) if speaks(node) for part in ast.walk(node)}
    excused = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}  # docstrings
    for scope in ast.walk(tree):
        if isinstance(scope, ast.Module | ast.FunctionDef):
            named = {each.id for each in ast.walk(scope) if isinstance(each, ast.Name) and id(each) in said}
            for node in ast.walk(scope) if isinstance(scope, ast.FunctionDef) else scope.body:
                if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and targets(node) & named:
                    excused |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said | excused:
            yield from [(node.lineno, node.value)] if WORDS.search(node.value) else ()


def speaks(node: ast.AST) -> bool:
    """Tell whether a node is an error that is raised or made, a problem, or the help of an option."""
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return called in SPEAKING or called.endswith(("Error", "Refused", "NotFound"))
    return isinstance(node, ast.Raise)


def targets(node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> set[str]:
    """The names that an assignment fills."""
    filled = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {part.id for each in filled for part in ast.walk(each) if isinstance(part, ast.Name)}


def found() -> list[tuple[str, int, str]]:
    """All stray literals of the package: module, line, text."""
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if path.relative_to(PACKAGE).parts[0] not in ROOMS]
    names = {path: path.relative_to(PACKAGE).as_posix() for path in paths}
    return [(names[path], line, text) for path in paths for line, text in stray(path.read_text("utf-8"))]


def is_allowed(module: str, text: str, allowed: tuple[str, str]) -> bool:
    """Tell whether an exception is about this literal."""
    return module == allowed[0] and allowed[1] in text


def test_no_sentence_stands_outside_the_catalogues() -> None:
    """What reports, pages and commands say is said through `words`; a literal that reads like words is named here."""
    wrong = [
        f"{module}:{line} {text.strip()[:60]}"
        for module, line, text in found()
        if not any(is_allowed(module, text, each) for each in ALLOWED)
    ]
    assert [] == wrong


def test_every_exception_is_needed() -> None:
    """An exception for a literal that is gone is gone too, and every room that may speak is there."""
    literals = found()
    unused = [each for each in ALLOWED if not any(is_allowed(module, text, each) for module, _, text in literals)]
    assert [] == unused
    assert [] == [each for each in ROOMS if not (PACKAGE / each).exists()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('x = "No city has answered."', ["No city has answered."]),
        ('def f(n, m):\n    """Say it well."""\n    return f"{n} of {m}"', [" of "]),
        ('talk("was written to: " + path)', ["was written to: "]),
        ('print(["not known"][0])', ["not known"]),
        ('"""A docstring here."""', []),
        ('words.say("cli.not-seen", ref=ref)', []),
        ('raise Refused("it is there already", remedy="name another one")', []),
        ('def f():\n    message = f"no {x} here"\n    raise Refused(message)', []),
        ('_SHAPE = "write it so"\ndef f():\n    raise ValueError(_SHAPE)', []),
        ('def f():\n    hint = "not so"\ndef g(hint):\n    raise ValueError(hint)', ["not so"]),
        ('app = typer.Option("--x", help="What it does.")', []),
        ('x = "margin: 0; padding: 0"', []),
    ],
)
def test_stray_literals_are_seen(text: str, expected: list[str]) -> None:
    """Sentences and joining words are found; message ids, docstrings, errors and help are not taken for such."""
    assert expected == [each for _, each in stray(text)]
