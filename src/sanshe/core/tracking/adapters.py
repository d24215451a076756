"""The edge to the browser's session: which matters were opened in it, and until when by the machine's clock."""

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest

from sanshe.core.kit.asked import key_of
from sanshe.core.tracking.rules import OPEN_FOR
from sanshe.core.tracking.types import Matter

KEY = "tracking.matters"


def open_in(request: HttpRequest, matters: Iterable[Matter], real: datetime.datetime) -> None:
    """Open matters in this browser for as long as one reads and answers."""
    until = (real + OPEN_FOR).timestamp()
    kept = {_mark(one.kind, one.key): [one.number, until] for one in matters}
    request.session[KEY] = {**request.session.get(KEY, {}), **kept}


def is_open(request: HttpRequest, kind: str, key: UUID, real: datetime.datetime) -> bool:
    """Whether this browser may see one's own page of a matter."""
    _number, until = request.session.get(KEY, {}).get(_mark(kind, key), ("", 0))
    return real.timestamp() < until


def opened(request: HttpRequest, real: datetime.datetime) -> list[Matter]:
    """What is open in this browser, as it was opened."""
    found = []
    for mark, (number, until) in request.session.get(KEY, {}).items():
        kind, _, text = mark.partition(" ")
        key = key_of(text)
        if key and real.timestamp() < until:
            found.append(Matter(kind, key, number))
    return found


def close_all(request: HttpRequest) -> None:
    """Somebody else may sit down here next."""
    request.session.pop(KEY, None)


def _mark(kind: str, key: UUID) -> str:
    return f"{kind} {key}"
