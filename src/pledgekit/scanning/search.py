"""Finding many strings in a text at once. Part of scanning.

Text is folded first: case, accents, punctuation, line breaks and the escapes of most formats do not count. Each needle
hangs on one of its runs of eight characters, the one that fewest needles share; a text is walked once, whatever the
number of needles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from pledgekit.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LEAST", "Haystack", "Lines", "folded"]

T = TypeVar("T")

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
        self._by_run: dict[str, list[tuple[str, int]]] = {}
        self._known: dict[str, list[T]] = {}

    def add(self, needle: str, tells: T) -> None:
        """Add a needle, which is folded and at least `LEAST` long."""
        if needle in self._known:
            self._known[needle].append(tells)
            return
        self._known[needle] = [tells]
        ends = len(needle) - LEAST
        places = {0, ends, ends // 2, ends // 3}
        best = min(places, key=lambda at: (len(self._by_run.get(needle[at : at + LEAST], ())), at))
        self._by_run.setdefault(needle[best : best + LEAST], []).append((needle, best))

    def remove(self, needles: set[str]) -> None:
        """Take needles out."""
        for run, held in self._by_run.items():
            self._by_run[run] = [each for each in held if each[0] not in needles]
        for each in needles:
            del self._known[each]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where in a folded text which needle stands: whole words, but for long ones."""
        runs = self._by_run
        for at in range(len(text) - LEAST + 1):
            held = runs.get(text[at : at + LEAST])
            if held is None:
                continue
            for needle, offset in held:
                start = at - offset
                if start >= 0 and text.startswith(needle, start) and _stands(text, start, needle):
                    yield start, needle

    def tells(self, needle: str) -> list[T]:
        """Give what is to be told of a needle that was found."""
        return self._known[needle]


def _stands(text: str, start: int, needle: str) -> bool:
    end = start + len(needle)
    return len(needle) >= _LONG or (text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " "))
