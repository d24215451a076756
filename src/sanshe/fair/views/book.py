"""The book of a fair: entered, checked, printed as slips, hung; and its cards."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import whole
from sanshe.core.ui.forms import sound
from sanshe.fair import actions, phrases
from sanshe.fair.enums import FairState, P
from sanshe.fair.forms import BookForm, RiddleForm
from sanshe.fair.pages import book as pages
from sanshe.fair.queries import play as queries
from sanshe.fair.rules.fair import A_PRINTING
from sanshe.fair.views.common import fair_of, found, riddle_of, who


def _to(name: str, row: Any) -> HttpResponse:
    return redirect(reverse(f"fair:{name}", args=[row.pk]))


@needs(P.PLAN, P.CHECK)
@require_http_methods(["GET", "POST"])
def book(request: HttpRequest, key: UUID) -> HttpResponse:
    """The riddles with what to look at, their waves; entered whole while there is none."""
    row = _seen(request, key)
    if request.method == "POST":
        given = sound(BookForm(request.POST)).cleaned_data
        actions.enter_book(fair=row, lines=given["book"], **who(request))
        messages.success(request, _("谜库存好了，请另一个人审。"))
        return _to("book", row)
    lines = pages.entries(row)
    facts = {
        "fair": row,
        "lines": lines,
        "waves": pages.waves(lines),
        "states": phrases.RIDDLE_STATES,
        "unchecked": pages.unchecked(lines),
        "warned": sum(bool(one.warnings) for one in lines),
        "form": BookForm(),
        "may_plan": request.actor.may_at(P.PLAN, row.area_path),
        "may_check": request.actor.may_at(P.CHECK, row.area_path),
        "next": queries.next_wave(row),
        "is_on": row.state in (FairState.PLANNED, FairState.HUNG),
    }
    return render(request, "fair/book.html", facts)


def _seen(request: HttpRequest, key: UUID) -> Any:
    """Where one may plan, or check."""
    try:
        return fair_of(request, key, P.CHECK)
    except Http404:
        return fair_of(request, key, P.PLAN)


@needs(P.CHECK)
@require_POST
def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """All that is not checked yet is sound."""
    row = fair_of(request, key, P.CHECK)
    n = actions.check(fair=row, riddles=queries.drafts(row), **who(request))
    messages.success(request, _("审过了 {n} 条。").format(n=n))
    return _to("book", row)


@needs(P.PLAN)
@require_POST
def change_riddle(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Other words of a riddle that does not hang yet."""
    row = riddle_of(request, key, number, P.PLAN)
    line = sound(RiddleForm(request.POST)).line(row.number, row.source)
    actions.change_riddle(riddle=row, line=line, **who(request))
    messages.success(request, _("存好了，要再审一次。"))
    return redirect(reverse("fair:riddle", args=[key, number]))


@needs(P.READ)
@require_safe
def riddle(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """A riddle for staff: changed while it does not hang, then what became of it. Its answer is not shown while it
    hangs: that is for its desk."""
    row = riddle_of(request, key, number, P.READ)
    may_plan = request.actor.may_at(P.PLAN, row.area_path)
    is_early = row.hung_at is None
    start = {**{name: getattr(row, name) for name in RiddleForm.base_fields}, "also": "、".join(row.also)}
    facts = {
        "riddle": row,
        "fair": row.fair,
        "state": phrases.RIDDLE_STATES[row.state],
        "twist": phrases.TWISTED[row.twist],
        "form": RiddleForm(initial=start) if is_early and may_plan else None,
        "is_open": row.state in ("hung", "held"),
        "may_plan": may_plan,
        "entries": history("fair.riddle", row.pk),
    }
    return render(request, "fair/riddle.html", facts)


@needs(P.PLAN)
@require_POST
def reprint(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """One slip anew."""
    row = riddle_of(request, key, number, P.PLAN)
    actions.reprint(riddle=row, reason=request.POST.get("reason", ""), **who(request))
    messages.success(request, _("旧码作废了，请把这一条重新印出来。"))
    return _to("slips", row.fair)


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def slips(request: HttpRequest, key: UUID) -> HttpResponse:
    """Slips to be cut out, eight on a sheet, each with its code."""
    row = fair_of(request, key, P.PLAN)
    if request.method == "POST":
        actions.print_slips(fair=row, **who(request))
        return _to("slips", row)
    return render(request, "fair/slips.html", {"fair": row, "sheets": pages.sheets(row)})


@needs(P.PLAN)
@require_POST
def hang(request: HttpRequest, key: UUID) -> HttpResponse:
    """The next wave hangs."""
    row = fair_of(request, key, P.PLAN)
    wave = whole(request.POST.get("wave", "")) or 0
    hung = actions.hang(fair=row, wave=wave, **who(request))
    messages.success(request, _("挂出来了：{first} 至 {last} 号。").format(first=hung[0].number, last=hung[-1].number))
    return _to("fair", row)


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def cards(request: HttpRequest, key: UUID) -> HttpResponse:
    """Cards to be cut out; as many more as are asked for."""
    row = fair_of(request, key, P.PLAN)
    if request.method == "POST":
        made = actions.make_cards(fair=row, n=whole(request.POST.get("n", "")) or 0, **who(request))
        return redirect(f"{reverse('fair:cards', args=[row.pk])}?from={made[0].number}")
    first = whole(request.GET.get("from", "")) or 1
    found_cards = queries.cards(row, first, first + A_PRINTING - 1)
    facts = {"fair": row, "cards": found_cards, "last": queries.last_card(row), "first": first}
    return render(request, "fair/cards.html", facts)


@needs(P.PLAN)
@require_POST
def renew_card(request: HttpRequest, key: UUID) -> HttpResponse:
    """A lost card anew."""
    row = fair_of(request, key, P.PLAN)
    card = found(queries.card(row, whole(request.POST.get("card", "")) or 0))
    actions.renew_card(card=card, **who(request))
    messages.success(request, _("旧卡作废了，请印这一张给他。"))
    return redirect(f"{reverse('fair:cards', args=[row.pk])}?from={card.number}")
