"""The pages of the record: is it whole, what happened, and a package for checking it elsewhere."""

import tempfile
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit import actions, pages, phrases, queries
from sanshe.core.audit.enums import P
from sanshe.core.kit import ids
from sanshe.core.kit.access import needs
from sanshe.core.receipts.rules import request_id


@needs(P.READ)
@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """The seals, the last check in plain words, one subject looked up, who had personal values shown."""
    checks = queries.verifications()
    last = checks[0] if checks else None
    text = request.GET.get("q", "").strip()[:80]
    facts = {
        "checks": checks,
        "last": last,
        "chain": pages.chain(last),
        "breaks": pages.breaks(last),
        "example": pages.example() if last and last.is_whole else None,
        "sealed": queries.sealed(),
        "unsealed": queries.unsealed(),
        "text": text,
        "found": queries.of_subject(request.actor, P.READ, text) if text else None,
        "job": request_id(request.GET.get("job")),
    }
    return render(request, "audit/record.html", facts | _shown(request) | _may(request))


def _shown(request: HttpRequest) -> dict[str, Any]:
    at = request.received_at
    return {
        "shown_today": queries.shown(at - timedelta(days=1)),
        "shown_week": queries.shown(at - timedelta(days=7)),
        "shown_silently": queries.shown_without_reason(at - timedelta(days=7)),
    }


def _may(request: HttpRequest) -> dict[str, Any]:
    return {"may_verify": request.actor.may(P.VERIFY), "ids": (ids.new(), ids.new()), "words": phrases.FIELDS}


@needs(P.READ)
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """What happened in the areas one may see, newest first, keyset-paged."""
    text, event = request.GET.get("q", "").strip()[:80], request.GET.get("event", "")[:80]
    before = request_id(request.GET.get("before"))
    entries, after = queries.page(request.actor, P.READ, text=text, event=event, before=before)
    label = queries.EVENT_LABELS.get(event, event)
    facts = {"entries": entries, "after": after, "text": text, "event": event, "before": before, "event_label": label}
    return render(request, "audit/events.html", facts)


@needs(P.READ)
@require_safe
def seals(request: HttpRequest) -> HttpResponse:
    """All seals, newest first."""
    before = request.GET.get("before", "")
    number = int(before) if before.isdecimal() and len(before) < 10 else None
    checks = queries.verifications(1)
    chain = pages.chain(checks[0] if checks else None, number, 30)
    after = chain[-1].number if len(chain) == 30 and chain[-1].number > 1 else None
    return render(
        request, "audit/seals.html", {"chain": chain, "after": after, "before": number, "sealed": queries.sealed()}
    )


@needs(P.VERIFY)
@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Check now; a large record is checked in the background and its progress shown."""
    job: UUID | None = actions.ask_for_check(by=request.actor, at=request.received_at)
    return redirect(f"/audit/?job={job}" if job else "audit:record")


@needs(P.VERIFY)
@require_POST
def package(request: HttpRequest) -> FileResponse:
    """Everything an auditor needs to check the record without us: the record, the roots, the program. Of acts outside
    the areas whose record one may read only the fingerprints."""
    stream = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    within = request.actor.paths(P.READ)
    actions.package(within=within, by=request.actor, at=request.received_at, to=stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename="sanshe-record.zip")
