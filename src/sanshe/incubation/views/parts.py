"""Incubation's parts of other apps' pages."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sanshe.incubation.phrases import register as words
from sanshe.incubation.queries.application import of_owner
from sanshe.incubation.queries.batch import open_calls
from sanshe.incubation.queries.closing import entries_of, sums_for, window_end


def organisation(request: HttpRequest, subject: Any) -> SafeString:
    """On the page of an organisation: the batches it entered."""
    facts = {"entries": entries_of(subject.pk), "states": words.STATES}
    return render_to_string("incubation/_organisation.html", facts, request)


def front(request: HttpRequest, subject: Any) -> SafeString:
    """On the front of the house: open calls, and one's own applications."""
    facts = {"calls": open_calls(request.received_at), "mine": of_owner(request.actor)[:5]}
    return render_to_string("incubation/_front.html", facts, request)


def desk(request: HttpRequest, subject: Any) -> SafeString:
    """On the desk: graduated and in incubation add up to all who entered."""
    return render_to_string("incubation/_sum.html", {"sums": sums_for(request.actor)}, request)


def aside(notice: Any, at: Any) -> dict[str, Any]:
    """Beside the notice of a list: where to object."""
    return {"batch_id": notice.subject, "is_open": notice.published_at is not None and at < window_end(notice)}
