"""What a file may make a library do: looks that behave as badly as one can, each harmless where it is confined."""

import os
import socket
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sanshe.core.kit.refused import Refused


class Code(StrEnum):
    HARD = "files.too_hard"
    LARGE = "files.too_large"
    NO = "files.not_allowed"


class Foreign(StrEnum):
    NO = "incubation.no_such_code"


@dataclass(frozen=True, slots=True)
class Said:
    """What a look may answer."""

    text: str
    number: int = 0


def size(data: bytes, *facts: str) -> Said:
    return Said(" ".join(facts), len(data))


def refuse(data: bytes) -> Said:
    raise Refused(Code.NO, most=7)


def refuse_as_a_stranger(data: bytes) -> Said:
    raise Refused(Foreign.NO)


def work(data: bytes) -> Said:
    """Use the processor for so many seconds of it."""
    until = time.process_time() + float(data)
    while time.process_time() < until:
        sum(range(1000))
    return Said("done")


def sleep(data: bytes) -> Said:
    time.sleep(float(data))
    return Said("done")


def wait(data: bytes) -> Said:
    """Until a file of this name is there."""
    while not Path(data.decode()).exists():
        time.sleep(0.02)
    return Said("done")


def hoard(data: bytes) -> Said:
    """Make room for so many megabytes."""
    return Said("done", len(bytearray(int(data) << 20)))


def open_many(data: bytes) -> Said:
    held = [socket.socket() for _ in range(int(data))]
    return Said("done", len(held))


def write(data: bytes) -> Said:
    return Said("done", Path(data.decode()).write_bytes(b"x"))


def programs(data: bytes) -> Said:
    """How many processes may be started from here."""
    import resource

    return Said("", resource.getrlimit(resource.RLIMIT_NPROC)[0])


def crash(data: bytes) -> Said:
    os.abort()


def leave(data: bytes) -> Said:
    os._exit(0)


def fail(data: bytes) -> Said:
    raise RuntimeError("something that no library says it raises")


def dig(data: bytes) -> Said:
    return dig(data)


def talk(data: bytes) -> Said:
    print("a library that prints")  # noqa: T201
    os.write(1, b"\x00" * 100)
    return Said("done")


def lie(data: bytes) -> dict:
    return {"text": 5}


def talk_too_much(data: bytes) -> Said:
    return Said("x" * (200 << 20))


def look_around(data: bytes) -> Said:
    return Said(" ".join(os.environ))


def process(data: bytes) -> Said:
    return Said("", os.getpid())
