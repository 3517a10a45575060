"""A hunt for moments that break something: fail the n-th call of the system, for every n and every fault.

`every_fault` repeats an action on fresh ground with one more call let through each time, until the fault finds no call
left, and hands what happened to a judge. A call can fail before it did anything, or after: an answer can get lost.
"""

from __future__ import annotations

import errno
import os
import sys
import types
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["FAULTS", "FaultyOs", "Killed", "Outcome", "Plan", "attempt", "every_fault", "failing", "replaced_os"]

T = TypeVar("T")
When = Literal["before", "after"]


class Killed(BaseException):
    """The process ends here: no later call of the system happens, so no clean-up either."""


FAULTS: Mapping[str, Callable[[], BaseException]] = {
    "disk full": lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "disk error": lambda: OSError(errno.EIO, os.strerror(errno.EIO)),
    "no permission": lambda: OSError(errno.EACCES, os.strerror(errno.EACCES)),  # also sends link to its substitute
    "call interrupted": lambda: InterruptedError(errno.EINTR, os.strerror(errno.EINTR)),
    "Ctrl-C": KeyboardInterrupt,
    "killed": Killed,
}


@attrs.frozen(kw_only=True)
class Plan:
    """Which call fails (0: none), how, and whether before or after it did its work."""

    call: int = 0
    fault: str = ""
    when: When = "before"


class FaultyOs:
    """Stands in for the module `os`: counts the calls, fails one as planned; `instead` replaces calls by name."""

    def __init__(self, plan: Plan, instead: Mapping[str, Callable[..., object]] | None = None) -> None:
        self.plan = plan
        self.instead = instead or {}
        self.calls: list[str] = []
        self.fired = False

    def __getattr__(self, name: str) -> object:
        value = self.instead.get(name) or getattr(os, name)
        if not isinstance(value, types.BuiltinFunctionType | types.FunctionType):
            return value  # a flag, os.path, a class

        def call(*args: object, **options: object) -> object:
            if self.fired and self.plan.fault == "killed":
                raise Killed
            self.calls.append(name)
            fires = len(self.calls) == self.plan.call
            if fires:
                self.fired = True
            result = None if fires and self.plan.when == "before" else value(*args, **options)
            if fires:
                _let_go(name, result)
                problem = FAULTS[self.plan.fault]()
                raise problem
            return result

        return call


def _let_go(name: str, result: object) -> None:
    """Close what a call opened whose answer gets lost: nobody else will."""
    if name == "open" and isinstance(result, int):
        os.close(result)
    elif name == "scandir" and result is not None:
        result.close()  # type: ignore[attr-defined]  # a scandir has it


@attrs.frozen(kw_only=True)
class Outcome(Generic[T]):
    """What came of one attempt: a result or what was raised, the calls made, and whether the fault found its call."""

    plan: Plan
    result: T | None
    raised: BaseException | None
    calls: tuple[str, ...]
    fired: bool


@contextmanager
def replaced_os(module: types.ModuleType, proxy: object) -> Iterator[None]:
    """Let a module, or all loaded modules of a package, see something else as `os`; at least one must use it."""
    inside = [module, *(sys.modules[name] for name in sorted(sys.modules) if name.startswith(f"{module.__name__}."))]
    users = [each for each in inside if vars(each).get("os") is os]
    assert users, f"{module.__name__} does not use os"
    for each in users:
        vars(each)["os"] = proxy
    try:
        yield
    finally:
        for each in users:
            vars(each)["os"] = os


def attempt(
    module: types.ModuleType,
    action: Callable[[], T],
    plan: Plan | None = None,
    instead: Mapping[str, Callable[..., object]] | None = None,
) -> Outcome[T]:
    """Run the action once with the `os` of a module, or of all modules of a package, replaced by one stand-in.

    Whatever the action raises is part of the outcome.
    """
    plan = plan or Plan()
    proxy = FaultyOs(plan, instead)
    result, raised = None, None
    with replaced_os(module, proxy):
        try:
            result = action()
        except BaseException as problem:  # noqa: BLE001 -- KeyboardInterrupt and Killed are what we are after
            raised = problem
    return Outcome(plan=plan, result=result, raised=raised, calls=tuple(proxy.calls), fired=proxy.fired)


def every_fault(
    module: types.ModuleType,
    fresh: Callable[[], Callable[[], T]],
    instead: Mapping[str, Callable[..., object]] | None = None,
) -> Iterator[Outcome[T]]:
    """Every outcome of the action under every fault at every call; `fresh` prepares new ground for each attempt.

    The caller judges an outcome before the next attempt starts. Fails when the action never called the system.
    """
    for fault in FAULTS:
        for when in ("before", "after"):
            number = 0
            while True:
                number += 1
                outcome = attempt(module, fresh(), Plan(call=number, fault=fault, when=when), instead)
                yield outcome
                if not outcome.fired:
                    break
            assert number > 1, "no call went through the module's os: nothing was tried"


def failing(number: int) -> Callable[..., object]:
    """Make a call that always fails with this errno, for `instead`."""

    def fail(*_args: object, **_options: object) -> object:
        raise OSError(number, os.strerror(number))

    return fail
