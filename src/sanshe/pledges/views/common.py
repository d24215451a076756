"""What the faces for staff have in common."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from sanshe.pledges.queries import campaigns as queries


def campaign_of(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.campaign(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}
