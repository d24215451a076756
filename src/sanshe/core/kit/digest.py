"""One way to turn a value into bytes, and bytes into a fingerprint, the same on every machine."""

import datetime
import decimal
import hashlib
import json
import uuid
from typing import Any


def _plain(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, uuid.UUID | decimal.Decimal):
        return str(value)
    raise TypeError(f"no canonical form for {type(value).__name__}")


def canonical(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces; times in UTC, decimals and ids as text."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain, allow_nan=False)
    return text.encode()


def fingerprint(value: Any) -> str:
    """SHA-256 of the canonical form, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def fingerprint_bytes(data: bytes) -> str:
    """SHA-256 of the bytes as they are, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
