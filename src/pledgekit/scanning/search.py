"""Finding many strings in a text at once. Part of scanning.

Text is folded first: case, accents, punctuation, line breaks and the escapes of most formats do not count. Each needle
hangs on one of its runs of eight characters, the one that fewest needles share; a text is walked once, whatever the
number of needles. Of long needles blanks do not count either: markup, type set letter by letter and cells of a table
part words, or join them, wherever they please.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from pledgekit.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LEAST", "Haystack", "Lines", "folded"]

T = TypeVar("T")
_Runs = dict[str, list[tuple[str, int]]]  # needles by one run of theirs, each with where in it the run stands

LEAST: Final = 8  # characters, after folding
_UNSEEN: Final = (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
_LONG: Final = 16  # from here on a needle is told even in the midst of a longer word


class _Letters(dict[int, str]):
    """What each letter folds to, worked out once: what is scanned may be large, and need not be text."""

    def __missing__(self, code: int) -> str:
        made = fold(f"x{chr(code)}x")[1:-1]  # between letters, since a blank at an end is dropped
        self[code] = made
        return made


_LETTERS: Final = _Letters(dict.fromkeys(_UNSEEN, ""))


def folded(text: str) -> str:
    """Fold text as needles and haystacks are: without the marks that may part a word at a line's end, too."""
    return fold(text) if text.isascii() else " ".join(text.translate(_LETTERS).split())


class Lines:
    """A text folded line by line, so that a place in it can be told as a line."""

    def __init__(self, text: str) -> None:
        """Fold a text; lines that fold to nothing are passed over."""
        self.starts: list[int] = []
        self.lines: list[int] = []
        parts: list[str] = []
        at = 0
        for number, line in enumerate(text.split("\n"), 1):
            said = folded(line)
            if said:
                parts.append(said)
                self.starts.append(at)
                self.lines.append(number)
                at += len(said) + 1
        self.text = " ".join(parts)

    def line(self, at: int) -> int:
        """Give the line, from 1, of a place in the folded text."""
        from bisect import bisect_right

        return self.lines[bisect_right(self.starts, at) - 1]


class Haystack(Generic[T]):
    """Needles to look for, each with what is to be told when it is found."""

    def __init__(self) -> None:
        """Begin without needles."""
        self._worded: _Runs = {}
        self._dense: _Runs = {}  # those so long that they are told without their blanks
        self._known: dict[str, list[T]] = {}

    def add(self, needle: str, tells: T) -> None:
        """Add a needle, which is folded and at least `LEAST` long."""
        dense = needle.replace(" ", "")
        kept, by_run = (dense, self._dense) if len(dense) >= _LONG else (needle, self._worded)
        if kept in self._known:
            self._known[kept].append(tells)
            return
        self._known[kept] = [tells]
        ends = len(kept) - LEAST
        places = {0, ends, ends // 2, ends // 3}
        best = min(places, key=lambda at: (len(by_run.get(kept[at : at + LEAST], ())), at))
        by_run.setdefault(kept[best : best + LEAST], []).append((kept, best))

    def remove(self, needles: set[str]) -> None:
        """Take needles out, as they were found."""
        for by_run in (self._worded, self._dense):
            for run, held in by_run.items():
                by_run[run] = [each for each in held if each[0] not in needles]
        for each in needles:
            del self._known[each]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where in a folded text which needle stands: whole words, but for long ones."""
        for start, needle in _walk(self._worded, text):
            if _stands(text, start, needle):
                yield start, needle
        places: list[int] = []
        for start, needle in _walk(self._dense, text.replace(" ", "")):
            places = places or [at for at, letter in enumerate(text) if letter != " "]
            yield places[start], needle

    def tells(self, needle: str) -> list[T]:
        """Give what is to be told of a needle, as it was found."""
        return self._known[needle]


def _walk(runs: _Runs, text: str) -> Iterator[tuple[int, str]]:
    for at in range(len(text) - LEAST + 1 if runs else 0):
        for needle, offset in runs.get(text[at : at + LEAST], ()):
            start = at - offset
            if start >= 0 and text.startswith(needle, start):
                yield start, needle


def _stands(text: str, start: int, needle: str) -> bool:
    end = start + len(needle)
    return len(needle) >= _LONG or (text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " "))
