"""What the faces for staff have in common."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from sanshe.stories import queries


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def story_of(request: HttpRequest, key: UUID, code: str) -> Any:
    row = queries.story(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def shown(row: Any) -> HttpResponse:
    return redirect("stories:story", key=row.pk)
