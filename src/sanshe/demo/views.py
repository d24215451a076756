"""Chapters and one-click roles. Everything here answers 404 outside a demo."""

import csv

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts.actions import sign_in_as
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.demo import adapters, queries
from sanshe.demo.actions import chapters


def door(request: HttpRequest) -> SafeString:
    """The demo's part of the sign-in page: chapters, moments, and the people of this moment."""
    now = queries.moment_now()
    cards = queries.cards(now, request.received_at)
    facts = {"chapters": queries.chapters(), "now": now, "cards": cards, "at": request.received_at}
    moments = queries.moments()
    facts |= {"told": queries.told(), "moments": len(moments), "days": len({one.at[:10] for one in moments})}
    facts["is_being_told"] = adapters.is_being_told()
    return render_to_string("demo/door.html", facts, request)


def clock_line(request: HttpRequest) -> SafeString:
    """Said plainly on every page: this is a demo, and what its clock says."""
    return render_to_string("demo/_clock.html", {"at": clock.now()}, request)


def sheet_line(request: HttpRequest, importer: str) -> SafeString:
    """On the page where a sheet is chosen: the one that a story has ready."""
    facts = {"sheet": queries.sheet_for(importer), "importer": importer}
    return render_to_string("demo/_sheet.html", facts, request) if facts["sheet"] else SafeString("")


@needs(Open.STAFF)
@require_safe
def sheet(request: HttpRequest, importer: str) -> HttpResponse:
    """The sheet of a story, as a file to import."""
    found = queries.sheet_for(importer) if settings.IS_DEMO else None
    if found is None:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.file}"'
    answer.write("\ufeff")
    csv.writer(answer).writerows(found.rows())
    return answer


@needs(Open.PUBLIC)
@require_POST
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """Become somebody of the story."""
    one = queries.person(key) if settings.IS_DEMO else None
    user = queries.user_of(one) if one else None
    if one is None or user is None or not queries.is_there(one, request.received_at):
        raise Http404
    sign_in_as(request=request, user=user, at=request.received_at, real=clock.real())
    return redirect("/")


@needs(Open.PUBLIC)
@require_POST
@without_receipt
def step(request: HttpRequest, code: str) -> HttpResponse:
    """Step into another moment: its snapshot takes the place of the database, and everybody is signed out."""
    if not settings.IS_DEMO or queries.moment_of(code) is None:
        raise Http404
    chapters.step_into(code)
    clock.refresh()
    answer = redirect(settings.LOGIN_URL)
    answer.delete_cookie(settings.SESSION_COOKIE_NAME)
    return answer
