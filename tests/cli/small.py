"""A small register that every test of the command line reads: one declaration, three cities, a round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FILES: Final = {
    "declarations/d-2020/declaration.toml": """\
[declaration]
id = "d-2020"
title = "Declaration of 2020"
adopted = 2020-05-01
languages = ["en"]
recorded = 2020-06-01

[[commitments]]
id = "c1"
title = "Speak out"
wording = "official"
number = "1"
text = "We speak out."
recorded = 2020-06-01

[[commitments]]
id = "c2"
title = "Work together"
wording = "official"
number = "2"
text = "We work together."
recorded = 2020-06-01

[[rounds]]
id = "round-2024"
period = "2024"
opens = 2024-11-01
due = 2025-01-31
recorded = 2024-11-01

[[events]]
id = "meeting"
title = "A meeting"
start = 2023-06-15
state = "held"
cities = ["oslo-no"]
recorded = 2023-07-01
""",
    "commitments/oslo-no/city.toml": """\
[city]
id = "oslo-no"
name = "Oslo"
kind = "city"
country = "NO"
recorded = 2020-06-01

[[endorsements]]
id = "d-2020-signed"
declaration = "d-2020"
act = "signed"
date = 2020-05-01
recorded = 2020-06-01

[[officials]]
id = "mayor"
name = "A. Mayor"
office = "Mayor"
seen = "2023"
recorded = 2023-07-01
""",
    "commitments/oslo-no/2023.toml": """\
[[actions]]
id = "days"
visibility = "public"
title = "Days of dialogue"
summary = "=cmd"
commitments = ["d-2020/c1"]
kind = "event"
status = "closed"
date = 2023-06-15
told_by = "city"
note = "internal words"
recorded = 2023-07-01
[[actions.evidence]]
kind = "news"
title = "A page"
url = "https://example.org/a"
[[actions.evidence]]
title = "Another page"

[[updates]]
id = "u-2024-c1"
commitment = "d-2020/c1"
period = "2024"
completion = "limited"
date = 2025-01-10
recorded = 2025-01-10

[[requests]]
id = "asked-2024"
declaration = "d-2020"
period = "2024"
act = "asked"
date = 2024-11-15
recorded = 2024-11-15

[[requests]]
id = "answered-2024"
declaration = "d-2020"
period = "2024"
act = "answered"
date = 2025-01-10
recorded = 2025-01-10
""",
    "commitments/munich-de/city.toml": """\
[city]
id = "munich-de"
name = "Munich"
local_names = { de = "München" }
kind = "city"
country = "DE"
recorded = 2020-06-01

[[endorsements]]
id = "d-2020-endorsed"
declaration = "d-2020"
act = "endorsed"
date = "2021"
recorded = 2021-06-01

[[actions]]
id = "plan"
title = "A plan"
commitments = ["d-2020/c2"]
kind = "plan"
start = "2024-02"
recorded = 2024-07-01

[[requests]]
id = "asked-2024"
declaration = "d-2020"
period = "2024"
act = "asked"
date = 2024-11-15
recorded = 2024-11-15
""",
    "commitments/bergen-no/city.toml": """\
[city]
id = "bergen-no"
name = "Bergen"
kind = "city"
country = "NO"
recorded = 2020-06-01
""",
}


def make(root: Path, **more: str) -> Path:
    """Write the register below a folder, with further files; a key's `__` stands for `/` and `_` for `-`."""
    files = dict(FILES)
    files.update({f"{key.replace('__', '/').replace('_', '-')}.toml": text for key, text in more.items()})
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


class Ran(NamedTuple):
    """What a command did: its exit code, data, talk."""

    code: int
    out: str
    err: str


class Program:
    """The program in this process, on one register, on 1 June 2025."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Take the register's folder."""
        self.root = root
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ran:
        """Run a command on the register."""
        return self.bare("--root", f"{self.root}", "--as-of", "2025-06-01", *arguments)

    def bare(self, *arguments: str) -> Ran:
        """Run the program with these arguments alone."""
        self._capsys.readouterr()
        code = main(list(arguments))
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)

    def files(self) -> dict[str, bytes]:
        """Every file of the register with its bytes."""
        return {f"{path.relative_to(self.root)}": path.read_bytes() for path in self.root.rglob("*") if path.is_file()}
