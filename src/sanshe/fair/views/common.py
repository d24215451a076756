"""What the faces of fairs share: the rows they are about, who acts."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from sanshe.fair.queries import fairs, play


def found(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


def fair_of(request: HttpRequest, key: UUID, code: str) -> Any:
    return found(fairs.fair(request.actor, key, code))


def riddle_of(request: HttpRequest, key: UUID, number: int, code: str) -> Any:
    return found(play.riddle(fair_of(request, key, code), number))


def desk_of(request: HttpRequest, key: UUID) -> Any:
    return found(play.desk(request.actor, key))


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}
