"""For who asks: who agreed to what in a matter, ask, enter an answer on paper, take one back for somebody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.consents import actions, pages, queries
from sanshe.core.consents.enums import P
from sanshe.core.consents.forms import AskForm, PaperForm, WithdrawForm
from sanshe.core.files import actions as files
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit.access import needs
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def _matter(request: HttpRequest, kind: str, key: UUID) -> Any:
    found = queries.matter(request.actor, kind, key)
    if found is None:
        raise Http404
    return found


def _board(row: Any) -> HttpResponse:
    return redirect("consents:board", kind=row.kind, key=row.subject)


@needs(P.ASK)
@require_http_methods(["GET", "POST"])
@from_any_page
def board(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Who agreed to what; asking somebody is a form below."""
    matter = _matter(request, kind, key)
    if request.method == "POST":
        form = sound(AskForm(request.POST))
        given = form.cleaned_data
        said = {"phone": given["phone"], "name": given["name"], "asked": form.asked()}
        row = actions.ask(matter=matter, **said, **_who(request))
        messages.success(request, _("问了，编号 {number}。").format(number=row.number))
        return _board(row)
    rows = queries.requests(kind, key)
    facts = {
        "matter": matter,
        "lines": pages.lines(rows, request.received_at),
        "waits": pages.waits(rows, request.received_at),
        "form": AskForm(),
    }
    return render(request, "consents/board.html", facts)


@needs(P.ASK)
@takes_files(evidence)
@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, key: UUID) -> HttpResponse:
    """An answer that was given on paper, or a no at the window."""
    row = queries.request(request.actor, key)
    if row is None:
        raise Http404
    media = pages.media(row, request.received_at)
    if request.method == "POST":
        form = sound(PaperForm(request.POST, request.FILES, media=media))
        given, upload = form.cleaned_data, form.cleaned_data["scan"]
        kept = {"upload": upload, "purpose": queries.KIND, **_who(request)}
        scan = files.keep(name=upload.name, **kept) if upload else None
        said = {"answer": form.answer(), "witness": given["witness"], "scan": scan}
        actions.answer_on_paper(request=row, **said, **_who(request))
        messages.success(request, _("记下了。"))
        return _board(row)
    facts = {"row": row, "name": pages.name_of(row), "form": PaperForm(media=media)}
    return render(request, "consents/paper.html", facts)


@needs(P.ASK)
@require_POST
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody said at the window, or on the telephone, that they take it back."""
    found = queries.consent(request.actor, key)
    if found is None:
        raise Http404
    how = sound(WithdrawForm(request.POST)).cleaned_data["how"]
    actions.withdraw(consent=found, how=how, **_who(request))
    messages.success(request, _("收回了，用到的地方已经去掉。"))
    return _board(found.request)
