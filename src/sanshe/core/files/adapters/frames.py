"""How the house and a checker speak: each message after its length. Both ends read only what they were promised."""

import struct
from typing import BinaryIO

_LENGTH = struct.Struct(">Q")


class Cut(Exception):
    """The other end is gone, or says more than it may."""


def put(stream: BinaryIO, message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def take(stream: BinaryIO, most: int) -> bytes:
    (length,) = _LENGTH.unpack(_whole(stream, _LENGTH.size))
    if length > most:
        raise Cut
    return _whole(stream, length)


def _whole(stream: BinaryIO, length: int) -> bytes:
    found = stream.read(length)
    if len(found) < length:
        raise Cut
    return found
