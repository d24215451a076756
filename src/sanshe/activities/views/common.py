"""What the faces of activities share: the rows they are about, who acts, the form that answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sanshe.activities import phrases
from sanshe.activities.queries import group as groups
from sanshe.activities.queries import station as stations


def there(row: Any) -> Any:
    """A row that this person may see, or a missing page."""
    if row is None:
        raise Http404
    return row


def station_of(request: HttpRequest, key: UUID, code: str) -> Any:
    row = there(stations.station(request.actor, key, code))
    request.place = row.area_path  # type: ignore[attr-defined]  # what districts_of reads
    return row


def group_of(request: HttpRequest, key: UUID, code: str) -> Any:
    row = there(groups.group(request.actor, key, code))
    request.place = row.area_path  # type: ignore[attr-defined]  # what districts_of reads
    return row


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def done(request: HttpRequest, words: str, name: str, *blanks: Any) -> HttpResponse:
    messages.success(request, words)
    return redirect(reverse(f"activities:{name}", args=blanks))


def asked(request: HttpRequest, form: Any, *, of: Any = None, **facts: Any) -> HttpResponse:
    """A form on its own page, drawn from the row it is about."""
    return render(request, "activities/form.html", {"form": form, "drawn": of.mark if of else "", **facts})


def words() -> dict[str, Any]:
    """The words of all states, for pages that show rows."""
    return {
        "sounds": phrases.SOUNDS,
        "kinds": phrases.GROUP_KINDS,
        "group_states": phrases.GROUP_STATES,
        "session_states": phrases.SESSION_STATES,
        "booking_states": phrases.BOOKING_STATES,
        "origins": phrases.ORIGINS,
        "heads": phrases.HEADS,
        "posts": phrases.POSTS,
    }
