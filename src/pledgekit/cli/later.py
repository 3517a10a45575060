"""Modules that libraries import but a command seldom needs are read when first used: about a tenth of a start.

Only the program does this, never the library: `attr.validators` alone compiles nine classes that no record here uses.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec

__all__ = ["LATER", "Finder", "install"]

# Plain Python modules that attrs and typer import but use only in functions; measured, in order of what they cost.
LATER: Final = frozenset(
    {
        "attr.validators",
        "attrs.validators",
        "subprocess",
        "ipaddress",
        "tokenize",
        "textwrap",
        "bz2",
        "lzma",
        "fnmatch",
        "attr.converters",
        "attrs.converters",
        "attr.filters",
        "attrs.filters",
        "attrs.setters",
        "typer.colors",
    }
)


class _Waiting(ModuleType):
    """A module that has not been read: the first name asked of it that it does not have yet makes it so."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the module holds
        if name == "__path__":  # asked by imports of every module; none of these is a package
            raise AttributeError(name)
        loader: Any = self.__loader__
        object.__setattr__(self, "__class__", ModuleType)  # before reading: it may be imported again in a circle
        loader.exec_module(self)
        return getattr(self, name)


class _Loader:
    """Puts a waiting module in place instead of reading it; the true loader stays in its spec."""

    def __init__(self, loader: Any) -> None:  # noqa: ANN401  any loader
        self._loader = loader

    def create_module(self, _: ModuleSpec) -> None:
        """Leave making the module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Let the module wait."""
        module.__spec__.loader = module.__loader__ = self._loader  # type: ignore[union-attr]  # it has one by now
        module.__class__ = _Waiting


class Finder:
    """Finds the modules of a list as Python does, but lets them wait."""

    def __init__(self, names: frozenset[str]) -> None:
        """Take the names of the modules."""
        self.names = names

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Find one of the modules; nothing for any other, which Python then finds itself."""
        if name not in self.names:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)  # type: ignore[assignment]  # Python asks for the two methods only
        return spec


def install() -> None:
    """From now on, let the modules of the list wait."""
    sys.meta_path.insert(0, Finder(LATER))
