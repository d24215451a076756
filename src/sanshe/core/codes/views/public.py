"""What everybody is told who scans a code or types it: without signing in, and no more than its kind allows."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sanshe.core.accounts.adapters import neighbourhood
from sanshe.core.codes import actions, phrases, queries, rules
from sanshe.core.codes.enums import Standing
from sanshe.core.codes.types import Answer
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused


@needs(Open.PUBLIC)
@require_safe
@never_cache
def code(request: HttpRequest, token: str) -> HttpResponseBase:
    """One code: its word, what it is about, since when. What nobody issued has one answer, whatever it looks like."""
    found = queries.by_token(token)
    if found is None:
        return _unknown(request)
    at = request.received_at
    if lead := queries.lead_of(found, request.actor, at):
        return redirect(lead)
    answer = queries.answer_of(found, at)
    return _page(request, answer.standing, answer)


def _page(request: HttpRequest, standing: Standing, answer: Answer | None = None, status: int = 200) -> HttpResponse:
    words = {"word": phrases.STANDINGS[standing], "said": phrases.SAID.get(standing, "")}
    facts = {**words, "since": phrases.SINCE.get(standing, ""), "standing": standing, "answer": answer}
    return render(request, "codes/public.html", facts, status=status)


def _unknown(request: HttpRequest) -> HttpResponse:
    try:
        actions.count_miss(where=neighbourhood(request), real=clock.real())
    except Refused:
        return render(request, "codes/too_often.html", {"minutes": rules.PER.seconds // 60}, status=429)
    return _page(request, Standing.UNKNOWN, status=404)


@needs(Open.PUBLIC)
@require_safe
def enter(request: HttpRequest) -> HttpResponse:
    """For who cannot scan: the letters below the code, typed."""
    if typed := rules.read(request.GET.get("code", "")):
        return redirect("verification:code", token=typed)
    return render(request, "codes/enter.html")
