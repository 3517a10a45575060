"""Which strings of the register an audience may not see. Part of scanning: register + view → needles.

Every text of every revision of every record, ids, names of files and comments, as far as it is found neither in what
the audience sees nor in what the program itself says. Long texts are looked for sentence by sentence, and for numbers
and addresses in them, too. Of a file that could not be read in full, what stands in quotes is taken as it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.ids import is_ref
from pledgekit.scanning.addresses import Numbers, emails, hints, numbers
from pledgekit.scanning.ordinary import is_time, says_nothing, tells_only_times
from pledgekit.scanning.search import LEAST, Haystack, folded
from pledgekit.scanning.sources import FILE_NAME, ours, texts, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.record import Record
    from pledgekit.register import Loaded
    from pledgekit.view import View

__all__ = ["Secret", "Secrets"]

_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_APART: Final = " \0 "  # between texts that are not one


class Secret(NamedTuple):
    """Whose a string is: a record's ref or an owner, and its place: a key or numbers, never a secret itself."""

    ref: str
    key: str


class Secrets:
    """The strings of a register that the audience of a view may not see."""

    def __init__(self, loaded: Loaded, view: View) -> None:
        """Gather them."""
        seen = [each for record in view.everything() for each in _all(record)]
        seen += [f"{each.ref}" for each in view.corrections()]  # which the audience is told of by their refs
        self._said = {folded(each) for each in (*ours(), *seen)}
        self._said |= {each for text in seen for each in (*emails(text), *hints(text))}
        self._words = {word for each in ours() for word in folded(each).split()}
        self._known = self._words | {word for each in self._said for word in each.split()}
        self._texts: Haystack[Secret] = Haystack()
        self._numbers: Numbers[Secret] = Numbers()
        for record in loaded.register.everything():
            if record.id and not tells_only_times(folded(record.id)):
                self._keep(folded(f"{record.ref}"), Secret(str(record.ref), "id"))
            for key, text in texts(record):
                self._add(text, Secret(str(record.ref), key))
        if loaded.register.root is not None:
            for owner, place, text in written(loaded, loaded.register.root):
                self._add(text, Secret(owner, place))
        said = _APART.join(self._said)
        self._texts.remove({needle for _, needle in self._texts.find(said)})
        self._numbers.remove({number for _, number, _ in self._numbers.find(said)})

    def find(self, text: str) -> Iterator[tuple[int, Secret]]:
        """Yield where in a folded text which of them stands."""
        for at, needle in self._texts.find(text):
            for secret in self._texts.tells(needle):
                yield at, secret
        for at, _, secret in self._numbers.find(text):
            yield at, secret

    def _add(self, text: str, secret: Secret) -> None:
        """Add a text, its sentences, addresses and numbers, as far as they are long enough and not said openly."""
        name = secret.key.startswith(FILE_NAME) or is_ref(text)
        for each in {text, *_SENTENCES.split(text)}:
            needle = folded(each)
            if not is_time(each) and not (name and says_nothing(needle, self._words, self._said)):
                self._keep(needle, secret)
        for needle in emails(text):
            self._keep(needle, secret)
        for hint in hints(text):
            if not says_nothing(hint, self._known, ()):
                self._keep(hint, secret)
        for number in numbers(text, called=secret.key.endswith("phone")):
            self._numbers.add(number, secret)

    def _keep(self, needle: str, secret: Secret) -> None:
        """Add what is folded, if it is long enough and not said openly."""
        if len(needle) >= LEAST and needle not in self._said:
            self._texts.add(needle, secret)


def _all(record: Record) -> Iterator[str]:
    yield str(record.ref)
    yield from (text for _, text in texts(record))
