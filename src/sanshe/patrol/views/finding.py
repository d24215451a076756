"""A finding: its page, and each step on the way to its end."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit import ids
from sanshe.core.kit.access import needs
from sanshe.core.ui.forms import sound
from sanshe.core.ui.queries import say
from sanshe.patrol import actions, phrases
from sanshe.patrol.enums import P, R
from sanshe.patrol.forms import (
    AnswerForm,
    DaysForm,
    DeclineForm,
    PersonForm,
    ReferForm,
    ReportForm,
    VisitForm,
    WaitForm,
)
from sanshe.patrol.pages import finding as pages
from sanshe.patrol.queries import findings as queries
from sanshe.patrol.views.common import asked, kept, who
from sanshe.patrol.views.visit import hang, photo


@needs(P.READ)
@require_safe
def finding(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was found, what was done, what is next and whose step it is."""
    row = finding_of(request, key)
    return render(request, "patrol/finding.html", pages.finding(row, request.actor, request.received_at))


@needs(P.GIVE)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, key: UUID) -> HttpResponse:
    """To somebody who rectifies there."""
    row = finding_of(request, key, P.GIVE)
    people = pages.rectifiers(row, request.received_at)
    return _step(request, row, phrases.GIVE, lambda *given: PersonForm(*given, people=people), actions.give)


@needs(P.RECTIFY)
@require_http_methods(["GET", "POST"])
@takes_files(evidence)
def report(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was done, with evidence."""
    row = finding_of(request, key, P.RECTIFY)
    if request.method == "POST":
        given = sound(ReportForm(request.POST, request.FILES)).cleaned_data
        given.pop("photo")
        picture = photo(request)
        actions.report(finding=row, **given, photos=int(picture is not None), **who(request))
        if picture:
            hang(request, picture, row)
        return kept(request, _address(row))
    return asked(request, ReportForm(), heading=phrases.REPORT, finding=row, drawn=row.mark)


@needs(P.ASSIGN)
@require_http_methods(["GET", "POST"])
def name_rechecker(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody of the subdistrict who had no hand in it."""
    row = finding_of(request, key, P.ASSIGN)
    people = pages.recheckers(row, request.received_at)
    make = lambda *given: PersonForm(*given, people=people)  # noqa: E731  # the form of this row
    return _step(request, row, phrases.NAME_RECHECKER, make, actions.name_rechecker)


@needs(P.RECHECK)
@require_http_methods(["GET", "POST"])
@takes_files(evidence)
def recheck(request: HttpRequest, key: UUID) -> HttpResponse:
    """The visit of another person."""
    row = finding_of(request, key, P.RECHECK)
    if request.method == "POST":
        form = sound(VisitForm(request.POST, request.FILES))
        picture = photo(request)
        event = form.event(id=ids.new(), stop=row.pk, noted_at=request.received_at)
        event = replace(event, photos=(picture.digest,)) if picture else event
        to = actions.recheck(finding=row, event=event, **who(request))
        if picture:
            hang(request, picture, queries.visit_of(row, event.id))
        messages.success(request, say(to, {}) if isinstance(to, R) else phrases.FINDING_STATES[to])
        return redirect(_address(row))
    return asked(request, VisitForm(), heading=phrases.RECHECK, finding=row, drawn=row.mark)


@needs(P.ASSIGN)
@require_http_methods(["GET", "POST"])
def refer(request: HttpRequest, key: UUID) -> HttpResponse:
    """To a department."""
    return _step(request, finding_of(request, key, P.ASSIGN), phrases.REFER, ReferForm, actions.refer)


@needs(P.ASSIGN)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the department answered."""
    return _step(request, finding_of(request, key, P.ASSIGN), phrases.ANSWER, AnswerForm, actions.answer)


@needs(P.GIVE)
@require_http_methods(["GET", "POST"])
def ask_days(request: HttpRequest, key: UUID) -> HttpResponse:
    """More days, once."""
    return _step(request, finding_of(request, key, P.GIVE), phrases.ASK_DAYS, DaysForm, actions.ask_days)


@needs(P.GIVE)
@require_http_methods(["GET", "POST"])
def ask_to_wait(request: HttpRequest, key: UUID) -> HttpResponse:
    """That it waits."""
    return _step(request, finding_of(request, key, P.GIVE), phrases.ASK_TO_WAIT, WaitForm, actions.ask_to_wait)


@needs(P.ASSIGN, P.SUSPEND)
@require_POST
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    """What waited is put right now."""
    code = P.ASSIGN if request.actor.may(P.ASSIGN) else P.SUSPEND
    row = finding_of(request, key, code)
    actions.resume(finding=row, **who(request))
    return kept(request, _address(row))


@needs(P.GRANT, P.SUSPEND)
@require_POST
def grant(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another person agrees."""
    row = _request(request, key)
    actions.grant(request=row, **who(request))
    messages.success(request, _("同意了。"))
    return redirect(_address(row.finding))


@needs(P.GRANT, P.SUSPEND)
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another person does not agree."""
    row = _request(request, key)
    if request.method == "POST":
        actions.decline(request=row, **sound(DeclineForm(request.POST)).cleaned_data, **who(request))
        return kept(request, _address(row.finding))
    return asked(request, DeclineForm(), heading=phrases.DECLINE, finding=row.finding, drawn=row.mark)


def finding_of(request: HttpRequest, key: UUID, code: str = P.READ) -> Any:
    row = queries.finding(request.actor, key, code)
    if row is None:
        raise Http404
    return row


def _request(request: HttpRequest, key: UUID) -> Any:
    row = queries.request(request.actor, key)
    if row is None:
        raise Http404
    return row


def _step(
    request: HttpRequest, row: Any, heading: Any, form: Callable[..., Any], act: Callable[..., Any]
) -> HttpResponse:
    """A form of its own for one step."""
    if request.method == "POST":
        act(finding=row, **sound(form(request.POST)).cleaned_data, **who(request))
        return kept(request, _address(row))
    return asked(request, form(), heading=heading, finding=row, drawn=row.mark)


def _address(row: Any) -> str:
    return reverse("patrol:finding", args=[row.pk])
