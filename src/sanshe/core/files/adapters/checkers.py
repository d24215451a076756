"""The checkers of this process: few, warm, replaced when they break. What hangs, eats or breaks does so there.

`ask` is how anybody looks at what somebody sent. Before a write begins the middleware has asked already, and what was
found then is looked up by the fingerprint of the bytes.
"""

import atexit
import contextlib
import hashlib
import logging
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar

import msgspec

from sanshe.core.files.adapters import checker, frames
from sanshe.core.files.types import Check
from sanshe.core.kit.refused import Refused

PLACES = 2  # files looked at at the same time by one process of the house
PATIENCE = 90  # seconds by the wall, for one file; what is stopped by it hangs
LONG = 2  # seconds of the processor for a file that is then refused
USES = 200  # files after which a checker is replaced
MOST_ANSWER = 128 << 20
KEPT_OF_ENVIRONMENT = ("PATH", "LANG", "SYSTEMROOT", "LD_LIBRARY_PATH")
Found = TypeVar("Found")
Key = tuple[str, str, str]
Facts = dict[str, str | int | float | None]
log = logging.getLogger("sanshe.files")
_known: ContextVar[Mapping[Key, Any]] = ContextVar("known", default={})  # noqa: B039 - never written


class Ended(Exception):
    """A checker that gave no answer: it broke, or it was ended for taking too long."""


class TooHard(Refused):
    """The refusal of a file that a checker came to no end with, or worked long to refuse: who sends many waits."""


class Checker:
    """One process that looks at one file at a time."""

    def __init__(self) -> None:
        paths = os.pathsep.join(path for path in sys.path if path)
        env = {name: os.environ[name] for name in KEPT_OF_ENVIRONMENT if name in os.environ}
        command = [sys.executable, "-P", "-m", checker.__name__]
        pipe, none = subprocess.PIPE, subprocess.DEVNULL
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=none, env=env | {"PYTHONPATH": paths})
        self.left, self.rests_since = USES, time.monotonic()

    def ask(self, job: bytes, data: bytes) -> bytes:
        """The answer of the checker; raises `Ended` when none comes in time."""
        self.left -= 1
        watch = threading.Timer(PATIENCE, self.process.kill)
        watch.daemon = True
        watch.start()
        try:
            for message in (job, data):
                frames.put(self.process.stdin, message)  # type: ignore[arg-type]  # both are pipes
            return frames.take(self.process.stdout, MOST_ANSWER)  # type: ignore[arg-type]
        except (OSError, frames.Cut) as fault:
            raise Ended from fault
        finally:
            watch.cancel()
            self.rests_since = time.monotonic()

    def is_fit(self) -> bool:
        """Whether it may be asked again: one that rests is soon to end by itself."""
        is_awake = time.monotonic() - self.rests_since < checker.IDLE / 2
        return self.left > 0 and is_awake and self.process.poll() is None

    def end(self) -> int:
        """End it, whatever it does; how it ended."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both are pipes
        return self.process.wait()


class Checkers:
    """The few of one process. Who finds all of them at work waits."""

    def __init__(self, places: int = PLACES) -> None:
        self.free: list[Checker] = []
        self.places = threading.BoundedSemaphore(places)

    def ask(self, job: bytes, data: bytes) -> bytes:
        with self.places:
            one = self._fit() or Checker()
            try:
                answer = one.ask(job, data)
            except BaseException:
                log.warning("a checker of files ended without an answer: %s", one.end())
                raise
            self.free.append(one)
            return answer

    def _fit(self) -> Checker | None:
        while self.free:
            with contextlib.suppress(IndexError):  # somebody else took the last
                one = self.free.pop()
                if one.is_fit():
                    return one
                one.end()
        return None

    def end(self) -> None:
        """End those that rest."""
        while self.free:
            self.free.pop().end()


_own = Checkers()
atexit.register(lambda: _own.end())


def _begin_anew() -> None:
    """A process that was copied has no checkers; those of the other are let go of, not ended."""
    global _own
    for one in _own.free:
        for pipe in (one.process.stdin, one.process.stdout):
            pipe.close()  # type: ignore[union-attr]  # both are pipes
    _own = Checkers()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


@contextlib.contextmanager
def knowing(found: Mapping[Key, Any]) -> Iterator[None]:
    """Within, what was found before is not looked for again."""
    held = _known.set(found)
    try:
        yield
    finally:
        _known.reset(held)


def ask(check: Check[Found], data: bytes, *facts: Any) -> Found:
    """What a look at these bytes finds; raises `Refused` with a code of the check."""
    verdict: Found | Refused | None = _known.get().get(key_of(check, data, *facts))
    if verdict is None:
        verdict = verdict_of(check, data, *facts)
    if isinstance(verdict, Refused):
        raise verdict
    return verdict


def key_of(check: Check[Any], data: bytes, *facts: Any) -> Key:
    """Under what a verdict is looked up: who looks, at which bytes, for what."""
    return check.look.__qualname__, hashlib.sha256(data).hexdigest(), repr(facts)


def verdict_of(check: Check[Found], data: bytes, *facts: Any) -> Found | Refused:
    """Look at these bytes in a checker. Never raises: what breaks there is a refusal here."""
    if len(data) > check.most:
        return Refused(check.large, size=-(-len(data) // 1_048_576))
    try:
        return _read(check, _own.ask(pickle.dumps((check.look, facts, check.seconds)), data))
    except (Ended, OSError, msgspec.MsgspecError, ValueError) as fault:
        log.warning("a file of %s bytes was too hard for %s: %r", len(data), check.look.__qualname__, fault)
        return TooHard(check.hard)


def _read(check: Check[Found], answer: bytes) -> Found | Refused:
    """The answer as what it may be; a checker is believed no further."""
    kind, said = msgspec.msgpack.decode(answer, type=tuple[str, msgspec.Raw])
    if kind == "found":
        return msgspec.msgpack.decode(said, type=check.found)
    if kind == "refused":
        code, facts, seconds = msgspec.msgpack.decode(said, type=tuple[str, Facts, float])
        is_hard = seconds > LONG or code == check.hard
        return (TooHard if is_hard else Refused)(check.codes(code), **facts)
    log.warning("%s came to no end: %s", check.look.__qualname__, msgspec.msgpack.decode(said))
    return TooHard(check.hard)
