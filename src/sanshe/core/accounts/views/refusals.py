"""What a visitor gets who may not open a face."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from sanshe.core.accounts import actions, adapters, phrases, queries, rules
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open
from sanshe.core.kit.roles import LABELS


def turned_away(request: HttpRequest, needs: tuple[str, ...]) -> HttpResponse:
    """The sign-in page for those who are not signed in; for all others a page that says who may."""
    if request.actor.is_known:
        return _forbidden(request, needs)
    if _is_program(request):
        answer = JsonResponse({"code": "accounts.not_signed_in", "detail": str(phrases.NOT_SIGNED_IN)}, status=401)
        answer["WWW-Authenticate"] = "Bearer"
        return answer
    if request.method == "POST":
        _keep(request)
    return to_sign_in(request, _asked_for(request))


def _keep(request: HttpRequest) -> None:
    """A session that ended while somebody was typing loses nothing typed."""
    user = queries.last_user_of(adapters.device_mark(request))
    if user is None:
        return
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    actions.keep_unsent(
        user=user,
        mark=adapters.give_stash(request, int(rules.STASH_LIFE.total_seconds())),
        path=request.get_full_path()[:300],
        back=adapters.page_of(request)[:300],
        fields=fields,
        had_files=bool(request.FILES),
        real=clock.real(),
    )


def _is_program(request: HttpRequest) -> bool:
    wants = request.headers.get("Accept", "")
    return bool(adapters.bearer(request)) or request.path.startswith("/api/") or wants.startswith("application/json")


def _asked_for(request: HttpRequest) -> str:
    """The page to come back to: the one asked for, or the one a form stood on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return adapters.page_of(request)


def to_sign_in(request: HttpRequest, back: str) -> HttpResponse:
    """To the sign-in page, and from there back."""
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': back})}")


def _forbidden(request: HttpRequest, needs: tuple[str, ...]) -> HttpResponse:
    who = [LABELS[role] for role in queries.roles_with(needs)]
    if _is_program(request):
        return JsonResponse({"code": "accounts.may_not", "detail": str(phrases.MAY_NOT), "needs": needs}, status=403)
    is_staff_page = Open.STAFF in needs
    return render(request, "accounts/forbidden.html", {"who": who, "is_staff_page": is_staff_page}, status=403)


def ask_for_second_factor(request: HttpRequest) -> HttpResponse:
    """Staff set a second factor before anything else."""
    if request.path.startswith("/api/"):
        return JsonResponse({"code": "accounts.no_factor", "detail": str(phrases.NO_FACTOR)}, status=403)
    return HttpResponseRedirect(reverse("mfa_index"))
