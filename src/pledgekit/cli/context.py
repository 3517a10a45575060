"""What one run shares: the register's folder, the day, the audience; each thing is read when it is first asked for."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pledgekit import disk
from pledgekit.errors import NotFound, Refused, UsageError
from pledgekit.model.kinds import CITY, DECLARATION
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from pledgekit.ids import Ref
    from pledgekit.model.problem import Problem
    from pledgekit.register import Loaded, Register
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["Session"]


class Session:
    """One run of one command."""

    def __init__(
        self,
        *,
        root: str = "",
        as_of: datetime.date | None = None,
        known_on: datetime.date | None = None,
        audience: Audience | None = None,
    ) -> None:
        """Keep the global options; nothing is read yet."""
        self._root = root
        self.now = datetime.datetime.now(datetime.UTC)
        self.as_of = as_of or self.now.astimezone().date()
        self.known_on = known_on
        self.audience = audience

    @property
    def root(self) -> Path:
        """The register's folder: as given, or the nearest one upwards. Raises NotFound."""
        if self._root:
            return Path(self._root)
        from pledgekit.store import is_register

        here = Path.cwd()
        for folder in (here, *here.parents):
            if is_register(folder):
                return folder
        raise NotFound(
            f"no register here: neither {here} nor a folder above it has a {DECLARATION}/ folder",
            remedy="name it with --root, or make one with: pledgekit init",
        )

    def words(self, lang: str = "en") -> Words:
        """The sentences of a language; raises UsageError for one there is not."""
        from pledgekit.words import words

        return words(lang)

    def load(self) -> Loaded:
        """Read the whole register."""
        from pledgekit.store import load

        return load(self.root)

    def load_for(self, *cities: str) -> Loaded:
        """Read these cities and all declarations if all the cities are given by their ids, else the whole register."""
        from pledgekit.ids import is_id
        from pledgekit.store import is_register, load

        root = self.root
        if not is_register(root) or not all(is_id(each) and disk.is_folder(root / CITY / each) for each in cities):
            return load(root)
        declared = {each.path.split("/")[1] for each in disk.walk(root, [DECLARATION]) if each.path.count("/")}
        return load(root, owners={*cities, *declared})

    def errors(self, loaded: Loaded) -> tuple[Problem, ...]:
        """Give the errors that stand in what was loaded."""
        from pledgekit.checks import Tier, check

        return tuple(p for p in check(loaded, today=self.as_of, tier=Tier.ALWAYS) if p.severity == "error")

    def warn_of_errors(self, loaded: Loaded) -> None:
        """Say on stderr, once, that errors stand and how many."""
        from pledgekit.cli.console import warn

        for each in loaded.problems:
            if each.code == "missing-folder":
                warn(each.message)
        number = len(self.errors(loaded))
        if number and not loaded.register.complete:
            number = len(self.errors(self.load()))  # as many as check says
        if number:
            warn(self.words().count("cli.errors-stand", number))

    def refuse_errors(self, loaded: Loaded) -> None:
        """Raise Refused, naming the first errors and how many there are, when any stand."""
        found = self.errors(loaded)
        if found:
            from pledgekit.cli.console import talk

            shown = 5
            for each in found[:shown]:
                talk(f"{each.file}:{each.line}: {each.severity}[{each.code}]: {each.message}")
            raise Refused(
                self.words().count("cli.refused", len(found)),
                problems=found,
                remedy=self.words().say("cli.refused-remedy"),
            )

    def refuse_hidden_names(self, register: Register, audience: Audience) -> None:
        """Raise Refused, but for staff, where what is told without a name holds one that leads there.

        Nothing overrides that. The view cannot leave it out: that it did would tell what only staff knows.
        """
        from pledgekit.model.kinds import REVIEWS
        from pledgekit.model.levels import Verdict

        leave = any(each.verdict == Verdict.MAY_PUBLISH_UNNAMED for each in register.records(REVIEWS))
        if audience is Audience.INTERNAL or not leave:
            return
        from pledgekit.checks.naming import hidden_name
        from pledgekit.checks.scope import Scope
        from pledgekit.register import Loaded

        found = [each.where for each in hidden_name(Scope(Loaded(register, (), 0), self.as_of))]
        if found:
            refs = ", ".join(each if isinstance(each, str) else f"{each.ref}" for each in found)
            words = self.words()
            raise Refused(words.say("cli.hidden-name", refs=refs), remedy=words.say("cli.hidden-name-remedy"))

    def view(
        self, register: Register, *, default: Audience = Audience.INTERNAL, city: str = "", unjudged: bool = False
    ) -> View:
        """Look at the register on the day, as known on, for the audience asked for or the command's own.

        `city`: whose view it is with the audience city; UsageError where a command is not about one. `unjudged`: only
        to search by it, nothing of it is given out; else raises Refused like `refuse_hidden_names`.
        """
        from pledgekit.view import Lens, look

        audience = self.audience or default
        if audience is Audience.CITY and not city:
            raise UsageError(
                "the audience city is that of a city's own report and workbook", remedy="see: pledgekit report city"
            )
        if not unjudged:
            self.refuse_hidden_names(register, audience)
        own = city if audience is Audience.CITY else None
        return look(register, Lens(as_of=self.as_of, known_on=self.known_on, audience=audience, city=own))

    def insist_staff(self, what: str) -> None:
        """Raise UsageError where another audience than staff was asked for; `what` is a command for staff alone."""
        if self.audience not in (None, Audience.INTERNAL):
            raise UsageError(f"{what} is for staff", remedy="leave out --audience")

    def insist_known(self, register: Register, ref: Ref) -> None:
        """Raise NotFound for what was recorded only after the day that was asked about with --known-on."""
        if self.known_on is None:
            return
        from pledgekit.view.knowing import known_only_from

        recorded = known_only_from(register, ref, self.known_on)
        if recorded is not None:
            message = f"{ref} was not known on {self.known_on} (recorded on {recorded})"
            raise NotFound(message, remedy="name a later day, or leave --known-on out")

    def declaration(self, register: Register, name: str) -> str:
        """Give the id of the declaration named, or of the only one; raises UsageError when there are several.

        Raises NotFound for one that was not yet known on the day that was asked about.
        """
        from pledgekit.ids import Ref
        from pledgekit.naming import find_owner

        known = (find_owner(register, name, DECLARATION),) if name else register.owners(DECLARATION)
        if len(known) == 1:
            self.insist_known(register, Ref(known[0]))
            return known[0]
        if not known:
            raise NotFound("the register holds no declaration", remedy="make one: pledgekit new declaration ID")
        raise UsageError("--declaration is missing", remedy=f"one of: {', '.join(known)}")

    def by(self, given: str | None) -> str:
        """Give who records: as given, else as the environment, git or the login say."""
        if given is not None:
            return given
        from pledgekit.cli.who import who

        return who(self.root)
