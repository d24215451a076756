"""A checker: a process that looks at files which somebody sent, one after another, under limits of its own.

It is started by `checkers`, knows no settings and no secrets, writes no file, starts no program, and ends when nobody
asks any more. It answers in plain data only: who breaks into it can say something untrue of one file and nothing else.
"""

import os
import pickle
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec

from sanshe.core.files.adapters import frames
from sanshe.core.kit.refused import Refused

try:
    import resource
except ImportError:  # Windows: the time a file may take is kept by who asks, the memory by the caps of each look
    resource = None  # type: ignore[assignment]

MEMORY = 1 << 30  # bytes of address space: 40 million pixels are decoded and written anew in half of it
IDLE = 300  # seconds without a file
MOST_JOB, MOST_FILE = 1 << 20, 64 << 20
OPEN_FILES = 64


def confine() -> None:
    """What this process may use, for good: memory, open files; no file is written, no program is started."""
    if resource is None:
        return
    limits = {"AS": MEMORY, "NOFILE": OPEN_FILES, "FSIZE": 0, "CORE": 0, "NPROC": 0}
    for name, most in limits.items():
        _limit(getattr(resource, f"RLIMIT_{name}", None), most)
    os.nice(5)  # pages first


def _limit(what: int | None, most: int) -> None:
    try:
        if what is not None:
            resource.setrlimit(what, (most, most))
    except (ValueError, OSError):  # not every system keeps every limit
        return


def _give_time(seconds: int) -> None:
    """So much of the processor from now; beyond it the system ends this process. 0: as much as it takes."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def answer(look: Callable[..., Any], data: bytes, facts: tuple[Any, ...]) -> bytes:
    """What a look found, the code of a refusal, or that it came to no end, as plain data."""
    began = time.process_time()
    try:
        return _told("found", look(data, *facts))
    except Refused as refusal:
        return _told("refused", (str(refusal.code), refusal.facts, time.process_time() - began))
    except Exception as fault:  # noqa: BLE001 - whatever a file makes a library do is a finding
        return _told("hard", repr(fault)[:300])


def _told(kind: str, said: Any) -> bytes:
    return msgspec.msgpack.encode((kind, msgspec.Raw(msgspec.msgpack.encode(said))))


def work(asked: BinaryIO, told: BinaryIO) -> None:
    """Look at files until nobody asks."""
    while _is_asked(asked):
        try:
            job, data = frames.take(asked, MOST_JOB), frames.take(asked, MOST_FILE)
        except frames.Cut:
            return
        look, facts, seconds = pickle.loads(job)  # from the house, which names a function of ours
        _give_time(seconds)
        said = answer(look, data, facts)
        _give_time(0)
        frames.put(told, said)


def _is_asked(stream: BinaryIO) -> bool:
    if os.name == "nt":  # pipes cannot be waited for with a limit there
        return True
    return bool(select.select([stream], [], [], IDLE)[0])


def _end_with(parent: int) -> None:
    """Nobody waits for the answer any more when the house has gone in the middle of a file."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


def main() -> None:
    """What a library prints must not stand among the answers."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    told = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    confine()
    work(sys.stdin.buffer, told)


if __name__ == "__main__":
    main()
