"""How acts and seals are fingerprinted: the part that our programs and those given to an auditor have in common."""

from __future__ import annotations

import hashlib
import json
from typing import Any

FIELDS = ("id", "event", "kind", "subject", "at", "recorded_at", "by", "by_name", "area_path", "old", "new", "note")
EMPTY = "0" * 64


def sha(data: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spaces, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def fingerprint(value: Any) -> str:
    return sha(canonical(value))


def leaf(event: dict[str, Any]) -> str:
    """The fingerprint of one event, all fields together."""
    return sha(b"\x00" + canonical([event[name] for name in FIELDS]))


def marks(event: dict[str, Any]) -> str:
    """Eight digits for each field in the order of FIELDS: they tell which field was changed, not what it was."""
    return "".join(sha(canonical([name, event["id"], event[name]]))[:8] for name in FIELDS)


def root_of(leaves: list[str]) -> str:
    """The Merkle root of leaves in their order; an odd last one goes up unchanged."""
    level = leaves or [EMPTY]
    while len(level) > 1:
        level = next_level(level)
    return level[0]


def next_level(level: list[str]) -> list[str]:
    """Two and two together."""
    pairs = [sha(b"\x01" + bytes.fromhex(a + b)) for a, b in zip(level[::2], level[1::2])]  # noqa: B905 - Python 3.8
    return pairs + level[len(level) - len(level) % 2 :]


def chain_of(seal: dict[str, Any]) -> str:
    """The value that binds a seal to the one before it."""
    return sha(b"\x02" + canonical([seal[k] for k in ("number", "count", "root", "sealed_at", "previous")]))


def root_line(seal: dict[str, Any]) -> str:
    """The line that goes into the list kept outside the database."""
    return f"{seal['number']} {seal['count']} {seal['root']} {seal['chain']} {seal['sealed_at']}"


def climbed(event: dict[str, Any]) -> str:
    """The root to which an act leads over its path."""
    at = leaf(event)
    for side, other in event["path"]:
        at = sha(b"\x01" + bytes.fromhex(other + at if side == "left" else at + other))
    return at
