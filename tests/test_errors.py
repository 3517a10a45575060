"""What the package raises: one root, built-in kinds, one clear line, whole after pickling."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.disk import AlreadyThere
from pledgekit.errors import DiskError, NotFound, PledgekitError, Refused, UsageError

EVERY = [
    UsageError("not a date", remedy="write 2024-06"),
    NotFound("no such city: mnchen-de", nearest=["munich-de"], file="a.toml", line=3),
    Refused("would be the second of its id", problems=("one", "two")),
    DiskError("cannot be written: the disk is full", state="nothing was recorded", errno=28, file="a.toml"),
    AlreadyThere("taken", errno=17),
]


@pytest.mark.parametrize(
    ("kind", "built_in", "exit_code"),
    [
        (UsageError, ValueError, 2),
        (NotFound, LookupError, 1),
        (Refused, ValueError, 1),
        (DiskError, OSError, 1),
        (AlreadyThere, FileExistsError, 1),
        (PledgekitError, Exception, 1),
    ],
)
def test_each_is_a_built_in_error_too(kind: type[PledgekitError], built_in: type[Exception], exit_code: int) -> None:
    """Callers may catch ours by the root or by the built-in kind; the exit code is part of the class."""
    for expected in (PledgekitError, built_in):
        with pytest.raises(expected):
            raise kind("so")
    assert exit_code == kind.exit_code


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_nothing_is_lost_between_processes(error: PledgekitError) -> None:
    """Pickling and copying keep class, attributes and text: errors cross from worker processes."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301  our own bytes
        assert type(error) is type(twin)
        assert str(error) == str(twin)
        assert vars(error) == vars(twin)
        assert getattr(error, "errno", None) == getattr(twin, "errno", None)


def test_says_place_message_remedy() -> None:
    """The text is `file:line: message; remedy`, and leaves out what is not known."""
    assert str(PledgekitError("wrong")) == "wrong"
    assert str(PledgekitError("wrong", file="a.toml")) == "a.toml: wrong"
    assert str(PledgekitError("wrong", line=4)) == "wrong"
    assert str(PledgekitError("wrong", file="a.toml", line=4, remedy="mend it")) == "a.toml:4: wrong; mend it"


def test_disk_error_says_what_state_the_register_is_in() -> None:
    """The state stands between what failed and what to do; without a word, nothing was changed."""
    assert str(DiskError("cannot be read", remedy="try")) == "cannot be read; nothing was changed; try"
    error = DiskError("cannot be written", state="nothing was recorded", errno=28)
    assert str(error) == "cannot be written; nothing was recorded"
    assert error.errno == 28


def test_not_found_names_the_nearest() -> None:
    """The nearest names become the remedy, unless there is a better one."""
    assert str(NotFound("no city x", nearest=("a", "b"))) == "no city x; did you mean a or b?"
    assert str(NotFound("no city x", nearest=("a",), remedy="add it")) == "no city x; add it"
    assert NotFound("no city x").nearest == ()
    assert Refused("no").problems == ()


@given(st.text(alphabet=st.characters(), min_size=1))
def test_any_text_is_one_line_that_can_be_printed(text: str) -> None:
    """No file name, however broken, ends the line, moves the cursor or stops the output in UTF-8."""
    line = str(PledgekitError("wrong", file=text))
    assert line.isprintable()
    assert line.encode().endswith(b": wrong")


def test_broken_characters_are_shown() -> None:
    """Escapes show what is there; letters of any script stay as they are."""
    assert str(PledgekitError("a\nb\x1b[31m \udce9 Łódź")) == r"a b\x1b[31m \udce9 Łódź"
