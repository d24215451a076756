"""The edge to the library of digests: SM3, which not every Python has."""

from cryptography.hazmat.primitives.hashes import SM3, Hash


def sm3(data: bytes) -> str:
    """SM3 of the bytes as they are, 64 hexadecimal digits."""
    found = Hash(SM3())
    found.update(data)
    return found.finalize().hex()
