"""Keys that a device may make before it ever meets a server: UUID version 7 (RFC 9562)."""

import datetime
import secrets
import time
from uuid import UUID


def new() -> UUID:
    """A UUIDv7: 48 bits of Unix milliseconds, then 74 random bits, so that keys sort by time of making."""
    milliseconds = time.time_ns() // 1_000_000
    tail = secrets.randbits(74)
    value = milliseconds << 80 | 0x7 << 76 | (tail >> 62) << 64 | 0b10 << 62 | tail & (1 << 62) - 1
    return UUID(int=value)


def first(moment: datetime.datetime) -> UUID:
    """The least key that can be made at this moment of the machine's time."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)
