"""Which faults pass, what an answer's receipt keeps, how a write is fingerprinted. Pure."""

import hashlib
import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sanshe.core.receipts.enums import Fault, Trouble

Face = TypeVar("Face", bound=Callable[..., object])
KEPT_BODY = 64 * 1024
KEPT_HEADERS = ("Location", "Content-Type", "ETag")
API = "/api/"
NOT_CONTENT = frozenset({"_request_id", "_received", "_tries", "_page", "drawn", "csrfmiddlewaretoken"})
RETRY_SECONDS = 2
HONOURED_SECONDS = 600
UNREAD = "sanshe.unread"  # in the environment of a request that was not read whole: the status that says why
AHEAD = "sanshe.ahead"  # in it: a list for work that is done without the thread, before the request is asked again
RECEIVED = "sanshe.received"  # in it: when a request that is asked again reached us
MOST_TEXT_MB = 2  # of what is typed into one form
MOST_MB = 64  # of one request with all its files

_CODE = re.compile(r"[a-z_.:/-]*|\d{1,4}")
_FULL = ("database or disk is full", "no space left", "disk full")
_BUSY = ("locked", "busy", "disk i/o error", "unable to open database")


def settled(at: datetime) -> datetime:
    """The moment of which nothing is still on its way: a write that met a 503 later may yet come in time."""
    return at - timedelta(seconds=HONOURED_SECONDS)


def without_receipt(face: Face) -> Face:
    """Mark a face whose writes may be repeated without harm, so that it asks for no request id."""
    face.without_receipt = True  # type: ignore[attr-defined]  # a function may carry a mark
    return face


def trouble_of_sqlite(message: str) -> Trouble | None:
    """What a fault of SQLite means; None when waiting would not help (a missing table is a fault of ours)."""
    text = message.lower()
    if any(word in text for word in _FULL):
        return Trouble.FULL
    return Trouble.BUSY if any(word in text for word in _BUSY) else None


def trouble_of_postgres(state: str | None) -> Trouble | None:
    """What an SQLSTATE means. No state at all is a connection that broke."""
    if state is None or state[:2] in ("08", "40", "57") or state in ("55P03", "53300"):
        return Trouble.BUSY
    return Trouble.FULL if state.startswith("53") else None


def request_id(text: str | None) -> UUID | None:
    """The id a client sent, or None when it is no UUID."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def fingerprint(
    fields: Iterable[tuple[str, str]], files: Iterable[tuple[str, bytes]], body: bytes, query: bytes = b""
) -> str:
    """The fingerprint of what was asked: form fields and files by name, or the body of anything else; and the query."""
    found = hashlib.sha256(body)
    found.update(b"\x04%d\x04" % len(query) + query)
    for name, value in sorted(fields):
        if name not in NOT_CONTENT:
            found.update(f"\x00{name}\x01{value}".encode("utf-8", "surrogatepass"))
    for name, digest in sorted(files):
        found.update(b"\x02" + name.encode() + b"\x03" + digest)
    return found.hexdigest()


_FAULTS = {
    403: Fault.MAY_NOT,
    404: Fault.MISSING,
    405: Fault.NO_SUCH_ACT,
    408: Fault.TOO_SLOW,
    409: Fault.CLASH,
    413: Fault.TOO_LARGE,
    422: Fault.INVALID,
    429: Fault.TOO_OFTEN,
    503: Fault.NOT_NOW,
}
# What our scripts take for the last word on what they sent, when it is JSON: then they forget what was typed.
_LAST_WORDS = frozenset({400, 404, 409, 413, 422})


def is_reworded(status: int, in_api: bool) -> bool:
    """Whether a fault told in HTML is told again in JSON to who asked for that. Outside the addresses of programs our
    own scripts ask, and what no view of theirs decided must not make them forget what was typed."""
    return status >= 400 and (in_api or status not in _LAST_WORDS)


def is_secret(name: str) -> bool:
    """Whether a field never comes back to a page."""
    return name == "code" or "password" in name


def is_written(value: str) -> bool:
    """Whether a value is what somebody wrote: no key, no code, no tick, no small number."""
    return bool(value.strip()) and request_id(value) is None and _CODE.fullmatch(value.strip()) is None


def fault_of(status: int) -> Fault:
    """What an answer that only has a status says to a program."""
    return _FAULTS.get(status, Fault.FAILED if status >= 500 else Fault.WRONG)
